//! `next-before-session`: a session announces the next one for a day that is not after its own.
#![doc = include_str!("../../templates/en/rules/next-before-session.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::oversight::Oversight;
use crate::model::SessionStatus;
use crate::route;

pub(super) const RULE: Rule = Rule::warning("next-before-session").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for announced in scope.announced() {
        // A session that was cancelled may be brought forward.
        let counts = announced.session.status != SessionStatus::Cancelled;
        if counts && announced.when.last() <= announced.by.date && !scope.has_session_in(announced.when, announced.by) {
            let problem = Oversight::NextBeforeSession { next: announced.when, session: announced.by };
            findings
                .report(&announced.file.path, announced.spot(), problem)
                .beside(&announced.file.path, route!["status"].value());
        }
    }
}
