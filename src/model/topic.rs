//! The part of a session's file about what was treated and what came of it.

use super::count::Count;
use super::list::List;
use super::money::Euros;
use super::text::Text;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use std::fmt;

/// A point that was treated.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its title.
    pub title: Text,
    /// The axis of the plan it belongs to.
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "OutcomeKeys")]
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomeKeys {
    information: Option<Text>,
    decision: Option<Text>,
    action: Option<Text>,
    postponed: Option<Text>,
    result: Option<VoteResult>,
    votes: Option<Votes>,
    vote_mode: Option<VoteMode>,
    asked: Option<Euros>,
    amount: Option<Euros>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
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
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Keys {
            r#for: Option<Count>,
            against: Option<Count>,
            abstained: Option<Count>,
        }
        let Keys { r#for: pro, against, abstained } = Keys::deserialize(MapAccessDeserializer::new(access))?;
        let none = Count::default();
        Ok(Votes::Counted {
            pro: pro.unwrap_or(none),
            against: against.unwrap_or(none),
            abstained: abstained.unwrap_or(none),
        })
    }
}

/// How voices were given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
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
