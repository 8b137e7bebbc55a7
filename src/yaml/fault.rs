//! What can be wrong with a file as a file: faults of its text, its keys and the form of its values.

use super::edit::Edit;
use super::route::{Part, Route, Spot, Step};
use std::fmt;
use std::ops::Range;

/// Something wrong in a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The entry or value that is wrong.
    pub spot: Spot,
    /// The very bytes, where the route does not say it all.
    pub range: Option<Range<usize>>,
    /// What is wrong.
    pub kind: FaultKind,
    /// The edit that mends it, where there is just one way.
    pub fix: Option<Edit>,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The file cannot be read at all.
    Unreadable(UnreadableCause),
    /// Both sides of an unfinished merge are still there.
    ConflictMarkers,
    /// The text is not well formed.
    Syntax(SyntaxCause),
    /// The same key twice in one map.
    DuplicateKey {
        /// The key.
        key: String,
        /// The bytes of the first one.
        first: Range<usize>,
    },
    /// A key that is not known here.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that are.
        known: &'static [&'static str],
    },
    /// A key that must be there and is not, or has no value.
    MissingKey {
        /// The key.
        key: String,
    },
    /// A value of the wrong form.
    WrongType {
        /// What should be there.
        expected: Expected,
        /// What is there.
        found: Found,
    },
    /// A word outside its list.
    UnknownValue {
        /// The word.
        value: String,
        /// The list.
        known: &'static [&'static str],
    },
    /// A text that a comment sign or a comma cut short.
    TextCut {
        /// What is left of it.
        kept: String,
        /// What was cut off.
        cut: String,
        /// The sign that cut it: `#` or `,`.
        sign: char,
    },
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnreadableCause {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// A character that has no place in a text.
    ControlCharacter(char),
    /// Larger than [`super::MAX_BYTES`].
    TooLarge {
        /// Its size, in bytes.
        bytes: usize,
    },
}

/// Why a text is not well formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxCause {
    /// A colon and a space inside a text without quotes; the text as it should be written.
    ColonInText(Option<String>),
    /// Something after a closing quote; the text as it should be written.
    TextAfterQuote(Option<String>),
    /// A quote that is never closed.
    UnclosedQuote,
    /// A text that begins with a sign that means something else; the text as it should be written.
    SpecialStart(char, Option<String>),
    /// A tab where spaces are needed.
    Tab,
    /// A bracket that is never closed, or closed twice.
    Bracket,
    /// A line that is not aligned with its neighbours.
    Indentation,
    /// A line that has no `key:`.
    MissingColon,
    /// A second document in the file, after `---`.
    SecondDocument,
    /// Nested deeper than [`super::MAX_DEPTH`].
    TooDeep,
    /// A backslash that stands for nothing inside double quotes.
    Backslash,
    /// Something else.
    Other,
}

/// What a value should have been. The names are those that visitors give to serde.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Count,
    /// A decimal number.
    Decimal,
    /// A date.
    Date,
    /// A period.
    Period,
    /// An amount of euros.
    Amount,
    /// A time of day.
    Time,
    /// An identifier.
    Id,
    /// A year.
    Year,
    /// A list.
    List,
    /// Keys with their values.
    Map,
    /// One of information, decision, action, postponed.
    Outcome,
    /// Exactly one measure.
    Measure,
    /// One of points, percent, mark.
    ReportedFigure,
    /// `unanimous`, or for, against, abstained.
    Votes,
    /// An amount, or upkeep, investment, carried over.
    Grant,
    /// A period or `undated`.
    Signature,
    /// A number or `none`.
    FirstNumber,
}

impl Expected {
    /// Every form, with the name that visitors give it.
    pub const ALL: [(Self, &'static str); 19] = [
        (Self::Text, "text"),
        (Self::Boolean, "boolean"),
        (Self::Count, "count"),
        (Self::Decimal, "decimal"),
        (Self::Date, "date"),
        (Self::Period, "period"),
        (Self::Amount, "amount"),
        (Self::Time, "time"),
        (Self::Id, "id"),
        (Self::Year, "year"),
        (Self::List, "list"),
        (Self::Map, "map"),
        (Self::Outcome, "outcome"),
        (Self::Measure, "measure"),
        (Self::ReportedFigure, "reported-figure"),
        (Self::Votes, "votes"),
        (Self::Grant, "grant"),
        (Self::Signature, "signature"),
        (Self::FirstNumber, "first-number"),
    ];

    /// The form that a visitor names; serde's own visitors name structs and sequences in words, which are maps and
    /// lists.
    pub(super) fn named(name: &str) -> Self {
        let known = Self::ALL.iter().find(|(_, known)| *known == name).map(|(form, _)| *form);
        match known {
            Some(form) => form,
            None if name.starts_with("struct ") || name.contains("map") => Self::Map,
            None if name.contains("sequence") => Self::List,
            None if name.contains("bool") => Self::Boolean,
            None => Self::Text,
        }
    }
}

/// What stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Blank,
    /// A text.
    Text(String),
    /// A list.
    List,
    /// Keys with their values.
    Map,
}

impl Fault {
    /// A fault of the text as such, at these bytes.
    pub fn at(range: Range<usize>, kind: FaultKind) -> Self {
        Self { spot: Route::top().value(), range: Some(range), kind, fix: None }
    }

    /// The key that the wrong value stands under; empty at the top of a file.
    pub fn key(&self) -> &str {
        let keys = self.spot.route.steps().iter().rev();
        let mut names = keys.filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        });
        names.next().unwrap_or_default()
    }

    pub(super) fn new(kind: FaultKind) -> Self {
        Self { spot: Route::top().value(), range: None, kind, fix: None }
    }

    pub(super) fn under(mut self, step: Step) -> Self {
        self.spot.route = self.spot.route.under(step);
        self
    }

    pub(super) fn on_key(mut self) -> Self {
        self.spot.part = Part::Key;
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {:?}", self.spot.route, self.kind)
    }
}

impl std::error::Error for Fault {}

impl serde::de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let expected = Expected::named(&message.to_string());
        Self::new(FaultKind::WrongType { expected, found: Found::Blank })
    }

    fn invalid_type(_: serde::de::Unexpected<'_>, expected: &dyn serde::de::Expected) -> Self {
        Self::custom(expected)
    }

    fn invalid_value(_: serde::de::Unexpected<'_>, expected: &dyn serde::de::Expected) -> Self {
        Self::custom(expected)
    }

    fn unknown_variant(value: &str, known: &'static [&'static str]) -> Self {
        Self::new(FaultKind::UnknownValue { value: value.to_owned(), known })
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(FaultKind::UnknownKey { key: key.to_owned(), known })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(FaultKind::MissingKey { key: key.to_owned() })
    }
}
