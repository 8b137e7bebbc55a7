//! Whether promises are kept: council by council and year by year, and how many councils they are kept in.

use super::{Cell, Column, Look, Row, Table, TheCharter, Title, Tone, Width, WrittenFile, told};
use crate::commitments::{Figure, Measured, Promise, Verdict, Why, measured};
use crate::document::Promises;
use crate::locale;
use crate::model::{Id, Language};
use crate::record::CouncilRecord;
use crate::statistics::rounded;
use crate::table::listed;
use serde::Serialize;
use std::collections::BTreeMap;

/// Each council's years.
#[derive(Debug, Default)]
pub struct ByCouncil {
    charter: TheCharter,
    /// The one year that is shown.
    pub year: Option<i32>,
}

/// The years of all councils.
#[derive(Debug, Default)]
pub struct AsAWhole {
    charter: TheCharter,
    /// The one year that is shown.
    pub year: Option<i32>,
}

impl ByCouncil {
    /// The table of one year, or of all.
    pub fn of(year: Option<i32>) -> Self {
        Self { year, ..Self::default() }
    }
}

impl AsAWhole {
    /// The table of one year, or of all.
    pub fn of(year: Option<i32>) -> Self {
        Self { year, ..Self::default() }
    }
}

#[derive(Serialize)]
struct Object<'a> {
    council: &'a str,
    kind: &'static str,
    promise: &'a str,
    year: i32,
    verdict: &'static str,
    why: Option<&'static str>,
    figure: Option<FigureObject>,
}

/// The figure's numbers: cases, sessions, or a score.
#[derive(Serialize)]
#[serde(untagged)]
enum FigureObject {
    Cases { kept: u32, missed: u32, pending: u32, unsure: u32, wanted: f64 },
    Sessions { held: u32, wanted: u32 },
    Score { wave: String, percent: Option<f64>, low: Option<f64>, high: Option<f64>, base: u32, wanted: f64 },
}

impl FigureObject {
    fn of(figure: Figure) -> Self {
        match figure {
            Figure::Minutes { within, tally } => Self::Cases {
                kept: tally.kept,
                missed: tally.missed,
                pending: tally.pending,
                unsure: tally.unsure,
                wanted: f64::from(within),
            },
            Figure::Actions { tally, wanted } => Self::Cases {
                kept: tally.kept,
                missed: tally.missed,
                pending: tally.pending,
                unsure: tally.unsure,
                wanted: wanted.as_f64(),
            },
            Figure::Sessions { held, wanted } => Self::Sessions { held, wanted },
            Figure::Score { wave, proportion, wanted } => {
                let interval = proportion.interval();
                Self::Score {
                    wave: wave.to_string(),
                    percent: proportion.percent().map(rounded),
                    low: interval.map(|interval| rounded(interval.low)),
                    high: interval.map(|interval| rounded(interval.high)),
                    base: proportion.base,
                    wanted: wanted.as_f64(),
                }
            }
        }
    }
}

/// The years of a council in which a promise can be looked at, each with what was found.
fn years(look: &Look<'_>, promise: &Promise<'_>, files: &CouncilRecord, only: Option<i32>) -> Vec<(i32, Measured)> {
    let Some(landlord) = look.record.landlord.value() else { return Vec::new() };
    // Of what nothing measures there is nothing to say council by council: the list of promises says so once.
    if promise.measure.is_none() {
        return Vec::new();
    }
    let shown = promise.years(files, look.as_of).filter(|year| only.is_none_or(|only| only == *year));
    shown.map(|year| (year, measured(promise.measure, promise.span(year), landlord, files, look.as_of))).collect()
}

impl Table for ByCouncil {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [promise, year, verdict, figure] = match look.language {
            Language::French => ["Engagement", "Année", "Tenu\u{a0}?", "Chiffres, et pourquoi"],
            Language::English => ["Promise", "Year", "Kept?", "Figures, and why"],
        };
        look.with_council_column(vec![
            Column::text(promise, Width::Share(1)),
            Column::text(year, Width::Fixed(5)),
            Column::text(verdict, Width::Fixed(10)),
            Column::text(figure, Width::Share(1)),
        ])
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match (look.one_council, look.language) {
            (false, Language::French) => "Ce qui est tenu, conseil par conseil",
            (false, Language::English) => "What is kept, council by council",
            (true, Language::French) => "Ce qui est tenu",
            (true, Language::English) => "What is kept",
        };
        Some(Title { name: "councils", text })
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        if files.council.value().is_none() {
            return Vec::new();
        }
        let promises = self.charter.promises(look.record);
        let of_promise = |promise: &Promise<'_>| {
            let years = years(look, promise, files, self.year);
            years
                .into_iter()
                .enumerate()
                .map(|(place, year)| row(look, files, promise, (place, year)))
                .collect::<Vec<_>>()
        };
        promises.iter().flat_map(of_promise).collect()
    }

    fn is_of_all(&self) -> bool {
        true
    }

    fn shared_files(&self) -> &'static [WrittenFile] {
        &[WrittenFile::Charter]
    }
}

