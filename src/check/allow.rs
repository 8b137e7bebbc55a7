//! Comments that silence a rule where they stand: `# council: allow unknown-member`, on the line or above it.

use crate::yaml::Source;
use std::ops::Range;

/// What such a comment begins with.
pub(super) const MARK: &str = "# council: allow ";

/// A rule that a comment allows: where, and which.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Allowed {
    /// The file.
    pub path: String,
    /// The comment's line, from 1.
    pub line: usize,
    /// The rule's name, as it is written.
    pub rule: String,
}

/// The names that a line allows, each with its bytes; the words of a reason after them are names too.
pub(super) fn allowed(line: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let start = line.find(MARK).map_or(line.len(), |at| at + MARK.len());
    let is_apart = |sign: char| sign == ',' || sign == ' ';
    let words = line.get(start..).unwrap_or_default().split_inclusive(is_apart).scan(start, |at, word| {
        let begin = *at;
        *at += word.len();
        Some((begin, word))
    });
    words.filter_map(|(begin, word)| {
        let is_outside = |sign: char| !sign.is_alphanumeric();
        let name = word.trim_matches(is_outside);
        let begin = begin + word.len() - word.trim_start_matches(is_outside).len();
        (!name.is_empty()).then_some((begin..begin + name.len(), name))
    })
}

/// The line, from 1, of the comment that silences a rule on a line.
pub(super) fn is_allowed(source: &Source<'_>, rule: &str, line: usize) -> Option<usize> {
    let allows = |line: &str| allowed(line).any(|(_, name)| name == rule);
    if allows(source.line(line)) {
        return Some(line);
    }
    let above = line.checked_sub(1).filter(|above| source.line(*above).trim_start().starts_with('#'))?;
    allows(source.line(above)).then_some(above)
}
