//! A day of the calendar, as the record writes it: `2023-05-10`.

use super::digits::part;
use super::from_text;
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use serde::de::{Deserialize, Deserializer};
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// A day from 1900-01-01 to 2199-12-31; a year outside is a slip of the hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// It is not four, two and two digits with hyphens between them.
    NotADate,
    /// The calendar has no such day: `2023-02-30`.
    NoSuchDay,
    /// The year is before 1900 or after 2199.
    YearOutOfRange,
}

impl Date {
    /// The years that a record may speak of.
    pub const YEARS: RangeInclusive<i32> = 1900..=2199;

    /// Takes a day of the calendar; one outside [`Date::YEARS`] becomes the nearest within.
    pub fn clamped(day: NaiveDate) -> Self {
        Self::nearest(day.year(), day.month(), day.day())
    }

    /// Takes a day of the calendar, where its year is within [`Date::YEARS`].
    pub fn new(day: NaiveDate) -> Option<Self> {
        Self::YEARS.contains(&day.year()).then_some(Self(day))
    }

    /// Gives the nearest day there is: `31` is the last of any month, a year out of range the nearest within.
    pub(super) fn nearest(year: i32, month: u32, day: u32) -> Self {
        let year = year.clamp(*Self::YEARS.start(), *Self::YEARS.end());
        let month = month.clamp(1, 12);
        let nearest = (1..=day.clamp(1, 31)).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day));
        // Every month has a first day, so the default never shows.
        Self(nearest.unwrap_or_default())
    }

    /// Gives the day to chrono.
    pub fn naive(self) -> NaiveDate {
        self.0
    }

    /// The year, 1900 to 2199.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// Gives the day so many days later, or earlier where `days` is negative; it stops at the first and the last day
    /// of the range.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let moved = TimeDelta::try_days(days).and_then(|delta| self.0.checked_add_signed(delta)).and_then(Self::new);
        let edge = if days < 0 { Self::nearest(i32::MIN, 1, 1) } else { Self::nearest(i32::MAX, 12, 31) };
        moved.unwrap_or(edge)
    }

    /// Gives the same day of another year, where that has one.
    pub fn in_year(self, year: i32) -> Option<Self> {
        self.0.with_year(year).and_then(Self::new)
    }

    /// Counts the days from `other` to this day; negative where this day is the earlier.
    pub fn days_since(self, other: Self) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
            return Err(DateError::NotADate);
        };
        let (Some(year), Some(month), Some(day)) = (part(&[y1, y2, y3, y4]), part(&[m1, m2]), part(&[d1, d2])) else {
            return Err(DateError::NotADate);
        };
        let day = NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay)?;
        Self::new(day).ok_or(DateError::YearOutOfRange)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotADate => "not a date such as 2023-05-10",
            Self::NoSuchDay => "no such day in the calendar",
            Self::YearOutOfRange => "year before 1900 or after 2199",
        })
    }
}

impl std::error::Error for DateError {}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "date")
    }
}
