//! `charter.yaml`: the charter of concertation, who drafted it, who signed, and what it promises.

use super::count::Count;
use super::decimal::Decimal;
use super::entries::{Entries, Values};
use super::list::List;
use super::period::Period;
use super::text::Text;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Unexpected};

/// The charter of concertation.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// Its title.
    pub title: Text,
    /// Its *mots d'ordre*.
    #[serde(default)]
    pub watchwords: List<Text>,
    /// The associations that drafted it with the landlord, by id.
    #[serde(default)]
    pub drafted_with: List<Text>,
    /// Who signed, by `landlord` or an association's id.
    #[serde(default)]
    pub signatures: Values<Signature, String>,
    /// Who was asked and did not sign, and why: never a gate to taking part.
    #[serde(default)]
    pub declined: Values<Text, String>,
    /// The term the parties gave it; the law sets none.
    pub valid: Option<Validity>,
    /// What it promises.
    #[serde(default)]
    pub commitments: Entries<Commitment>,
}

/// When a charter was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// In this period.
    In(Period),
    /// On an unknown day.
    Undated,
}

impl<'de> Deserialize<'de> for Signature {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.as_str() {
            "undated" => Ok(Self::Undated),
            _ => text.parse().map(Self::In).map_err(|_| D::Error::invalid_value(Unexpected::Str(&text), &"signature")),
        }
    }
}

/// A charter's term.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Validity {
    /// Its beginning.
    pub from: Option<Period>,
    /// Its end.
    pub until: Option<Period>,
}

/// Something the charter promises.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// What is promised.
    pub text: Text,
    /// What shows whether it is kept.
    pub measure: Option<Measure>,
}

/// What shows whether a promise is kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "MeasureKeys")]
#[schemars(with = "MeasureKeys")]
pub enum Measure {
    /// Minutes are published within so many days of the session.
    MinutesWithinDays(Count),
    /// So many sessions are held a year.
    SessionsPerYear(Count),
    /// A question is answered well by so many.
    Question {
        /// The question's id.
        question: Text,
        /// Per cent satisfied.
        at_least: Decimal,
    },
    /// Per cent of the actions due in a year that were done in time.
    ActionsOnTime(Decimal),
}

/// What shows whether a promise is kept: one measure.
#[derive(Deserialize, JsonSchema)]
#[schemars(extend(
    "format" = "measure",
    "alternatives" = [["minutes_within_days"], ["sessions_per_year"], ["question", "at_least"], ["actions_on_time"]]
))]
#[serde(deny_unknown_fields)]
struct MeasureKeys {
    /// Minutes are published within so many days of the session.
    minutes_within_days: Option<Count>,
    /// So many sessions are held a year.
    sessions_per_year: Option<Count>,
    /// A question of the survey, by its id in landlord.yaml; with `at_least`.
    question: Option<Text>,
    /// How many are to be satisfied, in per cent; with `question`.
    at_least: Option<Decimal>,
    /// How many of the actions due in a year are done in time, in per cent.
    actions_on_time: Option<Decimal>,
}

impl TryFrom<MeasureKeys> for Measure {
    type Error = &'static str;

    fn try_from(keys: MeasureKeys) -> Result<Self, &'static str> {
        match keys {
            MeasureKeys {
                minutes_within_days: Some(days),
                sessions_per_year: None,
                question: None,
                at_least: None,
                actions_on_time: None,
            } => Ok(Self::MinutesWithinDays(days)),
            MeasureKeys {
                minutes_within_days: None,
                sessions_per_year: Some(sessions),
                question: None,
                at_least: None,
                actions_on_time: None,
            } => Ok(Self::SessionsPerYear(sessions)),
            MeasureKeys {
                minutes_within_days: None,
                sessions_per_year: None,
                question: Some(question),
                at_least: Some(at_least),
                actions_on_time: None,
            } => Ok(Self::Question { question, at_least }),
            MeasureKeys {
                minutes_within_days: None,
                sessions_per_year: None,
                question: None,
                at_least: None,
                actions_on_time: Some(share),
            } => Ok(Self::ActionsOnTime(share)),
            _ => Err("measure"),
        }
    }
}
