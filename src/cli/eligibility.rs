//! `council eligibility`: which residences could have a council, and what is missing to decide.

use council::check::shared_errors;
use council::model::Date;
use council::table::eligibility::EligibilityTable;

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

/// Prints the table.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let mut errors = shared_errors(&opened.record, None);
    errors.extend(documents::errors_in_bodies(&opened, ui));
    if documents::refused(&opened, &errors, ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let options = Options { council: None, format: args.format, as_of: args.as_of };
    tables::print(&EligibilityTable, &options, ui)
}
