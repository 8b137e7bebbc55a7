//! `cost-on-ended-action`: money is down for an action that was refused or given up.
#![doc = include_str!("../../templates/en/rules/cost-on-ended-action.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::oversight::Oversight;
use crate::model::{Action, Cost, Date, Euros};
use crate::route;
use crate::yaml::Route;

pub(super) const RULE: Rule = Rule::warning("cost-on-ended-action").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some((file, plan)) = scope.plan() else { return };
    for (id, action) in plan.actions.iter().filter(|(_, action)| !action.costs.is_empty()) {
        let status = action.state_on(scope.today).status;
        let route = || route!["actions", id.as_str()];
        if !status.wants_reason() || file.has_lost_key(|| route().then("updates")) {
            continue;
        }
        let ended = ended_at(route(), action, scope.today);
        for (cost, fields) in &action.costs {
            let Some((step, amount)) = spent(fields, scope.today) else { continue };
            let spot = route().then("costs").then(cost.as_str()).then(step).then("amount").value();
            let problem = Oversight::CostOnEndedAction { title: action.title.to_string(), status, amount };
            findings.report(&file.path, spot, problem).beside(&file.path, ended.clone().value());
        }
    }
}

/// The last amount that is ordered, billed or paid by a day, with its key; nothing where that is none or zero. What is
/// only estimated costs nothing.
fn spent(cost: &Cost, day: Date) -> Option<(&'static str, Euros)> {
    let steps = [("invoiced", &cost.invoiced), ("committed", &cost.committed), ("paid", &cost.paid)];
    let known = steps.into_iter().find_map(|(key, step)| Some((key, step.as_ref()?.known_on(day)?)));
    known.filter(|(_, amount)| *amount != Euros::default())
}

/// Where the status that holds on a day is written.
fn ended_at(route: Route, action: &Action, day: Date) -> Route {
    let counted = action.updates.iter().enumerate().rev();
    let mut counted = counted.filter(|(_, update)| update.date <= day && update.status.is_some());
    match counted.next() {
        Some((index, _)) => route.then("updates").then(index).then("status"),
        None => route.then("title"),
    }
}
