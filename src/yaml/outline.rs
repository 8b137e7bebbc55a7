//! The place of a value found by indentation: lines are passed over down to the one entry that a route leads to; that
//! alone is read as a tree, where more than a plain value stands on its line. For a text that was read without a fault,
//! to show a problem without reading all of it again.

use super::quote::is_null;
use super::route::{Part, Route, Spot, Step};
use super::tree::{Kind, Tree};
use memchr::{memchr, memchr_iter, memchr3_iter};
use std::cmp::Ordering;
use std::ops::Range;

/// Where lines begin, for a text in which indentation tells what they belong to.
#[derive(Debug, Clone)]
pub struct Outline {
    lines: Vec<Line>,
}

/// A line with something on it that is no comment.
#[derive(Debug, Clone, Copy)]
struct Line {
    start: usize,
    /// The byte after the blanks.
    begins: usize,
    /// The byte after its line end.
    end: usize,
}

/// Entries of a map, or items of a list, that begin in one column.
#[derive(Debug, Clone)]
struct Block {
    /// The places of its lines.
    lines: Range<usize>,
    /// The first byte, which may stand behind the hyphen of a list.
    begins: usize,
    column: usize,
    is_list: bool,
}

/// What stands under a key, or one item.
struct Child {
    /// The bytes, and the column in which they begin.
    entry: (Range<usize>, usize),
    /// The bytes of the key; none for an item.
    key: Option<Range<usize>>,
    /// What is in it, where that is a block too.
    block: Option<Block>,
}

/// Indentation does not tell; the whole tree does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Untold;

