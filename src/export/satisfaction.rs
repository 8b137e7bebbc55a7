//! `satisfaction`: the answers to each question of each wave, and the score with its interval.

use super::column::{Kind, Word, columns};
use super::words::all;
use super::{Reference, Table, View};
use crate::model::{Answers, Asked, Question, Survey};
use crate::satisfaction::{FEWEST, Wave, series};
use crate::statistics::{Interval, rounded};

pub(super) const TABLE: Table = Table {
    name: "satisfaction",
    said: (
        ["Satisfaction", "Une ligne par question et par enquête. Des pourcentages ne s'additionnent pas : pour réunir des conseils, additionnez les réponses."],
        ["Satisfaction", "A row a question and wave. Percentages do not add up: to bring councils together, add up the answers."],
    ),
    own: COLUMNS,
    key: &["wave", "question"],
    required: &["asked", "base"],
    references: &[Reference { columns: &["wave"], table: "surveys", there: &["wave"] }],
    rows,
};

struct Item<'a> {
    id: &'a str,
    question: &'a Question,
    answers: &'a Answers,
    wave: &'a Wave<'a>,
}

fn rows(view: &View<'_>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for series in series(view.landlord, view.files) {
        let Some(question) = view.landlord.questions.get(series.question) else { continue };
        for wave in series.waves.iter().filter(|wave| wave.period.first() <= view.day) {
            let survey = view.files.surveys.iter().find(|(name, _)| name == wave.name);
            let survey: Option<&Survey> = survey.and_then(|(_, file)| file.value());
            let Some(answers) = survey.and_then(|survey| survey.answers.get(series.question)) else { continue };
            rows.push(cells(&Item { id: series.question, question, answers, wave }));
        }
    }
    rows
}

columns! {
    item: Item<'_>;
    wave: Kind::Period, (
        ["Vague", "La période de l'enquête."],
        ["Wave", "The period of the wave."],
    ) => item.wave.period;
    question: Kind::Id, (
        ["Question", "La question, par son nom court."],
        ["Question", "The question, by identifier."],
    ) => item.id;
    question_text: Kind::Name, (
        ["Texte", "La question, telle qu'elle est déclarée."],
        ["Text", "The question, as it is declared."],
    ) => item.question.text;
    wording: Kind::Name, (
        ["Autre texte", "La question telle que cette enquête l'a posée, si c'était autrement : elle ne se compare alors pas."],
        ["Wording", "The question as this wave asked it, where it did otherwise: it does not compare then."],
    ) => item.wave.wording;
    theme: Kind::Id, (
        ["Thème", "Le thème de la question, par son nom court."],
        ["Theme", "The theme of the question, by identifier."],
    ) => item.question.theme;
    asked: Kind::Word(all::<Asked>), (
        ["À qui", "À qui la question est posée."],
        ["Asked", "Who is asked."],
    ) => Word(item.wave.asked);
    very_satisfied: Kind::Count, (
        ["Très satisfaits", "Combien sont très satisfaits."],
        ["Very satisfied", "How many are very satisfied."],
    ) => item.told(item.answers.very_satisfied);
    satisfied: Kind::Count, (
        ["Satisfaits", "Combien sont satisfaits."],
        ["Satisfied", "How many are satisfied."],
    ) => item.told(item.answers.satisfied);
    dissatisfied: Kind::Count, (
        ["Insatisfaits", "Combien sont insatisfaits."],
        ["Dissatisfied", "How many are dissatisfied."],
    ) => item.told(item.answers.dissatisfied);
    very_dissatisfied: Kind::Count, (
        ["Très insatisfaits", "Combien sont très insatisfaits."],
        ["Very dissatisfied", "How many are very dissatisfied."],
    ) => item.told(item.answers.very_dissatisfied);
    no_opinion: Kind::Count, (
        ["Sans avis", "Combien n'ont pas d'avis : ils ne comptent pas dans la base."],
        ["No opinion", "How many have no opinion: not counted in the base."],
    ) => item.told(item.answers.no_opinion);
    base: Kind::Count, (
        ["Base", "Combien d'avis exprimés."],
        ["Base", "How many opinions were given."],
    ) => item.wave.proportion.base;
    population: Kind::Count, (
        ["Population", "Combien auraient pu répondre ; vide si on ne le sait pas."],
        ["Population", "How many could have answered; empty where it is not known."],
    ) => item.wave.dwellings;
    percent: Kind::Percent, (
        ["Pourcentage", "La part des satisfaits et très satisfaits dans la base, en pour cent."],
        ["Per cent", "The share of satisfied and very satisfied in the base, in per cent."],
    ) => item.told(item.wave.proportion.percent()).map(rounded);
    low: Kind::Percent, (
        ["Borne basse", "La borne basse de l'intervalle à 95 % (Wilson, population finie), en pour cent."],
        ["Low", "The lower bound of the 95% interval (Wilson, finite population), in per cent."],
    ) => item.interval().map(|interval| rounded(interval.low));
    high: Kind::Percent, (
        ["Borne haute", "La borne haute du même intervalle, en pour cent."],
        ["High", "The upper bound of the same interval, in per cent."],
    ) => item.interval().map(|interval| rounded(interval.high));
}

impl Item<'_> {
    fn interval(&self) -> Option<Interval> {
        self.told(self.wave.proportion.interval())
    }

    /// A figure, where it does not tell members or staff apart: of fewer than five answers it would.
    fn told<T>(&self, figure: Option<T>) -> Option<T> {
        figure.filter(|_| self.wave.asked == Asked::Tenants || self.wave.proportion.base >= FEWEST)
    }
}
