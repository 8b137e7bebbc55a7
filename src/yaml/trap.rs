//! What a reader accepts although the writer meant something else: a text that a `#` or a comma cut short.

use super::edit::Edit;
use super::fault::{Expected, Fault, FaultKind, Found};
use super::quote::quoted;
use super::route::Route;
use super::source::Source;
use super::tree::{Kind, Node, Style, Tree};
use std::ops::Range;

/// Says whether the text may hold a trap: a `#` that follows a text closely, or a value that begins with `&` or `!`. A
/// quick pass over the bytes; [`find`] gives the answer. A value that begins with `*` needs an `&` before it, or the
/// fast reader refuses it; to look for `*` would be to suspect all Markdown.
pub(super) fn suspected(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(3).any(|three| {
        let [before, sign, after] = three else { return false };
        let parted = matches!(before, b' ' | b'\t');
        match sign {
            b'#' => parted && (after.is_ascii_alphanumeric() || !after.is_ascii()),
            b'&' => parted && !after.is_ascii_whitespace(),
            b'!' => parted,
            _ => false,
        }
    })
}

/// Every text of a tree that a comment sign cut short.
pub(super) fn find(text: &str, tree: &Tree) -> Vec<Fault> {
    let glued: Vec<&Range<usize>> = tree.comments.iter().filter(|range| is_glued(text, range)).collect();
    let mut faults = Vec::new();
    if !glued.is_empty() {
        visit(&tree.top, &Route::top(), &mut |node, route| {
            let cut = glued.iter().find(|comment| follows(text, node, comment));
            faults.extend(cut.map(|comment| fault(text, node, route, comment)));
        });
    }
    faults
}

/// The fault as the writer would tell it: a text that its own colon, bracket or comma turned into something else.
pub(super) fn explained(text: &str, tree: &Tree, mut fault: Fault) -> Fault {
    fault.range = fault.range.or_else(|| tree.range(&fault.spot));
    match &fault.kind {
        FaultKind::WrongType { expected: Expected::Text, found: Found::Map | Found::List } => {
            fault.fix = tree.find(&fault.spot.route).and_then(|node| quoting(text, node));
            if fault.fix.is_some() {
                fault.range = tree.find(&fault.spot.route).map(|node| node.range.clone());
            }
        }
        FaultKind::UnknownKey { key, .. } => {
            if let Some((kept, edit)) = split_by_comma(text, tree, &fault) {
                fault.kind = FaultKind::TextCut { kept, cut: key.clone(), sign: ',' };
                fault.fix = Some(edit);
            }
        }
        _ => {}
    }
    fault
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
    if begins_below || !single || node.range.end > line.end {
        return None;
    }
    let written = text.get(node.range.start..line.end)?.trim_end();
    Some(Edit { range: node.range.start..node.range.start + written.len(), replacement: quoted(written) })
}

/// What stands before a key without value in `{ address: 17, rue de l'Ilette }`, and the edit that joins the two.
fn split_by_comma(text: &str, tree: &Tree, fault: &Fault) -> Option<(String, Edit)> {
    let holder = tree.find(&fault.spot.route.parent()?)?;
    let (Kind::Map(entries), Style::Flow) = (&holder.kind, holder.style) else { return None };
    let range = fault.range.clone()?;
    let place = entries.iter().position(|entry| entry.key_range == range)?;
    let (cut, before) = (entries.get(place)?, entries.get(place.checked_sub(1)?)?);
    let Kind::Scalar(kept) = &before.value.kind else { return None };
    let joined = before.value.range.start..cut.key_range.end;
    let edit = Edit { range: joined.clone(), replacement: quoted(text.get(joined)?) };
    (cut.value.is_blank() && before.value.style == Style::Plain).then(|| (kept.clone(), edit))
}

/// The comment begins at once with a letter or digit, and is not for this program.
fn is_glued(text: &str, comment: &Range<usize>) -> bool {
    begins_with_word(text.get(comment.start + 1..comment.end).unwrap_or_default())
}

fn begins_with_word(comment: &str) -> bool {
    comment.starts_with(char::is_alphanumeric) && !comment.starts_with("council:")
}

/// A value up to the comment that follows it; a `#` that a word follows at once is part of the text that was meant.
pub(super) fn without_comment(value: &str) -> &str {
    let comment = value.match_indices(" #").find(|(at, sign)| !begins_with_word(&value[at + sign.len()..]));
    comment.map_or(value, |(at, _)| &value[..at]).trim_end()
}

fn follows(text: &str, node: &Node, comment: &Range<usize>) -> bool {
    let between = text.get(node.range.end..comment.start);
    node.style == Style::Plain
        && !node.range.is_empty()
        && between.is_some_and(|between| between.chars().all(|sign| matches!(sign, ' ' | '\t')))
}

fn fault(text: &str, node: &Node, route: &Route, comment: &Range<usize>) -> Fault {
    let source = Source::new(text);
    let line = source.line_range(source.line_of(comment.start));
    let whole = node.range.start..comment.end.min(line.end);
    let written = text.get(whole.clone()).unwrap_or_default();
    let kept = text.get(node.range.clone()).unwrap_or_default().to_owned();
    let cut = text.get(comment.clone()).unwrap_or_default().trim_end().to_owned();
    let one_line = !written.contains('\n');
    Fault {
        spot: route.clone().value(),
        range: Some(comment.start..comment.start + 1),
        kind: FaultKind::TextCut { kept, cut, sign: '#' },
        fix: one_line.then(|| Edit { range: whole, replacement: quoted(written.trim_end()) }),
    }
}

fn visit(node: &Node, route: &Route, seen: &mut impl FnMut(&Node, &Route)) {
    match &node.kind {
        Kind::Scalar(_) => seen(node, route),
        Kind::List(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(item, &route.clone().then(index), seen);
            }
        }
        Kind::Map(entries) => {
            for entry in entries {
                visit(&entry.value, &route.clone().then(&entry.key), seen);
            }
        }
        Kind::Filler => {}
    }
}
