//! `not-comparable`: two waves of a survey asked in another way, so that their difference says nothing.
#![doc = include_str!("../../templates/en/rules/not-comparable.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::oversight::{Differing, Oversight};
use crate::route;
use crate::satisfaction::{Change, Wave, series};
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::warning("not-comparable").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if scope.files.surveys.len() < 2 {
        return;
    }
    let Some(landlord) = scope.landlord() else { return };
    // What holds of a whole wave is told once, and not with each of its questions.
    let mut told: Vec<(&str, Differing)> = Vec::new();
    for series in series(landlord, scope.files) {
        for pair in series.waves.windows(2) {
            let [before, wave] = pair else { continue };
            if !is_incomparable(before, wave) || is_faulty(scope, before) || is_faulty(scope, wave) {
                continue;
            }
            let Some(differing) = differing(before, wave) else { continue };
            let once = differing != Differing::Wording;
            if once && told.contains(&(wave.name, differing)) {
                continue;
            }
            told.push((wave.name, differing));
            let problem = Oversight::NotComparable {
                question: series.question.to_owned(),
                differing,
                wave: wave.period,
                before: before.period,
            };
            findings
                .report(&scope.files.paths.survey(wave.name), spot(wave, series.question, differing), problem)
                .beside(&scope.files.paths.survey(before.name), spot(before, series.question, differing));
        }
    }
}

fn is_incomparable(before: &Wave<'_>, wave: &Wave<'_>) -> bool {
    let have_answers = before.proportion.percent().is_some() && wave.proportion.percent().is_some();
    have_answers && wave.change_from(before) == Some(Change::NotComparable)
}

/// What is not the same; what holds of the whole wave first.
fn differing(before: &Wave<'_>, wave: &Wave<'_>) -> Option<Differing> {
    if before.mode != wave.mode {
        Some(Differing::Mode)
    } else if before.sampling != wave.sampling {
        Some(Differing::Sampling)
    } else {
        (before.wording != wave.wording).then_some(Differing::Wording)
    }
}

fn spot(wave: &Wave<'_>, question: &str, differing: Differing) -> Spot {
    match differing {
        Differing::Mode if wave.mode.is_some() => route!["method", "mode"].value(),
        Differing::Sampling if wave.sampling.is_some() => route!["method", "sampling"].value(),
        Differing::Wording if wave.wording.is_some() => route!["answers", question, "wording"].value(),
        Differing::Mode | Differing::Sampling | Differing::Wording => route!["answers", question].key(),
    }
}

fn is_faulty(scope: &CouncilScope<'_>, wave: &Wave<'_>) -> bool {
    scope.files.surveys.iter().any(|(name, file)| name == wave.name && file.is_faulty())
}
