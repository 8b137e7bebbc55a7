//! A template's text as the engine is given it, and how it is read. The build reads the built-in minutes in the same way
//! (`templates/compile.rs`), so that nothing here is of this crate.

use minijinja::syntax::SyntaxConfig;
use std::ops::Range;

/// How a template is read: a line of nothing but `{% … %}` leaves no trace.
#[allow(clippy::expect_used, reason = "no delimiter is set that could be refused")]
pub(super) fn syntax() -> SyntaxConfig {
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
    syntax.expect("the usual delimiters")
}

/// A template's text as the engine is given it: with LF line ends, none of which it swallows after `%}`.
#[derive(Debug, Clone)]
pub(super) struct Prepared {
    pub(super) text: String,
    /// Where each line begins here, where it begins in the written text, and how long it is there.
    lines: Vec<(usize, usize, usize)>,
}

/// Prints nothing; the engine keeps a line end that follows it.
const KEEP_LINE_END: &str = "{{''}}";

impl Prepared {
    pub(super) fn new(written: &str) -> Self {
        let mut prepared = Self { text: String::with_capacity(written.len()), lines: Vec::new() };
        let mut at = 0;
        for line in written.split_inclusive('\n') {
            let content = line.trim_end_matches('\n').trim_end_matches('\r');
            prepared.lines.push((prepared.text.len(), at, content.len()));
            prepared.text.push_str(content);
            if content.ends_with("%}") && !is_only_tags(content) {
                prepared.text.push_str(KEEP_LINE_END);
            }
            if line.ends_with('\n') {
                prepared.text.push('\n');
            }
            at += line.len();
        }
        prepared
    }

    /// The same bytes in the text as it was written.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        let back = |byte: usize| {
            let line = self.lines.partition_point(|(start, _, _)| *start <= byte).checked_sub(1);
            line.and_then(|line| self.lines.get(line))
                .map_or(0, |(start, written, length)| written + (byte - start).min(*length))
        };
        back(range.start)..back(range.end)
    }
}

/// Says whether a line is made of nothing but `{% … %}` and blanks.
fn is_only_tags(line: &str) -> bool {
    let mut rest = line.trim();
    while let Some(tag) = rest.strip_prefix("{%") {
        let Some((_, after)) = tag.split_once("%}") else { return false };
        rest = after.trim_start();
    }
    rest.is_empty()
}