impl Outline {
    /// The outline of a text; `None` where a quotation mark or a bracket that begins a value may not be closed on its line,
    /// or a line ends otherwise than with LF or CRLF.
    pub fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let ends_otherwise = |at: usize| bytes.get(at + 1) != Some(&b'\n');
        if !is_closed_by_lines(text) || memchr_iter(b'\r', bytes).any(ends_otherwise) {
            return None;
        }
        let mut lines = Vec::with_capacity(text.len() / 24);
        let mut start = 0;
        while start < text.len() {
            let rest = &text.as_bytes()[start..];
            let end = start + memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
            let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
            if !matches!(rest.get(blanks), None | Some(b'#' | b'\n' | b'\r')) {
                lines.push(Line { start, begins: start + blanks, end });
            }
            start = end;
        }
        Some(Self { lines })
    }

    /// The bytes of a spot, as [`Tree::range`] gives them.
    ///
    /// # Errors
    /// Where something is written otherwise than people write these files.
    pub fn range(&self, text: &str, spot: &Spot) -> Result<Option<Range<usize>>, Untold> {
        let steps = spot.route.steps();
        let mut block = self.block(text, 0..self.lines.len()).ok_or(Untold)?;
        let mut last = None;
        for (depth, step) in steps.iter().enumerate() {
            let child = match step {
                Step::Key(key) if !block.is_list => self.key(text, &block, key)?,
                Step::Index(index) if block.is_list => self.item(text, &block, *index)?,
                Step::Key(_) => break,
                // One value may stand where a list may stand.
                Step::Index(_) => return Err(Untold),
            };
            let Some(child) = child else { break };
            let inner = child.block.clone();
            last = Some((depth, child));
            match inner {
                Some(inner) => block = inner,
                None => break,
            }
        }
        let Some((depth, child)) = last else { return Ok(None) };
        // What holds others is shown by its key, and so is what is asked for as one.
        let wants_key = spot.part == Part::Key && depth + 1 == steps.len();
        match child.key {
            Some(key) if wants_key || child.block.is_some() => Ok(Some(key)),
            _ if depth + 1 == steps.len()
                && let Some(value) = plain(text, &child) =>
            {
                Ok(Some(value))
            }
            _ => within(text, child.entry, &steps[depth..], spot.part).map(Some).ok_or(Untold),
        }
    }

    /// The block that these lines hold; `None` where nothing or a single value stands there.
    fn block(&self, text: &str, lines: Range<usize>) -> Option<Block> {
        let first = self.lines.get(lines.clone())?.first()?;
        let content = content(text, first.begins, first.end);
        let is_list = is_item(content);
        (is_list || key_and_value(content).is_some()).then(|| Block {
            lines,
            begins: first.begins,
            column: first.begins - first.start,
            is_list,
        })
    }

    /// The lines on which entries of a block begin, each with the byte at which it does; an error for one that stands outside
    /// of the block.
    fn entries(&self, block: &Block) -> impl Iterator<Item = Result<(usize, usize), Untold>> {
        let lines = self.lines.get(block.lines.clone()).unwrap_or_default();
        let (start, column) = (block.lines.start, block.column);
        let further = lines.iter().enumerate().skip(1).filter_map(move |(place, line)| {
            match (line.begins - line.start).cmp(&column) {
                Ordering::Less => Some(Err(Untold)),
                Ordering::Equal => Some(Ok((start + place, line.begins))),
                Ordering::Greater => None,
            }
        });
        std::iter::once(Ok((start, block.begins))).chain(further)
    }

    /// The bytes of what begins on the line at this place and ends before another, with its column.
    fn entry(&self, text: &str, place: usize, begins: usize, end: usize) -> (Range<usize>, usize) {
        (begins..self.end(text, end), begins - self.lines[place].start)
    }

    /// The byte at which the line at this place begins, and with it ends what stands before; that of the text after the last.
    fn end(&self, text: &str, place: usize) -> usize {
        self.lines.get(place).map_or(text.len(), |line| line.begins)
    }

    /// The entry under a key.
    fn key(&self, text: &str, block: &Block, key: &str) -> Result<Option<Child>, Untold> {
        let mut found = None;
        let mut end = block.lines.end;
        for entry in self.entries(block) {
            let (place, begins) = entry?;
            let content = content(text, begins, self.lines[place].end);
            if is_item(content) {
                // The items of a list may stand in the column of its key.
                continue;
            }
            if found.is_some() {
                end = place;
                break;
            }
            let (name, value) = key_and_value(content).ok_or(Untold)?;
            if name == key {
                found = Some((place, begins, value));
            }
        }
        let Some((place, begins, value)) = found else { return Ok(None) };
        let is_below = value.is_empty() || value.starts_with('#');
        let below = is_below.then(|| self.block(text, place + 1..end)).flatten();
        Ok(Some(Child {
            entry: self.entry(text, place, begins, end),
            key: Some(begins..begins + key.len()),
            block: below.filter(|below| below.column > block.column || below.is_list),
        }))
    }

    /// The item at a place.
    fn item(&self, text: &str, block: &Block, index: usize) -> Result<Option<Child>, Untold> {
        let mut found = None;
        let mut end = block.lines.end;
        for (index_here, entry) in self.entries(block).enumerate() {
            let (place, begins) = entry?;
            if found.is_some() {
                end = place;
                break;
            }
            let content = content(text, begins, self.lines[place].end);
            // A blank item has no place.
            if !is_item(content) || !is_said(behind_hyphen(content)) {
                return Err(Untold);
            }
            if index_here == index {
                found = Some((place, begins, content));
            }
        }
        Ok(found.map(|(place, begins, content)| {
            let inner = behind_hyphen(content);
            let before = content.len() - inner.len();
            let map =
                Block { lines: place..end, begins: begins + before, column: block.column + before, is_list: false };
            let is_map = key_and_value(inner).is_some();
            Child { entry: self.entry(text, place, begins, end), key: None, block: is_map.then_some(map) }
        }))
    }
}

/// The bytes of a value that is written without quotation marks on the line of its key or its hyphen, and ends there.
fn plain(text: &str, child: &Child) -> Option<Range<usize>> {
    let entry = child.entry.0.clone();
    let content = text.get(entry.clone())?.trim_end_matches(BLANKS);
    if content.contains('\n') {
        return None;
    }
    let (_, value) = if child.key.is_some() { key_and_value(content)? } else { ("", behind_hyphen(content)) };
    let is_plain = value.starts_with(char::is_alphanumeric) && is_said(value) && !value.contains(['#', ':', '\t']);
    let end = entry.start + content.len();
    is_plain.then(|| end - value.len()..end)
}

/// The largest entry that is read as a tree for one place, in bytes: several places in a larger one are found in the tree
/// of all.
const LARGEST: usize = 4096;

