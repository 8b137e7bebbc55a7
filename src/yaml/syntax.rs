//! From the parser's error to its cause in the words of someone who writes French, with the edit that mends it where
//! quotes do.

use super::edit::Edit;
use super::fault::{Fault, FaultKind, SyntaxCause};
use super::quote::quoted;
use super::source::Source;
use super::trap::without_comment;
use granit_parser::{ErrorKind, ScanError};
use std::ops::Range;

/// Signs that mean something else than themselves where they begin a text.
const SPECIAL: [char; 13] = ['*', '&', '@', '%', '!', '`', '-', '>', '|', '[', '{', ',', '?'];

/// The fault behind a parser's error.
pub(super) fn fault(text: &str, error: &ScanError) -> Fault {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => here(text, at, SyntaxCause::TooDeep),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => here(text, tab_before(text, at), SyntaxCause::Tab),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
            here(text, open_quote(text, at), SyntaxCause::UnclosedQuote)
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            after_quote(text, at)
        }
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => {
            here(text, bad_escape(text, at), SyntaxCause::Backslash)
        }
        ErrorKind::InvalidIndentation if open_bracket(text, at).is_some() => {
            here(text, open_bracket(text, at).unwrap_or(at), SyntaxCause::Bracket)
        }
        ErrorKind::MultipleDocumentsUnsupported => second_document(at..at),
        kind => of_the_line(text, at, kind),
    }
}

/// The fault of a second document; its range is that of `---`.
pub(super) fn second_document(range: Range<usize>) -> Fault {
    Fault::at(range, FaultKind::Syntax(SyntaxCause::SecondDocument))
}

/// The fault of something that has no place where it stands.
pub(super) fn unexpected(range: Range<usize>) -> Fault {
    Fault::at(range, FaultKind::Syntax(SyntaxCause::Other))
}

/// The fault of a value that bears an anchor or a tag: a text that begins with `&` or `!`.
pub(super) fn property(text: &str, at: usize) -> Fault {
    let source = Source::new(text);
    let line = source.line_range(source.line_of(at));
    let start = value_start(text, &line).filter(|start| *start <= at).unwrap_or(at);
    let sign_at = |start: usize| text.get(start..)?.chars().next().filter(|sign| matches!(sign, '&' | '!'));
    if sign_at(start).is_some() {
        return special_start(text, start);
    }
    // It stands on a line above the list or the keys that bear it.
    let above = (1..source.line_of(at)).rev().find_map(|line| {
        let start = value_start(text, &source.line_range(line))?;
        Some((start, sign_at(start)?))
    });
    match above {
        Some((start, sign)) => here(text, start, SyntaxCause::SpecialStart(sign, None)),
        None => special_start(text, start),
    }
}

/// The fault of a text that begins with a sign that means something else.
pub(super) fn special_start(text: &str, at: usize) -> Fault {
    let sign = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
    quoting(text, at, at, |proposal| SyntaxCause::SpecialStart(sign, proposal))
}

/// What the line itself shows: a sign at the start of its value, a colon inside it, or its place among its neighbours.
fn of_the_line(text: &str, at: usize, kind: &ErrorKind) -> Fault {
    let source = Source::new(text);
    let line = source.line_range(source.line_of(at));
    let Some(start) = value_start(text, &line) else { return structural(text, at, kind) };
    let value = text.get(start..line.end).unwrap_or_default();
    if text.get(line.start..start).is_some_and(|lead| lead.trim().is_empty()) && !value.contains(": ") {
        return structural(text, at, kind);
    }
    let first = value.chars().next().unwrap_or(' ');
    let closes = |sign: char, close: char| first == sign && !value.contains(close);
    let closes_twice = |sign: char, close: char| {
        let after = value.split_once(close).map(|(_, after)| after.trim());
        first == sign && after.is_some_and(|after| !after.is_empty() && after.chars().all(|sign| sign == close))
    };
    if closes('[', ']')
        || closes('{', '}')
        || closes_twice('[', ']')
        || closes_twice('{', '}')
        || is_bracket_left(kind, first)
    {
        return here(text, start, SyntaxCause::Bracket);
    }
    if SPECIAL.contains(&first) && at >= start {
        return special_start(text, start);
    }
    if let Some(colon) = colon_in(value)
        && matches!(kind, ErrorKind::MappingValueNotAllowed)
        && at >= start
    {
        let colon = start + colon;
        if text.get(line.start..start).is_some_and(|lead| lead.trim().is_empty()) {
            // The text begins on an earlier line, where its quotes would.
            return here(text, colon, SyntaxCause::ColonInText(None));
        }
        return quoting(text, start, colon, SyntaxCause::ColonInText);
    }
    structural(text, at, kind)
}

