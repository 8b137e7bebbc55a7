//! `action-late`: an action is past its due period.
#![doc = include_str!("../../templates/en/rules/action-late.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::model::Action;
use crate::route;
use crate::yaml::{Route, Spot};

pub(super) const RULE: Rule = Rule::warning("action-late").on_council(look);

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
        if let (Some(days), Some(due)) = (state.days_late_on(scope.today), state.due) {
            let problem = Sense::ActionLate { title: action.title.to_string(), due, days };
            findings.report(&file.path, due_spot(route!["actions", id.as_str()], action, scope), problem);
        }
    }
}

/// Where the due period that holds today is written: in the last update that gives one, or in the action.
fn due_spot(route: Route, action: &Action, scope: &CouncilScope<'_>) -> Spot {
    let counted = action.updates.iter().enumerate().rev();
    let mut counted = counted.filter(|(_, update)| update.date <= scope.today && update.due.is_some());
    match counted.next() {
        Some((index, _)) => route.then("updates").then(index).then("due").value(),
        None => route.then("due").value(),
    }
}
