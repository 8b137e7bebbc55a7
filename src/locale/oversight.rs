//! Problems that make nothing false, and that a careful secretary would look at: days that do not fit together, what was
//! forgotten, what runs out. Their words, as those of all problems, are in the languages' own files.

use super::problem::Problem;
use crate::model::{Date, Decimal, Euros, Language, Period, SessionId, Status};
use chrono::Weekday;

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oversight {
    /// Nothing was noted of an action for long.
    ActionSilent {
        /// Its title.
        title: String,
        /// For how many days.
        days: i64,
    },
    /// An axis that no action belongs to.
    AxisWithoutAction {
        /// Its title.
        title: String,
        /// How many sessions were held since.
        sessions: usize,
    },
    /// A charter whose term is over.
    CharterExpired {
        /// Its end.
        until: Period,
    },
    /// A promise of the charter that a council's year did not keep.
    CommitmentBroken {
        /// What was promised.
        text: String,
        /// The year.
        year: i32,
        /// By how much.
        shortfall: Shortfall,
    },
    /// Money for an action that was refused or given up.
    CostOnEndedAction {
        /// The action's title.
        title: String,
        /// Its status.
        status: Status,
        /// The amount.
        amount: Euros,
    },
    /// A member whose last term ends soon.
    MandateEnding {
        /// The member.
        member: String,
        /// Its last day.
        last: Date,
        /// How many days there are until then.
        days: i64,
    },
    /// A next session that is not after the one that announced it.
    NextBeforeSession {
        /// When it was announced for.
        next: Period,
        /// The session that announced it.
        session: SessionId,
    },
    /// A session that was announced, and of which nothing is known.
    NextNotHeld {
        /// The council.
        council: String,
        /// When it was announced for.
        announced: Period,
    },
    /// Two waves of a survey that cannot be compared.
    NotComparable {
        /// The question.
        question: String,
        /// What is not the same.
        differing: Differing,
        /// The later wave.
        wave: Period,
        /// The one before.
        before: Period,
    },
    /// A point put off to a session that did not treat it.
    PostponedForgotten {
        /// Its title.
        title: String,
        /// The session that it should have come back at.
        session: SessionId,
    },
    /// A score of few answers.
    SmallBase {
        /// The question with the fewest.
        question: String,
        /// How many there are.
        base: u32,
        /// How many other questions of the wave have too few.
        others: usize,
    },
    /// A comment that is to silence a rule, and silences nothing.
    UnusedAllow {
        /// The name in it.
        rule: String,
        /// Why it is of no use.
        cause: UselessAllow,
    },
    /// A day of the week that a date does not fall on.
    WeekdayMismatch {
        /// The date.
        date: Date,
        /// The day of the week that is written.
        written: Weekday,
        /// The language it is written in.
        language: Language,
    },
    /// A session under a wrong year.
    WrongYear(WrongYear),
}

/// By how much a promise was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortfall {
    /// Minutes published too late, or not at all.
    Minutes {
        /// How many days were promised.
        within: u32,
        /// How many were late.
        late: u32,
        /// How many sessions were held.
        sessions: u32,
    },
    /// Too few sessions.
    Sessions {
        /// How many were held.
        held: u32,
        /// How many were promised.
        wanted: u32,
    },
    /// Too low a score.
    Score {
        /// The score, in per cent.
        percent: Decimal,
        /// What was promised, in per cent.
        wanted: Decimal,
    },
    /// Too few actions done in time.
    Actions {
        /// How many were.
        in_time: u32,
        /// How many came due.
        due: u32,
        /// The share promised, in per cent.
        wanted: Decimal,
    },
}

/// What of two waves is not the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Differing {
    /// How answers were taken.
    Mode,
    /// How those who were asked were chosen.
    Sampling,
    /// How the question was worded.
    Wording,
}

/// Why a comment that is to silence a rule is of no use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UselessAllow {
    /// The rule finds nothing there.
    Idle,
    /// The rule cannot be silenced.
    Never,
    /// There is no such rule.
    Unknown {
        /// The nearest one.
        nearest: Option<String>,
    },
}

/// Why a year seems wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongYear {
    /// The session before announced the same day, a year away.
    Announced {
        /// The council.
        council: String,
        /// The session.
        session: SessionId,
        /// The day announced.
        announced: Period,
    },
    /// The session announces the next one for more than a year on.
    FarNext {
        /// The council.
        council: String,
        /// The session.
        session: SessionId,
        /// When the next one is announced for.
        next: Period,
    },
}

impl From<Oversight> for Problem {
    fn from(problem: Oversight) -> Self {
        Self::Oversight(problem)
    }
}
