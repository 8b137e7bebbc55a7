//! What a session is called: its date, with a number for a second one that day.

use super::date::Date;
use serde::de::{Deserialize, Deserializer, Error, Unexpected};
use std::fmt;
use std::str::FromStr;

/// A session's identifier, which is its file's name without `.yaml`: `2023-05-10`, or `2023-05-10-2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId {
    /// The day of the session.
    pub date: Date,
    /// 1 for the first session of the day.
    pub rank: u8,
}

/// The text names no session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionIdError;

impl fmt::Display for SessionIdError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not the date of a session, such as 2023-05-10")
    }
}

impl std::error::Error for SessionIdError {}

impl FromStr for SessionId {
    type Err = SessionIdError;

    fn from_str(text: &str) -> Result<Self, SessionIdError> {
        let (day, rest) = text.split_at_checked(10).ok_or(SessionIdError)?;
        let date = day.parse().map_err(|_| SessionIdError)?;
        let rank = if rest.is_empty() {
            1
        } else {
            let digits = rest.strip_prefix('-').filter(|digits| !digits.starts_with(['0', '+']));
            digits.and_then(|digits| digits.parse().ok()).filter(|rank| *rank > 1).ok_or(SessionIdError)?
        };
        Ok(Self { date, rank })
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rank {
            0 | 1 => write!(out, "{}", self.date),
            rank => write!(out, "{}-{rank}", self.date),
        }
    }
}

impl<'de> Deserialize<'de> for SessionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| D::Error::invalid_value(Unexpected::Str(&text), &"date"))
    }
}
