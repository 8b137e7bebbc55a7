//! What happened, in English.

use super::Item;
use crate::change::{ActionChange, CostStep, Fate, SessionChange, SharedChange};
use crate::locale::{Language, counted, date, list_of, of_period};
use crate::model::{Period, SessionId};

const ENGLISH: Language = Language::English;
pub(super) fn shared(change: SharedChange) -> String {
    match change {
        SharedChange::Landlord(Fate::New) => "new record".to_owned(),
        SharedChange::Landlord(fate) => format!("landlord's file {}", fated(fate)),
        SharedChange::Charter(fate) => format!("charter {}", fated(fate)),
        SharedChange::Coaching(fate) => format!("coaching {}", fated(fate)),
        SharedChange::Template(fate) => format!("document template {}", fated(fate)),
    }
}

pub(super) fn item(item: &Item<'_>, most_dates: usize) -> String {
    match item {
        Item::Council(fate, 1) => match fate {
            Fate::New => "new council".to_owned(),
            Fate::Edited | Fate::Removed => format!("council {}", fated(*fate)),
        },
        Item::Council(Fate::New, count) => counted(*count, "new council", "new councils", ENGLISH),
        Item::Council(fate, count) => format!("{} {}", counted(*count, "council", "councils", ENGLISH), fated(*fate)),
        Item::Closed => "council closed".to_owned(),
        Item::Sessions(change, ids) => sessions(*change, ids, most_dates),
        Item::Moved { to, from } => format!("session of {} moved to {}", day(*from), day(*to)),
        Item::Approved(ids) => format!("{} approved", minutes(ids, most_dates)),
        Item::Minutes(Fate::New, ids) => minutes(ids, most_dates),
        Item::Minutes(Fate::Edited, ids) => format!("{} brought up to date", minutes(ids, most_dates)),
        Item::Minutes(Fate::Removed, ids) => format!("{} removed", minutes(ids, most_dates)),
        Item::Actions { change, count, follows } => actions(*change, *count, *follows),
        Item::Costs { step, count, follows } => costs(*step, *count, *follows),
        Item::Survey(fate, name) => survey(*fate, name),
        Item::Members(count) => counted(*count, "new member", "new members", ENGLISH),
        Item::Edited => "council's file edited".to_owned(),
        Item::Plan => "action plan edited".to_owned(),
    }
}

fn fated(fate: Fate) -> &'static str {
    match fate {
        Fate::New => "added",
        Fate::Edited => "edited",
        Fate::Removed => "removed",
    }
}

fn sessions(change: SessionChange, ids: &[SessionId], most_dates: usize) -> String {
    let sessions = if ids.len() > most_dates {
        counted(ids.len(), "session", "sessions", ENGLISH)
    } else {
        format!("{} of {}", if ids.len() == 1 { "session" } else { "sessions" }, days(ids))
    };
    match change {
        SessionChange::Held => sessions,
        SessionChange::Planned => format!("{sessions} planned"),
        SessionChange::Cancelled => format!("{sessions} cancelled"),
        SessionChange::Edited => format!("{sessions} edited"),
        SessionChange::Removed => format!("{sessions} removed"),
    }
}

fn minutes(ids: &[SessionId], most_dates: usize) -> String {
    if ids.len() > most_dates {
        return format!("minutes of {}", counted(ids.len(), "session", "sessions", ENGLISH));
    }
    format!("minutes of {}", days(ids))
}

fn days(ids: &[SessionId]) -> String {
    list_of(&ids.iter().map(|id| day(*id)).collect::<Vec<_>>(), ENGLISH)
}

fn day(id: SessionId) -> String {
    let day = date(id.date, ENGLISH);
    if id.rank > 1 { format!("{day} ({})", id.rank) } else { day }
}

fn actions(change: ActionChange, count: usize, follows: bool) -> String {
    let what = match change {
        ActionChange::New if follows => return format!("{count} new"),
        ActionChange::New => return counted(count, "new action", "new actions", ENGLISH),
        ActionChange::Done => "done",
        ActionChange::Started => "begun",
        ActionChange::Planned => "taken on again",
        ActionChange::OnHold => "on hold",
        ActionChange::Declined => "declined",
        ActionChange::Dropped => "dropped",
        ActionChange::Proposed => "only proposed",
        ActionChange::Noted => "followed up",
        ActionChange::Edited => "edited",
        ActionChange::Removed => "removed",
    };
    counted_things(("action", "actions"), what, count, follows)
}

fn costs(step: CostStep, count: usize, follows: bool) -> String {
    let what = match step {
        CostStep::Planned => "estimated",
        CostStep::Committed => "committed",
        CostStep::Invoiced => "invoiced",
        CostStep::Paid => "paid",
    };
    counted_things(("expense", "expenses"), what, count, follows)
}

/// "2 actions done", and after it "1 begun".
fn counted_things(thing: (&str, &str), what: &str, count: usize, follows: bool) -> String {
    if follows {
        return counted(count, what, what, ENGLISH);
    }
    format!("{} {what}", counted(count, thing.0, thing.1, ENGLISH))
}

fn survey(fate: Fate, name: &str) -> String {
    let survey = match name.parse::<Period>() {
        Ok(period) => format!("survey {}", of_period(period, ENGLISH)),
        Err(_) => "published figures".to_owned(),
    };
    match fate {
        Fate::New => survey,
        Fate::Edited | Fate::Removed => format!("{survey} {}", fated(fate)),
    }
}