/// The parser was still between the brackets that begin a value.
fn is_bracket_left(kind: &ErrorKind, first: char) -> bool {
    matches!(first, '[' | '{')
        && matches!(
            kind,
            ErrorKind::ExpectedFlowMappingSeparator
                | ErrorKind::ExpectedFlowSequenceSeparator
                | ErrorKind::MismatchedFlowCollectionEnd { .. }
                | ErrorKind::UnclosedFlowCollection { .. }
        )
}

fn structural(text: &str, at: usize, kind: &ErrorKind) -> Fault {
    let cause = match kind {
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => SyntaxCause::MissingColon,
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::MappingKeyNotAllowed => SyntaxCause::Indentation,
        ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence => SyntaxCause::Bracket,
        ErrorKind::UnexpectedCharacter { character } => SyntaxCause::SpecialStart(*character, None),
        _ => SyntaxCause::Other,
    };
    let at = if cause == SyntaxCause::Indentation { first_sign(text, at) } else { at };
    here(text, at, cause)
}

/// Where the line of this place begins to say something.
fn first_sign(text: &str, at: usize) -> usize {
    let source = Source::new(text);
    let line = source.line_range(source.line_of(at));
    let indent = text.get(line.clone()).map_or(0, |line| line.len() - line.trim_start().len());
    (line.start + indent).min(line.end)
}

/// Something stands after a closing quote: either the whole text wants quotes, or the quote closes one that an earlier
/// line left open.
fn after_quote(text: &str, at: usize) -> Fault {
    let source = Source::new(text);
    let line = source.line_of(at);
    let range = source.line_range(line);
    let start = value_start(text, &range).unwrap_or(range.start);
    let begun_here = text.get(start..at).is_some_and(|begun| begun.len() > 1 && begun.starts_with(['"', '\'']));
    if begun_here {
        return quoting(text, start, at, SyntaxCause::TextAfterQuote);
    }
    here(text, open_quote(text, range.start.saturating_sub(1)), SyntaxCause::UnclosedQuote)
}

/// The last quote, at or before this place, that begins a value and is not closed on its line.
fn open_quote(text: &str, at: usize) -> usize {
    let source = Source::new(text);
    (1..=source.line_of(at))
        .rev()
        .find_map(|line| {
            let range = source.line_range(line);
            let start = value_start(text, &range)?;
            let value = text.get(start..range.end)?;
            let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
            (value.matches(quote).count() % 2 == 1).then_some(start)
        })
        .unwrap_or(at)
}

/// The last bracket above this line that begins a value and is not closed on its line, unless this line closes it.
fn open_bracket(text: &str, at: usize) -> Option<usize> {
    let source = Source::new(text);
    let line = source.line_of(at);
    if source.line(line).trim_start().starts_with([']', '}']) {
        return None;
    }
    (1..line).rev().find_map(|line| {
        let range = source.line_range(line);
        let start = value_start(text, &range)?;
        let value = text.get(start..range.end)?;
        let unclosed = |open: char, close: char| value.starts_with(open) && !value.contains(close);
        (unclosed('[', ']') || unclosed('{', '}')).then_some(start)
    })
}

