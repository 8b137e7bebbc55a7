//! `ended-without-note`: an action refused, given up, or taken up again, and nobody says why.
#![doc = include_str!("../../templates/en/rules/ended-without-note.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::model::Status;
use crate::route;

pub(super) const RULE: Rule = Rule::error("ended-without-note").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some((file, plan)) = scope.plan() else { return };
    for (id, action) in &plan.actions {
        if file.has_lost_key(|| route!["actions", id.as_str(), "updates"]) {
            continue;
        }
        let mut held = Status::default();
        let mut held_at = None;
        for (index, update) in action.updates.iter().enumerate() {
            let Some(status) = update.status else { continue };
            let reopened_from = (held.is_ended() && !status.is_ended()).then_some(held);
            if update.note.is_none() && (status.wants_reason() || reopened_from.is_some()) {
                let spot = route!["actions", id.as_str(), "updates", index, "status"].value();
                let found = findings.report(&file.path, spot, Sense::EndedWithoutNote { reopened_from, status });
                if let (Some(_), Some(ended)) = (reopened_from, held_at) {
                    found.beside(&file.path, route!["actions", id.as_str(), "updates", ended, "status"].value());
                }
            }
            (held, held_at) = (status, Some(index));
        }
    }
}
