//! `status`: where each council stands: sessions, actions, minutes to write.

use super::{Cell, Column, Look, Row, Table, Tone, Width};
use crate::locale;
use crate::model::{Language, SessionStatus};
use crate::record::CouncilRecord;
use serde::Serialize;

/// Where each council stands on a day.
#[derive(Debug, Clone, Copy, Default)]
pub struct StatusTable;

#[derive(Serialize)]
struct Object<'a> {
    council: &'a str,
    name: &'a str,
    closed: bool,
    sessions_held: usize,
    last_session: Option<String>,
    next_session: Option<String>,
    actions_open: usize,
    actions_late: usize,
    actions_done: usize,
    minutes_missing: usize,
}

impl Table for StatusTable {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let titles = match look.language {
            Language::French => {
                ["Conseil", "Séances", "Dernière", "Prochaine", "En cours", "En retard", "Faites", "Sans relevé"]
            }
            Language::English => ["Council", "Sessions", "Last", "Next", "Open", "Late", "Done", "No minutes"],
        };
        let [council, sessions, last, next, open, late, done, minutes] = titles;
        // Wide enough for the longest word of each title.
        let french = look.language == Language::French;
        vec![
            Column::text(council, Width::Share(1)),
            Column::figure(sessions, if french { 7 } else { 8 }),
            Column::text(last, Width::Fixed(10)),
            Column::text(next, Width::Fixed(10)),
            Column::figure(open, if french { 5 } else { 4 }),
            Column::figure(late, if french { 6 } else { 4 }),
            Column::figure(done, 6),
            Column::figure(minutes, if french { 6 } else { 7 }),
        ]
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord) -> Vec<Row> {
        let Some(council) = files.council.value() else { return Vec::new() };
        let day = look.as_of;
        let held: Vec<_> = files.held().map(|(id, _)| id).filter(|id| id.date <= day).collect();
        let planned = files.readable_sessions().filter(|(_, session)| session.status == SessionStatus::Planned);
        let next = planned.map(|(id, _)| id).find(|id| id.date >= day);
        let closed = council.is_closed_on(day);
        let decided = files.actions().filter(|(_, action)| action.is_decided_by(day));
        let states: Vec<_> = decided.map(|(_, action)| action.state_on(day)).collect();
        let open = states.iter().filter(|state| !state.status.is_ended()).count();
        let late = if closed { 0 } else { states.iter().filter(|state| state.days_late_on(day).is_some()).count() };
        let done = states.iter().filter(|state| state.status == crate::model::Status::Done).count();
        let missing = held.iter().filter(|id| !files.listing.minutes.contains(*id)).count();
        let name = match (closed, look.language) {
            (false, _) => council.name.to_string(),
            (true, Language::French) => format!("{} (clos)", council.name),
            (true, Language::English) => format!("{} (closed)", council.name),
        };
        let count = |count: usize| Cell::from(locale::integer(count, look.language));
        let worry = |many: usize| {
            Cell::toned(locale::integer(many, look.language), if many > 0 { Tone::Bad } else { Tone::Plain })
        };
        let cells = vec![
            Cell::from(name),
            count(held.len()),
            Cell::from(held.last().map(|id| id.date.to_string()).unwrap_or_default()),
            Cell::from(next.map(|id| id.date.to_string()).unwrap_or_default()),
            count(open),
            worry(late),
            count(done),
            worry(missing),
        ];
        let object = Object {
            council: files.id.as_str(),
            name: &council.name,
            closed,
            sessions_held: held.len(),
            last_session: held.last().map(ToString::to_string),
            next_session: next.map(|id| id.to_string()),
            actions_open: open,
            actions_late: late,
            actions_done: done,
            minutes_missing: missing,
        };
        vec![Row { cells, object: serde_json::to_value(object).unwrap_or_default() }]
    }
}
