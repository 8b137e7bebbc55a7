//! `council report`: the bilan annuel of a council.

use council::check::{errors_in, shared_errors};
use council::document::report;
use council::locale::command_line::{DocumentProblem, Failure};
use council::model::{Date, DocumentKind, Period};

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, documents};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Report`.
#[derive(Debug, clap::Args)]
pub struct Args {
    pub council: Option<String>,
    #[arg(long, value_name = "YEAR", value_parser = super::usage::years())]
    pub year: i32,
    #[arg(long, value_name = "DATE", value_parser = super::usage::date)]
    pub as_of: Option<Date>,
    #[command(flatten)]
    pub presentation: documents::Presentation,
}

/// Writes the report.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let id = chosen::council(&opened.record, args.council.as_deref())?;
    let files = opened.record.council(&id);
    let mut errors = shared_errors(&opened.record, Some(DocumentKind::Report));
    errors.extend(errors_in(&opened.record, &files, ui.today(), |_| true));
    if documents::refused(&opened, &errors, ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let as_of = args.as_of.unwrap_or_else(|| ui.today());
    if Period::Year(args.year).first() > as_of {
        return Err(Failure::Document(DocumentProblem::YearToCome { year: args.year }).into());
    }
    let path = files.paths.document(DocumentKind::Report, &args.year.to_string());
    let text = |template: &_| report(&opened.record, &files, args.year, as_of, template);
    documents::write(&opened, DocumentKind::Report, &path, &args.presentation, text, ui)
}
