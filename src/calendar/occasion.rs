//! The sessions of a council as people know them: what was announced, then planned, perhaps moved, held or cancelled is one
//! occasion, which keeps its key all along.

use super::event::{Status, When};
use crate::model::{Date, Next, Period, Session, SessionId, SessionStatus, Text, ToConfirm};
use crate::record::CouncilRecord;
use std::collections::BTreeSet;

/// How far from its announced day a session is still the one announced, moved.
const MOVED_BY: i64 = 31;

/// A session, from its announcement on.
#[derive(Debug, Clone)]
pub(super) struct Occasion<'a> {
    /// What it is known by.
    pub(super) key: String,
    announced: Option<Announced<'a>>,
    session: Option<(SessionId, &'a Session)>,
    /// Whether it is on another day than was announced.
    is_moved: bool,
    /// The day of the session before it.
    before: Option<Date>,
}

#[derive(Debug, Clone, Copy)]
struct Announced<'a> {
    by: SessionId,
    /// What it was first announced for.
    first_said: Period,
    /// What it was announced for last.
    when: Period,
    next: &'a Next,
}

/// The occasions of a council, those that came to nothing left out: announced, and overtaken by what came after.
pub(super) fn occasions(files: &CouncilRecord) -> Vec<Occasion<'_>> {
    let sessions: Vec<(SessionId, &Session)> = files.readable_sessions().collect();
    let mut open = announced(files, &sessions);
    let mut found: Vec<Occasion<'_>> = Vec::new();
    // First those on the day announced, so that none of them is taken for another that was moved.
    let taken: Vec<Option<Announced<'_>>> =
        sessions.iter().map(|(id, _)| take(&mut open, |one| one.by < *id && one.when.contains(id.date))).collect();
    let mut before = None;
    for ((id, session), taken) in sessions.into_iter().zip(taken) {
        let is_near = |one: &Announced<'_>| one.by < id && distance(one.when, id.date) <= MOVED_BY;
        let moved = if taken.is_some() { None } else { take(&mut open, is_near) };
        found.push(Occasion {
            key: taken.or(moved).map_or_else(|| id.to_string(), |one| name(one.first_said, id)),
            announced: taken.or(moved),
            session: Some((id, session)),
            is_moved: moved.is_some(),
            before,
        });
        before = Some(id.date);
    }
    found.extend(open.into_iter().filter(|one| is_awaited(files, one)).map(|one| Occasion {
        key: one.first_said.to_string(),
        announced: Some(one),
        session: None,
        is_moved: false,
        before: Some(one.by.date),
    }));
    let mut keys = BTreeSet::new();
    for occasion in &mut found {
        let wanted = occasion.key.clone();
        let mut more = 2;
        while !keys.insert(occasion.key.clone()) {
            occasion.key = format!("{wanted}.{more}");
            more += 1;
        }
    }
    found
}

