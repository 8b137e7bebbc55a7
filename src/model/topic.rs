//! The part of a session's file about what was treated and what came of it.

use super::count::Count;
use super::list::List;
use super::money::Euros;
use super::text::Text;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use std::fmt;

/// A point that was treated.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its title.
    pub title: Text,
    /// The axis of the plan it belongs to, by its id.
    pub axis: Option<Text>,
    /// Who asked for it: residents, landlord, a member, a partner.
    pub asked_by: Option<Text>,
    /// What was said, in Markdown.
    pub discussion: Option<Text>,
    /// What came of it.
    #[serde(default)]
    pub outcomes: List<Outcome>,
}

/// What came of a topic.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "OutcomeKeys")]
#[schemars(with = "OutcomeKeys")]
pub struct Outcome {
    /// What it is.
    pub kind: OutcomeKind,
    /// Whether a decision was adopted, where it is written.
    pub result: Option<VoteResult>,
    /// How the voices fell.
    pub votes: Option<Votes>,
    /// How they were given; in the room by default.
    pub vote_mode: Option<VoteMode>,
    /// The amount asked for.
    pub asked: Option<Euros>,
    /// The amount granted.
    pub amount: Option<Euros>,
    /// On what condition.
    pub condition: Option<Text>,
}

/// The four kinds of outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeKind {
    /// Something that was told.
    Information(Text),
    /// Something that was decided.
    Decision(Text),
    /// An action of the plan, by id; `council/id` for another body's.
    Action(Text),
    /// Put off: to `next`, a date, a council, or `council/date`.
    Postponed(Text),
}

/// What came of a topic: one of information, decision, action, postponed.
#[derive(Deserialize, JsonSchema)]
#[schemars(extend("format" = "outcome", "alternatives" = [["information"], ["decision"], ["action"], ["postponed"]]))]
#[serde(deny_unknown_fields)]
struct OutcomeKeys {
    /// Something that was told.
    information: Option<Text>,
    /// Something that was decided.
    decision: Option<Text>,
    /// An action of the plan, by its id in plan.yaml; `council/id` for another body's.
    action: Option<Text>,
    /// What it was put off to: `next`, a date, a council, or `council/date`.
    postponed: Option<Text>,
    /// Whether the decision was adopted; printed only where it is written, or votes are.
    result: Option<VoteResult>,
    /// How the voices fell: so many for, against and abstained; or `unanimous`.
    votes: Option<Votes>,
    /// How voices were given; in the room by default.
    vote_mode: Option<VoteMode>,
    /// The amount asked for, in euros.
    asked: Option<Euros>,
    /// The amount granted, in euros.
    amount: Option<Euros>,
    /// On what condition.
    condition: Option<Text>,
}

impl TryFrom<OutcomeKeys> for Outcome {
    type Error = &'static str;

    fn try_from(keys: OutcomeKeys) -> Result<Self, &'static str> {
        let OutcomeKeys { information, decision, action, postponed, .. } = keys;
        let kind = match (information, decision, action, postponed) {
            (Some(text), None, None, None) => OutcomeKind::Information(text),
            (None, Some(text), None, None) => OutcomeKind::Decision(text),
            (None, None, Some(action), None) => OutcomeKind::Action(action),
            (None, None, None, Some(until)) => OutcomeKind::Postponed(until),
            _ => return Err("outcome"),
        };
        let OutcomeKeys { result, votes, vote_mode, asked, amount, condition, .. } = keys;
        Ok(Self { kind, result, votes, vote_mode, asked, amount, condition })
    }
}

/// What a vote gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VoteResult {
    /// It was adopted.
    Adopted,
    /// It was rejected.
    Rejected,
    /// There was no quorum.
    NoQuorum,
}

/// How the voices fell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Votes {
    /// All the same way.
    Unanimous,
    /// Counted.
    Counted {
        /// For.
        pro: Count,
        /// Against.
        against: Count,
        /// Neither.
        abstained: Count,
    },
}

impl Votes {
    /// How many voices were counted; `None` where only unanimity is known.
    pub fn total(self) -> Option<u32> {
        match self {
            Self::Unanimous => None,
            Self::Counted { pro, against, abstained } => {
                Some(pro.get().saturating_add(against.get()).saturating_add(abstained.get()))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Votes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(VotesVisitor)
    }
}

/// How many voices fell each way.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CountedVotes {
    /// How many were for.
    r#for: Option<Count>,
    /// How many were against.
    against: Option<Count>,
    /// How many abstained.
    abstained: Option<Count>,
}

struct VotesVisitor;

impl<'de> Visitor<'de> for VotesVisitor {
    type Value = Votes;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("votes")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Votes, E> {
        match text {
            "unanimous" => Ok(Votes::Unanimous),
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<Votes, A::Error> {
        let CountedVotes { r#for: pro, against, abstained } =
            CountedVotes::deserialize(MapAccessDeserializer::new(access))?;
        let none = Count::default();
        Ok(Votes::Counted {
            pro: pro.unwrap_or(none),
            against: against.unwrap_or(none),
            abstained: abstained.unwrap_or(none),
        })
    }
}

/// How voices were given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VoteMode {
    /// In the room.
    #[default]
    Room,
    /// Online.
    Online,
    /// By mail.
    Mail,
}
