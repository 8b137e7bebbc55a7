//! `council init`: a new record in a folder, with what git and editors are to know. Adds what is not there, and changes
//! nothing that is but the schemas, which are generated.

use std::path::{Path, PathBuf};

use council::git::{self, GitError, Repository};
use council::locale::command_line::{Failure, NewFileProblem};
use council::model::{Language, WrittenFile};
use council::scaffold;
use council::store::{FileMode, Layout, Store};

use super::changed::unworked;
use super::opened::{Opened, normal};
use super::ui::Ui;
use super::{Outcome, schema};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Init`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

const IGNORED: &str = ".gitignore";
const PRE_COMMIT: &str = "pre-commit";

/// The setting that says which file has which schema.
const SCHEMAS: &str = "yaml.schemas";

/// What git is not to keep: the documents made anew at any time, and the ledger of what was sent.
const NOT_KEPT: [&str; 2] = ["out/", ".council/"];

/// Makes a record, or completes one.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::at(&args.folder)?;
    let store = &opened.record.store;
    let holds_record = |folder: &&Path| folder.join(Layout::LANDLORD).exists();
    if let Some(record) = store.root().ancestors().skip(1).find(holds_record) {
        let record = opened.shown_place(record);
        return Err(Failure::from(NewFileProblem::WithinRecord { folder: opened.shown(""), record }).into());
    }
    let is_new = !store.exists(Layout::LANDLORD);
    let language = if is_new { ui.language() } else { opened.record.language() };
    let language = ui.asked_language().unwrap_or(language);
    create(&opened, Layout::LANDLORD, &scaffold::landlord(language), ui)?;
    if !create(&opened, IGNORED, &scaffold::ignored(language), ui)? {
        complete_ignored(&opened, ui);
    }
    create(&opened, ".editorconfig", scaffold::EDITOR_CONFIG, ui)?;
    if !create(&opened, Layout::EDITOR_SETTINGS, scaffold::EDITOR_SETTINGS, ui)? {
        complete_settings(&opened, ui);
    }
    create(&opened, Layout::EDITOR_EXTENSIONS, scaffold::EDITOR_EXTENSIONS, ui)?;
    schemas(&opened, language, ui)?;
    match repository(store) {
        Ok(Some(repository)) => hook(&opened, &repository, language, ui)?,
        Ok(None) => {}
        Err(GitError::NotInstalled) => {
            let command = format!("council init {}", args.folder.display());
            let said = ui.language().no_git(&command);
            ui.err(&said);
        }
        Err(error @ (GitError::NotTrusted(_) | GitError::Locked(_) | GitError::Failed(_))) => {
            let said = format!("{}\n", unworked(error).words(ui.language()));
            ui.err(&said);
        }
    }
    if is_new {
        let folder = opened.shown("");
        let folder = (folder != ".").then_some(folder.as_str());
        let said = ui.language().next_after_init(&opened.shown(Layout::LANDLORD), folder);
        ui.err(&said);
    }
    Ok(Outcome::Well)
}

/// Makes a file that is not there, and prints its path; one that is there is left alone, which is said.
fn create(opened: &Opened, path: &str, text: &str, ui: &mut Ui) -> anyhow::Result<bool> {
    let created = opened.record.store.create(path, text, FileMode::Plain);
    let created = created.map_err(|error| opened.unwritten(path, error))?;
    tell(&opened.shown(path), created, ui)?;
    Ok(created)
}

fn tell(path: &str, created: bool, ui: &mut Ui) -> anyhow::Result<()> {
    if created {
        ui.out(&format!("{path}\n"))?;
    } else {
        let said = ui.language().kept(path);
        ui.err(&said);
    }
    Ok(())
}

/// Says which lines a `.gitignore` that was there lacks.
fn complete_ignored(opened: &Opened, ui: &mut Ui) {
    let text = opened.record.store.read(IGNORED).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let is_there = |line: &&str| text.lines().any(|own| own.trim().trim_matches('/') == line.trim_matches('/'));
    let lacking: Vec<&str> = NOT_KEPT.into_iter().filter(|line| !is_there(line)).collect();
    if !lacking.is_empty() {
        let said = ui.language().add_to_ignored(&opened.shown(IGNORED), &lacking);
        ui.err(&said);
    }
}

/// Says what settings of Visual Studio Code that were there lack.
fn complete_settings(opened: &Opened, ui: &mut Ui) {
    let text = opened.record.store.read(Layout::EDITOR_SETTINGS).unwrap_or_default();
    if !String::from_utf8_lossy(&text).contains(Layout::SCHEMAS) {
        let schemas: Vec<&str> = scaffold::EDITOR_SETTINGS.lines().skip_while(|line| !line.contains(SCHEMAS)).collect();
        let lines = schemas.strip_suffix(&["}"]).unwrap_or(&schemas);
        let said = ui.language().add_to_settings(&opened.shown(Layout::EDITOR_SETTINGS), lines);
        ui.err(&said);
    }
}

/// What editors know the files by. It is generated: what another version of the program wrote is replaced.
fn schemas(opened: &Opened, language: Language, ui: &mut Ui) -> anyhow::Result<()> {
    let mut written = false;
    for file in WrittenFile::ALL {
        written |= schema::refresh(opened, &Layout::schema(file), &council::schema::json(file, language))?;
    }
    if written {
        ui.out(&format!("{}\n", opened.shown(Layout::SCHEMAS)))?;
    }
    Ok(())
}

/// The repository that the record lies in, made where there is none.
fn repository(store: &Store) -> Result<Option<Repository>, GitError> {
    if let Some(repository) = git::repository(store.root())? {
        return Ok(Some(repository));
    }
    git::init(store.root())?;
    git::repository(store.root())
}

/// Has git check the record before each commit.
fn hook(opened: &Opened, repository: &Repository, language: Language, ui: &mut Ui) -> anyhow::Result<()> {
    let hooks = match repository.hooks() {
        Ok(hooks) => hooks,
        Err(error) => {
            let said = format!("{}\n", unworked(error).words(ui.language()));
            ui.err(&said);
            return Ok(());
        }
    };
    let folder = normal(&hooks.folder);
    if hooks.are_shared {
        let said = ui.language().hooks_elsewhere(&opened.shown_place(&folder));
        ui.err(&said);
        return Ok(());
    }
    let shown = opened.shown_place(&folder.join(PRE_COMMIT));
    let text = scaffold::pre_commit(&repository.below, language);
    let store = Store::open(folder);
    let created = store.create(PRE_COMMIT, &text, FileMode::Executable);
    let created = created.map_err(|error| Failure::Write { path: shown.clone(), error: error.error })?;
    tell(&shown, created, ui)?;
    let own = store.read(PRE_COMMIT).unwrap_or_default();
    if !String::from_utf8_lossy(&own).contains("council check") {
        let line = text.lines().rfind(|line| line.contains("council check")).unwrap_or_default();
        let said = ui.language().add_to_hook(&shown, line.trim_start_matches("exec "));
        ui.err(&said);
    }
    Ok(())
}
