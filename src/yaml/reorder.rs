//! The items of a list in another order: whole lines change places, each item's comments with it.

use super::change::{KeyOrder, comments, same, tree};
use super::content::Content;
use super::edit::{Edit, apply};
use super::source::Source;
use super::splice::Splicer;
use super::tree::{Kind, Node, Style, Tree};
use std::ops::Range;

/// The edit that puts the items of the innermost list around these bytes in the order of their ranks; those of the same
/// rank stay as they were. The comments right above an item and those deeper below it go with it; the blank lines between
/// items stay where they are. `None` where an item has no rank, where all are in order, where a blank line sets a comment apart, and
/// of a list between brackets.
pub fn reorder<K: Ord>(text: &str, at: &Range<usize>, rank: impl Fn(&Content) -> Option<K>) -> Option<Edit> {
    let before = tree(text)?;
    let list = innermost(&before.top, at)?;
    let Kind::List(items) = &list.kind else { return None };
    let ranks: Vec<K> = items.iter().map(|item| rank(&Content::of(item))).collect::<Option<_>>()?;
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by(|one, other| ranks[*one].cmp(&ranks[*other]));
    if list.style != Style::Plain || order.is_sorted() {
        return None;
    }
    let blocks = blocks(text, list, items)?;
    let edit = permuted(text, &blocks, &order)?;
    let changed = apply(text, std::slice::from_ref(&edit));
    let after = tree(&changed)?;
    let says_it = same(&reordered(&before.top, list, &order), &Content::of(&after.top))
        && sorted_comments(text, &before) == sorted_comments(&changed, &after);
    says_it.then_some(edit)
}

/// The innermost list one of whose items holds these bytes.
fn innermost<'t>(node: &'t Node, at: &Range<usize>) -> Option<&'t Node> {
    match &node.kind {
        Kind::List(items) => {
            let item = items.iter().find(|item| item.range.start <= at.start && at.end <= item.range.end)?;
            innermost(item, at).or(Some(node))
        }
        Kind::Map(entries) => entries.iter().find_map(|entry| innermost(&entry.value, at)),
        Kind::Scalar(_) | Kind::Filler => None,
    }
}

/// The bytes of each item's lines with its comments, without the end of the last line; what lies between is line ends and
/// blank lines.
fn blocks(text: &str, list: &Node, items: &[Node]) -> Option<Vec<Range<usize>>> {
    let source = Source::new(text);
    let splicer = Splicer::new(text, |_| KeyOrder::Of(&[]));
    let above = text.get(..items.first()?.range.start)?.trim_end();
    let dash = if above.ends_with('-') { above.len() - 1 } else { list.range.start };
    let column = source.locate(dash).column - 1;
    let indent = |line: usize| source.line(line).len() - source.line(line).trim_start_matches(' ').len();
    let begins_item = |line: usize| source.line(line).get(column..).is_some_and(|rest| rest.starts_with('-'));
    let is_comment = |line: usize| source.line(line).trim_start().starts_with('#');
    let is_blank = |line: usize| source.line(line).trim().is_empty();
    let mut blocks = Vec::new();
    let mut done = 0;
    for item in items {
        let own = source.line_of(item.range.start);
        let dash = (done + 1..=own).rev().find(|line| indent(*line) == column && begins_item(*line))?;
        let first = (done + 1..dash).rev().take_while(|line| is_comment(*line)).last().unwrap_or(dash);
        // A comment that a blank line sets apart may be about this item, the one before, or the list.
        let above = (done + 1..first).rev().find(|line| !is_blank(*line));
        if above.is_some_and(|line| is_comment(line) || done > 0) {
            return None;
        }
        let end = splicer.end_of(item, column);
        done = source.line_of(end);
        blocks.push(source.line_range(first).start..source.line_range(done).end);
    }
    Some(blocks)
}

/// The edit that puts the blocks in this order, with what lay between them.
fn permuted(text: &str, blocks: &[Range<usize>], order: &[usize]) -> Option<Edit> {
    let mut replacement = String::new();
    for (place, from) in order.iter().enumerate() {
        if let Some(above) = place.checked_sub(1) {
            replacement.push_str(text.get(blocks[above].end..blocks[place].start)?);
        }
        replacement.push_str(text.get(blocks[*from].clone())?);
    }
    Some(Edit { range: blocks.first()?.start..blocks.last()?.end, replacement })
}

/// What a value says once the items of one list in it are in this order.
fn reordered(node: &Node, list: &Node, order: &[usize]) -> Content {
    match &node.kind {
        Kind::List(items) if std::ptr::eq(node, list) => {
            Content::List(order.iter().map(|place| Content::of(&items[*place])).collect())
        }
        Kind::List(items) => Content::List(items.iter().map(|item| reordered(item, list, order)).collect()),
        Kind::Map(entries) => {
            let entries = entries.iter().map(|entry| (entry.key.clone(), reordered(&entry.value, list, order)));
            Content::Map(entries.collect())
        }
        Kind::Scalar(_) | Kind::Filler => Content::of(node),
    }
}

fn sorted_comments<'t>(text: &'t str, tree: &Tree) -> Vec<&'t str> {
    let mut comments = comments(text, tree);
    comments.sort_unstable();
    comments
}
