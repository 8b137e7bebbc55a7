//! The same in words: for who cannot see the picture, and what must be known to read it.

use super::{Panel, is_joined, is_shown};
use crate::document::Scores;
use crate::locale::{self, Language};
use crate::model::Sampling;
use crate::satisfaction::{FEWEST, Wave};
use crate::statistics::rounded;

/// What the picture is of.
pub(super) fn title(council: &str, language: Language) -> String {
    match language {
        Language::French => locale::no_break(&format!("La satisfaction au fil des enquêtes : {council}"), language),
        Language::English => format!("Satisfaction over the surveys: {council}"),
    }
}

/// Every wave of every question, in sentences.
pub(super) fn description(panels: &[Panel<'_>], language: Language) -> String {
    let of_panel = |panel: &Panel<'_>| {
        let waves: Vec<String> = panel.waves.iter().map(|wave| wave_in_words(wave, language)).collect();
        // A question ends in a sign of its own.
        let waves = waves.join(match language {
            Language::French => "\u{a0}; ",
            Language::English => "; ",
        });
        format!("{} – {waves}.", panel.title)
    };
    panels.iter().map(of_panel).collect::<Vec<_>>().join(" ")
}

/// « octobre 2023, 62,5 % de satisfaits, intervalle à 95 % de 40,1 % à 80,2 %, 24 avis ».
fn wave_in_words(wave: &Wave<'_>, language: Language) -> String {
    let words = Scores(language);
    let period = locale::period(wave.period, language);
    let Some(percent) = wave.proportion.percent().filter(|_| is_shown(wave)) else {
        return match language {
            Language::French => format!("{period}, moins de {FEWEST} avis, aucun chiffre"),
            Language::English => format!("{period}, fewer than {FEWEST} opinions, no figure"),
        };
    };
    let score = words.percent(rounded(percent));
    let range =
        wave.proportion.interval().map(|interval| [interval.low, interval.high].map(|end| words.percent(rounded(end))));
    let range = range.map(|[low, high]| match language {
        Language::French => format!(", intervalle à 95\u{a0}% de {low} à {high}"),
        Language::English => format!(", 95% interval from {low} to {high}"),
    });
    let range = range.unwrap_or_default();
    match language {
        Language::French => {
            let opinions = locale::counted(wave.proportion.base, "avis", "avis", language);
            format!("{period}, {score} de satisfaits{range}, {opinions}")
        }
        Language::English => {
            let opinions = locale::counted(wave.proportion.base, "opinion", "opinions", language);
            format!("{period}, {score} satisfied{range}, {opinions}")
        }
    }
}

/// What must be known to read it, below it.
pub(super) fn notes(panels: &[Panel<'_>], language: Language) -> Vec<String> {
    let waves = || panels.iter().flat_map(|panel| panel.waves);
    let mut notes = vec![match language {
        Language::French => "Part de satisfaits parmi n avis exprimés ; la barre est l'intervalle à 95 %.",
        Language::English => "Share of satisfied among n opinions given; the bar is the 95% interval.",
    }];
    let pairs = || panels.iter().flat_map(|panel| panel.waves.iter().zip(panel.waves.iter().skip(1)));
    if pairs().any(|(before, wave)| is_shown(before) && is_shown(wave) && !is_joined(before, wave)) {
        notes.push(match language {
            Language::French => "Deux enquêtes sans trait entre elles ne se comparent pas.",
            Language::English => "Two surveys without a line between them cannot be compared.",
        });
    }
    if waves().any(|wave| !is_shown(wave)) {
        notes.push(match language {
            Language::French => "Sous cinq avis, aucun chiffre n'est montré.",
            Language::English => "Below five opinions, no figure is shown.",
        });
    }
    if waves().any(|wave| wave.sampling == Some(Sampling::Voluntary)) {
        notes.push(Scores(language).about_volunteers());
    }
    notes.into_iter().map(|note| locale::no_break(note, language)).collect()
}
