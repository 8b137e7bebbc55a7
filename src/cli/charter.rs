//! `council charter`: what was promised, whether it is kept, who takes part and who signed.

use council::table::charter::{AsAWhole, ByCouncil, Itself, PromiseList, TakingPart};

use super::tables::{self, Options};
use super::ui::Ui;
use super::{Outcome, usage};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Charter`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub options: Options,
    #[arg(long, value_name = "YEAR", value_parser = usage::years())]
    pub year: Option<i32>,
}

/// Prints the tables.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let (by_council, whole) = (ByCouncil::of(args.year), AsAWhole::of(args.year));
    let (itself, promises, taking_part) = (Itself::default(), PromiseList::default(), TakingPart::default());
    tables::print_all(&[&itself, &promises, &taking_part, &by_council, &whole], &args.options, ui)
}
