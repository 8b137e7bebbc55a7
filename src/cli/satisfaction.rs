//! `council satisfaction`: scores over the years, and what may be said of a change; of all councils together; and what the
//! next survey needs.

use clap::ValueEnum;
use council::model::{Asked, Decimal};
use council::table::Table;
use council::table::satisfaction::{AllCouncils, BeforeAfter, Planned, Satisfaction, Themes, Together};

use super::tables::{self, Format, Options};
use super::ui::Ui;
use super::{Outcome, usage};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Satisfaction`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub options: Options,
    #[arg(long, value_enum, value_name = "GROUPING", conflicts_with = "council")]
    pub by: Option<Grouping>,
    #[arg(long, value_name = "POINTS", value_parser = usage::points, conflicts_with = "by")]
    pub plan: Option<Decimal>,
}

/// What the rows are of.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Grouping {
    // Each council.
    Council,
    // All councils together, question by question.
    Landlord,
    // All councils together, theme by theme.
    Theme,
    // Members and staff, before the coaching and after.
    Coaching,
}

/// Prints the tables. Without a word, people get all of them; a sheet and a program get the one table that they know.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    if let Some(points) = args.plan {
        return tables::print(&Planned { points }, &args.options, ui);
    }
    let all = AllCouncils::default();
    let [tenants, members, staff] = Asked::ALL.map(|(asked, _)| Together { all: &all, asked });
    let (themes, coaching) = (Themes(&all), BeforeAfter::default());
    let is_for_people = matches!(args.options.format, Format::Table | Format::Markdown);
    let shown: &[&dyn Table] = match args.by {
        Some(Grouping::Landlord) => &[&tenants, &members, &staff],
        Some(Grouping::Theme) => &[&themes],
        Some(Grouping::Coaching) => &[&coaching],
        None if is_for_people && args.options.council.is_none() => {
            &[&Satisfaction, &tenants, &members, &staff, &coaching, &themes]
        }
        Some(Grouping::Council) | None => &[&Satisfaction],
    };
    tables::print_all(shown, &args.options, ui)
}
