//! Reads a file's bytes into a typed value, with every fault found on the way.
//!
//! The fast way is serde's own. Where it stumbles, the careful way reads a [`Tree`](super::Tree) with the same types, as
//! often as there are faults, each time without the value that was wrong.

use super::deserialize::Cursor;
use super::fault::{Expected, Fault, FaultKind, Found, UnreadableCause};
use super::mend::Mended;
use super::route::{Route, Step};
use super::trap;
use super::tree::{Entry, Kind, Node, Style, Tree};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// The largest file read, in bytes; a record's files are a few kilobytes.
pub const MAX_BYTES: usize = 2 << 20;

/// What some editors put before a text.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The deepest nesting read; a record's files have six levels.
pub const MAX_DEPTH: usize = 32;

/// How many bytes are read again in all to see whether cut texts could be longer.
const MOST_LOOKED: usize = 1 << 20;

/// How many faults are looked for in one file; what lies beyond shows in the next run.
const MOST_FAULTS: usize = 500;

/// What was read from a file.
#[derive(Debug, Clone)]
pub struct Reading<T> {
    /// The value, without what was wrong; `None` where nothing of it could be kept.
    pub value: Option<T>,
    /// What was wrong.
    pub faults: Vec<Fault>,
    /// The values that were left out.
    pub lost: Vec<Route>,
    /// The tree that the careful way read, for the places of what is found in the value.
    pub mended: Option<Arc<Mended>>,
}

impl<T> Reading<T> {
    /// What is read of a file that is no text.
    pub fn failed(fault: Fault) -> Self {
        Self { value: None, faults: vec![fault], lost: vec![Route::top()], mended: None }
    }

    /// Says whether the value at this route, or one that holds it or that it holds, was left out.
    pub fn has_lost(&self, route: &Route) -> bool {
        self.lost.iter().any(|lost| lost.meets(route))
    }

    /// Says whether a value was left out that stands where this route leads, but under a misspelt key.
    pub fn has_misspelt(&self, route: &Route) -> bool {
        self.lost.iter().any(|lost| match (lost.steps().last(), route.steps().last()) {
            (Some(Step::Key(written)), Some(Step::Key(key))) => {
                written != key && lost.parent() == route.parent() && is_near(&written.to_lowercase(), key)
            }
            _ => false,
        })
    }
}

/// A file's bytes as the text they are, its byte-order mark included; the mark alone may stand before what [`decode`] and
/// [`read_text`] take.
///
/// # Errors
/// The bytes, with the fault that [`decode`] finds in them.
pub fn into_text(bytes: Vec<u8>) -> Result<String, (Vec<u8>, Fault)> {
    if bytes.len() > MAX_BYTES + BYTE_ORDER_MARK.len() {
        let fault = too_large(&bytes);
        return Err((bytes, fault));
    }
    match String::from_utf8(bytes) {
        Ok(text) => match fault_of_text(without_mark(&text)) {
            None => Ok(text),
            Some(fault) => Err((text.into_bytes(), fault)),
        },
        Err(error) => {
            let bytes = error.into_bytes();
            let fault = decode(&bytes).err().unwrap_or_else(|| unreadable(0, UnreadableCause::NotUtf8));
            Err((bytes, fault))
        }
    }
}

/// Decodes a file's bytes: UTF-8 without its byte-order mark.
///
/// # Errors
/// The fault, at its place, of bytes that are no text, of a text too large, and of an unfinished merge.
pub fn decode(bytes: &[u8]) -> Result<&str, Fault> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap_or(bytes);
    if bytes.len() > MAX_BYTES {
        return Err(too_large(bytes));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| unreadable(error.valid_up_to(), UnreadableCause::NotUtf8))?;
    fault_of_text(text).map_or(Ok(text), Err)
}

/// The byte-order mark that these bytes begin with; nothing where they have none.
pub fn mark_of(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(BYTE_ORDER_MARK.as_bytes()) { BYTE_ORDER_MARK } else { "" }
}

/// A text without the byte-order mark that some editors put before it.
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

fn unreadable(at: usize, cause: UnreadableCause) -> Fault {
    Fault::at(at..at, FaultKind::Unreadable(cause))
}

fn too_large(bytes: &[u8]) -> Fault {
    unreadable(0, UnreadableCause::TooLarge { bytes: bytes.len() })
}

/// What makes a text, without its mark, none that can be read.
fn fault_of_text(text: &str) -> Option<Fault> {
    if text.len() > MAX_BYTES {
        return Some(too_large(text.as_bytes()));
    }
    if let Some((at, sign)) = control_character(text) {
        return Some(unreadable(at, UnreadableCause::ControlCharacter(sign)));
    }
    conflict_marker(text).map(|at| Fault::at(at..at + 7, FaultKind::ConflictMarkers))
}

