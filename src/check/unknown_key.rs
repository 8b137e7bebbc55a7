//! `unknown-key`: a key that does not belong where it stands.
#![doc = include_str!("../../templates/en/rules/unknown-key.md")]

use super::nearest::nearest;
use super::{CouncilScope, Findings, Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::model::Survey;
use crate::route;
use crate::store::Layout;
use crate::yaml::FaultKind;

pub(super) const RULE: Rule = Rule::error("unknown-key").on_reading(look).on_council(in_reported);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    let FaultKind::UnknownKey { key, known } = &trouble.fault()?.kind else { return None };
    let nearest = nearest(key, known.iter().copied());
    let known = known.iter().map(|key| (*key).to_owned()).collect();
    Some(Reading::UnknownKey { key: key.clone(), nearest, known }.into())
}

/// Looks at what a file of reported figures has besides: nobody would count it, since it is of no known period.
fn in_reported(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some((_, file)) = scope.files.surveys.iter().find(|(name, _)| name == Layout::REPORTED) else { return };
    for key in file.value().into_iter().flat_map(beside_reported) {
        let problem = Reading::UnknownKey { key: key.to_owned(), nearest: None, known: vec!["reported".to_owned()] };
        findings.report(&file.path, route![key].key(), Problem::from(problem));
    }
}

fn beside_reported(survey: &Survey) -> impl Iterator<Item = &'static str> {
    let Survey { dwellings, questioned, returned, method, answers, reported: _ } = survey;
    let there = [
        ("dwellings", dwellings.is_some()),
        ("questioned", questioned.is_some()),
        ("returned", returned.is_some()),
        ("method", method.is_some()),
        ("answers", !answers.is_empty()),
    ];
    there.into_iter().filter_map(|(key, is_there)| is_there.then_some(key))
}
