//! What a reader accepts although the writer meant something else: a text that a `#` or a comma cut short.

use super::edit::Edit;
use super::fault::{Expected, Fault, FaultKind, Found};
use super::quote::quoted;
use super::route::Route;
use super::source::Source;
use super::syntax::continues_below;
use super::tree::{Entry, Kind, Node, Style, Tree};
use std::ops::Range;

/// How many cut texts are told in one file; what lies beyond shows in the next run.
const MOST_CUT: usize = 200;

/// Says whether the text may hold a trap: a `#` that follows a text closely, or a value that begins with `&` or `!`. A
/// quick pass over the bytes; [`find`] gives the answer. A value that begins with `*` needs an `&` before it, or the
/// fast reader refuses it; to look for `*` would be to suspect all Markdown.
pub(super) fn suspected(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'#', b'&', b'!', bytes).any(|at| {
        let around = at.checked_sub(2).and_then(|from| bytes.get(from..at + 2));
        let Some([lead, before, sign, after]) = around else { return false };
        let parted = matches!(before, b' ' | b'\t');
        match sign {
            b'#' => parted && (after.is_ascii_alphanumeric() || !after.is_ascii()),
            b'!' if matches!(lead, b':' | b'-' | b' ') => parted,
            _ => {
                let parted = parted || matches!(before, b'[' | b'{' | b',' | b'\n');
                parted && !after.is_ascii_whitespace()
            }
        }
    })
}

/// Every text of a tree that a comment sign cut short.
pub(super) fn find(text: &str, tree: &Tree) -> Vec<Fault> {
    let glued: Vec<&Range<usize>> = tree.comments.iter().filter(|range| is_glued(text, range)).collect();
    let mut faults = Vec::new();
    if !glued.is_empty() {
        visit(&tree.top, &Route::top(), Lead::Nothing, &mut |node, route, lead| {
            // Comments are in order: only the first one after the value can follow it.
            let end = match lead {
                Lead::Key(end) | Lead::Item(end) if node.is_blank() => end,
                Lead::Nothing | Lead::Key(_) | Lead::Item(_) => node.range.end,
            };
            let next = glued.get(glued.partition_point(|comment| comment.start < end));
            let cut = next.filter(|comment| faults.len() < MOST_CUT && follows(text, node, lead, comment));
            faults.extend(cut.map(|comment| fault(text, node, route, comment)));
        });
    }
    faults
}

/// The fault as the writer would tell it: a text that its own colon, bracket or comma turned into something else.
/// `None` where it tells again what another fault told.
pub(super) fn explained(text: &str, tree: &Tree, mut fault: Fault) -> Option<Fault> {
    fault.range = fault.range.or_else(|| tree.range(&fault.spot));
    match &fault.kind {
        FaultKind::WrongType { expected: Expected::Text, found: Found::Map | Found::List } => {
            fault.fix = tree.find(&fault.spot.route).and_then(|node| quoting(text, node));
            if fault.fix.is_some() {
                fault.range = tree.find(&fault.spot.route).map(|node| node.range.clone());
            }
        }
        FaultKind::UnknownKey { known, .. } => match split_by_comma(text, tree, &fault, known) {
            Split::First { kept, cut, comma, edit } => {
                fault.kind = FaultKind::TextCut { kept, cut, sign: ',' };
                fault.range = Some(comma);
                fault.fix = Some(edit);
            }
            Split::Further => return None,
            Split::No => {}
        },
        _ => {}
    }
    Some(fault)
}

/// Quotes around a value that stands on one line; a block list, or keys below one another, are meant as such.
fn quoting(text: &str, node: &Node) -> Option<Edit> {
    let source = Source::new(text);
    let line = source.line_range(source.line_of(node.range.start));
    let begins_below = text.get(line.start..node.range.start)?.trim().is_empty();
    let single = match &node.kind {
        Kind::Map(entries) => node.style == Style::Flow || entries.len() == 1,
        Kind::List(_) => node.style == Style::Flow,
        Kind::Scalar(_) | Kind::Filler => false,
    };
    if begins_below || !single || node.range.end > line.end || continues_below(text, node.range.start) {
        return None;
    }
    let written = without_comment(text.get(node.range.start..line.end)?);
    Some(Edit { range: node.range.start..node.range.start + written.len(), replacement: quoted(written) })
}

/// What commas made of a text in flow style.
enum Split {
    /// The key is no piece of a text.
    No,
    /// The key is the first piece cut off.
    First { kept: String, cut: String, comma: Range<usize>, edit: Edit },
    /// The key is a piece after that.
    Further,
}

/// What stands before a key without value in `{ address: 17, rue de l'Ilette, bâtiment B }`, and the edit that joins the
/// pieces.
fn split_by_comma(text: &str, tree: &Tree, fault: &Fault, known: &[&str]) -> Split {
    try_split_by_comma(text, tree, fault, known).unwrap_or(Split::No)
}

