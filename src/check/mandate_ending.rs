//! `mandate-ending`: a member's last term of office ends within sixty days.
#![doc = include_str!("../../templates/en/rules/mandate-ending.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::oversight::Oversight;
use crate::model::{Date, Mandate, Member};
use crate::route;

pub(super) const RULE: Rule = Rule::warning("mandate-ending").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if scope.is_closed() {
        return;
    }
    let file = &scope.files.council;
    for (id, member) in scope.council().into_iter().flat_map(|council| council.members.iter()) {
        let Some((index, until)) = member.last_term() else { continue };
        let last = until.last();
        let days = last.days_since(scope.today);
        let mandates = || route!["members", id.as_str(), "mandates"];
        if (0..=Mandate::NOTICE).contains(&days) && has_begun(member, scope.today) && !file.has_lost_key(mandates) {
            let spot = mandates().then(index).then("until").value();
            findings.report(&file.path, spot, Oversight::MandateEnding { member: id.to_string(), last, days });
        }
    }
}

fn has_begun(member: &Member, day: Date) -> bool {
    member.mandates.iter().any(|mandate| mandate.since.is_none_or(|since| since.first() <= day))
}
