//! `answers-exceed-dwellings`: more answers to a question than there are dwellings.
#![doc = include_str!("../../templates/en/rules/answers-exceed-dwellings.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Figures;
use crate::model::{Asked, Count, Landlord, Survey};
use crate::record::File;
use crate::route;

pub(super) const RULE: Rule = Rule::error("answers-exceed-dwellings").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (file, survey) in scope.surveys() {
        let Some(dwellings) = dwellings(scope, file, survey) else { continue };
        for (question, answers) in &survey.answers {
            let total = answers.total();
            if total <= dwellings || !is_put_to_tenants(scope.landlord(), question) {
                continue;
            }
            let of_residence = survey.dwellings.is_none();
            let question = question.clone();
            let spot = route!["answers", question.as_str()].key();
            let problem = Figures::AnswersExceedDwellings { question, answers: total, dwellings, of_residence };
            let found = findings.report(&file.path, spot, problem);
            if !of_residence {
                found.beside(&file.path, route!["dwellings"].value());
            } else if let Some([residence]) = scope.council().map(|council| &council.residence[..]) {
                let landlord = &scope.record.landlord.path;
                found.beside(landlord, route!["residences", residence.as_str(), "dwellings"].value());
            }
        }
    }
}

/// How many dwellings a survey is about: its own word, else the residences'; `None` where a fault may have hidden it.
pub(super) fn dwellings(scope: &CouncilScope<'_>, file: &File<Survey>, survey: &Survey) -> Option<u32> {
    if file.has_lost_key(|| route!["dwellings"]) {
        return None;
    }
    let of_residences = || {
        let (landlord, council) = (scope.landlord()?, scope.council()?);
        let lost = scope.files.council.has_lost_key(|| route!["residence"]);
        landlord.dwellings_of(council).filter(|_| !lost)
    };
    survey.dwellings.map(Count::get).or_else(of_residences)
}

/// Says whether a question is put to tenants, who give one answer a dwelling; an unknown one is told as such.
pub(super) fn is_put_to_tenants(landlord: Option<&Landlord>, question: &str) -> bool {
    let declared = landlord.and_then(|landlord| landlord.questions.get(question));
    declared.is_some_and(|question| question.asked.unwrap_or_default() == Asked::Tenants)
}
