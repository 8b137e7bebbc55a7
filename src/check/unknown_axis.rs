//! `unknown-axis`: an action or a topic belongs to an axis that the plan does not have.
#![doc = include_str!("../../templates/en/rules/unknown-axis.md")]

use super::context::may_be_lost;
use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Referent;
use crate::model::Id;
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-axis").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if let Some((file, plan)) = scope.plan() {
        for (action, fields) in &plan.actions {
            if let Some(id) = &fields.axis {
                check(scope, findings, &file.path, || route!["actions", action.as_str(), "axis"].value(), id);
            }
        }
    }
    for (_, file, session) in scope.sessions() {
        for (index, topic) in session.topics.iter().enumerate() {
            if let Some(id) = &topic.axis {
                check(scope, findings, &file.path, || route!["topics", index, "axis"].value(), id);
            }
        }
    }
}

fn check(scope: &CouncilScope<'_>, findings: &mut Findings<'_>, path: &str, spot: impl FnOnce() -> Spot, id: &str) {
    let axes = scope.files.plan().map(|plan| &plan.axes);
    let known = axes.is_some_and(|axes| axes.contains_key(id));
    let is_uncertain = || {
        let is_lost = scope.files.plan.as_ref().is_some_and(|file| may_be_lost(file, "axes", id));
        is_lost || scope.files.listing.has_misnamed_plan()
    };
    if !known && !is_uncertain() {
        let ids = axes.into_iter().flat_map(|axes| axes.keys()).map(Id::as_str);
        findings.unknown(path, spot(), (Referent::Axis, id), ids, &scope.files.paths.plan);
    }
}
