//! A problem as a value, with its place in the user's own text. Printed as text by [`text`], as JSON lines by [`json`].

pub mod json;
pub mod text;

use crate::locale::problem::Problem;
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
    pub fix: Option<Edit>,
}

impl Diagnostic {
    /// The order in which problems are told: by file, then by place, then by rule.
    pub fn order(&self) -> impl Ord + '_ {
        (&self.path, self.place.as_ref().map(|place| (place.start, place.end)), self.rule)
    }
}
