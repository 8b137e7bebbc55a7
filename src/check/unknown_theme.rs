//! `unknown-theme`: a question or an axis names a theme that the landlord does not declare.
#![doc = include_str!("../../templates/en/rules/unknown-theme.md")]

use super::context::Declared;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::model::{Landlord, Theme};
use crate::record::Record;
use crate::route;

pub(super) const RULE: Rule = Rule::error("unknown-theme").on_landlord(in_questions).on_council(in_axes);

fn in_questions(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let (Some(landlord), Some(declared)) = (scope.record.landlord.value(), declared(scope.record)) else { return };
    for (question, fields) in &landlord.questions {
        if let Some(id) = &fields.theme {
            let spot = || route!["questions", question.as_str(), "theme"].value();
            findings.require(&declared, (Referent::Theme, id), &scope.record.landlord.path, spot);
        }
    }
}

fn in_axes(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let (Some((file, plan)), Some(declared)) = (scope.plan(), declared(scope.record)) else { return };
    for (axis, fields) in &plan.axes {
        if let Some(id) = &fields.theme {
            let spot = || route!["axes", axis.as_str(), "theme"].value();
            findings.require(&declared, (Referent::Theme, id), &file.path, spot);
        }
    }
}

fn declared(record: &Record) -> Option<Declared<'_, Theme, Landlord>> {
    Some(Declared { things: &record.landlord.value()?.themes, file: &record.landlord, key: "themes" })
}
