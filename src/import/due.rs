//! When something is due, as people type it into a spreadsheet: a date, a month, « T3 2023 », « fin 2023 ».

use super::column::plain;
use crate::model::{Date, Period};

/// What a cell says of a due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    /// Nothing: « à définir », a dash.
    Nothing,
    /// A period, to the letter.
    Exact(Period),
    /// A period that the words come to; they say more: « fin 2023 ».
    About(Period),
    /// No date, but words: « dès que possible ».
    Words,
    /// A date that cannot be read; where it is the number that a spreadsheet program keeps for a day, that day.
    Unreadable(Option<Date>),
}

/// What stands for nothing in a cell.
pub(super) const NOTHING: [&str; 14] = [
    "",
    "neant",
    "a definir",
    "a fixer",
    "a preciser",
    "a determiner",
    "nc",
    "n a",
    "na",
    "sans objet",
    "nd",
    "tbd",
    "none",
    "x",
];

/// Words that say no more than that a date follows.
const BEFORE: [&str; 6] = ["le", "pour", "en", "au", "du", "de"];

/// Words that a date follows which is not quite it.
const ABOUT: [&str; 13] =
    ["avant", "d", "ici", "courant", "plus", "tard", "la", "l", "vers", "by", "before", "end", "of"];

const WEEKDAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "jan", "january"],
    &["fevrier", "fevr", "fev", "feb", "february"],
    &["mars", "mar", "march"],
    &["avril", "avr", "apr", "april"],
    &["mai", "may"],
    &["juin", "jun", "june"],
    &["juillet", "juil", "jul", "july"],
    &["aout", "aou", "aug", "august"],
    &["septembre", "sept", "sep", "september"],
    &["octobre", "oct", "october"],
    &["novembre", "nov", "november"],
    &["decembre", "dec", "december"],
];

/// Reads a due date.
pub(super) fn due(text: &str) -> Due {
    let text = text.trim();
    if let Ok(period) = text.parse() {
        return Due::Exact(period);
    }
    let words = plain(text);
    if text.starts_with('#') {
        return Due::Unreadable(None);
    }
    if NOTHING.contains(&words.as_str()) {
        return Due::Nothing;
    }
    let mut words: Vec<&str> = words.split(' ').filter(|word| !WEEKDAYS.contains(word)).collect();
    let mut is_exact = true;
    if matches!(words.as_slice(), ["end", "of", ..]) {
        words.splice(..2, ["fin"]);
    }
    while let Some(word) = words.first() {
        if ABOUT.contains(word) {
            is_exact = false;
        } else if !BEFORE.contains(word) {
            break;
        }
        words.remove(0);
    }
    words.retain(|word| !matches!(*word, "d" | "l" | "de" | "annee" | "of" | "the"));
    match period(&words) {
        Some((period, exact)) if is_exact && exact => Due::Exact(period),
        Some((period, _)) => Due::About(period),
        None if text.contains(|sign: char| sign.is_ascii_digit()) => Due::Unreadable(serial(text)),
        None => Due::Words,
    }
}

/// The period that words name, and whether they say no more than that.
fn period(words: &[&str]) -> Option<(Period, bool)> {
    if let Some(period) = named(words) {
        return Some((period, true));
    }
    let (when, of) = words.split_first()?;
    let about = match (*when, of) {
        ("fin", [year]) => Period::Month(full_year(year)?, 12),
        ("debut", [year]) => Period::Quarter(full_year(year)?, 1),
        ("mi" | "milieu", [year]) => Period::Month(full_year(year)?, 6),
        ("printemp" | "spring", [year]) => Period::Quarter(full_year(year)?, 2),
        ("ete" | "summer", [year]) => Period::Quarter(full_year(year)?, 3),
        ("automne" | "autumn", [year]) => Period::Quarter(full_year(year)?, 4),
        ("rentree", [year]) => Period::Month(full_year(year)?, 9),
        ("fin" | "debut" | "mi" | "milieu" | "courant", of) => named(of)?,
        _ => return None,
    };
    Some((about, false))
}

