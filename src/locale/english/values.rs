//! English words for a value of the wrong form, a word outside its list, a date or an amount that is none.

use super::{did_you_mean, listed};
use crate::locale::phrase::{sentences, short, words, yes_or_no};
use crate::locale::problem::Words;
use crate::model::Id;
use crate::yaml::{Expected, Found};

pub(super) fn wrong_type(key: &str, expected: Expected, found: &Found, quoted: Option<&String>) -> Words {
    if let (Expected::Text, Some(quoted)) = (expected, quoted) {
        return Words {
            proposal: quoted.clone(),
            ..words(
                "text that contains a colon followed by a space, or a square or curly bracket, must be in quotation \
                 marks",
                "this is not read as text",
                "put the text in quotation marks:",
            )
        };
    }
    let subject = if key.is_empty() { "this file".to_owned() } else { format!("“{}”", short(key)) };
    words(
        format!("{subject} should be {}", wanted(expected)),
        label(expected, found),
        sentences(&[example(expected), hint(expected, found)]),
    )
}

/// What a form of value is called; it follows "should be".
pub(in crate::locale) fn wanted(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "text",
        Expected::Boolean => "“true” (yes) or “false” (no)",
        Expected::Count => "a whole number",
        Expected::Decimal => "a number",
        Expected::Date => "a date",
        Expected::Period => "a period",
        Expected::Amount => "an amount in euros",
        Expected::Time => "a time of day",
        Expected::Id => "a name made of lower-case letters without accents, digits and hyphens",
        Expected::Year => "a year",
        Expected::List => "a list",
        Expected::Map => "made of “keyword: value” lines",
        Expected::Outcome => "a list of what came of the topic, each entry of one kind only",
        Expected::Measure => "one measure, and only one",
        Expected::ReportedFigure => "a list of results, with only one figure per entry",
        Expected::Votes => "the count of the votes",
        Expected::Grant => "an amount, or its parts",
        Expected::Signature => "the date of a signature",
        Expected::FirstNumber => "a number, or “none”",
    }
}

/// The forms of a period.
const PERIODS: &str = "“2023”, “2023-S2” (half), “2023-Q4” (quarter), “2023-10” (month), “2023-W15” (week) or \
                       “2023-05-10”";

/// How such a value is written.
pub(in crate::locale) fn example(expected: Expected) -> String {
    let example = match expected {
        Expected::Text => "write the text on the same line.",
        Expected::Boolean => "",
        Expected::Count => "write digits only, for example “120”.",
        Expected::Decimal => "for example “78.6”.",
        Expected::Date => "for example “2023-05-10”.",
        Expected::Period => return format!("for example {PERIODS}."),
        Expected::Amount => "for example “1200” or “1200.50”.",
        Expected::Time => "for example “18:30” or “18h30”.",
        Expected::Id => "this is the name that the other files refer to.",
        Expected::Year => "for example “2023”.",
        Expected::List => "write one thing per line, each after “-” and a space.",
        Expected::Map => "write each keyword on its own line; what belongs to a line is moved two spaces to the right.",
        Expected::Outcome => {
            "begin each entry with “- information:”, “- decision:”, “- action:” or “- postponed:”, and with only one of \
             these keywords."
        }
        Expected::Measure => {
            "write only one of these measures: “minutes_within_days:”, “sessions_per_year:”, “question:” with \
             “at_least:” (a survey question and the share of satisfied answers), or “actions_on_time:” (the share of \
             actions done in time)."
        }
        Expected::ReportedFigure => {
            "keep only one of these lines in each entry: “points:”, “percent:” or “mark:” (out of ten)."
        }
        Expected::Votes => "write “unanimous”, or the lines “for:”, “against:” and “abstained:”.",
        Expected::Grant => {
            "write an amount, for example “1200”, or, below, the lines “upkeep:”, “investment:” and “carried_over:”."
        }
        Expected::Signature => "for example “2023-01-15”, “2023”, or “undated” if the date is unknown.",
        Expected::FirstNumber => "write “none” if the council does not number its sessions.",
    };
    example.to_owned()
}

/// What is written, under the place. A value made of several lines is judged as a whole: there, what was found says
/// nothing.
fn label(expected: Expected, found: &Found) -> String {
    match (expected, found) {
        (Expected::Outcome, _) => "choose one kind".to_owned(),
        (Expected::Measure, _) => "choose one measure, or complete it".to_owned(),
        (Expected::ReportedFigure, _) => "choose one figure".to_owned(),
        (_, Found::Blank) => "nothing is written".to_owned(),
        (_, Found::Text(text)) => format!("“{}” is written", short(text)),
        (_, Found::List) => "this is a list of “-” lines".to_owned(),
        (_, Found::Map) => "these are “keyword: value” lines".to_owned(),
    }
}

/// The value that was probably meant, or nothing.
fn hint(expected: Expected, found: &Found) -> String {
    let Found::Text(text) = found else { return String::new() };
    match expected {
        Expected::Boolean => match yes_or_no(text) {
            Some(true) => "for “yes”, write “true”.".to_owned(),
            Some(false) => "for “no”, write “false”.".to_owned(),
            None => String::new(),
        },
        Expected::Id => match Id::suggestion(text) {
            none if none.is_empty() => none,
            suggestion => format!("for example “{suggestion}”."),
        },
        _ => String::new(),
    }
}

pub(super) fn unknown_value(key: &str, value: &str, nearest: Option<&String>, known: &[String]) -> Words {
    words(
        format!("“{}” is not a possible value of “{key}”", short(value)),
        "unknown value",
        sentences(&[format!("possible values: {}.", listed(known)), did_you_mean(nearest)]),
    )
}

pub(super) fn bad_date(text: &str, period: bool, meant: Option<&String>, no_such_day: bool) -> Words {
    let (kind, forms) = if period {
        ("a period", format!("a period is written {PERIODS}."))
    } else {
        ("a date", "a date is written year-month-day, for example “2023-05-10”.".to_owned())
    };
    // "to be fixed", "soon"
    let is_open = period && !text.contains(|sign: char| sign.is_ascii_digit());
    let blank = if is_open { "if it is not known yet, write nothing after the colon." } else { "" };
    let text = short(text);
    let (message, label) = if no_such_day {
        (format!("“{text}” is not in the calendar (from 1900 to 2199)"), "not in the calendar")
    } else {
        (format!("“{text}” is not {kind}"), "cannot be read")
    };
    words(message, label, meant.map_or(sentences(&[forms, blank.to_owned()]), |meant| format!("write “{meant}”.")))
}

pub(super) fn bad_amount(text: &str, ambiguous: bool) -> Words {
    let (label, help) = if ambiguous {
        (
            "thousands, or thousandths?",
            "write “1200” for one thousand two hundred euros, “1.20” for one euro and twenty cents.",
        )
    } else {
        (
            "cannot be read",
            "an amount is written “1200” or “1200.50”, in euros, with two decimals at most, and no point or comma \
             between thousands.",
        )
    };
    words(format!("“{}” is not an amount", short(text)), label, help)
}
