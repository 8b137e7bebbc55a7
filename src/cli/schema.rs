//! `council schema`: what the files of a record are made of, for editors and other programs.

use std::path::PathBuf;

use council::locale::Language;
use council::model::WrittenFile;
use council::schema;
use council::store::{Layout, Store};

use super::Outcome;
use super::opened::Opened;
use super::ui::Ui;

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Schema`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
}

/// Writes a schema for each kind of file.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let target = Opened::at(&args.out)?;
    let language = ui.asked_language().unwrap_or_else(|| language_of_record(ui));
    for file in WrittenFile::ALL {
        let name = Layout::schema_name(file);
        refresh(&target, &name, &schema::json(file, language))?;
        ui.out(&format!("{}\n", target.shown(&name)))?;
    }
    Ok(Outcome::Well)
}

/// Writes a generated file, unless it is that already. Says whether it was written.
pub fn refresh(target: &Opened, path: &str, text: &str) -> anyhow::Result<bool> {
    let store: &Store = &target.record.store;
    if store.read(path).is_ok_and(|own| own == text.as_bytes()) {
        return Ok(false);
    }
    store.replace(path, text).map_err(|error| target.unwritten(path, error))?;
    Ok(true)
}

/// That of the record around, where there is one: no schema depends on a record otherwise.
fn language_of_record(ui: &Ui) -> Language {
    Opened::find(ui).map_or_else(|_| ui.language(), |opened| opened.record.language())
}
