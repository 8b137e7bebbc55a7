//! `unknown-unit`: a residence or a council names an *Unité de Gestion* that the landlord does not declare.

use super::context::may_be_lost;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::record::Record;
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-unit").on_landlord(in_residences).on_council(in_council);

fn in_residences(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some(landlord) = scope.record.landlord.value() else { return };
    for (residence, fields) in &landlord.residences {
        if let Some(id) = &fields.unit {
            let spot = route!["residences", residence.as_str(), "unit"].value();
            check(scope.record, findings, &scope.record.landlord.path, spot, id);
        }
    }
}

fn in_council(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if let Some(id) = scope.council().and_then(|council| council.unit.as_ref()) {
        check(scope.record, findings, &scope.files.council.path, route!["unit"].value(), id);
    }
}

fn check(record: &Record, findings: &mut Findings<'_>, path: &str, spot: Spot, id: &str) {
    let Some(landlord) = record.landlord.value() else { return };
    if !landlord.units.contains_key(id) && !may_be_lost(&record.landlord, "units", id) {
        let known = landlord.units.keys().map(|id| id.as_str());
        findings.unknown(path, spot, (Referent::Unit, id), known, &record.landlord.path);
    }
}
