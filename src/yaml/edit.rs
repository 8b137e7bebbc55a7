//! Changes to a text as a list of replacements. Used by `check --fix`, and by every command that writes into a file.

use std::ops::Range;

/// A replacement of some bytes of a text; an empty range inserts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes replaced.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub replacement: String,
}

/// Applies edits to a text; every byte outside them stays. Edits that overlap an earlier one are left out, so that one
/// place is never mended twice.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut ordered: Vec<&Edit> = edits.iter().collect();
    ordered.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for edit in ordered {
        if edit.range.start < done {
            continue;
        }
        let (Some(before), Some(_)) = (text.get(done..edit.range.start), text.get(edit.range.clone())) else {
            continue;
        };
        result.push_str(before);
        result.push_str(&edit.replacement);
        done = edit.range.end;
    }
    result.push_str(text.get(done..).unwrap_or_default());
    result
}