/// What sessions announced of this body, what was announced again before its time taken for one.
fn announced<'a>(files: &'a CouncilRecord, sessions: &[(SessionId, &'a Session)]) -> Vec<Announced<'a>> {
    let is_own = |next: &Next| next.council.as_deref().is_none_or(|council| council == files.id.as_str());
    let mut all: Vec<Announced<'a>> = Vec::new();
    for (by, session) in sessions.iter().filter(|(_, session)| session.status != SessionStatus::Planned) {
        for next in session.next.iter().filter(|next| is_own(next)) {
            let Some(when) = next.date.filter(|when| when.last() > by.date) else { continue };
            let is_same = |one: &&mut Announced<'_>| {
                one.by < *by && one.when.last() > by.date && (overlap(one.when, when) || overlap(one.first_said, when))
            };
            match all.iter_mut().find(is_same) {
                Some(one) => *one = Announced { by: *by, when, next, ..*one },
                None => all.push(Announced { by: *by, first_said: when, when, next }),
            }
        }
    }
    all
}

/// Says whether what was announced is still to be expected: nobody has announced another day since, and no session came
/// after it.
fn is_awaited(files: &CouncilRecord, one: &Announced<'_>) -> bool {
    let is_own = |next: &Next| next.council.as_deref().is_none_or(|council| council == files.id.as_str());
    files.readable_sessions().filter(|(id, _)| *id > one.by).all(|(id, session)| {
        let is_told_anew = id.date < one.when.first()
            && session.status != SessionStatus::Planned
            && session.next.iter().any(|next| is_own(next) && next.date.is_some());
        let is_over = session.is_held() && id.date > one.when.last();
        !is_told_anew && !is_over
    })
}

/// Takes the first of these out.
fn take<'a>(open: &mut Vec<Announced<'a>>, which: impl Fn(&Announced<'a>) -> bool) -> Option<Announced<'a>> {
    let place = open.iter().position(which)?;
    Some(open.remove(place))
}

fn overlap(one: Period, other: Period) -> bool {
    one.first() <= other.last() && other.first() <= one.last()
}

/// How many days a day lies outside a period.
fn distance(period: Period, day: Date) -> i64 {
    period.first().days_since(day).max(day.days_since(period.last())).max(0)
}

/// The key of a session that was announced for a period. A second one of its day keeps its own name.
fn name(period: Period, id: SessionId) -> String {
    if period == Period::Day(id.date) { id.to_string() } else { period.to_string() }
}

impl<'a> Occasion<'a> {
    /// The session, once it has a file.
    pub(super) fn session(&self) -> Option<(SessionId, &'a Session)> {
        self.session
    }

    /// What was announced, where that is still all there is to know.
    pub(super) fn announced_for(&self) -> Option<Period> {
        self.announced.filter(|_| self.session.is_none()).map(|announced| announced.when)
    }

    /// What of it is not certain.
    pub(super) fn to_confirm(&self) -> impl Iterator<Item = ToConfirm> {
        let is_open = |what: &ToConfirm| match (what, self.session) {
            (_, None) => true,
            (ToConfirm::Date, Some(_)) => false,
            (ToConfirm::Time, Some((_, session))) => session.time.is_none(),
            (ToConfirm::Place, Some((_, session))) => session.place.is_none(),
        };
        let is_planned = self.session.is_none_or(|(_, session)| session.status == SessionStatus::Planned);
        let announced = self.announced.filter(|_| is_planned && !self.is_moved);
        announced
            .into_iter()
            .flat_map(|announced| announced.next.to_confirm.iter())
            .copied()
            .filter(is_open)
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// When it is: of a session what its file says, else what was announced.
    pub(super) fn when(&self) -> When {
        let next = self.next();
        match self.session {
            Some((id, session)) => match session.time.or_else(|| next.and_then(|next| next.time)) {
                Some(from) => When::At { day: id.date, from, until: session.ends },
                None => When::Days { first: id.date, last: id.date },
            },
            None => match (self.announced.map(|one| one.when), next.and_then(|next| next.time)) {
                (Some(Period::Day(day)), Some(from)) => When::At { day, from, until: None },
                (Some(when), _) => When::Days { first: when.first(), last: when.last() },
                // Without a session there is an announcement.
                (None, _) => When::Days { first: self.stamp(), last: self.stamp() },
            },
        }
    }

    /// Where it is.
    pub(super) fn place(&self) -> Option<&'a Text> {
        let own = self.session.and_then(|(_, session)| session.place.as_ref());
        own.or_else(|| self.next().and_then(|next| next.place.as_ref()))
    }

    /// What its announcement says that holds for the session too: nothing once it was held on its own terms.
    fn next(&self) -> Option<&'a Next> {
        let is_open = self.session.is_none_or(|(_, session)| !session.is_held()) && !self.is_moved;
        self.announced.filter(|_| is_open).map(|announced| announced.next)
    }

    /// How certain it is.
    pub(super) fn status(&self) -> Status {
        match self.session.map(|(_, session)| session.status) {
            Some(SessionStatus::Held | SessionStatus::Planned) => Status::Confirmed,
            Some(SessionStatus::Cancelled) => Status::Cancelled,
            None => {
                let is_open = self.to_confirm().any(|what| matches!(what, ToConfirm::Date | ToConfirm::Time));
                if is_open || !self.is_on_a_day() { Status::Tentative } else { Status::Confirmed }
            }
        }
    }

    /// Says whether it has a day, which people keep free; a month they do not, nor what was cancelled.
    pub(super) fn is_on_a_day(&self) -> bool {
        match (self.session, self.announced) {
            (Some((_, session)), _) => session.status != SessionStatus::Cancelled,
            (None, announced) => announced.is_some_and(|one| matches!(one.when, Period::Day(_))),
        }
    }

    /// The day from which this is known: of what is to come, that of the session before.
    pub(super) fn stamp(&self) -> Date {
        let known = self.announced.map(|announced| announced.by.date).or(self.before);
        match self.session {
            Some((id, session)) if session.status != SessionStatus::Planned => id.date,
            Some((id, _)) => known.unwrap_or(id.date),
            None => known.unwrap_or(Date::clamped(chrono::NaiveDate::MIN)),
        }
    }

    /// Announced, planned, moved, over: each counts more than the one before.
    pub(super) fn sequence(&self) -> u32 {
        match self.session.map(|(_, session)| session.status) {
            None => 0,
            Some(SessionStatus::Planned) => 1 + u32::from(self.is_moved),
            Some(SessionStatus::Held | SessionStatus::Cancelled) => 3,
        }
    }
}
