//! A span of days that has a name: what deadlines, survey waves and announcements are given in.

use super::date::{Date, DateError};
use super::digits::part;
use super::from_text;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::de::{Deserialize, Deserializer};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A year, a part of one, or a day; it stands for its whole span.
///
/// Periods are ordered by first day, then by last day. A number out of its range, which reading refuses, has the span
/// of the nearest within.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// `2023`
    Year(i32),
    /// `2023-S2`: the half, 1 or 2.
    Half(i32, u8),
    /// `2023-Q4`, read from `2023-T4` too: the quarter, 1 to 4.
    Quarter(i32, u8),
    /// `2023-10`: the month, 1 to 12.
    Month(i32, u8),
    /// `2023-W15`: the week of an ISO 8601 year, 1 to 52 or 53.
    Week(i32, u8),
    /// `2023-05-10`
    Day(Date),
}

/// A period, and the text that was typed for it: `2023-T4` and `2023-Q4` are the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedPeriod {
    /// The period.
    pub period: Period,
    /// How it was typed.
    pub typed: String,
}

/// Why a text is not a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodError {
    /// It has none of the forms of a period.
    NotAPeriod,
    /// The calendar has no such day, week, month, quarter or half: `2023-13`, `2023-W53`.
    NoSuchPeriod,
    /// The year is before 1900 or after 2199.
    YearOutOfRange,
}

impl Period {
    /// The first day of the span.
    pub fn first(self) -> Date {
        match self {
            Self::Week(year, week) => monday(year, week),
            Self::Day(day) => day,
            Self::Year(year) | Self::Half(year, _) | Self::Quarter(year, _) | Self::Month(year, _) => {
                Date::nearest(year, self.first_month(), 1)
            }
        }
    }

    /// The last day of the span: what is due in the period is late from the day after.
    pub fn last(self) -> Date {
        match self {
            Self::Year(year) => Date::nearest(year, 12, 31),
            Self::Half(year, _) => Date::nearest(year, self.first_month() + 5, 31),
            Self::Quarter(year, _) => Date::nearest(year, self.first_month() + 2, 31),
            Self::Month(year, _) => Date::nearest(year, self.first_month(), 31),
            Self::Week(year, week) => monday(year, week).plus_days(6),
            Self::Day(day) => day,
        }
    }

    /// Tells whether a day lies within the span, its first and last days included.
    pub fn contains(self, day: Date) -> bool {
        self.first() <= day && day <= self.last()
    }

    fn first_month(self) -> u32 {
        match self {
            Self::Half(_, half) => 6 * (u32::from(half).clamp(1, 2) - 1) + 1,
            Self::Quarter(_, quarter) => 3 * (u32::from(quarter).clamp(1, 4) - 1) + 1,
            Self::Month(_, month) => u32::from(month),
            Self::Year(_) | Self::Week(..) | Self::Day(_) => 1,
        }
    }

    fn exists(self) -> bool {
        match self {
            Self::Year(_) | Self::Day(_) => true,
            Self::Half(_, half) => (1..=2).contains(&half),
            Self::Quarter(_, quarter) => (1..=4).contains(&quarter),
            Self::Month(_, month) => (1..=12).contains(&month),
            Self::Week(year, week) => NaiveDate::from_isoywd_opt(year, u32::from(week), Weekday::Mon).is_some(),
        }
    }

    /// What tells apart two periods of one span, so that the order agrees with equality.
    fn rank(self) -> (u8, i32, u8) {
        match self {
            Self::Year(year) => (0, year, 0),
            Self::Half(year, half) => (1, year, half),
            Self::Quarter(year, quarter) => (2, year, quarter),
            Self::Month(year, month) => (3, year, month),
            Self::Week(year, week) => (4, year, week),
            Self::Day(_) => (5, 0, 0),
        }
    }
}

/// The Monday of a week: 4 January is always in the first of its ISO year.
fn monday(year: i32, week: u8) -> Date {
    let fourth = Date::nearest(year, 1, 4);
    let weeks = i64::from(week.clamp(1, 53)) - 1;
    fourth.plus_days(7 * weeks - i64::from(fourth.naive().weekday().num_days_from_monday()))
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Self| (period.first(), period.last(), period.rank());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Date> for Period {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let (year, rest) = text.as_bytes().split_at_checked(4).ok_or(PeriodError::NotAPeriod)?;
        let year = part(year).ok_or(PeriodError::NotAPeriod)?;
        let number = |digits: &[u8]| part(digits).ok_or(PeriodError::NotAPeriod);
        let period = match rest {
            [] => Self::Year(year),
            [b'-', b'S', half] => Self::Half(year, number(&[*half])?),
            [b'-', b'Q' | b'T', quarter] => Self::Quarter(year, number(&[*quarter])?),
            [b'-', b'W', week @ ..] if week.len() == 2 => Self::Week(year, number(week)?),
            [b'-', month @ ..] if month.len() == 2 => Self::Month(year, number(month)?),
            _ => Self::Day(text.parse()?),
        };
        if !Date::YEARS.contains(&year) {
            return Err(PeriodError::YearOutOfRange);
        }
        if period.exists() { Ok(period) } else { Err(PeriodError::NoSuchPeriod) }
    }
}

impl FromStr for TypedPeriod {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        Ok(Self { period: text.parse()?, typed: text.to_owned() })
    }
}

impl From<DateError> for PeriodError {
    fn from(error: DateError) -> Self {
        match error {
            DateError::NotADate => Self::NotAPeriod,
            DateError::NoSuchDay => Self::NoSuchPeriod,
            DateError::YearOutOfRange => Self::YearOutOfRange,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Half(year, half) => write!(out, "{year:04}-S{half}"),
            Self::Quarter(year, quarter) => write!(out, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Self::Week(year, week) => write!(out, "{year:04}-W{week:02}"),
            Self::Day(day) => write!(out, "{day}"),
        }
    }
}

impl fmt::Display for PeriodError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotAPeriod => "not a period such as 2023, 2023-S2, 2023-Q4, 2023-10, 2023-W15 or 2023-05-10",
            Self::NoSuchPeriod => "no such period in the calendar",
            Self::YearOutOfRange => "year before 1900 or after 2199",
        })
    }
}

impl std::error::Error for PeriodError {}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "period")
    }
}

impl<'de> Deserialize<'de> for TypedPeriod {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "period")
    }
}
