//! `council minutes`: the relevé de discussions of a session, or of all of them.

use council::check::{council_errors, shared_errors};
use council::diagnostic::Diagnostic;
use council::document::{DocumentError, Template, minutes};
use council::locale::command_line::Failure;
use council::model::{DocumentKind, Id, SessionId};
use council::record::CouncilRecord;
use council::render::Form;
use council::store::Lock;

use super::documents::Presentation;
use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, documents};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Minutes`.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Args {
    pub council: Option<String>,
    #[arg(value_name = "DATE")]
    pub session: Option<String>,
    #[arg(long, conflicts_with_all = ["council", "session", "stdout", "open"])]
    pub all: bool,
    #[arg(long, conflicts_with_all = ["stdout", "format", "open"])]
    pub check: bool,
    #[command(flatten)]
    pub presentation: Presentation,
}

impl Args {
    /// Whether nothing is written among the files that git keeps.
    fn is_for_reading(&self) -> bool {
        self.presentation.stdout || self.presentation.form() != Form::Markdown
    }
}

/// Minutes as they are and as they would be.
#[derive(Debug)]
enum Draft {
    /// They were approved: nobody writes them again.
    Frozen,
    /// They were approved, and are gone.
    Lost { path: String },
    /// They say what they would say today.
    Fresh,
    /// They would be written otherwise, or are not there yet.
    Stale { path: String, text: String },
    /// They cannot be made.
    Failed(Vec<Diagnostic>),
}

/// What became of the minutes looked at.
#[derive(Debug, Default)]
struct Tally {
    written: Vec<String>,
    stale: usize,
    fresh: usize,
    frozen: usize,
    failed: bool,
}

/// Writes minutes.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let (opened, lock) = if args.check || args.is_for_reading() {
        (Opened::find(ui)?, None)
    } else {
        let (opened, lock) = Opened::to_write(ui)?;
        (opened, Some(lock))
    };
    let lock = lock.as_ref();
    let named = if args.all { None } else { Some(chosen::council(&opened.record, args.council.as_deref())?) };
    if documents::refused(&opened, &shared_errors(&opened.record, Some(DocumentKind::Minutes)), ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    match named {
        Some(id) => one(&opened, &id, args, lock, ui),
        None if args.is_for_reading() => all_for_reading(&opened, &args.presentation, ui),
        None => all(&opened, lock, ui),
    }
}

fn one(opened: &Opened, id: &Id, args: &Args, lock: Option<&Lock>, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let files = opened.record.council(id);
    let session = chosen::held_session(&files, args.session.as_deref(), ui.today());
    if documents::refused(opened, &council_errors(&opened.record, &files, ui.today()), ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let session = session?;
    if args.is_for_reading() {
        return for_reading(opened, &files, session, &args.presentation, ui);
    }
    let template = Template::of(&opened.record, DocumentKind::Minutes, opened.record.language());
    let mut tally = Tally::default();
    if let Some(template) = template {
        settle(opened, draft(opened, &files, session, &template, args.check), lock, &mut tally, ui)?;
    }
    Ok(conclude(&tally, ui))
}

fn all(opened: &Opened, lock: Option<&Lock>, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let councils = opened.record.root().councils.clone();
    let Some(template) = Template::of(&opened.record, DocumentKind::Minutes, opened.record.language()) else {
        return Ok(Outcome::RecordHasErrors);
    };
    let (check, today) = (lock.is_none(), ui.today());
    let mut tally = Tally::default();
    let mut result = Ok(());
    let drafts = |files: &CouncilRecord| {
        let errors = council_errors(&opened.record, files, today);
        if !errors.is_empty() {
            return vec![Draft::Failed(errors)];
        }
        files.held().map(|(session, _)| draft(opened, files, session, &template, check)).collect()
    };
    opened.record.each_council(&councils, drafts, |drafts| {
        for draft in drafts {
            if result.is_ok() {
                result = settle(opened, draft, lock, &mut tally, ui);
            }
        }
    });
    result?;
    Ok(conclude(&tally, ui))
}

/// Writes anew those minutes of these councils that are there and out of date; gives their paths, or `None` where errors,
/// which are told, keep them from being made.
pub fn refresh(opened: &Opened, lock: &Lock, councils: &[Id], ui: &mut Ui) -> anyhow::Result<Option<Vec<String>>> {
    let today = ui.today();
    let mut errors = shared_errors(&opened.record, Some(DocumentKind::Minutes));
    let template = Template::of(&opened.record, DocumentKind::Minutes, opened.record.language());
    let template = template.filter(|_| errors.is_empty());
    let mut stale = Vec::new();
    if let Some(template) = template {
        let drafts = |files: &CouncilRecord| {
            let is_held = |session: &SessionId| files.held().any(|(held, _)| held == *session);
            let there: Vec<SessionId> = files.listing.minutes.iter().copied().filter(is_held).collect();
            let errors = if there.is_empty() { Vec::new() } else { council_errors(&opened.record, files, today) };
            if !errors.is_empty() {
                return vec![Draft::Failed(errors)];
            }
            there.into_iter().map(|session| draft(opened, files, session, &template, true)).collect()
        };
        opened.record.each_council(councils, drafts, |drafts: Vec<Draft>| {
            for draft in drafts {
                match draft {
                    Draft::Stale { path, text } => stale.push((path, text)),
                    Draft::Failed(found) => errors.extend(found),
                    Draft::Frozen | Draft::Fresh | Draft::Lost { .. } => {}
                }
            }
        });
    }
    if !errors.is_empty() {
        opened.tell(&errors, ui);
        return Ok(None);
    }
    let mut written = Vec::new();
    for (path, text) in stale {
        opened.record.store.write(lock, &path, &text).map_err(|error| opened.unwritten(&path, error))?;
        written.push(path);
    }
    if !written.is_empty() {
        let said = ui.language().minutes_summary(written.len(), 0, 0, 0);
        ui.err(&said);
    }
    Ok(Some(written))
}

fn draft(opened: &Opened, files: &CouncilRecord, session: SessionId, template: &Template, check: bool) -> Draft {
    let path = files.paths.minutes(session);
    if files.has_frozen(session) {
        return if opened.record.store.exists(&path) { Draft::Frozen } else { Draft::Lost { path } };
    }
    match minutes(&opened.record, files, session, template) {
        Ok(text) => {
            let old = opened.record.store.read(&path).ok();
            let same = old.is_some_and(|old| String::from_utf8_lossy(&old).replace("\r\n", "\n") == text);
            // Approved ones are never out of date, even where nothing froze them.
            let approved = files.approved_by(session).is_some() && opened.record.store.exists(&path);
            if same || (check && approved) { Draft::Fresh } else { Draft::Stale { path, text } }
        }
        Err(DocumentError::Template(error)) => Draft::Failed(vec![error.diagnostic(&template.text)]),
        // Told as an error of the file that could not be read.
        Err(DocumentError::Unreadable) => Draft::Failed(Vec::new()),
    }
}

/// Writes a draft where it is news; without a lock, only says so.
fn settle(opened: &Opened, draft: Draft, lock: Option<&Lock>, tally: &mut Tally, ui: &mut Ui) -> anyhow::Result<()> {
    match draft {
        Draft::Frozen => tally.frozen += 1,
        Draft::Lost { path } => {
            tally.failed = true;
            let message = Failure::ApprovedLost { path: opened.shown(&path) }.words(ui.language());
            ui.error(&message);
        }
        Draft::Fresh => tally.fresh += 1,
        Draft::Stale { path, text } => {
            let Some(lock) = lock else {
                tally.stale += 1;
                return Ok(ui.out(&format!("{}\n", opened.shown(&path)))?);
            };
            opened.record.store.write(lock, &path, &text).map_err(|error| opened.unwritten(&path, error))?;
            ui.out(&format!("{}\n", opened.shown(&path)))?;
            tally.written.push(opened.shown(&path));
        }
        Draft::Failed(errors) => {
            tally.failed = true;
            opened.tell(&errors, ui);
        }
    }
    Ok(())
}

fn conclude(tally: &Tally, ui: &mut Ui) -> Outcome {
    let language = ui.language();
    ui.err(&language.minutes_summary(tally.written.len(), tally.fresh, tally.frozen, tally.stale));
    ui.err(&language.next_after_minutes(&tally.written));
    if tally.failed || tally.stale > 0 { Outcome::RecordHasErrors } else { Outcome::Well }
}

/// Presents a session's minutes, in the language of `--lang` where it was said and they are printed.
fn for_reading(
    opened: &Opened,
    files: &CouncilRecord,
    session: SessionId,
    presentation: &Presentation,
    ui: &mut Ui,
) -> anyhow::Result<Outcome> {
    let (kind, path) = (DocumentKind::Minutes, files.paths.document(DocumentKind::Minutes, &session.to_string()));
    let Some(template) = Template::of(&opened.record, kind, presentation.language(opened, ui)) else {
        return Ok(Outcome::RecordHasErrors);
    };
    match text(opened, files, session, &template) {
        Ok(text) => documents::put(opened, kind, &path, presentation, text, ui)?,
        Err(unmade) => {
            unmade.tell(opened, ui);
            return Ok(Outcome::RecordHasErrors);
        }
    }
    if !presentation.stdout {
        let said = ui.language().next_after_document();
        ui.err(said);
    }
    Ok(Outcome::Well)
}

/// Presents the minutes of all sessions that were held.
fn all_for_reading(opened: &Opened, presentation: &Presentation, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let (kind, mut outcome) = (DocumentKind::Minutes, Outcome::Well);
    let Some(template) = Template::of(&opened.record, kind, presentation.language(opened, ui)) else {
        return Ok(Outcome::RecordHasErrors);
    };
    for id in &opened.record.root().councils.clone() {
        let files = opened.record.council(id);
        if documents::refused(opened, &council_errors(&opened.record, &files, ui.today()), ui) {
            outcome = Outcome::RecordHasErrors;
            continue;
        }
        for (session, _) in files.held() {
            match text(opened, &files, session, &template) {
                Ok(text) => {
                    let path = files.paths.document(kind, &session.to_string());
                    documents::put(opened, kind, &path, presentation, text, ui)?;
                }
                Err(unmade) => {
                    unmade.tell(opened, ui);
                    outcome = Outcome::RecordHasErrors;
                }
            }
        }
    }
    let said = ui.language().next_after_document();
    ui.err(said);
    Ok(outcome)
}

/// Why minutes cannot be presented.
enum Unmade {
    /// They were approved, and are gone.
    Lost(String),
    /// Something in the record or the template is wrong.
    Wrong(Vec<Diagnostic>),
}

impl Unmade {
    fn tell(self, opened: &Opened, ui: &mut Ui) {
        match self {
            Self::Lost(path) => {
                let message = Failure::ApprovedLost { path: opened.shown(&path) }.words(ui.language());
                ui.error(&message);
            }
            Self::Wrong(errors) => opened.tell(&errors, ui),
        }
    }
}

/// The text of a session's minutes: as approved, to the letter, else as they are today.
fn text(opened: &Opened, files: &CouncilRecord, session: SessionId, template: &Template) -> Result<String, Unmade> {
    if files.has_frozen(session) {
        let path = files.paths.minutes(session);
        let bytes = opened.record.store.read(&path).map_err(|_| Unmade::Lost(path))?;
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    minutes(&opened.record, files, session, template).map_err(|error| match error {
        DocumentError::Template(error) => Unmade::Wrong(vec![error.diagnostic(&template.text)]),
        // Told as an error of the file that could not be read.
        DocumentError::Unreadable => Unmade::Wrong(Vec::new()),
    })
}
