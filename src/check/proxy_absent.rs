//! `proxy-absent`: a voice given to somebody who was not there to bear it.
#![doc = include_str!("../../templates/en/rules/proxy-absent.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::People;
use crate::model::{Attendance, List, Text};
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("proxy-absent").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (_, file, session) in scope.sessions() {
        let Some(attendance) = session.attendance.as_ref().filter(|attendance| !attendance.proxies.is_empty()) else {
            continue;
        };
        let lost = |key: &str| file.has_lost_key(|| route!["attendance", key]);
        if ["present", "excused", "absent", "counts"].into_iter().any(lost) {
            continue;
        }
        let all_are_listed = attendance.lists_all_present();
        for (giver, proxy) in &attendance.proxies {
            // A misspelt member is told as one.
            let is_member = scope.council().is_some_and(|council| council.members.contains_key(proxy.to.as_str()));
            if !is_member || attendance.present.contains(&proxy.to) {
                continue;
            }
            let Some((missed_in, beside)) = elsewhere(attendance, &proxy.to).or_else(|| {
                all_are_listed.then(|| (None, route!["attendance", "present"].key()))
            }) else {
                continue;
            };
            let problem = People::ProxyAbsent { giver: giver.clone(), bearer: proxy.to.to_string(), list: missed_in };
            let spot = route!["attendance", "proxies", giver, "to"].value();
            findings.report(&file.path, spot, problem).beside(&file.path, beside);
        }
    }
}

/// The list of those who were not there in which a member stands.
fn elsewhere(attendance: &Attendance, member: &Text) -> Option<(Option<&'static str>, Spot)> {
    let lists: [(&'static str, &List<Text>); 2] = [("excused", &attendance.excused), ("absent", &attendance.absent)];
    lists.into_iter().find_map(|(key, list)| {
        let index = list.iter().position(|name| name == member)?;
        Some((Some(key), route!["attendance", key, index].value()))
    })
}
