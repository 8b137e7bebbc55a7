//! `unknown-member`: a session names somebody who is not a member of the council.
#![doc = include_str!("../../templates/en/rules/unknown-member.md")]

use super::context::may_be_lost;
use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Referent;
use crate::model::{Id, Session};
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-member").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(council) = scope.council() else { return };
    for (_, file, session) in scope.sessions() {
        for (spot, id) in members_named(session) {
            let known = council.members.contains_key(id) || may_be_lost(&scope.files.council, "members", id);
            let is_asker = spot.route.steps().last().is_some_and(|step| *step == "asked_by".into());
            if known || (is_asker && scope.may_ask(id)) {
                continue;
            }
            let members = council.members.keys().map(Id::as_str);
            if is_asker {
                let partners = scope.landlord().into_iter().flat_map(|landlord| landlord.partners.keys());
                let others = partners.map(Id::as_str).chain(["residents", "landlord"]);
                let known = members.chain(others);
                findings.unknown(&file.path, spot, (Referent::Asker, id), known, &scope.files.council.path);
            } else {
                findings.unknown(&file.path, spot, (Referent::Member, id), members, &scope.files.council.path);
            }
        }
    }
}

impl CouncilScope<'_> {
    /// Says whether a topic may be asked by this body that is no member: the residents, the landlord, a partner.
    fn may_ask(&self, id: &str) -> bool {
        let partner = self.landlord().is_none_or(|landlord| landlord.partners.contains_key(id));
        matches!(id, "residents" | "landlord") || partner || may_be_lost(&self.record.landlord, "partners", id)
    }
}

fn members_named(session: &Session) -> Vec<(Spot, &str)> {
    let mut named: Vec<(Spot, &str)> = Vec::new();
    named.extend(session.chair.iter().map(|id| (route!["chair"].value(), id.as_str())));
    named.extend(session.secretary.iter().map(|id| (route!["secretary"].value(), id.as_str())));
    if let Some(attendance) = &session.attendance {
        let lists =
            [("present", &attendance.present), ("excused", &attendance.excused), ("absent", &attendance.absent)];
        for (key, list) in lists {
            let listed = list.iter().enumerate();
            named.extend(listed.map(|(index, id)| (route!["attendance", key, index].value(), id.as_str())));
        }
        for (from, proxy) in &attendance.proxies {
            let route = route!["attendance", "proxies", from];
            named.push((route.clone().key(), from));
            named.push((route.then("to").value(), &proxy.to));
        }
    }
    for (index, topic) in session.topics.iter().enumerate() {
        named.extend(topic.asked_by.iter().map(|id| (route!["topics", index, "asked_by"].value(), id.as_str())));
    }
    named
}
