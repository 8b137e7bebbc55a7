//! The notice for the hall: what was asked and done, what was refused and why, who does what, what comes next. It stands
//! on one A4 page, so that few entries of each are told, in short, and the others only counted.

use super::facts::{DoneFacts, NextFacts, NoticeFacts, RefusedFacts, TaskFacts, WorksFacts};
use super::markdown::short;
use super::people::People;
use super::template::{DocumentError, Template};
use crate::locale::{date, date_with_weekday, list_of, period, time, words};
use crate::model::{
    Action, Date, Id, Language, Mark, Next, Outcome, OutcomeKind, Period, Priority, Role, Session, SessionId,
    SessionStatus, Status, ToConfirm, Topic, Update, VoteResult, Votes,
};
use crate::record::{CouncilRecord, Record};
use std::cmp::Reverse;

/// How many of the last sessions held are gone back to, for what has ended since.
const SESSIONS_BACK: usize = 3;

/// How many entries a section has, so that all of them fit on a page together.
const MOST_DONE: usize = 3;
const MOST_REFUSED: usize = 2;
const MOST_TASKS: usize = 5;
const MOST_WORKS: usize = 3;

/// How many characters an entry has: a line of the page has some ninety, and an entry takes two of them at most. Titles
/// come first; what goes with one gets what is left.
const ENTRY: usize = 160;
const TITLE: usize = 75;
const DUE: usize = 40;
const PLACE: usize = 60;

/// How many characters works have, on one line.
const WORKS: usize = 86;

/// Writes the notice of a council as of a day in Markdown. The same record gives the same bytes on every machine.
///
/// # Errors
/// When a file it is made of could not be read, or the template is wrong.
pub fn notice(record: &Record, files: &CouncilRecord, day: Date, template: &Template) -> Result<String, DocumentError> {
    let people = People::of(record, files, day, template.language).ok_or(DocumentError::Unreadable)?;
    Ok(template.render(&people.notice())?)
}

/// The first so many, and how many more there are.
fn bounded<T>(mut all: Vec<T>, most: usize) -> (Vec<T>, i64) {
    let more = all.len().saturating_sub(most);
    all.truncate(most);
    (all, i64::try_from(more).unwrap_or(i64::MAX))
}

/// How many characters of an entry these texts leave.
fn left_by(texts: &[&str]) -> usize {
    ENTRY.saturating_sub(texts.iter().map(|text| text.chars().count()).sum())
}

