//! A file as a tree of values, each with the bytes it stands on. Built only when a file is edited, the fast reader stumbled,
//! or the place of a problem is not found by indentation (`outline`).

use super::fault::{Fault, FaultKind};
use super::quote::is_null;
use super::read::MAX_DEPTH;
use super::route::{Part, Route, Spot, Step};
use super::syntax;
use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle};
use std::iter::Peekable;
use std::ops::Range;

/// How a scalar or a collection is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As it is, on its own lines.
    Plain,
    /// Between quotes.
    Quoted,
    /// After `|` or `>`.
    Block,
    /// Between brackets.
    Flow,
}

/// A value and the bytes it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The bytes, quotes and brackets included; block texts begin at their content.
    pub range: Range<usize>,
    /// How it is written.
    pub style: Style,
    /// The value.
    pub kind: Kind,
    /// Set once a fault was reported here: whoever holds the value does without it.
    pub(super) lost: bool,
}

/// The three kinds of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A text, as written and unescaped; numbers, dates and words are texts here.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with their values, in the file's order.
    Map(Vec<Entry>),
    /// Stands for a required text that is missing, so that the rest can still be read.
    Filler,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The bytes of the key.
    pub key_range: Range<usize>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// Says whether nothing is written here: no text, an empty one between quotes, or `~` or `null`.
    pub fn is_blank(&self) -> bool {
        match &self.kind {
            Kind::Scalar(text) if self.style == Style::Plain => self.range.is_empty() || is_null(text),
            Kind::Scalar(text) => text.trim().is_empty() && !self.lost,
            Kind::List(_) | Kind::Map(_) | Kind::Filler => false,
        }
    }

    /// The entry under a key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.kind {
            Kind::Map(entries) => entries.iter().find(|entry| entry.key == key),
            Kind::Scalar(_) | Kind::List(_) | Kind::Filler => None,
        }
    }

    /// The value one step down. Places in a list count neither blank items nor those that a fault left out, as in the
    /// typed value.
    pub fn step(&self, step: &Step) -> Option<&Self> {
        match (step, &self.kind) {
            (Step::Key(key), _) => self.entry(key).map(|entry| &entry.value),
            (Step::Index(index), Kind::List(items)) => {
                items.iter().filter(|item| !item.is_blank() && !item.lost).nth(*index)
            }
            // One value stands where a list may stand.
            (Step::Index(0), Kind::Scalar(_) | Kind::Map(_)) => Some(self),
            (Step::Index(_), _) => None,
        }
    }

    /// The value one step down, those left out included.
    fn any_step(&self, step: &Step) -> Option<&Self> {
        match (step, &self.kind) {
            (Step::Index(index), Kind::List(items)) => items.iter().filter(|item| !item.is_blank()).nth(*index),
            (step, _) => self.step(step),
        }
    }

    fn any_step_mut(&mut self, step: &Step) -> Option<&mut Self> {
        match (step, &mut self.kind) {
            (Step::Key(key), Kind::Map(entries)) => {
                entries.iter_mut().rfind(|entry| entry.key == *key).map(|entry| &mut entry.value)
            }
            (Step::Index(index), Kind::List(items)) => items.iter_mut().filter(|item| !item.is_blank()).nth(*index),
            _ => None,
        }
    }
}

/// The largest text read a second time for a better message, in bytes.
const MOST_STRICT: usize = 256 << 10;

/// A file's top value, and its comments.
#[derive(Debug, Clone)]
pub struct Tree {
    /// The top value; a file with nothing in it has an empty map.
    pub top: Node,
    /// The bytes of each comment, `#` included.
    pub comments: Vec<Range<usize>>,
    /// Keys that stand twice, anchors and other faults that leave the rest readable.
    pub(super) faults: Vec<Fault>,
}

impl Tree {
    /// Reads a text, given without its byte-order mark.
    ///
    /// # Errors
    /// The fault that makes the text unreadable from there on.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        // As lenient as the fast reader; where that fails, the strict way stops nearer to the cause.
        // In a large file that is not worth a second reading.
        Self::parsed(text, false).map_err(|fault| {
            let strict = (text.len() < MOST_STRICT).then(|| Self::parsed(text, true).err()).flatten();
            strict.unwrap_or(fault)
        })
    }

    fn parsed(text: &str, strict_indentation: bool) -> Result<Self, Fault> {
        let options = granit_parser::options! {
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
            max_buffered_comment_events: text.len(),
            strict_indentation: strict_indentation,
        };
        let parser = Parser::new_from_str_with_options(text, options);
        let mut builder = Builder { text, events: parser.peekable(), comments: Vec::new(), faults: Vec::new() };
        let top = builder.document()?;
        Ok(Self { top, comments: builder.comments, faults: builder.faults })
    }

    /// The value at the end of a route.
    pub fn find(&self, route: &Route) -> Option<&Node> {
        route.steps().iter().try_fold(&self.top, |node, step| node.step(step))
    }

    /// The value at the end of a route whose places count the items left out.
    pub(super) fn any(&self, route: &Route) -> Option<&Node> {
        route.steps().iter().try_fold(&self.top, |node, step| node.any_step(step))
    }

    pub(super) fn any_mut(&mut self, route: &Route) -> Option<&mut Node> {
        route.steps().iter().try_fold(&mut self.top, |node, step| node.any_step_mut(step))
    }

    /// Marks what a reading left out, so that places in lists count as in the typed value.
    pub fn leave_out(&mut self, lost: &[Route]) {
        for route in lost {
            if let Some(node) = self.any_mut(route) {
                node.lost = true;
            }
        }
    }

    /// The bytes a spot stands on; where the route leads nowhere, those of the last value on the way that is there.
    /// `None` for the file as a whole.
    pub fn range(&self, spot: &Spot) -> Option<Range<usize>> {
        let mut node = &self.top;
        let mut range = None;
        let last = spot.route.steps().len().checked_sub(1)?;
        for (depth, step) in spot.route.steps().iter().enumerate() {
            let Some(next) = node.step(step) else { break };
            let key = match step {
                Step::Key(key) => node.entry(key).map(|entry| entry.key_range.clone()),
                Step::Index(_) => None,
            };
            let scalar = matches!(next.kind, Kind::Scalar(_)) && !next.is_blank();
            let wants_key = depth == last && spot.part == Part::Key;
            range = match key {
                Some(key) if wants_key || !scalar => Some(key),
                _ if next.is_blank() => Some(next.range.start..next.range.start),
                _ => Some(next.range.clone()),
            };
            node = next;
        }
        range
    }
}

