//! `council kit`: the pack coaching, for a next residence.

use std::path::PathBuf;

use council::check::{errors_in, pilot_errors};
use council::document::DocumentError;
use council::kit::{PackedFile, guide, pack};
use council::locale::command_line::{DocumentProblem, Failure, PilotProblem};
use council::model::DocumentKind;
use council::record::CouncilRecord;
use council::render::Form;
use council::store::{FileKind, FileMode, Layout};
use council::table::coaching::steering;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, documents, usage};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Kit`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    #[arg(long, value_parser = usage::word(Form::ALL), default_value = "md")]
    pub format: Form,
}

/// Writes the pack.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    if !opened.record.store.exists(Layout::COACHING) {
        return Err(told(PilotProblem::NoCoaching));
    }
    if documents::refused(&opened, &errors(&opened, ui), ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let target = Opened::at(&args.out)?;
    // Links are followed.
    let within = opened.record.store.path_within(target.record.store.root());
    if within.is_some_and(|path| path.split('/').next() != Some(Layout::OUT)) {
        return Err(told(PilotProblem::PackInRecord { folder: target.shown("") }));
    }
    let files = match pack(&opened.record, args.format) {
        Ok(files) => files,
        // Both were looked for above, and are told there.
        Err(DocumentError::Unreadable | DocumentError::Template(_)) => return Ok(Outcome::RecordHasErrors),
    };
    if let Some(path) = stranger(&target, &files) {
        let folder = target.shown("");
        return Err(told(PilotProblem::PackAmongFiles { folder, path }));
    }
    for file in &files {
        let created = target.record.store.create(&file.path, &file.text, FileMode::Plain);
        created.map_err(|error| target.unwritten(&file.path, error))?;
        ui.out(&format!("{}\n", target.shown(&file.path)))?;
    }
    let said = ui.language().next_after_kit(&target.shown(&guide(args.format)));
    ui.err(&said);
    Ok(Outcome::Well)
}

fn told(problem: PilotProblem) -> anyhow::Error {
    Failure::Document(DocumentProblem::Pilot(problem)).into()
}

/// The errors in what a pack is made of: names are looked for in every council, so that none is told.
fn errors(opened: &Opened, ui: &Ui) -> Vec<council::diagnostic::Diagnostic> {
    let mut errors = pilot_errors(&opened.record, DocumentKind::ALL);
    let is_read = |file: Option<FileKind>| match file {
        Some(FileKind::Council | FileKind::Session(_)) | None => true,
        Some(
            FileKind::Landlord
            | FileKind::Charter
            | FileKind::Coaching
            | FileKind::Template(_)
            | FileKind::Plan
            | FileKind::Survey(_)
            | FileKind::Minutes(_),
        ) => false,
    };
    let today = ui.today();
    // What members and staff said before and after is asked of the body that steers.
    let steering = steering(&opened.record).map(|files| files.id);
    let of_council = |files: &CouncilRecord| {
        let steers = steering.as_ref() == Some(&files.id);
        let is_read = |file| (steers && matches!(file, Some(FileKind::Survey(_)))) || is_read(file);
        errors_in(&opened.record, files, today, is_read)
    };
    opened.record.each_council(&opened.record.root().councils, of_council, |more| errors.extend(more));
    errors
}

/// A file in the pack's folder that is not the pack's, or not as the pack has it.
fn stranger(target: &Opened, files: &[PackedFile]) -> Option<String> {
    let store = &target.record.store;
    if !store.exists("") {
        return None;
    }
    let is_own = |path: &String| {
        let own = files.iter().find(|file| file.path == path.trim_start_matches('/'));
        own.is_some_and(|file| store.read(&file.path).is_ok_and(|bytes| bytes == file.text.as_bytes()))
    };
    store.files_at("").into_iter().find(|path| !is_own(path)).map(|path| target.shown(path.trim_start_matches('/')))
}
