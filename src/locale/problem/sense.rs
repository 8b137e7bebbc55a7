//! Problems of what a session, a plan and minutes say.

use crate::model::{Date, Period, SessionId, Status};

/// Problems of what the record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sense {
    /// A member under two of present, excused, absent.
    PresentAndExcused {
        /// The member.
        member: String,
        /// The key of the first list.
        first: &'static str,
        /// The key of the second.
        second: &'static str,
    },
    /// An update recorded before the one above it.
    UpdatesOutOfOrder {
        /// Its day.
        date: Date,
        /// The day of the one above.
        before: Date,
    },
    /// An update recorded before the session that took the action.
    UpdateBeforeDecision {
        /// Its day.
        date: Date,
        /// The session.
        decided: SessionId,
    },
    /// An action refused, given up or taken up again without a word.
    EndedWithoutNote {
        /// The status before, where the action comes back from it.
        reopened_from: Option<Status>,
        /// The status given.
        status: Status,
    },
    /// A session cancelled without a reason.
    MissingReason,
    /// Somebody present whose term does not cover the day.
    NoMandate {
        /// The member.
        member: String,
        /// The session.
        session: SessionId,
        /// The edge of the term that is nearest.
        edge: TermEdge,
    },
    /// A session planned, and its day has passed.
    SessionNotRecorded {
        /// The session.
        session: SessionId,
    },
    /// A session held without minutes.
    SessionWithoutMinutes {
        /// The council.
        council: String,
        /// The session.
        session: SessionId,
        /// How many days ago.
        days: i64,
    },
    /// Minutes that would be generated otherwise today.
    MinutesOutOfDate {
        /// The council.
        council: String,
        /// The session.
        session: SessionId,
        /// The first line that differs, from 1.
        line: usize,
    },
    /// Two sessions later, nobody has approved the minutes.
    MinutesNeverApproved {
        /// The council.
        council: String,
        /// The session.
        session: SessionId,
        /// How many sessions were held since.
        sessions: usize,
    },
    /// Minutes that are not as they were approved.
    ApprovedMinutesChanged {
        /// The session.
        session: SessionId,
        /// The session that approved them.
        by: SessionId,
        /// The file, from the record's root.
        path: String,
        /// Whether there is no file any more.
        is_gone: bool,
    },
    /// A session's file that is not as it was when its minutes were approved.
    ApprovedSessionChanged {
        /// The session.
        session: SessionId,
        /// The session that approved its minutes.
        by: SessionId,
        /// The file, from the record's root.
        path: String,
    },
    /// An action past its due period.
    ActionLate {
        /// Its title.
        title: String,
        /// Its due period.
        due: Period,
        /// How many days late.
        days: i64,
    },
    /// An action without a due date.
    ActionWithoutDueDate {
        /// Its title.
        title: String,
    },
    /// An action without an owner.
    ActionWithoutOwner {
        /// Its title.
        title: String,
    },
    /// A weakness that no axis takes up.
    WeaknessUnanswered {
        /// `session/finding`.
        finding: String,
        /// How many sessions were held since.
        sessions: usize,
    },
}

/// The edge of a term of office that a day lies beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermEdge {
    /// It was over.
    Ended(Period),
    /// It had not begun.
    Begins(Period),
}
