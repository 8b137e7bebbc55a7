//! `too-many-sites`: not two or three sites of the coaching pilot, once they are chosen.
#![doc = include_str!("../../templates/en/rules/too-many-sites.md")]

use super::{Findings, LandlordScope, Rule};
use crate::locale::problem::Pilot;
use crate::model::{Stage, StageStatus, Text};
use crate::route;
use std::collections::HashSet;

pub(super) const RULE: Rule = Rule::error("too-many-sites").on_landlord(look).across_councils();

/// The most sites that a pilot has.
const MOST: usize = 3;

fn look(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some(file) = scope.coaching.as_ref().filter(|_| scope.whole) else { return };
    let Some(coaching) = file.value() else { return };
    let choose = coaching.stages.as_ref().and_then(|stages| stages.choose.as_ref());
    let is_done = choose.and_then(|stage: &Stage| stage.status) == Some(StageStatus::Done);
    let mut seen: HashSet<&str> = HashSet::new();
    let firsts: Vec<usize> = coaching
        .sites
        .iter()
        .enumerate()
        .filter(|(_, site): &(usize, &Text)| seen.insert(site.as_str()))
        .map(|(index, _)| index)
        .collect();
    if !is_done || (2..=MOST).contains(&firsts.len()) || file.has_lost_key(|| route!["sites"]) {
        return;
    }
    let done = route!["stages", "choose", "status"].value();
    let problem = Pilot::TooManySites { sites: firsts.len() };
    match (firsts.get(MOST), firsts.first()) {
        (Some(index), _) | (None, Some(index)) => {
            findings.report(&file.path, route!["sites", *index].value(), problem).beside(&file.path, done);
        }
        (None, None) => {
            findings.report(&file.path, done, problem);
        }
    }
}
