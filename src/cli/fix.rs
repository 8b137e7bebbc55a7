//! `check --fix`: writes what mends a problem where there is just one way, and says so.

use std::collections::BTreeMap;

use council::diagnostic::Diagnostic;
use council::store::Lock;
use council::yaml::{Edit, Source, apply, decode};

use super::opened::Opened;
use super::ui::Ui;

/// The edits that mend problems, by file.
pub fn edits(diagnostics: &[Diagnostic]) -> BTreeMap<&str, Vec<Edit>> {
    let mut edits: BTreeMap<&str, Vec<Edit>> = BTreeMap::new();
    for diagnostic in diagnostics {
        if let Some(fix) = &diagnostic.fix {
            edits.entry(&diagnostic.path).or_default().push(fix.clone());
        }
    }
    edits
}

/// Writes the edits of a file, or without a lock only shows them; returns how many lines changed.
pub fn mend(opened: &Opened, path: &str, edits: &[Edit], lock: Option<&Lock>, ui: &mut Ui) -> anyhow::Result<usize> {
    let Ok(bytes) = opened.record.store.read(path) else { return Ok(0) };
    let Ok(text) = decode(&bytes) else { return Ok(0) };
    let mended = apply(text, edits);
    let (changed, shown) = difference(&opened.shown(path), text, &mended);
    // What would be done was asked for; what was done is said.
    if lock.is_none() {
        ui.out(&shown)?;
    } else {
        ui.err(&shown);
    }
    if let Some(lock) = lock {
        let mark = if bytes.starts_with("\u{feff}".as_bytes()) { "\u{feff}" } else { "" };
        let written = opened.record.store.rewrite(lock, path, &bytes, &format!("{mark}{mended}"));
        written.map_err(|error| opened.unwritten(path, error))?;
    }
    Ok(changed)
}

/// The lines that change, before and after, and how many they are. Edits never add nor take a line.
fn difference(path: &str, before: &str, after: &str) -> (usize, String) {
    let (before, after) = (Source::new(before), Source::new(after));
    let lines = 1..=before.line_count();
    let changed: Vec<usize> = lines.filter(|line| before.line(*line) != after.line(*line)).collect();
    let mut shown = format!("--- {path}\n+++ {path}\n");
    for line in &changed {
        for part in [&format!("@@ -{line} +{line} @@\n-"), before.line(*line), "\n+", after.line(*line), "\n"] {
            shown.push_str(part);
        }
    }
    (changed.len(), shown)
}
