//! English words for what a careful secretary would look at.

use super::did_you_mean;
use crate::locale::oversight::{Differing, Oversight, Shortfall, UselessAllow, WrongYear};
use crate::locale::phrase::{sentences, words};
use crate::locale::problem::Words;
use crate::locale::words::status as status_word;
use crate::locale::{counted, date, date_with_weekday, euros, in_period, of_period, percent, period, weekday_name};
use crate::model::{Date, Language, Period, SessionId};
use chrono::Weekday;

const EN: Language = Language::English;

pub(in crate::locale) fn oversight(problem: &Oversight) -> Words {
    match problem {
        Oversight::ActionSilent { title, days } => words(
            format!("nothing was noted of the action “{title}” for {}", counted(*days, "day", "days", EN)),
            "no news since",
            "say under “updates:” how far it is, even if nothing moved; if it waits, write “status: on-hold”, or “review:” with \
             the month to look at it again.",
        ),
        Oversight::AxisWithoutAction { title, sessions } => Words {
            related: "the last session held".to_owned(),
            ..words(
                format!("the axis “{title}” has no action, {} later", counted(*sessions, "session", "sessions", EN)),
                "no action",
                "give it an action of plan.yaml with “axis:”, or decide on one at the next session; if there is no more need for \
             the axis, take it away.",
            )
        },
        Oversight::CharterExpired { until } => words(
            "the term of the charter is over",
            format!("its end: {}", period(*until, EN)),
            "if it was renewed, correct the date of “until:”; if not, put its renewal on the agenda. The law sets no term: if \
             there is none, take this line away.",
        ),
        Oversight::CommitmentBroken { text, year, shortfall } => commitment_broken(text, *year, shortfall),
        Oversight::CostOnEndedAction { title, status, amount } => Words {
            related: format!("{} here", status_word(*status, EN)),
            ..words(
                format!(
                    "the action “{title}” is {}, and {} are still down for it",
                    status_word(*status, EN),
                    euros(*amount, EN)
                ),
                "still counted",
                "if the expense is cancelled, take this amount away or bring it to 0; if the action goes on, say so under \
                 “updates:”.",
            )
        },
        Oversight::MandateEnding { member, last, days } => words(
            format!("the mandate of “{member}” ends {}", ending(*last, *days)),
            "end of the mandate",
            "prepare its renewal or a successor; once that is decided, add a mandate under “mandates:” with its “since:”.",
        ),
        Oversight::NextBeforeSession { next, session } => next_before_session(*next, *session),
        Oversight::NextNotHeld { council, announced } => next_not_held(council, *announced),
        Oversight::NotComparable { question, differing, wave, before } => {
            not_comparable(question, *differing, *wave, *before)
        }
        Oversight::PostponedForgotten { title, session } => postponed_forgotten(title, *session),
        Oversight::SmallBase { question, base, others } => small_base(question, *base, *others),
        Oversight::UnusedAllow { rule, cause } => unused_allow(rule, cause),
        Oversight::WeekdayMismatch { date, written, language } => weekday_mismatch(*date, *written, *language),
        Oversight::WrongYear(cause) => wrong_year(cause),
    }
}

fn ending(last: Date, days: i64) -> String {
    let when = match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        _ => format!("in {}", counted(days, "day", "days", EN)),
    };
    format!("{when}, on {}", date(last, EN))
}

fn commitment_broken(text: &str, year: i32, shortfall: &Shortfall) -> Words {
    let fact = match shortfall {
        Shortfall::Minutes { within, late, sessions } => {
            format!("minutes of {late} of {sessions} sessions not sent within {}", counted(*within, "day", "days", EN))
        }
        Shortfall::Sessions { held, wanted } => {
            format!("{} held, of {wanted}", counted(*held, "session", "sessions", EN))
        }
        Shortfall::Score { percent: score, wanted } => {
            format!("{} satisfied, and not {}", percent(*score, EN), percent(*wanted, EN))
        }
        Shortfall::Actions { in_time, due, wanted } => format!(
            "{} done in time, of {due}, and not {}",
            counted(*in_time, "action", "actions", EN),
            percent(*wanted, EN)
        ),
    };
    let help = match shortfall {
        Shortfall::Minutes { .. } => {
            "if minutes were sent in time, write the day under “published:” of the session; if not, tell the council."
        }
        Shortfall::Sessions { .. } => "if a session is missing, add it; if not, tell the council.",
        Shortfall::Score { .. } => "put this result on the council's agenda.",
        Shortfall::Actions { .. } => {
            "if an action was done in time, say so under “updates:” with “happened:”; if not, tell the council."
        }
    };
    Words {
        related: "what the charter promises".to_owned(),
        ..words(format!("the commitment “{text}” was not kept in {year}"), fact, help)
    }
}

