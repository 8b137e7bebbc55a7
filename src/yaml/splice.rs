//! From a change to the bytes it takes: where a text has what, and how it is indented, quoted and set apart.

use super::change::{Change, ChangeError, KeyOrder};
use super::content::{Content, block, key_written};
use super::edit::Edit;
use super::quote::{quoted, scalar};
use super::route::{Route, Step};
use super::source::Source;
use super::tree::{Entry, Kind, Node, Style};
use std::ops::Range;

/// A value on the way of a route, with what it stands under.
#[derive(Debug, Clone, Copy)]
struct Stop<'t> {
    node: &'t Node,
    /// The entry it is the value of.
    entry: Option<&'t Entry>,
    /// Whether brackets hold it.
    in_flow: bool,
}

impl Stop<'_> {
    /// Says whether nothing stands here: a blank, or brackets with nothing between them.
    fn is_nothing(&self) -> bool {
        self.node.is_blank()
            || self.node.style == Style::Flow
                && match &self.node.kind {
                    Kind::List(items) => items.is_empty(),
                    Kind::Map(entries) => entries.is_empty(),
                    Kind::Scalar(_) | Kind::Filler => false,
                }
    }
}

/// A text to be changed.
pub(super) struct Splicer<'t> {
    source: Source<'t>,
    order: fn(&Route) -> KeyOrder,
}

impl<'t> Splicer<'t> {
    /// Takes a text; `order` says where a new entry goes in the map at a route.
    pub(super) fn new(text: &'t str, order: fn(&Route) -> KeyOrder) -> Self {
        Self { source: Source::new(text), order }
    }

    /// The edits that make a change, in a text of this value.
    pub(super) fn edits(&self, top: &Node, change: &Change) -> Result<Vec<Edit>, ChangeError> {
        let route = change.route();
        let steps = route.steps();
        let (stop, depth) = walk(top, steps);
        let rest = steps.get(depth..).unwrap_or_default();
        let unwritable = || ChangeError::Unwritable(route.clone());
        let edits = match change {
            Change::Rename { key, .. } => {
                let entry =
                    stop.entry.filter(|_| rest.is_empty()).ok_or_else(|| ChangeError::Nowhere(route.clone()))?;
                Some(vec![Edit { range: entry.key_range.clone(), replacement: key_written(key) }])
            }
            _ if depth > 0 && stop.is_nothing() => self.fill(&stop, &change.asked(rest)),
            Change::Append { item, .. } if rest.is_empty() => self.append(&stop, item),
            Change::Set { content: Content::Text(text), .. } if rest.is_empty() => self.replace(&stop, text),
            Change::Append { .. } | Change::Set { .. } => match rest.split_first() {
                Some((Step::Key(key), below)) => {
                    let at = steps.iter().take(depth).cloned().fold(Route::top(), Route::then);
                    self.insert(&stop, &at, key, &change.asked(below))
                }
                Some((Step::Index(_), _)) => return Err(ChangeError::Nowhere(route.clone())),
                None => None,
            },
        };
        edits.ok_or_else(unwritable)
    }

    /// Puts a text over another one.
    fn replace(&self, stop: &Stop<'_>, text: &str) -> Option<Vec<Edit>> {
        let node = stop.node;
        if !matches!(node.kind, Kind::Scalar(_)) {
            return None;
        }
        let range = node.range.clone();
        let is_one_line = self.source.line_of(range.start) == self.source.line_of(range.end);
        if node.style == Style::Block {
            return self.replace_block(node, text);
        }
        let written = self.source.text().get(range.clone())?;
        if let (Style::Plain, false, true, Some(entry)) = (node.style, stop.in_flow, is_one_line, stop.entry)
            && let Some(lines) = block(text, self.column(entry.key_range.start) + 2)
        {
            let below = self.below(range.end, &lines);
            return Some(vec![Edit { range, replacement: "|-".to_owned() }, below]);
        }
        let replacement = match (node.style, written.starts_with('\'')) {
            (Style::Quoted, true) if !text.contains(|sign: char| sign.is_control()) => {
                format!("'{}'", text.replace('\'', "''"))
            }
            (Style::Plain, _) if stop.in_flow => Content::text(text).flow(),
            (Style::Plain, _) => scalar(text),
            _ => quoted(text),
        };
        Some(vec![Edit { range, replacement }])
    }

    /// Puts a text over one that stands below `|` or `>`: the sign goes, its lines go, a comment beside it stays.
    fn replace_block(&self, node: &Node, text: &str) -> Option<Vec<Edit>> {
        let sign = self.block_sign(node)?;
        let gone = self.line_end(sign.end)..self.line_end(self.last_byte(node));
        let replacement = if text.contains('\n') { quoted(text) } else { scalar(text) };
        Some(vec![Edit { range: sign, replacement }, Edit { range: gone, replacement: String::new() }])
    }

