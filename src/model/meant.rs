//! The date that somebody meant who wrote it in another form.

use super::date::Date;

/// The months' names, and how they are cut short.
const MONTHS: [(&str, &str); 12] = [
    ("janvier", "janv"),
    ("février", "févr"),
    ("mars", "mars"),
    ("avril", "avr"),
    ("mai", "mai"),
    ("juin", "juin"),
    ("juillet", "juil"),
    ("août", "août"),
    ("septembre", "sept"),
    ("octobre", "oct"),
    ("novembre", "nov"),
    ("décembre", "déc"),
];

/// Reads a date from the forms that French people and their programs write: `06/04/2011`, `6.4.2011`, `2011-4-6`,
/// `20110406`, `1er avril 2011`. Day before month, as in France.
pub fn date_meant(text: &str) -> Option<Date> {
    let parts: Vec<String> = text
        .to_lowercase()
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(|part| part.strip_suffix("er").filter(|day| *day == "1").unwrap_or(part).to_owned())
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let parts = match parts.as_slice() {
        // The day of the week says nothing more.
        [_, rest @ ..] if rest.len() == 3 => rest,
        all => all,
    };
    match parts {
        [year, month, day] if year.len() == 4 => composed(year, month, day),
        [day, month, year] if year.len() == 4 => composed(year, month, day),
        [packed] if packed.len() == 8 => composed(packed.get(..4)?, packed.get(4..6)?, packed.get(6..)?),
        _ => None,
    }
}

fn composed(year: &str, month: &str, day: &str) -> Option<Date> {
    let named = MONTHS.iter().position(|(name, short)| *name == month || *short == month);
    let month = named.map_or_else(|| month.to_owned(), |index| (index + 1).to_string());
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}
