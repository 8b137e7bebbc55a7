//! `weakness-unanswered`: two sessions were held since a weakness was found; no axis takes it up, and no session found
//! it solved.
#![doc = include_str!("../../templates/en/rules/weakness-unanswered.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Sense;
use crate::model::{Mark, Review, Text};
use crate::route;
use std::collections::HashSet;

pub(super) const RULE: Rule = Rule::warning("weakness-unanswered").on_council(look);

/// How many sessions may pass without an answer.
const PATIENCE: usize = 2;

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if scope.is_closed() || scope.files.listing.has_misnamed_plan() {
        return;
    }
    if scope.files.plan.as_ref().is_some_and(|plan| plan.has_lost(&route!["axes"])) {
        return;
    }
    let axes = scope.files.plan().into_iter().flat_map(|plan| plan.axes.values());
    let answered: HashSet<&str> = axes.flat_map(|axis| axis.answers.iter()).map(Text::as_str).collect();
    let reviews = scope.sessions().flat_map(|(_, _, session)| session.reviews.iter());
    let solved: HashSet<&str> =
        reviews.filter(|(_, review)| **review == Review::Solved).map(|(finding, _)| finding.as_str()).collect();
    for (session, mark, id, _) in scope.files.findings().filter(|(_, mark, _, _)| *mark == Mark::Weakness) {
        let finding = format!("{session}/{id}");
        let sessions = scope.files.held_after(session, scope.today);
        if sessions >= PATIENCE && !answered.contains(finding.as_str()) && !solved.contains(finding.as_str()) {
            let spot = route!["diagnosis", mark.key(), id.as_str()].value();
            let path = scope.files.paths.session(session);
            findings
                .report(&path, spot, Sense::WeaknessUnanswered { finding, sessions })
                .beside_spot(scope.last_held());
        }
    }
}
