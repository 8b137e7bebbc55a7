//! `council notice`: the page for the hall.

use council::check::{council_errors, shared_errors};
use council::document::notice;
use council::model::{Date, DocumentKind};

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, documents};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Notice`.
#[derive(Debug, clap::Args)]
pub struct Args {
    pub council: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = super::usage::date)]
    pub as_of: Option<Date>,
    #[command(flatten)]
    pub presentation: documents::Presentation,
}

/// Writes the notice.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let id = chosen::council(&opened.record, args.council.as_deref())?;
    let files = opened.record.council(&id);
    let mut errors = shared_errors(&opened.record, Some(DocumentKind::Notice));
    errors.extend(council_errors(&opened.record, &files, ui.today()));
    if documents::refused(&opened, &errors, ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let day = args.as_of.unwrap_or_else(|| ui.today());
    let path = files.paths.document(DocumentKind::Notice, &day.to_string());
    let text = |template: &_| notice(&opened.record, &files, day, template);
    documents::write(&opened, DocumentKind::Notice, &path, &args.presentation, text, ui)
}
