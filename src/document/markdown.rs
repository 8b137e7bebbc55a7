//! Users' Markdown inside a document: it keeps its form and cannot break the document's own.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;

/// A short text as one line of Markdown: its line ends are spaces, and a sign at its start that would begin a list, a
/// heading or a quote is escaped.
pub fn line(text: &str) -> String {
    let line = if is_one_line(text) {
        text.to_owned()
    } else {
        let words = text.split(|sign: char| sign == ' ' || sign.is_control()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    if line.starts_with(char::is_alphabetic) {
        return line;
    }
    let digits = line.len() - line.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let after_digits = line.get(digits..).unwrap_or_default();
    if digits > 0 && (after_digits.starts_with(". ") || after_digits.starts_with(") ")) {
        return format!("{}\\{after_digits}", line.get(..digits).unwrap_or_default());
    }
    let starts = ["- ", "+ ", "* ", "> ", "---", "***", "___", "```", "~~~", "|", "<"];
    let is_heading = line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
    let escaped = is_heading || starts.iter().any(|start| line.starts_with(start));
    if escaped { format!("\\{line}") } else { line }
}

/// Says whether a text is one line already, with one blank between two words. What may be a control character beyond
/// ASCII, beginning with 0xC2 as « does, is looked at closely.
fn is_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Folded to the end, for texts are short, and the compiler looks at bytes together where none can end the loop.
    let is_suspected = |byte: &u8| byte.is_ascii_control() || *byte == 0xc2;
    let is_gap = |two: &[u8; 2]| two == b"  ";
    let has_gap = bytes.array_windows().fold(false, |any, two| any | is_gap(two));
    let is_plain =
        !bytes.iter().fold(false, |any, byte| any | is_suspected(byte)) || !text.chars().any(char::is_control);
    is_plain && !text.starts_with(' ') && !text.ends_with(' ') && !has_gap
}

/// Says whether a text of several paragraphs has a control character other than tabs and line feeds. « is likely in one: it
/// begins with 0xC2 too, and must not have every letter looked at.
fn has_control(text: &str) -> bool {
    let of_ascii = |byte: &u8| byte.is_ascii_control() && !matches!(byte, b'\n' | b'\t');
    let beyond = |two: &[u8; 2]| matches!(two, [0xc2, 0x80..=0x9f]);
    let bytes = text.as_bytes();
    bytes.iter().fold(false, |any, byte| any | of_ascii(byte))
        || bytes.array_windows().fold(false, |any, two| any | beyond(two))
}

/// What [`line`] makes of a text, cut between two words where it has more characters than `most`, « … » included.
pub(super) fn short(text: &str, most: usize) -> String {
    let text = line(text);
    if text.chars().count() <= most {
        return text;
    }
    let kept: String = text.chars().take(most.saturating_sub(2)).collect();
    let whole = match (kept.rsplit_once(' '), text.get(kept.len()..)) {
        (_, Some(rest)) if rest.starts_with(' ') => &kept,
        (Some((words, _)), _) => words,
        (None, _) => &kept,
    };
    format!("{} …", whole.trim_end_matches([' ', ',', ';', ':', '\\']))
}

/// A text of several paragraphs that cannot break the document around it: its headings are moved below a heading of
/// this level, a block of code that it leaves open is closed, and HTML in it is text.
pub fn nested(text: &str, level: usize) -> String {
    let is_kept = |sign: &char| !sign.is_control() || matches!(sign, '\n' | '\t');
    let text = if has_control(text) {
        Cow::Owned(text.replace("\r\n", "\n").chars().filter(is_kept).collect())
    } else {
        Cow::Borrowed(text)
    };
    let text = text.trim_end();
    if !may_need_care(text) {
        return text.to_owned();
    }
    let mut result = String::with_capacity(text.len() + 8);
    let mut done = 0;
    let mut open_fence = None;
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        let block = text.get(range.clone()).unwrap_or_default();
        match event {
            Event::Start(Tag::Heading { level: own, .. }) => {
                result.push_str(text.get(done..range.start).unwrap_or_default());
                result.push_str(&"#".repeat((own as usize + level).min(6)));
                result.push(' ');
                result.push_str(&heading_text(block));
                result.push('\n');
                done = range.end;
            }
            Event::Start(Tag::HtmlBlock) => {
                result.push_str(text.get(done..range.start).unwrap_or_default());
                let blanks = block.len() - block.trim_start().len();
                result.push_str(block.get(..blanks).unwrap_or_default());
                result.push('\\');
                done = range.start + blanks;
            }
            // Inside a list or a quote it ends where that does.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) if depth == 0 => open_fence = unclosed(block),
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => depth += 1,
            Event::End(TagEnd::List(_) | TagEnd::BlockQuote(_)) => depth -= 1,
            _ => {}
        }
    }
    result.push_str(text.get(done..).unwrap_or_default());
    let mut result = result.trim_end().to_owned();
    if let Some(fence) = open_fence {
        result.push('\n');
        result.push_str(&fence);
    }
    result
}

/// A quick look for a heading in either way of writing, for a fence, and for HTML.
fn may_need_care(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The last sign of its line.
    let underlines = |at: usize| {
        let rest = text[at + 1..].trim_start_matches(|sign: char| sign != '\n' && sign.is_whitespace());
        rest.is_empty() || rest.starts_with('\n')
    };
    let has_run = |sign: u8| memchr::memmem::find(bytes, &[sign; 3]).is_some();
    memchr::memchr2(b'#', b'<', bytes).is_some()
        || has_run(b'`')
        || has_run(b'~')
        || memchr::memchr2_iter(b'=', b'-', bytes).any(underlines)
}

/// The fence that would close a block of code, where nothing does.
fn unclosed(block: &str) -> Option<String> {
    let first = block.trim_start();
    let sign = first.chars().next()?;
    let fence: String = first.chars().take_while(|other| *other == sign).collect();
    let last = block.trim_end().lines().last()?.trim();
    let closes =
        block.trim_end().lines().count() > 1 && last.len() >= fence.len() && last.chars().all(|other| other == sign);
    (!closes).then_some(fence)
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

#[cfg(test)]
mod tests {
    use super::{has_control, is_one_line, may_need_care};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn quick_looks_find_what_slow_ones_find(text in "[-=a #\\n\\t\r\u{a0}\u{85}é«]{0,12}") {
            let is_one = !text.chars().any(char::is_control)
                && !text.starts_with(' ')
                && !text.ends_with(' ')
                && !text.contains("  ");
            prop_assert_eq!(is_one_line(&text), is_one, "{:?}", text);
            let is_other = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\t');
            prop_assert_eq!(has_control(&text), text.chars().any(is_other), "{:?}", text);
            let underlines = |line: &str| line.trim_end().ends_with(['=', '-']);
            let needs_care = text.contains('#') || text.lines().any(underlines);
            prop_assert_eq!(may_need_care(&text), needs_care, "{:?}", text);
        }
    }
}
