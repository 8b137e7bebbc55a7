//! `council new-session`: the file of a session to come, with all that is known filled in.

use council::check::{Scope, check};
use council::diagnostic::Severity;
use council::locale::command_line::{Failure, NewFileProblem};
use council::model::{Date, SessionId};
use council::record::CouncilRecord;
use council::scaffold;
use council::store::FileMode;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, editor, usage};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::NewSession`.
#[derive(Debug, clap::Args)]
pub struct Args {
    pub council: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = usage::date)]
    pub date: Option<Date>,
    #[arg(long)]
    pub edit: bool,
}

/// Writes a new session's file.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let council = chosen::council(&opened.record, args.council.as_deref())?;
    let files = opened.record.council(&council);
    let known = args.date.or_else(|| scaffold::announced_date(&files));
    let date = known.unwrap_or_else(|| ui.today());
    let (session, path) = create(&opened, &files, date)?;
    ui.out(&format!("{}\n", opened.shown(&path)))?;
    let language = ui.language();
    if known.is_none()
        && let Some(span) = scaffold::announced_period(&files, date)
    {
        ui.err(&language.announced_without_a_day(span, date));
    }
    if session.rank > 1 {
        ui.err(&language.another_that_day(session));
    }
    if args.edit {
        ui.flush()?;
        editor::edit(&opened.record.store.place(&path))?;
        return checked(&path, ui);
    }
    ui.err(&language.next_after_scaffold(&opened.shown(&path)));
    Ok(Outcome::Well)
}

/// Writes the file under the first name of that day that is free.
fn create(opened: &Opened, files: &CouncilRecord, date: Date) -> anyhow::Result<(SessionId, String)> {
    let mut session = SessionId { date, rank: 1 };
    loop {
        let path = files.paths.session(session);
        if !opened.record.store.exists(&path) {
            let text = scaffold::session(&opened.record, files, session);
            let created = opened.record.store.create(&path, &text, FileMode::Plain);
            if created.map_err(|error| opened.unwritten(&path, error))? {
                return Ok((session, path));
            }
        }
        let rank = session.rank.checked_add(1);
        session.rank = rank.ok_or_else(|| Failure::from(NewFileProblem::Exists { path: opened.shown(&path) }))?;
    }
}

/// Says what is wrong with the file as it was left.
fn checked(path: &str, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let checked = check(&opened.record, &Scope::Paths(vec![path.to_owned()]), ui.today());
    opened.tell(&checked.diagnostics, ui);
    let (errors, warnings) = (checked.count(Severity::Error), checked.count(Severity::Warning));
    let said = ui.language().checked(checked.files, errors, warnings, checked.partial);
    ui.err(&said);
    Ok(if errors > 0 { Outcome::RecordHasErrors } else { Outcome::Well })
}
