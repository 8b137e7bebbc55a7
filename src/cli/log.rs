//! `council log`: the history of the record, or of one council, as sentences; computed from the states themselves, so that
//! what was committed by hand reads as well. One commit at a time, however long the history.

use council::change::{Changes, Comparison};
use council::git::{Commit, Contents, GitError, Head, Repository};
use council::locale::command_line::Failure;
use council::locale::{Language, date_with_weekday};
use council::model::{Date, Id};
use council::store::Layout;

use super::changed::{self, unworked};
use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Log`.
#[derive(Debug, clap::Args)]
pub struct Args {
    pub council: Option<String>,
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: Option<u32>,
}

/// Tells the history.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let repository = changed::repository(&opened)?;
    let language = ui.language();
    if let Head::Unborn { .. } = repository.head().map_err(unworked)? {
        ui.err(language.no_history());
        return Ok(Outcome::Well);
    }
    let path = match &args.council {
        Some(name) => council(&opened, &repository, name)?,
        None => ".".to_owned(),
    };
    let mut contents = repository.contents().map_err(unworked)?;
    let mut left = args.limit.unwrap_or(u32::MAX);
    let mut heading = String::new();
    for commit in repository.history(&path).map_err(unworked)? {
        if left == 0 {
            break;
        }
        let commit = commit.map_err(unworked)?;
        let sentences = language.told(&changes(&commit, &mut contents).map_err(unworked)?);
        if sentences.is_empty() {
            continue;
        }
        left -= 1;
        let whose = whose(&commit, language);
        if whose != heading {
            let gap = if heading.is_empty() { "" } else { "\n" };
            ui.out(&format!("{gap}{whose}\n"))?;
            heading = whose;
        }
        for sentence in sentences {
            ui.out(&format!("  {sentence}\n"))?;
        }
    }
    if heading.is_empty() {
        ui.err(language.no_history());
    }
    Ok(Outcome::Well)
}

/// The path of a council that is there, or was.
fn council(opened: &Opened, repository: &Repository, name: &str) -> Result<String, Failure> {
    match chosen::council(&opened.record, Some(name)) {
        Ok(id) => Ok(id.to_string()),
        Err(unknown) => {
            let was = Id::new(name).map(|_| repository.history(name)).transpose().map_err(unworked)?;
            let first = was.and_then(|mut commits| commits.next()).transpose().map_err(unworked)?;
            first.map(|_| name.to_owned()).ok_or(unknown)
        }
    }
}

/// What a commit did: of a merge, what it did whichever of its sides one looks from.
fn changes(commit: &Commit, contents: &mut Contents) -> Result<Changes, GitError> {
    let sides = commit.touched.first().map_or(0, |file| file.elsewhere.len());
    let mut changes: Option<Changes> = None;
    for side in 0..=sides {
        let mut comparison = Comparison::default();
        for file in commit.touched.iter().filter(|file| Layout::keeps(&file.path)) {
            let before = if side == 0 { Some(&file.before) } else { file.elsewhere.get(side - 1) };
            let before = changed::earlier(contents, before.and_then(Option::as_deref))?;
            let after = changed::earlier(contents, file.after.as_deref())?;
            comparison.add(&file.path, before.as_deref(), after.as_deref());
        }
        let seen = comparison.done();
        changes = Some(match changes {
            Some(others) => others.common(&seen),
            None => seen,
        });
    }
    Ok(changes.unwrap_or_default())
}

/// When, and by whom.
fn whose(commit: &Commit, language: Language) -> String {
    let day = commit.day.parse::<Date>().map_or_else(|_| commit.day.clone(), |day| date_with_weekday(day, language));
    format!("{day}, {}", commit.author.replace(char::is_control, "\u{fffd}"))
}
