//! Minutes: the *relevé de discussions* of a session, with the state of actions as of its date.

use super::facts::{
    ActionFacts, ApprovalFacts, ErratumFacts, FindingFacts, MinutesFacts, NextFacts, QuorumFact, ReviewFacts,
    SessionFacts, WorksFacts,
};
use super::markdown::line;
use super::people::People;
use super::template::{DocumentError, Template};
use crate::locale::{self, Gender, by_period, date, date_with_weekday, elide, ordinal, period, time, words};
use crate::model::{
    Action, Date, Language, Mark, Next, Period, Priority, Quorum, Session, SessionId, Status, ToConfirm,
};
use crate::record::{CouncilRecord, Record};

/// Writes the minutes of a session in Markdown. The same record gives the same bytes on every machine and every day.
///
/// # Errors
/// When a file they are made of could not be read, or the template is wrong.
pub fn minutes(
    record: &Record,
    files: &CouncilRecord,
    id: SessionId,
    template: &Template,
) -> Result<String, DocumentError> {
    written(record, files, id, template, files.approved_by(id))
}

/// Writes the minutes of a session as they are once a later session has approved them.
///
/// # Errors
/// When a file they are made of could not be read, or the template is wrong.
pub fn approved_minutes(
    record: &Record,
    files: &CouncilRecord,
    id: SessionId,
    template: &Template,
    by: SessionId,
) -> Result<String, DocumentError> {
    written(record, files, id, template, Some(by))
}

fn written(
    record: &Record,
    files: &CouncilRecord,
    id: SessionId,
    template: &Template,
    approved_by: Option<SessionId>,
) -> Result<String, DocumentError> {
    let facts = facts(record, files, id, approved_by, template.language).ok_or(DocumentError::Unreadable)?;
    Ok(template.minutes(&facts)?)
}

fn facts(
    record: &Record,
    files: &CouncilRecord,
    id: SessionId,
    approved_by: Option<SessionId>,
    language: Language,
) -> Option<MinutesFacts> {
    let session = files.session(id)?.value()?;
    let people = People::of(record, files, id.date, language)?;
    let council = people.council;
    let partners = if session.partners.is_empty() { &council.partners } else { &session.partners };
    Some(MinutesFacts {
        language: language.code().to_owned(),
        landlord: people.landlord(),
        council: people.council(),
        session: people.session(id, session),
        draft: council.approves_minutes() && approved_by.is_none(),
        approved_on: approved_by.map(|by| date(by.date, language)),
        findings: session
            .findings()
            .map(|(mark, _, text)| FindingFacts { mark: mark.sign().to_owned(), text: line(text) })
            .collect(),
        partners: partners.iter().map(|id| people.partner(id)).collect(),
        attendance: people.attendance(session),
        approvals: people.approvals(session),
        reviews: people.reviews(session),
        topics: session.topics.iter().map(|topic| people.topic(topic)).collect(),
        follow_up: people.follow_up(id),
        new_actions: people.new_actions(id),
        planning: people.planning(),
        next: session.next.iter().map(|next| people.next(next)).collect(),
        errata: people.errata(id, session),
    })
}

