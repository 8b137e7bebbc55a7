//! `surveys`: the waves, and how each was done.

use super::column::{Kind, Word, columns};
use super::words::all;
use super::{Table, View};
use crate::model::{Method, Mode, Period, Sampling, Survey};

pub(super) const TABLE: Table = Table {
    name: "surveys",
    said: (
        [
            "Enquêtes",
            "Une ligne par enquête de satisfaction ; les chiffres publiés dont la base est inconnue n'y sont pas.",
        ],
        ["Surveys", "A row a wave of the satisfaction survey; published figures of unknown base are not there."],
    ),
    own: COLUMNS,
    key: &["wave"],
    required: &["wave_first", "wave_last"],
    references: &[],
    rows: |view| waves(view).map(|(wave, survey)| cells(&Item { view, wave, survey })).collect(),
};

struct Item<'a> {
    view: &'a View<'a>,
    wave: Period,
    survey: &'a Survey,
}

/// The waves begun by the day, in order of name.
pub(super) fn waves<'a>(view: &View<'a>) -> impl Iterator<Item = (Period, &'a Survey)> {
    let day = view.day;
    let surveys = view.files.surveys.iter();
    let named = surveys.filter_map(|(name, file)| Some((name.parse::<Period>().ok()?, file.value()?)));
    named.filter(move |(wave, _)| wave.first() <= day)
}

columns! {
    item: Item<'_>;
    wave: Kind::Period, (
        ["Vague", "La période de l'enquête."],
        ["Wave", "The period of the wave."],
    ) => item.wave;
    wave_first: Kind::Date, super::column::FIRST => item.wave.first();
    wave_last: Kind::Date, super::column::LAST => item.wave.last();
    dwellings: Kind::Count, (
        ["Logements", "Combien de logements il y a : ce que dit l'enquête, sinon les résidences."],
        ["Dwellings", "How many dwellings there are: as the wave says, else the residences."],
    ) => item.survey.dwellings.map(crate::model::Count::get).or(item.view.landlord.dwellings_of(item.view.council));
    questioned: Kind::Count, (
        ["Interrogés", "Combien ont été interrogés."],
        ["Questioned", "How many were asked."],
    ) => item.survey.questioned;
    returned: Kind::Count, (
        ["Retours", "Combien ont répondu."],
        ["Returned", "How many answered."],
    ) => item.survey.returned;
    mode: Kind::Word(all::<Mode>), (
        ["Mode", "Par quel moyen les réponses ont été recueillies."],
        ["Mode", "By which means answers were taken."],
    ) => item.method().and_then(|method| method.mode).map(Word);
    sampling: Kind::Word(all::<Sampling>), (
        ["Choix des personnes", "Tout le monde (census), un tirage au sort (random) ou qui voulait (voluntary) : alors aucun intervalle ne dit rien de ceux qui n'ont pas répondu."],
        ["Sampling", "Everybody (census), a random sample, or who wanted to (voluntary): then no interval says anything of those who did not answer."],
    ) => item.method().and_then(|method| method.sampling).map(Word);
    notes: Kind::Text, (
        ["Remarque", "Ce qu'il faut savoir de la façon dont elle a été faite."],
        ["Notes", "What must be known of how it was done."],
    ) => item.method().and_then(|method| method.notes.as_ref());
}

impl Item<'_> {
    fn method(&self) -> Option<&Method> {
        self.survey.method.as_ref()
    }
}
