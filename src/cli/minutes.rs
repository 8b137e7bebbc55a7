//! `council minutes`: the relevé de discussions of a session, or of all of them.

use council::check::errors_of_minutes;
use council::diagnostic::{Diagnostic, text};
use council::document::{MinutesError, Template, minutes};
use council::model::SessionId;
use council::record::CouncilRecord;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Minutes`.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Args {
    pub council: Option<String>,
    #[arg(value_name = "DATE")]
    pub session: Option<String>,
    #[arg(long, conflicts_with_all = ["council", "session"])]
    pub all: bool,
    #[arg(long)]
    pub check: bool,
    #[arg(long, conflicts_with_all = ["all", "check"])]
    pub stdout: bool,
}

/// What became of the minutes looked at.
#[derive(Debug, Default)]
struct Tally {
    written: Vec<String>,
    stale: usize,
    fresh: usize,
    frozen: usize,
    refused: bool,
}

/// Writes minutes.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let mut tally = Tally::default();
    if args.all {
        for id in opened.record.store.list_root().councils {
            let files = opened.record.council(&id);
            let sessions: Vec<SessionId> = files.held().map(|(session, _)| session).collect();
            if is_sound(&opened, &files, ui) {
                write(&opened, &files, &sessions, args.check, &mut tally, ui)?;
            } else {
                tally.refused = true;
            }
        }
    } else {
        let id = chosen::council(&opened.record, args.council.as_deref())?;
        let files = opened.record.council(&id);
        let session = chosen::held_session(&files, args.session.as_deref());
        if !is_sound(&opened, &files, ui) {
            return Ok(Outcome::RecordHasErrors);
        }
        let session = session?;
        if args.stdout {
            return print(&opened, &files, session, ui);
        }
        write(&opened, &files, &[session], args.check, &mut tally, ui)?;
    }
    let language = ui.language();
    ui.err(&language.minutes_summary(tally.written.len(), tally.fresh, tally.frozen, tally.stale));
    if let Some(path) = tally.written.first() {
        ui.err(&language.next_after_minutes(path));
    }
    Ok(if tally.refused || tally.stale > 0 { Outcome::RecordHasErrors } else { Outcome::Well })
}

/// Says whether a council's minutes can be made; prints what is in the way.
fn is_sound(opened: &Opened, files: &CouncilRecord, ui: &mut Ui) -> bool {
    let errors = errors_of_minutes(&opened.record, files, ui.today());
    print_errors(opened, &errors, ui);
    errors.is_empty()
}

fn print_errors(opened: &Opened, errors: &[Diagnostic], ui: &mut Ui) {
    let shown_path = |path: &str| opened.shown(path);
    let style = text::Style { language: ui.language(), color: ui.color_err(), shown_path: &shown_path };
    for error in errors {
        let text = text::render(error, &style);
        ui.err(&text);
    }
}

/// Prints a session's minutes: those that were approved as they lie on the disk, others as they are today.
fn print(opened: &Opened, files: &CouncilRecord, session: SessionId, ui: &mut Ui) -> anyhow::Result<Outcome> {
    if is_frozen(files, session)
        && let Ok(bytes) = opened.record.store.read(&files.paths.minutes(session))
    {
        ui.out(&String::from_utf8_lossy(&bytes))?;
        return Ok(Outcome::Well);
    }
    let language = ui.asked_language().unwrap_or_else(|| opened.record.language());
    let template = Template::of(&opened.record, language);
    let Some(text) = template.and_then(|template| rendered(opened, files, session, &template, ui)) else {
        return Ok(Outcome::RecordHasErrors);
    };
    ui.out(&text)?;
    Ok(Outcome::Well)
}

fn is_frozen(files: &CouncilRecord, session: SessionId) -> bool {
    files.approval_of(session).is_some_and(|(_, approval)| approval.freezes())
}

/// Writes the minutes of these sessions in the record's language, or only says which would change.
fn write(
    opened: &Opened,
    files: &CouncilRecord,
    sessions: &[SessionId],
    check: bool,
    tally: &mut Tally,
    ui: &mut Ui,
) -> anyhow::Result<()> {
    let Some(template) = Template::of(&opened.record, opened.record.language()) else {
        tally.refused = true;
        return Ok(());
    };
    for session in sessions.iter().copied() {
        let path = files.paths.minutes(session);
        if is_frozen(files, session) && opened.record.store.exists(&path) {
            tally.frozen += 1;
            continue;
        }
        let Some(fresh) = rendered(opened, files, session, &template, ui) else {
            tally.refused = true;
            continue;
        };
        let old = opened.record.store.read(&path).ok();
        let same = old.is_some_and(|old| String::from_utf8_lossy(&old).replace("\r\n", "\n") == fresh);
        if same {
            tally.fresh += 1;
        } else if check {
            tally.stale += 1;
            ui.out(&format!("{}\n", opened.shown(&path)))?;
        } else {
            opened.record.store.write(&path, &fresh).map_err(|error| opened.unwritten(&path, error))?;
            tally.written.push(opened.shown(&path));
            ui.out(&format!("{}\n", opened.shown(&path)))?;
        }
    }
    Ok(())
}

/// The minutes of a session; where the template fails on it, says so.
fn rendered(
    opened: &Opened,
    files: &CouncilRecord,
    session: SessionId,
    template: &Template,
    ui: &mut Ui,
) -> Option<String> {
    match minutes(&opened.record, files, session, template) {
        Ok(text) => Some(text),
        Err(MinutesError::Template(error)) => {
            print_errors(opened, &[error.diagnostic(&template.text)], ui);
            None
        }
        Err(MinutesError::Unreadable) => None,
    }
}