/// The first control character but tabs and line ends.
fn control_character(text: &str) -> Option<(usize, char)> {
    // Byte by byte, since every file of a record passes here; those from U+0080 on begin with 0xC2.
    let bytes = text.as_bytes();
    let ascii = |byte: &u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r');
    let beyond = |at: usize| bytes.get(at + 1).is_some_and(|next| matches!(next, 0x80..=0x9f));
    let suspected =
        bytes.iter().fold(false, |any, byte| any | ascii(byte)) || memchr::memchr_iter(0xc2, bytes).any(beyond);
    if !suspected {
        return None;
    }
    text.char_indices().find(|(_, sign)| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r'))
}

/// The bytes that can still be shown of a file that cannot be decoded, up to the fault.
pub fn readable_part(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap_or(bytes);
    String::from_utf8_lossy(bytes.get(..MAX_BYTES).unwrap_or(bytes)).into_owned()
}

/// Where the first line of an unfinished merge begins.
fn conflict_marker(text: &str) -> Option<usize> {
    let first = |marker: &str| {
        let begins_line = |at: &usize| *at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
        memchr::memmem::find_iter(text.as_bytes(), marker).find(begins_line)
    };
    [first("<<<<<<< "), first(">>>>>>> ")].into_iter().flatten().min()
}

/// Reads a file's bytes.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Reading<T> {
    match decode(bytes) {
        Ok(text) => read_text(text),
        Err(fault) => Reading::failed(fault),
    }
}

/// Reads a file's text, without its byte-order mark.
pub fn read_text<T: DeserializeOwned>(text: &str) -> Reading<T> {
    if !may_be_deep(text)
        && let Ok(value) = serde_yaml::from_str(text)
    {
        let faults = if trap::suspected(text) { trapped(text) } else { Vec::new() };
        if faults.is_empty() {
            return Reading { value: Some(value), faults, lost: Vec::new(), mended: None };
        }
    }
    careful(text)
}

/// Reads a file's bytes the careful way from the start; it finds what [`read`] finds.
pub fn read_carefully<T: DeserializeOwned>(bytes: &[u8]) -> Reading<T> {
    match decode(bytes) {
        Ok(text) => careful(text),
        Err(fault) => Reading::failed(fault),
    }
}

/// A quick bound on the nesting of a text, so that no parser is given what would keep it busy for long.
fn may_be_deep(text: &str) -> bool {
    let mut open = 0_usize;
    let openers = memchr::memchr2_iter(b'[', b'{', text.as_bytes()).count();
    (openers > MAX_DEPTH
        && text.bytes().any(|byte| {
            match byte {
                b'[' | b'{' => open += 1,
                b']' | b'}' => open = open.saturating_sub(1),
                _ => {}
            }
            open > MAX_DEPTH
        }))
        || memchr::memmem::find(text.as_bytes(), b"- - - - ").is_some()
        || memchr::memmem::find(text.as_bytes(), b"? ? ? ? ").is_some()
}

fn trapped(text: &str) -> Vec<Fault> {
    let Ok(tree) = Tree::parse(text) else { return Vec::new() };
    let mut faults = trap::find(text, &tree);
    faults.extend(tree.faults);
    faults
}

fn careful<T: DeserializeOwned>(text: &str) -> Reading<T> {
    let mut mended = Mended::read(text);
    let mut faults = mended.faults.clone();
    let Some(pristine) = mended.tree.clone() else {
        return Reading { value: None, faults, lost: vec![Route::top()], mended: Some(Arc::new(mended)) };
    };
    let mut tree = pristine.clone();
    let mut found = trap::find(&mended.text, &tree);
    found.append(&mut tree.faults);
    found.truncate(MOST_FAULTS);
    let mut lost = Vec::new();
    for fault in &found {
        // A value that is all comment is missing, and that is told.
        if let (FaultKind::TextCut { kept, .. }, Some(Step::Key(_))) = (&fault.kind, fault.spot.route.steps().last())
            && kept.is_empty()
            && let Some(node) = tree.any_mut(&fault.spot.route)
        {
            node.lost = true;
            lost.push(fault.spot.route.clone());
        }
    }
    let value = loop {
        match T::deserialize(Cursor::new(&tree.top)) {
            Ok(value) => break Some(value),
            Err(fault) => {
                let told = is_told(&tree, &fault.spot.route) || follows_from(&fault, &found, &lost);
                let gone = leave_out(&mut tree, &fault);
                if !told {
                    found.extend(trap::explained(&mended.text, &pristine, fault));
                }
                let hopeless = gone.steps().is_empty() || lost.len() >= MOST_FAULTS;
                lost.push(gone);
                if hopeless {
                    break None;
                }
            }
        }
    };
    // Each look reads the whole tree again: in a large file the rest is told unseen.
    let mut looks = MOST_LOOKED / mended.text.len().max(1);
    found.retain(|fault| {
        let is_cut = matches!(fault.kind, FaultKind::TextCut { sign: '#', .. });
        looks = looks.saturating_sub(usize::from(is_cut));
        !is_cut || looks == 0 || may_be_longer::<T>(&tree, fault)
    });
    let found = found.into_iter().map(|fault| mended.in_original(fault));
    faults.extend(found.filter(|fault| !mended.has_told(fault)));
    mended.leave_out(&lost);
    Reading { value, faults, lost, mended: Some(Arc::new(mended)) }
}

