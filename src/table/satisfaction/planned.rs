//! The next survey: how many answers a precision needs in each residence, beside how many came last time, and what
//! precision these gave.

use crate::document::{Scores, one_line};
use crate::locale::{self, words};
use crate::model::{Asked, Council, CouncilKind, Decimal, Id, Landlord, Language, Mode, Sampling, Text};
use crate::record::CouncilRecord;
use crate::satisfaction::{Wave, series};
use crate::statistics::{answers_needed, precision, rounded};
use crate::table::{Cell, Column, Look, Row, Table, Width};
use serde::Serialize;

/// What a precision needs.
#[derive(Debug, Clone, Copy)]
pub struct Planned {
    /// Half the width of the interval that is wanted, in percentage points.
    pub points: Decimal,
}

#[derive(Serialize)]
struct Object<'a> {
    council: Option<&'a str>,
    residences: Vec<&'a str>,
    dwellings: Option<u32>,
    points: f64,
    needed: u32,
    last: Option<Last<'a>>,
}

/// How the last survey of tenants went.
#[derive(Serialize)]
struct Last<'a> {
    period: String,
    base: u32,
    returned: Option<u32>,
    questioned: Option<u32>,
    precision: Option<f64>,
    mode: Option<&'static str>,
    sampling: Option<&'static str>,
    notes: Option<&'a str>,
}

impl<'a> Last<'a> {
    fn of(wave: &Wave<'a>) -> Self {
        Self {
            period: wave.period.to_string(),
            base: wave.proportion.base,
            returned: wave.returned,
            questioned: wave.questioned,
            precision: precision(wave.proportion.base, wave.dwellings).map(rounded),
            mode: wave.mode.map(Mode::key),
            sampling: wave.sampling.map(Sampling::key),
            notes: wave.notes,
        }
    }
}

impl Table for Planned {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [residence, dwellings, needed, last, came, precision, how] = match look.language {
            Language::French => {
                ["Résidence", "Logements", "Avis à réunir", "Dernière vague", "Avis reçus", "Précision", "Comment"]
            }
            Language::English => {
                ["Residence", "Dwellings", "Opinions needed", "Last wave", "Opinions", "Precision", "How"]
            }
        };
        vec![
            Column::text(residence, Width::Share(1)),
            Column::figure(dwellings, 9),
            Column::figure(needed, 8),
            Column::text(last, Width::Fixed(8)),
            Column::figure(came, 8),
            Column::figure(precision, 9),
            Column::text(how, Width::Share(1)),
        ]
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let (Some(landlord), Some(council)) = (look.record.landlord.value(), files.council.value()) else {
            return Vec::new();
        };
        if !is_surveyed(landlord, council, files) {
            return Vec::new();
        }
        let series = series(landlord, files);
        let waves = series.iter().flat_map(|series| series.waves.iter());
        let known = waves.filter(|wave| wave.asked == Asked::Tenants && wave.period.first() <= look.as_of);
        // Of the last wave, the question with the fewest opinions: what is planned is to do for each of them.
        let last = known
            .filter(|wave| wave.proportion.base > 0)
            .max_by_key(|wave| (wave.period, std::cmp::Reverse(wave.proportion.base)));
        let residences: Vec<&str> = council.residence.iter().map(Text::as_str).collect();
        let dwellings = landlord.dwellings_of(council).or_else(|| last.and_then(|last| last.dwellings));
        vec![self.row(look, landlord, (Some(files.id.as_str()), &residences, dwellings), last)]
    }

    /// The residences that no council speaks for.
    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let Some(landlord) = look.record.landlord.value().filter(|_| !look.one_council) else { return Vec::new() };
        let mut spoken_for = vec![false; landlord.residences.len()];
        let of_council = |files: &CouncilRecord| -> Vec<usize> {
            let council = files.council.value().filter(|council| is_surveyed(landlord, council, files));
            let residences = council.into_iter().flat_map(|council| council.residence.iter());
            residences.filter_map(|id| landlord.residences.get_index_of(id.as_str())).collect()
        };
        look.record.each_council(councils, of_council, |places| {
            for place in places {
                spoken_for[place] = true;
            }
        });
        let others = landlord.residences.iter().zip(spoken_for).filter(|(_, spoken_for)| !spoken_for);
        let row = |(id, residence): (&Id, &crate::model::Residence)| {
            let dwellings = residence.dwellings.map(crate::model::Count::get);
            self.row(look, landlord, (None, &[id.as_str()], dwellings), None)
        };
        others.map(|(residence, _)| row(residence)).collect()
    }

    fn is_of_surveys(&self) -> bool {
        true
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        match look.language {
            Language::French => vec![
                "Avis à réunir\u{a0}: avis exprimés par question, pour cette précision à 95\u{a0}% quelle que soit la \
                 réponse (au pire, un satisfait sur deux). Précision\u{a0}: celle de la question qui en a reçu le moins, au \
                 pire aussi.",
                "Le calcul vaut pour un tirage au sort\u{a0}: il ne corrige pas l'absence de ceux qui n'ont pas voulu \
                 répondre.",
            ],
            Language::English => vec![
                "Opinions needed: opinions given on each question, for this precision at 95% whatever the answer (at worst, \
                 one satisfied in two). Precision: that of the question that got the fewest, at worst too.",
                "This holds of a random sample: it does not make up for those who did not want to answer.",
            ],
        }
    }
}

