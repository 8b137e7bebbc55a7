//! `session-without-minutes`: a session was held over fifteen days ago, and there are no minutes of it.
#![doc = include_str!("../../templates/en/rules/session-without-minutes.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::route;

pub(super) const RULE: Rule = Rule::warning("session-without-minutes").on_council(look);

/// How long minutes may take, in days.
const PATIENCE: i64 = 15;

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if scope.is_closed() {
        return;
    }
    for (id, file, _) in scope.sessions().filter(|(_, _, session)| session.is_held()) {
        let days = scope.today.days_since(id.date);
        // Approved ones that are gone are told as such.
        if days > PATIENCE && !scope.files.listing.minutes.contains(&id) && !scope.files.has_frozen(id) {
            let problem = Sense::SessionWithoutMinutes { council: scope.files.id.to_string(), session: id, days };
            findings.report(&file.path, route!["status"].value(), problem);
        }
    }
}
