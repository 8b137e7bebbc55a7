//! `next-not-held`: a session was announced, its time is over, others were held since, and nothing is known of it.
#![doc = include_str!("../../templates/en/rules/next-not-held.md")]

use super::announced::Announced;
use super::{CouncilScope, Findings, Rule};
use crate::locale::oversight::Oversight;
use crate::model::{Session, SessionId, SessionStatus, ToConfirm};
use crate::route;

pub(super) const RULE: Rule = Rule::warning("next-not-held").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for announced in scope.announced().filter(|announced| is_firm(announced)) {
        let Some(later) = held_after(scope, &announced) else { continue };
        let is_known = scope.has_session_in(announced.when, announced.by)
            || is_announced_anew(scope, &announced)
            || scope.misdated(&announced).is_some();
        if !is_known {
            let problem = Oversight::NextNotHeld { council: scope.files.id.to_string(), announced: announced.when };
            findings
                .report(&announced.file.path, announced.spot(), problem)
                .beside(&scope.files.paths.session(later), route!["status"].value());
        }
    }
}

/// Says whether it was told to residents as certain, and for a day that may be right.
fn is_firm(announced: &Announced<'_>) -> bool {
    announced.session.status != SessionStatus::Planned
        && !announced.next.to_confirm.contains(&ToConfirm::Date)
        && announced.when.last() > announced.by.date
        && !announced.is_far()
}

/// The first session held once the announced time was over.
fn held_after(scope: &CouncilScope<'_>, announced: &Announced<'_>) -> Option<SessionId> {
    let mut later = scope.sessions_from(announced.when).iter();
    let held = later.find(|(id, file)| {
        id.date > announced.when.last() && file.value().is_some_and(Session::is_held)
    });
    held.map(|(id, _)| *id).filter(|id| id.date <= scope.today)
}

/// Says whether a session in between announced another day.
fn is_announced_anew(scope: &CouncilScope<'_>, announced: &Announced<'_>) -> bool {
    let mut others = scope.announced();
    others.any(|other| other.by > announced.by && other.by.date < announced.when.first())
}
