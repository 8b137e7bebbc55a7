//! `council coaching`: where the coaching pilot stands.

use council::check::{council_errors, pilot_errors};
use council::locale::command_line::{DocumentProblem, Failure, PilotProblem};
use council::model::Date;
use council::store::Layout;
use council::table::coaching::{TABLES, steering};

use super::opened::Opened;
use super::tables::{self, Format, Options};
use super::ui::Ui;
use super::{Outcome, documents};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::WholeSheet`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[arg(long, value_name = "DATE", value_parser = super::usage::date)]
    pub as_of: Option<Date>,
}

/// Prints the tables.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    if !opened.record.store.exists(Layout::COACHING) {
        return Err(Failure::Document(DocumentProblem::Pilot(PilotProblem::NoCoaching)).into());
    }
    let mut errors = pilot_errors(&opened.record, &[]);
    if let Some(files) = steering(&opened.record) {
        errors.extend(council_errors(&opened.record, &files, ui.today()));
    }
    if documents::refused(&opened, &errors, ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let options = Options { council: None, format: args.format, as_of: args.as_of };
    tables::print_all(&TABLES, &options, ui)
}
