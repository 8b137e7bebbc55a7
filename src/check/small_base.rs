//! `small-base`: a score rests on fewer than thirty answers, and not everybody was there to answer.
#![doc = include_str!("../../templates/en/rules/small-base.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::oversight::Oversight;
use crate::model::Sampling;
use crate::route;
use crate::satisfaction::{Wave, series};

pub(super) const RULE: Rule = Rule::warning("small-base").on_council(look);

/// How many answers a score needs.
const LEAST: u32 = 30;

/// A question of a wave with too few answers, the fewest of that wave.
struct Small<'a> {
    wave: &'a str,
    question: &'a str,
    base: u32,
    questions: usize,
}

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if scope.files.surveys.is_empty() {
        return;
    }
    let Some(landlord) = scope.landlord() else { return };
    let mut small: Vec<Small<'_>> = Vec::new();
    for series in series(landlord, scope.files) {
        for wave in series.waves.iter().filter(|wave| is_small(wave)) {
            let base = wave.proportion.base;
            match small.iter_mut().find(|small| small.wave == wave.name) {
                None => small.push(Small { wave: wave.name, question: series.question, base, questions: 1 }),
                Some(known) => {
                    known.questions += 1;
                    if base < known.base {
                        (known.question, known.base) = (series.question, base);
                    }
                }
            }
        }
    }
    for (name, file) in &scope.files.surveys {
        let Some(Small { question, base, questions, .. }) = small.iter().find(|small| small.wave == name) else { continue };
        if !file.is_faulty() {
            let problem =
                Oversight::SmallBase { question: (*question).to_owned(), base: *base, others: questions - 1 };
            let found = findings.report(&file.path, route!["answers", *question].key(), problem);
            let method = file.value().and_then(|survey| survey.method.as_ref());
            if method.is_some_and(|method| method.sampling.is_some()) {
                found.beside(&file.path, route!["method", "sampling"].value());
            }
        }
    }
}

/// Says whether there are answers, too few, of a part of those who could give one.
fn is_small(wave: &Wave<'_>) -> bool {
    let proportion = wave.proportion;
    let is_census = wave.sampling == Some(Sampling::Census)
        || proportion.population.is_some_and(|population| proportion.base >= population);
    (1..LEAST).contains(&proportion.base) && !is_census
}