impl People<'_> {
    fn notice(&self) -> NoticeFacts {
        let held: Vec<SessionId> = self.held_so_far().map(|(id, _)| id).collect();
        let since = held.get(held.len().saturating_sub(SESSIONS_BACK)).copied();
        let after = since.map(|since| since.date);
        let (done, more_done) = bounded(self.done_since(after), MOST_DONE);
        let (refused, more_refused) = bounded(self.refused_since(after), MOST_REFUSED);
        let (tasks, more_tasks) = bounded(self.tasks(), MOST_TASKS);
        let (planning, more_works) = bounded(if self.is_closed() { Vec::new() } else { self.works() }, MOST_WORKS);
        NoticeFacts {
            language: self.language.code().to_owned(),
            landlord: self.landlord(),
            council: self.council(),
            date: date(self.day, self.language),
            is_closed: self.is_closed(),
            since: since.map(|since| date(since.date, self.language)),
            done,
            more_done,
            refused,
            more_refused,
            tasks,
            more_tasks,
            planning,
            more_works,
            next: self.next_session().filter(|_| !self.is_closed()),
            contact: self.contact(),
        }
    }

    fn held_so_far(&self) -> impl Iterator<Item = (SessionId, &Session)> {
        self.files.held().filter(|(id, _)| id.date <= self.day)
    }

    /// The actions that ended in this way after a day, the latest first, each with the update that ended it.
    fn ended_since(&self, after: Option<Date>, how: fn(Status) -> bool) -> Vec<(&Id, &Action, &Update)> {
        let actions = self.files.actions().filter(|(_, action)| action.is_decided_by(self.day));
        let mut ended: Vec<(&Id, &Action, &Update)> = actions
            .filter(|(_, action)| how(action.state_on(self.day).status))
            .filter_map(|(id, action)| {
                let updates = action.updates.iter().filter(|update| update.date <= self.day);
                Some((id, action, updates.rev().find(|update| update.status.is_some_and(how))?))
            })
            .filter(|(_, _, update)| after.is_none_or(|after| update.date > after))
            .collect();
        ended.sort_by_key(|(_, _, update)| Reverse(update.date));
        ended
    }

    fn done_since(&self, after: Option<Date>) -> Vec<DoneFacts> {
        let ended = self.ended_since(after, |status| status == Status::Done);
        ended
            .into_iter()
            .map(|(id, action, update)| {
                let title = short(&action.title, TITLE);
                let when = period(update.happened.unwrap_or(Period::Day(update.date)), self.language);
                let said = self.said(id, action).map(|said| short(&said, left_by(&[&title, &when])));
                DoneFacts { said, title, when }
            })
            .collect()
    }

    /// What residents had said, that an action answers: the point of theirs that took it, else the latest findings before
    /// it that its axis takes up, two of them at most.
    fn said(&self, id: &Id, action: &Action) -> Option<String> {
        let topics = self.held_so_far().flat_map(|(_, session)| session.topics.iter());
        let is_taken =
            |outcome: &Outcome| matches!(&outcome.kind, OutcomeKind::Action(taken) if **taken == *id.as_str());
        let asked = |topic: &&Topic| topic.outcomes.iter().any(is_taken) && self.is_asked_by_residents(topic);
        if let Some(topic) = topics.into_iter().find(asked) {
            return Some(topic.title.to_string());
        }
        let axis = self.files.plan()?.axes.get(action.axis.as_ref()?.as_str())?;
        let decided: SessionId = action.decided.parse().ok()?;
        let answered = axis.answers.iter().filter_map(|answer| {
            let (session, finding) = answer.split_once('/')?;
            let session: SessionId = session.parse().ok().filter(|session| *session <= decided)?;
            let mut findings = self.files.session(session)?.value()?.findings();
            let (mark, _, text) = findings.find(|(_, id, _)| id.as_str() == finding)?;
            (mark != Mark::Strength).then_some((session, text))
        });
        let answered: Vec<(SessionId, &str)> = answered.map(|(session, text)| (session, text.as_str())).collect();
        let (latest, _) = answered.iter().max_by_key(|(session, _)| *session)?;
        let texts = answered.iter().filter(|(session, _)| session == latest).map(|(_, text)| *text);
        let separator = match self.language {
            Language::French => "\u{a0}; ",
            Language::English => "; ",
        };
        Some(texts.take(2).collect::<Vec<_>>().join(separator))
    }

    fn is_asked_by_residents(&self, topic: &Topic) -> bool {
        topic.asked_by.as_deref().is_some_and(|asker| {
            let member = self.council.members.get(asker);
            asker == "residents"
                || member.is_some_and(|member| matches!(member.role, Role::Resident | Role::Association))
        })
    }

    /// The actions refused or given up and the decisions rejected after a day, the latest first.
    fn refused_since(&self, after: Option<Date>) -> Vec<RefusedFacts> {
        let ended = self.ended_since(after, Status::wants_reason).into_iter();
        let mut refused: Vec<(Date, RefusedFacts)> = ended
            .filter_map(|(_, action, update)| {
                let title = short(&action.title, TITLE);
                let outcome = words::status(update.status?, self.language).to_owned();
                let reason = update.note.as_deref().map(|note| short(note, left_by(&[&title, &outcome])));
                let facts = RefusedFacts { title, outcome, reason };
                Some((update.date, facts))
            })
            .collect();
        for (id, session) in self.held_so_far().filter(|(id, _)| after.is_none_or(|after| id.date > after)) {
            let outcomes = session.topics.iter().flat_map(|topic| topic.outcomes.iter());
            refused.extend(outcomes.filter_map(|outcome| Some((id.date, self.rejected(outcome)?))));
        }
        refused.sort_by_key(|(day, _)| Reverse(*day));
        refused.into_iter().map(|(_, facts)| facts).collect()
    }

    fn rejected(&self, outcome: &Outcome) -> Option<RefusedFacts> {
        let OutcomeKind::Decision(text) = &outcome.kind else { return None };
        let result = outcome.result.filter(|result| *result == VoteResult::Rejected)?;
        let reason = outcome.votes.map(|votes| match (votes, self.language) {
            (Votes::Unanimous, Language::French) => "vote unanime".to_owned(),
            (Votes::Unanimous, Language::English) => "unanimous vote".to_owned(),
            (Votes::Counted { pro, against, .. }, Language::French) => format!("{pro} pour, {against} contre"),
            (Votes::Counted { pro, against, .. }, Language::English) => format!("{pro} for, {against} against"),
        });
        let outcome = words::vote_result(result, self.language).to_owned();
        Some(RefusedFacts { title: short(text, TITLE), outcome, reason })
    }

    /// What is to be done: late ones first, then by priority and due date; what waits comes last. What is only proposed
    /// is nobody's yet.
    fn tasks(&self) -> Vec<TaskFacts> {
        if self.is_closed() {
            return Vec::new();
        }
        let actions = self.files.actions().map(|(_, action)| action).filter(|action| action.is_decided_by(self.day));
        let mut open: Vec<&Action> = actions
            .filter(|action| {
                let status = action.state_on(self.day).status;
                !status.is_ended() && status != Status::Proposed
            })
            .collect();
        open.sort_by_key(|action| {
            let state = action.state_on(self.day);
            let due = state.due.map(Period::last);
            let priority = action.priority.unwrap_or(Priority::Normal);
            (Reverse(self.days_late(action)), state.status == Status::OnHold, priority, due.is_none(), due)
        });
        open.into_iter().map(|action| self.task(action)).collect()
    }

    /// Says whether the body has ended: then nobody is expected to do anything.
    pub(super) fn is_closed(&self) -> bool {
        self.council.is_closed_on(self.day)
    }

    /// Days late; of a body that has ended nothing is expected any more.
    pub(super) fn days_late(&self, action: &Action) -> Option<i64> {
        action.state_on(self.day).days_late_on(self.day).filter(|_| !self.is_closed())
    }

    fn task(&self, action: &Action) -> TaskFacts {
        let state = action.state_on(self.day);
        let owners = self.owners(state.owner);
        let title = short(&action.title, TITLE);
        let due = self.due(action).map(|due| short(&due, DUE));
        let late = if self.days_late(action).is_some() { "en retard de 1 000 jours" } else { "en attente" };
        let left = left_by(&[&title, due.as_deref().unwrap_or_default(), late]);
        TaskFacts {
            title,
            who: (!owners.is_empty()).then(|| short(&list_of(&owners, self.language), left)),
            due,
            days_late: self.days_late(action),
            on_hold: state.status == Status::OnHold,
        }
    }

    fn works(&self) -> Vec<WorksFacts> {
        let works = self.planning().into_iter();
        let short = |works: WorksFacts| {
            let left = WORKS.saturating_sub(works.span.chars().count());
            WorksFacts { title: short(&works.title, left), ..works }
        };
        works.map(short).collect()
    }

    /// The next session: the one that is planned, with what of it was only announced; else the one announced last. Looked
    /// back at from later, only what was announced was known.
    pub fn next_session(&self) -> Option<NextFacts> {
        let is_own = |council: &str| council == self.files.id.as_str();
        let mut announced = self.held_so_far().last().into_iter().flat_map(|(_, last)| last.next.iter());
        let announced = announced.find(|next| next.council.as_deref().is_none_or(is_own));
        let coming = self.files.readable_sessions().filter(|(id, session)| {
            id.date > self.day || (id.date == self.day && session.status == SessionStatus::Planned)
        });
        let (cancelled, coming): (Vec<_>, Vec<_>) =
            coming.partition(|(_, session)| session.status == SessionStatus::Cancelled);
        match coming.first() {
            Some((id, session)) if !session.is_held() => Some(self.planned_session(*id, session, announced)),
            Some(_) | None => {
                let next = announced.filter(|next| next.date.is_none_or(|span| span.last() >= self.day))?;
                let is_off = cancelled.iter().any(|(id, _)| next.date.is_some_and(|span| span.contains(id.date)));
                (!is_off).then(|| NextFacts { council: None, ..in_short(self.next(next)) })
            }
        }
    }

    fn planned_session(&self, id: SessionId, session: &Session, announced: Option<&Next>) -> NextFacts {
        let announced = announced.filter(|next| next.date.is_some_and(|span| span.contains(id.date)));
        let is_open = |what: &&ToConfirm| match what {
            ToConfirm::Date => false,
            ToConfirm::Time => session.time.is_none(),
            ToConfirm::Place => session.place.is_none(),
        };
        let to_confirm = announced.into_iter().flat_map(|next| next.to_confirm.iter()).filter(is_open);
        let at = session.time.or(announced.and_then(|next| next.time));
        let place = session.place.as_deref().or(announced.and_then(|next| next.place.as_deref()));
        in_short(NextFacts {
            date: Some(date_with_weekday(id.date, self.language)),
            time: at.map(|at| time(at, self.language)),
            place: place.map(str::to_owned),
            council: None,
            to_confirm: to_confirm.map(|what| words::to_confirm(*what, self.language).to_owned()).collect(),
        })
    }
}

fn in_short(next: NextFacts) -> NextFacts {
    NextFacts { place: next.place.map(|place| short(&place, PLACE)), ..next }
}
