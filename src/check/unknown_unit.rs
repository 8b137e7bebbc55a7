//! `unknown-unit`: a residence or a council names an *Unité de Gestion* that the landlord does not declare.
#![doc = include_str!("../../templates/en/rules/unknown-unit.md")]

use super::context::Declared;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::model::{Landlord, Unit};
use crate::record::Record;
use crate::route;

pub(super) const RULE: Rule = Rule::error("unknown-unit").on_landlord(in_residences).on_council(in_council);

fn in_residences(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let (Some(landlord), Some(declared)) = (scope.record.landlord.value(), declared(scope.record)) else { return };
    for (residence, fields) in &landlord.residences {
        if let Some(id) = &fields.unit {
            let spot = || route!["residences", residence.as_str(), "unit"].value();
            findings.require(&declared, (Referent::Unit, id), &scope.record.landlord.path, spot);
        }
    }
}

fn in_council(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let (Some(council), Some(declared)) = (scope.council(), declared(scope.record)) else { return };
    if let Some(id) = &council.unit {
        findings.require(&declared, (Referent::Unit, id), &scope.files.council.path, || route!["unit"].value());
    }
}

fn declared(record: &Record) -> Option<Declared<'_, Unit, Landlord>> {
    Some(Declared { things: &record.landlord.value()?.units, file: &record.landlord, key: "units" })
}
