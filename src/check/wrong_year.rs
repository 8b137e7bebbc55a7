//! `wrong-year`: a session's file is probably named with a wrong year.
#![doc = include_str!("../../templates/en/rules/wrong-year.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::oversight::{Oversight, WrongYear};
use crate::model::SessionStatus;
use crate::route;

pub(super) const RULE: Rule = Rule::warning("wrong-year").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let mut told = Vec::new();
    for announced in scope.announced() {
        let Some(session) = scope.misdated(&announced) else { continue };
        let council = scope.files.id.to_string();
        let cause = WrongYear::Announced { council, session, announced: announced.when };
        told.push(session);
        findings
            .report(&scope.files.paths.session(session), route!["status"].value(), Oversight::WrongYear(cause))
            .beside(&announced.file.path, announced.spot());
    }
    for announced in scope.announced() {
        let counts = announced.session.status != SessionStatus::Cancelled && !told.contains(&announced.by);
        if counts && announced.is_far() {
            let council = scope.files.id.to_string();
            let cause = WrongYear::FarNext { council, session: announced.by, next: announced.when };
            findings
                .report(&announced.file.path, announced.spot(), Oversight::WrongYear(cause))
                .beside(&announced.file.path, route!["status"].value());
        }
    }
}