/// Says whether what a `#` cut off could belong to the value: not where it is a date, a number or a word of a list.
fn may_be_longer<T: DeserializeOwned>(tree: &Tree, fault: &Fault) -> bool {
    let FaultKind::TextCut { kept, cut, sign: '#' } = &fault.kind else { return true };
    let mut longer = tree.clone();
    let Some(node) = longer.any_mut(&fault.spot.route).filter(|_| !kept.is_empty()) else { return true };
    node.kind = Kind::Scalar(format!("{kept} {cut}"));
    T::deserialize(Cursor::new(&longer.top)).is_ok()
}

/// Says whether the value at this route was already reported as wrong, or stands for a missing one that was.
fn is_told(tree: &Tree, route: &Route) -> bool {
    tree.any(route).is_some_and(|node| node.lost || matches!(node.kind, Kind::Filler))
}

/// Says whether a fault is only there because of another one that was found: a choice of which something was left out,
/// or a missing key that stands there misspelt.
fn follows_from(fault: &Fault, found: &[Fault], lost: &[Route]) -> bool {
    let route = &fault.spot.route;
    match &fault.kind {
        FaultKind::WrongType { expected, found: Found::Map } => {
            let is_choice = matches!(expected, Expected::Outcome | Expected::Measure | Expected::ReportedFigure);
            is_choice && lost.iter().any(|lost| lost.steps().len() > route.steps().len() && lost.meets(route))
        }
        FaultKind::MissingKey { key } => found.iter().any(|other| match &other.kind {
            FaultKind::UnknownKey { key: written, .. } => {
                other.spot.route.parent() == route.parent() && is_near(&written.to_lowercase(), key)
            }
            _ => false,
        }),
        _ => false,
    }
}

/// A third of the letters may differ.
fn is_near(written: &str, key: &str) -> bool {
    strsim::damerau_levenshtein(written, key) <= (written.chars().count() / 3).max(1)
}

/// Leaves out the value that is wrong, or puts a filler where a required one is missing; returns the route of what is
/// gone.
fn leave_out(tree: &mut Tree, fault: &Fault) -> Route {
    let mut route = fault.spot.route.clone();
    let at_filler = tree.any(&route).is_some_and(|node| matches!(node.kind, Kind::Filler));
    if let (FaultKind::MissingKey { key }, Some(holder), false) = (&fault.kind, route.parent(), at_filler)
        && let Some(holder) = tree.any_mut(&holder)
    {
        if holder.is_blank() {
            holder.kind = Kind::Map(Vec::new());
        }
        if let Kind::Map(entries) = &mut holder.kind {
            let value = Node { range: 0..0, style: Style::Quoted, kind: Kind::Filler, lost: false };
            entries.retain(|entry| entry.key != *key);
            entries.push(Entry { key: key.clone(), key_range: 0..0, value });
            return route;
        }
    }
    if at_filler {
        route = route.parent().unwrap_or_default();
    }
    // Where the value is gone already, whoever holds it cannot do without: it goes too.
    loop {
        match (tree.any_mut(&route), route.parent()) {
            (Some(node), _) if !node.lost => {
                node.lost = true;
                return route;
            }
            (_, Some(parent)) => route = parent,
            (_, None) => return Route::top(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::may_be_deep;

    #[test]
    fn lists_in_one_line_are_seen_wherever_they_begin() {
        for before in 0..9 {
            for deep in ["- - - - ", "? ? ? ? "] {
                let text = "a".repeat(before) + deep;
                assert!(may_be_deep(&text), "{text:?}");
                assert!(!may_be_deep(&text[..text.len() - 1]), "{text:?}");
            }
        }
    }
}
