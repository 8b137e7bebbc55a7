//! `council site`: the record as pages for any web host.

use std::collections::BTreeSet;
use std::path::PathBuf;

use council::check::{shared_errors, written_errors};
use council::diagnostic::Diagnostic;
use council::document::{DocumentError, Nameless, Template};
use council::locale::command_line::Failure;
use council::locale::exchange::ExchangeProblem;
use council::model::{DocumentKind, Id, SessionId};
use council::record::CouncilRecord;
use council::site::{INDEX, Published, SiteFile, Summary, council, index, published};
use council::store::Store;
use council::table::Look;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, documents, named_file, schema, usage};

/// The list of the files of the site: only these are ever taken away.
const LIST: &str = "council-site.txt";

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Site`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    #[arg(long, value_name = "URL", value_parser = usage::web_address)]
    pub url: Option<String>,
}

/// What became of the site's files.
#[derive(Default)]
struct Tally {
    files: BTreeSet<String>,
    written: usize,
}

/// Writes the site: the files that have changed, and takes away those that are no more. The pages of a council with errors
/// stay as they are.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let target = Opened::at(&args.out)?;
    let before = listed(&opened, &target)?;
    let language = ui.asked_language().unwrap_or_else(|| opened.record.language());
    if documents::refused(&opened, &shared_errors(&opened.record, Some(DocumentKind::Minutes)), ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let (Some(template), Some(landlord)) =
        (Template::of(&opened.record, DocumentKind::Minutes, language), opened.record.landlord.value())
    else {
        return Ok(Outcome::RecordHasErrors);
    };
    let (record, today) = (&opened.record, ui.today());
    let look = Look { record, as_of: today, language, one_council: true };
    let pages = |files: &CouncilRecord| {
        let errors = written_errors(record, files, today);
        let is_lost =
            |session: &SessionId| files.has_frozen(*session) && !record.store.exists(&files.paths.minutes(*session));
        let lost = files.held().map(|(session, _)| session).find(is_lost).map(|session| files.paths.minutes(session));
        if !errors.is_empty() || lost.is_some() {
            return Err(Faulty::of(files, errors, lost, &look));
        }
        council(&look, files, &template).map_err(|error| Faulty::of(files, told(error, &template), None, &look))
    };
    let councils = &record.root().councils;
    let (mut tally, mut summaries, mut faulty, mut result) = (Tally::default(), Vec::new(), Vec::new(), Ok(()));
    // Stopped in between, the next run knows the folder again.
    schema::refresh(&target, LIST, &lines(&before))?;
    let mut seen = 0;
    record.each_council(councils, pages, |pages: Result<(Vec<SiteFile>, Summary), _>| {
        seen += 1;
        let said = ui.language().site_progress(seen, councils.len());
        ui.progress(Some(&said));
        match pages {
            Ok((pages, summary)) if result.is_ok() => {
                result = pages.iter().try_for_each(|page| tally.put(&target, page));
                summaries.push(summary);
            }
            Ok(_) => {}
            Err(council) => faulty.push(council),
        }
    });
    ui.progress(None);
    result?;
    for council in &faulty {
        council.tell(&opened, ui);
        summaries.extend(council.keep(&target, &before, &mut tally));
    }
    let base = args.url.as_ref().map(|url| format!("{}/", url.trim_end_matches('/')));
    for page in index(landlord, &summaries, base.as_deref(), language) {
        tally.put(&target, &page)?;
    }
    finish(&target, &tally, &before, &faulty, ui)
}

/// A council whose pages cannot be made.
struct Faulty {
    id: String,
    name: String,
    errors: Vec<Diagnostic>,
    /// Minutes that were approved and are gone.
    lost: Option<String>,
    /// Who is not to be named on the site, as far as the council's own file can be read.
    nameless: Nameless,
    /// The minutes of the sessions that can be read.
    published: Vec<Published>,
}

impl Faulty {
    fn of(files: &CouncilRecord, errors: Vec<Diagnostic>, lost: Option<String>, look: &Look<'_>) -> Self {
        let id = files.id.to_string();
        let name = files.council.value().map_or_else(|| id.clone(), |council| council.name.to_string());
        let nameless = Nameless::on_site(files, look.as_of, look.language);
        let published = published(files, look.as_of, look.language, &nameless);
        Self { id, name, errors, lost, nameless, published }
    }

    fn tell(&self, opened: &Opened, ui: &mut Ui) {
        opened.tell(&self.errors, ui);
        if let Some(path) = &self.lost {
            let message = Failure::ApprovedLost { path: opened.shown(path) }.words(ui.language());
            ui.error(&message);
        }
    }

    /// Keeps the pages that it has, unless one of them names somebody who has withdrawn their consent since, and says what
    /// the index does of it.
    fn keep(&self, target: &Opened, before: &BTreeSet<String>, tally: &mut Tally) -> Option<Summary> {
        let of_council = format!("{}/", self.id);
        let names_somebody = |path: &String| {
            let bytes = target.record.store.read(path);
            bytes.is_ok_and(|bytes| self.nameless.is_named_in(&String::from_utf8_lossy(&bytes)))
        };
        let mut kept: BTreeSet<String> = before.iter().filter(|path| path.starts_with(&of_council)).cloned().collect();
        if kept.iter().any(names_somebody) {
            kept.clear();
        }
        let has_page = |one: &&Published| kept.contains(&format!("{}/{}.html", self.id, one.session));
        let published = self.published.iter().filter(has_page).cloned().collect();
        let id = Id::new(&self.id).filter(|_| !kept.is_empty());
        let summary = id.map(|id| Summary::of_before(id, self.name.clone(), published));
        tally.files.extend(kept);
        summary
    }
}

/// Takes away what is no more, and says what was done.
fn finish(
    target: &Opened,
    tally: &Tally,
    before: &BTreeSet<String>,
    faulty: &[Faulty],
    ui: &mut Ui,
) -> anyhow::Result<Outcome> {
    let gone: Vec<&String> = before.difference(&tally.files).collect();
    for path in &gone {
        target.record.store.take_away(path).map_err(|error| target.unwritten(path, error))?;
    }
    schema::refresh(target, LIST, &lines(&tally.files))?;
    ui.out(&format!("{}\n", target.shown(INDEX)))?;
    let language = ui.language();
    let councils: Vec<String> = faulty.iter().map(|council| council.id.clone()).collect();
    if !councils.is_empty() {
        ui.err(&language.site_without(&councils));
    }
    ui.err(&language.site_written(tally.files.len(), tally.written, gone.len()));
    Ok(if councils.is_empty() { Outcome::Well } else { Outcome::RecordHasErrors })
}

/// The list of these files.
fn lines(files: &BTreeSet<String>) -> String {
    files.iter().flat_map(|path| [path, "\n"]).collect()
}

impl Tally {
    fn put(&mut self, target: &Opened, page: &SiteFile) -> anyhow::Result<()> {
        self.written += usize::from(schema::refresh(target, &page.path, &page.text)?);
        self.files.insert(page.path.clone());
        Ok(())
    }
}

/// What an error in the template is, as a problem of its file; an unreadable file is told as one of its own.
fn told(error: DocumentError, template: &Template) -> Vec<Diagnostic> {
    match error {
        DocumentError::Template(error) => vec![error.diagnostic(&template.text)],
        DocumentError::Unreadable => Vec::new(),
    }
}

/// The files that the site had. Holds that the folder is a site's or holds no page, and is none that git keeps.
fn listed(opened: &Opened, target: &Opened) -> Result<BTreeSet<String>, Failure> {
    named_file::hold_folder_outside(opened, target, "site")?;
    match target.record.store.read(LIST) {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            // Nothing outside the folder is ever taken away, whatever somebody wrote into the list, and whatever is a link.
            let store = &target.record.store;
            let is_below = |path: &&str| store.path_within(&store.place(path)).as_deref() == Some(*path);
            Ok(text.lines().filter(|path| !path.is_empty()).filter(is_below).map(str::to_owned).collect())
        }
        Err(_) => match strangers(&target.record.store).into_iter().next() {
            Some(file) => {
                let folder = opened.shown_place(target.record.store.root());
                Err(ExchangeProblem::AmongFiles { folder, file }.into())
            }
            None => Ok(BTreeSet::new()),
        },
    }
}

/// The files of a folder that is no site's yet, but for hidden ones, as hosts want them.
fn strangers(store: &Store) -> Vec<String> {
    let files = if store.exists("") { store.files_at("") } else { Vec::new() };
    let files = files.into_iter().map(|path| path.trim_start_matches('/').to_owned());
    files.filter(|path| !path.starts_with('.')).collect()
}
