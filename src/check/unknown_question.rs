//! `unknown-question`: a survey, a target, a commitment or an engagement is about a question that the landlord does not
//! declare.

use super::context::may_be_lost;
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
                let spot = route!["engagements", id.as_str(), "measure", "question"].value();
                check(scope.record, findings, &scope.record.landlord.path, spot, question);
            }
        }
    }
    let Some(file) = &scope.charter else { return };
    let Some(charter) = file.value() else { return };
    for (id, commitment) in &charter.commitments {
        if let Some(Measure::Question { question, .. }) = &commitment.measure {
            let spot = route!["commitments", id.as_str(), "measure", "question"].value();
            check(scope.record, findings, &file.path, spot, question);
        }
    }
}

fn in_surveys(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if let Some(council) = scope.council() {
        for id in council.targets.keys() {
            check(scope.record, findings, &scope.files.council.path, route!["targets", id].key(), id);
        }
    }
    for (file, survey) in scope.surveys() {
        for id in survey.answers.keys() {
            check(scope.record, findings, &file.path, route!["answers", id].key(), id);
        }
        for (index, reported) in survey.reported.iter().enumerate() {
            if let Some(id) = &reported.question {
                check(scope.record, findings, &file.path, route!["reported", index, "question"].value(), id);
            }
        }
    }
}

fn check(record: &Record, findings: &mut Findings<'_>, path: &str, spot: Spot, id: &str) {
    let Some(landlord) = record.landlord.value() else { return };
    if !landlord.questions.contains_key(id) && !may_be_lost(&record.landlord, "questions", id) {
        let known = landlord.questions.keys().map(|id| id.as_str());
        findings.unknown(path, spot, (Referent::Question, id), known, &record.landlord.path);
    }
}
