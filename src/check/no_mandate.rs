//! `no-mandate`: a member sat in a session that none of their terms of office covers. Silent for a member without terms.
#![doc = include_str!("../../templates/en/rules/no-mandate.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::{Sense, TermEdge};
use crate::model::{Date, Member, Period};
use crate::route;

pub(super) const RULE: Rule = Rule::warning("no-mandate").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(council) = scope.council() else { return };
    for (id, file, session) in scope.sessions().filter(|(_, _, session)| session.is_held()) {
        let present = session.attendance.iter().flat_map(|attendance| attendance.present.iter());
        for (index, name) in present.enumerate() {
            let Some(member) = council.members.get(name.as_str()) else { continue };
            let mandates = || route!["members", name.as_str(), "mandates"];
            if member.sits_on(id.date) || scope.files.council.has_lost(&mandates()) {
                continue;
            }
            let Some((term, edge)) = nearest_edge(member, id.date) else { continue };
            let key = match edge {
                TermEdge::Ended(_) => "until",
                TermEdge::Begins(_) => "since",
            };
            let problem = Sense::NoMandate { member: name.to_string(), session: id, edge };
            findings
                .report(&file.path, route!["attendance", "present", index].value(), problem)
                .beside(&scope.files.council.path, mandates().then(term).then(key).value());
        }
    }
}

/// The term that ended last before a day, else the first that begins after it, with its place.
fn nearest_edge(member: &Member, day: Date) -> Option<(usize, TermEdge)> {
    let terms = || member.mandates.iter().enumerate();
    let ended = terms().filter_map(|(index, term)| Some((index, term.until.filter(|until| until.last() < day)?)));
    let begins = terms().filter_map(|(index, term)| Some((index, term.since.filter(|since| since.first() > day)?)));
    let last = ended.max_by_key(|(_, until): &(usize, Period)| until.last());
    let first = || begins.min_by_key(|(_, since): &(usize, Period)| since.first());
    last.map(|(index, until)| (index, TermEdge::Ended(until)))
        .or_else(|| first().map(|(index, since)| (index, TermEdge::Begins(since))))
}