fn next_before_session(next: Period, session: SessionId) -> Words {
    Words {
        related: format!("session of {}", date(session.date, EN)),
        ..words(
            format!(
                "the next session, announced {}, is not after that of {}",
                for_period(next),
                date(session.date, EN)
            ),
            "not after this session",
            "correct this date, often its year; or the name of the file, if that is what is wrong.",
        )
    }
}

/// "for 10 May 2023", "for October 2023".
fn for_period(next: Period) -> String {
    let when = in_period(next, EN);
    let (_, named) = when.split_once(' ').unwrap_or(("", &when));
    format!("for {named}")
}

fn next_not_held(council: &str, announced: Period) -> Words {
    let day = match announced {
        Period::Day(day) => day.to_string(),
        _ => "YYYY-MM-DD".to_owned(),
    };
    Words {
        related: "a session held since".to_owned(),
        ..words(
            format!("a session was announced {}, and the record says nothing of it", for_period(announced)),
            "announced here",
            format!(
                "add it with “council new-session {council} --date {day}”; if it did not take place, write “status: \
                 cancelled” there, and a line “reason:” with the reason."
            ),
        )
    }
}

fn not_comparable(question: &str, differing: Differing, wave: Period, before: Period) -> Words {
    let surveys = format!("the surveys {} and {} cannot be compared", of_period(before, EN), of_period(wave, EN));
    let (what, label, help) = match differing {
        Differing::Mode => (
            surveys,
            "another means",
            "answers were not taken in the same way: check “mode:” in both files. If it really changed, say so with the \
             results, and keep to it next time.",
        ),
        Differing::Sampling => (
            surveys,
            "another choice",
            "those who answered were not chosen in the same way: check “sampling:” in both files. If it really changed, say so \
             with the results.",
        ),
        Differing::Wording => (
            format!("on the question “{question}”, {surveys}"),
            "other words",
            "it was not asked in the same words: check “wording:” in both files. If it really changed, declare it as another \
             question in landlord.yaml.",
        ),
    };
    Words { related: "the survey before".to_owned(), ..words(what, label, help) }
}

fn postponed_forgotten(title: &str, session: SessionId) -> Words {
    let day = date(session.date, EN);
    Words {
        related: format!("held on {day}, without this point"),
        ..words(
            format!("the point “{title}”, put off, did not come back at the session of {day}"),
            "put off here",
            format!(
                "if it was treated there, add it to that session with “title: {title}”; if not, put it on the agenda of the \
                 next."
            ),
        )
    }
}

fn small_base(question: &str, base: u32, others: usize) -> Words {
    let others = match others {
        0 => String::new(),
        _ => format!(", and so for {}", counted(others, "other question", "other questions", EN)),
    };
    Words {
        related: "not everybody answered".to_owned(),
        ..words(
            format!(
                "the question “{question}” has only {}; it takes at least 30{others}",
                counted(base, "answer", "answers", EN)
            ),
            "few answers",
            "never show this result without its interval. If everybody was asked, write “sampling: census” under “method:”.",
        )
    }
}

fn unused_allow(rule: &str, cause: &UselessAllow) -> Words {
    match cause {
        UselessAllow::Idle => words(
            format!("this comment allows “{rule}”, and that rule finds nothing here"),
            "for nothing",
            "take it away; or put it on the line in question, or just above.",
        ),
        UselessAllow::Never => words(
            format!("the rule “{rule}” cannot be silenced"),
            "without effect",
            "take this comment away, and mend what the rule finds: what cannot be read would be missing from the record.",
        ),
        UselessAllow::Unknown { nearest } => words(
            format!("there is no rule “{rule}”"),
            "unknown rule",
            sentences(&[
                "write the name of a rule, as it stands between brackets in the messages.".to_owned(),
                did_you_mean(nearest.as_ref()),
            ]),
        ),
    }
}

fn weekday_mismatch(day: Date, written: Weekday, language: Language) -> Words {
    let proposal = date_with_weekday(day, language);
    words(
        format!("{} is a {}, and not a {}", date(day, EN), weekday_name(day.weekday(), EN), weekday_name(written, EN)),
        "another day",
        format!("write “{proposal}”, or correct the date."),
    )
}

fn wrong_year(cause: &WrongYear) -> Words {
    match cause {
        WrongYear::Announced { council, session, announced } => Words {
            related: "the session announced".to_owned(),
            ..words(
                format!(
                    "this session is filed under {}, and {} was announced",
                    date(session.date, EN),
                    period(*announced, EN)
                ),
                "perhaps another year",
                format!(
                    "if the year is wrong, run “council move-session {council} {session} {announced}”; if not, say what became \
                     of the session announced."
                ),
            )
        },
        WrongYear::FarNext { council, session, next } => Words {
            related: format!("session of {}", date(session.date, EN)),
            ..words(
                format!(
                    "the next session is announced {}, more than a year after that of {}",
                    for_period(*next),
                    date(session.date, EN)
                ),
                "more than a year on",
                format!(
                    "correct the year of this date; or that of the session, with “council move-session {council} {session} \
                 YYYY-MM-DD”."
                ),
            )
        },
    }
}
