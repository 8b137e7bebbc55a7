//! `planning`: the works of the action plan, quarter by quarter.

use super::{Cell, Column, Look, Row, Table, Tone, Width};
use crate::locale::{self, words};
use crate::model::{Action, Date, Id, Language, Period, Status, Works};
use crate::record::CouncilRecord;
use serde::Serialize;

/// The works that are planned, under way, on hold or done, not those refused or given up: the *planning d'intervention*.
#[derive(Debug, Clone, Copy, Default)]
pub struct Planning;

#[derive(Serialize)]
struct Object<'a> {
    council: &'a str,
    id: &'a str,
    title: &'a str,
    status: &'static str,
    from: Option<String>,
    to: Option<String>,
    quarters: Vec<String>,
}

impl Table for Planning {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [quarter, action, works, state] = match look.language {
            Language::French => ["Trimestre", "Travaux", "Période", "État"],
            Language::English => ["Quarter", "Works", "Period", "State"],
        };
        look.with_council_column(vec![
            Column::text(quarter, Width::Fixed(10)),
            Column::text(action, Width::Share(4)),
            Column::text(works, Width::Share(3)),
            Column::text(state, Width::Fixed(12)),
        ])
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let mut rows: Vec<(Date, Row)> = Vec::new();
        for (id, action) in files.actions().filter(|(_, action)| action.is_decided_by(look.as_of)) {
            let Some(works) = &action.works else { continue };
            if action.state_on(look.as_of).status.wants_reason() {
                continue;
            }
            let Some((first, last)) = span(works) else { continue };
            rows.push((first, row(look, files, (id, action, works), &quarters(first, last))));
        }
        rows.sort_by_key(|(first, _)| *first);
        rows.into_iter().map(|(_, row)| row).collect()
    }
}

/// The first and last day of works; a missing end is that of the one that is there.
fn span(works: &Works) -> Option<(Date, Date)> {
    let (from, to) = (works.from.or(works.to)?, works.to.or(works.from)?);
    Some((from.first(), to.last().max(from.first())))
}

/// The quarters that a span touches.
fn quarters(first: Date, last: Date) -> Vec<Period> {
    let number = |date: Date| date.year() * 4 + (i32::try_from(date.month()).unwrap_or(1) - 1) / 3;
    (number(first)..=number(last))
        .map(|quarter| Period::Quarter(quarter.div_euclid(4), u8::try_from(quarter.rem_euclid(4) + 1).unwrap_or(1)))
        .collect()
}

fn row(
    look: &Look<'_>,
    files: &CouncilRecord,
    (id, action, works): (&Id, &Action, &Works),
    quarters: &[Period],
) -> Row {
    let state = action.state_on(look.as_of);
    let period = locale::span(works.from, works.to, look.language).unwrap_or_default();
    let short = |quarter: &Period| match (quarter, look.language) {
        (Period::Quarter(year, quarter), Language::French) => format!("T{quarter} {year}"),
        (Period::Quarter(year, quarter), Language::English) => format!("Q{quarter} {year}"),
        (other, _) => other.to_string(),
    };
    let shown: Vec<String> = quarters.iter().map(short).collect();
    let tone = if state.status == Status::Done { Tone::Good } else { Tone::Plain };
    let cells = vec![
        Cell::from(shown.join("\n")),
        Cell::from(action.title.to_string()),
        Cell::from(period),
        Cell::toned(words::status(state.status, look.language), tone),
    ];
    let object = Object {
        council: files.id.as_str(),
        id: id.as_str(),
        title: &action.title,
        status: state.status.key(),
        from: works.from.map(|from| from.to_string()),
        to: works.to.map(|to| to.to_string()),
        quarters: quarters.iter().map(ToString::to_string).collect(),
    };
    Row::new(look.with_council_cell(files, cells), &object)
}
