//! Satisfaction of all councils together: question by question and year by year, and theme by theme. Tenants, members and
//! staff are never together.

use super::{ChangeObject, change_of, tone};
use crate::document::{Scores, one_line};
use crate::locale::{self, words};
use crate::model::{Asked, Id, Landlord, Language, Mode, Sampling, Text};
use crate::record::CouncilRecord;
use crate::satisfaction::{Alike, Change, Pooled, Sum, Way};
use crate::statistics::rounded;
use crate::table::{Cell, Column, Look, Row, Table, Title, Width};
use serde::Serialize;
use std::sync::OnceLock;

/// What all councils answered, gathered once for all the tables that show it.
#[derive(Debug, Default)]
pub struct AllCouncils(OnceLock<Pooled>);

impl AllCouncils {
    fn of(&self, look: &Look<'_>, landlord: &Landlord, councils: &[Id]) -> &Pooled {
        self.0.get_or_init(|| {
            let mut all = Pooled::default();
            let of_council = |files: &CouncilRecord| Pooled::of(landlord, files, look.as_of);
            look.record.each_council(councils, of_council, |own| all.add(own));
            all
        })
    }
}

/// The answers of tenants, of members or of staff, all councils together.
#[derive(Debug)]
pub struct Together<'a> {
    /// What was gathered.
    pub all: &'a AllCouncils,
    /// Whose answers.
    pub asked: Asked,
}

#[derive(Serialize)]
struct Object<'a> {
    question: &'a str,
    theme: Option<&'a str>,
    asked: &'static str,
    year: i32,
    wording: Option<&'a str>,
    percent: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    base: Option<u32>,
    dwellings: Option<u32>,
    councils: u32,
    ways: Vec<WayObject>,
    change: Option<TwiceObject>,
}

#[derive(Serialize)]
struct WayObject {
    mode: Option<&'static str>,
    sampling: Option<&'static str>,
}

#[derive(Serialize)]
struct TwiceObject {
    #[serde(flatten)]
    change: ChangeObject,
    councils: u32,
}

impl WayObject {
    fn of(way: Way) -> Self {
        Self { mode: way.mode.map(Mode::key), sampling: way.sampling.map(Sampling::key) }
    }
}

impl<'a> Object<'a> {
    fn of(landlord: &'a Landlord, (alike, year, sum): (&'a Alike, i32, &Sum)) -> Option<Self> {
        let (id, question) = landlord.questions.get_index(alike.place)?;
        let shown = Some(sum.proportion).filter(|_| sum.is_shown());
        let interval = shown.and_then(crate::statistics::Proportion::interval);
        Some(Self {
            question: id.as_str(),
            theme: question.theme.as_deref(),
            asked: key(question.asked.unwrap_or_default()),
            year,
            wording: alike.wording.as_deref(),
            percent: shown.and_then(crate::statistics::Proportion::percent).map(rounded),
            low: interval.map(|interval| rounded(interval.low)),
            high: interval.map(|interval| rounded(interval.high)),
            base: shown.map(|shown| shown.base),
            dwellings: sum.proportion.population,
            councils: sum.councils,
            ways: sum.ways.iter().copied().map(WayObject::of).collect(),
            change: None,
        })
    }
}

/// The word that a question's people are typed as.
pub(super) fn key(asked: Asked) -> &'static str {
    Asked::ALL.iter().find(|(one, _)| *one == asked).map_or("", |(_, key)| key)
}

impl Table for Together<'_> {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [question, year, score, answers, change] = match look.language {
            Language::French => ["Question", "Année", "Satisfaits", "Réponses", "Évolution"],
            Language::English => ["Question", "Year", "Satisfied", "Answers", "Change"],
        };
        vec![
            Column::text(question, Width::Share(2)),
            Column::text(year, Width::Fixed(5)),
            Column::text(score, Width::Fixed(13)),
            Column::text(answers, Width::Share(2)),
            Column::text(change, Width::Share(2)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let (name, text) = match (self.asked, look.language) {
            (Asked::Tenants, Language::French) => ("tenants", "Les locataires, tous conseils réunis"),
            (Asked::Tenants, Language::English) => ("tenants", "The tenants, all councils together"),
            (Asked::Members, Language::French) => ("members", "Les membres des conseils, tous conseils réunis"),
            (Asked::Members, Language::English) => ("members", "The members of councils, all councils together"),
            (Asked::Staff, Language::French) => ("staff", "Le personnel, tous conseils réunis"),
            (Asked::Staff, Language::English) => ("staff", "The staff, all councils together"),
        };
        Some(Title { name, text })
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let Some(landlord) = look.record.landlord.value() else { return Vec::new() };
        let all = self.all.of(look, landlord, councils);
        let mut before = None;
        let sums = all.asked(landlord, self.asked);
        let rows = sums.filter_map(|(alike, year, sum)| {
            let is_first = before.replace(alike) != Some(alike);
            row(look, landlord, all, is_first, (alike, year, sum))
        });
        rows.collect()
    }

    fn is_of_surveys(&self) -> bool {
        true
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        // Said once, below the first of these tables that has rows.
        let landlord = look.record.landlord.value();
        let has_rows =
            |asked| landlord.zip(self.all.0.get()).is_some_and(|(of, all)| all.asked(of, asked).next().is_some());
        let first = Asked::ALL.into_iter().map(|(asked, _)| asked).find(|asked| has_rows(*asked));
        if first != Some(self.asked) {
            return Vec::new();
        }
        match look.language {
            Language::French => vec![
                "Ne s'ajoutent que les réponses à la même question, posée dans les mêmes mots, la même année (la dernière \
                 vague de chaque conseil). C'est la part des réponses données\u{a0}: une résidence y pèse par ses réponses, \
                 et l'intervalle est celui de l'ensemble des logements ou des personnes, comme si l'on y avait tiré au sort.",
                "Évolution\u{a0}: sur les seuls conseils interrogés les deux années, de la même façon.",
            ],
            Language::English => vec![
                "Only answers to the same question are added up, asked in the same words, in the same year (each council's \
                 last wave). It is the share of the answers given: a residence weighs by its answers, and the interval is \
                 that of all dwellings or people together, as if they had been drawn at random.",
                "Change: over the councils alone that were asked in both years, in the same way.",
            ],
        }
    }
}

