//! `approved-minutes-changed`: the text of minutes is not the one that a later session approved, to the letter.
#![doc = include_str!("../../templates/en/rules/approved-minutes-changed.md")]

use super::{CouncilScope, Findings, Rule};
use crate::fingerprint::fingerprint;
use crate::locale::problem::Sense;
use crate::route;

pub(super) const RULE: Rule = Rule::error("approved-minutes-changed").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (id, _, _) in scope.sessions() {
        for (by, approval) in scope.files.approvals_of(id) {
            let Some(approved) = &approval.text else { continue };
            let path = scope.files.paths.minutes(id);
            let now = scope.record.store.read(&path).ok();
            let is_gone = now.is_none();
            if now.is_none_or(|bytes| fingerprint(&bytes) != approved.as_str()) {
                let problem = Sense::ApprovedMinutesChanged { session: id, by, path: path.clone(), is_gone };
                let law = route!["approves", id.to_string().as_str(), "text"].value();
                findings.report_file(&path, problem).beside(&scope.files.paths.session(by), law);
            }
        }
    }
}
