//! `unknown-action`: a topic refers to an action that the plan, or another body's, does not have.
#![doc = include_str!("../../templates/en/rules/unknown-action.md")]

use super::context::may_be_lost;
use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Referent;
use crate::model::{Id, OutcomeKind, Plan};
use crate::record::File;
use crate::route;
use crate::store::Layout;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-action").on_council(look).across_councils();

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (_, file, session) in scope.sessions() {
        for (topic, fields) in session.topics.iter().enumerate() {
            for (index, outcome) in fields.outcomes.iter().enumerate() {
                let OutcomeKind::Action(action) = &outcome.kind else { continue };
                let spot = || route!["topics", topic, "outcomes", index, "action"].value();
                match action.split_once('/') {
                    None if scope.files.listing.has_misnamed_plan() => {}
                    None => check(findings, &file.path, spot, action, (scope.files.plan.as_ref(), &scope.files.paths.plan)),
                    Some((council, id)) if scope.whole && scope.record.store.has_council(council) => {
                        let path = Layout::council(council).plan;
                        let plan = scope.files.plan_of(scope.record, council);
                        check(findings, &file.path, spot, id, (plan.as_deref(), &path));
                    }
                    // A body that is not there is told by unknown-council.
                    Some(_) => {}
                }
            }
        }
    }
}

fn check(findings: &mut Findings<'_>, path: &str, spot: impl FnOnce() -> Spot, id: &str, (plan, declared_in): (Option<&File<Plan>>, &str)) {
    let actions = plan.and_then(File::value).map(|plan| &plan.actions);
    let known = actions.is_some_and(|actions| actions.contains_key(id));
    if !known && !plan.is_some_and(|file| may_be_lost(file, "actions", id)) {
        let ids = actions.into_iter().flat_map(|actions| actions.keys()).map(Id::as_str);
        findings.unknown(path, spot(), (Referent::Action, id), ids, declared_in);
    }
}
