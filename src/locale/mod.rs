//! French and English: every message with typed arguments, dates, numbers, and where French binds and elides.
//!
//! Each language says each message in a `match` without a default, so that one it lacks does not compile. The wording of
//! documents is in `templates/`, one set a language.

pub mod command_line;
mod dates;
pub mod editing;
pub mod eligibility;
mod elision;
mod english;
pub mod exchange;
mod explaining;
mod form_words;
mod french;
mod history;
pub mod importing;
pub mod mending;
mod numbers;
mod outcome;
pub mod oversight;
pub mod overview;
mod packing;
mod phrase;
pub mod piloting;
pub mod problem;
mod scaffolding;
pub mod sending;
mod sharing;
pub mod site;
mod typography;
pub mod words;

pub use crate::model::Language;
pub use dates::{
    by_period, date, date_with_weekday, in_period, in_words, month_name, of_period, period, span, time, weekday_name,
};
pub use elision::{elide, of_the};
pub use numbers::{Gender, amount, counted, decimal, euros, integer, ordinal, percent, plural};
pub use typography::{NO_BREAK_SPACE, capital, list_of, no_break};
