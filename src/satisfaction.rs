//! Satisfaction over the years: each wave's score with its interval, and what may be said of a change. Tables and
//! reports are made from it.

mod pooled;

pub use pooled::{Alike, FEWEST, Pooled, Sum, Twice, Way};

use crate::model::{Answers, Asked, Date, Landlord, Mode, Period, ReportedFigure, Sampling, Survey, Target};
use crate::record::CouncilRecord;
use crate::statistics::{Difference, Proportion, Verdict};

/// A question over the waves of a council, in order.
#[derive(Debug, Clone)]
pub struct Series<'a> {
    /// The question's id.
    pub question: &'a str,
    /// Its waves, the earliest first.
    pub waves: Vec<Wave<'a>>,
}

/// What a wave says of a question.
#[derive(Debug, Clone)]
pub struct Wave<'a> {
    /// The wave's name, which is its file's without `.yaml`.
    pub name: &'a str,
    /// The wave's period.
    pub period: Period,
    /// The score's numbers.
    pub proportion: Proportion,
    /// How many forms came back.
    pub returned: Option<u32>,
    /// How many were asked.
    pub questioned: Option<u32>,
    /// How many dwellings there are, or people where it is not tenants who are asked.
    pub dwellings: Option<u32>,
    /// Who was to answer.
    pub asked: Asked,
    /// By which means.
    pub mode: Option<Mode>,
    /// How those who were asked were chosen.
    pub sampling: Option<Sampling>,
    /// How this wave worded the question, where it asked it otherwise.
    pub wording: Option<&'a str>,
    /// What is noted of how it was done.
    pub notes: Option<&'a str>,
}

/// What may be said from one wave to a later one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// The difference, with its interval.
    Compared(Difference),
    /// The question, the means or those asked were not the same.
    NotComparable,
}

/// How a target stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The rise wanted is there.
    Reached,
    /// At the pace so far, it will be there in time.
    OnTheWay,
    /// At the pace so far it will not, or its date has passed.
    OutOfReach,
    /// The question, the means or those asked are no longer the same.
    NotComparable,
}

/// A published figure whose base is unknown.
#[derive(Debug, Clone, Copy)]
pub struct Published<'a> {
    /// The question's id, where it is about one.
    pub question: Option<&'a str>,
    /// The wave's period; nothing where it is unknown.
    pub period: Option<Period>,
    /// The figure in words.
    pub text: &'a str,
    /// The figure.
    pub figure: Option<ReportedFigure>,
    /// Over how many years.
    pub years: Option<u32>,
    /// Where it was published.
    pub source: Option<&'a str>,
}

/// A council's questions, in the order in which the landlord declares them.
pub fn series<'a>(landlord: &'a Landlord, files: &'a CouncilRecord) -> Vec<Series<'a>> {
    let dwellings = files.council.value().and_then(|council| landlord.dwellings_of(council));
    let named =
        files.surveys.iter().filter_map(|(name, file)| Some((name.as_str(), name.parse().ok()?, file.value()?)));
    let mut waves: Vec<(&str, Period, &Survey)> = named.collect();
    waves.sort_by_key(|(_, period, _)| *period);
    landlord
        .questions
        .iter()
        .map(|(question, declared)| {
            let asked = declared.asked.unwrap_or_default();
            let waves = waves.iter().filter_map(|(name, period, survey)| {
                Some(Wave::new((name, *period), survey, survey.answers.get(question.as_str())?, asked, dwellings))
            });
            Series { question: question.as_str(), waves: waves.collect() }
        })
        .filter(|series: &Series<'_>| !series.waves.is_empty())
        .collect()
}

/// The series as known on a day: only the waves that have begun by then, and no series without any.
pub fn series_on<'a>(landlord: &'a Landlord, files: &'a CouncilRecord, day: Date) -> Vec<Series<'a>> {
    let mut known = series(landlord, files);
    for series in &mut known {
        series.waves.retain(|wave| wave.period.first() <= day);
    }
    known.retain(|series| !series.waves.is_empty());
    known
}

/// The figures that a council published without their base.
pub fn published(files: &CouncilRecord) -> impl Iterator<Item = Published<'_>> {
    files.surveys.iter().flat_map(|(name, file)| {
        let reported = file.value().into_iter().flat_map(|survey| survey.reported.iter());
        reported.map(|reported| Published {
            question: reported.question.as_deref(),
            period: name.parse().ok(),
            text: &reported.text,
            figure: reported.figure,
            years: reported.years.map(crate::model::Count::get),
            source: reported.source.as_deref(),
        })
    })
}