/// The bytes of what a route leads to in one entry, which its first step names. It is read in its own column.
fn within(text: &str, (entry, column): (Range<usize>, usize), steps: &[Step], part: Part) -> Option<Range<usize>> {
    let written = text.get(entry.clone()).filter(|written| written.len() <= LARGEST)?;
    let tree = Tree::parse(&format!("{:column$}{written}", "")).ok().filter(|tree| tree.faults.is_empty())?;
    let (first, further) = steps.split_first()?;
    let first = match (first, &tree.top.kind) {
        (Step::Key(key), Kind::Map(entries)) if entries.len() == 1 => Step::Key(key.clone()),
        (Step::Index(_), Kind::List(items)) if items.len() == 1 => Step::Index(0),
        _ => return None,
    };
    let route = further.iter().cloned().fold(Route::top().then(first), Route::then);
    let range = tree.range(&Spot { route, part })?;
    let in_text = |byte: usize| byte.checked_sub(column).map(|byte| entry.start + byte);
    Some(in_text(range.start)?..in_text(range.end)?)
}

/// Says whether each quotation mark and bracket that begins a value is surely closed on its line: only then does
/// indentation tell what a line belongs to.
fn is_closed_by_lines(text: &str) -> bool {
    let bytes = text.as_bytes();
    are_closed(text, memchr3_iter(b'"', b'\'', b'[', bytes)) && are_closed(text, memchr_iter(b'{', bytes))
}

fn are_closed(text: &str, mut openers: impl Iterator<Item = usize>) -> bool {
    let bytes = text.as_bytes();
    let mut done = 0;
    openers.all(|at| {
        let blanks = bytes[done.min(at)..at].iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let begins_value = match (at - blanks).checked_sub(1).map(|before| bytes[before]) {
            None | Some(b'\n') => true,
            // An apostrophe stands within a word.
            before => blanks > 0 && matches!(before, Some(b':' | b'-' | b'?')),
        };
        if at < done || !begins_value {
            return true;
        }
        done = memchr(b'\n', &bytes[at..]).map_or(text.len(), |end| at + end);
        is_closed(text[at..done].trim_end_matches(BLANKS))
    })
}

fn is_closed(value: &str) -> bool {
    let count = |sign: char| value.matches(sign).count();
    match value.as_bytes() {
        [b'"', inner @ .., b'"'] => !inner.contains(&b'"') && !inner.contains(&b'\\'),
        [b'\'', inner @ .., b'\''] => !inner.contains(&b'\''),
        [b'[', .., b']'] | [b'{', .., b'}'] => {
            count('[') == count(']') && count('{') == count('}') && !value.contains(['"', '\'', '#'])
        }
        _ => false,
    }
}

/// What YAML takes for blank, unlike a no-break space.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// What stands on a line from a byte on, without blanks at its end.
fn content(text: &str, begins: usize, end: usize) -> &str {
    text.get(begins..end).unwrap_or_default().trim_end_matches(BLANKS)
}

fn is_item(content: &str) -> bool {
    content == "-" || content.starts_with("- ")
}

fn behind_hyphen(content: &str) -> &str {
    content[1..].trim_start_matches(' ')
}

/// Says whether a value is there for certain.
fn is_said(value: &str) -> bool {
    let word = value.trim_start_matches(['"', '\'']);
    word.starts_with(char::is_alphanumeric) && !is_null(word.split(BLANKS).next().unwrap_or_default())
}

/// A bare key with what follows it on its line.
fn key_and_value(content: &str) -> Option<(&str, &str)> {
    let mut colons = memchr_iter(b':', content.as_bytes());
    let colon = colons.find(|colon| matches!(content.as_bytes().get(colon + 1), None | Some(b' ' | b'\t')))?;
    let (name, value) = (&content[..colon], &content[colon + 1..]);
    let holds_comment = name.contains(" #") || name.contains("\t#");
    let is_bare = name.starts_with(char::is_alphanumeric) && !holds_comment && !value.starts_with('\t');
    is_bare.then(|| (name.trim_end_matches(BLANKS), value.trim_start_matches(BLANKS)))
}
