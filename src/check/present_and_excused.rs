//! `present-and-excused`: a member under two of present, excused, absent.
#![doc = include_str!("../../templates/en/rules/present-and-excused.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::route;
use std::collections::HashMap;

pub(super) const RULE: Rule = Rule::error("present-and-excused").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (_, file, session) in scope.sessions() {
        let Some(attendance) = &session.attendance else { continue };
        let lists =
            [("present", &attendance.present), ("excused", &attendance.excused), ("absent", &attendance.absent)];
        let mut seen = HashMap::new();
        for (key, list) in lists {
            for (index, member) in list.iter().enumerate() {
                let route = route!["attendance", key, index];
                let Some((first, earlier)) = seen.get(member.as_str()) else {
                    seen.insert(member.as_str(), (key, route));
                    continue;
                };
                if *first != key {
                    let problem = Sense::PresentAndExcused { member: member.to_string(), first, second: key };
                    let earlier: &crate::yaml::Route = earlier;
                    findings.report(&file.path, route.value(), problem).beside(&file.path, earlier.clone().value());
                }
            }
        }
    }
}
