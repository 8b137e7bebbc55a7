//! `commitment-broken`: a council's last full year did not keep what the charter promises.
#![doc = include_str!("../../templates/en/rules/commitment-broken.md")]

use super::{CouncilScope, Findings, Rule};
use crate::commitments::{Figure, Span, Verdict, charter_span, first_late, measured};
use crate::locale::oversight::{Oversight, Shortfall};
use crate::model::{Commitment, Measure};
use crate::route;
use crate::statistics::rounded;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::warning("commitment-broken").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(file) = scope.charter else { return };
    let (Some(charter), Some(landlord)) = (file.value(), scope.landlord()) else { return };
    // A figure that rests on what could not be read would accuse somebody.
    if charter.commitments.is_empty() || file.is_faulty() || is_faulty(scope) {
        return;
    }
    // The years before were told in their time.
    let year = scope.today.year() - 1;
    let span = charter_span(charter, year);
    for (id, commitment) in charter.commitments.iter().filter(|(_, commitment)| commitment.measure.is_some()) {
        let measured = measured(commitment.measure.as_ref(), span, landlord, scope.files, scope.today);
        let (Verdict::Broken, Some(figure)) = (measured.verdict, measured.figure) else { continue };
        let Some(shortfall) = shortfall(figure) else { continue };
        let (path, spot) = fact(scope, commitment, span, figure);
        let problem = Oversight::CommitmentBroken { text: commitment.text.to_string(), year, shortfall };
        let law = route!["commitments", id.as_str(), "text"].value();
        findings.report(&path, spot, problem).beside(&file.path, law);
    }
}

fn is_faulty(scope: &CouncilScope<'_>) -> bool {
    let surveys = || scope.files.surveys.iter().any(|(_, file)| file.is_faulty());
    scope.record.landlord.is_faulty() || scope.files.is_faulty() || surveys()
}

fn shortfall(figure: Figure) -> Option<Shortfall> {
    Some(match figure {
        Figure::Minutes { within, tally } => {
            Shortfall::Minutes { within, late: tally.missed, sessions: tally.total() }
        }
        Figure::Sessions { held, wanted } => Shortfall::Sessions { held, wanted },
        Figure::Score { proportion, wanted, .. } => {
            let percent = format!("{:.1}", rounded(proportion.percent()?)).parse().ok()?;
            Shortfall::Score { percent, wanted }
        }
        Figure::Actions { tally, wanted } => Shortfall::Actions { in_time: tally.kept, due: tally.total(), wanted },
    })
}

/// Where the record shows it: the first session whose minutes were late, the wave, the actions; of sessions that were not
/// held, the council itself.
fn fact(scope: &CouncilScope<'_>, commitment: &Commitment, span: Span, figure: Figure) -> (String, Spot) {
    let paths = &scope.files.paths;
    match (figure, &commitment.measure) {
        (Figure::Minutes { within, .. }, _) => {
            if let Some(session) = first_late(span, scope.files, within, scope.today) {
                let has_date = scope.files.session(session).and_then(|file| file.value()?.published).is_some();
                let key = if has_date { "published" } else { "status" };
                return (paths.session(session), route![key].value());
            }
        }
        (Figure::Score { wave, .. }, Some(Measure::Question { question, .. })) => {
            let mut waves = scope.files.surveys.iter().map(|(name, _)| name);
            if let Some(name) = waves.find(|name| name.parse() == Ok(wave)) {
                return (paths.survey(name), route!["answers", question.as_str()].key());
            }
        }
        (Figure::Actions { .. }, _) => return (paths.plan.clone(), route!["actions"].key()),
        (Figure::Sessions { .. } | Figure::Score { .. }, _) => {}
    }
    (paths.council.clone(), route!["name"].value())
}
