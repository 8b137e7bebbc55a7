//! `council agenda`: the convocation to the coming session, with its ordre du jour.

use council::check::{council_errors, shared_errors};
use council::document::{Template, agenda};
use council::model::{Date, DocumentKind};

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, documents, usage};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Agenda`.
#[derive(Debug, clap::Args)]
pub struct Args {
    pub council: Option<String>,
    #[arg(value_name = "DATE")]
    pub session: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = usage::date)]
    pub as_of: Option<Date>,
    #[command(flatten)]
    pub presentation: documents::Presentation,
}

/// Writes an agenda.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let kind = DocumentKind::Agenda;
    let day = args.as_of.unwrap_or_else(|| ui.today());
    let opened = Opened::find(ui)?;
    let council = chosen::council(&opened.record, args.council.as_deref())?;
    let files = opened.record.council(&council);
    let session = chosen::coming_session(&files, args.session.as_deref(), day);
    let mut errors = shared_errors(&opened.record, Some(kind));
    errors.extend(council_errors(&opened.record, &files, day));
    if documents::refused(&opened, &errors, ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let session = session?;
    let path = files.paths.document(kind, &session.to_string());
    let text = |template: &Template| agenda(&opened.record, &files, session, day, template);
    documents::write(&opened, kind, &path, &args.presentation, text, ui)
}
