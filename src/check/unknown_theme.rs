//! `unknown-theme`: a question or an axis names a theme that the landlord does not declare.

use super::context::may_be_lost;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::record::Record;
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-theme").on_landlord(in_questions).on_council(in_axes);

fn in_questions(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some(landlord) = scope.record.landlord.value() else { return };
    for (question, fields) in &landlord.questions {
        if let Some(id) = &fields.theme {
            let spot = route!["questions", question.as_str(), "theme"].value();
            check(scope.record, findings, &scope.record.landlord.path, spot, id);
        }
    }
}

fn in_axes(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some((file, plan)) = scope.plan() else { return };
    for (axis, fields) in &plan.axes {
        if let Some(id) = &fields.theme {
            check(scope.record, findings, &file.path, route!["axes", axis.as_str(), "theme"].value(), id);
        }
    }
}

fn check(record: &Record, findings: &mut Findings<'_>, path: &str, spot: Spot, id: &str) {
    let Some(landlord) = record.landlord.value() else { return };
    if !landlord.themes.contains_key(id) && !may_be_lost(&record.landlord, "themes", id) {
        let known = landlord.themes.keys().map(|id| id.as_str());
        findings.unknown(path, spot, (Referent::Theme, id), known, &record.landlord.path);
    }
}
