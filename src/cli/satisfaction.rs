//! `council satisfaction`: scores over the years, and what may be said of a change; of all councils together; and what the
//! next survey needs.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use council::chart::{Panel, Setting, chart};
use council::check::{survey_errors, table_errors};
use council::model::{Asked, Decimal};
use council::satisfaction::series_on;
use council::table::Table;
use council::table::satisfaction::{AllCouncils, BeforeAfter, Planned, Satisfaction, Themes, Together};

use super::opened::Opened;
use super::tables::{self, Format, Options};
use super::ui::Ui;
use super::{Outcome, chosen, documents, named_file, usage};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Satisfaction`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub options: Options,
    #[arg(long, value_enum, value_name = "GROUPING", conflicts_with = "council")]
    pub by: Option<Grouping>,
    #[arg(long, value_name = "POINTS", value_parser = usage::points, conflicts_with = "by")]
    pub plan: Option<Decimal>,
    #[arg(long, value_name = "FILE", value_parser = usage::picture, conflicts_with_all = ["by", "plan", "format"])]
    pub chart: Option<PathBuf>,
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
    if let Some(file) = &args.chart {
        return draw(args, file, ui);
    }
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

/// Draws the surveys of a council into a file, as known on a day.
fn draw(args: &Args, file: &Path, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let record = &opened.record;
    let id = chosen::council(record, args.options.council.as_deref())?;
    let files = record.council(&id);
    let mut errors = table_errors(record, &[]);
    errors.extend(survey_errors(record, &files, ui.today()));
    if documents::refused(&opened, &errors, ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    // Told as errors where they cannot be read.
    let (Some(landlord), Some(council)) = (record.landlord.value(), files.council.value()) else {
        return Ok(Outcome::RecordHasErrors);
    };
    let day = args.options.as_of.unwrap_or_else(|| ui.today());
    let language = ui.asked_language().unwrap_or_else(|| record.language());
    let known = series_on(landlord, &files, day);
    if known.is_empty() {
        ui.err(language.nothing_to_show());
        return Ok(Outcome::Well);
    }
    let panels: Vec<Panel<'_>> = known.iter().map(|series| Panel::of(series, landlord)).collect();
    named_file::write(&opened, file, &chart(&council.name, &panels, Setting::File, language), ui)?;
    Ok(Outcome::Well)
}
