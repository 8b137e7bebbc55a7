//! What members and staff said before the coaching was tried out, while it was, and after: apart from tenants.

use super::landlord::too_few;
use super::{ChangeObject, change_of, tone};
use crate::document::{Scores, one_line};
use crate::locale::words;
use crate::model::{Asked, Coaching, Date, Language, Period, WrittenFile};
use crate::record::{CouncilRecord, File, Record};
use crate::satisfaction::{Change, FEWEST, Wave, series};
use crate::statistics::{Proportion, rounded};
use crate::table::{Cell, Column, Look, Row, Table, Title, Width};
use serde::Serialize;
use std::sync::OnceLock;

/// Members and staff, before and after.
#[derive(Debug, Default)]
pub struct BeforeAfter(OnceLock<Option<File<Coaching>>>);

/// When a wave was, against the trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    Before,
    During,
    After,
}

impl Moment {
    const ALL: [Self; 3] = [Self::Before, Self::During, Self::After];

    /// When a wave ended before the trial began, when it ended on its last day or later, or in between.
    fn of(wave: &Wave<'_>, from: Date, to: Option<Date>) -> Self {
        let ended = wave.period.last();
        if ended < from {
            Self::Before
        } else if to.is_some_and(|to| to <= ended) {
            Self::After
        } else {
            Self::During
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::During => "during",
            Self::After => "after",
        }
    }

    fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Before, Language::French) => "avant",
            (Self::Before, Language::English) => "before",
            (Self::During, Language::French) => "pendant",
            (Self::During, Language::English) => "during",
            (Self::After, Language::French) => "après",
            (Self::After, Language::English) => "after",
        }
    }
}

#[derive(Serialize)]
struct Object<'a> {
    council: &'a str,
    question: &'a str,
    asked: &'static str,
    moment: &'static str,
    period: String,
    percent: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    base: Option<u32>,
    people: Option<u32>,
    change: Option<ChangeObject>,
}

impl BeforeAfter {
    fn coaching(&self, record: &Record) -> Option<&Coaching> {
        self.0.get_or_init(|| record.coaching()).as_ref()?.value()
    }
}

impl Table for BeforeAfter {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [question, moment, wave, score, answers, change] = match look.language {
            Language::French => ["Question", "Moment", "Vague", "Satisfaits", "Réponses", "Évolution"],
            Language::English => ["Question", "When", "Wave", "Satisfied", "Answers", "Change"],
        };
        look.with_council_below(vec![
            Column::text(question, Width::Share(1)),
            Column::text(moment, Width::Fixed(7)),
            Column::text(wave, Width::Fixed(8)),
            Column::text(score, Width::Fixed(13)),
            Column::text(answers, Width::Share(1)),
            Column::text(change, Width::Share(1)),
        ])
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "L'accompagnement\u{a0}: membres et personnel, avant et après",
            Language::English => "The coaching: members and staff, before and after",
        };
        Some(Title { name: "coaching", text })
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let (Some(coaching), Some(landlord)) = (self.coaching(look.record), look.record.landlord.value()) else {
            return Vec::new();
        };
        if !is_coached(coaching, files) {
            return Vec::new();
        }
        let trial = coaching.stages.as_ref().and_then(|stages| stages.experiment.as_ref());
        let Some(from) = trial.and_then(|trial| trial.from).map(Period::first) else { return Vec::new() };
        let to = trial.and_then(|trial| trial.to).map(Period::last);
        let mut rows = Vec::new();
        for series in series(landlord, files) {
            let waves: Vec<&Wave<'_>> = series.waves.iter().filter(|wave| wave.period.first() <= look.as_of).collect();
            let shown = shown(&waves, from, to);
            for (place, (moment, wave)) in shown.iter().enumerate() {
                let before = shown.first().filter(|(first, _)| *first == Moment::Before).map(|(_, wave)| *wave);
                let before = before.filter(|_| *moment != Moment::Before);
                let question = landlord.questions.get(series.question).filter(|_| place == 0);
                let question = question.map(|question| one_line(&question.text)).unwrap_or_default();
                rows.push(row(look, files, (series.question, question), (*moment, wave, before)));
            }
        }
        rows
    }

    fn is_of_surveys(&self) -> bool {
        true
    }

    fn shared_files(&self) -> &'static [WrittenFile] {
        &[WrittenFile::Coaching]
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![match look.language {
            Language::French => {
                "Avant, pendant, après\u{a0}: l'étape «\u{a0}expérimenter\u{a0}» de coaching.yaml. Avant est la dernière \
                 vague finie quand elle commence, après la dernière qui ne finit pas avant elle."
            }
            Language::English => {
                "Before, during, after: stage “experiment” of coaching.yaml. Before is the last wave that was over when it \
                 began, after is the last that does not end before it does."
            }
        }]
    }
}

