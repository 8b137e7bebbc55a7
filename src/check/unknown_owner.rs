//! `unknown-owner`: an action is given to nobody who can bear it.
#![doc = include_str!("../../templates/en/rules/unknown-owner.md")]

use super::context::may_be_lost;
use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Referent;
use crate::model::{Id, Text};
use crate::route;
use crate::yaml::{Part, Route, Spot};

pub(super) const RULE: Rule = Rule::error("unknown-owner").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some((file, plan)) = scope.plan() else { return };
    for (id, action) in &plan.actions {
        check(scope, findings, &file.path, &|| route!["actions", id.as_str(), "owner"], &action.owner);
        for (index, update) in action.updates.iter().enumerate() {
            let route = || route!["actions", id.as_str(), "updates", index, "owner"];
            check(scope, findings, &file.path, &route, &update.owner);
        }
    }
}

fn check(scope: &CouncilScope<'_>, findings: &mut Findings<'_>, path: &str, route: &dyn Fn() -> Route, owners: &[Text]) {
    let (Some(landlord), Some(council)) = (scope.landlord(), scope.council()) else { return };
    for (index, owner) in owners.iter().enumerate() {
        let id = owner.as_str();
        let known = id == "landlord"
            || id == scope.files.id.as_str()
            || landlord.units.contains_key(id)
            || landlord.partners.contains_key(id)
            || landlord.associations.contains_key(id)
            || council.members.contains_key(id)
            || council.groups.contains_key(id);
        let is_lost = || {
            let above = ["units", "partners", "associations"];
            above.iter().any(|key| may_be_lost(&scope.record.landlord, key, id))
                || ["members", "groups"].iter().any(|key| may_be_lost(&scope.files.council, key, id))
        };
        if known || is_lost() {
            continue;
        }
        let ids = landlord.units.keys().chain(landlord.partners.keys()).chain(landlord.associations.keys());
        let ids = ids.chain(council.members.keys()).chain(council.groups.keys()).map(Id::as_str);
        let ids = ids.chain([scope.files.id.as_str(), "landlord"]);
        let spot = Spot { route: route().then(index), part: Part::Value };
        findings.unknown(path, spot, (Referent::Owner, id), ids, &scope.record.landlord.path);
    }
}
