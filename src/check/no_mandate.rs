//! `no-mandate`: a member sat in a session that none of their terms of office covers. Silent for a member without terms.
#![doc = include_str!("../../templates/en/rules/no-mandate.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::route;

pub(super) const RULE: Rule = Rule::warning("no-mandate").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(council) = scope.council() else { return };
    for (id, file, session) in scope.sessions().filter(|(_, _, session)| session.is_held()) {
        let present = session.attendance.iter().flat_map(|attendance| attendance.present.iter());
        for (index, name) in present.enumerate() {
            let Some(member) = council.members.get(name.as_str()) else { continue };
            let lost = scope.files.council.has_lost(&route!["members", name.as_str(), "mandates"]);
            if !member.sits_on(id.date) && !lost {
                let problem = Sense::NoMandate { member: name.to_string(), session: id };
                let mandates = route!["members", name.as_str(), "mandates"].key();
                findings
                    .report(&file.path, route!["attendance", "present", index].value(), problem)
                    .beside(&scope.files.council.path, mandates);
            }
        }
    }
}
