//! `action-silent`: nothing was noted of an action for half a year.
#![doc = include_str!("../../templates/en/rules/action-silent.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::oversight::Oversight;
use crate::model::{Action, Date, SessionId, Status};
use crate::route;
use crate::yaml::{Route, Spot};

pub(super) const RULE: Rule = Rule::warning("action-silent").on_council(look);

/// How long an action may be without an update, in days.
const PATIENCE: i64 = 180;

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if scope.is_closed() {
        return;
    }
    let Some((file, plan)) = scope.plan() else { return };
    for (id, action) in &plan.actions {
        let is_put_aside = action.review.is_some_and(|review| scope.today <= review.last());
        let status = action.state_on(scope.today).status;
        let is_awaited = matches!(status, Status::Proposed | Status::Planned | Status::InProgress);
        let Some((last, place)) = last_word(action, scope.today) else { continue };
        let days = scope.today.days_since(last);
        if is_put_aside || !is_awaited || days < PATIENCE {
            continue;
        }
        let route = route!["actions", id.as_str()];
        if !file.has_lost_key(|| route.clone().then("updates")) && !file.has_lost_key(|| route.clone().then("review")) {
            let problem = Oversight::ActionSilent { title: action.title.to_string(), days };
            findings.report(&file.path, spot(route, place), problem);
        }
    }
}

/// The day of the last update recorded by then, with its place; without one, that of the session that took the action.
fn last_word(action: &Action, day: Date) -> Option<(Date, Option<usize>)> {
    let updates = action.updates.iter().enumerate().filter(|(_, update)| update.date <= day);
    match updates.max_by_key(|(_, update)| update.date) {
        Some((index, update)) => Some((update.date, Some(index))),
        None => action.decided.parse::<SessionId>().ok().map(|session| (session.date, None)),
    }
}

fn spot(route: Route, place: Option<usize>) -> Spot {
    match place {
        Some(index) => route.then("updates").then(index).then("date").value(),
        None => route.then("decided").value(),
    }
}
