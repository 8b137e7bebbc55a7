//! The diagnosis of all councils together, theme by theme: findings, how they fared, actions, euros, satisfaction.

use super::chain::{Break, Chain, Chains};
use super::{amount, counts, say, stages};
use crate::document::one_line;
use crate::locale::{self, words};
use crate::model::{Asked, Euros, Id, Language, Mark, Review};
use crate::record::CouncilRecord;
use crate::satisfaction::Pooled;
use crate::table::satisfaction::of_theme_in_short;
use crate::table::{Cell, Column, Look, Row, Table, Title, Tone, Width};
use serde::Serialize;
use std::collections::BTreeMap;

/// All councils, theme by theme.
#[derive(Debug, Clone, Copy, Default)]
pub struct Themes;

/// What is counted of a theme; of a council, and of all.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    strengths: usize,
    mixed: usize,
    weaknesses: usize,
    /// The last reviews, in the order of [`Review::ALL`].
    reviews: [usize; 4],
    unanswered: usize,
    stages: [usize; 5],
    euros: Euros,
}

impl Sums {
    fn add_finding(&mut self, chain: &Chain<'_>) {
        match chain.mark {
            Mark::Strength => self.strengths += 1,
            Mark::Mixed => self.mixed += 1,
            Mark::Weakness => self.weaknesses += 1,
        }
        for (many, _) in self.reviews.iter_mut().zip(Review::ALL).filter(|(_, of)| Some(*of) == chain.state()) {
            *many += 1;
        }
        self.unanswered += usize::from(chain.breaks.contains(&Break::NoAxis));
    }

    fn add(&mut self, other: Self) {
        self.strengths += other.strengths;
        self.mixed += other.mixed;
        self.weaknesses += other.weaknesses;
        self.unanswered += other.unanswered;
        self.euros = self.euros + other.euros;
        self.reviews.iter_mut().zip(other.reviews).for_each(|(own, more)| *own += more);
        self.stages.iter_mut().zip(other.stages).for_each(|(own, more)| *own += more);
    }
}

#[derive(Serialize)]
struct Object<'a> {
    theme: Option<&'a str>,
    strengths: usize,
    mixed: usize,
    weaknesses: usize,
    solved: usize,
    better: usize,
    same: usize,
    worse: usize,
    unanswered: usize,
    done: usize,
    late: usize,
    open: usize,
    waiting: usize,
    given_up: usize,
    euros: f64,
    tenants: Vec<serde_json::Value>,
}

impl Table for Themes {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [theme, found, reviews, unanswered, actions, euros, satisfied] = match look.language {
            Language::French => ["Thème", "☺ 😐 ☹", "Suivi", "Sans axe", "Actions", "Coût compté", "Locataires"],
            Language::English => ["Theme", "☺ 😐 ☹", "Reviews", "No axis", "Actions", "Cost counted", "Tenants"],
        };
        vec![
            Column::text(theme, Width::Share(1)),
            Column::text(found, Width::Fixed(5)),
            Column::text(reviews, Width::Fixed(13)),
            Column::figure(unanswered, 4),
            Column::text(actions, Width::Fixed(9)),
            Column::figure(euros, 11),
            Column::text(satisfied, Width::Fixed(14)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = say(look.language, "Tous les conseils, thème par thème", "All councils, theme by theme");
        Some(Title { name: "themes", text })
    }

    /// Those with errors are known from the table above it.
    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let Some(landlord) = look.record.landlord.value().filter(|_| !look.one_council) else { return Vec::new() };
        let place = |theme: Option<&str>| theme.and_then(|theme| landlord.themes.get_index_of(theme));
        let mut all: BTreeMap<Option<usize>, Sums> = BTreeMap::new();
        let mut pooled = Pooled::default();
        let of_council = |files: &CouncilRecord| {
            let sums = Chains::of(look.record, files, look.as_of).map(|chains| of_council(&chains, &place));
            (sums.unwrap_or_default(), Pooled::of(landlord, files, look.as_of))
        };
        look.record.each_council(councils, of_council, |(sums, own)| {
            for (theme, sums) in sums {
                all.entry(theme).or_default().add(sums);
            }
            pooled.add(own);
        });
        if all.is_empty() {
            return Vec::new();
        }
        let row = |theme: Option<&str>, name: String, sums: Sums| {
            // What has no theme here is what no axis takes up, and not the questions without a theme.
            let satisfied = match theme {
                Some(_) => of_theme_in_short(look, landlord, &pooled, theme, Asked::Tenants),
                None => (String::new(), Vec::new()),
            };
            row(look, (theme, name), sums, satisfied)
        };
        let mut rows = Vec::new();
        for (place, (id, theme)) in landlord.themes.iter().enumerate() {
            let sums = all.get(&Some(place)).copied().unwrap_or_default();
            rows.push(row(Some(id.as_str()), one_line(&theme.name), sums));
        }
        if let Some(sums) = all.get(&None) {
            rows.push(row(None, say(look.language, "sans thème", "no theme").to_owned(), *sums));
        }
        rows
    }

