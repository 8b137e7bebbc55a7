//! `name-without-consent`: a resident's name in the record, and nobody says that the person agrees.
#![doc = include_str!("../../templates/en/rules/name-without-consent.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::{Lack, People};
use crate::model::{Consent, Role};
use crate::route;

pub(super) const RULE: Rule = Rule::error("name-without-consent").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(council) = scope.council() else { return };
    let file = &scope.files.council;
    for (id, member) in &council.members {
        if member.role != Role::Resident || member.name.is_none() {
            continue;
        }
        let Some(lack) = lack(member.consent.as_ref()) else { continue };
        let route = || route!["members", id.as_str()];
        let may_be_there = file.has_lost_key(|| route().then("consent"))
            || file.has_misspelt(&route().then("consent").then("given"))
            || file.has_lost(&route().then("role"));
        if may_be_there {
            continue;
        }
        let problem = People::NameWithoutConsent { member: id.to_string(), lack };
        let found = findings.report(&file.path, route().then("name").value(), problem);
        match lack {
            Lack::NeverGiven => found.beside(&file.path, route().then("role").value()),
            Lack::Withdrawn(_) => found.beside(&file.path, route().then("consent").then("withdrawn").value()),
        }
    }
}

/// Why a name may not stand in the record; `None` where it may. From which day on documents say it is theirs to know.
fn lack(consent: Option<&Consent>) -> Option<Lack> {
    let withdrawn = consent.and_then(|consent| consent.withdrawn);
    let given = consent.and_then(|consent| consent.given);
    match (withdrawn, given) {
        (Some(withdrawn), _) => Some(Lack::Withdrawn(withdrawn)),
        (None, None) => Some(Lack::NeverGiven),
        (None, Some(_)) => None,
    }
}
