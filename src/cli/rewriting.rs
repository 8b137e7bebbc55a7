//! New texts of files, written once it is known that the record is no worse for them.

use council::check::council_errors;
use council::diagnostic::Diagnostic;
use council::edit::{EditError, Rewrite};
use council::locale::command_line::Failure;
use council::locale::editing::EditProblem;
use council::model::{Date, Id};
use council::store::{FileMode, Lock, WriteError};
use std::io::ErrorKind;

use super::opened::Opened;
use super::ui::Ui;

/// Holds that a council's files would have no error that they do not have now; tells those that they would have.
pub fn hold_no_worse(opened: &Opened, council: &Id, rewrite: &Rewrite, ui: &mut Ui) -> anyhow::Result<()> {
    let worse = worse(opened, council, rewrite, ui.today());
    if worse.is_empty() {
        return Ok(());
    }
    opened.tell(&worse, ui);
    Err(Failure::from(EditProblem::Worse).into())
}

/// The errors that a council's files would have and do not have now.
pub fn worse(opened: &Opened, council: &Id, rewrite: &Rewrite, today: Date) -> Vec<Diagnostic> {
    let files = opened.record.council(council);
    let mut before = council_errors(&opened.record, &files, today);
    let after = council_errors(&opened.record, &files.with(&rewrite.path, rewrite.after.as_bytes()), today);
    after.into_iter().filter(|error| !take(&mut before, error)).collect()
}

/// Takes an error out of those that are known, wherever it stands now.
fn take(known: &mut Vec<Diagnostic>, error: &Diagnostic) -> bool {
    let at = known.iter().position(|other| other.is_same(error));
    at.map(|at| known.swap_remove(at)).is_some()
}

/// Writes new texts in their order, and prints the path of each.
pub fn write(opened: &Opened, lock: &Lock, rewrites: &[Rewrite], ui: &mut Ui) -> anyhow::Result<()> {
    for Rewrite { path, before, after } in rewrites {
        let store = &opened.record.store;
        let written = match before {
            Some(before) => store.rewrite(lock, path, before, after),
            None => store.create(path, after, FileMode::Plain).and_then(|is_new| {
                let meanwhile = || WriteError { place: store.place(path), error: ErrorKind::ResourceBusy.into() };
                is_new.then_some(()).ok_or_else(meanwhile)
            }),
        };
        written.map_err(|error| opened.unwritten(path, error))?;
        ui.out(&format!("{}\n", opened.shown(path)))?;
    }
    Ok(())
}

/// Why a file cannot be changed, with its path as the user sees it.
pub fn problem(opened: &Opened, error: EditError) -> EditProblem {
    match error {
        EditError::Faulty { path } => EditProblem::Faulty { path: opened.shown(&path) },
        EditError::Unwritable { path, route } => {
            EditProblem::Unwritable { path: opened.shown(&path), place: route.to_string() }
        }
    }
}
