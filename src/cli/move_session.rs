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
    #[arg(value_name = "DATE", value_parser = usage::session)]
    pub to: SessionId,
}

/// Moves a session.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let (opened, lock) = Opened::to_write(ui)?;
    let council = chosen::council(&opened.record, Some(&args.council))?;
    let files = opened.record.council(&council);
    let asked = move_session(&opened.record, &files, args.from, args.to);
    let SessionMove { file, rewrites, minutes } = asked.map_err(|problem| said(&opened, &files, args, problem))?;
    for (old, new) in file.iter().chain(&minutes) {
        opened.record.store.rename(&lock, old, new).map_err(|error| opened.unwritten(new, error))?;
    }
    if let Some((_, new)) = &file {
        ui.out(&format!("{}\n", opened.shown(new)))?;
    }
    rewriting::write(&opened, &lock, &rewrites, ui)?;
    if minutes.is_some() {
        write_minutes(&opened, &lock, &council, args.to, ui)?;
    }
    let said = ui.language().next_after_change();
    ui.err(&said);
    Ok(Outcome::Well)
}

/// Writes the minutes of a moved session anew, which name its day; approved ones stay as they are.
fn write_minutes(opened: &Opened, lock: &Lock, council: &Id, session: SessionId, ui: &mut Ui) -> anyhow::Result<()> {
    // What was read before the move refers to the old name.
    let record = &Record::open(Store::open(opened.record.store.root().to_owned()));
    let files = record.council(council);
    let kind = DocumentKind::Minutes;
    let is_sound = shared_errors(record, Some(kind)).is_empty();
    let template = Template::of(record, kind, record.language()).filter(|_| is_sound);
    let path = files.paths.minutes(session);
    if let Some(template) = template
        && files.approved_by(session).is_none()
        && let Ok(text) = minutes(record, &files, session, &template)
    {
        record.store.write(lock, &path, &text).map_err(|error| opened.unwritten(&path, error))?;
    }
    ui.out(&format!("{}\n", opened.shown(&path)))?;
    Ok(())
}

fn said(opened: &Opened, files: &CouncilRecord, args: &Args, problem: MoveProblem) -> Failure {
    let council = files.id.to_string();
    let problem: EditProblem = match problem {
        MoveProblem::Unknown => {
            let known = files.sessions.iter().map(|(id, _)| id.to_string()).collect();
            return Failure::UnknownSession { council, session: args.from.to_string(), known };
        }
        MoveProblem::Exists => SessionProblem::SessionExists { council, session: args.to }.into(),
        MoveProblem::Approved { by } => SessionProblem::Closed { session: args.from, by: Some(by) }.into(),
        MoveProblem::Closed { session } => SessionProblem::Closed { session, by: None }.into(),
        MoveProblem::OutOfOrder { session } => SessionProblem::OutOfOrder { session }.into(),
        MoveProblem::File(error) => rewriting::problem(opened, error),
    };
    problem.into()
}
