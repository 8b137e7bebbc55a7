//! Comments that silence a rule where they stand: `# council: allow unknown-member`, on the line or above it.

use crate::yaml::{Source, Tree};
use std::ops::Range;

/// A rule that a comment allows: where, and which.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Allowed {
    /// The file.
    pub path: String,
    /// The comment's line, from 1.
    pub line: usize,
    /// The rule's name, in small letters.
    pub rule: String,
}

/// A name in such a comment; the words of a reason after the first are names too.
#[derive(Debug)]
pub(super) struct Name {
    /// The comment's line, from 1.
    pub line: usize,
    /// The name's bytes in the file.
    pub range: Range<usize>,
    /// The name, in small letters.
    pub rule: String,
    /// Whether it is the comment's first.
    pub is_first: bool,
    /// Whether nothing stands before the comment in its line, so that it is about the next one too.
    is_alone: bool,
}

/// What the comments of a file allow, in its order.
#[derive(Debug, Default)]
pub(super) struct Allows {
    names: Vec<Name>,
}

impl Allows {
    /// Those of a file. Within a text no comment stands, but words that are printed; in a file that is no YAML, nobody can
    /// tell, and each `#` may begin one.
    pub fn of(source: &Source<'_>) -> Self {
        let text = source.text();
        if !may_allow(text) {
            return Self::default();
        }
        let starts: Vec<usize> = match Tree::parse(text) {
            Ok(tree) => tree.comments.iter().map(|comment| comment.start).collect(),
            Err(_) => text.match_indices('#').map(|(at, _)| at).collect(),
        };
        let mut names = Vec::new();
        for start in starts {
            let line = source.line_of(start);
            let whole = source.line_range(line);
            let Some(at) = names_in(&text[start..whole.end]) else { continue };
            let is_alone = text[whole.start..start].trim().is_empty();
            let words = words(&text[start + at..whole.end], start + at);
            names.extend(words.enumerate().map(|(place, (range, name))| Name {
                line,
                range,
                rule: name.to_ascii_lowercase(),
                is_first: place == 0,
                is_alone,
            }));
        }
        Self { names }
    }

    /// Each name.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The line, from 1, of the comment that silences a rule on a line.
    pub fn line_for(&self, rule: &str, line: usize) -> Option<usize> {
        let named = |line: usize| self.names.iter().filter(move |name| name.line == line && name.rule == rule);
        let above = || named(line - 1).find(|name| name.is_alone);
        named(line).next().or_else(above).map(|name| name.line)
    }
}

/// Says whether such a comment may stand in a text: French has hardly a word with these letters.
pub(super) fn may_allow(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), b"llow").is_some()
}

/// Where a comment begins to name rules, from its `#`: however it is spaced and capitalised.
fn names_in(comment: &str) -> Option<usize> {
    let after = ["#", "council", ":", "allow"].into_iter().try_fold(comment, |rest, part| {
        let rest = rest.trim_start();
        let start = rest.get(..part.len())?;
        start.eq_ignore_ascii_case(part).then(|| &rest[part.len()..])
    })?;
    after.starts_with([' ', '\t', '\u{a0}']).then(|| comment.len() - after.len())
}

/// The words of a text that begins at this byte, each with its bytes.
fn words(text: &str, start: usize) -> impl Iterator<Item = (Range<usize>, &str)> {
    let is_apart = |sign: char| sign == ',' || sign.is_whitespace();
    let is_outside = |sign: char| !sign.is_alphanumeric();
    let parts = text.split_inclusive(is_apart).scan(start, |at, word| {
        let begin = *at;
        *at += word.len();
        Some((begin, word))
    });
    parts.filter_map(move |(begin, word)| {
        let name = word.trim_matches(is_outside);
        let begin = begin + word.len() - word.trim_start_matches(is_outside).len();
        (!name.is_empty()).then_some((begin..begin + name.len(), name))
    })
}