fn row(
    look: &Look<'_>,
    files: &CouncilRecord,
    promise: &Promise<'_>,
    (place, (year, measured)): (usize, (i32, Measured)),
) -> Row {
    let words = Promises(look.language);
    let why = match measured.verdict {
        Verdict::Kept | Verdict::Broken => None,
        Verdict::Unmeasured(why) => Some(why),
    };
    let tone = match measured.verdict {
        Verdict::Kept => Tone::Good,
        Verdict::Broken => Tone::Bad,
        Verdict::Unmeasured(_) => Tone::Plain,
    };
    let figure = measured.figure.map(|figure| words.figure(figure));
    let told_why = why.map(|why| words.why(why).to_owned());
    let said: Vec<String> = figure.into_iter().chain(told_why).collect();
    let cells = vec![
        Cell::from(if place == 0 { told(promise, look.language) } else { String::new() }),
        Cell::from(year.to_string()),
        Cell::toned(words.verdict(measured.verdict), tone),
        Cell::from(listed(&said, look.language)),
    ];
    let object = Object {
        council: files.id.as_str(),
        kind: promise.origin.key(),
        promise: promise.id,
        year,
        verdict: measured.verdict.key(),
        why: why.map(Why::key),
        figure: measured.figure.map(FigureObject::of),
    };
    Row::new(look.with_council_cell(files, cells), &object)
}

/// In how many councils a promise was kept in a year, broken, or could not be measured, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Councils {
    kept: usize,
    broken: usize,
    unmeasured: [usize; Why::ALL.len()],
}

impl Councils {
    fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Kept => self.kept += 1,
            Verdict::Broken => self.broken += 1,
            Verdict::Unmeasured(why) => {
                for (many, _) in self.unmeasured.iter_mut().zip(Why::ALL).filter(|(_, of)| *of == why) {
                    *many += 1;
                }
            }
        }
    }

    fn unmeasured(&self) -> usize {
        self.unmeasured.iter().sum()
    }

    /// The reasons there are, each with its number.
    fn whys(&self) -> impl Iterator<Item = (Why, usize)> {
        Why::ALL.into_iter().zip(self.unmeasured).filter(|(_, many)| *many > 0)
    }
}

#[derive(Serialize)]
struct WholeObject<'a> {
    kind: &'static str,
    promise: &'a str,
    year: i32,
    kept: usize,
    broken: usize,
    unmeasured: usize,
    why: BTreeMap<&'static str, usize>,
}

impl Table for AsAWhole {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [promise, year, kept, broken, unmeasured, why] = match look.language {
            Language::French => ["Engagement", "Année", "Tenu", "Non tenu", "Non mesurable", "Pourquoi"],
            Language::English => ["Promise", "Year", "Kept", "Broken", "Not measurable", "Why"],
        };
        vec![
            Column::text(promise, Width::Share(1)),
            Column::text(year, Width::Fixed(5)),
            Column::figure(kept, 5),
            Column::figure(broken, 6),
            Column::figure(unmeasured, 10),
            Column::text(why, Width::Share(1)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Dans combien de conseils c'est tenu",
            Language::English => "In how many councils it is kept",
        };
        Some(Title { name: "landlord", text })
    }

    /// Those with errors are known from the table above it.
    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        if look.one_council {
            return Vec::new();
        }
        let promises = self.charter.promises(look.record);
        let mut found: BTreeMap<(usize, i32), Councils> = BTreeMap::new();
        let of_council = |files: &CouncilRecord| -> Vec<((usize, i32), Verdict)> {
            let of_promise = |(index, promise)| {
                let years = years(look, promise, files, self.year);
                years.into_iter().map(move |(year, measured)| ((index, year), measured.verdict))
            };
            promises.iter().enumerate().flat_map(of_promise).collect()
        };
        look.record.each_council(councils, of_council, |verdicts| {
            for (key, verdict) in verdicts {
                found.entry(key).or_default().add(verdict);
            }
        });
        let mut before = None;
        let rows = found.into_iter().map(|((index, year), councils)| {
            let is_first = before.replace(index) != Some(index);
            whole(look, &promises[index], is_first, (year, councils))
        });
        rows.collect()
    }

    fn shared_files(&self) -> &'static [WrittenFile] {
        &[WrittenFile::Charter]
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![match look.language {
            Language::French => {
                "Un conseil compte pour une année où l'engagement valait et où il existait. Ce que rien ne mesure n'est pas \
                 compté ici."
            }
            Language::English => {
                "A council counts for a year in which the promise held and in which it was there. What nothing measures is \
                 not counted here."
            }
        }]
    }
}

fn whole(look: &Look<'_>, promise: &Promise<'_>, is_first: bool, (year, councils): (i32, Councils)) -> Row {
    let language = look.language;
    let number = |many: usize| locale::integer(many, language);
    let toned = |many: usize, tone: Tone| Cell::toned(number(many), if many > 0 { tone } else { Tone::Plain });
    let words = Promises(language);
    let colon = match language {
        Language::French => "\u{a0}: ",
        Language::English => ": ",
    };
    let whys: Vec<String> =
        councils.whys().map(|(why, many)| format!("{}{colon}{}", words.why(why), number(many))).collect();
    let cells = vec![
        Cell::from(if is_first { told(promise, language) } else { String::new() }),
        Cell::from(year.to_string()),
        toned(councils.kept, Tone::Good),
        toned(councils.broken, Tone::Bad),
        Cell::from(number(councils.unmeasured())),
        Cell::from(listed(&whys, language)),
    ];
    let object = WholeObject {
        kind: promise.origin.key(),
        promise: promise.id,
        year,
        kept: councils.kept,
        broken: councils.broken,
        unmeasured: councils.unmeasured(),
        why: councils.whys().map(|(why, many)| (why.key(), many)).collect(),
    };
    Row::new(cells, &object)
}
