//! Dates, periods and times in words, for documents, agendas and messages.

use super::Language;
use super::numbers::{Gender, ordinal};
use super::typography::NO_BREAK_SPACE;
use crate::model::{Date, Period, Time};
use chrono::Weekday;

/// Writes a day: « 1er avril 2011 », « 2 avril 2011 »; "1 April 2011".
pub fn date(day: Date, language: Language) -> String {
    let month = month_name(day.month(), language);
    match (language, day.day()) {
        (Language::French, 1) => format!("1er {month} {}", day.year()),
        (_, number) => format!("{number} {month} {}", day.year()),
    }
}

/// Writes a day with its name: « mercredi 6 avril 2011 »; "Wednesday 6 April 2011".
pub fn date_with_weekday(day: Date, language: Language) -> String {
    format!("{} {}", weekday_name(day.weekday(), language), date(day, language))
}

/// Names a period: « 4e trimestre 2023 », « octobre 2023 »; "4th quarter of 2023", "October 2023".
pub fn period(period: Period, language: Language) -> String {
    let nth = |number: u8| ordinal(number, Gender::Masculine, language);
    match (language, period) {
        (_, Period::Year(year)) => year.to_string(),
        (_, Period::Month(year, month)) => [month_name(u32::from(month), language), " ", &year.to_string()].concat(),
        (_, Period::Day(day)) => date(day, language),
        (Language::French, Period::Half(year, half)) => nth(half) + " semestre " + &year.to_string(),
        (Language::French, Period::Quarter(year, quarter)) => nth(quarter) + " trimestre " + &year.to_string(),
        (Language::French, Period::Week(year, week)) => format!("semaine {week} de {year}"),
        (Language::English, Period::Half(year, half)) => nth(half) + " half of " + &year.to_string(),
        (Language::English, Period::Quarter(year, quarter)) => nth(quarter) + " quarter of " + &year.to_string(),
        (Language::English, Period::Week(year, week)) => format!("week {week} of {year}"),
    }
}

/// How many signs a day has, 2023-03-14.
const DAY: usize = 10;

/// A text whose days and periods are as in the record's files, said in words: « réglé (14 mars 2023) », « 2e trimestre 2024 ».
pub fn in_words(text: &str, language: Language) -> String {
    if let Ok(when) = text.parse() {
        return period(when, language);
    }
    let (mut said, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(place) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, number) = rest.split_at(place);
        let day = number.get(..DAY).and_then(|day| day.parse::<Date>().ok());
        let end =
            if day.is_some() { DAY } else { number.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(number.len()) };
        said.push_str(before);
        match day {
            // A session's name, 2023-03-14-2, is no day.
            Some(day) if !number[end..].starts_with(|sign: char| sign == '-' || sign.is_alphanumeric()) => {
                said.push_str(&date(day, language));
            }
            Some(_) | None => said.push_str(&number[..end]),
        }
        rest = &number[end..];
    }
    said.push_str(rest);
    said
}

/// Says by when: « pour le 4e trimestre 2023 », « pour octobre 2023 »; "by the end of October 2023", "by 1 April 2024".
pub fn by_period(due: Period, language: Language) -> String {
    let by = match (language, due) {
        (Language::French, Period::Year(_) | Period::Month(..)) => "pour ",
        (Language::French, Period::Half(..) | Period::Quarter(..) | Period::Day(_)) => "pour le ",
        (Language::French, Period::Week(..)) => "pour la ",
        // "by October" would be before October begins, where the record means its last day.
        (Language::English, Period::Year(_) | Period::Month(..) | Period::Week(..)) => "by the end of ",
        (Language::English, Period::Half(..) | Period::Quarter(..)) => "by the end of the ",
        (Language::English, Period::Day(_)) => "by ",
    };
    by.to_owned() + &period(due, language)
}

/// Says when: « au 4e trimestre 2023 », « en octobre 2023 », « le 1er avril 2024 »; "in October 2023", "on 1 April 2024".
pub fn in_period(when: Period, language: Language) -> String {
    let named = period(when, language);
    match (language, when) {
        (Language::French, Period::Year(_) | Period::Month(..)) => format!("en {named}"),
        (Language::French, Period::Half(..) | Period::Quarter(..)) => format!("au {named}"),
        (Language::French, Period::Week(..)) => format!("la {named}"),
        (Language::French, Period::Day(_)) => format!("le {named}"),
        (Language::English, Period::Year(_) | Period::Month(..) | Period::Week(..)) => format!("in {named}"),
        (Language::English, Period::Half(..) | Period::Quarter(..)) => format!("in the {named}"),
        (Language::English, Period::Day(_)) => format!("on {named}"),
    }
}

/// Writes a time: « 18 h 30 », « 18 h »; "18:30".
pub fn time(time: Time, language: Language) -> String {
    match (language, time.hour(), time.minute()) {
        (Language::English, _, _) => time.to_string(),
        (Language::French, hour, 0) => format!("{hour}{NO_BREAK_SPACE}h"),
        (Language::French, hour, minute) => format!("{hour}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{minute:02}"),
    }
}

