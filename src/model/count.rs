//! How many: dwellings, people present, votes, answers.

use super::digits::{DigitsError, grouped};
use super::from_text;
use serde::de::{Deserialize, Deserializer};
use std::fmt;
use std::str::FromStr;

/// A number of things or people, from 0 to 4,294,967,295.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u32);

/// Why a text is not a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountError {
    /// It is not digits, with or without spaces between thousands.
    NotACount,
    /// It is beyond 4,294,967,295.
    TooLarge,
}

impl Count {
    /// Takes a number.
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl FromStr for Count {
    type Err = CountError;

    fn from_str(text: &str) -> Result<Self, CountError> {
        let number = grouped(text).map_err(|error| match error {
            DigitsError::NotDigits => CountError::NotACount,
            DigitsError::TooLarge => CountError::TooLarge,
        })?;
        u32::try_from(number).map(Self).map_err(|_| CountError::TooLarge)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl fmt::Display for CountError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotACount => "not a whole number such as 1200",
            Self::TooLarge => "beyond 4,294,967,295",
        })
    }
}

impl std::error::Error for CountError {}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "count")
    }
}
