//! `cost-shrinks-upward`: more billed than was ordered, or more paid than was billed, and nobody says why.
#![doc = include_str!("../../templates/en/rules/cost-shrinks-upward.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Figures;
use crate::model::{Action, Cost, Date, Euros, Money};
use crate::route;

pub(super) const RULE: Rule = Rule::error("cost-shrinks-upward").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some((file, plan)) = scope.plan() else { return };
    for (id, action) in &plan.actions {
        for (cost_id, cost) in &action.costs {
            for (before, step) in steps(cost) {
                let route = || route!["actions", id.as_str(), "costs", cost_id.as_str()];
                let is_lost = || file.has_lost_key(|| route!["actions", id.as_str(), "updates"]) || file.has_lost(&route());
                if step.amount <= before.amount || is_explained(action, before.date, step.date) || is_lost() {
                    continue;
                }
                let problem = Figures::CostShrinksUpward {
                    label: cost.label.to_string(),
                    step: step.key,
                    amount: step.amount,
                    before: before.key,
                    amount_before: before.amount,
                };
                findings
                    .report(&file.path, route().then(step.key).then("amount").value(), problem)
                    .beside(&file.path, route().then(before.key).then("amount").value());
            }
        }
    }
}

/// An amount on its way from the order to the payment.
#[derive(Clone, Copy)]
struct Step {
    key: &'static str,
    amount: Euros,
    date: Option<Date>,
}

/// Each amount of an expense with the one before.
fn steps(cost: &Cost) -> impl Iterator<Item = (Step, Step)> {
    let step = |key: &'static str, money: &Option<Money>| {
        let money = money.as_ref()?;
        Some(Step { key, amount: money.amount?, date: money.date })
    };
    let all =
        [step("committed", &cost.committed), step("invoiced", &cost.invoiced), step("paid", &cost.paid)];
    let mut before = None;
    all.into_iter().flatten().filter_map(move |step| before.replace(step).zip(Some(step)))
}

/// Says whether a remark may be why: one recorded once the larger amount was known, or, where nobody says when that was,
/// after the smaller one.
fn is_explained(action: &Action, before: Option<Date>, step: Option<Date>) -> bool {
    let known = step.or(before);
    action.updates.iter().any(|update| update.note.is_some() && known.is_none_or(|known| update.date >= known))
}
