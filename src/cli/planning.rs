//! `council planning`: the works, quarter by quarter.

use council::table::planning::Planning;

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
    tables::print(&Planning, &args.options, ui)
}
