//! `unknown-partner`: a council, a session or an axis names a partner that the landlord does not declare.
#![doc = include_str!("../../templates/en/rules/unknown-partner.md")]

use super::context::Declared;
use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Referent;
use crate::model::Text;
use crate::route;
use crate::yaml::Route;

pub(super) const RULE: Rule = Rule::error("unknown-partner").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if let Some(council) = scope.council() {
        check(scope, findings, &scope.files.council.path, &route!["partners"], &council.partners);
    }
    for (_, file, session) in scope.sessions() {
        check(scope, findings, &file.path, &route!["partners"], &session.partners);
    }
    if let Some((file, plan)) = scope.plan() {
        for (id, axis) in &plan.axes {
            check(scope, findings, &file.path, &route!["axes", id.as_str(), "partners"], &axis.partners);
        }
    }
}

fn check(scope: &CouncilScope<'_>, findings: &mut Findings<'_>, path: &str, list: &Route, partners: &[Text]) {
    let Some(landlord) = scope.landlord() else { return };
    let declared = Declared { things: &landlord.partners, file: &scope.record.landlord, key: "partners" };
    for (index, id) in partners.iter().enumerate() {
        findings.require(&declared, (Referent::Partner, id), path, || list.clone().then(index).value());
    }
}
