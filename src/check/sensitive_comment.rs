//! `sensitive-comment`: judgement, health, offence, debt, origin, religion or union membership, said of a person.
#![doc = include_str!("../../templates/en/rules/sensitive-comment.md")]

use super::{CouncilScope, Findings, LandlordScope, Rule};

pub(super) const RULE: Rule = Rule::warning("sensitive-comment").on_landlord(look_at_landlord).on_council(look_at_council);

fn look_at_landlord(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    scope.said().iter().filter(|said| !said.what.is_data()).for_each(|said| said.report(findings));
}

fn look_at_council(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    scope.said().iter().filter(|said| !said.what.is_data()).for_each(|said| said.report(findings));
}