/// Names a month, 1 to 12; any other number is the nearest of these.
pub fn month_name(month: u32, language: Language) -> &'static str {
    match (language, month) {
        (Language::French, 0 | 1) => "janvier",
        (Language::French, 2) => "février",
        (Language::French, 3) => "mars",
        (Language::French, 4) => "avril",
        (Language::French, 5) => "mai",
        (Language::French, 6) => "juin",
        (Language::French, 7) => "juillet",
        (Language::French, 8) => "août",
        (Language::French, 9) => "septembre",
        (Language::French, 10) => "octobre",
        (Language::French, 11) => "novembre",
        (Language::French, 12..) => "décembre",
        (Language::English, 0 | 1) => "January",
        (Language::English, 2) => "February",
        (Language::English, 3) => "March",
        (Language::English, 4) => "April",
        (Language::English, 5) => "May",
        (Language::English, 6) => "June",
        (Language::English, 7) => "July",
        (Language::English, 8) => "August",
        (Language::English, 9) => "September",
        (Language::English, 10) => "October",
        (Language::English, 11) => "November",
        (Language::English, 12..) => "December",
    }
}

/// Names a day of the week: « mercredi »; "Wednesday".
pub fn weekday_name(day: Weekday, language: Language) -> &'static str {
    match (language, day) {
        (Language::French, Weekday::Mon) => "lundi",
        (Language::French, Weekday::Tue) => "mardi",
        (Language::French, Weekday::Wed) => "mercredi",
        (Language::French, Weekday::Thu) => "jeudi",
        (Language::French, Weekday::Fri) => "vendredi",
        (Language::French, Weekday::Sat) => "samedi",
        (Language::French, Weekday::Sun) => "dimanche",
        (Language::English, Weekday::Mon) => "Monday",
        (Language::English, Weekday::Tue) => "Tuesday",
        (Language::English, Weekday::Wed) => "Wednesday",
        (Language::English, Weekday::Thu) => "Thursday",
        (Language::English, Weekday::Fri) => "Friday",
        (Language::English, Weekday::Sat) => "Saturday",
        (Language::English, Weekday::Sun) => "Sunday",
    }
}

/// A span from one period to another: « d'avril 2024 à juin 2024 », « du 15 avril 2024 au 5 mai 2024 »; one period where
/// it begins and ends in the same. Where one of them is a day, so is the other.
pub fn span(from: Option<Period>, to: Option<Period>, language: Language) -> Option<String> {
    let told = |of: Period| period(of, language);
    let (from, to) = match (from, to) {
        (Some(from @ Period::Day(_)), Some(to)) => (Some(from), Some(Period::Day(to.last()))),
        (Some(from), Some(to @ Period::Day(_))) => (Some(Period::Day(from.first())), Some(to)),
        as_typed => as_typed,
    };
    Some(match (from, to, language) {
        (Some(from), Some(to), _) if from == to => told(from),
        (Some(from), Some(to), Language::French) => format!("{} {}", since(from), until(to)),
        (Some(from), Some(to), Language::English) => format!("from {} to {}", told(from), told(to)),
        (Some(from), None, Language::French) => format!("à partir {}", since(from)),
        (Some(from), None, Language::English) => format!("from {}", told(from)),
        (None, Some(to), Language::French) => format!("jusqu'{}", until(to)),
        (None, Some(to), Language::English) => format!("until {}", told(to)),
        (None, None, _) => return None,
    })
}

/// Says of when: « d'avril 2024 », « du 3e trimestre 2023 »; "of April 2024", "of the 3rd quarter of 2023".
pub fn of_period(when: Period, language: Language) -> String {
    match (language, when) {
        (Language::French, _) => since(when),
        (Language::English, Period::Half(..) | Period::Quarter(..)) => format!("of the {}", period(when, language)),
        (Language::English, Period::Year(_) | Period::Month(..) | Period::Week(..) | Period::Day(_)) => {
            format!("of {}", period(when, language))
        }
    }
}

/// « d'avril 2024 », « du 3e trimestre 2023 ».
fn since(from: Period) -> String {
    let told = period(from, Language::French);
    match from {
        Period::Year(_) | Period::Month(..) => super::elide("de", &told),
        Period::Half(..) | Period::Quarter(..) | Period::Day(_) => format!("du {told}"),
        Period::Week(..) => format!("de la {told}"),
    }
}

/// « à avril 2024 », « au 3e trimestre 2023 ».
fn until(to: Period) -> String {
    let told = period(to, Language::French);
    match to {
        Period::Year(_) | Period::Month(..) => format!("à {told}"),
        Period::Half(..) | Period::Quarter(..) | Period::Day(_) => format!("au {told}"),
        Period::Week(..) => format!("à la {told}"),
    }
}
