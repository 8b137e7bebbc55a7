//! `council diagnosis`: what was found, what answers it, what is missing.

use council::table::diagnosis::{Axes, Findings, Themes};

use super::Outcome;
use super::tables::{self, Options};
use super::ui::Ui;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub options: Options,
}

/// Prints the tables.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    tables::print_all(&[&Findings, &Axes, &Themes], &args.options, ui)
}
