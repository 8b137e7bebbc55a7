//! What would be written, in git's own form: `git apply` in the record's folder does it.

use crate::store::{Staged, StagedText, Store};
use similar::TextDiff;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The changes as a unified diff; paths are from the record's root. `store` is the record as it lies on the disk.
pub fn diff(store: &Store, staged: &Staged) -> String {
    let moved = staged.moved().into_iter().flat_map(|path| store.files_at(&path));
    let files: BTreeSet<String> = staged.texts().keys().cloned().chain(moved).collect();
    files.iter().map(|path| of_file(path, &staged.to_be(path), staged.texts().get(path))).collect()
}

fn of_file(old: &str, new: &str, text: Option<&StagedText>) -> String {
    let text = text.filter(|text| text.before != text.after.as_bytes());
    if old == new && text.is_none() {
        return String::new();
    }
    let names = [format!("a/{old}"), format!("b/{new}")].map(|name| quoted(&name));
    let [from, to] = &names;
    let mut shown = format!("diff --git {from} {to}\n");
    if old != new {
        if text.is_none() {
            shown.push_str("similarity index 100%\n");
        }
        let _ = write!(shown, "rename from {}\nrename to {}\n", quoted(old), quoted(new));
    }
    if let Some(StagedText { before, after }) = text {
        let before = String::from_utf8_lossy(before);
        // What git takes for a line: a carriage return alone ends none.
        let [before, after] = [before.as_ref(), after].map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
        let lines = TextDiff::configure().newline_terminated(true).diff_slices(&before, &after);
        let [from, to] = [from, to].map(|name| if name.contains(' ') { format!("{name}\t") } else { name.clone() });
        let _ = write!(shown, "{}", lines.unified_diff().context_radius(3).header(&from, &to));
    }
    shown
}

/// A name as git writes it: between quotes where it holds a quote, a backslash or a control character.
fn quoted(name: &str) -> String {
    let is_special = |sign: char| sign.is_ascii_control() || matches!(sign, '"' | '\\');
    if !name.contains(is_special) {
        return name.to_owned();
    }
    let mut quoted = String::from('"');
    for sign in name.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            sign if sign.is_ascii_control() => {
                let _ = write!(quoted, "\\{:03o}", u32::from(sign));
            }
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}
