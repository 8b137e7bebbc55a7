//! `council budget`: what was granted, what was spent, what is left, and who decided it.

use council::table::Table;
use council::table::budget::{Actions, Budget, Councils, Grants, Lines};

use super::opened::Opened;
use super::tables::{self, Options};
use super::ui::Ui;
use super::{Outcome, chosen, usage};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Budget`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub options: Options,
    #[arg(long, value_name = "YEAR", value_parser = usage::years())]
    pub year: Option<i32>,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
}

/// Prints the tables. A grant is shared by the councils of its unit, so that it is not told of one of them alone.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let unit = match &args.unit {
        Some(name) => chosen::unit(&Opened::find(ui)?.record, name)?,
        None => None,
    };
    let budget = Budget::new(args.year, unit);
    let [grants, councils, actions, lines]: [&dyn Table; 4] =
        [&Grants(&budget), &Councils(&budget), &Actions(&budget), &Lines(&budget)];
    let tables = if args.options.council.is_some() {
        vec![councils, actions, lines]
    } else {
        vec![grants, councils, actions, lines]
    };
    tables::print_all(&tables, &args.options, ui)
}
