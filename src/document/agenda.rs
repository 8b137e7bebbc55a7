//! The agenda: the convocation to a session to come, with its *ordre du jour*, as of a day.

use super::facts::{AgendaFacts, FindingFacts, MeetingFacts, PointFacts, PutOffFacts};
use super::markdown::line;
use super::people::People;
use super::template::{DocumentError, Template};
use super::waiting;
use crate::locale::{date, elide, time};
use crate::model::{Action, Date, Language, Period, Session, SessionId, SessionKind, Text, Topic};
use crate::record::{CouncilRecord, Record};
use std::collections::HashSet;

/// Writes the agenda of a session in Markdown, with the state of actions as of a day. The same record and day give the
/// same bytes on every machine.
///
/// # Errors
/// When a file it is made of could not be read, or the template is wrong.
pub fn agenda(
    record: &Record,
    files: &CouncilRecord,
    id: SessionId,
    day: Date,
    template: &Template,
) -> Result<String, DocumentError> {
    let facts = facts(record, files, id, day, template.language).ok_or(DocumentError::Unreadable)?;
    Ok(template.render(&facts)?)
}

fn facts(record: &Record, files: &CouncilRecord, id: SessionId, day: Date, language: Language) -> Option<AgendaFacts> {
    let session = files.session(id)?.value()?;
    let people = People::of(record, files, day, language)?;
    let session_date = |id: &SessionId| people.session_date(*id);
    Some(AgendaFacts {
        language: language.code().to_owned(),
        landlord: people.landlord(),
        council: people.council(),
        session: people.meeting(id, session),
        written_on: date(day, language),
        contact: people.contact(),
        approvals: waiting::unapproved(files, id).iter().filter(|held| held.date <= day).map(session_date).collect(),
        topics: session.topics.iter().map(|topic| people.point(topic)).collect(),
        put_off: people.put_off(id, session),
        actions: people.in_order(due(files, id, session, day)),
        findings: findings(files, id, session),
    })
}

/// The actions that a session is to look at, but for those that its own points are about.
fn due<'a>(files: &'a CouncilRecord, id: SessionId, session: &Session, day: Date) -> impl Iterator<Item = &'a Action> {
    let treated: HashSet<&str> = session.actions().map(Text::as_str).collect();
    let actions = files.actions().filter(|(action, _)| !treated.contains(action.as_str())).map(|(_, action)| action);
    let actions: Vec<&Action> = actions.filter(|action| is_due(action, id, day)).collect();
    actions.into_iter()
}

/// Says whether a session is to look at an action that an earlier one took, as it stands on a day: it is open, and its
/// review has begun by the session; or it has none, and is due by then.
fn is_due(action: &Action, id: SessionId, day: Date) -> bool {
    let state = action.state_on(day);
    let is_earlier = action.decided.parse::<SessionId>().is_ok_and(|decided| decided < id);
    let from = action.review.map(Period::first).or(state.due.map(Period::last));
    is_earlier && !state.status.is_ended() && from.is_some_and(|from| from <= id.date)
}

/// What a diagnosis or an evaluation is to look at again.
fn findings(files: &CouncilRecord, id: SessionId, session: &Session) -> Vec<FindingFacts> {
    match session.kind {
        Some(SessionKind::Diagnosis | SessionKind::Evaluation) => waiting::unsolved(files, id)
            .into_iter()
            .map(|(_, mark, text)| FindingFacts { mark: mark.sign().to_owned(), text: line(text) })
            .collect(),
        Some(SessionKind::FollowUp | SessionKind::Works | SessionKind::Other) | None => Vec::new(),
    }
}

impl People<'_> {
    /// A session, before it is held.
    pub(super) fn meeting(&self, id: SessionId, session: &Session) -> MeetingFacts {
        let purpose = session.purpose.as_deref().map(line);
        MeetingFacts {
            id: id.to_string(),
            date: self.session_date(id),
            of_purpose: purpose.as_deref().map(|purpose| match self.language {
                Language::French => elide("de", purpose),
                Language::English => purpose.to_owned(),
            }),
            purpose,
            time: session.time.map(|at| time(at, self.language)),
            ends: session.ends.map(|at| time(at, self.language)),
            place: session.place.as_deref().map(line),
        }
    }

    fn point(&self, topic: &Topic) -> PointFacts {
        PointFacts {
            title: line(&topic.title),
            axis: topic.axis.as_deref().map(|id| self.axis(id)),
            asked_by: topic.asked_by.as_deref().map(|id| self.asker(id)),
        }
    }

    /// The points that were put off to this session, but for those that its file holds already.
    fn put_off(&self, id: SessionId, session: &Session) -> Vec<PutOffFacts> {
        let title = |topic: &Topic| line(&topic.title).to_lowercase();
        let known: HashSet<String> = session.topics.iter().map(title).collect();
        let points = waiting::put_off(self.files, id).into_iter();
        points
            .filter(|(_, topic)| !known.contains(&title(topic)))
            .map(|(by, topic)| PutOffFacts { title: line(&topic.title), of: self.session_date(by) })
            .collect()
    }
}
