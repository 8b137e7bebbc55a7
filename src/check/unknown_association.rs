//! `unknown-association`: a member or the charter names an association that the landlord does not declare.
#![doc = include_str!("../../templates/en/rules/unknown-association.md")]

use super::context::Declared;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::model::{Association, Landlord};
use crate::record::Record;
use crate::route;

pub(super) const RULE: Rule = Rule::error("unknown-association").on_landlord(in_charter).on_council(in_members);

fn in_charter(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let (Some(file), Some(declared)) = (&scope.charter, declared(scope.record)) else { return };
    let Some(charter) = file.value() else { return };
    for (index, id) in charter.drafted_with.iter().enumerate() {
        findings.require(&declared, (Referent::Association, id), &file.path, || route!["drafted_with", index].value());
    }
    for id in charter.signatures.keys().filter(|id| *id != "landlord" && !declared.has(id)) {
        let known = declared.ids().chain(["landlord"]);
        let spot = route!["signatures", id].key();
        findings.unknown(&file.path, spot, (Referent::Association, id), known, &declared.file.path);
    }
    for id in charter.declined.keys() {
        findings.require(&declared, (Referent::Association, id), &file.path, || route!["declined", id].key());
    }
}

fn in_members(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let (Some(council), Some(declared)) = (scope.council(), declared(scope.record)) else { return };
    for (member, fields) in &council.members {
        if let Some(id) = &fields.association {
            let spot = || route!["members", member.as_str(), "association"].value();
            findings.require(&declared, (Referent::Association, id), &scope.files.council.path, spot);
        }
    }
}

fn declared(record: &Record) -> Option<Declared<'_, Association, Landlord>> {
    let landlord = record.landlord.value()?;
    Some(Declared { things: &landlord.associations, file: &record.landlord, key: "associations" })
}