fn row(
    look: &Look<'_>,
    landlord: &Landlord,
    all: &Pooled,
    is_first: bool,
    (alike, year, sum): (&Alike, i32, &Sum),
) -> Option<Row> {
    let language = look.language;
    let words = Scores(language);
    let (_, question) = landlord.questions.get_index(alike.place)?;
    let twice = all.twice(alike, year);
    let change = twice.and_then(|(from, twice)| Some((from, twice, twice.change()?)));
    let told = change.map(|(from, twice, change)| {
        let since = match language {
            Language::French => format!("depuis {from}, {}", councils(twice.after.councils, language)),
            Language::English => format!("since {from}, {}", councils(twice.after.councils, language)),
        };
        [words.change(change), vec![since]].concat().join("\n")
    });
    // Councils of the year before that were asked in another way, or are others.
    let not_comparable = twice.is_none() && all.has_earlier(alike, year);
    let told = told.or_else(|| not_comparable.then(|| words.change(Change::NotComparable).join("\n")));
    let tone = tone(change.map(|(_, _, change)| change));
    let text = alike.wording.as_deref().unwrap_or(&question.text);
    let cells = vec![
        Cell::from(if is_first { one_line(text) } else { String::new() }),
        Cell::from(year.to_string()),
        Cell::from(score(sum, language).join("\n")),
        Cell::from(answers(sum, question.asked.unwrap_or_default(), language).join(", ")),
        Cell::toned(told.unwrap_or_default(), tone),
    ];
    let mut object = Object::of(landlord, (alike, year, sum))?;
    object.change = change.map(|(from, twice, change)| TwiceObject {
        change: change_of(from.to_string(), change),
        councils: twice.after.councils,
    });
    let volunteers = sum.ways.iter().any(|way| way.sampling == Some(Sampling::Voluntary));
    Some(Row { note: volunteers.then(|| words.about_volunteers()), ..Row::new(cells, &object) })
}

/// The score with its interval; of too few answers, that they are too few.
fn score(sum: &Sum, language: Language) -> Vec<String> {
    if sum.is_shown() {
        return Scores(language).proportion(sum.proportion);
    }
    vec![too_few(language).to_owned()]
}

/// What is said in the place of a figure that rests on too few opinions.
pub(in crate::table) fn too_few(language: Language) -> &'static str {
    match language {
        Language::French => "moins de 5 avis",
        Language::English => "under 5 opinions",
    }
}

fn councils(many: u32, language: Language) -> String {
    match language {
        Language::French => locale::counted(many, "conseil", "conseils", language),
        Language::English => locale::counted(many, "council", "councils", language),
    }
}

/// « par téléphone (tirage au sort) ».
fn told_way(way: Way, language: Language) -> Option<String> {
    let mode = way.mode.map(|mode| words::mode(mode, language).to_owned());
    let sampling = way.sampling.map(|sampling| words::sampling(sampling, language).to_owned());
    match (mode, sampling) {
        (Some(mode), Some(sampling)) => Some(format!("{mode} ({sampling})")),
        (mode, sampling) => mode.or(sampling),
    }
}

/// What a score rests on.
fn answers(sum: &Sum, asked: Asked, language: Language) -> Vec<String> {
    let mut parts = Vec::new();
    if sum.is_shown() {
        parts.push(match language {
            Language::French => locale::counted(sum.proportion.base, "avis", "avis", language),
            Language::English => locale::counted(sum.proportion.base, "opinion", "opinions", language),
        });
    }
    parts.push(councils(sum.councils, language));
    parts.extend(sum.proportion.population.map(|many| words::population(asked, many, language)));
    let ways: Vec<String> = sum.ways.iter().filter_map(|way| told_way(*way, language)).collect();
    let or = match language {
        Language::French => " ou ",
        Language::English => " or ",
    };
    parts.extend(Some(ways.join(or)).filter(|ways| !ways.is_empty()));
    parts
}