    /// The bytes of the sign that a text stands below: `|-`.
    fn block_sign(&self, node: &Node) -> Option<Range<usize>> {
        let above = self.source.text().get(..node.range.start)?.trim_end();
        let line = self.source.line_range(self.source.line_of(above.len()));
        let written = self.source.text().get(line.clone())?;
        let mut words = written.split(' ').scan(line.start, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some(start..start + word.len())
        });
        words.find(|word| self.source.text().get(word.clone()).is_some_and(|word| word.starts_with(['|', '>'])))
    }

    /// Puts a value where nothing stands.
    fn fill(&self, stop: &Stop<'_>, content: &Content) -> Option<Vec<Edit>> {
        let entry = stop.entry?;
        let after = self.after_colon(entry)?;
        let range = after..stop.node.range.end.max(after);
        match content {
            _ if stop.in_flow => Some(vec![Edit { range, replacement: format!(" {}", content.flow()) }]),
            Content::Text(text) => match block(text, self.column(entry.key_range.start) + 2) {
                Some(lines) => {
                    let below = self.below(range.end, &lines);
                    Some(vec![Edit { range, replacement: " |-".to_owned() }, below])
                }
                None => Some(vec![Edit { range, replacement: format!(" {}", scalar(text)) }]),
            },
            Content::List(_) | Content::Map(_) => {
                let mut lines = content.lines(self.column(entry.key_range.start) + 2);
                let next = self.source.line(self.source.line_of(range.end) + 1).trim_start_matches(' ');
                // A comment below is not about what comes above it.
                if next.starts_with('#') {
                    lines.push(String::new());
                }
                let below = self.below(range.end, &lines);
                Some(vec![Edit { range, replacement: String::new() }, below])
            }
        }
    }

    /// Adds an item to a list that has some.
    fn append(&self, stop: &Stop<'_>, item: &Content) -> Option<Vec<Edit>> {
        let Kind::List(items) = &stop.node.kind else { return None };
        let last = items.last()?;
        if stop.node.style == Style::Flow {
            return Some(vec![insertion(last.range.end, format!(", {}", item.flow()))]);
        }
        let column = self.column(self.dash(items.first()?)?);
        let mut lines = item.item_lines(column);
        if items.get(1).is_some_and(|second| self.dash(second).is_some_and(|dash| self.is_set_apart(dash))) {
            lines.insert(0, String::new());
        }
        Some(vec![self.below(self.end_of(last, column), &lines)])
    }

    /// Adds an entry to a map.
    fn insert(&self, stop: &Stop<'_>, route: &Route, key: &str, content: &Content) -> Option<Vec<Edit>> {
        let Kind::Map(entries) = &stop.node.kind else { return None };
        if stop.in_flow || stop.node.style == Style::Flow {
            let last = entries.last()?;
            let written = format!(", {}: {}", key_written(key), content.flow());
            return Some(vec![insertion(last.value.range.end, written)]);
        }
        let Some(first) = entries.first() else { return Some(vec![self.at_the_end(&content.entry_lines(key, 0))]) };
        let column = self.column(first.key_range.start);
        let mut lines = content.entry_lines(key, column);
        let order = (self.order)(route);
        let is_set_apart = entries.get(1).map_or(order == KeyOrder::Alphabetical { apart: true }, |second| {
            self.is_set_apart(second.key_range.start)
        });
        let before = predecessor(entries, key, order);
        let before = if stop.entry.is_none() { before.or(entries.last()) } else { before };
        let above = match (before, stop.entry) {
            (Some(before), _) => self.end_of(&before.value, column),
            // Below the key that holds them, so that a comment above the first one stays with it.
            (None, holder) => self.after_colon(holder?)?,
        };
        let gap = self.blank_lines_below(above);
        // Below the blank lines, not above them: what is added at the end of the entry before stays apart for a merge.
        let end = match (is_set_apart, before, gap) {
            (false, ..) => above,
            (true, Some(_), None) => {
                lines.insert(0, String::new());
                above
            }
            (true, _, gap) => {
                lines.push(String::new());
                gap.unwrap_or(above)
            }
        };
        Some(vec![self.below(end, &lines)])
    }

    /// The end of the last of the blank lines below the line that holds a byte, where others follow them.
    fn blank_lines_below(&self, byte: usize) -> Option<usize> {
        let line = self.source.line_of(byte);
        let blank = (line + 1..self.source.line_count()).take_while(|line| self.source.line(*line).trim().is_empty());
        let last = blank.last()?;
        let is_followed = !self.source.line(last + 1).trim().is_empty();
        is_followed.then(|| self.source.line_range(last).end)
    }

    /// The byte after a value's last, with the comments right below that stand deeper than the column.
    pub(super) fn end_of(&self, node: &Node, column: usize) -> usize {
        let mut end = self.last_byte(node);
        loop {
            let line = self.source.line_of(end) + 1;
            if line > self.source.line_count() {
                return end;
            }
            let text = self.source.line(line);
            let indent = text.len() - text.trim_start_matches(' ').len();
            if !text.trim_start_matches(' ').starts_with('#') || indent <= column {
                return end;
            }
            end = self.source.line_range(line).end;
        }
    }

    /// The byte after the last that a value is written with.
    fn last_byte(&self, node: &Node) -> usize {
        let last = match &node.kind {
            Kind::List(items) if node.style != Style::Flow => items.last(),
            Kind::Map(entries) if node.style != Style::Flow => entries.last().map(|entry| &entry.value),
            Kind::List(_) | Kind::Map(_) | Kind::Scalar(_) | Kind::Filler => None,
        };
        if let Some(last) = last {
            return self.last_byte(last);
        }
        if node.style != Style::Block {
            return node.range.end;
        }
        let content = self.source.text().get(node.range.clone()).unwrap_or_default();
        let sign = self.block_sign(node).and_then(|sign| self.source.text().get(sign));
        let keeps_blank_lines = sign.is_some_and(|sign| sign.contains('+'));
        let kept = if keeps_blank_lines {
            let kept = content.trim_end_matches(' ');
            let kept = kept.strip_suffix('\n').unwrap_or(kept);
            kept.strip_suffix('\r').unwrap_or(kept)
        } else {
            content.trim_end()
        };
        node.range.start + kept.len()
    }

    /// Lines below the one that holds a byte.
    fn below(&self, byte: usize, lines: &[String]) -> Edit {
        let end = self.line_end(byte);
        let eol = self.eol(end);
        insertion(end, lines.iter().fold(String::new(), |text, line| text + eol + line))
    }

    /// Lines at the end of the text.
    fn at_the_end(&self, lines: &[String]) -> Edit {
        let text = self.source.text();
        let eol = self.eol(text.len());
        let written = lines.join(eol);
        let is_whole_line = text.is_empty() || text.ends_with('\n');
        let written = if is_whole_line { format!("{written}{eol}") } else { format!("{eol}{written}") };
        insertion(text.len(), written)
    }

    fn line_end(&self, byte: usize) -> usize {
        self.source.line_range(self.source.line_of(byte)).end
    }

    /// The line end at a byte; of the last line, that of the first.
    fn eol(&self, byte: usize) -> &'static str {
        let text = self.source.text();
        let here = text.get(byte..).filter(|rest| !rest.is_empty()).unwrap_or(text);
        let first = here.find('\n').and_then(|at| here.get(..at)).unwrap_or_default();
        if first.ends_with('\r') { "\r\n" } else { "\n" }
    }

    fn column(&self, byte: usize) -> usize {
        self.source.locate(byte).column - 1
    }

    /// The byte after an entry's colon.
    fn after_colon(&self, entry: &Entry) -> Option<usize> {
        let rest = self.source.text().get(entry.key_range.end..)?;
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        rest.trim_start_matches(' ').starts_with(':').then_some(entry.key_range.end + spaces + 1)
    }

    /// The hyphen of an item.
    fn dash(&self, item: &Node) -> Option<usize> {
        let start = match item.style {
            Style::Block => self.block_sign(item)?.start,
            Style::Plain | Style::Quoted | Style::Flow => item.range.start,
        };
        let before = self.source.text().get(..start)?.trim_end();
        before.ends_with('-').then(|| before.len() - 1)
    }

    /// Says whether a blank line stands above the line that holds a byte, or above its comments.
    fn is_set_apart(&self, byte: usize) -> bool {
        let above = (1..self.source.line_of(byte)).rev().map(|line| self.source.line(line).trim());
        above.into_iter().find(|line| !line.starts_with('#')).is_some_and(str::is_empty)
    }
}