    fn is_of_all(&self) -> bool {
        true
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![say(
            look.language,
            "Un constat, une action sont du thème de leur axe\u{a0}; sans axe, ou d'un axe sans thème, ils sont «\u{a0}sans \
             thème\u{a0}». Suivi\u{a0}: ce qui en a été dit en dernier. Sans axe\u{a0}: les constats à traiter auxquels aucun axe \
             ne répond.",
            "A finding and an action are of their axis' theme; without an axis, or with one that has no theme, they are of “no \
             theme”. Reviews: what was last said. No axis: the findings to be dealt with that no axis takes up.",
        )]
    }
}

fn of_council(chains: &Chains<'_>, place: &impl Fn(Option<&str>) -> Option<usize>) -> BTreeMap<Option<usize>, Sums> {
    let mut sums: BTreeMap<Option<usize>, Sums> = BTreeMap::new();
    for chain in chains.findings() {
        sums.entry(place(chain.theme())).or_default().add_finding(&chain);
    }
    let axes = chains.axes().map(|(id, axis)| (Some(id), axis.theme.as_deref()));
    for (axis, theme) in axes.chain([(None, None)]) {
        // Another body's action is counted there.
        let own: Vec<_> = chains.steps(axis).iter().filter(|step| !step.id.contains('/')).cloned().collect();
        if !own.is_empty() {
            let of_axis =
                Sums { stages: stages(&own), euros: own.iter().map(|step| step.euros).sum(), ..Sums::default() };
            sums.entry(place(theme)).or_default().add(of_axis);
        }
    }
    sums
}

fn row(
    look: &Look<'_>,
    (theme, name): (Option<&str>, String),
    sums: Sums,
    (satisfied, tenants): (String, Vec<serde_json::Value>),
) -> Row {
    let language = look.language;
    let number = |many: usize| locale::integer(many, language);
    let marks = [(Mark::Strength, sums.strengths), (Mark::Mixed, sums.mixed), (Mark::Weakness, sums.weaknesses)];
    let found: Vec<String> = marks
        .iter()
        .filter(|(_, many)| *many > 0)
        .map(|(mark, many)| format!("{} {}", mark.sign(), number(*many)))
        .collect();
    let reviews = Review::ALL.into_iter().zip(sums.reviews).filter(|(_, many)| *many > 0);
    let reviews: Vec<String> =
        reviews.map(|(review, many)| format!("{} {}", number(many), words::reviewed(review, many, language))).collect();
    let cells = vec![
        Cell::from(name),
        Cell::from(found.join("\n")),
        Cell::from(reviews.join(",\n")),
        Cell::toned(number(sums.unanswered), if sums.unanswered > 0 { Tone::Bad } else { Tone::Plain }),
        Cell::from(counts(sums.stages, language)),
        Cell::from(locale::euros(sums.euros, language)),
        Cell::from(satisfied),
    ];
    let [solved, better, same, worse] = sums.reviews;
    let [done, late, open, waiting, given_up] = sums.stages;
    let object = Object {
        theme,
        strengths: sums.strengths,
        mixed: sums.mixed,
        weaknesses: sums.weaknesses,
        solved,
        better,
        same,
        worse,
        unanswered: sums.unanswered,
        done,
        late,
        open,
        waiting,
        given_up,
        euros: amount(sums.euros),
        tenants,
    };
    Row::new(cells, &object)
}
