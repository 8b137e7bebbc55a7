//! A text read as far as it can be: each fault of syntax that quotes mend is mended in a copy, so that the faults after
//! it are found in the same run.

use super::edit::{Edit, apply};
use super::fault::{Fault, FaultKind, SyntaxCause};
use super::route::{Route, Spot};
use super::tree::Tree;
use std::ops::Range;

/// How many faults of syntax are mended in one file before the rest is left for the next run.
const MOST_MENDED: usize = 200;

/// How many bytes are parsed again in all for that, so that a large file takes no longer than a small one.
const MOST_PARSED: usize = 1 << 20;

/// A text's tree, with the way back from the mended copy to the user's own text.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The tree of the copy; `None` where it could not be mended.
    pub tree: Option<Tree>,
    /// The copy.
    pub text: String,
    /// The faults mended, and the one that could not be; in the user's own text.
    pub faults: Vec<Fault>,
    edits: Vec<Edit>,
    quoted: Vec<Range<usize>>,
}

impl Mended {
    /// Reads a text, given without its byte-order mark.
    pub fn read(text: &str) -> Self {
        let mut mended =
            Self { tree: None, text: text.to_owned(), faults: Vec::new(), edits: Vec::new(), quoted: Vec::new() };
        loop {
            match Tree::parse(&mended.text) {
                Ok(tree) => {
                    mended.tree = Some(tree);
                    return mended;
                }
                Err(fault) => {
                    let fix = fault.fix.clone();
                    let mut fault = mended.in_original(fault);
                    mended.quoted.extend(fault.fix.as_ref().map(|fix| fix.range.clone()));
                    // What begins with a hyphen may be a list that wants a line of its own: only the writer knows.
                    if matches!(fault.kind, FaultKind::Syntax(SyntaxCause::SpecialStart('-', _))) {
                        fault.fix = None;
                    }
                    let again = mended.faults.iter().any(|known| known.range == fault.range);
                    if again {
                        return mended;
                    }
                    mended.faults.push(fault);
                    let Some(fix) = fix.filter(|_| mended.may_go_on()) else { return mended };
                    mended.text = apply(&mended.text, std::slice::from_ref(&fix));
                    mended.edits.push(fix);
                }
            }
        }
    }

    fn may_go_on(&self) -> bool {
        self.edits.len() < MOST_MENDED && self.edits.len() * self.text.len() < MOST_PARSED
    }

    /// Marks what a reading left out, so that a spot that a rule names is found.
    pub fn leave_out(&mut self, lost: &[Route]) {
        if let Some(tree) = &mut self.tree {
            tree.leave_out(lost);
        }
    }

    /// The bytes of a spot in the user's own text. `None` for the file as a whole.
    pub fn range(&self, spot: &Spot) -> Option<Range<usize>> {
        self.tree.as_ref()?.range(spot).map(|range| self.original(range))
    }

    /// Says whether a fault, told of the user's own text, is of a value that was already reported and mended: what it
    /// should have been is then not known.
    pub fn has_told(&self, fault: &Fault) -> bool {
        let start = fault.range.as_ref().map(|range| range.start);
        start.is_some_and(|start| self.quoted.iter().any(|quoted| quoted.contains(&start)))
    }

    /// The same of the value at a spot.
    pub fn has_told_at(&self, spot: &Spot) -> bool {
        let start = (!self.quoted.is_empty()).then(|| self.range(spot)).flatten().map(|range| range.start);
        start.is_some_and(|start| self.quoted.iter().any(|quoted| quoted.contains(&start)))
    }

    /// A fault found in the copy, told of the user's own text.
    pub fn in_original(&self, mut fault: Fault) -> Fault {
        fault.range = fault.range.map(|range| self.original(range));
        if let FaultKind::DuplicateKey { first, .. } = &mut fault.kind {
            *first = self.original(first.clone());
        }
        fault.fix = fault.fix.map(|fix| Edit { range: self.original(fix.range), ..fix });
        fault
    }

    fn original(&self, range: Range<usize>) -> Range<usize> {
        // Undone from the last edit to the first, since each was made in the text that the ones before it had left.
        let start = self.edits.iter().rev().fold(range.start, |at, edit| before(edit, at, false));
        let end = self.edits.iter().rev().fold(range.end, |at, edit| before(edit, at, true));
        start..end.max(start)
    }
}

/// Where a byte of the text after an edit was before it; a byte inside the edit goes to one of its ends.
fn before(edit: &Edit, at: usize, is_end: bool) -> usize {
    let new_end = edit.range.start + edit.replacement.len();
    if at <= edit.range.start {
        at
    } else if at >= new_end {
        at - new_end + edit.range.end
    } else if is_end {
        edit.range.end
    } else {
        edit.range.start
    }
}
