//! A time of day: when a session begins and ends.

use super::digits::{is_space, part};
use super::from_text;
use serde::de::{Deserialize, Deserializer};
use std::fmt;
use std::str::FromStr;

/// A time from 00:00 to 23:59, local to the session, exact to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: u8,
    minute: u8,
}

/// Why a text is not a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeError {
    /// It is not hours and minutes.
    NotATime,
    /// No day has such a time: `24:00`, `18:60`.
    NoSuchTime,
}

impl Time {
    /// Takes an hour, 0 to 23, and a minute, 0 to 59.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute of the hour, 0 to 59.
    pub fn minute(self) -> u8 {
        self.minute
    }

    /// Counts the minutes since midnight, 0 to 1439.
    pub fn minutes(self) -> u16 {
        60 * u16::from(self.hour) + u16::from(self.minute)
    }
}

impl FromStr for Time {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let (hour, minute) = match text.split_once('h') {
            Some((hour, minute)) => {
                (hour.strip_suffix(is_space).unwrap_or(hour), minute.strip_prefix(is_space).unwrap_or(minute))
            }
            None => text.split_once(':').filter(|(_, minute)| !minute.is_empty()).ok_or(TimeError::NotATime)?,
        };
        if !(matches!(hour.len(), 1 | 2) && matches!(minute.len(), 0 | 2)) {
            return Err(TimeError::NotATime);
        }
        let hour = part(hour.as_bytes()).ok_or(TimeError::NotATime)?;
        let minute = if minute.is_empty() { 0 } else { part(minute.as_bytes()).ok_or(TimeError::NotATime)? };
        Self::new(hour, minute).ok_or(TimeError::NoSuchTime)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl fmt::Display for TimeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotATime => "not a time such as 18:30",
            Self::NoSuchTime => "no such time of day",
        })
    }
}

impl std::error::Error for TimeError {}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "time")
    }
}
