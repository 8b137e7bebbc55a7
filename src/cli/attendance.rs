//! `council attendance`: who was invited, who came, by what way, and which seats are taken.

use council::table::attendance::{Attendance, Channels, Seats, Sessions, StaffAndMembers};

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
    let attendance = Attendance::default();
    let (sessions, members) = (Sessions(&attendance), StaffAndMembers(&attendance));
    let (channels, seats) = (Channels(&attendance), Seats(&attendance));
    tables::print_all(&[&sessions, &members, &channels, &seats], &args.options, ui)
}