/// A fault that quotes mend: the value of the line, from `start`, is written between quotes.
fn quoting(text: &str, start: usize, at: usize, cause: impl Fn(Option<String>) -> SyntaxCause) -> Fault {
    let source = Source::new(text);
    let line = source.line_range(source.line_of(start));
    let value = without_comment(text.get(start..line.end).unwrap_or_default());
    let edit = Edit { range: start..start + value.len(), replacement: quoted(meant(value)) };
    let mut fault = here(text, at, cause(Some(edit.replacement.clone())));
    fault.fix = (!value.is_empty() && !continues_below(text, start)).then_some(edit);
    fault
}

/// Says whether the value that begins here goes on in the next line: quotes around its first line alone would break it.
pub(super) fn continues_below(text: &str, start: usize) -> bool {
    let source = Source::new(text);
    let number = source.line_of(start);
    let line = source.line_range(number);
    let lead = text.get(line.start..start).unwrap_or_default();
    let content = lead.len() - lead.trim_start_matches([' ', '-']).len();
    let has_key = content < lead.len();
    let below = (number + 1..=source.line_count()).map(|number| source.line(number));
    let Some(next) = below.into_iter().find(|line| !line.trim().is_empty()) else { return false };
    let indent = next.len() - next.trim_start().len();
    let is_item = lead.contains('-');
    if has_key { indent > content } else { is_item && indent >= content }
}

/// The text that was meant: without the quotes around it, straight or curly.
fn meant(value: &str) -> &str {
    let pairs = [('"', '"'), ('\'', '\''), ('“', '”'), ('„', '”')];
    // Quotes that stand inside too are part of the text: `"La Ville" et "le bailleur"`.
    let inside = |(open, close): &(char, char)| {
        let inside = value.strip_prefix(*open)?.strip_suffix(*close)?;
        (*open == '\'' || !inside.contains([*open, *close])).then_some(inside)
    };
    pairs.iter().find_map(inside).unwrap_or(value)
}

fn here(text: &str, at: usize, cause: SyntaxCause) -> Fault {
    let at = (0..=at.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0);
    let length =
        text.get(at..).and_then(|rest| rest.chars().next()).filter(|sign| *sign != '\n').map_or(0, char::len_utf8);
    Fault::at(at..at + length, FaultKind::Syntax(cause))
}

/// The first backslash, from this place of a text between double quotes, that stands for nothing.
fn bad_escape(text: &str, at: usize) -> usize {
    let mut signs = text.get(at..).unwrap_or_default().char_indices();
    while let Some((offset, sign)) = signs.next() {
        if sign != '\\' {
            continue;
        }
        let digits = match signs.next() {
            Some((_, 'x')) => 2,
            Some((_, 'u')) => 4,
            Some((_, 'U')) => 8,
            Some((_, sign)) if "0abt\tnvfre \"/\\N_LP\n\r".contains(sign) => 0,
            _ => return at + offset,
        };
        let code = signs.as_str().get(..digits);
        if !code.is_some_and(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit())) {
            return at + offset;
        }
    }
    at
}

fn tab_before(text: &str, at: usize) -> usize {
    let source = Source::new(text);
    let line = source.line_range(source.line_of(at));
    let on_the_line = text.get(line.clone()).and_then(|line| line.find('\t')).map(|tab| line.start + tab);
    let further = || text.get(at..).and_then(|rest| rest.find('\t')).map(|tab| at + tab);
    on_the_line.or_else(further).unwrap_or(at)
}

/// Where the value of a line begins: after its indentation, its `- ` and its key.
fn value_start(text: &str, line: &Range<usize>) -> Option<usize> {
    let mut at = line.start;
    let skip_blanks = |at: usize| {
        let rest = text.get(at..line.end).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
    };
    at = skip_blanks(at);
    while text.get(at..line.end)?.starts_with("- ") {
        at = skip_blanks(at + 1);
    }
    let rest = text.get(at..line.end)?;
    let key = rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '/'))).unwrap_or(0);
    if key > 0 && rest.get(key..)?.starts_with(": ") {
        at = skip_blanks(at + key + 1);
    }
    (at < line.end).then_some(at)
}

/// The place, in a text without quotes, of a colon that ends a key.
fn colon_in(value: &str) -> Option<usize> {
    value.find(": ").or_else(|| value.trim_end().ends_with(':').then(|| value.trim_end().len() - 1))
}
