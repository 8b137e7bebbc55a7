//! English words for problems of what the record says.

use crate::locale::phrase::words;
use crate::locale::problem::{Sense, TermEdge, Words};
use crate::locale::words::status as status_word;
use crate::locale::{counted, date, in_period, period};
use crate::model::{Date, Language, Period, SessionId, Status};

const EN: Language = Language::English;

pub(in crate::locale) fn sense(problem: &Sense) -> Words {
    match problem {
        Sense::PresentAndExcused { member, first, second } => present_and_excused(member, first, second),
        Sense::UpdatesOutOfOrder { date: later, before } => updates_out_of_order(*later, *before),
        Sense::UpdateBeforeDecision { date: day, decided } => update_before_decision(*day, *decided),
        Sense::EndedWithoutNote { reopened_from, status } => ended_without_note(*reopened_from, *status),
        Sense::MissingReason => words(
            "this session is cancelled, and no reason is given",
            "cancelled",
            "add a line “reason:” with the reason, for example “reason: room not available”.",
        ),
        Sense::NoMandate { member, session, edge } => no_mandate(member, *session, *edge),
        Sense::SessionNotRecorded { session } => words(
            format!("the session of {} is past, yet still marked “planned”", date(session.date, EN)),
            "still “planned”",
            "write “status: held” if it took place; if it was cancelled, “status: cancelled”, and a line “reason:” \
             with the reason.",
        ),
        Sense::SessionWithoutMinutes { council, session, days } => words(
            format!(
                "the session of {} has no minutes, {} later",
                date(session.date, EN),
                counted(*days, "day", "days", EN)
            ),
            "held, without minutes",
            format!("run “council minutes {council} {session}”."),
        ),
        Sense::MinutesOutOfDate { council, session, line } => minutes_out_of_date(council, *session, *line),
        Sense::MinutesNeverApproved { council, session, sessions } => {
            minutes_never_approved(council, *session, *sessions)
        }
        Sense::ApprovedMinutesChanged { session, by, path, is_gone } => {
            approved_minutes_changed(*session, *by, path, *is_gone)
        }
        Sense::ApprovedSessionChanged { session, by, path } => approved_session_changed(*session, *by, path),
        Sense::ActionLate { title, due, days } => action_late(title, *due, *days),
        Sense::ActionWithoutDueDate { title } => words(
            format!("the action “{title}” has no due date"),
            "no due date",
            "add “due:” with a period, for example “due: 2023-10”, or “due_note:” with words, for example “due_note: \
             after the summer”.",
        ),
        Sense::ActionWithoutOwner { title } => words(
            format!("the action “{title}” has no owner"),
            "no owner",
            "add “owner:” with a management unit, a member, a partner, an association, a group, the council itself or \
             “landlord”.",
        ),
        Sense::WeaknessUnanswered { finding, sessions } => weakness_unanswered(finding, *sessions),
    }
}

fn present_and_excused(member: &str, first: &str, second: &str) -> Words {
    Words {
        related: "already named here".to_owned(),
        ..words(
            format!("“{member}” is both in “{first}” and in “{second}”"),
            "named a second time",
            "keep this member in only one of the lists “present”, “excused” and “absent”.",
        )
    }
}

fn updates_out_of_order(later: Date, before: Date) -> Words {
    Words {
        related: "stands above, yet is later".to_owned(),
        ..words(
            format!("the update of {} stands below the one of {}", date(later, EN), date(before, EN)),
            "earlier than the one above",
            "put the updates in the order of their dates: the last one is the one that counts.",
        )
    }
}

fn update_before_decision(day: Date, decided: SessionId) -> Words {
    Words {
        related: "the session that took it".to_owned(),
        ..words(
            format!("an update of {}, of an action taken on {}", date(day, EN), date(decided.date, EN)),
            "before the decision",
            "correct the date of the update, or “decided:” if an earlier session took the action; what happened before \
             the decision goes after “happened:”.",
        )
    }
}

