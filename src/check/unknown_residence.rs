//! `unknown-residence`: a council or the coaching pilot names a residence that the landlord does not declare.

use super::context::may_be_lost;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::record::Record;
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-residence").on_landlord(in_coaching).on_council(in_council);

fn in_coaching(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some(file) = &scope.coaching else { return };
    let Some(coaching) = file.value() else { return };
    let mut named: Vec<(Spot, &str)> = Vec::new();
    named.extend(coaching.candidates.keys().map(|id| (route!["candidates", id].key(), id.as_str())));
    let sites = coaching.sites.iter().enumerate();
    named.extend(sites.map(|(index, id)| (route!["sites", index].value(), id.as_str())));
    for (sitting, fields) in &coaching.sittings {
        named.push((route!["sittings", sitting.as_str(), "site"].value(), &fields.site));
    }
    for (lesson, fields) in &coaching.lessons {
        let spot = route!["lessons", lesson.as_str(), "site"].value();
        named.extend(fields.site.iter().map(|id| (spot.clone(), id.as_str())));
    }
    for (spot, id) in named {
        check(scope.record, findings, &file.path, spot, id);
    }
}

fn in_council(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(council) = scope.council() else { return };
    for (index, id) in council.residence.iter().enumerate() {
        check(scope.record, findings, &scope.files.council.path, route!["residence", index].value(), id);
    }
}

fn check(record: &Record, findings: &mut Findings<'_>, path: &str, spot: Spot, id: &str) {
    let Some(landlord) = record.landlord.value() else { return };
    if !landlord.residences.contains_key(id) && !may_be_lost(&record.landlord, "residences", id) {
        let known = landlord.residences.keys().map(|id| id.as_str());
        findings.unknown(path, spot, (Referent::Residence, id), known, &record.landlord.path);
    }
}