impl<'a> Wave<'a> {
    fn new(
        (name, period): (&'a str, Period),
        survey: &'a Survey,
        answers: &'a Answers,
        asked: Asked,
        residence: Option<u32>,
    ) -> Self {
        let count = |count: Option<crate::model::Count>| count.map_or(0, crate::model::Count::get);
        let satisfied = count(answers.very_satisfied).saturating_add(count(answers.satisfied));
        let others = count(answers.dissatisfied).saturating_add(count(answers.very_dissatisfied));
        // Members and staff are as many as the survey says, not as many as the residence has dwellings.
        let residence = residence.filter(|_| asked == Asked::Tenants);
        let dwellings = survey.dwellings.map(crate::model::Count::get).or(residence);
        let method = survey.method.as_ref();
        Self {
            name,
            period,
            proportion: Proportion { satisfied, base: satisfied.saturating_add(others), population: dwellings },
            returned: survey.returned.map(crate::model::Count::get),
            questioned: survey.questioned.map(crate::model::Count::get),
            dwellings,
            asked,
            mode: method.and_then(|method| method.mode),
            sampling: method.and_then(|method| method.sampling),
            wording: answers.wording.as_deref(),
            notes: method.and_then(|method| method.notes.as_deref()),
        }
    }

    /// The share of forms that came back, in per cent.
    pub fn response_rate(&self) -> Option<f64> {
        let (returned, questioned) = (self.returned?, self.questioned.filter(|questioned| *questioned > 0)?);
        Some(100.0 * f64::from(returned) / f64::from(questioned))
    }

    /// What may be said from an earlier wave to this one; nothing where one of them has no answers.
    pub fn change_from(&self, earlier: &Self) -> Option<Change> {
        let same = self.wording == earlier.wording && self.mode == earlier.mode && self.sampling == earlier.sampling;
        if same {
            Difference::between(earlier.proportion, self.proportion).map(Change::Compared)
        } else {
            Some(Change::NotComparable)
        }
    }
}

impl Change {
    /// What may be said of it, where it may be compared.
    pub fn verdict(self) -> Option<Verdict> {
        match self {
            Self::NotComparable => None,
            Self::Compared(difference) => Some(difference.verdict),
        }
    }

    /// The verdict's name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotComparable => "not-comparable",
            Self::Compared(difference) => match difference.verdict {
                Verdict::Up => "up",
                Verdict::Down => "down",
                Verdict::Inconclusive => "inconclusive",
            },
        }
    }
}

impl Progress {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::OnTheWay => "on-the-way",
            Self::OutOfReach => "out-of-reach",
            Self::NotComparable => "not-comparable",
        }
    }
}

impl Series<'_> {
    /// How a target stands on a day, after the last wave: the rise since the wave it counts from, carried on at the same
    /// pace to its date. Nothing where the wave it counts from, or a later one, is missing.
    pub fn progress(&self, target: &Target, day: Date) -> Option<Progress> {
        let from = target.from?;
        let start = self.waves.iter().find(|wave| wave.period == from)?;
        let last = self.waves.last().filter(|last| last.period > from)?;
        let risen = match last.change_from(start)? {
            Change::Compared(difference) => difference.points,
            Change::NotComparable => return Some(Progress::NotComparable),
        };
        let wanted = target.points?.as_f64();
        if risen >= wanted {
            return Some(Progress::Reached);
        }
        let by = target.by?;
        if by.last() < day {
            return Some(Progress::OutOfReach);
        }
        let days = |until: Period| until.last().days_since(start.period.last());
        let so_far = days(last.period);
        let in_all = days(by).max(so_far);
        #[allow(clippy::cast_precision_loss, reason = "days of some years")]
        let carried = risen * in_all as f64 / (so_far as f64).max(1.0);
        Some(if carried >= wanted { Progress::OnTheWay } else { Progress::OutOfReach })
    }
}
