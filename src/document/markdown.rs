//! Users' Markdown inside a document: it keeps its form and cannot break the document's own.

use pulldown_cmark::{Event, Options, Parser, Tag};

/// A short text as one line of Markdown: its line ends are spaces, and a sign at its start that would begin a list, a
/// heading or a quote is escaped.
pub fn line(text: &str) -> String {
    let words: Vec<&str> = text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    let digits = line.len() - line.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let after_digits = line.get(digits..).unwrap_or_default();
    if digits > 0 && (after_digits.starts_with(". ") || after_digits.starts_with(") ")) {
        return format!("{}\\{after_digits}", line.get(..digits).unwrap_or_default());
    }
    let escapes = ["# ", "## ", "### ", "- ", "+ ", "* ", "> ", "---", "***", "___", "```", "~~~", "|"];
    if escapes.iter().any(|start| line.starts_with(start)) { format!("\\{line}") } else { line }
}

/// A text of several paragraphs, whose headings are moved below a heading of this level, so that the document's own
/// come in order.
pub(super) fn nested(text: &str, level: usize) -> String {
    let text = text.replace("\r\n", "\n");
    let text = text.trim_end();
    if !may_have_headings(text) {
        return text.to_owned();
    }
    let headings: Vec<_> = Parser::new_ext(text, Options::ENABLE_TABLES)
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Heading { level, .. }) => Some((level as usize, range)),
            _ => None,
        })
        .collect();
    let mut result = String::with_capacity(text.len() + 8);
    let mut done = 0;
    for (own, range) in headings {
        let heading = text.get(range.clone()).unwrap_or_default();
        let depth = (own + level).min(6);
        let title = heading_text(heading);
        result.push_str(text.get(done..range.start).unwrap_or_default());
        result.push_str(&"#".repeat(depth));
        result.push(' ');
        result.push_str(&title);
        result.push('\n');
        done = range.end;
    }
    result.push_str(text.get(done..).unwrap_or_default());
    result.trim_end().to_owned()
}

/// A quick look for a heading in either way of writing: a `#`, or a line underlined with `=` or `-`.
fn may_have_headings(text: &str) -> bool {
    let underlines = |line: &str| line.trim_end().ends_with(['=', '-']);
    text.contains('#') || text.lines().any(underlines)
}

/// The words of a heading, whichever of the two ways it is written.
fn heading_text(heading: &str) -> String {
    let first = heading.trim_start();
    if first.starts_with('#') {
        return first.trim_matches(['#', ' ', '\n']).to_owned();
    }
    let lines: Vec<&str> = heading.trim_end().lines().collect();
    let words = lines.split_last().map_or(&lines[..], |(_, words)| words);
    words.join(" ").trim().to_owned()
}
