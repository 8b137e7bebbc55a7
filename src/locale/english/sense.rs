//! English words for problems of what the record says.

use crate::locale::problem::{Sense, Words};
use crate::locale::{date, period};
use crate::model::{Language, Status};

const EN: Language = Language::English;

pub(in crate::locale) fn sense(problem: &Sense) -> Words {
    match problem {
        Sense::PresentAndExcused { member, first, second } => Words {
            message: format!("“{member}” is both in “{first}” and in “{second}”"),
            label: "named a second time".to_owned(),
            related: "already named here".to_owned(),
            help: "keep this member in only one of the lists “present”, “excused” and “absent”.".to_owned(),
            ..Words::default()
        },
        Sense::UpdatesOutOfOrder { date: later, before } => Words {
            message: format!("the update of {} stands below the one of {}", date(*later, EN), date(*before, EN)),
            label: "earlier than the one above".to_owned(),
            related: "stands above, yet is later".to_owned(),
            help: "put the updates in the order of their dates: the last one is the one that counts.".to_owned(),
            ..Words::default()
        },
        Sense::EndedWithoutNote { reopened_from, status } => ended_without_note(*reopened_from, *status),
        Sense::MissingReason => Words {
            message: "this session is cancelled, and no reason is given".to_owned(),
            label: "cancelled".to_owned(),
            help: "add a line “reason:” with the reason, for example “reason: room not available”.".to_owned(),
            ..Words::default()
        },
        Sense::NoMandate { member, session } => Words {
            message: format!("“{member}” had no mandate on {}", date(session.date, EN)),
            label: "no mandate on that day".to_owned(),
            related: "the mandates".to_owned(),
            help: "correct the mandates in council.yaml, or list this person under “guests:” instead.".to_owned(),
            ..Words::default()
        },
        Sense::SessionNotRecorded { session } => Words {
            message: format!("the session of {} is past and still recorded as planned", date(session.date, EN)),
            label: "still “planned”".to_owned(),
            help: "write “status: held” if it took place, or “status: cancelled” with the reason.".to_owned(),
            ..Words::default()
        },
        Sense::SessionWithoutMinutes { council, session, days } => Words {
            message: format!("the session of {} has no minutes, {days} days later", date(session.date, EN)),
            label: "held, without minutes".to_owned(),
            help: format!("run “council minutes {council} {session}”."),
            ..Words::default()
        },
        Sense::MinutesOutOfDate { council, session, line } => Words {
            message: format!("the minutes of {} no longer match the record", date(session.date, EN)),
            label: format!("line {line} would be different"),
            help: format!("run “council minutes {council} {session}” to write them again."),
            ..Words::default()
        },
        Sense::ActionLate { title, due, days } => Words {
            message: format!("“{title}” is {} late", counted_days(*days)),
            label: format!("due date: {}", period(*due, EN)),
            help: "say under “updates:” how far it is: done, on hold, or a new due date with the reason.".to_owned(),
            ..Words::default()
        },
        Sense::ActionWithoutDueDate { title } => Words {
            message: format!("“{title}” has no due date"),
            label: "no due date".to_owned(),
            help: "add “due:” with a period, or “due_note:” with words (“after the summer”).".to_owned(),
            ..Words::default()
        },
        Sense::ActionWithoutOwner { title } => Words {
            message: format!("“{title}” has no owner"),
            label: "no owner".to_owned(),
            help: "add “owner:” with a unit, a member, a partner, an association, a group, the council itself or \
                   “landlord”."
                .to_owned(),
            ..Words::default()
        },
        Sense::WeaknessUnanswered { finding, sessions } => Words {
            message: format!("no axis takes up the finding “{finding}”, {sessions} sessions later"),
            label: "not taken up".to_owned(),
            help: format!(
                "name it under “answers:” of an axis in plan.yaml; if it is solved, write “{finding}: solved” under \
                 “reviews:” of a session."
            ),
            ..Words::default()
        },
    }
}

fn ended_without_note(reopened_from: Option<Status>, status: Status) -> Words {
    let message = match reopened_from {
        Some(_) => "this action is taken up again, and no reason is given".to_owned(),
        None => format!("this action is {}, and no reason is given", past(status)),
    };
    Words {
        message,
        label: "no “note”".to_owned(),
        help: "add a line “note:” with the reason: the residents are entitled to an answer.".to_owned(),
        ..Words::default()
    }
}

fn past(status: Status) -> &'static str {
    match status {
        Status::Proposed => "proposed",
        Status::Planned => "planned",
        Status::InProgress => "in progress",
        Status::OnHold => "on hold",
        Status::Done => "done",
        Status::Declined => "declined",
        Status::Dropped => "dropped",
    }
}

fn counted_days(days: i64) -> String {
    if days == 1 { format!("{days} day") } else { format!("{days} days") }
}
