//! French words for a value of the wrong form, a word outside its list, a date or an amount that is none.

use super::glosses::{glossed, meant};
use super::{did_you_mean, listed};
use crate::locale::phrase::{sentences, short, words, yes_or_no};
use crate::locale::problem::Words;
use crate::model::Id;
use crate::yaml::{Expected, Found};

pub(super) fn wrong_type(key: &str, expected: Expected, found: &Found, quoted: Option<&String>) -> Words {
    if let (Expected::Text, Some(quoted)) = (expected, quoted) {
        return Words {
            proposal: quoted.clone(),
            ..words(
                "un texte qui contient un deux-points suivi d'une espace, un crochet ou une accolade doit être entre \
                 guillemets",
                "n'est pas lu comme un texte",
                "mettez le texte entre guillemets :",
            )
        };
    }
    let subject = if key.is_empty() { "ce fichier".to_owned() } else { format!("« {} »", short(key)) };
    words(
        format!("{subject} doit être {}", wanted(expected)),
        label(expected, found),
        sentences(&[example(expected), hint(expected, found)]),
    )
}

/// What a form of value is called; it follows « doit être ».
pub(in crate::locale) fn wanted(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "un texte",
        Expected::Boolean => "« true » (oui) ou « false » (non)",
        Expected::Count => "un nombre entier",
        Expected::Decimal => "un nombre",
        Expected::Date => "une date",
        Expected::Period => "une période",
        Expected::Amount => "un montant en euros",
        Expected::Time => "une heure",
        Expected::Id => "un nom fait de minuscules sans accent, de chiffres et de traits d'union",
        Expected::Year => "une année",
        Expected::List => "une liste",
        Expected::Map => "une suite de lignes « mot-clé: valeur »",
        Expected::Outcome => "une liste de suites données, chacune d'une seule sorte",
        Expected::Measure => "une mesure, et une seule",
        Expected::ReportedFigure => "une liste de résultats, avec un seul chiffre par entrée",
        Expected::Votes => "le décompte des voix",
        Expected::Grant => "un montant, ou son détail",
        Expected::Signature => "la date d'une signature",
        Expected::FirstNumber => "un nombre, ou « none »",
    }
}

/// The forms of a period.
const PERIODS: &str = "« 2023 », « 2023-S2 » (semestre), « 2023-T4 » (trimestre), « 2023-10 » (mois), « 2023-W15 » \
                       (semaine) ou « 2023-05-10 »";

/// How such a value is written.
pub(in crate::locale) fn example(expected: Expected) -> String {
    let example = match expected {
        Expected::Text => "écrivez le texte sur la même ligne.",
        Expected::Boolean => "",
        Expected::Count => "écrivez des chiffres seulement, par exemple « 120 ».",
        Expected::Decimal => "par exemple « 78,6 ».",
        Expected::Date => "par exemple « 2023-05-10 ».",
        Expected::Period => return format!("par exemple {PERIODS}."),
        Expected::Amount => "par exemple « 1200 » ou « 1200,50 ».",
        Expected::Time => "par exemple « 18:30 » ou « 18h30 ».",
        Expected::Id => "c'est ce nom que les autres fichiers citent.",
        Expected::Year => "par exemple « 2023 ».",
        Expected::List => "écrivez une chose par ligne, chacune après « - » et une espace.",
        Expected::Map => {
            "écrivez chaque mot-clé sur sa ligne ; ce qui dépend d'une ligne est décalé de deux espaces vers la droite."
        }
        Expected::Outcome => {
            "commencez chaque suite par « - information: », « - decision: », « - action: » ou « - postponed: » (point \
             reporté), et par un seul de ces mots-clés."
        }
        Expected::Measure => {
            "écrivez une seule de ces mesures : « minutes_within_days: » (délai du relevé, en jours), \
             « sessions_per_year: » (séances par an), « question: » avec « at_least: » (question d'enquête et part de \
             satisfaits), ou « actions_on_time: » (part des actions faites à temps)."
        }
        Expected::ReportedFigure => {
            "ne gardez dans chaque entrée qu'une de ces lignes : « points: », « percent: » (pour cent) ou « mark: » \
             (note sur dix)."
        }
        Expected::Votes => {
            "écrivez « unanimous » (à l'unanimité), ou les lignes « for: » (pour), « against: » (contre) et \
             « abstained: » (abstentions)."
        }
        Expected::Grant => {
            "écrivez un montant, par exemple « 1200 », ou, en dessous, les lignes « upkeep: » (entretien), \
             « investment: » (investissement) et « carried_over: » (report)."
        }
        Expected::Signature => "par exemple « 2023-01-15 », « 2023 », ou « undated » si la date est inconnue.",
        Expected::FirstNumber => "écrivez « none » si le conseil ne numérote pas ses séances.",
    };
    example.to_owned()
}

