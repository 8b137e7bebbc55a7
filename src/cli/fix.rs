//! `check --fix`: writes what mends problems where there is just one way, or shows it, and says what it did.

use council::diagnostic::Diagnostic;
use council::mend::{Mending, diff, mend};
use council::store::{Lock, Staged};

use council::check::Scope;

use super::opened::Opened;
use super::ui::Ui;

/// Mends what is wanted in a part of the record. Without a lock nothing is written, and what would be is printed. Says how
/// many problems were mended, and what the part is called now.
pub fn fix(
    opened: &Opened,
    lock: Option<&Lock>,
    scope: Scope,
    wanted: &dyn Fn(&Diagnostic) -> bool,
    ui: &mut Ui,
) -> anyhow::Result<(usize, Scope)> {
    let mending = mend(&opened.record, &scope, ui.today(), wanted);
    let written = match lock {
        Some(lock) => write(opened, lock, &mending.staged),
        None => ui.out(&diff(&opened.record.store, &mending.staged)).map_err(anyhow::Error::from),
    };
    // Where the writing ends early, this is what to look at.
    say(opened, &mending, ui);
    written?;
    let scope = if lock.is_some() { scope.renamed(&mending.staged) } else { scope };
    Ok((mending.done.len(), scope))
}

/// Writes texts first, under the names that their files have, and then gives the new names.
fn write(opened: &Opened, lock: &Lock, staged: &Staged) -> anyhow::Result<()> {
    let store = &opened.record.store;
    for (path, text) in staged.texts() {
        store.rewrite(lock, path, &text.before, &text.after).map_err(|error| opened.unwritten(path, error))?;
    }
    for (from, to) in staged.renames() {
        store.rename(lock, from, to).map_err(|error| opened.unwritten(to, error))?;
    }
    Ok(())
}

/// Says what was done and what was left, file by file.
fn say(opened: &Opened, mending: &Mending, ui: &mut Ui) {
    let language = ui.language();
    let mut lines: Vec<(&str, Option<usize>, String)> = Vec::new();
    lines.extend(
        mending.done.iter().map(|done| (done.path.as_str(), done.line, language.mended_how(done.line, &done.how))),
    );
    lines.extend(
        mending.left.iter().map(|left| (left.path.as_str(), left.line, language.left_alone(left.line, &left.why))),
    );
    lines.sort_by_key(|(path, line, _)| (*path, *line));
    let mut file = "";
    for (path, _, line) in &lines {
        if *path != file {
            ui.err(&format!("{}\n", opened.shown(path)));
            file = path;
        }
        ui.err(line);
    }
}