fn ended_without_note(reopened_from: Option<Status>, status: Status) -> Words {
    let what = match reopened_from {
        Some(_) => "taken up again",
        None => status_word(status, EN),
    };
    Words {
        related: reopened_from.map(|from| format!("{} until then", status_word(from, EN))).unwrap_or_default(),
        ..words(
            format!("this action is {what}, and no reason is given"),
            "no “note:”",
            "add a line “note:” with the reason: the residents are entitled to an answer.",
        )
    }
}

fn no_mandate(member: &str, session: SessionId, edge: TermEdge) -> Words {
    let related = match edge {
        TermEdge::Ended(until) => format!("this mandate ends {}", in_period(until, EN)),
        TermEdge::Begins(since) => format!("this mandate begins {}", in_period(since, EN)),
    };
    Words {
        related,
        ..words(
            format!("“{member}” had no mandate on {}", date(session.date, EN)),
            "no mandate on that day",
            "correct the mandates in council.yaml, or list this person under “guests:” instead.",
        )
    }
}

fn minutes_out_of_date(council: &str, session: SessionId, line: usize) -> Words {
    words(
        format!("the minutes of the session of {} no longer match the record", date(session.date, EN)),
        format!("line {line} would be different"),
        format!("run “council minutes {council} {session}” to write them again; they will change from line {line} on."),
    )
}

fn minutes_never_approved(council: &str, session: SessionId, sessions: usize) -> Words {
    Words {
        related: "the last session held".to_owned(),
        ..words(
            format!(
                "the minutes of the session of {} have not been approved, {} later",
                date(session.date, EN),
                counted(sessions, "session", "sessions", EN)
            ),
            "minutes never approved",
            format!(
                "if a session approved them, run “council approve {council} {session} --at” with the date of that session; if \
             not, put them on the agenda of the next. If this council approves no minutes, write “approves_minutes: \
             false” in council.yaml."
            ),
        )
    }
}

fn approved_minutes_changed(session: SessionId, by: SessionId, path: &str, is_gone: bool) -> Words {
    let (session, by) = (date(session.date, EN), date(by.date, EN));
    let message = if is_gone {
        format!("the minutes of the session of {session}, approved on {by}, are gone")
    } else {
        format!("the minutes of the session of {session} are no longer those approved on {by}")
    };
    Words {
        related: "the text approved".to_owned(),
        ..words(
            message,
            "",
            format!(
                "take the approved text from the history (“git log -- {path}”, then “git checkout” with its version); to \
                 correct it, write an erratum under “errata:” of a later session."
            ),
        )
    }
}

fn approved_session_changed(session: SessionId, by: SessionId, path: &str) -> Words {
    let (session, by) = (date(session.date, EN), date(by.date, EN));
    Words {
        related: "the file as it was".to_owned(),
        ..words(
            format!("the file of the session of {session} has changed since its minutes were approved on {by}"),
            "",
            format!(
                "take it from the history (“git log -- {path}”, then “git checkout” with its version); to correct it, write \
                 an erratum under “errata:” of a later session."
            ),
        )
    }
}

fn action_late(title: &str, due: Period, days: i64) -> Words {
    words(
        format!("the action “{title}” is {} late", counted(days, "day", "days", EN)),
        format!("due date: {}", period(due, EN)),
        "say under “updates:” how far it is: “status: done”, “status: on-hold”, or a new “due:” with the reason in \
         “note:”.",
    )
}

fn weakness_unanswered(finding: &str, sessions: usize) -> Words {
    Words {
        related: "the last session held".to_owned(),
        ..words(
            format!(
                "no axis of the action plan takes up the finding “{finding}”, {} later",
                counted(sessions, "session", "sessions", EN)
            ),
            "not taken up",
            format!(
                "name it under “answers:” of an axis in plan.yaml; if it is solved, write “{finding}: solved” under \
             “reviews:” of a session."
            ),
        )
    }
}