#[derive(Serialize)]
struct ThemeObject<'a> {
    theme: Option<&'a str>,
    tenants: Vec<Object<'a>>,
    members: Vec<Object<'a>>,
    staff: Vec<Object<'a>>,
}

/// The last answers on each theme.
#[derive(Debug)]
pub struct Themes<'a>(pub &'a AllCouncils);

impl Table for Themes<'_> {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [theme, tenants, members, staff] = match look.language {
            Language::French => ["Thème", "Locataires", "Membres", "Personnel"],
            Language::English => ["Theme", "Tenants", "Members", "Staff"],
        };
        [theme, tenants, members, staff].map(|title| Column::text(title, Width::Share(1))).to_vec()
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Thème par thème, la dernière année",
            Language::English => "Theme by theme, in the last year",
        };
        Some(Title { name: "themes", text })
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let Some(landlord) = look.record.landlord.value() else { return Vec::new() };
        let all = self.0.of(look, landlord, councils);
        let themed = landlord.themes.iter().map(|(id, theme)| (Some(id.as_str()), one_line(&theme.name)));
        let without = match look.language {
            Language::French => "sans thème",
            Language::English => "no theme",
        };
        let has_none = landlord.questions.values().any(|question| question.theme.is_none());
        let without = has_none.then(|| (None, without.to_owned()));
        themed.chain(without).map(|(theme, name)| theme_row(look, landlord, all, (theme, name))).collect()
    }

    fn is_of_surveys(&self) -> bool {
        true
    }
}

fn theme_row<'a>(
    look: &Look<'_>,
    landlord: &'a Landlord,
    all: &'a Pooled,
    (theme, name): (Option<&'a str>, String),
) -> Row {
    let [tenants, members, staff] = Asked::ALL.map(|(asked, _)| of_theme(landlord, all, theme, asked));
    let cells = [&tenants, &members, &staff].map(|found| Cell::from(told(landlord, found, look.language)));
    let objects = |found: &Found<'a>| {
        let sums = found.iter().flat_map(|(_, sums)| sums.iter());
        sums.filter_map(|(alike, year, sum)| Object::of(landlord, (alike, *year, sum))).collect::<Vec<_>>()
    };
    let object = ThemeObject { theme, tenants: objects(&tenants), members: objects(&members), staff: objects(&staff) };
    Row::new(std::iter::once(Cell::from(name)).chain(cells).collect(), &object)
}

/// The questions of a theme, each with the sums of the last year in which it was answered.
type Found<'a> = Vec<(&'a Text, Vec<(&'a Alike, i32, &'a Sum)>)>;

fn of_theme<'a>(landlord: &'a Landlord, all: &'a Pooled, theme: Option<&str>, asked: Asked) -> Found<'a> {
    let questions = landlord.questions.values().enumerate();
    let of_theme = questions
        .filter(|(_, question)| question.theme.as_deref() == theme && question.asked.unwrap_or_default() == asked);
    of_theme.map(|(place, question)| (&question.text, all.last(place).collect())).collect()
}

/// What these people last said of a theme's questions: for people, and for programs.
pub(in crate::table) fn of_theme_in_short(
    look: &Look<'_>,
    landlord: &Landlord,
    all: &Pooled,
    theme: Option<&str>,
    asked: Asked,
) -> (String, Vec<serde_json::Value>) {
    let found = of_theme(landlord, all, theme, asked);
    let sums = found.iter().flat_map(|(_, sums)| sums.iter());
    let objects = sums.filter_map(|(alike, year, sum)| Object::of(landlord, (alike, *year, sum)));
    let objects = objects.map(|object| serde_json::to_value(object).unwrap_or_default()).collect();
    (told(landlord, &found, look.language), objects)
}

fn told(landlord: &Landlord, found: &Found<'_>, language: Language) -> String {
    let mut lines = Vec::new();
    for (text, sums) in found {
        // One question needs no name in a theme's row.
        if found.len() > 1 {
            lines.push(one_line(text));
        }
        for (alike, year, sum) in sums {
            let asked = landlord.questions.get_index(alike.place).and_then(|(_, question)| question.asked);
            let rests = answers(sum, asked.unwrap_or_default(), language).join(", ");
            lines.extend(score(sum, language));
            lines.push(format!("({year}, {rests})"));
        }
        if sums.is_empty() {
            lines.push(match language {
                Language::French => "pas encore de réponse".to_owned(),
                Language::English => "no answer yet".to_owned(),
            });
        }
    }
    if found.is_empty() {
        return match language {
            Language::French => "aucune question".to_owned(),
            Language::English => "no question".to_owned(),
        };
    }
    lines.join("\n")
}
