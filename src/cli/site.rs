//! `council site`: the record as pages for any web host.

use std::collections::BTreeSet;
use std::path::PathBuf;

use council::check::{shared_errors, written_errors};
use council::diagnostic::Diagnostic;
use council::document::{DocumentError, Template};
use council::locale::command_line::Failure;
use council::locale::exchange::ExchangeProblem;
use council::model::DocumentKind;
use council::record::CouncilRecord;
use council::site::{INDEX, SiteFile, Summary, council, index};
use council::table::Look;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, documents, named_file, schema};

/// The list of the files of the site: only these are ever taken away.
const LIST: &str = ".council-site";

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Site`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    #[arg(long, value_name = "URL")]
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
        let id = files.id.to_string();
        let errors = written_errors(record, files, today);
        if !errors.is_empty() {
            return Err((id, errors));
        }
        council(&look, files, &template).map_err(|error| (id, told(error, &template)))
    };
    let councils = &record.root().councils;
    let (mut tally, mut summaries, mut faulty, mut result) = (Tally::default(), Vec::new(), Vec::new(), Ok(()));
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
            Err((id, errors)) => faulty.push((id, errors)),
        }
    });
    ui.progress(None);
    result?;
    for (id, errors) in &faulty {
        opened.tell(errors, ui);
        let of_council = format!("{id}/");
        tally.files.extend(before.iter().filter(|path| path.starts_with(&of_council)).cloned());
    }
    let base = args.url.as_ref().map(|url| format!("{}/", url.trim_end_matches('/')));
    for page in index(landlord, &summaries, base.as_deref(), language) {
        tally.put(&target, &page)?;
    }
    finish(&target, &tally, &before, &faulty, ui)
}

/// Takes away what is no more, and says what was done.
fn finish(
    target: &Opened,
    tally: &Tally,
    before: &BTreeSet<String>,
    faulty: &[(String, Vec<Diagnostic>)],
    ui: &mut Ui,
) -> anyhow::Result<Outcome> {
    let gone: Vec<&String> = before.difference(&tally.files).collect();
    for path in &gone {
        target.record.store.take_away(path).map_err(|error| target.unwritten(path, error))?;
    }
    let list: String = tally.files.iter().flat_map(|path| [path, "\n"]).collect();
    schema::refresh(target, LIST, &list)?;
    ui.out(&format!("{}\n", target.shown(INDEX)))?;
    let language = ui.language();
    ui.err(&language.site_written(tally.files.len(), tally.written, gone.len()));
    if faulty.is_empty() {
        return Ok(Outcome::Well);
    }
    let councils: Vec<String> = faulty.iter().map(|(id, _)| id.clone()).collect();
    ui.err(&language.site_without(&councils));
    Ok(Outcome::RecordHasErrors)
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
            let is_below = |path: &&str| !path.is_empty() && !path.starts_with('/') && !path.contains("..");
            Ok(text.lines().filter(is_below).map(str::to_owned).collect())
        }
        Err(_) if target.record.store.exists(INDEX) => Err(ExchangeProblem::AmongFiles {
            folder: opened.shown_place(target.record.store.root()),
            file: INDEX.to_owned(),
        }
        .into()),
        Err(_) => Ok(BTreeSet::new()),
    }
}