fn named(words: &[&str]) -> Option<Period> {
    let read = match words {
        [one] => Period::Year(full_year(one)?),
        [one, other] => match (lettered(one), lettered(other)) {
            (Some(part), None) => of_year(part, year(other)?)?,
            (None, Some(part)) => of_year(part, full_year(one)?)?,
            (Some(_), Some(_)) => return None,
            (None, None) => of_month(one, other)?,
        },
        [year, month, day] if full_year(year).is_some() => Period::Day(day_of(day, month, full_year(year)?)?),
        [rank, "trimestre" | "trim" | "quarter", of] | ["trimestre" | "trim" | "quarter", rank, of] => {
            of_year(('t', ranked(rank)?), year(of)?)?
        }
        [rank, "semestre" | "sem" | "half", of] | ["semestre", rank, of] => {
            of_year(('s', ranked(rank).filter(|rank| *rank < 3)?), year(of)?)?
        }
        ["semaine" | "sem" | "week", week, of] => of_year(('w', week.parse().ok()?), year(of)?)?,
        [day, month, of] => Period::Day(day_of(day, month, year(of)?)?),
        _ => return None,
    };
    // Only what the calendar has.
    read.to_string().parse().ok()
}

/// A letter and a number, as in `t3`, `q3`, `s1`, `w15`; a half beyond the second is a week.
fn lettered(word: &str) -> Option<(char, u8)> {
    let mut signs = word.chars();
    let letter = signs.next().filter(|letter| matches!(letter, 't' | 'q' | 's' | 'w'))?;
    Some((letter, signs.as_str().parse().ok()?))
}

fn of_year((letter, number): (char, u8), year: i32) -> Option<Period> {
    match letter {
        't' | 'q' => Some(Period::Quarter(year, number)),
        's' if number <= 2 => Some(Period::Half(year, number)),
        's' | 'w' => Some(Period::Week(year, number)),
        _ => None,
    }
}

/// A month and its year, in either order; two digits are a year where they can be no month.
fn of_month(one: &str, other: &str) -> Option<Period> {
    if let Some(first) = full_year(one) {
        return Some(Period::Month(first, month(other)?));
    }
    let is_named = one.parse::<u8>().is_err();
    let can_be_month = other.len() < 3 && other.parse::<u8>().is_ok_and(|number| number <= 12);
    (is_named || !can_be_month).then_some(())?;
    Some(Period::Month(year(other)?, month(one)?))
}

fn day_of(day: &str, of: &str, year: i32) -> Option<Date> {
    let day = day.strip_suffix("er").unwrap_or(day);
    format!("{year}-{:02}-{day:0>2}", month(of)?).parse().ok()
}

fn month(word: &str) -> Option<u8> {
    let named = MONTHS.iter().position(|names| names.iter().any(|name| plain(name) == word));
    let numbered = || word.parse::<usize>().ok().filter(|month| (1..=12).contains(month)).map(|month| month - 1);
    u8::try_from(named.or_else(numbered)? + 1).ok()
}

/// A rank in digits or letters: `1er`, `2e`, `3eme`, `premier`.
fn ranked(word: &str) -> Option<u8> {
    let in_letters = [["premier", "first"], ["deuxieme", "second"], ["troisieme", "third"], ["quatrieme", "fourth"]];
    let named =
        in_letters.iter().position(|names| names.contains(&word)).and_then(|place| u8::try_from(place + 1).ok());
    let digits = word.trim_end_matches(|sign: char| !sign.is_ascii_digit());
    named.or_else(|| digits.parse().ok())
}

fn year(word: &str) -> Option<i32> {
    let short = || word.parse::<i32>().ok().filter(|_| word.len() == 2).map(|year| 2000 + year);
    full_year(word).or_else(short)
}

