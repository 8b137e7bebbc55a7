//! `postponed-forgotten`: a point was put off to a session, that was held, and nothing came of it there or later.
#![doc = include_str!("../../templates/en/rules/postponed-forgotten.md")]

use super::folded::folded;
use super::{CouncilScope, Findings, Rule};
use crate::document::back_at;
use crate::locale::oversight::Oversight;
use crate::model::{Action, OutcomeKind, Session, SessionId, SessionStatus, Topic};
use crate::route;

pub(super) const RULE: Rule = Rule::warning("postponed-forgotten").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (by, file, session) in scope.sessions().filter(|(_, _, session)| session.is_held()) {
        for (index, topic) in session.topics.iter().enumerate() {
            for (place, until) in put_off(topic) {
                let Some(back) = back_at(scope.files, by, until).filter(|back| back.date <= scope.today) else { continue };
                if came_back(scope, by, topic) {
                    continue;
                }
                let problem = Oversight::PostponedForgotten { title: topic.title.to_string(), session: back };
                let spot = route!["topics", index, "outcomes", place, "postponed"].value();
                findings
                    .report(&file.path, spot, problem)
                    .beside(&scope.files.paths.session(back), route!["status"].value());
            }
        }
    }
}

/// To when a topic was put off, with the place of each outcome that says so.
fn put_off(topic: &Topic) -> impl Iterator<Item = (usize, &str)> {
    topic.outcomes.iter().enumerate().filter_map(|(place, outcome)| match &outcome.kind {
        OutcomeKind::Postponed(until) => Some((place, until.as_str())),
        OutcomeKind::Information(_) | OutcomeKind::Decision(_) | OutcomeKind::Action(_) => None,
    })
}

/// Says whether a later session took a topic up, by its title or as an action; where one cannot be read, it may have.
fn came_back(scope: &CouncilScope<'_>, by: SessionId, topic: &Topic) -> bool {
    let title = folded(&topic.title);
    let is_it = |other: &str| {
        let other = folded(other);
        other.contains(&title) || title.contains(&other)
    };
    let is_same_action = |id: &str| {
        let own = topic.outcomes.iter().any(|outcome| matches!(&outcome.kind, OutcomeKind::Action(own) if **own == *id));
        own || scope.files.plan().and_then(|plan| plan.actions.get(id)).is_some_and(|action| is_it(&action.title))
    };
    let takes_up = |session: &Session| {
        session.status != SessionStatus::Cancelled
            && (session.topics.iter().any(|topic| is_it(&topic.title)) || session.actions().any(|id| is_same_action(id)))
    };
    let decided_later = |action: &Action| action.decided.parse::<SessionId>().is_ok_and(|session| session > by);
    let is_lost = |path: &str| path.starts_with(&format!("{}/", scope.files.paths.sessions));
    let mut later = scope.files.sessions.iter().filter(|(id, _)| *id > by);
    scope.files.listing.strays.iter().any(|stray| is_lost(&stray.path))
        || scope.files.plan.as_ref().is_some_and(|plan| plan.has_lost_key(|| route!["actions"]))
        || scope.files.actions().any(|(_, action)| decided_later(action) && is_it(&action.title))
        || later.any(|(_, file)| file.has_lost_key(|| route!["topics"]) || file.value().is_none_or(takes_up))
}
