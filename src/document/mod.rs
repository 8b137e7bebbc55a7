//! Documents: from the record to Markdown, the form of record. One file a kind of document.
//!
//! A document's facts are gathered into a plain value; its wording is a template, the built-in one or the landlord's own.

mod agenda;
mod engine;
mod facts;
mod hazard;
mod kind;
mod kit;
mod markdown;
mod minutes;
mod nameless;
mod native;
mod notice;
mod people;
mod prepared;
mod promises;
mod questionnaire;
mod report;
mod sample;
mod scores;
mod sheet;
mod template;
mod tender;
mod treated;
mod waiting;

pub use agenda::agenda;
pub use engine::render_built_in;
pub use facts::{ContactFacts, MinutesFacts, NextFacts, PackFacts, PackSessionFacts};
pub use hazard::{hazards, may_be_hazardous};
pub use kind::sample;
pub use kit::kit;
pub use markdown::{line as one_line, nested as nested_text};
pub use minutes::{approved_minutes, minutes};
pub use nameless::Nameless;
pub use notice::notice;
pub use people::People;
pub use promises::Promises;
pub use questionnaire::{Questionnaire, questionnaire};
pub use report::report;
pub use scores::Scores;
pub use sheet::{blank_sheet, sheet};
pub use template::{DocumentError, Template, TemplateError};
pub use tender::tender;
pub use waiting::{back_at, put_off, unapproved, unsolved};
