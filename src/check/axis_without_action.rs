//! `axis-without-action`: two sessions were held since an axis was set, and no action belongs to it.
#![doc = include_str!("../../templates/en/rules/axis-without-action.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::oversight::Oversight;
use crate::model::{Axis, OutcomeKind, Review, SessionId, Topic};
use crate::route;

pub(super) const RULE: Rule = Rule::warning("axis-without-action").on_council(look);

/// How many sessions may pass without an action.
const PATIENCE: usize = 2;

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if scope.is_closed() {
        return;
    }
    let Some((file, plan)) = scope.plan() else { return };
    if file.has_lost_key(|| route!["actions"]) {
        return;
    }
    for (id, axis) in &plan.axes {
        let has_action = plan.actions.values().any(|action| action.axis.as_ref().is_some_and(|axis| **axis == *id.as_str()));
        if has_action {
            continue;
        }
        let Some(since) = since(scope, id.as_str(), axis) else { continue };
        let sessions = scope.files.held_after(since, scope.today);
        if sessions >= PATIENCE && !has_acted(scope, id.as_str()) && !is_solved(scope, axis) {
            let problem = Oversight::AxisWithoutAction { title: axis.title.to_string(), sessions };
            findings
                .report(&file.path, route!["axes", id.as_str(), "title"].value(), problem)
                .beside_spot(scope.last_held());
        }
    }
}

/// The session that the axis was set at, as far as the record tells: that of the last finding it takes up, else the first
/// that treated it, else the council's first.
fn since(scope: &CouncilScope<'_>, id: &str, axis: &Axis) -> Option<SessionId> {
    let found = axis.answers.iter().filter_map(|finding| finding.split_once('/')?.0.parse().ok());
    let treated = || topics(scope).find(|(_, topic)| belongs(topic, id)).map(|(session, _)| session);
    let first = || scope.files.held().next().map(|(session, _)| session);
    found.max().or_else(treated).or_else(first)
}

fn topics<'a>(scope: &CouncilScope<'a>) -> impl Iterator<Item = (SessionId, &'a Topic)> {
    let sessions = scope.files.held();
    sessions.flat_map(|(id, session)| session.topics.iter().map(move |topic| (id, topic)))
}

fn belongs(topic: &Topic, id: &str) -> bool {
    topic.axis.as_ref().is_some_and(|axis| **axis == *id)
}

/// Says whether a session took an action, be it another body's, on a topic of the axis.
fn has_acted(scope: &CouncilScope<'_>, id: &str) -> bool {
    let mut own = topics(scope).filter(|(_, topic)| belongs(topic, id));
    own.any(|(_, topic)| topic.outcomes.iter().any(|outcome| matches!(outcome.kind, OutcomeKind::Action(_))))
}

/// Says whether all that the axis takes up is solved.
fn is_solved(scope: &CouncilScope<'_>, axis: &Axis) -> bool {
    let is_solved = |finding: &str| {
        scope.files.held().any(|(_, session)| session.reviews.get(finding) == Some(&Review::Solved))
    };
    !axis.answers.is_empty() && axis.answers.iter().all(|finding| is_solved(finding))
}