/// Says whether a council steers the coaching, or is that of one of its sites.
fn is_coached(coaching: &Coaching, files: &CouncilRecord) -> bool {
    let steers = coaching.steering.as_ref().is_some_and(|steering| steering.as_str() == files.id.as_str());
    let Some(council) = files.council.value() else { return false };
    steers || council.residence.iter().any(|residence| coaching.sites.contains(residence))
}

/// The last wave before, those during, the last after, of a question that is put to members or staff.
fn shown<'w, 'a>(waves: &[&'w Wave<'a>], from: Date, to: Option<Date>) -> Vec<(Moment, &'w Wave<'a>)> {
    let of_people = waves.iter().filter(|wave| wave.asked != Asked::Tenants);
    let dated: Vec<(Moment, &Wave<'_>)> = of_people.map(|wave| (Moment::of(wave, from, to), *wave)).collect();
    let of_moment = |moment: Moment| {
        let found: Vec<_> = dated.iter().copied().filter(|(of, _)| *of == moment).collect();
        let skipped = if moment == Moment::During { 0 } else { found.len().saturating_sub(1) };
        found.into_iter().skip(skipped)
    };
    Moment::ALL.into_iter().flat_map(of_moment).collect()
}

fn row(
    look: &Look<'_>,
    files: &CouncilRecord,
    (question, text): (&str, String),
    (moment, wave, before): (Moment, &Wave<'_>, Option<&Wave<'_>>),
) -> Row {
    let language = look.language;
    let words = Scores(language);
    // Few enough to be told apart.
    let is_shown = |wave: &Wave<'_>| wave.proportion.base >= FEWEST;
    let compared = before.filter(|before| is_shown(before) && is_shown(wave));
    let change: Option<Change> = compared.and_then(|before| wave.change_from(before));
    let told = match (change, moment) {
        (Some(change), _) => words.change(change).join("\n"),
        (None, Moment::Before) => String::new(),
        (None, Moment::During | Moment::After) if before.is_some() => String::new(),
        (None, Moment::During | Moment::After) => match language {
            Language::French => "rien avant pour comparer".to_owned(),
            Language::English => "nothing before to compare with".to_owned(),
        },
    };
    let text = if text.is_empty() { text } else { format!("{text} ({})", words::asked(wave.asked, language)) };
    let cells = vec![
        Cell::from(text),
        Cell::from(moment.word(language)),
        Cell::from(wave.period.to_string()),
        Cell::from(if is_shown(wave) { words.score(wave).join("\n") } else { too_few(language).to_owned() }),
        Cell::from(if is_shown(wave) { words.answers(wave).join(", ") } else { String::new() }),
        Cell::toned(told, tone(change)),
    ];
    let shown = Some(wave.proportion).filter(|_| is_shown(wave));
    let interval = shown.and_then(Proportion::interval);
    let object = Object {
        council: files.id.as_str(),
        question,
        asked: super::landlord::key(wave.asked),
        moment: moment.key(),
        period: wave.period.to_string(),
        percent: shown.and_then(Proportion::percent).map(rounded),
        low: interval.map(|interval| rounded(interval.low)),
        high: interval.map(|interval| rounded(interval.high)),
        base: shown.map(|shown| shown.base),
        people: wave.dwellings,
        change: before.zip(change).map(|(before, change)| change_of(before.period.to_string(), change)),
    };
    Row::new(look.with_council_cell_below(files, cells), &object)
}
