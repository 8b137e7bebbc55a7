//! `counts-do-not-add`: two counts that cannot be true together, of those present or of a survey's forms.
#![doc = include_str!("../../templates/en/rules/counts-do-not-add.md")]

use super::answers_exceed_dwellings::{dwellings, is_put_to_tenants};
use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::{Figures, Misfit};
use crate::model::{Attendance, Count, Survey};
use crate::record::File;
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("counts-do-not-add").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (_, file, session) in scope.sessions() {
        if let Some(attendance) = &session.attendance
            && !file.has_lost_key(|| route!["attendance"])
        {
            in_attendance(&file.path, attendance, findings);
        }
    }
    for (file, survey) in scope.surveys() {
        in_survey(scope, file, survey, findings);
    }
}

fn in_attendance(path: &str, attendance: &Attendance, findings: &mut Findings<'_>) {
    let Some(counts) = attendance.counts.as_ref().filter(|_| !attendance.is_estimate()) else { return };
    let Some(present) = counts.present.map(Count::get) else { return };
    let route = || route!["attendance", "counts"];
    let all = || route().then("present").value();
    let mut report = |spot: Spot, misfit: Misfit, beside: Spot| {
        findings.report(path, spot, Figures::CountsDoNotAdd(misfit)).beside(path, beside);
    };
    let sum: u64 = counts.parts.values().map(|part| u64::from(part.get())).sum();
    if !counts.parts.is_empty() && sum != u64::from(present) {
        report(route().then("parts").key(), Misfit::Parts { sum, present }, all());
    }
    if let Some(voters) = counts.voters.map(Count::get).filter(|voters| *voters > present) {
        report(route().then("voters").value(), Misfit::Voters { voters, present }, all());
    }
    let listed = attendance.members_present().saturating_add(attendance.residents.map_or(0, Count::get));
    if listed > present {
        let key = if attendance.present.is_empty() { "residents" } else { "present" };
        report(all(), Misfit::Listed { listed, present }, route!["attendance", key].key());
    }
}

/// A count of a survey's forms: its key, and how many there are.
type Forms = (&'static str, u32);

fn in_survey(scope: &CouncilScope<'_>, file: &File<Survey>, survey: &Survey, findings: &mut Findings<'_>) {
    let forms = [("returned", survey.returned), ("questioned", survey.questioned)];
    let forms = forms.map(|(key, count)| Some((key, count?.get())));
    if forms.iter().all(Option::is_none) {
        return;
    }
    let dwellings = dwellings(scope, file, survey);
    in_answers(scope, file, (survey, dwellings), forms.into_iter().flatten().next(), findings);
    let [returned, questioned] = forms;
    let steps = [returned, questioned, dwellings.map(|count| ("dwellings", count))];
    let mut steps = steps.into_iter().flatten();
    let Some(mut below) = steps.next() else { return };
    for above in steps {
        if below.1 > above.1 {
            let misfit = Misfit::Forms { key: below.0, count: below.1, most_key: above.0, most: above.1 };
            let found = findings.report(&file.path, route![below.0].value(), Figures::CountsDoNotAdd(misfit));
            if above.0 != "dwellings" || survey.dwellings.is_some() {
                found.beside(&file.path, route![above.0].value());
            } else if let Some([residence]) = scope.council().map(|council| &council.residence[..]) {
                let landlord = &scope.record.landlord.path;
                found.beside(landlord, route!["residences", residence.as_str(), "dwellings"].value());
            }
        }
        below = above;
    }
}

/// Holds each question's answers against the forms; not where there are more than dwellings, which another rule tells.
fn in_answers(
    scope: &CouncilScope<'_>,
    file: &File<Survey>,
    (survey, dwellings): (&Survey, Option<u32>),
    forms: Option<Forms>,
    findings: &mut Findings<'_>,
) {
    let Some((key, count)) = forms else { return };
    for (question, answers) in &survey.answers {
        let total = answers.total();
        let is_told = dwellings.is_some_and(|dwellings| total > dwellings);
        if total > count && !is_told && is_put_to_tenants(scope.landlord(), question) {
            let misfit = Misfit::Answers { question: question.clone(), answers: total, key, count };
            findings
                .report(&file.path, route!["answers", question.as_str()].key(), Figures::CountsDoNotAdd(misfit))
                .beside(&file.path, route![key].value());
        }
    }
}
