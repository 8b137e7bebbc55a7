//! What waits for a session of a council: minutes to approve, points put off to it, findings to look at again. Used by
//! the agenda, and by the scaffold of a new session.

use crate::model::{Council, Date, Id, Mark, OutcomeKind, Period, Review, SessionId, Text, Topic};
use crate::record::CouncilRecord;
use std::collections::HashMap;

/// The sessions held before this one whose minutes no session before this one has approved.
pub fn unapproved(files: &CouncilRecord, id: SessionId) -> Vec<SessionId> {
    if !files.council.value().is_none_or(Council::approves_minutes) {
        return Vec::new();
    }
    let earlier = files.held().map(|(held, _)| held).filter(|held| *held < id);
    earlier.filter(|held| files.approved_by(*held).is_none_or(|by| by >= id)).collect()
}

/// The points that earlier sessions put off to this one, with the session that did. What was put off to a day or a
/// period comes back at the first session held from then on.
pub fn put_off(files: &CouncilRecord, id: SessionId) -> Vec<(SessionId, &Topic)> {
    let held: Vec<SessionId> = files.held().map(|(held, _)| held).filter(|held| *held < id).collect();
    let is_for_this_one = |by: SessionId, from: Date| {
        let reaches = |session: SessionId| session > by && from <= session.date;
        reaches(id) && !held.iter().any(|session| reaches(*session))
    };
    let sessions = files.held().filter(|(by, _)| *by < id);
    let topics = sessions.flat_map(|(by, session)| session.topics.iter().map(move |topic| (by, topic)));
    topics
        .filter(|(by, topic)| {
            topic.outcomes.iter().any(|outcome| match &outcome.kind {
                OutcomeKind::Postponed(until) => {
                    until_when(files, *by, until).is_some_and(|from| is_for_this_one(*by, from))
                }
                OutcomeKind::Information(_) | OutcomeKind::Decision(_) | OutcomeKind::Action(_) => false,
            })
        })
        .collect()
}

/// The session at which a point that another put off came back, or was to: the first held from then on.
pub fn back_at(files: &CouncilRecord, by: SessionId, until: &str) -> Option<SessionId> {
    let from = until_when(files, by, until)?;
    files.held().map(|(held, _)| held).find(|held| *held > by && from <= held.date)
}

/// From which day on a point that a session put off is due; `None` where it was put off to another body.
fn until_when(files: &CouncilRecord, by: SessionId, until: &str) -> Option<Date> {
    let own = files.id.as_str();
    let when = match until.split_once('/') {
        Some((council, when)) if council == own => when,
        Some(_) => return None,
        None if until == own => "next",
        None => until,
    };
    if when == "next" {
        return Some(by.date);
    }
    let day = when.parse::<SessionId>().map(|session| session.date);
    day.or_else(|_| when.parse::<Period>().map(Period::first)).ok()
}

/// The findings of earlier sessions that are to be got over, and were not found to be so: each with its name,
/// `session/finding`.
pub fn unsolved(files: &CouncilRecord, id: SessionId) -> Vec<(String, Mark, &Text)> {
    let reviews: HashMap<&str, Review> = files
        .readable_sessions()
        .filter(|(earlier, _)| *earlier < id)
        .flat_map(|(_, session)| session.reviews.iter().map(|(finding, review)| (finding.as_str(), *review)))
        .collect();
    let found = files.findings().filter(|(session, mark, _, _)| *session < id && *mark != Mark::Strength);
    let named = |session: SessionId, finding: &Id| format!("{session}/{finding}");
    found
        .map(|(session, mark, finding, text)| (named(session, finding), mark, text))
        .filter(|(finding, _, _)| reviews.get(finding.as_str()) != Some(&Review::Solved))
        .collect()
}
