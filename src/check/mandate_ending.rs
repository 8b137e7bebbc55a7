//! `mandate-ending`: a member's last term of office ends within sixty days.
#![doc = include_str!("../../templates/en/rules/mandate-ending.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::oversight::Oversight;
use crate::model::{Date, Member, Period};
use crate::route;

pub(super) const RULE: Rule = Rule::warning("mandate-ending").on_council(look);

/// How many days before its end a term is told of.
const NOTICE: i64 = 60;

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if scope.is_closed() {
        return;
    }
    let file = &scope.files.council;
    for (id, member) in scope.council().into_iter().flat_map(|council| council.members.iter()) {
        let Some((index, until)) = last_term(member) else { continue };
        let last = until.last();
        let days = last.days_since(scope.today);
        let mandates = route!["members", id.as_str(), "mandates"];
        if (0..=NOTICE).contains(&days) && has_begun(member, scope.today) && !file.has_lost_key(&mandates) {
            let spot = mandates.then(index).then("until").value();
            findings.report(&file.path, spot, Oversight::MandateEnding { member: id.to_string(), last, days });
        }
    }
}

/// The term that ends last, with its end; nothing where one has no end.
fn last_term(member: &Member) -> Option<(usize, Period)> {
    let mut last: Option<(usize, Period)> = None;
    for (index, mandate) in member.mandates.iter().enumerate() {
        let until = mandate.until?;
        if last.is_none_or(|(_, latest)| latest.last() < until.last()) {
            last = Some((index, until));
        }
    }
    last
}

fn has_begun(member: &Member, day: Date) -> bool {
    member.mandates.iter().any(|mandate| mandate.since.is_none_or(|since| since.first() <= day))
}
