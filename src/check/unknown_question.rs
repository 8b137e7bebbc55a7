//! `unknown-question`: a survey, a target, a commitment or an engagement is about a question that the landlord does not
//! declare.
#![doc = include_str!("../../templates/en/rules/unknown-question.md")]

use super::context::Declared;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::model::Measure;
use crate::record::Record;
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-question").on_landlord(in_measures).on_council(in_surveys);

fn in_measures(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    if let Some(landlord) = scope.record.landlord.value() {
        for (id, engagement) in &landlord.engagements {
            if let Some(Measure::Question { question, .. }) = &engagement.measure {
                let spot = || route!["engagements", id.as_str(), "measure", "question"].value();
                check(scope.record, findings, &scope.record.landlord.path, question, spot);
            }
        }
    }
    let Some(file) = &scope.charter else { return };
    let Some(charter) = file.value() else { return };
    for (id, commitment) in &charter.commitments {
        if let Some(Measure::Question { question, .. }) = &commitment.measure {
            let spot = || route!["commitments", id.as_str(), "measure", "question"].value();
            check(scope.record, findings, &file.path, question, spot);
        }
    }
}

fn in_surveys(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if let Some(council) = scope.council() {
        for id in council.targets.keys() {
            check(scope.record, findings, &scope.files.council.path, id, || route!["targets", id].key());
        }
    }
    for (file, survey) in scope.surveys() {
        for id in survey.answers.keys() {
            check(scope.record, findings, &file.path, id, || route!["answers", id].key());
        }
        for (index, reported) in survey.reported.iter().enumerate() {
            if let Some(id) = &reported.question {
                check(scope.record, findings, &file.path, id, || route!["reported", index, "question"].value());
            }
        }
    }
}

fn check(record: &Record, findings: &mut Findings<'_>, path: &str, id: &str, spot: impl FnOnce() -> Spot) {
    let Some(landlord) = record.landlord.value() else { return };
    let declared = Declared { things: &landlord.questions, file: &record.landlord, key: "questions" };
    findings.require(&declared, (Referent::Question, id), path, spot);
}