impl People<'_> {
    fn session(&self, id: SessionId, session: &Session) -> SessionFacts {
        let language = self.language;
        let number = self.files.numbers().get(&id).copied();
        let purpose = session.purpose.as_deref().map(line);
        SessionFacts {
            id: id.to_string(),
            date: self.session_date(id),
            number: number.map(|number| ordinal(number, Gender::Feminine, language)),
            of_purpose: purpose.as_deref().map(|purpose| match language {
                Language::French => elide("de", purpose),
                Language::English => purpose.to_owned(),
            }),
            purpose,
            time: session.time.map(|at| time(at, language)),
            ends: session.ends.map(|at| time(at, language)),
            place: session.place.as_deref().map(line),
            chair: session.chair.as_deref().map(|id| self.member(id)),
            secretary: session.secretary.as_deref().map(|id| self.member(id)),
            quorum: session.quorum.map(|quorum| match quorum {
                Quorum::Reached => QuorumFact::Reached,
                Quorum::NotReached => QuorumFact::NotReached,
            }),
        }
    }

    /// The day of a session; of two that day, which of them.
    pub(super) fn session_date(&self, id: SessionId) -> String {
        let day = date_with_weekday(id.date, self.language);
        if id.rank < 2 {
            return day;
        }
        let rank = ordinal(id.rank, Gender::Feminine, self.language);
        match self.language {
            Language::French => format!("{day} ({rank} séance du jour)"),
            Language::English => format!("{day} ({rank} session of the day)"),
        }
    }

    fn approvals(&self, session: &Session) -> Vec<ApprovalFacts> {
        let entries = session.approves.iter();
        entries
            .map(|(id, approval)| ApprovalFacts {
                date: id.parse::<SessionId>().map_or_else(|_| id.clone(), |id| self.session_date(id)),
                corrections: approval.corrections.as_deref().map(|text| line(text).trim_end_matches('.').to_owned()),
            })
            .collect()
    }

    fn reviews(&self, session: &Session) -> Vec<ReviewFacts> {
        let found = |name: &str| {
            let (session, finding) = name.split_once('/')?;
            let session = self.files.session(session.parse().ok()?)?.value()?;
            session.findings().find(|(_, id, _)| id.as_str() == finding).map(|(mark, _, text)| (mark, line(text)))
        };
        let entries = session.reviews.iter();
        entries
            .filter_map(|(name, review)| {
                let (mark, text): (Mark, String) = found(name)?;
                let review = words::review(*review, self.language).to_owned();
                Some(ReviewFacts { mark: mark.sign().to_owned(), text, review })
            })
            .collect()
    }

    /// The earlier actions that are open on the day, and those that ended since the session before.
    fn follow_up(&self, id: SessionId) -> Vec<ActionFacts> {
        let before = self.files.held().map(|(held, _)| held).take_while(|held| *held < id).last();
        let since = before.map_or(id.date, |before| before.date);
        let is_earlier = |action: &Action| action.decided.parse::<SessionId>().is_ok_and(|decided| decided < id);
        let is_news = |action: &Action| {
            let state = action.state_on(self.day);
            !state.status.is_ended() || state.last.is_some_and(|update| update.date > since)
        };
        let actions = self.files.actions().map(|(_, action)| action);
        self.in_order(actions.filter(|action| is_earlier(action) && is_news(action)))
    }

    fn new_actions(&self, id: SessionId) -> Vec<ActionFacts> {
        let id = id.to_string();
        let actions = self.files.actions().map(|(_, action)| action);
        self.in_order(actions.filter(|action| action.decided.as_str() == id))
    }

    /// Late ones first, then by priority, else as in the plan.
    pub(super) fn in_order<'a>(&self, actions: impl Iterator<Item = &'a Action>) -> Vec<ActionFacts> {
        let mut actions: Vec<&Action> = actions.collect();
        actions.sort_by_cached_key(|action| {
            let state = action.state_on(self.day);
            (state.status.is_ended(), state.days_late_on(self.day).is_none(), action.priority.unwrap_or_default())
        });
        actions.into_iter().map(|action| self.action(action)).collect()
    }

    fn action(&self, action: &Action) -> ActionFacts {
        let state = action.state_on(self.day);
        ActionFacts {
            title: line(&action.title),
            owners: self.owners(state.owner),
            due: self.due(action),
            status: words::status(state.status, self.language).to_owned(),
            note: state.last.and_then(|update| update.note.as_deref()).map(line),
            days_late: state.days_late_on(self.day),
            high_priority: action.priority == Some(Priority::High) && !state.status.is_ended(),
            proposed: state.status == Status::Proposed,
        }
    }

    /// When an action is due: the period; else the words that stand for one.
    pub(super) fn due(&self, action: &Action) -> Option<String> {
        let state = action.state_on(self.day);
        let words = action.due_note.as_deref().map(line);
        state.due.map(|due| by_period(due, self.language)).or(words)
    }

    pub(super) fn planning(&self) -> Vec<WorksFacts> {
        let mut works: Vec<(Date, WorksFacts)> = Vec::new();
        for (_, action) in self.files.actions() {
            let Some(span) = &action.works else { continue };
            let over = span.to.or(span.from).is_some_and(|end| end.last() < self.day);
            let decided = action.decided.parse::<SessionId>().is_ok_and(|decided| decided.date <= self.day);
            if over || !decided || action.state_on(self.day).status.is_ended() {
                continue;
            }
            let Some(first) = span.from.or(span.to) else { continue };
            let told = locale::span(span.from, span.to, self.language).unwrap_or_default();
            works.push((first.first(), WorksFacts { title: line(&action.title), span: told }));
        }
        works.sort_by_key(|(first, _)| *first);
        works.into_iter().map(|(_, works)| works).collect()
    }

    pub(super) fn next(&self, next: &Next) -> NextFacts {
        let language = self.language;
        let day = |span: Period| match span {
            Period::Day(day) => date_with_weekday(day, language),
            Period::Year(_) | Period::Half(..) | Period::Quarter(..) | Period::Month(..) | Period::Week(..) => {
                period(span, language)
            }
        };
        // What has no date yet is not said twice to be without one.
        let undated = next.date.is_none() && next.to_confirm.contains(&ToConfirm::Date);
        let unsure = undated.then(|| words::to_confirm(ToConfirm::Date, language).to_owned());
        let others = next.to_confirm.iter().filter(|what| !(undated && **what == ToConfirm::Date));
        NextFacts {
            date: next.date.map(day).or(unsure),
            time: next.time.map(|at| time(at, language)),
            place: next.place.as_deref().map(line),
            council: next.council.as_deref().map(|id| self.other_council(id)),
            to_confirm: others.map(|what| words::to_confirm(*what, language).to_owned()).collect(),
        }
    }

    fn errata(&self, id: SessionId, session: &Session) -> Vec<ErratumFacts> {
        let errata = session.errata.iter();
        errata
            .map(|erratum| {
                let told = date(erratum.date, self.language);
                let earlier = erratum.date < id.date;
                ErratumFacts {
                    of: earlier.then(|| told.clone()),
                    on: (!earlier).then_some(told),
                    text: line(&erratum.text),
                }
            })
            .collect()
    }
}
