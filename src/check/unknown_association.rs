//! `unknown-association`: a member or the charter names an association that the landlord does not declare.

use super::context::may_be_lost;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::record::Record;
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-association").on_landlord(in_charter).on_council(in_members);

fn in_charter(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some(file) = &scope.charter else { return };
    let Some(charter) = file.value() else { return };
    for (index, id) in charter.drafted_with.iter().enumerate() {
        check(scope.record, findings, &file.path, route!["drafted_with", index].value(), id);
    }
    for id in charter.signatures.keys().filter(|id| *id != "landlord") {
        check_among(scope.record, findings, &file.path, route!["signatures", id].key(), id, Some("landlord"));
    }
    for id in charter.declined.keys() {
        check(scope.record, findings, &file.path, route!["declined", id].key(), id);
    }
}

fn in_members(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(council) = scope.council() else { return };
    for (member, fields) in &council.members {
        if let Some(id) = &fields.association {
            let spot = route!["members", member.as_str(), "association"].value();
            check(scope.record, findings, &scope.files.council.path, spot, id);
        }
    }
}

fn check(record: &Record, findings: &mut Findings<'_>, path: &str, spot: Spot, id: &str) {
    check_among(record, findings, path, spot, id, None);
}

/// `other` may stand there too, and is no association.
fn check_among(
    record: &Record,
    findings: &mut Findings<'_>,
    path: &str,
    spot: Spot,
    id: &str,
    other: Option<&'static str>,
) {
    let Some(landlord) = record.landlord.value() else { return };
    if !landlord.associations.contains_key(id) && !may_be_lost(&record.landlord, "associations", id) {
        let known = landlord.associations.keys().map(|id| id.as_str()).chain(other);
        findings.unknown(path, spot, (Referent::Association, id), known, &record.landlord.path);
    }
}
