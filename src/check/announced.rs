//! What a council's sessions announced of its own: for the rules on days that do not fit together.

use super::CouncilScope;
use crate::model::{Next, Period, Session, SessionId, SessionStatus};
use crate::record::File;
use crate::route;
use crate::store::StrayReason;
use crate::yaml::Spot;

/// A session of this body that another one announced, with its day or its period.
#[derive(Clone, Copy)]
pub(super) struct Announced<'a> {
    /// The session that announced it.
    pub by: SessionId,
    /// That session's file.
    pub file: &'a File<Session>,
    /// That session.
    pub session: &'a Session,
    /// What was announced.
    pub next: &'a Next,
    /// When it was to be.
    pub when: Period,
    index: usize,
}

impl Announced<'_> {
    /// Where its date is written.
    pub fn spot(&self) -> Spot {
        route!["next", self.index, "date"].value()
    }

    /// Says whether it lies more than a year on, counted from the session that announced it.
    pub fn is_far(&self) -> bool {
        let by = self.by.date;
        // The 28th stands for the 29th of February.
        let year_on = by.in_year(by.year() + 1).or_else(|| by.plus_days(-1).in_year(by.year() + 1));
        year_on.is_some_and(|year_on| self.when.first() > year_on)
    }
}

impl<'a> CouncilScope<'a> {
    /// What the sessions announced of this body, in order.
    pub(super) fn announced(&self) -> impl Iterator<Item = Announced<'a>> {
        let own = self.files.id.as_str();
        self.sessions().flat_map(move |(by, file, session)| {
            session.next.iter().enumerate().filter_map(move |(index, next)| {
                let is_own = next.council.as_ref().is_none_or(|council| council.as_str() == own);
                Some(Announced { by, file, session, next, when: next.date.filter(|_| is_own)?, index })
            })
        })
    }

    /// The sessions of any status from a period's first day on.
    pub(super) fn sessions_from(&self, period: Period) -> &'a [(SessionId, File<Session>)] {
        let sessions = &self.files.sessions;
        let from = sessions.partition_point(|(id, _)| id.date < period.first());
        sessions.get(from..).unwrap_or_default()
    }

    /// Says whether a session of any status, later than this one, lies in a period; one under a wrong name does too.
    pub(super) fn has_session_in(&self, period: Period, after: SessionId) -> bool {
        let lies_in = |id: SessionId| id > after && period.contains(id.date);
        let mut later = self.sessions_from(period).iter().map(|(id, _)| *id).take_while(|id| id.date <= period.last());
        later.any(lies_in)
            || self.files.listing.strays.iter().any(|stray| match &stray.reason {
                StrayReason::Misnamed(name) => name.trim_end_matches(".yaml").parse().is_ok_and(lies_in),
                _ => false,
            })
    }

    /// The session that is probably the one announced, its file named with a wrong year: the same day a year away, where
    /// the announcement was the last word before its day and nothing else is known of that day.
    pub(super) fn misdated(&self, announced: &Announced<'_>) -> Option<SessionId> {
        let Period::Day(day) = announced.when else { return None };
        if day <= announced.by.date || self.has_session_in(announced.when, announced.by) {
            return None;
        }
        [day.year() - 1, day.year() + 1].into_iter().find_map(|year| {
            let date = day.in_year(year)?;
            let (id, file) = self.sessions_from(Period::Day(date)).first().filter(|(id, _)| id.date == date)?;
            let may_be_it = match file.value()?.status {
                SessionStatus::Planned => true,
                SessionStatus::Held => day <= self.today,
                SessionStatus::Cancelled => false,
            };
            let between = |other: SessionId| other != *id && other > announced.by && other.date < day;
            let was_announced = || self.announced().any(|other| other.by != *id && other.when == Period::Day(date));
            let is_it = may_be_it
                && *id != announced.by
                && !self.files.sessions.iter().any(|(other, _)| between(*other))
                && !was_announced();
            is_it.then_some(*id)
        })
    }
}
