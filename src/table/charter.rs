//! `charter`: what was promised, by whom, and whether it is kept, council by council and as a whole; who took part and who
//! signed, shown apart. One file a table; this one shows the charter itself and the promises.

mod kept;
mod taking_part;

pub use kept::{AsAWhole, ByCouncil};
pub use taking_part::TakingPart;

use super::{Cell, Column, Look, Row, Table, Title, Tone, Width};
use crate::commitments::{Origin, Promise, charter_term, promises};
use crate::document::{Promises, one_line};
use crate::locale;
use crate::model::{Charter, Date, Id, Language, Measure, Period, Text, WrittenFile};
use crate::record::{File, Record};
use serde::Serialize;
use std::sync::OnceLock;

/// The charter, read once for all councils.
#[derive(Debug, Default)]
struct TheCharter(OnceLock<Option<File<Charter>>>);

impl TheCharter {
    fn of(&self, record: &Record) -> Option<&Charter> {
        self.0.get_or_init(|| record.charter()).as_ref()?.value()
    }

    /// All that is promised.
    fn promises<'a>(&'a self, record: &'a Record) -> Vec<Promise<'a>> {
        let charter = self.of(record);
        record.landlord.value().map(|landlord| promises(landlord, charter)).unwrap_or_default()
    }
}

/// The charter itself: its title, its watchwords, its term.
#[derive(Debug, Default)]
pub struct Itself(TheCharter);

#[derive(Serialize)]
struct ItselfObject<'a> {
    title: &'a str,
    watchwords: Vec<&'a str>,
    from: Option<String>,
    until: Option<String>,
    in_force: bool,
}

impl Table for Itself {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [charter, watchwords, valid] = match look.language {
            Language::French => ["Titre", "Mots d'ordre", "Validité"],
            Language::English => ["Title", "Watchwords", "Term"],
        };
        vec![
            Column::text(charter, Width::Share(2)),
            Column::text(watchwords, Width::Share(2)),
            Column::text(valid, Width::Share(2)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "La charte",
            Language::English => "The charter",
        };
        Some(Title { name: "charter", text })
    }

    /// It looks at no council.
    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, _councils: &[Id]) -> Vec<Row> {
        let Some(charter) = self.0.of(look.record) else { return Vec::new() };
        let (from, until) = charter_term(charter);
        let watchwords: Vec<&str> = charter.watchwords.iter().map(Text::as_str).collect();
        let (is_in_force, state) = term(from, until, look.as_of, look.language);
        let cells = vec![
            Cell::from(one_line(&charter.title)),
            Cell::from(watchwords.join(",\n")),
            Cell::toned(state, if is_in_force { Tone::Plain } else { Tone::Bad }),
        ];
        let object = ItselfObject {
            title: &charter.title,
            watchwords,
            from: from.map(|from| from.to_string()),
            until: until.map(|until| until.to_string()),
            in_force: is_in_force,
        };
        vec![Row::new(cells, &object)]
    }

    fn shared_files(&self) -> &'static [WrittenFile] {
        &[WrittenFile::Charter]
    }
}

/// Whether the term holds on a day, and in words.
fn term(from: Option<Period>, until: Option<Period>, day: Date, language: Language) -> (bool, String) {
    let begun = from.is_none_or(|from| from.first() <= day);
    let over = until.is_some_and(|until| until.last() < day);
    let state = match (begun, over, language) {
        (_, true, Language::French) => "terme passé",
        (_, true, Language::English) => "its term is over",
        (false, false, Language::French) => "pas encore en vigueur",
        (false, false, Language::English) => "not in force yet",
        (true, false, Language::French) => "en vigueur",
        (true, false, Language::English) => "in force",
    };
    let no_term = match language {
        Language::French => "sans terme (la loi n'en fixe pas)",
        Language::English => "no term (the law sets none)",
    };
    let span = locale::span(from, until, language).unwrap_or_else(|| no_term.to_owned());
    (begun && !over, format!("{span}, {state}"))
}

/// The promises: each with what it is measured by.
#[derive(Debug, Default)]
pub struct PromiseList(TheCharter);

#[derive(Serialize)]
struct PromiseObject<'a> {
    kind: &'static str,
    id: &'a str,
    text: &'a str,
    from: Option<String>,
    until: Option<String>,
    measure: Option<MeasureObject<'a>>,
}

#[derive(Serialize, Default)]
struct MeasureObject<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes_within_days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sessions_per_year: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actions_on_time: Option<f64>,
}

impl<'a> MeasureObject<'a> {
    fn of(measure: &'a Measure) -> Self {
        match measure {
            Measure::MinutesWithinDays(days) => Self { minutes_within_days: Some(days.get()), ..Self::default() },
            Measure::SessionsPerYear(sessions) => Self { sessions_per_year: Some(sessions.get()), ..Self::default() },
            Measure::Question { question, at_least } => {
                Self { question: Some(question), at_least: Some(at_least.as_f64()), ..Self::default() }
            }
            Measure::ActionsOnTime(share) => Self { actions_on_time: Some(share.as_f64()), ..Self::default() },
        }
    }
}

impl Table for PromiseList {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [promise, since, measure] = match look.language {
            Language::French => ["Engagement", "Depuis", "Ce qui le mesure"],
            Language::English => ["Promise", "Since", "What it is measured by"],
        };
        vec![
            Column::text(promise, Width::Share(4)),
            Column::text(since, Width::Share(2)),
            Column::text(measure, Width::Share(4)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Ce qui est promis",
            Language::English => "What is promised",
        };
        Some(Title { name: "promises", text })
    }

    /// It looks at no council.
    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, _councils: &[Id]) -> Vec<Row> {
        self.0.promises(look.record).iter().map(|promise| measured_by(look, promise)).collect()
    }

    fn shared_files(&self) -> &'static [WrittenFile] {
        &[WrittenFile::Charter]
    }
}

fn measured_by(look: &Look<'_>, promise: &Promise<'_>) -> Row {
    let language = look.language;
    let question = |id: &str| {
        let known = look.record.landlord.value().and_then(|landlord| landlord.questions.get(id));
        known.map_or_else(|| id.to_owned(), |question| one_line(&question.text))
    };
    let words = Promises(language);
    let measure = match promise.measure {
        Some(measure) => Cell::from(words.measure(measure, question)),
        None => Cell::from(words.unmeasured()),
    };
    let since = promise.from.map(|from| locale::period(from, language)).unwrap_or_default();
    let cells = vec![Cell::from(told(promise, language)), Cell::from(since), measure];
    let object = PromiseObject {
        kind: promise.origin.key(),
        id: promise.id,
        text: promise.text,
        from: promise.from.map(|from| from.to_string()),
        until: promise.until.map(|until| until.to_string()),
        measure: promise.measure.map(MeasureObject::of),
    };
    Row::new(cells, &object)
}

/// A promise, with whose it is.
fn told(promise: &Promise<'_>, language: Language) -> String {
    let origin = match (promise.origin, language) {
        (Origin::Charter, Language::French) => "charte",
        (Origin::Charter, Language::English) => "charter",
        (Origin::Landlord, Language::French) => "bailleur",
        (Origin::Landlord, Language::English) => "landlord",
    };
    format!("{} ({origin})", one_line(promise.text))
}
