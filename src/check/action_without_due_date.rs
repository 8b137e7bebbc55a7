//! `action-without-due-date`: nobody knows when an action is due. Words (`due_note`) are an answer.
#![doc = include_str!("../../templates/en/rules/action-without-due-date.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::route;

pub(super) const RULE: Rule = Rule::warning("action-without-due-date").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if scope.is_closed() {
        return;
    }
    let Some((file, plan)) = scope.plan() else { return };
    for (id, action) in &plan.actions {
        if file.has_lost_key(|| route!["actions", id.as_str(), "updates"]) {
            continue;
        }
        let state = action.state_on(scope.today);
        let route = || route!["actions", id.as_str()];
        let lost = ["due", "due_note"].iter().any(|key| file.has_lost_key(|| route().then(*key)));
        if state.is_pending() && state.due.is_none() && action.due_note.is_none() && !lost {
            findings.report(&file.path, route().key(), Sense::ActionWithoutDueDate { title: action.title.to_string() });
        }
    }
}
