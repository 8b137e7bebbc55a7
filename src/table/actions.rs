//! `actions`: what was promised, by whom, for when, and how it stands.

use super::{Cell, Column, Look, Row, Table, Tone, Width};
use crate::document::People;
use crate::locale::{self, words};
use crate::model::{Action, ActionState, Date, Id, Language, Period, Priority, Status, Text};
use crate::record::CouncilRecord;
use serde::Serialize;

/// Which actions are shown.
#[derive(Debug, Clone, Default)]
pub struct Actions {
    /// Only those that are late.
    pub late: bool,
    /// Only those of this owner.
    pub owner: Option<String>,
    /// Only those of one of these statuses.
    pub status: Vec<Status>,
}

#[derive(Serialize)]
struct Object<'a> {
    council: &'a str,
    id: &'a str,
    title: &'a str,
    axis: Option<&'a str>,
    owner: Vec<&'a str>,
    status: &'static str,
    priority: &'static str,
    decided: &'a str,
    due: Option<&'a str>,
    late: bool,
    days_late: Option<i64>,
    updated: Option<String>,
}

impl Table for Actions {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let titles = match look.language {
            Language::French => ["Action", "Qui", "Échéance", "État"],
            Language::English => ["Action", "Who", "Due", "State"],
        };
        let [action, who, due, state] = titles;
        look.with_council_column(vec![
            Column::text(action, Width::Share(5)),
            Column::text(who, Width::Share(3)),
            Column::text(due, Width::Fixed(13)),
            Column::text(state, Width::Fixed(14)),
        ])
    }

    /// Late ones of all councils first, then the others.
    fn passes(&self, look: &Look<'_>) -> usize {
        if look.one_council || self.late { 1 } else { 2 }
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, pass: usize) -> Vec<Row> {
        let Some(people) = People::of(look.record, files, look.as_of, look.language) else { return Vec::new() };
        let mut shown: Vec<(&Id, &Action, ActionState<'_>)> = files
            .actions()
            .filter(|(_, action)| action.is_decided_by(look.as_of))
            .map(|(id, action)| (id, action, expected(&people, action.state_on(look.as_of))))
            .filter(|(_, _, state)| self.shows(state, look.as_of))
            .filter(|(_, _, state)| {
                let late = state.days_late_on(look.as_of).is_some();
                self.passes(look) == 1 || late == (pass == 0)
            })
            .collect();
        shown.sort_by_key(|(_, action, state)| urgency(action, state, look.as_of));
        shown.into_iter().map(|(id, action, state)| row(look, files, &people, (id, action, &state))).collect()
    }
}

impl Actions {
    fn shows(&self, state: &ActionState<'_>, day: Date) -> bool {
        let owned = self.owner.as_ref().is_none_or(|owner| state.owner.iter().any(|id| id.as_str() == owner));
        let in_status = self.status.is_empty() || self.status.contains(&state.status);
        let late = !self.late || state.days_late_on(day).is_some();
        owned && in_status && late
    }
}

/// Of a body that has ended nothing is expected any more: it has no due date to be late for.
fn expected<'a>(people: &People<'_>, state: ActionState<'a>) -> ActionState<'a> {
    if people.council.is_closed_on(people.day) { ActionState { is_expected: false, ..state } } else { state }
}

/// Late first, the latest before the others; then what is to be done by priority and due date; then what has ended.
fn urgency(action: &Action, state: &ActionState<'_>, day: Date) -> impl Ord + use<> {
    let late = state.days_late_on(day);
    let due = state.due.map(Period::last);
    let priority = action.priority.unwrap_or_default();
    (state.status.is_ended(), late.is_none(), priority, std::cmp::Reverse(late), due.is_none(), due)
}

fn row(
    look: &Look<'_>,
    files: &CouncilRecord,
    people: &People<'_>,
    (id, action, state): (&Id, &Action, &ActionState<'_>),
) -> Row {
    let late = state.days_late_on(look.as_of);
    let high = action.priority == Some(Priority::High) && !state.status.is_ended();
    let title = match (high, look.language) {
        (false, _) => action.title.to_string(),
        (true, Language::French) => format!("{} (prioritaire)", action.title),
        (true, Language::English) => format!("{} (high priority)", action.title),
    };
    let due = state.due.map(|due| locale::period(due, look.language));
    let due = due.or_else(|| action.due_note.as_ref().map(ToString::to_string)).unwrap_or_default();
    let cells = vec![
        Cell::from(title),
        Cell::from(people.owners(state.owner).join(", ")),
        Cell::from(due),
        state_cell(state.status, late, look.language),
    ];
    let object = Object {
        council: files.id.as_str(),
        id: id.as_str(),
        title: &action.title,
        axis: action.axis.as_deref(),
        owner: state.owner.iter().map(Text::as_str).collect(),
        status: state.status.key(),
        priority: action.priority.unwrap_or_default().key(),
        decided: &action.decided,
        due: state.due_typed,
        late: late.is_some(),
        days_late: late,
        updated: state.last.map(|update| update.date.to_string()),
    };
    Row::new(look.with_council_cell(files, cells), &object)
}

/// The status, with the delay where there is one: in a word, not in colour alone.
pub(super) fn state_cell(status: Status, late: Option<i64>, language: Language) -> Cell {
    let status_word = words::status(status, language);
    match late {
        Some(days) => {
            let delay = match language {
                Language::French => format!("en retard de {}", locale::counted(days, "jour", "jours", language)),
                Language::English => format!("{} late", locale::counted(days, "day", "days", language)),
            };
            Cell::toned(format!("{status_word}, {delay}"), Tone::Bad)
        }
        None if status == Status::Done => Cell::toned(status_word, Tone::Good),
        None => Cell::from(status_word),
    }
}
