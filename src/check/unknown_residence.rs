//! `unknown-residence`: a council or the coaching pilot names a residence that the landlord does not declare.
#![doc = include_str!("../../templates/en/rules/unknown-residence.md")]

use super::context::Declared;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::model::{Landlord, Residence};
use crate::record::Record;
use crate::route;

pub(super) const RULE: Rule = Rule::error("unknown-residence").on_landlord(in_coaching).on_council(in_council);

fn in_coaching(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let (Some(file), Some(declared)) = (&scope.coaching, declared(scope.record)) else { return };
    let Some(coaching) = file.value() else { return };
    for id in coaching.candidates.keys() {
        findings.require(&declared, (Referent::Residence, id), &file.path, || route!["candidates", id].key());
    }
    for (index, id) in coaching.sites.iter().enumerate() {
        findings.require(&declared, (Referent::Residence, id), &file.path, || route!["sites", index].value());
    }
    for (sitting, fields) in &coaching.sittings {
        let spot = || route!["sittings", sitting.as_str(), "site"].value();
        findings.require(&declared, (Referent::Residence, &fields.site), &file.path, spot);
    }
    for (lesson, fields) in &coaching.lessons {
        if let Some(id) = &fields.site {
            let spot = || route!["lessons", lesson.as_str(), "site"].value();
            findings.require(&declared, (Referent::Residence, id), &file.path, spot);
        }
    }
}

fn in_council(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let (Some(council), Some(declared)) = (scope.council(), declared(scope.record)) else { return };
    for (index, id) in council.residence.iter().enumerate() {
        let spot = || route!["residence", index].value();
        findings.require(&declared, (Referent::Residence, id), &scope.files.council.path, spot);
    }
}

fn declared(record: &Record) -> Option<Declared<'_, Residence, Landlord>> {
    Some(Declared { things: &record.landlord.value()?.residences, file: &record.landlord, key: "residences" })
}
