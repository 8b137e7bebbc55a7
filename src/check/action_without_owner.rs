//! `action-without-owner`: nobody bears an action.
#![doc = include_str!("../../templates/en/rules/action-without-owner.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::route;

pub(super) const RULE: Rule = Rule::warning("action-without-owner").on_council(look);

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
        let lost = file.has_lost_key(|| route().then("owner"));
        if state.is_pending() && state.owner.is_empty() && !lost {
            findings.report(&file.path, route().key(), Sense::ActionWithoutOwner { title: action.title.to_string() });
        }
    }
}
