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
                let (first, earlier) = *seen.entry(member.as_str()).or_insert((key, index));
                if first != key {
                    let problem = Sense::PresentAndExcused { member: member.to_string(), first, second: key };
                    let spot = |key: &str, index: usize| route!["attendance", key, index].value();
                    findings.report(&file.path, spot(key, index), problem).beside(&file.path, spot(first, earlier));
                }
            }
        }
    }
}
