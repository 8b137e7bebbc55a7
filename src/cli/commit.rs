//! `council commit`: checks what has changed, brings the minutes up to date, and has git take in the record's own files
//! with a message that says what happened.

use council::check::{check, council_errors, shared_errors};
use council::diagnostic::{Diagnostic, Severity};
use council::git::Repository;
use council::locale::command_line::{Failure, GitProblem};
use council::model::{DocumentKind, Id};
use council::store::{Layout, Lock};

use super::changed::{self, Ready, unworked};
use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, minutes};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Commit`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, short, value_name = "TEXT")]
    pub message: Option<String>,
}

/// Commits the record.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let repository = changed::repository(&Opened::find(ui)?)?;
    let (opened, lock) = Opened::to_write(ui)?;
    let ready = changed::ready(&repository)?;
    let language = ui.language();
    let conflicts = conflicts(&repository)?;
    let touched = repository.touched_since(ready.commit.as_deref()).map_err(unworked)?;
    if !ready.merging && !touched.iter().any(|file| Layout::keeps(&file.path)) {
        if repository.ignores(Layout::LANDLORD).map_err(unworked)? {
            return Err(Failure::from(GitProblem::Ignored).into());
        }
        return refresh_all(args, &opened, &repository, &ready, lock, ui);
    }
    if let Some(scope) = changed::scope(&opened.record, &touched) {
        let mut errors = check(&opened.record, &scope, ui.today()).diagnostics;
        errors.retain(|problem: &Diagnostic| problem.severity == Severity::Error);
        if !errors.is_empty() {
            opened.tell(&errors, ui);
            ui.err(&language.not_committed(errors.len()));
            return Ok(Outcome::RecordHasErrors);
        }
        let councils = changed::councils(&opened.record, &scope);
        if minutes::refresh(&opened, &lock, &councils, ui)?.is_none() {
            let errors = shared_errors(&opened.record, Some(DocumentKind::Minutes)).len().max(1);
            ui.err(&language.not_committed(errors));
            return Ok(Outcome::RecordHasErrors);
        }
    }
    let undecided: Vec<String> = conflicts
        .iter()
        .filter(|path| changed::has_marks(&opened.record, path))
        .map(|path| opened.shown(path))
        .collect();
    if !undecided.is_empty() {
        ui.err(&language.still_in_conflict(&undecided));
        return Ok(Outcome::RecordHasErrors);
    }
    // A hook of the user's may call a command that writes, and would wait for ever.
    drop(lock);
    save(args, &opened, &repository, &ready, conflicts, ui)
}

/// Where nothing has changed, minutes can be out of date all the same: somebody committed without making them anew.
fn refresh_all(
    args: &Args,
    opened: &Opened,
    repository: &Repository,
    ready: &Ready,
    lock: Lock,
    ui: &mut Ui,
) -> anyhow::Result<Outcome> {
    let is_sound =
        |council: &Id| council_errors(&opened.record, &opened.record.council(council), ui.today()).is_empty();
    let councils: Vec<Id> = opened.record.root().councils.iter().filter(|council| is_sound(council)).cloned().collect();
    let can_write = shared_errors(&opened.record, Some(DocumentKind::Minutes)).is_empty();
    let written = if can_write { minutes::refresh(opened, &lock, &councils, ui)? } else { None };
    drop(lock);
    if written.is_none_or(|written| written.is_empty()) {
        ui.err(ui.language().nothing_to_commit());
        return Ok(Outcome::Well);
    }
    save(args, opened, repository, ready, Vec::new(), ui)
}

/// The record's files that a merge left in conflict; it cannot be completed here where there are others.
fn conflicts(repository: &Repository) -> Result<Vec<String>, Failure> {
    let conflicts = repository.in_conflict().map_err(unworked)?;
    let (own, others): (Vec<String>, Vec<String>) = conflicts.here.into_iter().partition(|path| Layout::keeps(path));
    let paths: Vec<String> = others.into_iter().chain(conflicts.elsewhere).collect();
    if paths.is_empty() { Ok(own) } else { Err(GitProblem::ConflictsElsewhere { paths }.into()) }
}

/// Has git take in what is sound by now.
fn save(
    args: &Args,
    opened: &Opened,
    repository: &Repository,
    ready: &Ready,
    conflicts: Vec<String>,
    ui: &mut Ui,
) -> anyhow::Result<Outcome> {
    let (touched, others) = changed::kept(repository, ready.commit.as_deref())?;
    let typed = args.message.as_deref().map(str::trim).filter(|message| !message.is_empty());
    // The message is part of the record, whatever language its reader has chosen.
    let language = opened.record.language();
    let message = match typed {
        Some(typed) => typed.to_owned(),
        None if ready.merging => language.merge_message().to_owned(),
        None => language.commit_message(&changed::changes(&opened.record, repository, &touched)?),
    };
    let mut paths: Vec<String> = touched.into_iter().map(|file| file.path).collect();
    let end = if ready.merging {
        paths.extend(conflicts);
        repository.complete_merge(&paths, &message)
    } else {
        repository.commit(&paths, &message)
    };
    if !changed::committed(end, ui)? {
        ui.err(ui.language().nothing_to_commit());
        return Ok(Outcome::Well);
    }
    ui.out(&format!("{}\n", message.lines().next().unwrap_or_default()))?;
    let language = ui.language();
    ui.err(&language.left_out_of_commit(others));
    ui.err(language.next_after_commit());
    Ok(Outcome::Well)
}
