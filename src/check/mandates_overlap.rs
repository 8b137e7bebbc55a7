//! `mandates-overlap`: two terms of office of a member at once.
#![doc = include_str!("../../templates/en/rules/mandates-overlap.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::People;
use crate::model::{Date, Mandate, Member, Period};
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("mandates-overlap").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(council) = scope.council() else { return };
    let file = &scope.files.council;
    for (id, member) in council.members.iter().filter(|(_, member)| member.mandates.len() > 1) {
        if file.has_lost(&route!["members", id.as_str(), "mandates"]) {
            continue;
        }
        for (earlier, later) in overlaps(member) {
            let (until, since) = (member.mandates[earlier].until, member.mandates[later].since);
            let problem = People::MandatesOverlap { member: id.to_string(), since, until };
            let edge = |index: usize, key: &str, is_there: bool| edge(id.as_str(), index, key, is_there);
            findings
                .report(&file.path, edge(later, "since", since.is_some()), problem)
                .beside(&file.path, edge(earlier, "until", until.is_some()));
        }
    }
}

/// The spot of a term's beginning or end; of its other edge where it has none.
fn edge(member: &str, index: usize, key: &str, is_there: bool) -> Spot {
    let other = if key == "since" { "until" } else { "since" };
    route!["members", member, "mandates", index, if is_there { key } else { other }].value()
}

/// The days on which a term certainly holds: it may begin as late as the last day of `since`, and end as early as the
/// first of `until`. A body that is renewed in the course of 2026 writes that year in both of its terms.
fn certain(mandate: &Mandate) -> Option<(Option<Date>, Option<Date>)> {
    let (from, to) = (mandate.since.map(Period::last), mandate.until.map(Period::first));
    let is_blank = from.is_none() && to.is_none();
    let is_sure = from.zip(to).is_none_or(|(from, to)| from <= to);
    (is_sure && !is_blank).then_some((from, to))
}

/// The terms that begin before one that began earlier is over, each with that one.
fn overlaps(member: &Member) -> Vec<(usize, usize)> {
    let terms = member.mandates.iter().enumerate();
    let mut terms: Vec<_> = terms.filter_map(|(index, term)| Some((index, certain(term)?))).collect();
    // A term without a beginning is the earliest there is; `None` is less than any day.
    terms.sort_by_key(|(_, (from, _))| *from);
    let mut found = Vec::new();
    let mut longest: Option<(usize, Option<Date>)> = None;
    for (index, (from, to)) in terms {
        let is_longer = match longest {
            Some((earlier, end)) => {
                // A body that is renewed ends one term and begins the next on the very day.
                if end.is_none_or(|end| from.is_none_or(|from| from < end)) {
                    found.push((earlier, index));
                }
                end.is_some_and(|end| to.is_none_or(|to| to > end))
            }
            None => true,
        };
        if is_longer {
            longest = Some((index, to));
        }
    }
    found
}
