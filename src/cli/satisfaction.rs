//! `council satisfaction`: scores over the years, and what may be said of a change.

use council::table::satisfaction::Satisfaction;

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
    tables::print(&Satisfaction, &args.options, ui)
}
