//! `council sheet`: the feuille d'émargement of a session.

use council::check::{errors_in, shared_errors};
use council::document::{Template, sheet};
use council::model::DocumentKind;
use council::store::FileKind;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, documents};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::SignIn`.
#[derive(Debug, clap::Args)]
pub struct Args {
    pub council: Option<String>,
    #[arg(value_name = "DATE")]
    pub session: Option<String>,
    #[command(flatten)]
    pub presentation: documents::Presentation,
}

/// Writes a sheet.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let kind = DocumentKind::Sheet;
    let today = ui.today();
    let opened = Opened::find(ui)?;
    let council = chosen::council(&opened.record, args.council.as_deref())?;
    let files = opened.record.council(&council);
    let session = chosen::coming_session(&files, args.session.as_deref(), today);
    // Where no session is named, every one that may be the next is read.
    let is_read = |file: Option<FileKind>| match (file, args.session.as_deref()) {
        (Some(FileKind::Council), _) => true,
        (Some(FileKind::Session(id)), Some(named)) => id.to_string() == named,
        (Some(FileKind::Session(id)), None) => id.date >= today,
        (None, named) => named.is_none(),
        (Some(_), _) => false,
    };
    let mut errors = shared_errors(&opened.record, Some(kind));
    errors.extend(errors_in(&opened.record, &files, today, is_read));
    if documents::refused(&opened, &errors, ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let session = session?;
    let path = files.paths.document(kind, &session.to_string());
    let text = |template: &Template| sheet(&opened.record, &files, session, template);
    documents::write(&opened, kind, &path, &args.presentation, text, ui)
}
