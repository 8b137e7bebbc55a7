//! `council status`: where each council stands.

use council::table::status::StatusTable;

use super::Outcome;
use super::tables::{self, Options};
use super::ui::Ui;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub options: Options,
}

/// Prints the table.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    tables::print(&StatusTable, &args.options, ui)
}
