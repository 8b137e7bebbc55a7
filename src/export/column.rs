//! A column of a table: its name and type, what it means in both languages, and how a value is written in it.

use super::words::Key;
use crate::model::{Count, Date, Euros, Id, Period, SessionId, Text, Time, TypedPeriod};

/// A title and a sentence, in French and in English.
pub(super) type Said = ([&'static str; 2], [&'static str; 2]);

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// Its title and meaning, in French and in English.
    pub said: Said,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// What people wrote; whoever they name is called by role.
    Text,
    /// The name of a body, a place or a question, as it was typed.
    Name,
    /// An identifier.
    Id,
    /// Identifiers, a space between them.
    Ids,
    /// A session's identifier: its date.
    Session,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// Some of these words, a space between them.
    Words(fn() -> Vec<&'static str>),
    /// A whole number, 0 or more.
    Count,
    /// A place in a list, from 1.
    Place,
    /// Euros, with two decimals.
    Amount,
    /// Per cent, with one decimal.
    Percent,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// A period: a year, a part of one, or a day.
    Period,
    /// A time of day.
    Time,
    /// A year.
    Year,
}

/// The first day of the period in the column before.
pub(super) const FIRST: Said =
    (["Premier jour", "Le premier jour de cette période."], ["First day", "The first day of that period."]);

/// The last day of the period in the column before.
pub(super) const LAST: Said =
    (["Dernier jour", "Le dernier jour de cette période."], ["Last day", "The last day of that period."]);

/// Declares the columns of a table, and how the cells of a row are made of an item: one list for both, so that a value
/// never stands under another column's name.
macro_rules! columns {
    ($item:ident: $of:ty; $($name:ident: $kind:expr, $said:expr => $value:expr;)+) => {
        const COLUMNS: &[$crate::export::column::Column] = &[
            $($crate::export::column::Column { name: stringify!($name), kind: $kind, said: $said },)+
        ];

        fn cells($item: &$of) -> Vec<String> {
            vec![$($crate::export::column::Plain::plain(&$value),)+]
        }
    };
}
pub(super) use columns;

/// A value as a cell holds it: plain, the same in every language, empty where there is none.
pub(super) trait Plain {
    fn plain(&self) -> String;
}

impl<T: Plain> Plain for Option<T> {
    fn plain(&self) -> String {
        self.as_ref().map(Plain::plain).unwrap_or_default()
    }
}

impl<T: Plain + ?Sized> Plain for &T {
    fn plain(&self) -> String {
        (*self).plain()
    }
}

macro_rules! plain {
    ($($of:ty),+) => {$(
        impl Plain for $of {
            fn plain(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

plain!(str, String, bool, u32, i32, i64, usize, Count, Date, Euros, Id, Period, SessionId, Text);

impl Plain for f64 {
    fn plain(&self) -> String {
        format!("{self:.1}")
    }
}

impl Plain for TypedPeriod {
    fn plain(&self) -> String {
        self.typed.clone()
    }
}

impl Plain for Time {
    fn plain(&self) -> String {
        format!("{:02}:{:02}", self.hour(), self.minute())
    }
}

/// A word of the record.
pub(super) struct Word<T: Key>(pub T);

impl<T: Key> Plain for Word<T> {
    fn plain(&self) -> String {
        self.0.key().to_owned()
    }
}

/// Identifiers, a space between them.
pub(super) struct Ids<T>(pub T);

impl<T> Plain for Ids<T>
where
    T: Clone + IntoIterator,
    T::Item: ToString,
{
    fn plain(&self) -> String {
        self.0.clone().into_iter().map(|id| id.to_string()).collect::<Vec<_>>().join(" ")
    }
}
