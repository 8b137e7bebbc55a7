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
    let is_member = |id: &str| council.members.contains_key(id) || may_be_lost(&scope.files.council, "members", id);
    let members = || council.members.keys().map(Id::as_str);
    let declared_in = &scope.files.council.path;
    for (_, file, session) in scope.sessions() {
        each_member_named(session, |id, spot| {
            if !is_member(id) {
                findings.unknown(&file.path, spot(), (Referent::Member, id), members(), declared_in);
            }
        });
        for (index, topic) in session.topics.iter().enumerate() {
            let Some(id) = topic.asked_by.as_deref().filter(|id| !is_member(id) && !scope.may_ask(id)) else { continue };
            let partners = scope.landlord().into_iter().flat_map(|landlord| landlord.partners.keys());
            let known = members().chain(partners.map(Id::as_str)).chain(["residents", "landlord"]);
            let spot = route!["topics", index, "asked_by"].value();
            findings.unknown(&file.path, spot, (Referent::Asker, id), known, declared_in);
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

/// Hands on each member that a session names; where, only if somebody asks.
fn each_member_named(session: &Session, mut take: impl FnMut(&str, &dyn Fn() -> Spot)) {
    for (key, id) in [("chair", &session.chair), ("secretary", &session.secretary)] {
        if let Some(id) = id {
            take(id, &|| route![key].value());
        }
    }
    let Some(attendance) = &session.attendance else { return };
    let lists = [("present", &attendance.present), ("excused", &attendance.excused), ("absent", &attendance.absent)];
    for (key, list) in lists {
        for (index, id) in list.iter().enumerate() {
            take(id, &|| route!["attendance", key, index].value());
        }
    }
    for (from, proxy) in &attendance.proxies {
        take(from, &|| route!["attendance", "proxies", from].key());
        take(&proxy.to, &|| route!["attendance", "proxies", from, "to"].value());
    }
}
