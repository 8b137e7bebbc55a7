//! `council actions`: what was promised, by whom, for when, and how it stands.

use council::model::Status;
use council::table::actions::Actions;

use super::tables::{self, Options};
use super::ui::Ui;
use super::{Outcome, usage};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Actions`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub options: Options,
    #[arg(long = "council", value_name = "COUNCIL", conflicts_with = "council")]
    pub only: Option<String>,
    #[arg(long)]
    pub late: bool,
    #[arg(long, value_name = "OWNER")]
    pub owner: Option<String>,
    #[arg(long, value_name = "STATUS", value_parser = usage::word(Status::ALL))]
    pub status: Vec<Status>,
}

/// Prints the actions.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let table = Actions { late: args.late, owner: args.owner.clone(), status: args.status.clone() };
    let council = args.options.council.clone().or_else(|| args.only.clone());
    tables::print(&table, &Options { council, ..args.options.clone() }, ui)
}