fn full_year(word: &str) -> Option<i32> {
    word.parse().ok().filter(|year| word.len() == 4 && (1900..2200).contains(year))
}

/// The day that a spreadsheet program counts so many days to.
fn serial(text: &str) -> Option<Date> {
    let days: i64 = text.parse().ok().filter(|days| (36_526..73_050).contains(days))?;
    Some("1900-01-01".parse::<Date>().ok()?.plus_days(days - 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_dates_are_read_as_people_type_them() {
        let exact = [
            ("30/09/2023", "2023-09-30"),
            ("30.9.2023", "2023-09-30"),
            ("30/09/23", "2023-09-30"),
            ("2023-09-30", "2023-09-30"),
            ("2023/9/30", "2023-09-30"),
            ("1er octobre 2023", "2023-10-01"),
            ("lundi 2 octobre 2023", "2023-10-02"),
            ("le 30 sept. 2023", "2023-09-30"),
            ("30 September 2023", "2023-09-30"),
            ("09/2023", "2023-09"),
            ("9/2023", "2023-09"),
            ("09/23", "2023-09"),
            ("2023-9", "2023-09"),
            ("septembre 2023", "2023-09"),
            ("Sept-23", "2023-09"),
            ("AOÛT 2023", "2023-08"),
            ("T3 2023", "2023-Q3"),
            ("2023-T3", "2023-Q3"),
            ("2023 T3", "2023-Q3"),
            ("Q4 2023", "2023-Q4"),
            ("3e trimestre 2023", "2023-Q3"),
            ("1er trimestre 2024", "2024-Q1"),
            ("S1 2024", "2024-S1"),
            ("2ème semestre 2023", "2023-S2"),
            ("semaine 15 2023", "2023-W15"),
            ("S15 2023", "2023-W15"),
            ("2023", "2023"),
            ("année 2023", "2023"),
            ("en 2023", "2023"),
        ];
        for (typed, period) in exact {
            let Due::Exact(read) = due(typed) else { panic!("{typed}: {:?}", due(typed)) };
            assert_eq!(read.to_string().replace("2023-T3", "2023-Q3"), period, "{typed}");
        }
    }

    #[test]
    fn what_is_not_quite_a_period_keeps_its_words() {
        let about = [
            ("fin 2023", "2023-12"),
            ("end of 2023", "2023-12"),
            ("fin d'année 2023", "2023-12"),
            ("d'ici fin 2023", "2023-12"),
            ("début 2024", "2024-Q1"),
            ("mi-2024", "2024-06"),
            ("fin septembre 2023", "2023-09"),
            ("mi-octobre 2023", "2023-10"),
            ("fin T3 2023", "2023-Q3"),
            ("été 2024", "2024-Q3"),
            ("printemps 2024", "2024-Q2"),
            ("rentrée 2023", "2023-09"),
            ("avant le 30/09/2023", "2023-09-30"),
            ("courant 2024", "2024"),
        ];
        for (typed, period) in about {
            let Due::About(read) = due(typed) else { panic!("{typed}: {:?}", due(typed)) };
            assert_eq!(read.to_string(), period, "{typed}");
        }
        for words in ["dès que possible", "permanent", "à la rentrée"] {
            assert_eq!(due(words), Due::Words, "{words}");
        }
    }

    #[test]
    fn nothing_and_what_no_calendar_has() {
        for nothing in ["", " ", "-", "—", "à définir", "Néant", "N/A", "?"] {
            assert_eq!(due(nothing), Due::Nothing, "{nothing}");
        }
        for unreadable in
            ["31/09/2023", "13/2023", "09/12", "2023-2024", "T5 2023", "########", "hiver 2023", "semaine 60 2023"]
        {
            assert_eq!(due(unreadable), Due::Unreadable(None), "{unreadable}");
        }
        assert_eq!(due("45199"), Due::Unreadable("2023-09-30".parse().ok()));
    }
}
