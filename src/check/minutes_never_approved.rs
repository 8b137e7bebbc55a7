//! `minutes-never-approved`: two sessions were held since, and none approved the minutes.
#![doc = include_str!("../../templates/en/rules/minutes-never-approved.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::model::Council;
use crate::route;

pub(super) const RULE: Rule = Rule::warning("minutes-never-approved").on_council(look);

/// How many sessions may pass without an approval.
const PATIENCE: usize = 2;

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let approves = scope.council().is_some_and(Council::approves_minutes);
    let uncertain = scope.files.council.has_lost_key(|| route!["approves_minutes"]);
    // A session under a wrong name may have approved them.
    let is_hidden = scope.files.listing.has_misnamed_session();
    if !approves || uncertain || is_hidden || scope.is_closed() {
        return;
    }
    for (id, file, _) in scope.sessions().filter(|(_, _, session)| session.is_held()) {
        let sessions = scope.files.held_after(id, scope.today);
        if sessions >= PATIENCE && scope.files.approved_by(id).is_none() {
            let problem = Sense::MinutesNeverApproved { council: scope.files.id.to_string(), session: id, sessions };
            findings.report(&file.path, route!["status"].value(), problem).beside_spot(scope.last_held());
        }
    }
}
