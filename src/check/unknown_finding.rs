//! `unknown-finding`: an axis or a review refers to a finding that its session does not have.
#![doc = include_str!("../../templates/en/rules/unknown-finding.md")]

use super::context::Found;
use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Referent;
use crate::route;
use crate::yaml::{Route, Spot};

pub(super) const RULE: Rule = Rule::error("unknown-finding").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if let Some((file, plan)) = scope.plan() {
        for (id, axis) in &plan.axes {
            for (index, answer) in axis.answers.iter().enumerate() {
                check(scope, findings, &file.path, || route!["axes", id.as_str(), "answers", index].value(), answer);
            }
        }
    }
    for (_, file, session) in scope.sessions() {
        for finding in session.reviews.keys() {
            check(scope, findings, &file.path, || route!["reviews", finding].key(), finding);
        }
    }
}

fn check(scope: &CouncilScope<'_>, findings: &mut Findings<'_>, path: &str, spot: impl FnOnce() -> Spot, name: &str) {
    let (session, finding) = name.split_once('/').unwrap_or((name, ""));
    // A session that is not there is told by unknown-session; one that could not be read may have the finding.
    let Found::There(found) = scope.session(session) else { return };
    let known = found.findings().any(|(_, id, _)| id.as_str() == finding);
    if known || is_lost(scope, session) {
        return;
    }
    let there: Vec<String> = found.findings().map(|(_, id, _)| format!("{session}/{id}")).collect();
    let declared_in = format!("{}/{session}.yaml", scope.files.paths.sessions);
    findings.unknown(path, spot(), (Referent::Finding, name), there.iter().map(String::as_str), &declared_in);
}

fn is_lost(scope: &CouncilScope<'_>, session: &str) -> bool {
    let file = session.parse().ok().and_then(|id| scope.files.session(id));
    file.is_some_and(|file| file.has_lost_key(|| Route::top().then("diagnosis")))
}
