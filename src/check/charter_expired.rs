//! `charter-expired`: the term that the charter was given is over.
#![doc = include_str!("../../templates/en/rules/charter-expired.md")]

use super::{Findings, LandlordScope, Rule};
use crate::locale::oversight::Oversight;
use crate::route;

pub(super) const RULE: Rule = Rule::warning("charter-expired").on_landlord(look);

fn look(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some((file, charter)) = scope.charter.as_ref().and_then(|file| Some((file, file.value()?))) else { return };
    let until = charter.valid.as_ref().and_then(|term| term.until);
    if let (Some(until), Some(today)) = (until, scope.today)
        && until.last() < today
    {
        findings.report(&file.path, route!["valid", "until"].value(), Oversight::CharterExpired { until });
    }
}
