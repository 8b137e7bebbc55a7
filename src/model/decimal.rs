//! Exact decimal numbers: percentages, and points of satisfaction.

use super::digits::{DigitsError, plain};
use super::from_text;
use serde::de::{Deserialize, Deserializer};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A decimal number of at most six decimals; `7.80` and `7.8` are the same one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The number times ten to the `scale`.
    units: i64,
    /// How many decimals there are, the last of which is not 0.
    scale: u8,
}

/// Why a text is not a decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalError {
    /// It is not digits with at most one point or comma between them.
    NotADecimal,
    /// It has more than six decimals.
    TooManyDecimals,
    /// It has more digits than are kept.
    TooLarge,
}

const MOST_DECIMALS: u8 = 6;

impl Decimal {
    /// Makes the number that `units` are at so many decimals: 786 at 1 is 78.6. Nothing beyond six decimals.
    pub fn new(mut units: i64, mut scale: u8) -> Option<Self> {
        if scale > MOST_DECIMALS {
            return None;
        }
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        Some(Self { units, scale })
    }

    /// Rounds a computed number to so many decimals, six at most; nothing where it is not finite or too large.
    pub fn rounded(value: f64, decimals: u8) -> Option<Self> {
        format!("{value:.0$}", usize::from(decimals.min(MOST_DECIMALS))).parse().ok()
    }

    /// The exact sum; nothing where it has more digits than are kept.
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let at_scale = |number: Self| number.units.checked_mul(10_i64.pow(u32::from(scale - number.scale)));
        Self::new(at_scale(self)?.checked_add(at_scale(other)?)?, scale)
    }

    /// The nearest floating-point number, for statistics.
    #[expect(clippy::cast_precision_loss, reason = "no rate or percentage comes near 2^53")]
    pub fn as_f64(self) -> f64 {
        self.units as f64 / 10_f64.powi(i32::from(self.scale))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let millionths =
            |number: &Self| i128::from(number.units) * 10_i128.pow(u32::from(MOST_DECIMALS - number.scale));
        millionths(self).cmp(&millionths(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let negative = text.starts_with('-');
        let number = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, decimals) = match number.split_once(['.', ',']) {
            Some((_, "")) => return Err(DecimalError::NotADecimal),
            Some(parts) => parts,
            None => (number, ""),
        };
        let whole = plain(whole.as_bytes())?;
        let fraction = if decimals.is_empty() { 0 } else { plain(decimals.as_bytes())? };
        let scale = u8::try_from(decimals.len()).map_err(|_| DecimalError::TooManyDecimals)?;
        if scale > MOST_DECIMALS {
            return Err(DecimalError::TooManyDecimals);
        }
        let units = i128::from(whole) * 10_i128.pow(u32::from(scale)) + i128::from(fraction);
        let units = i64::try_from(if negative { -units } else { units }).map_err(|_| DecimalError::TooLarge)?;
        Self::new(units, scale).ok_or(DecimalError::TooManyDecimals)
    }
}

impl From<DigitsError> for DecimalError {
    fn from(error: DigitsError) -> Self {
        match error {
            DigitsError::NotDigits => Self::NotADecimal,
            DigitsError::TooLarge => Self::TooLarge,
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let one = 10_u64.pow(u32::from(self.scale));
        let units = self.units.unsigned_abs();
        write!(out, "{sign}{}", units / one)?;
        if self.scale > 0 {
            write!(out, ".{:01$}", units % one, usize::from(self.scale))?;
        }
        Ok(())
    }
}

impl fmt::Display for DecimalError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotADecimal => "not a number such as 78.6",
            Self::TooManyDecimals => "more than six decimals",
            Self::TooLarge => "too many digits",
        })
    }
}

impl std::error::Error for DecimalError {}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "decimal")
    }
}
