//! `council export`: the record as tables for databases, of all councils, and what describes them.

use std::path::PathBuf;

use council::check;
use council::diagnostic::Diagnostic;
use council::document::Nameless;
use council::export::{PACKAGE, TABLES, Table, View, package};
use council::locale::command_line::Failure;
use council::locale::exchange::ExchangeProblem;
use council::model::Date;
use council::record::CouncilRecord;
use council::store::{Bundle, FileKind, WriteError};

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, named_file};

/// What describes the tables; where it stands, all of them are there.
const SEAL: &str = "datapackage.json";

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Export`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    #[arg(long, value_name = "DATE", value_parser = super::usage::date)]
    pub as_of: Option<Date>,
}

/// Writes all tables, or none: a council with errors would be missing from every total.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let target = Opened::at(&args.out)?;
    named_file::hold_folder_outside(&opened, &target, "export")?;
    let (day, today) = (args.as_of.unwrap_or_else(|| ui.today()), ui.today());
    let language = ui.asked_language().unwrap_or_else(|| opened.record.language());
    let shared = check::shared_errors(&opened.record, None);
    let Some(landlord) = opened.record.landlord.value().filter(|_| shared.is_empty()) else {
        return Ok(refused(&opened, &shared, ui));
    };
    let key = View::key_of(landlord);
    let folder = target.record.store.root();
    let unwritten = |error: WriteError| Failure::Write { path: opened.shown_place(&error.place), error: error.error };
    if let Some(file) = in_the_way(&target) {
        let folder = opened.shown_place(folder);
        return Err(Failure::from(ExchangeProblem::AmongFiles { folder, file }).into());
    }
    let mut bundle = Bundle::begin(folder, TABLES.iter().map(Table::file), SEAL).map_err(unwritten)?;
    for (place, table) in TABLES.iter().enumerate() {
        bundle.append(place, &table.header()).map_err(unwritten)?;
    }
    let lines = |files: &CouncilRecord| {
        let errors = errors(&opened, files, today);
        let nameless = Nameless::of_council(files, language);
        let view = View::of(&opened.record, &key, files, day, &nameless).filter(|_| errors.is_empty()).ok_or(errors)?;
        Ok(TABLES.iter().map(|table| table.lines(&view)).collect::<Vec<String>>())
    };
    let councils = &opened.record.root().councils;
    let (mut found, mut written) = (Vec::new(), Ok(()));
    opened.record.each_council(councils, lines, |lines: Result<_, Vec<Diagnostic>>| match lines {
        Ok(lines) if written.is_ok() && found.is_empty() => {
            written = lines.iter().enumerate().try_for_each(|(place, lines)| bundle.append(place, lines));
        }
        Ok(_) => {}
        Err(errors) => found.extend(errors),
    });
    written.map_err(unwritten)?;
    if !found.is_empty() {
        return Ok(refused(&opened, &found, ui));
    }
    for name in bundle.finish(&package(landlord, &key, day, language)).map_err(unwritten)? {
        ui.out(&format!("{}\n", target.shown(&name)))?;
    }
    let said = ui.language().exported(councils.len(), TABLES.len(), &opened.shown_place(folder));
    ui.err(&said);
    Ok(Outcome::Well)
}

/// The errors in what the tables are made of: all of a council's files but its minutes.
fn errors(opened: &Opened, files: &CouncilRecord, today: Date) -> Vec<Diagnostic> {
    check::errors_in(&opened.record, files, today, |kind| !matches!(kind, Some(FileKind::Minutes(_))))
}

fn refused(opened: &Opened, errors: &[Diagnostic], ui: &mut Ui) -> Outcome {
    opened.tell(errors, ui);
    let said = ui.language().not_exported(errors.len());
    ui.err(&said);
    Outcome::RecordHasErrors
}

/// What bears the name of a table and is of no earlier export, which says so in its description; a folder in any case.
fn in_the_way(target: &Opened) -> Option<String> {
    let store = &target.record.store;
    let description = store.read(SEAL).ok().and_then(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).ok());
    let name = description.as_ref().and_then(|description| description["name"].as_str());
    let is_own = name.is_some_and(|name| name.starts_with(PACKAGE));
    let names = TABLES.iter().map(Table::file).chain([SEAL.to_owned()]);
    names.into_iter().find(|name| store.exists(name) && !(is_own && store.read(name).is_ok()))
}
