//! A text with its lines: bytes to line and column, in characters, from 1. The byte-order mark belongs to no line.

use std::borrow::Cow;
use std::ops::Range;

/// A line and a column, both from 1; columns count characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A text indexed by lines.
#[derive(Debug, Clone)]
pub struct Source<'t> {
    text: Cow<'t, str>,
    starts: Vec<usize>,
}

impl<'t> Source<'t> {
    /// Indexes a text, given without its byte-order mark. LF and CRLF both end a line.
    pub fn new(text: impl Into<Cow<'t, str>>) -> Self {
        let text = text.into();
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0).chain(ends.map(|end| end + 1)).collect();
        Self { text, starts }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number of the line, from 1, that holds this byte.
    pub fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    /// The line and column of a byte.
    pub fn locate(&self, byte: usize) -> LineColumn {
        let byte = byte.min(self.text.len());
        let line = self.line_of(byte);
        let start = self.starts[line - 1];
        let column = self.text.get(start..byte).map_or(0, |before| before.chars().count()) + 1;
        LineColumn { line, column }
    }

    /// The bytes of a line, from 1, without its end. A line past the last is empty.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.starts.get(index)) else {
            return self.text.len()..self.text.len();
        };
        let next = self.starts.get(line).copied().unwrap_or(self.text.len() + 1);
        let content = self.text.get(start..next - 1).unwrap_or_default();
        start..start + content.trim_end_matches('\r').len()
    }

    /// A line's text, without its end.
    pub fn line(&self, line: usize) -> &str {
        self.text.get(self.line_range(line)).unwrap_or_default()
    }

    /// How many lines there are; the empty one after a last line end counts.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The range cut to its first line, without blanks at its end, and of one character at least where there is one.
    pub fn on_one_line(&self, range: Range<usize>) -> Range<usize> {
        let line = self.line_range(self.line_of(range.start.min(self.text.len())));
        let start = range.start.min(line.end);
        let end = range.end.clamp(start, line.end);
        let shown = self.text.get(start..end).unwrap_or_default().trim_end();
        let end = start + shown.len();
        if end > start {
            return start..end;
        }
        let next = self.text.get(start..line.end).and_then(|rest| rest.chars().next());
        start..start + next.map_or(0, char::len_utf8)
    }
}