fn insertion(at: usize, replacement: String) -> Edit {
    Edit { range: at..at, replacement }
}

/// The value furthest on a route that is there, and how many steps lead to it.
fn walk<'t>(top: &'t Node, steps: &[Step]) -> (Stop<'t>, usize) {
    let mut stop = Stop { node: top, entry: None, in_flow: false };
    for (depth, step) in steps.iter().enumerate() {
        let Some(next) = stop.node.step(step) else { return (stop, depth) };
        let entry = match step {
            Step::Key(key) => stop.node.entry(key),
            // One value stands where a list may stand.
            Step::Index(_) if std::ptr::eq(next, stop.node) => stop.entry,
            Step::Index(_) => None,
        };
        stop = Stop { node: next, entry, in_flow: stop.in_flow || stop.node.style == Style::Flow };
    }
    (stop, steps.len())
}

/// The entry that a new one goes after.
fn predecessor<'t>(entries: &'t [Entry], key: &str, order: KeyOrder) -> Option<&'t Entry> {
    match order {
        KeyOrder::Alphabetical { .. } => {
            entries.iter().filter(|entry| entry.key.as_str() < key).max_by(|one, other| one.key.cmp(&other.key))
        }
        KeyOrder::Of(order) => {
            let place = |key: &str| order.iter().position(|known| *known == key);
            match place(key) {
                None => entries.last(),
                Some(own) => entries.iter().rfind(|entry| place(&entry.key).is_some_and(|other| other < own)),
            }
        }
    }
}
