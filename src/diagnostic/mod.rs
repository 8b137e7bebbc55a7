//! A problem as a value, with its place in the user's own text. Printed as text by [`text`], as JSON lines by [`json`].

pub mod json;
pub mod text;

use crate::locale::problem::{Problem, Reading, Reference};
use crate::yaml::{Edit, LineColumn, Source};
use std::ops::Range;

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The record cannot be relied on.
    Error,
    /// Somebody should look.
    Warning,
}

impl Severity {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A place in a file, with the line it is on, so that the file itself need not be kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Where it begins.
    pub start: LineColumn,
    /// Where it ends: the column after its last character.
    pub end: LineColumn,
    /// The text of the line it begins on.
    pub line: String,
    /// The bytes of that line to underline.
    pub underlined: (usize, usize),
}

impl Place {
    /// The place of these bytes of a text, cut to their first line.
    pub fn new(source: &Source<'_>, range: Range<usize>) -> Self {
        let range = source.on_one_line(range);
        let start = source.locate(range.start);
        let line = source.line_range(start.line);
        let underlined = (range.start.saturating_sub(line.start), range.end.saturating_sub(line.start));
        Self { start, end: source.locate(range.end), line: source.line(start.line).to_owned(), underlined }
    }
}

/// Something that is wrong, where it is wrong, and what would mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The name of the rule.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The file, from the record's root, with `/`.
    pub path: String,
    /// The place; `None` for the file as a whole.
    pub place: Option<Place>,
    /// The problem, with what its words need.
    pub problem: Problem,
    /// Another place that makes the problem one, in this file or another.
    pub related: Option<(String, Place)>,
    /// What mends it, where there is just one way.
    pub fix: Option<Fix>,
}

/// What mends a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Quotes around a text.
    Quotes(Edit),
    /// Another word for the key or the reference at these bytes; of a reference to something within another, such as
    /// `session/finding`, for the part that is wrong.
    Word {
        /// The bytes of the key, or of the whole value.
        at: Range<usize>,
        /// The word that was meant.
        meant: String,
    },
    /// The order of their dates for the items of the list that holds these bytes.
    Order {
        /// The bytes of a date in it.
        at: Range<usize>,
    },
    /// Another name for the file or the folder, in the same folder.
    Name(String),
}

impl Diagnostic {
    /// The order in which problems are told: by file, then by place, then by rule.
    pub fn order(&self) -> impl Ord + '_ {
        (&self.path, self.place.as_ref().map(|place| (place.start, place.end)), self.rule)
    }

    /// Says whether it is the same problem as another one, wherever in the file it stands, and whatever could be proposed
    /// instead when each was found.
    pub fn is_same(&self, other: &Self) -> bool {
        let same_problem = match (&self.problem, &other.problem) {
            (Problem::Reference(one), Problem::Reference(other)) => {
                let wrong = |reference: &Reference| (reference.referent, reference.id.clone());
                wrong(one) == wrong(other)
            }
            (
                Problem::Reading(Reading::UnknownKey { key: one, .. }),
                Problem::Reading(Reading::UnknownKey { key: other, .. }),
            ) => one == other,
            (one, other) => one == other,
        };
        (self.rule, &self.path) == (other.rule, &other.path) && same_problem
    }
}
