//! Amounts of money: grants, costs, and what a council votes.

use super::digits::{DigitsError, grouped, is_space, plain};
use super::from_text;
use serde::de::{Deserialize, Deserializer};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};
use std::str::FromStr;

/// Euros, exact to the cent.
///
/// Reading stops at 10^12 euros either way, so tens of thousands of such amounts add up within range; `+`, `-` and
/// `sum` stop at the bounds of the type rather than wrap round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Euros(i64);

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyError {
    /// It is not a number of euros.
    NotAnAmount,
    /// Three digits follow the only separator: `1.200` may be twelve hundred or one and a fifth.
    Ambiguous,
    /// It is finer than a cent.
    TooManyDecimals,
    /// It is beyond 10^12 euros.
    TooLarge,
}

/// In cents.
const LARGEST: i64 = 100_000_000_000_000;

impl Euros {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Takes an amount in cents.
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount in cents.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Adds two amounts; nothing where the sum is out of range.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

impl Add for Euros {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Euros {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Euros {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Self> for Euros {
    fn sum<I: Iterator<Item = &'a Self>>(amounts: I) -> Self {
        amounts.copied().sum()
    }
}

impl FromStr for Euros {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let number = text.strip_suffix('€').map_or(text, |number| number.trim_end_matches(is_space));
        let (sign, number) = number.strip_prefix('-').map_or((1, number), |number| (-1, number));
        let (whole, decimals) = match number.split_once(['.', ',']) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (number, None),
        };
        let euros = grouped(whole)?;
        let cents = decimals.map_or(Ok(0), hundredths)?;
        i64::try_from(euros)
            .ok()
            .and_then(|euros| euros.checked_mul(100)?.checked_add(cents))
            .filter(|cents| *cents <= LARGEST)
            .map(|cents| Self(sign * cents))
            .ok_or(MoneyError::TooLarge)
    }
}

/// The cents that one or two decimals stand for.
fn hundredths(decimals: &str) -> Result<i64, MoneyError> {
    match *decimals.as_bytes() {
        _ if plain(decimals.as_bytes()) == Err(DigitsError::NotDigits) => Err(MoneyError::NotAnAmount),
        [tens] => Ok(10 * i64::from(tens - b'0')),
        [tens, units] => Ok(10 * i64::from(tens - b'0') + i64::from(units - b'0')),
        [_, _, _] => Err(MoneyError::Ambiguous),
        _ => Err(MoneyError::TooManyDecimals),
    }
}

impl From<DigitsError> for MoneyError {
    fn from(error: DigitsError) -> Self {
        match error {
            DigitsError::NotDigits => Self::NotAnAmount,
            DigitsError::TooLarge => Self::TooLarge,
        }
    }
}

impl fmt::Display for Euros {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(out, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

impl fmt::Display for MoneyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotAnAmount => "not an amount such as 1200 or 1200.50",
            Self::Ambiguous => "ambiguous: thousands or decimals?",
            Self::TooManyDecimals => "finer than a cent",
            Self::TooLarge => "beyond 10^12 euros",
        })
    }
}

impl std::error::Error for MoneyError {}

impl<'de> Deserialize<'de> for Euros {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "amount")
    }
}
