//! `satisfaction`: each wave's score with its interval, what may be said of a change, and what it rests on. One file a
//! table; this one shows it council by council.

mod coaching;
mod landlord;
mod planned;

pub use coaching::BeforeAfter;
pub use landlord::{AllCouncils, Themes, Together};
pub(super) use landlord::{of_theme_in_short, too_few};
pub use planned::Planned;

use super::{Cell, Column, Look, Row, Table, Tone, Width};
use crate::document::Scores;
use crate::locale::{self, words};
use crate::model::{Council, Decimal, Landlord, Language, ReportedFigure, Sampling, Target};
use crate::record::CouncilRecord;
use crate::satisfaction::{Change, Progress, Published, Series, Wave, published, series};
use crate::statistics::{Verdict, rounded};
use serde::Serialize;

/// Satisfaction over the years.
#[derive(Debug, Clone, Copy, Default)]
pub struct Satisfaction;

#[derive(Serialize, Default)]
struct Object<'a> {
    council: &'a str,
    question: Option<&'a str>,
    period: Option<String>,
    percent: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    base: Option<u32>,
    returned: Option<u32>,
    questioned: Option<u32>,
    dwellings: Option<u32>,
    sampling: Option<&'static str>,
    change: Option<ChangeObject>,
    change_since_first: Option<ChangeObject>,
    target: Option<&'static str>,
    reported: Option<&'a str>,
    points: Option<f64>,
    mark: Option<f64>,
    years: Option<u32>,
    source: Option<&'a str>,
    notes: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct ChangeObject {
    from: String,
    points: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    verdict: &'static str,
}

impl Table for Satisfaction {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [question, wave, score, trend, answers, change] = match look.language {
            Language::French => ["Question", "Vague", "Satisfaits", "", "Réponses", "Évolution"],
            Language::English => ["Question", "Wave", "Satisfied", "", "Answers", "Change"],
        };
        look.with_council_below(vec![
            Column::text(question, Width::Share(2)),
            Column::text(wave, Width::Fixed(8)),
            Column::text(score, Width::Fixed(13)),
            Column::text(trend, Width::Fixed(5)),
            Column::text(answers, Width::Share(2)),
            Column::text(change, Width::Share(2)),
        ])
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let (Some(landlord), Some(council)) = (look.record.landlord.value(), files.council.value()) else {
            return Vec::new();
        };
        let sheet = Sheet { look, files, landlord, council };
        let mut rows = Vec::new();
        for series in series(landlord, files) {
            let known = series.waves.iter().filter(|wave| wave.period.first() <= look.as_of).cloned().collect();
            let series = Series { question: series.question, waves: known };
            rows.extend((0..series.waves.len()).map(|place| sheet.wave(&series, place)));
        }
        let is_known = |published: &Published<'_>| published.period.is_none_or(|wave| wave.first() <= look.as_of);
        rows.extend(published(files).filter(is_known).map(|published| sheet.published(published)));
        rows
    }

    fn is_of_surveys(&self) -> bool {
        true
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![match look.language {
            Language::French => {
                "Satisfaits : part des « très satisfaits » et « satisfaits » parmi les avis exprimés, entre crochets \
                 l'intervalle à 95 % (Wilson, population finie). Évolutions en points de pourcentage (Newcombe)."
            }
            Language::English => {
                "Satisfied: share of “very satisfied” and “satisfied” among the opinions given, in brackets the 95% \
                 interval (Wilson, finite population). Changes in percentage points (Newcombe)."
            }
        }]
    }
}

struct Sheet<'a> {
    look: &'a Look<'a>,
    files: &'a CouncilRecord,
    landlord: &'a Landlord,
    council: &'a Council,
}