struct Builder<'t, I: Iterator> {
    text: &'t str,
    events: Peekable<I>,
    comments: Vec<Range<usize>>,
    faults: Vec<Fault>,
}

type Scan<'t> = Result<(Event<'t>, Span), granit_parser::ScanError>;

impl<'t, I: Iterator<Item = Scan<'t>>> Builder<'t, I> {
    fn next(&mut self) -> Result<Option<(Event<'t>, Span)>, Fault> {
        loop {
            match self.events.next() {
                None => return Ok(None),
                Some(Err(error)) => return Err(syntax::fault(self.text, &error)),
                Some(Ok((Event::Comment(..), span))) => self.comments.push(bytes(&span)),
                Some(Ok((event, span))) => return Ok(Some((event, span))),
            }
        }
    }

    fn document(&mut self) -> Result<Node, Fault> {
        let mut top = None;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::DocumentStart(..) if top.is_some() => return Err(syntax::second_document(bytes(&span))),
                Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
                other => top = Some(self.node(other, &span)?),
            }
        }
        Ok(match top {
            Some(node) if !node.is_blank() => node,
            _ => Node { range: 0..0, style: Style::Plain, kind: Kind::Map(Vec::new()), lost: false },
        })
    }

    fn node(&mut self, event: Event<'t>, span: &Span) -> Result<Node, Fault> {
        let range = bytes(span);
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                if anchor != 0 || tag.is_some() {
                    self.faults.push(syntax::property(self.text, range.start));
                }
                Ok(Node { range, style, kind: Kind::Scalar(value.into_owned()), lost: false })
            }
            Event::SequenceStart(style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    self.faults.push(syntax::property(self.text, range.start));
                }
                self.list(range.start, style)
            }
            Event::MappingStart(style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    self.faults.push(syntax::property(self.text, range.start));
                }
                self.map(range.start, style)
            }
            Event::Alias(_) => {
                self.faults.push(syntax::special_start(self.text, range.start));
                Ok(Node { range, style: Style::Quoted, kind: Kind::Scalar(String::new()), lost: true })
            }
            _ => Err(syntax::unexpected(range)),
        }
    }

    fn list(&mut self, start: usize, style: StructureStyle) -> Result<Node, Fault> {
        let mut items: Vec<Node> = Vec::new();
        loop {
            match self.next()? {
                Some((Event::SequenceEnd, span)) => {
                    let end = items.last().map_or(start, |item| item.range.end);
                    let range = start..closed(style, end, &span);
                    return Ok(Node { range, style: collection(style), kind: Kind::List(items), lost: false });
                }
                Some((event, span)) => items.push(self.node(event, &span)?),
                None => return Err(syntax::unexpected(self.text.len()..self.text.len())),
            }
        }
    }

    fn map(&mut self, start: usize, style: StructureStyle) -> Result<Node, Fault> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            match self.next()? {
                Some((Event::MappingEnd, span)) => {
                    let end = entries.last().map_or(start, |entry| entry.value.range.end);
                    let range = start..closed(style, end, &span);
                    let mut node = Node { range, style: collection(style), kind: Kind::Map(Vec::new()), lost: false };
                    self.check_duplicates(&mut entries);
                    node.kind = Kind::Map(entries);
                    return Ok(node);
                }
                Some((event, span)) => {
                    let key_node = self.node(event, &span)?;
                    let key_range = key_node.range.clone();
                    let Kind::Scalar(key) = key_node.kind else { return Err(syntax::unexpected(key_range)) };
                    let Some((event, span)) = self.next()? else { return Err(syntax::unexpected(key_range)) };
                    let value = self.node(event, &span)?;
                    entries.push(Entry { key, key_range, value });
                }
                None => return Err(syntax::unexpected(self.text.len()..self.text.len())),
            }
        }
    }

    /// Reports keys that stand twice, and keeps the first of them.
    fn check_duplicates(&mut self, entries: &mut Vec<Entry>) {
        let mut seen = std::collections::HashMap::new();
        entries.retain(|entry| {
            let Some(first) = seen.get(&entry.key) else {
                seen.insert(entry.key.clone(), entry.key_range.clone());
                return true;
            };
            let kind = FaultKind::DuplicateKey { key: entry.key.clone(), first: Range::clone(first) };
            self.faults.push(Fault::at(entry.key_range.clone(), kind));
            false
        });
    }
}

fn collection(style: StructureStyle) -> Style {
    match style {
        StructureStyle::Block => Style::Plain,
        StructureStyle::Flow => Style::Flow,
    }
}

/// A bracketed collection ends after its bracket; another ends with its last value.
fn closed(style: StructureStyle, last: usize, end: &Span) -> usize {
    match style {
        StructureStyle::Block => last,
        StructureStyle::Flow => bytes(end).end.max(last),
    }
}

fn bytes(span: &Span) -> Range<usize> {
    span.byte_range().unwrap_or(0..0)
}
