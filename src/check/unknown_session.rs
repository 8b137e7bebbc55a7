//! `unknown-session`: an action, an approval, a review, an axis or a way of mobilising refers to a session that is not
//! there.
#![doc = include_str!("../../templates/en/rules/unknown-session.md")]

use super::context::Found;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::model::SessionId;
use crate::route;
use crate::store::Layout;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-session").on_landlord(in_mobilisation).on_council(in_council).across_councils();

fn in_mobilisation(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    if !scope.whole {
        return;
    }
    let Some(landlord) = scope.record.landlord.value() else { return };
    for (id, means) in &landlord.mobilisation {
        let Some((council, session)) = means.proposed.as_ref().and_then(|place| place.split_once('/')) else { continue };
        if !scope.record.store.has_council(council) {
            continue;
        }
        let named: Option<SessionId> = session.parse().ok();
        let there = named.is_some_and(|id| scope.record.store.exists(&Layout::council(council).session(id)));
        if !there {
            let spot = route!["mobilisation", id.as_str(), "proposed"].value();
            let listing = scope.record.store.list_council(council);
            let known: Vec<String> = listing.sessions.iter().map(ToString::to_string).collect();
            let folder = Layout::council(council).sessions;
            let path = &scope.record.landlord.path;
            findings.unknown(path, spot, (Referent::Session, session), known.iter().map(String::as_str), &folder);
        }
    }
}

fn in_council(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if let Some((file, plan)) = scope.plan() {
        for (id, action) in &plan.actions {
            check(scope, findings, &file.path, || route!["actions", id.as_str(), "decided"].value(), &action.decided);
        }
        for (id, axis) in &plan.axes {
            for (index, answer) in axis.answers.iter().enumerate() {
                let session = answer.split_once('/').map_or(answer.as_str(), |(session, _)| session);
                check(scope, findings, &file.path, || route!["axes", id.as_str(), "answers", index].value(), session);
            }
        }
    }
    for (_, file, session) in scope.sessions() {
        for id in session.approves.keys() {
            check(scope, findings, &file.path, || route!["approves", id].key(), id);
        }
        for finding in session.reviews.keys() {
            let session = finding.split_once('/').map_or(finding.as_str(), |(session, _)| session);
            check(scope, findings, &file.path, || route!["reviews", finding].key(), session);
        }
    }
}

fn check(scope: &CouncilScope<'_>, findings: &mut Findings<'_>, path: &str, spot: impl FnOnce() -> Spot, id: &str) {
    if matches!(scope.session(id), Found::Nowhere) {
        let known: Vec<String> = scope.files.sessions.iter().map(|(id, _)| id.to_string()).collect();
        let known = known.iter().map(String::as_str);
        findings.unknown(path, spot(), (Referent::Session, id), known, &scope.files.paths.sessions);
    }
}
