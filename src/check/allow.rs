//! Comments that silence a rule where they stand: `# council: allow unknown-member`, on the line or above it.

use crate::yaml::{Source, Tree, for_program};
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
    /// tell, and each line may end with one.
    pub fn of(source: &Source<'_>) -> Self {
        let text = source.text();
        if !may_allow(text) {
            return Self::default();
        }
        let comments = Tree::parse(text).map(|tree| tree.comments);
        let comments =
            comments.unwrap_or_else(|_| (1..=source.line_count()).map(|line| source.line_range(line)).collect());
        let mut names = Vec::new();
        for comment in comments {
            let Some(said) = names_in(&text[comment.clone()]) else { continue };
            let line = source.line_of(comment.start);
            let is_alone = source.line(line).trim_start().starts_with('#');
            let start = comment.end - said.len();
            let words = words(said, start);
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
        let named = |line: usize| {
            let first = self.names.partition_point(|name| name.line < line);
            let of_line = self.names[first..].iter().take_while(move |name| name.line == line);
            of_line.filter(|name| name.rule == rule)
        };
        let above = || named(line - 1).find(|name| name.is_alone);
        named(line).next().or_else(above).map(|name| name.line)
    }
}

/// Says whether such a comment may stand in a text: French has hardly a word with these letters, and `follow-up` has others
/// before them.
pub(super) fn may_allow(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut places = memchr::memmem::find_iter(bytes, b"llow");
    places.any(|at| at.checked_sub(1).is_some_and(|before| bytes[before].eq_ignore_ascii_case(&b'a')))
}

/// What stands behind `# council: allow` in a comment, which may begin otherwise: `# agreed # council: allow personal-data`.
fn names_in(comment: &str) -> Option<&str> {
    let marks = memchr::memchr_iter(b'#', comment.as_bytes());
    marks.filter_map(|at| for_program(&comment[at + 1..])).find_map(|told| {
        let (word, names) = told.trim_start().split_once(char::is_whitespace)?;
        word.eq_ignore_ascii_case("allow").then_some(names)
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(text: &str, line: usize) -> bool {
        Allows::of(&Source::new(text)).line_for("personal-data", line).is_some()
    }

    #[test]
    fn a_comment_may_be_written_as_one_likes() {
        for comment in [
            "# council: allow personal-data",
            "## council: allow personal-data",
            "#Council :Allow\u{a0}Personal-Data, agreed",
            "# agreed # council: allow wrong-year, personal-data",
        ] {
            assert!(allowed(&format!("place: Loge {comment}\n"), 1), "{comment}");
            assert!(allowed(&format!("{comment}\nplace: Loge\n"), 2), "{comment}");
            assert!(!allowed(&format!("time: 18:00 {comment}\nplace: Loge\n"), 2), "{comment}");
            assert!(allowed(&format!("place: \"Loge\n  {comment}\n"), 2), "not YAML: {comment}");
        }
        assert!(!allowed("place: Loge # council: allowed personal-data\n", 1));
    }

    #[test]
    fn no_tree_is_read_for_a_kind_of_session() {
        assert!(!may_allow("kind: follow-up\nplace: llow\n") && !may_allow("llow"));
        assert!(may_allow("# council: allow x") && may_allow("# Council: Allow x"));
    }

    #[test]
    fn within_a_text_nothing_is_allowed() {
        let comment = "# council: allow personal-data";
        assert!(!allowed(&format!("place: |\n  Loge\n  {comment}\n  du 5\n"), 3));
        assert!(!allowed(&format!("place: \"Loge {comment}\"\n"), 1));
        assert!(allowed(&format!("place: | {comment}\n  Loge\n"), 1));
        assert!(allowed(&format!("place: |\n  Loge\n{comment}\ntime: 18:00\n"), 4));
    }

    #[test]
    fn many_marks_in_a_broken_line_are_one_comment() {
        let text = format!("place: \"x {}\n", "#council: allow x ".repeat(3000));
        assert!(Allows::of(&Source::new(&text)).names().len() < 10_000);
    }
}
