//! `council tender`: the cahier des charges de la consultation.

use council::check::pilot_errors;
use council::document::{Template, tender};
use council::model::DocumentKind;
use council::store::Layout;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, documents};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Tender`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub presentation: documents::Presentation,
}

/// Writes the cahier des charges.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let kind = DocumentKind::Tender;
    let opened = Opened::find(ui)?;
    let mut errors = pilot_errors(&opened.record, &[kind]);
    errors.extend(documents::errors_in_bodies(&opened, ui));
    if documents::refused(&opened, &errors, ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let day = ui.today();
    let path = Layout::document(kind, &day.to_string());
    let text = |template: &Template| tender(&opened.record, day, template);
    documents::write(&opened, kind, &path, &args.presentation, text, ui)
}
