//! `council send`: a document to residents by e-mail, one message each, and never twice.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use clap::ValueEnum;
use council::edit::publish;
use council::git::{GitError, Keeping, keeping, repository_of};
use council::locale::command_line::Failure;
use council::locale::sending::{FileFault, Handing, Secret, SendProblem, Tally};
use council::model::DocumentKind;
use council::send::{
    Address, Carrier, Contacts, ContactsError, Key, Ledger, LedgerError, Letter, Login, Manner, Outbox, Run, RunError,
    Server, ServerError, Smtp, Watch,
};
use council::spreadsheet::{NoSheet, StreamError};
use council::store::{Layout, Lock, ReadError, Store, WriteError};

use super::opened::Opened;
use super::sent::{self, Document};
use super::ui::Ui;
use super::{Outcome, named_file, rewriting, usage};

// Variants have no doc comments: clap would take them for help.
/// What may be sent.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub enum What {
    #[default]
    Minutes,
    Agenda,
    Notice,
}

impl What {
    /// The kind of document.
    pub fn kind(self) -> DocumentKind {
        match self {
            Self::Minutes => DocumentKind::Minutes,
            Self::Agenda => DocumentKind::Agenda,
            Self::Notice => DocumentKind::Notice,
        }
    }
}

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Send`.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Args {
    pub council: Option<String>,
    #[arg(value_name = "DATE")]
    pub session: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    #[arg(long, value_name = "FOLDER", conflicts_with = "smtp")]
    pub outbox: Option<PathBuf>,
    #[arg(long, value_name = "URL")]
    pub smtp: Option<String>,
    #[arg(long, value_enum, value_name = "DOCUMENT", default_value_t)]
    pub what: What,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub retry_doubtful: bool,
    #[arg(long)]
    pub again: bool,
    #[arg(long, value_name = "ADDRESS")]
    pub from: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    pub reply_to: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    pub unsubscribe: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "outbox")]
    pub credentials: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "outbox")]
    pub ca: Option<PathBuf>,
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = usage::seconds::<1>)]
    pub timeout: u64,
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = usage::seconds::<0>)]
    pub pause: u64,
}

/// Sends a document.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let server = args.smtp.as_deref().map(server).transpose()?;
    if server.is_none() && args.outbox.is_none() && !args.dry_run {
        return Err(Failure::from(SendProblem::NoWay).into());
    }
    let opened = Opened::find(ui)?;
    let Some(document) = sent::document(&opened, args, ui)? else { return Ok(Outcome::RecordHasErrors) };
    hold_out_of_git(&opened, &args.to, Secret::Addresses)?;
    let letter = letter(&opened, &document, args)?;
    let carrier = carrier(&opened, server.clone(), args)?;
    let file = args.to.display().to_string();
    let open = || -> Result<Box<dyn Read>, StreamError> {
        let opened = Store::open_outside(&args.to).map_err(|error| StreamError::Io(kind_of(error)))?;
        Ok(Box::new(opened))
    };
    Store::open_outside(&args.to).map_err(|error| {
        Failure::from(SendProblem::File { path: file.clone(), fault: FileFault::Unreadable(error) })
    })?;
    let contacts = Contacts::of(open).map_err(|error| match error {
        ContactsError::NoHeader(seen) => {
            SendProblem::File { path: file.clone(), fault: FileFault::NoHeader(seen) }.into()
        }
        ContactsError::Stream(error) => unreadable(&file, &error),
    })?;
    let titles = contacts.titles();
    ui.err(&ui.language().columns(&file, &titles.read, &titles.unread));
    let wanted = sent::wanted(&opened, &document, &contacts);
    let lock = if args.dry_run { None } else { Some(lock(&opened, ui)?) };
    let (key, ledger) = ledger(&opened, &document, lock.as_ref(), args)?;
    let manner =
        Manner { retry_doubtful: args.retry_doubtful, again: args.again, pause: Duration::from_secs(args.pause) };
    let failed = |error: RunError| match error {
        RunError::Contacts(error) => unreadable(&file, &error),
        RunError::Disk(error) => unwritten(&opened, error),
    };
    let run = Run::prepare((&contacts, &wanted), &open, (&letter, &key), (ledger, manner)).map_err(failed)?;
    if run.rows() == 0 {
        return Err(Failure::from(SendProblem::File { path: file, fault: FileFault::NoRow }).into());
    }
    let (tally, ended) = {
        let mut progress = Progress { ui, told: Instant::now() };
        let mut carrier = carrier;
        let carrier = carrier.as_mut().map(|carrier| &mut **carrier as &mut dyn Carrier);
        let ended = run.send(carrier.filter(|_| !args.dry_run), &mut progress);
        progress.ui.progress(None);
        ended
    };
    if let Err(error) = ended {
        let language = ui.language();
        ui.err(&tally.rows(&args.to.display().to_string(), language));
        ui.err(&tally.summary(handing(args), language));
        return Err(failed(error).into());
    }
    conclude(&opened, &document, (&letter, &tally), (args, server.as_ref()), lock.as_ref(), ui)
}

/// Who takes the messages.
fn handing(args: &Args) -> Handing {
    match (args.dry_run, args.outbox.as_deref()) {
        (true, _) => Handing::Trial,
        (false, Some(_)) => Handing::Outbox,
        (false, None) => Handing::Server,
    }
}

/// Tells what came of it, and how to go on.
fn conclude(
    opened: &Opened,
    document: &Document,
    (letter, tally): (&Letter, &Tally),
    (args, server): (&Args, Option<&Server>),
    lock: Option<&Lock>,
    ui: &mut Ui,
) -> anyhow::Result<Outcome> {
    let language = ui.language();
    ui.err(&tally.rows(&args.to.display().to_string(), language));
    if let (Some(trouble), Some(server)) = (tally.trouble, server) {
        ui.error(&trouble.words(&server.host, language));
    }
    let handing = handing(args);
    if args.dry_run {
        ui.out(&language.would_send(&letter.subject, &letter.sender, letter.from.as_str()))?;
    }
    if let Some(folder) = args.outbox.as_deref().filter(|_| !args.dry_run && tally.reached() > 0) {
        ui.out(&format!("{}\n", folder.display()))?;
    }
    ui.err(&tally.summary(handing, language));
    let path =
        document.to_note.map(|session| opened.shown(&Layout::council(document.council.as_str()).session(session)));
    let is_noted = handing == Handing::Server && tally.has_left() && note(opened, document, ui)?;
    if is_noted {
        let (_, mut ledger) = ledger(opened, document, lock, args)?;
        ledger.note_published().map_err(|error| unwritten(opened, error))?;
        ui.err(language.noted_as_published());
    }
    let to_note = path.as_deref().filter(|_| !is_noted).map(|path| (path, ui.today()));
    // A notice reads otherwise each day; nobody is to be led to send it each day.
    if tally.earlier > 0 && args.what != What::Notice {
        ui.err(language.sends_changed_text());
    }
    ui.err(&language.next_after_sending(tally, handing, to_note));
    Ok(if tally.is_short() { Outcome::RecordHasErrors } else { Outcome::Well })
}

/// Writes into the session's file that its minutes have left, for the other copies of the record; says whether it did.
fn note(opened: &Opened, document: &Document, ui: &mut Ui) -> anyhow::Result<bool> {
    let Some(session) = document.to_note else { return Ok(false) };
    let lock = opened.lock(ui)?;
    // Somebody may have changed it while messages were leaving.
    let files = opened.record.council(&document.council);
    let Ok(Some(rewrite)) = publish(&files, session, ui.today()) else { return Ok(false) };
    if !rewriting::worse(opened, &document.council, &rewrite, ui.today()).is_empty() {
        return Ok(false);
    }
    rewriting::write(opened, &lock, &[rewrite], ui)?;
    Ok(true)
}

/// How far a run has come, for who looks at it.
struct Progress<'u> {
    ui: &'u mut Ui,
    told: Instant,
}

/// How often it is told.
const OFTEN: Duration = Duration::from_millis(100);

impl Watch for Progress<'_> {
    fn wait(&mut self, pause: Duration) {
        let said = self.ui.language().asks_again_in(pause.as_secs());
        self.ui.progress(Some(&said));
        std::thread::sleep(pause);
    }

    fn done(&mut self, rows: usize, of: usize) {
        if self.told.elapsed() > OFTEN {
            self.told = Instant::now();
            let said = self.ui.language().rows_done(rows, of);
            self.ui.progress(Some(&said));
        }
    }
}

fn server(typed: &str) -> Result<Server, Failure> {
    Server::new(typed).map_err(|error| {
        Failure::from(match error {
            ServerError::Malformed => SendProblem::NotAServer { typed: typed.to_owned() },
            ServerError::HasCredentials => SendProblem::CredentialsInUrl,
        })
    })
}

/// What takes the messages; nothing in a trial without.
fn carrier(opened: &Opened, server: Option<Server>, args: &Args) -> anyhow::Result<Option<Box<dyn Carrier>>> {
    if let Some(folder) = &args.outbox {
        let target = Opened::at(folder)?;
        named_file::hold_folder_outside(opened, &target, "courrier")?;
        hold_out_of_git(opened, &target.record.store.root().join("message.eml"), Secret::Addresses)?;
        return Ok(Some(Box::new(Outbox::new(Store::open(target.record.store.root().to_owned())))));
    }
    let Some(server) = server else { return Ok(None) };
    let login = login(opened, args.credentials.as_deref())?;
    let authorities = args.ca.as_deref().map(|path| Ok::<_, Failure>((path, read(path)?))).transpose()?;
    let timeout = Duration::from_secs(args.timeout);
    let smtp = Smtp::new(server, login, authorities.as_ref().map(|(_, bytes)| bytes.as_slice()), timeout);
    let path = authorities.map(|(path, _)| path.display().to_string()).unwrap_or_default();
    Ok(Some(Box::new(smtp.ok_or_else(|| Failure::from(SendProblem::File { path, fault: FileFault::NoCertificate }))?)))
}

/// Who knocks at the server: of a file, else of the environment, else nobody.
fn login(opened: &Opened, file: Option<&Path>) -> Result<Option<Login>, Failure> {
    let (user, password) = if let Some(path) = file {
        hold_out_of_git(opened, path, Secret::Password)?;
        let bytes = read(path)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let mut lines = text.strip_prefix('\u{feff}').unwrap_or(&text).lines().map(str::to_owned);
        (lines.next(), lines.next())
    } else {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        match (variable("COUNCIL_SMTP_USER"), variable("COUNCIL_SMTP_PASSWORD")) {
            (None, None) => return Ok(None),
            both => both,
        }
    };
    match (user.filter(|user| !user.trim().is_empty()), password.filter(|password| !password.is_empty())) {
        (Some(user), Some(password)) => Ok(Some(Login { user: user.trim().to_owned(), password })),
        (None, _) | (_, None) => Err(SendProblem::HalfLogin.into()),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable =
        |error| SendProblem::File { path: path.display().to_string(), fault: FileFault::Unreadable(error) };
    Store::read_outside(path).map_err(|error| unreadable(error).into())
}

fn letter(opened: &Opened, document: &Document, args: &Args) -> Result<Letter, Failure> {
    let landlord = opened.record.landlord.value();
    let contact = landlord.and_then(|landlord| landlord.contact.as_ref()?.mail.as_ref()).map(ToString::to_string);
    let address = |option: &'static str, typed: &str| {
        Address::new(typed).ok_or_else(|| Failure::from(SendProblem::NotAnAddress { option, typed: typed.to_owned() }))
    };
    let from = match (args.from.as_deref(), contact) {
        (Some(typed), _) => address("--from", typed)?,
        (None, Some(written)) => {
            Address::new(&written).ok_or_else(|| Failure::from(SendProblem::ContactNotAnAddress { written }))?
        }
        (None, None) => return Err(SendProblem::NoSender.into()),
    };
    let or_else = |option, typed: Option<&str>, other: &Address| {
        typed.map_or_else(|| Ok(other.clone()), |typed| address(option, typed))
    };
    let reply_to = or_else("--reply-to", args.reply_to.as_deref(), &from)?;
    let unsubscribe = or_else("--unsubscribe", args.unsubscribe.as_deref(), &reply_to)?;
    Ok(Letter {
        document: document.name.clone(),
        subject: document.subject.clone(),
        version: document.version.clone(),
        text: document.text.clone(),
        page: document.page.clone(),
        event: document.event.clone(),
        sender: landlord.map(|landlord| landlord.name.to_string()).unwrap_or_default(),
        from,
        reply_to,
        unsubscribe,
        farewell: opened.record.language().unsubscribing(),
        date: SystemTime::now(),
        is_draft: args.outbox.is_some(),
    })
}

fn lock(opened: &Opened, ui: &mut Ui) -> Result<Lock, Failure> {
    let said = ui.language().waits_for_sending();
    opened.record.store.lock_sending(|| ui.err(said)).map_err(|error| unwritten(opened, error))
}

/// The key of this machine, and what is known here of the document's recipients. Without a lock, nothing is written.
fn ledger(opened: &Opened, document: &Document, lock: Option<&Lock>, args: &Args) -> anyhow::Result<(Key, Ledger)> {
    let store = &opened.record.store;
    let key = if let Some(key) = Key::of(store).map_err(|error| unwritten(opened, error))? {
        key
    } else {
        let key = Key::random()?;
        lock.map_or(Ok(()), |lock| key.keep(store, lock)).map_err(|error| unwritten(opened, error))?;
        key
    };
    let path = || opened.shown_place(&store.own_place(&Ledger::path(&document.name)));
    let mut ledger = Ledger::read(store, &document.name, &document.version, &key).map_err(|error| match error {
        LedgerError::Damaged(line) => SendProblem::LedgerDamaged { path: path(), line }.into(),
        LedgerError::OtherKey => SendProblem::OtherKey { path: path() }.into(),
        LedgerError::Disk(error) => unwritten(opened, error),
    })?;
    if let Some(path) = document.published.as_ref().filter(|_| !ledger.knows_of_publication() && !args.again) {
        return Err(Failure::from(SendProblem::Published { path: opened.shown(path) }).into());
    }
    if let Some(lock) = lock {
        ledger.open(store, &document.name, lock).map_err(|error| unwritten(opened, error))?;
    }
    Ok((key, ledger))
}

/// Holds that a file that is for few eyes, and is there or is to be, is none that git keeps, nor one of the record that it
/// could.
fn hold_out_of_git(opened: &Opened, path: &Path, holds: Secret) -> Result<(), Failure> {
    let place = Store::real_place(path);
    let folder = place.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    let by_record = opened.record.store.path_within(&place).is_some() || is_in_repository_of(opened, folder);
    let is_safe = match keeping(folder, place.strip_prefix(folder).unwrap_or(&place)) {
        Ok(Keeping::Tracked) | Err(GitError::NotTrusted(_)) => false,
        Ok(Keeping::Ignored) => true,
        // In the record's own repository, one `git add` away from being kept for ever.
        Ok(Keeping::Untracked) => !by_record,
        Ok(Keeping::Outside) | Err(GitError::NotInstalled | GitError::Locked(_) | GitError::Failed(_)) => {
            !opened.keeps(&place)
        }
    };
    if is_safe {
        Ok(())
    } else {
        let fault = FileFault::Tracked { holds, by_record };
        Err(SendProblem::File { path: path.display().to_string(), fault }.into())
    }
}

/// Says whether a folder lies in the repository that the record lies in.
fn is_in_repository_of(opened: &Opened, folder: &Path) -> bool {
    let of = |folder: &Path| repository_of(folder).ok().flatten();
    let own = of(opened.record.store.root());
    own.is_some() && own == of(folder)
}

fn unreadable(file: &str, error: &StreamError) -> Failure {
    let fault = match error {
        StreamError::NoSheet(NoSheet::Workbook) => FileFault::Workbook,
        StreamError::NoSheet(NoSheet::NotText) => FileFault::NotText,
        StreamError::OpenQuote(line) => FileFault::OpenQuote(*line),
        StreamError::Io(kind) => FileFault::Unreadable((*kind).into()),
    };
    SendProblem::File { path: file.to_owned(), fault }.into()
}

fn kind_of(error: ReadError) -> std::io::ErrorKind {
    match error {
        ReadError::Missing | ReadError::BrokenLink => std::io::ErrorKind::NotFound,
        ReadError::IsFolder => std::io::ErrorKind::IsADirectory,
        ReadError::Forbidden => std::io::ErrorKind::PermissionDenied,
        ReadError::Other(kind) => kind,
        ReadError::TooLarge(_) | ReadError::NotAFile => std::io::ErrorKind::InvalidInput,
    }
}

fn unwritten(opened: &Opened, error: WriteError) -> Failure {
    Failure::Write { path: opened.shown_place(&error.place), error: error.error }
}
