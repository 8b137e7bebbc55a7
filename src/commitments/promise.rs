//! A promise, be it of the charter or of the landlord's own: how long it holds, and the years in which a council can be
//! looked at for it.

use super::{Span, Verdict, Why, charter_term, lifetime};
use crate::model::{Charter, Date, Landlord, Measure, Period};
use crate::record::CouncilRecord;
use std::ops::RangeInclusive;

/// Who promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The charter: a commitment.
    Charter,
    /// The landlord alone: a quality-of-service engagement.
    Landlord,
}

impl Origin {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Charter => "commitment",
            Self::Landlord => "engagement",
        }
    }
}

/// Something that was promised to all councils.
#[derive(Debug, Clone, Copy)]
pub struct Promise<'a> {
    /// Who promised.
    pub origin: Origin,
    /// Its id.
    pub id: &'a str,
    /// What is promised.
    pub text: &'a str,
    /// What shows whether it is kept.
    pub measure: Option<&'a Measure>,
    /// Since when it holds.
    pub from: Option<Period>,
    /// Until when it holds.
    pub until: Option<Period>,
}

/// All that is promised: the charter's commitments, then the landlord's engagements, each in the order of its file.
pub fn promises<'a>(landlord: &'a Landlord, charter: Option<&'a Charter>) -> Vec<Promise<'a>> {
    let commitments = charter.into_iter().flat_map(|charter| {
        let (from, until) = charter_term(charter);
        charter.commitments.iter().map(move |(id, promise)| Promise {
            origin: Origin::Charter,
            id: id.as_str(),
            text: &promise.text,
            measure: promise.measure.as_ref(),
            from,
            until,
        })
    });
    let engagements = landlord.engagements.iter().map(|(id, promise)| Promise {
        origin: Origin::Landlord,
        id: id.as_str(),
        text: &promise.text,
        measure: promise.measure.as_ref(),
        from: promise.since,
        until: None,
    });
    commitments.chain(engagements).collect()
}

impl Promise<'_> {
    /// The days of a year on which it holds.
    pub fn span(&self, year: i32) -> Span {
        Span::year(year).within(self.from, self.until)
    }

    /// The years that have begun by a day and in which both the promise and the council were there; none where one of them was
    /// not there yet. Where nobody knows since when, that of the day alone.
    pub fn years(&self, files: &CouncilRecord, day: Date) -> impl Iterator<Item = i32> + use<> {
        self.span_of_years(files, day).into_iter().flatten()
    }

    fn span_of_years(&self, files: &CouncilRecord, day: Date) -> Option<RangeInclusive<i32>> {
        let (created, closed) = lifetime(files);
        let is_there = files.council.value().is_none_or(|council| council.is_created_by(day));
        if !is_there || self.from.is_some_and(|from| from.first() > day) {
            return None;
        }
        let begins = [self.from.map(Period::first), created];
        let ends = [self.until.map(Period::last), closed, Some(day)];
        let first = begins.into_iter().flatten().max().unwrap_or(day);
        let last = ends.into_iter().flatten().min().unwrap_or(day);
        Some(first.year()..=last.year())
    }
}

impl Verdict {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::Unmeasured(_) => "unmeasured",
        }
    }
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::NoMeasure, Self::NothingToMeasure, Self::NotOver, Self::PartOfTheYear, Self::Imprecise];

    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoMeasure => "no-measure",
            Self::NothingToMeasure => "nothing-to-measure",
            Self::NotOver => "not-over",
            Self::PartOfTheYear => "part-of-the-year",
            Self::Imprecise => "imprecise",
        }
    }
}
