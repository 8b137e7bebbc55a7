//! `site-not-candidate`: a site of the coaching pilot that was not among the residences considered.
#![doc = include_str!("../../templates/en/rules/site-not-candidate.md")]

use super::context::may_be_lost;
use super::{Findings, LandlordScope, Rule};
use crate::locale::problem::Pilot;
use crate::route;

pub(super) const RULE: Rule = Rule::error("site-not-candidate").on_landlord(look).across_councils();

fn look(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some(file) = scope.coaching.as_ref().filter(|_| scope.whole) else { return };
    let (Some(coaching), Some(landlord)) = (file.value(), scope.record.landlord.value()) else { return };
    for (index, site) in coaching.sites.iter().enumerate() {
        // A misspelt residence is told as one.
        let is_known = landlord.residences.contains_key(site.as_str());
        if !is_known || coaching.candidates.contains_key(site.as_str()) || may_be_lost(file, "candidates", site) {
            continue;
        }
        let candidates: Vec<String> = coaching.candidates.keys().cloned().collect();
        let has_candidates = !candidates.is_empty();
        let problem = Pilot::SiteNotCandidate { site: site.to_string(), candidates };
        let found = findings.report(&file.path, route!["sites", index].value(), problem);
        if has_candidates {
            found.beside(&file.path, route!["candidates"].key());
        }
    }
}
