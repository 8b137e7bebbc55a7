//! Satisfaction of all councils together: what may be added up, and what may be said of a change. Sums alone are kept, so
//! that memory does not grow with the number of councils.
//!
//! Why answers are added as they are here: `docs/decisions/0007-which-answers-are-added-up.md`.

use super::{Change, Wave, series};
use crate::model::{Asked, Date, Landlord, Mode, Sampling};
use crate::record::CouncilRecord;
use crate::statistics::{Difference, Proportion};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// The fewest opinions of which a figure over several councils is shown: fewer could be told apart.
pub const FEWEST: u32 = 5;

/// What answers must have in common to be added up: the question, in the same words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alike {
    /// The question's place in the landlord's file.
    pub place: usize,
    /// How it was worded, where it was asked otherwise than the landlord declares it.
    pub wording: Option<String>,
}

/// How answers were taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// By which means.
    pub mode: Option<Mode>,
    /// How those who were asked were chosen.
    pub sampling: Option<Sampling>,
}

/// Answers of several councils, added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The answers that are satisfied, those that count, and the dwellings (or people), which are not known where one council
    /// does not say.
    pub proportion: Proportion,
    /// How many councils answered.
    pub councils: u32,
    /// In which ways.
    pub ways: BTreeSet<Way>,
}

impl AddAssign for Sum {
    fn add_assign(&mut self, other: Self) {
        let (one, more) = (&mut self.proportion, other.proportion);
        one.satisfied = one.satisfied.saturating_add(more.satisfied);
        one.base = one.base.saturating_add(more.base);
        one.population = one.population.zip(more.population).map(|(one, more)| one.saturating_add(more));
        self.councils = self.councils.saturating_add(other.councils);
        self.ways.extend(other.ways);
    }
}

impl Sum {
    fn of(wave: &Wave<'_>) -> Self {
        let way = Way { mode: wave.mode, sampling: wave.sampling };
        Self { proportion: wave.proportion, councils: 1, ways: BTreeSet::from([way]) }
    }

    /// Says whether the figure may be shown.
    pub fn is_shown(&self) -> bool {
        self.proportion.base >= FEWEST
    }
}

/// The councils that were asked in two years in the same way, with what they answered in each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice {
    /// In the earlier year.
    pub before: Sum,
    /// In the later one.
    pub after: Sum,
}

impl Twice {
    /// What may be said of the change; nothing where a figure may not be shown.
    pub fn change(&self) -> Option<Change> {
        let shown = self.before.is_shown() && self.after.is_shown();
        let difference = shown.then(|| Difference::between(self.before.proportion, self.after.proportion));
        difference.flatten().map(Change::Compared)
    }
}

/// All that is added up, over councils.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pooled {
    years: BTreeMap<(Alike, i32), Sum>,
    twice: BTreeMap<(Alike, i32, i32), Twice>,
}

impl Pooled {
    /// A council's own, as known on a day. Of several waves of a year the last counts, so that nobody is counted twice.
    pub fn of(landlord: &Landlord, files: &CouncilRecord, day: Date) -> Self {
        let mut pooled = Self::default();
        for series in series(landlord, files) {
            let Some(place) = landlord.questions.get_index_of(series.question) else { continue };
            let mut alike: BTreeMap<Alike, BTreeMap<i32, Sum>> = BTreeMap::new();
            let known = series.waves.iter().filter(|wave| wave.period.first() <= day);
            for wave in known.filter(|wave| wave.proportion.percent().is_some()) {
                let wording = wave.wording.map(str::to_owned);
                let key = Alike { place, wording };
                alike.entry(key).or_default().insert(wave.period.last().year(), Sum::of(wave));
            }
            for (key, years) in alike {
                for ((first, before), (year, after)) in years.iter().zip(years.iter().skip(1)) {
                    if before.ways == after.ways {
                        let twice = Twice { before: before.clone(), after: after.clone() };
                        pooled.twice.insert((key.clone(), *year, *first), twice);
                    }
                }
                pooled.years.extend(years.into_iter().map(|(year, sum)| ((key.clone(), year), sum)));
            }
        }
        pooled
    }

    /// Adds another council's, or those of several.
    pub fn add(&mut self, other: Self) {
        for (key, sum) in other.years {
            match self.years.entry(key) {
                Entry::Occupied(mut own) => *own.get_mut() += sum,
                Entry::Vacant(none) => {
                    none.insert(sum);
                }
            }
        }
        for (key, twice) in other.twice {
            match self.twice.entry(key) {
                Entry::Occupied(mut own) => {
                    own.get_mut().before += twice.before;
                    own.get_mut().after += twice.after;
                }
                Entry::Vacant(none) => {
                    none.insert(twice);
                }
            }
        }
    }

    /// The sums of the questions put to these people, question by question and year by year.
    pub fn asked<'a>(
        &'a self,
        landlord: &'a Landlord,
        asked: Asked,
    ) -> impl Iterator<Item = (&'a Alike, i32, &'a Sum)> {
        let is_asked = move |alike: &Alike| {
            let question = landlord.questions.get_index(alike.place);
            question.is_some_and(|(_, question)| question.asked.unwrap_or_default() == asked)
        };
        let sums = self.years.iter().filter(move |((alike, _), _)| is_asked(alike));
        sums.map(|((alike, year), sum)| (alike, *year, sum))
    }

    /// The sums of a question in the last year in which it was answered.
    pub fn last(&self, place: usize) -> impl Iterator<Item = (&Alike, i32, &Sum)> {
        let of_question = move |alike: &Alike| alike.place == place;
        let years = self.years.keys().filter(move |(alike, _)| of_question(alike)).map(|(_, year)| *year);
        let last = years.max();
        let sums = self.years.iter().filter(move |((alike, year), _)| of_question(alike) && Some(*year) == last);
        sums.map(|((alike, year), sum)| (alike, *year, sum))
    }

    /// Says whether the question was put in the same words in an earlier year.
    pub fn has_earlier(&self, alike: &Alike, year: i32) -> bool {
        let of_question = self.years.range((alike.clone(), i32::MIN)..(alike.clone(), year));
        of_question.count() > 0
    }

    /// The councils that were asked in the same way in a year and in an earlier one, the nearest in which there are any; with
    /// that year.
    pub fn twice(&self, alike: &Alike, year: i32) -> Option<(i32, &Twice)> {
        let span = (alike.clone(), year, i32::MIN)..=(alike.clone(), year, i32::MAX);
        self.twice.range(span).next_back().map(|((_, _, before), twice)| (*before, twice))
    }
}
