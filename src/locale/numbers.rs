//! Numbers in words' company: grouped digits, euros, percentages, ordinals and plurals, for documents and tables.

use super::Language;
use super::typography::NO_BREAK_SPACE;
use crate::model::{Decimal, Euros};

/// The gender of what an ordinal counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// le 1er trimestre
    Masculine,
    /// la 1re séance
    Feminine,
}

/// Writes a whole number with its thousands parted: `1 234`, `1,234`. Not for years.
pub fn integer(number: impl TryInto<i128>, language: Language) -> String {
    localised(&whole(number).to_string(), language)
}

/// Writes an amount: `1 234,50 €`, `€1,234.50`.
pub fn euros(amount: Euros, language: Language) -> String {
    let number = localised(&amount.to_string(), language);
    match language {
        Language::French => format!("{number}{NO_BREAK_SPACE}€"),
        Language::English => match number.strip_prefix('-') {
            Some(number) => format!("-€{number}"),
            None => format!("€{number}"),
        },
    }
}

/// Writes an amount in a column of euros, without their sign: `1 234,50`, `1,234.50`, `−0,80`.
pub fn amount(amount: Euros, language: Language) -> String {
    localised(&amount.to_string(), language).replace('-', "−")
}

/// Writes a decimal number: `1 234,5`, `1,234.5`.
pub fn decimal(number: Decimal, language: Language) -> String {
    localised(&number.to_string(), language)
}

/// Writes a percentage, given in per cent: `68,2 %`, `68.2%`.
pub fn percent(number: Decimal, language: Language) -> String {
    let number = decimal(number, language);
    match language {
        Language::French => format!("{number}{NO_BREAK_SPACE}%"),
        Language::English => format!("{number}%"),
    }
}

/// Writes a rank: `1er`, `1re`, `2e`; `1st`, `2nd`, `11th`. English has no gender.
pub fn ordinal(rank: impl TryInto<i128>, gender: Gender, language: Language) -> String {
    let rank = whole(rank);
    let ending = match (language, gender) {
        (Language::French, Gender::Masculine) if rank == 1 => "er",
        (Language::French, Gender::Feminine) if rank == 1 => "re",
        (Language::French, _) => "e",
        (Language::English, _) if matches!(rank % 100, 11..=13) => "th",
        (Language::English, _) => match rank % 10 {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        },
    };
    rank.to_string() + ending
}

/// Chooses the word that goes with a number: in French 0, 1 and -1 are singular, in English 1 alone.
pub fn plural<'w>(number: impl TryInto<i128>, one: &'w str, many: &'w str, language: Language) -> &'w str {
    let number = whole(number);
    let singular = match language {
        Language::French => (-1..=1).contains(&number),
        Language::English => number == 1,
    };
    if singular { one } else { many }
}

/// Writes a number and the word that goes with it: `0 action`, `2 actions`.
pub fn counted(number: impl TryInto<i128>, one: &str, many: &str, language: Language) -> String {
    let number = whole(number);
    integer(number, language) + " " + plural(number, one, many, language)
}

/// Takes any of Rust's integers. `TryInto`, because a length (`usize`) is not `Into` any of them; only a `u128` could
/// be cut to the largest there is.
fn whole(number: impl TryInto<i128>) -> i128 {
    number.try_into().unwrap_or(i128::MAX)
}

/// Gives the canonical form of a number, `-1234.50`, the language's separators.
fn localised(canonical: &str, language: Language) -> String {
    let (thousands, point) = match language {
        Language::French => (NO_BREAK_SPACE, ','),
        Language::English => (',', '.'),
    };
    let (whole, decimals) = match canonical.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (canonical, None),
    };
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut written = String::with_capacity(2 * canonical.len());
    written.push_str(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(thousands);
        }
        written.push(digit);
    }
    if let Some(decimals) = decimals {
        written.push(point);
        written.push_str(decimals);
    }
    written
}
