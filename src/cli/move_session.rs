//! `council move-session`: a session that takes place on another day, and all that refers to it.

use council::check::shared_errors;
use council::document::{Template, minutes};
use council::edit::{MoveProblem, SessionMove, move_session};
use council::locale::command_line::Failure;
use council::locale::editing::{EditProblem, SessionProblem};
use council::model::{DocumentKind, Id, SessionId};
use council::record::{CouncilRecord, Record};
use council::store::{Lock, Store};

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, rewriting, usage};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::MoveSession`.
#[derive(Debug, clap::Args)]
pub struct Args {
    pub council: String,
    #[arg(value_name = "DATE", value_parser = usage::session)]
    pub from: SessionId,
    #[arg(value_name = "NEW_DATE", value_parser = usage::session)]
    pub to: SessionId,
}

/// Moves a session.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let (opened, lock) = Opened::to_write(ui)?;
    let council = chosen::council(&opened.record, Some(&args.council))?;
    let files = opened.record.council(&council);
    let asked = move_session(&opened.record, &files, args.from, args.to, ui.today());
    let SessionMove { file, rewrites, minutes } = asked.map_err(|problem| said(&opened, &files, args, problem))?;
    if let Some((old, new)) = &file {
        opened.record.store.rename(&lock, old, new).map_err(|error| opened.unwritten(new, error))?;
        ui.out(&format!("{}\n", opened.shown(new)))?;
    }
    rewriting::write(&opened, &lock, &rewrites, ui)?;
    if let Some((old, new)) = &minutes {
        move_minutes(&opened, &lock, (&council, args.to), (old, new), ui)?;
    }
    let said = ui.language().next_after_change();
    ui.err(said);
    Ok(Outcome::Well)
}

/// Writes the minutes of a moved session under their new name, and then takes the old ones away. They name its day, so they
/// are made anew; approved ones, which nothing froze, stay as they are.
fn move_minutes(
    opened: &Opened,
    lock: &Lock,
    (council, session): (&Id, SessionId),
    (old, new): (&str, &str),
    ui: &mut Ui,
) -> anyhow::Result<()> {
    // What was read before the move refers to the old name.
    let record = &Record::open(Store::open(opened.record.store.root().to_owned()));
    let files = record.council(council);
    let kind = DocumentKind::Minutes;
    let is_sound = shared_errors(record, Some(kind)).is_empty();
    let template = Template::of(record, kind, record.language()).filter(|_| is_sound);
    let fresh = template
        .filter(|_| files.approved_by(session).is_none())
        .and_then(|template| minutes(record, &files, session, &template).ok());
    let kept = || record.store.read(old).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    match fresh.or_else(kept) {
        Some(text) => {
            record.store.write(lock, new, &text).map_err(|error| opened.unwritten(new, error))?;
            record.store.remove(lock, old).map_err(|error| opened.unwritten(old, error))?;
        }
        None => record.store.rename(lock, old, new).map_err(|error| opened.unwritten(new, error))?,
    }
    Ok(ui.out(&format!("{}\n", opened.shown(new)))?)
}

fn said(opened: &Opened, files: &CouncilRecord, args: &Args, problem: MoveProblem) -> Failure {
    let council = files.id.to_string();
    let problem: EditProblem = match problem {
        MoveProblem::Unknown => {
            let known = files.sessions.iter().map(|(id, _)| id.to_string()).collect();
            return Failure::UnknownSession { council, session: args.from.to_string(), known };
        }
        MoveProblem::Exists => SessionProblem::SessionExists { council, session: args.to }.into(),
        MoveProblem::MinutesExist => {
            SessionProblem::MinutesExist { path: opened.shown(&files.paths.minutes(args.to)) }.into()
        }
        MoveProblem::NotYet => SessionProblem::NotYet { session: args.from, to: args.to }.into(),
        MoveProblem::Approved { by } => SessionProblem::Closed { session: args.from, by: Some(by) }.into(),
        MoveProblem::Closed { session } => SessionProblem::Closed { session, by: None }.into(),
        MoveProblem::OutOfOrder { session } => SessionProblem::OutOfOrder { session }.into(),
        MoveProblem::File(error) => rewriting::problem(opened, error),
    };
    problem.into()
}
