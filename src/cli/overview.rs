//! `council` alone: the state of the record in a few lines, and the likeliest next commands.

use council::check::{Scope, check};
use council::diagnostic::Severity;
use council::locale::overview::{self, Overview};
use council::model::Id;
use council::table::status::Standing;
use council::table::{Cell, Column, Row, Width};

use super::Outcome;
use super::opened::Opened;
use super::tables::{self, Format};
use super::ui::Ui;

/// Prints the state of the record.
pub fn run(opened: &Opened, format: Format, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let today = ui.today();
    let record = &opened.record;
    let checked = check(record, &Scope::Whole, today);
    let councils = &record.root().councils;
    let name = record.landlord.value().map(|landlord| landlord.name.to_string());
    let mut overview = Overview {
        landlord: name.unwrap_or_default(),
        councils: councils.len(),
        errors: checked.count(Severity::Error),
        warnings: checked.count(Severity::Warning),
        ..Overview::default()
    };
    let standings = |files: &council::record::CouncilRecord| (files.id.clone(), Standing::of(files, today));
    record.each_council(councils, standings, |(id, standing)| {
        if let Some(standing) = standing {
            add(&mut overview, &id, &standing);
        }
    });
    match format {
        Format::Table => ui.out(&overview.words(ui.language()))?,
        Format::Markdown | Format::Csv | Format::Json => {
            let row = Row::new(overview.figures().map(Cell::from).into(), &overview);
            let columns = overview::titles(ui.language()).map(|title| Column::text(title, Width::Share(1)));
            tables::print_row(columns.into(), &row, format, ui)?;
        }
    }
    Ok(Outcome::Well)
}

fn add(overview: &mut Overview, id: &Id, standing: &Standing) {
    overview.sessions += standing.held.len();
    overview.open += standing.open;
    overview.late += standing.late;
    overview.done += standing.done;
    if !standing.closed {
        overview.without_minutes += standing.without_minutes.len();
        let first = standing.without_minutes.first();
        overview.first_without_minutes =
            overview.first_without_minutes.take().or(first.map(|session| (id.to_string(), *session)));
    }
    let next = standing.next.map(|session| (session, id.to_string()));
    overview.next = [overview.next.take(), next].into_iter().flatten().min();
}
