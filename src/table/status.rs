//! `status`: where each council stands: sessions, actions, minutes to write.

use super::{Cell, Column, Look, Row, Table, Tone, Width};
use crate::locale;
use crate::model::{ActionState, Date, Language, SessionId, SessionStatus, Status};
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

/// Where a council stands on a day.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// Whether it has ended.
    pub closed: bool,
    /// The sessions held, in order.
    pub held: Vec<SessionId>,
    /// The next session planned.
    pub next: Option<SessionId>,
    /// How many actions are not ended.
    pub open: usize,
    /// How many are late; of a body that has ended none is.
    pub late: usize,
    /// How many are done.
    pub done: usize,
    /// The sessions held that have no minutes.
    pub without_minutes: Vec<SessionId>,
}

impl Standing {
    /// Where a council stands on a day; nothing where it could not be read.
    pub fn of(files: &CouncilRecord, day: Date) -> Option<Self> {
        let closed = files.council.value()?.is_closed_on(day);
        let held: Vec<SessionId> = files.held().map(|(id, _)| id).filter(|id| id.date <= day).collect();
        let planned = files.readable_sessions().filter(|(_, session)| session.status == SessionStatus::Planned);
        let actions = files.actions().map(|(_, action)| action).filter(|action| action.is_decided_by(day));
        let states: Vec<ActionState<'_>> = actions.map(|action| action.state_on(day)).collect();
        let count = |wanted: &dyn Fn(&ActionState<'_>) -> bool| states.iter().filter(|state| wanted(state)).count();
        Some(Self {
            closed,
            next: planned.map(|(id, _)| id).find(|id| id.date >= day),
            open: count(&|state| !state.status.is_ended()),
            late: if closed { 0 } else { count(&|state| state.days_late_on(day).is_some()) },
            done: count(&|state| state.status == Status::Done),
            without_minutes: held.iter().copied().filter(|id| !files.listing.minutes.contains(id)).collect(),
            held,
        })
    }
}

impl Table for StatusTable {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let titles = match look.language {
            Language::French => {
                ["Conseil", "Séances", "Dernière", "Prochaine", "Ouvertes", "En retard", "Faites", "Sans relevé"]
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
            Column::figure(open, if french { 8 } else { 4 }),
            Column::figure(late, if french { 6 } else { 4 }),
            Column::figure(done, 6),
            Column::figure(minutes, if french { 6 } else { 7 }),
        ]
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let (Some(council), Some(standing)) = (files.council.value(), Standing::of(files, look.as_of)) else {
            return Vec::new();
        };
        let Standing { closed, held, next, open, late, done, without_minutes } = standing;
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
            worry(without_minutes.len()),
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
            minutes_missing: without_minutes.len(),
        };
        vec![Row::new(cells, &object)]
    }
}