/// Says whether a council speaks for its residences in surveys of tenants: a body above councils does where it has such a
/// survey.
fn is_surveyed(landlord: &Landlord, council: &Council, files: &CouncilRecord) -> bool {
    let is_above = matches!(council.kind(), CouncilKind::Ccl | CouncilKind::Steering);
    let asks_tenants =
        || series(landlord, files).iter().flat_map(|series| &series.waves).any(|wave| wave.asked == Asked::Tenants);
    !council.residence.is_empty() && (!is_above || asks_tenants())
}

impl Planned {
    fn row(
        self,
        look: &Look<'_>,
        landlord: &Landlord,
        (council, residences, dwellings): (Option<&str>, &[&str], Option<u32>),
        last: Option<&Wave<'_>>,
    ) -> Row {
        let language = look.language;
        let name = |id: &&str| {
            landlord.residences.get(*id).map_or_else(|| (*id).to_owned(), |residence| one_line(&residence.name))
        };
        let unknown = || match language {
            Language::French => "inconnu".to_owned(),
            Language::English => "unknown".to_owned(),
        };
        let points = self.points.as_f64();
        // Where nobody knows how many there are, more than enough for any number.
        let needed = answers_needed(dwellings.unwrap_or(u32::MAX), points);
        let count = |many: u32| locale::integer(many, language);
        let last = last.map(Last::of);
        let how = last.as_ref().map(|last| how(last, language)).unwrap_or_default();
        let cells = vec![
            Cell::from(residences.iter().map(name).collect::<Vec<_>>().join(", ")),
            Cell::from(dwellings.map_or_else(unknown, count)),
            Cell::from(format!("{}\n(±{})", count(needed), locale::decimal(self.points, language))),
            Cell::from(last.as_ref().map(|last| last.period.clone()).unwrap_or_default()),
            Cell::from(last.as_ref().map(|last| count(last.base)).unwrap_or_default()),
            Cell::from(
                last.as_ref().and_then(|last| last.precision).map(|points| told(points, language)).unwrap_or_default(),
            ),
            Cell::from(how),
        ];
        let object = Object { council, residences: residences.to_vec(), dwellings, points, needed, last };
        Row::new(cells, &object)
    }
}

/// « ±6,6 points ».
fn told(points: f64, language: Language) -> String {
    format!("±{}\n{}", Scores(language).decimal(points), words::points(points, language))
}

/// How the last survey was done, or that there was none.
fn how(last: &Last<'_>, language: Language) -> String {
    let forms = match (last.returned, last.questioned, language) {
        (Some(returned), Some(questioned), Language::French) => Some(format!("{returned} retours sur {questioned}")),
        (Some(returned), Some(questioned), Language::English) => Some(format!("{returned} forms of {questioned}")),
        _ => None,
    };
    let notes = last.notes.map(one_line);
    forms.into_iter().chain(notes).collect::<Vec<_>>().join("\n")
}
