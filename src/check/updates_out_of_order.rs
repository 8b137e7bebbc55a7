//! `updates-out-of-order`: an update recorded before the one above it; the last is what holds.
#![doc = include_str!("../../templates/en/rules/updates-out-of-order.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::route;

pub(super) const RULE: Rule = Rule::error("updates-out-of-order").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some((file, plan)) = scope.plan() else { return };
    for (id, action) in &plan.actions {
        for (index, pair) in action.updates.windows(2).enumerate() {
            let [before, update] = pair else { continue };
            if update.date < before.date {
                let date = |index: usize| route!["actions", id.as_str(), "updates", index, "date"].value();
                let problem = Sense::UpdatesOutOfOrder { date: update.date, before: before.date };
                findings.report(&file.path, date(index + 1), problem).beside(&file.path, date(index));
            }
        }
    }
}