fn try_split_by_comma(text: &str, tree: &Tree, fault: &Fault, known: &[&str]) -> Option<Split> {
    let holder = tree.find(&fault.spot.route.parent()?)?;
    let (Kind::Map(entries), Style::Flow) = (&holder.kind, holder.style) else { return None };
    let range = fault.range.clone()?;
    let place = entries.iter().position(|entry| entry.key_range == range)?;
    let is_piece = |entry: &Entry| entry.value.is_blank() && !known.contains(&entry.key.as_str());
    let before = entries.get(place.checked_sub(1)?)?;
    if !is_piece(entries.get(place)?) {
        return None;
    }
    if is_piece(before) {
        return Some(Split::Further);
    }
    let Kind::Scalar(kept) = &before.value.kind else { return None };
    if before.value.style != Style::Plain || before.value.is_blank() {
        return None;
    }
    let last = entries.iter().skip(place).take_while(|entry| is_piece(entry)).last()?;
    let joined = before.value.range.start..last.key_range.end;
    let cut = text.get(range.start..last.key_range.end)?.to_owned();
    let comma = before.value.range.end + text.get(before.value.range.end..range.start)?.find(',')?;
    let edit = Edit { range: joined.clone(), replacement: quoted(text.get(joined)?) };
    Some(Split::First { kept: kept.clone(), cut, comma: comma..comma + 1, edit })
}

/// The comment begins at once with a letter or digit, and is not for this program.
fn is_glued(text: &str, comment: &Range<usize>) -> bool {
    begins_with_word(text.get(comment.start + 1..comment.end).unwrap_or_default())
}

fn begins_with_word(comment: &str) -> bool {
    comment.starts_with(char::is_alphanumeric) && for_program(comment).is_none()
}

/// What a comment tells this program, given without its `#`: what stands behind `council:`, however that is spaced and
/// capitalised.
pub fn for_program(comment: &str) -> Option<&str> {
    let name = "council";
    let rest = comment.trim_start();
    let is_named = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    rest.get(name.len()..).filter(|_| is_named)?.trim_start().strip_prefix(':')
}

/// A value up to the comment that follows it; a `#` that a word follows at once is part of the text that was meant.
pub(super) fn without_comment(value: &str) -> &str {
    let comment = value.match_indices(" #").find(|(at, sign)| !begins_with_word(&value[at + sign.len()..]));
    comment.map_or(value, |(at, _)| &value[..at]).trim_end()
}

/// What stands before a value that may be blank: where that begins, and the sign that ends it.
#[derive(Clone, Copy)]
enum Lead {
    /// The value is the file's top.
    Nothing,
    /// Its key ends here.
    Key(usize),
    /// The item before it, or its list, is here.
    Item(usize),
}

/// Says whether a comment begins where this value ends, or where it would stand if it were not blank.
fn follows(text: &str, node: &Node, lead: Lead, comment: &Range<usize>) -> bool {
    let is_gap = |gap: &str| gap.chars().all(|sign| matches!(sign, ' ' | '\t'));
    let after = |from: usize, sign: char| text.get(from..comment.start)?.trim_start().strip_prefix(sign);
    match lead {
        _ if !node.is_blank() => {
            node.style == Style::Plain && text.get(node.range.end..comment.start).is_some_and(is_gap)
        }
        Lead::Nothing => false,
        Lead::Key(end) => after(end, ':').is_some_and(is_gap),
        Lead::Item(end) => after(end, '-').is_some_and(is_gap),
    }
}

fn fault(text: &str, node: &Node, route: &Route, comment: &Range<usize>) -> Fault {
    let source = Source::new(text);
    let line = source.line_range(source.line_of(comment.start));
    let kept = if node.is_blank() { "" } else { text.get(node.range.clone()).unwrap_or_default() };
    let start = if node.is_blank() { comment.start } else { node.range.start };
    let written = text.get(start..comment.end.min(line.end)).unwrap_or_default().trim_end();
    let cut = text.get(comment.clone()).unwrap_or_default().trim_end().to_owned();
    // What looks like an identifier, or stands for nothing, may well be followed by a comment: no hand but the writer's.
    let is_mended_by_quotes =
        !kept.chars().all(|sign| sign.is_ascii_lowercase() || !sign.is_alphabetic() && sign != ' ');
    let edit = Edit { range: start..start + written.len(), replacement: quoted(written) };
    Fault {
        spot: route.clone().value(),
        range: Some(comment.start..comment.start + 1),
        kind: FaultKind::TextCut { kept: kept.to_owned(), cut, sign: '#' },
        fix: (is_mended_by_quotes && !written.contains('\n')).then_some(edit),
    }
}

fn visit(node: &Node, route: &Route, lead: Lead, seen: &mut impl FnMut(&Node, &Route, Lead)) {
    match &node.kind {
        Kind::Scalar(_) => seen(node, route, lead),
        Kind::List(items) => {
            // Places count as everywhere: without blank items.
            let (mut index, mut end) = (0, node.range.start);
            for item in items {
                visit(item, &route.clone().then(index), Lead::Item(end), seen);
                index += usize::from(!item.is_blank());
                end = item.range.end;
            }
        }
        Kind::Map(entries) => {
            for entry in entries {
                visit(&entry.value, &route.clone().then(&entry.key), Lead::Key(entry.key_range.end), seen);
            }
        }
        Kind::Filler => {}
    }
}
