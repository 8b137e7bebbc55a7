//! `missing-reason`: a session cancelled, and nobody says why.
#![doc = include_str!("../../templates/en/rules/missing-reason.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::model::SessionStatus;
use crate::route;

pub(super) const RULE: Rule = Rule::error("missing-reason").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (_, file, session) in scope.sessions() {
        if session.status == SessionStatus::Cancelled && session.reason.is_none() && !file.has_lost_key(|| route!["reason"]) {
            findings.report(&file.path, route!["status"].value(), Sense::MissingReason);
        }
    }
}
