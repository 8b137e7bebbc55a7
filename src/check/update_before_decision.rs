//! `update-before-decision`: an update recorded before the session that took the action.
#![doc = include_str!("../../templates/en/rules/update-before-decision.md")]

use super::context::Found;
use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::model::SessionId;
use crate::route;

pub(super) const RULE: Rule = Rule::error("update-before-decision").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some((file, plan)) = scope.plan() else { return };
    for (id, action) in &plan.actions {
        let Ok(decided) = action.decided.parse::<SessionId>() else { continue };
        // One that is out of order too is told as that: its own date is wrong.
        let is_early = |index: usize| {
            let (update, before) = (&action.updates[index], index.checked_sub(1).map(|before| &action.updates[before]));
            update.date < decided.date && before.is_none_or(|before| before.date <= update.date)
        };
        let mut early = (0..action.updates.len()).filter(|index| is_early(*index)).peekable();
        // A session that is not there is told as such, and its day is then nobody's word.
        if early.peek().is_none() || matches!(scope.session(&action.decided), Found::Nowhere) {
            continue;
        }
        for index in early {
            let date = action.updates[index].date;
            let spot = route!["actions", id.as_str(), "updates", index, "date"].value();
            findings
                .report(&file.path, spot, Sense::UpdateBeforeDecision { date, decided })
                .beside(&file.path, route!["actions", id.as_str(), "decided"].value());
        }
    }
}
