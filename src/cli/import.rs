//! `council import`: an action plan from a spreadsheet into a council's plan.

use std::path::{Path, PathBuf};

use council::diagnostic::Diagnostic;
use council::edit::{ActionProblem, NewAction, Rewrite, add_actions};
use council::import::{Reading, Target, read};
use council::locale::command_line::Failure;
use council::locale::editing::EditProblem;
use council::locale::exchange::ExchangeProblem;
use council::locale::importing::{CellProblem, RowProblem};
use council::mend::diff;
use council::model::Id;
use council::scaffold;
use council::spreadsheet::{NoSheet, decode};
use council::store::Staged;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, rewriting};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Import`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "COUNCIL")]
    pub council: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub decided: Option<String>,
    #[arg(long)]
    pub skip_bad: bool,
    #[arg(long)]
    pub dry_run: bool,
}

/// Adds the actions of a spreadsheet to a plan: all of them, unless bad rows are to be skipped.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let (opened, lock) = if args.dry_run {
        (Opened::find(ui)?, None)
    } else {
        Opened::to_write(ui).map(|(opened, lock)| (opened, Some(lock)))?
    };
    let council = chosen::council(&opened.record, args.council.as_deref())?;
    let shared = council::check::shared_errors(&opened.record, None);
    let files = opened.record.council(&council);
    if !shared.is_empty() || files.council.value().is_none() {
        let unreadable = council::check::council_errors(&opened.record, &files, ui.today());
        opened.tell(if shared.is_empty() { &unreadable } else { &shared }, ui);
        return Ok(Outcome::RecordHasErrors);
    }
    let decided = chosen::held_session(&files, args.decided.as_deref(), ui.today())?;
    let file = args.file.display().to_string();
    let target = Target { record: &opened.record, files: &files, decided, today: ui.today() };
    let reading = read(&text(&args.file)?, target)
        .map_err(|seen| Failure::from(ExchangeProblem::NoHeader { path: file.clone(), seen }))?;
    if let Some(line) = reading.open_quote {
        return Err(Failure::from(ExchangeProblem::OpenQuote { path: file, line }).into());
    }
    let (rewrite, problems, added) = plan(&opened, &council, &reading, ui)?;
    for problem in &problems {
        let said = problem.words(&file, ui.language());
        ui.err(&said);
    }
    let language = ui.language();
    let bad = rows(problems.iter().map(|problem| problem.line));
    if !problems.is_empty() && !args.skip_bad {
        ui.err(&language.not_imported(problems.len(), bad));
        return Ok(Outcome::RecordHasErrors);
    }
    if let Some(rewrite) = &rewrite {
        match &lock {
            Some(lock) => rewriting::write(&opened, lock, std::slice::from_ref(rewrite), ui)?,
            None => ui.out(&difference(&opened, rewrite))?,
        }
    }
    if bad > 0 {
        ui.err(&language.rows_skipped(bad));
    }
    if !reading.totals.is_empty() {
        ui.err(&language.totals_left_out(&reading.totals));
    }
    if rewrite.is_none() {
        ui.err(language.nothing_to_import());
        return Ok(Outcome::Well);
    }
    if reading.has_default_session {
        ui.err(&language.decided_by_default(decided, args.decided.is_none()));
    }
    if !reading.kept_in_notes.is_empty() {
        ui.err(&language.kept_in_notes(&reading.kept_in_notes));
    }
    ui.err(&language.imported(added, lock.is_some()));
    if lock.is_some() {
        ui.err(language.next_after_change());
    }
    Ok(Outcome::Well)
}

/// The text of a spreadsheet's file, wherever it lies.
fn text(file: &Path) -> Result<String, Failure> {
    let path = file.display().to_string();
    let store = file.parent().map(Opened::at).and_then(Result::ok);
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    let read = store.zip(name).map(|(store, name)| store.record.store.read(&name));
    let bytes = match read {
        Some(Ok(bytes)) => bytes,
        Some(Err(error)) => return Err(ExchangeProblem::Unreadable { path, error }.into()),
        None => return Err(ExchangeProblem::Unreadable { path, error: council::store::ReadError::Missing }.into()),
    };
    decode(&bytes).map_err(|error| {
        Failure::from(match error {
            NoSheet::Workbook => ExchangeProblem::Workbook { path },
            NoSheet::NotText => ExchangeProblem::NotText { path },
        })
    })
}

/// The plan with the actions of sound rows, what is wrong in the others, and how many actions there are. What `check` would
/// find is told of the row that it comes of.
fn plan(
    opened: &Opened,
    council: &Id,
    reading: &Reading,
    ui: &mut Ui,
) -> anyhow::Result<(Option<Rewrite>, Vec<RowProblem>, usize)> {
    let actions: Vec<NewAction> = reading.actions.iter().map(|(_, action)| action.clone()).collect();
    let whole = with(opened, council, &actions, ui)?;
    let worse = whole.as_ref().map_or_else(Vec::new, |rewrite| rewriting::worse(opened, council, rewrite, ui.today()));
    if worse.is_empty() {
        return Ok((whole, reading.problems.clone(), reading.actions.len()));
    }
    let (mut sound, mut problems) = (Vec::new(), reading.problems.clone());
    for (line, action) in &reading.actions {
        let alone = with(opened, council, std::slice::from_ref(action), ui)?;
        let errors = alone.map_or_else(Vec::new, |rewrite| rewriting::worse(opened, council, &rewrite, ui.today()));
        let said = |error: &Diagnostic| CellProblem::Refused { message: error.problem.words(ui.language()).message };
        if errors.is_empty() {
            sound.push(action.clone());
        }
        let of_row = |problem| RowProblem { line: *line, column: None, value: None, problem };
        problems.extend(errors.iter().map(said).map(of_row));
    }
    problems.sort_by_key(|problem| problem.line);
    let added = sound.len();
    let rewrite = with(opened, council, &sound, ui)?;
    // What only several rows together make wrong is told as a change of one action would be.
    if let Some(rewrite) = &rewrite {
        rewriting::hold_no_worse(opened, council, rewrite, ui)?;
    }
    Ok((rewrite, problems, added))
}

fn with(opened: &Opened, council: &Id, new: &[NewAction], ui: &Ui) -> anyhow::Result<Option<Rewrite>> {
    let files = opened.record.council(council);
    let added = add_actions(&files, new, ui.today(), || scaffold::plan(&opened.record));
    let problem = |(place, problem): (usize, ActionProblem)| {
        let action = new.get(place).map(|action| action.id.to_string()).unwrap_or_default();
        let council = council.to_string();
        match problem {
            ActionProblem::Exists => EditProblem::ActionExists { council, action },
            ActionProblem::Unknown => EditProblem::UnknownAction { council, action, nearest: None, known: Vec::new() },
            ActionProblem::CostWithoutLabel => EditProblem::CostWithoutLabel { cost: action },
            ActionProblem::File(error) => rewriting::problem(opened, error),
        }
    };
    Ok(added.map_err(|error| Failure::from(problem(error)))?)
}

/// What would be written, as git shows it.
fn difference(opened: &Opened, rewrite: &Rewrite) -> String {
    let mut staged = Staged::default();
    staged.rewrite(&rewrite.path, rewrite.before.clone().unwrap_or_default(), rewrite.after.clone());
    diff(&opened.record.store, &staged)
}

/// How many rows these lines are of.
fn rows(lines: impl Iterator<Item = usize>) -> usize {
    lines.collect::<std::collections::BTreeSet<_>>().len()
}
