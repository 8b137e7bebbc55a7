//! `<council>/surveys/<period>.yaml`: a wave of the satisfaction survey.

use super::count::Count;
use super::decimal::Decimal;
use super::entries::Entries;
use super::list::List;
use super::text::Text;
use schemars::JsonSchema;
use serde::Deserialize;

/// A wave of the satisfaction survey; `reported.yaml` has `reported` alone.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// How many dwellings there are; by default the residence's.
    pub dwellings: Option<Count>,
    /// How many were asked.
    pub questioned: Option<Count>,
    /// How many answered.
    pub returned: Option<Count>,
    /// How it was done.
    pub method: Option<Method>,
    /// The answers, by question.
    #[serde(default)]
    pub answers: Entries<Answers, String>,
    /// Published figures whose base is unknown.
    #[serde(default)]
    pub reported: List<Reported>,
}

/// How a wave was done.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// By which means.
    pub mode: Option<Mode>,
    /// Who was asked.
    pub sampling: Option<Sampling>,
    /// A remark.
    pub notes: Option<Text>,
}

/// By which means answers were taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// On paper.
    Paper,
    /// By telephone.
    Phone,
    /// Online.
    Online,
    /// At the door.
    DoorToDoor,
    /// In several ways.
    Mixed,
}

/// Who was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sampling {
    /// Everybody.
    Census,
    /// A random sample.
    Random,
    /// Who wanted to.
    Voluntary,
}

impl Mode {
    /// The word it is typed as.
    pub fn key(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Phone => "phone",
            Self::Online => "online",
            Self::DoorToDoor => "door-to-door",
            Self::Mixed => "mixed",
        }
    }
}

impl Sampling {
    /// The word it is typed as.
    pub fn key(self) -> &'static str {
        match self {
            Self::Census => "census",
            Self::Random => "random",
            Self::Voluntary => "voluntary",
        }
    }
}

/// The answers to a question, one a dwelling.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// How many are very satisfied.
    pub very_satisfied: Option<Count>,
    /// How many are satisfied.
    pub satisfied: Option<Count>,
    /// How many are dissatisfied.
    pub dissatisfied: Option<Count>,
    /// How many are very dissatisfied.
    pub very_dissatisfied: Option<Count>,
    /// How many have no opinion: not counted in the score's base.
    pub no_opinion: Option<Count>,
    /// How this wave worded the question, where it asked it otherwise.
    pub wording: Option<Text>,
}

impl Answers {
    /// How many answers there are, those without an opinion included.
    pub fn total(&self) -> u32 {
        let Self { very_satisfied, satisfied, dissatisfied, very_dissatisfied, no_opinion, wording: _ } = self;
        let counts = [very_satisfied, satisfied, dissatisfied, very_dissatisfied, no_opinion];
        counts.into_iter().flatten().fold(0, |sum, count| sum.saturating_add(count.get()))
    }
}

/// A published figure whose base is unknown.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(try_from = "ReportedKeys")]
#[schemars(with = "ReportedKeys")]
pub struct Reported {
    /// The figure in words.
    pub text: Text,
    /// The question it is about.
    pub question: Option<Text>,
    /// The figure.
    pub figure: Option<ReportedFigure>,
    /// Over how many years.
    pub years: Option<Count>,
    /// Where it was published.
    pub source: Option<Text>,
}

/// A published figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportedFigure {
    /// A difference, in *points de pourcentage*.
    Points(Decimal),
    /// Per cent.
    Percent(Decimal),
    /// A mark out of ten.
    Mark(Decimal),
}

/// A published figure whose base is unknown.
#[derive(Deserialize, JsonSchema)]
#[schemars(extend("format" = "reported-figure", "alternatives" = [[], ["points"], ["percent"], ["mark"]]))]
#[serde(deny_unknown_fields)]
struct ReportedKeys {
    /// The figure in words.
    text: Text,
    /// The question it is about, by its id in landlord.yaml.
    question: Option<Text>,
    /// The figure, where it is a difference in percentage points.
    points: Option<Decimal>,
    /// The figure, where it is per cent.
    percent: Option<Decimal>,
    /// The figure, where it is a mark out of ten.
    mark: Option<Decimal>,
    /// Over how many years.
    years: Option<Count>,
    /// Where it was published.
    source: Option<Text>,
}

impl TryFrom<ReportedKeys> for Reported {
    type Error = &'static str;

    fn try_from(keys: ReportedKeys) -> Result<Self, &'static str> {
        let figure = match (keys.points, keys.percent, keys.mark) {
            (None, None, None) => None,
            (Some(points), None, None) => Some(ReportedFigure::Points(points)),
            (None, Some(percent), None) => Some(ReportedFigure::Percent(percent)),
            (None, None, Some(mark)) => Some(ReportedFigure::Mark(mark)),
            _ => return Err("reported-figure"),
        };
        let ReportedKeys { text, question, years, source, .. } = keys;
        Ok(Self { text, question, figure, years, source })
    }
}