impl Sheet<'_> {
    fn wave(&self, series: &Series<'_>, place: usize) -> Row {
        let words = Scores(self.look.language);
        let wave = &series.waves[place];
        let before = place.checked_sub(1).map(|before| &series.waves[before]);
        let first = series.waves.first().filter(|_| place > 0);
        let change = before.and_then(|before| wave.change_from(before));
        let since_first = first.and_then(|first| wave.change_from(first));
        let is_last = place + 1 == series.waves.len();
        let target = self.council.targets.get(series.question).filter(|_| is_last);
        let progress = target.and_then(|target| series.progress(target, self.look.as_of));
        let percent = wave.proportion.percent().map(rounded);
        let interval = wave.proportion.interval();
        let mut evolution: Vec<String> = change.iter().map(|change| words.change(*change).join("\n")).collect();
        evolution.extend(target.zip(progress).map(|(target, progress)| self.target(target, progress)));
        let tone = tone(change);
        let question = if place == 0 { self.question(series.question) } else { String::new() };
        let cells = vec![
            Cell::from(question),
            Cell::from(wave.period.to_string()),
            Cell::from(words.score(wave).join("\n")),
            Cell::from(blocks(&series.waves[..=place])),
            Cell::from(words.answers(wave).join(", ")),
            Cell::toned(evolution.join("\n"), tone),
        ];
        let object = Object {
            council: self.files.id.as_str(),
            question: Some(series.question),
            period: Some(wave.period.to_string()),
            percent,
            low: interval.map(|interval| rounded(interval.low)),
            high: interval.map(|interval| rounded(interval.high)),
            base: Some(wave.proportion.base),
            returned: wave.returned,
            questioned: wave.questioned,
            dwellings: wave.dwellings,
            sampling: wave.sampling.map(Sampling::key),
            change: before.zip(change).map(|(from, change)| change_object(from, change)),
            change_since_first: first.zip(since_first).map(|(from, change)| change_object(from, change)),
            target: progress.map(Progress::key),
            notes: wave.notes,
            ..Object::default()
        };
        let volunteers = wave.sampling == Some(Sampling::Voluntary);
        Row { note: volunteers.then(|| words.about_volunteers()), ..self.row(cells, &object) }
    }

    /// A figure without its base: shown as such, never with an interval.
    fn published(&self, published: Published<'_>) -> Row {
        let language = self.look.language;
        let [mut percent, mut points, mut mark] = [None; 3];
        let figure = match published.figure {
            Some(ReportedFigure::Percent(figure)) => {
                percent = Some(figure.as_f64());
                locale::percent(figure, language)
            }
            Some(ReportedFigure::Points(figure)) => {
                points = Some(figure.as_f64());
                risen(figure, language)
            }
            Some(ReportedFigure::Mark(figure)) => {
                mark = Some(figure.as_f64());
                out_of_ten(figure, language)
            }
            None => String::new(),
        };
        let years = published.years.map(|years| over_years(years, language));
        let source = published.source.map(|source| sourced(source, language));
        let told: Vec<String> = std::iter::once(published.text.to_owned()).chain(source).collect();
        let figures: Vec<String> = Some(figure).filter(|figure| !figure.is_empty()).into_iter().chain(years).collect();
        let cells = vec![
            Cell::from(published.question.map(|id| self.question(id)).unwrap_or_default()),
            Cell::from(published.period.map(|period| period.to_string()).unwrap_or_default()),
            Cell::from(figures.join("\n")),
            Cell::default(),
            Cell::from(Scores(language).unknown_base()),
            Cell::from(told.join("\n")),
        ];
        let object = Object {
            council: self.files.id.as_str(),
            question: published.question,
            period: published.period.map(|period| period.to_string()),
            percent: percent.map(rounded),
            reported: Some(published.text),
            points,
            mark,
            years: published.years,
            source: published.source,
            ..Object::default()
        };
        self.row(cells, &object)
    }

    fn row(&self, cells: Vec<Cell>, object: &Object<'_>) -> Row {
        Row::new(self.look.with_council_cell_below(self.files, cells), object)
    }

    fn question(&self, id: &str) -> String {
        self.landlord.questions.get(id).map_or_else(|| id.to_owned(), |question| question.text.to_string())
    }

    fn target(&self, target: &Target, progress: Progress) -> String {
        let language = self.look.language;
        let is_over = target.by.is_some_and(|by| by.last() < self.look.as_of);
        let risen = risen(target.points.unwrap_or_default(), language);
        let by = target.by.map(|by| locale::by_period(by, language)).unwrap_or_default();
        let word = match (progress, language) {
            (Progress::Reached, Language::French) => "atteint",
            (Progress::Reached, Language::English) => "reached",
            (Progress::OnTheWay, Language::French) => "en bonne voie",
            (Progress::OnTheWay, Language::English) => "on the way",
            (Progress::OutOfReach, Language::French) if is_over => "non atteint à l'échéance",
            (Progress::OutOfReach, Language::English) if is_over => "missed",
            (Progress::OutOfReach, Language::French) => "hors d'atteinte à ce rythme",
            (Progress::OutOfReach, Language::English) => "out of reach at this pace",
            (Progress::NotComparable, Language::French) => "non comparable",
            (Progress::NotComparable, Language::English) => "not comparable",
        };
        match language {
            Language::French => format!("objectif {risen} {by}\u{a0}: {word}"),
            Language::English => format!("target {risen} {by}: {word}"),
        }
    }
}

/// « +8 points ».
fn risen(points: Decimal, language: Language) -> String {
    let sign = if points > Decimal::default() { "+" } else { "" };
    let number = locale::decimal(points, language).replace('-', "−");
    format!("{sign}{number} {}", words::points(points.as_f64(), language))
}

/// « 7,8 sur 10 ».
fn out_of_ten(mark: Decimal, language: Language) -> String {
    let mark = locale::decimal(mark, language);
    match language {
        Language::French => format!("{mark} sur 10"),
        Language::English => format!("{mark} out of 10"),
    }
}

/// « en 4 ans ».
fn over_years(years: u32, language: Language) -> String {
    match language {
        Language::French => format!("en {}", locale::counted(years, "an", "ans", language)),
        Language::English => format!("in {}", locale::counted(years, "year", "years", language)),
    }
}

/// « (source : le bulletin municipal) ».
fn sourced(source: &str, language: Language) -> String {
    match language {
        Language::French => format!("(source\u{a0}: {source})"),
        Language::English => format!("(source: {source})"),
    }
}

/// The colour of a change, which its words say too.
fn tone(change: Option<Change>) -> Tone {
    match change.and_then(Change::verdict) {
        Some(Verdict::Up) => Tone::Good,
        Some(Verdict::Down) => Tone::Bad,
        Some(Verdict::Inconclusive) | None => Tone::Plain,
    }
}

fn change_object(from: &Wave<'_>, change: Change) -> ChangeObject {
    change_of(from.period.to_string(), change)
}

/// A change for programs, with the wave or the year it counts from.
pub(super) fn change_of(from: String, change: Change) -> ChangeObject {
    let difference = match change {
        Change::Compared(difference) => Some(difference),
        Change::NotComparable => None,
    };
    ChangeObject {
        from,
        points: difference.map(|difference| rounded(difference.points)),
        low: difference.map(|difference| rounded(difference.low)),
        high: difference.map(|difference| rounded(difference.high)),
        verdict: change.key(),
    }
}

/// A line of blocks, one a wave: empty for nobody satisfied, full for all.
fn blocks(waves: &[Wave<'_>]) -> String {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let scores = waves.iter().filter_map(|wave| wave.proportion.percent());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 7")]
    scores.map(|percent| BLOCKS[((percent / 12.5) as usize).min(7)]).collect()
}
