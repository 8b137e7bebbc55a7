//! `session-not-recorded`: a session is planned, and its day has passed.
#![doc = include_str!("../../templates/en/rules/session-not-recorded.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::model::SessionStatus;
use crate::route;

pub(super) const RULE: Rule = Rule::warning("session-not-recorded").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (id, file, session) in scope.sessions() {
        // Where its year is wrong, that is told.
        let is_misdated = || scope.announced().any(|announced| scope.misdated(&announced) == Some(id));
        if session.status == SessionStatus::Planned && id.date < scope.today && !is_misdated() {
            findings.report(&file.path, route!["status"].value(), Sense::SessionNotRecorded { session: id });
        }
    }
}