/// What is written, under the place. A value made of several lines is judged as a whole: there, what was found says
/// nothing.
fn label(expected: Expected, found: &Found) -> String {
    match (expected, found) {
        (Expected::Outcome, _) => "sorte à choisir".to_owned(),
        (Expected::Measure, _) => "mesure à choisir ou à compléter".to_owned(),
        (Expected::ReportedFigure, _) => "chiffre à choisir".to_owned(),
        (_, Found::Blank) => "rien n'est écrit".to_owned(),
        (_, Found::Text(text)) => format!("il est écrit « {} »", short(text)),
        (_, Found::List) => "c'est une liste de lignes « - »".to_owned(),
        (_, Found::Map) => "ce sont des lignes « mot-clé: valeur »".to_owned(),
    }
}

/// The value that was probably meant, or nothing.
fn hint(expected: Expected, found: &Found) -> String {
    let Found::Text(text) = found else { return String::new() };
    match expected {
        Expected::Boolean => match yes_or_no(text) {
            Some(true) => "pour « oui », écrivez « true ».".to_owned(),
            Some(false) => "pour « non », écrivez « false ».".to_owned(),
            None => String::new(),
        },
        Expected::Id => match Id::suggestion(text) {
            none if none.is_empty() => none,
            suggestion => format!("par exemple « {suggestion} »."),
        },
        _ => String::new(),
    }
}

pub(super) fn unknown_value(key: &str, value: &str, nearest: Option<&String>, known: &[String]) -> Words {
    let glossed: Vec<String> = known.iter().map(|word| glossed(word)).collect();
    words(
        format!("« {} » n'est pas une valeur possible de « {key} »", short(value)),
        "valeur inconnue",
        sentences(&[
            format!("valeurs possibles : {}.", listed(&glossed)),
            did_you_mean(meant(value, known).or(nearest)),
        ]),
    )
}

pub(super) fn bad_date(text: &str, period: bool, meant: Option<&String>, no_such_day: bool) -> Words {
    let (kind, forms) = if period {
        ("une période", format!("une période s'écrit {PERIODS}."))
    } else {
        ("une date", "une date s'écrit année-mois-jour, par exemple « 2023-05-10 ».".to_owned())
    };
    // « à fixer », « prochainement »
    let is_open = period && !text.contains(|sign: char| sign.is_ascii_digit());
    let blank = if is_open { "si elle n'est pas encore connue, n'écrivez rien après le deux-points." } else { "" };
    let text = short(text);
    let (message, label) = if no_such_day {
        (format!("« {text} » n'existe pas dans le calendrier (de 1900 à 2199)"), "hors du calendrier")
    } else {
        (format!("« {text} » n'est pas {kind}"), "illisible")
    };
    words(message, label, meant.map_or(sentences(&[forms, blank.to_owned()]), |meant| format!("écrivez « {meant} ».")))
}

pub(super) fn bad_amount(text: &str, ambiguous: bool) -> Words {
    let (label, help) = if ambiguous {
        (
            "des milliers, ou des millièmes ?",
            "écrivez « 1200 » pour mille deux cents euros, « 1,20 » pour un euro vingt.",
        )
    } else {
        (
            "illisible",
            "un montant s'écrit « 1200 » ou « 1200,50 », en euros, avec deux décimales au plus, sans point ni virgule \
             entre les milliers.",
        )
    };
    words(format!("« {} » n'est pas un montant", short(text)), label, help)
}
