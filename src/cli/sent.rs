//! What `council send` sends: a document as it is today, ready as text and as page, and which council it is of.

use council::calendar::of_session;
use council::check::{council_errors, shared_errors};
use council::document::{DocumentError, Template, agenda, minutes, notice};
use council::locale::command_line::Failure;
use council::locale::sending::SendProblem;
use council::model::{Date, DocumentKind, Id, Session, SessionId};
use council::record::CouncilRecord;
use council::render;
use council::send::{Contacts, Wanted};

use super::opened::Opened;
use super::send::{Args, What};
use super::ui::Ui;
use super::{chosen, documents};

/// A document that is ready to be sent.
#[derive(Debug)]
pub struct Document {
    /// Which it is: council, day and kind.
    pub name: String,
    /// The council.
    pub council: Id,
    /// What makes it another document: its text without what each day changes.
    pub version: String,
    /// Its subject.
    pub subject: String,
    /// As text.
    pub text: String,
    /// As a page.
    pub page: String,
    /// The event for calendars, where it announces one.
    pub event: Option<String>,
    /// The session's file, where it says that the minutes were published.
    pub published: Option<String>,
    /// The session whose file should say so once they are sent.
    pub to_note: Option<SessionId>,
}

/// Makes the document that is asked for; `None` where errors, which are told, keep it from being made.
pub fn document(opened: &Opened, args: &Args, ui: &mut Ui) -> anyhow::Result<Option<Document>> {
    let (record, kind, today) = (&opened.record, args.what.kind(), ui.today());
    let council = chosen::council(record, args.council.as_deref())?;
    let files = record.council(&council);
    let name = args.session.as_deref();
    let about = match args.what {
        What::Minutes => chosen::held_session(&files, name, today).map(About::Session),
        What::Agenda => chosen::coming_session(&files, name, today).map(About::Session),
        What::Notice => name.map_or(Ok(today), day).map(About::Day),
    };
    let mut errors = shared_errors(record, Some(kind));
    errors.extend(council_errors(record, &files, today));
    if documents::refused(opened, &errors, ui) {
        return Ok(None);
    }
    let about = about?;
    if let (What::Agenda, About::Session(session)) = (args.what, about) {
        let is_held = files.session(session).and_then(|file| file.value()).is_some_and(Session::is_held);
        if is_held || session.date < today {
            return Err(Failure::from(SendProblem::Over { session: session.to_string() }).into());
        }
    }
    let Some(text) = markdown(opened, &files, kind, (about, today), ui)? else { return Ok(None) };
    // An invitation says on which day it was written, and counts the days that actions are late by then.
    let version = match about {
        About::Session(session) if kind == DocumentKind::Agenda => {
            markdown(opened, &files, kind, (about, session.date), ui)?.unwrap_or_default()
        }
        About::Session(_) | About::Day(_) => text.clone(),
    };
    let language = record.language();
    let (of, session) = match about {
        About::Session(session) => (session.to_string(), Some(session)),
        About::Day(day) => (day.to_string(), None),
    };
    let title = files.council.value().map_or_else(|| council.to_string(), |council| council.name.to_string());
    let is_draft = kind == DocumentKind::Minutes && session.is_some_and(|session| files.approved_by(session).is_none());
    let minutes = session.filter(|_| kind == DocumentKind::Minutes);
    let value = minutes.and_then(|session| files.session(session)).and_then(|file| file.value());
    let is_published = value.is_some_and(|session| session.published.is_some());
    let path = minutes.map(|session| files.paths.session(session));
    Ok(Some(Document {
        // One notice a session, whatever the day: on another day it reads otherwise, and leaves again only when asked.
        name: match about {
            About::Session(_) => format!("{council}-{of}-{}", kind.name()),
            About::Day(day) => {
                let last = files.held().map(|(id, _)| id).filter(|id| id.date <= day).last();
                format!("{council}-{}-{}", last.map_or_else(|| "0".to_owned(), |id| id.to_string()), kind.name())
            }
        },
        council,
        subject: language.mail_subject(kind, &title, about.day(), is_draft),
        text: render::text(&text, language),
        page: render::page(&text, language, kind),
        event: session
            .filter(|_| kind == DocumentKind::Agenda)
            .and_then(|session| of_session(record, &files, session, language)),
        published: path.filter(|_| is_published),
        to_note: minutes.filter(|_| !is_published),
        version,
    }))
}

/// What a document is about.
#[derive(Debug, Clone, Copy)]
enum About {
    Session(SessionId),
    Day(Date),
}

impl About {
    fn day(self) -> Date {
        match self {
            Self::Session(session) => session.date,
            Self::Day(day) => day,
        }
    }
}

fn day(typed: &str) -> Result<Date, Failure> {
    typed.parse().map_err(|_| SendProblem::NotADay { typed: typed.to_owned() }.into())
}

/// The document's text: that of approved minutes as it lies on the disk, any other as it is today.
fn markdown(
    opened: &Opened,
    files: &CouncilRecord,
    kind: DocumentKind,
    (about, today): (About, Date),
    ui: &mut Ui,
) -> anyhow::Result<Option<String>> {
    let record = &opened.record;
    if let (DocumentKind::Minutes, About::Session(session)) = (kind, about)
        && files.has_frozen(session)
    {
        let path = files.paths.minutes(session);
        let lost = |_| Failure::ApprovedLost { path: opened.shown(&path) };
        let bytes = record.store.read(&path).map_err(lost)?;
        return Ok(Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n")));
    }
    let Some(template) = Template::of(record, kind, record.language()) else { return Ok(None) };
    let text = match (kind, about) {
        (DocumentKind::Agenda, About::Session(session)) => agenda(record, files, session, today, &template),
        (_, About::Session(session)) => minutes(record, files, session, &template),
        (_, About::Day(day)) => notice(record, files, day, &template),
    };
    match text {
        Ok(text) => Ok(Some(text)),
        Err(DocumentError::Template(error)) => {
            opened.tell(&[error.diagnostic(&template.text)], ui);
            Ok(None)
        }
        // Told as an error of the file that could not be read.
        Err(DocumentError::Unreadable) => Ok(None),
    }
}

/// Which rows of the contacts are this council's; the others' names are read only where rows name councils.
pub fn wanted(opened: &Opened, document: &Document, contacts: &Contacts) -> Wanted {
    let record = &opened.record;
    let mut names = vec![(document.council.to_string(), true)];
    for id in record.root().councils.iter().filter(|_| contacts.name_councils()) {
        let is_own = *id == document.council;
        names.push((id.to_string(), is_own));
        let council = record.council(id).council;
        names.extend(council.value().map(|council| (council.name.to_string(), is_own)));
    }
    let of = |own: bool| names.iter().filter(move |(_, is_own)| *is_own == own).map(|(name, _)| name.as_str());
    Wanted::new(of(true), of(false))
}
