//! `<council>/sessions/<date>.yaml`: a séance, from its invitation to its errata.

use super::count::Count;
use super::date::Date;
use super::entries::{Entries, Values};
use super::list::{List, OneOrMany};
use super::money::Euros;
use super::period::Period;
use super::text::Text;
use super::time::Time;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use std::fmt;

/// A séance.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Whether it was held.
    pub status: SessionStatus,
    /// Why it was cancelled.
    pub reason: Option<Text>,
    /// Its number, where the count restarts.
    pub number: Option<Count>,
    /// What kind of session it is.
    pub kind: Option<SessionKind>,
    /// What for, as an infinitive: « réaliser un diagnostic partagé ».
    pub purpose: Option<Text>,
    /// When it begins.
    pub time: Option<Time>,
    /// When it ends.
    pub ends: Option<Time>,
    /// Where.
    pub place: Option<Text>,
    /// The member who chairs it.
    pub chair: Option<Text>,
    /// The member who writes its minutes.
    pub secretary: Option<Text>,
    /// Who was invited, and how.
    pub invitation: Option<Invitation>,
    /// Who came.
    pub attendance: Option<Attendance>,
    /// Whether enough came to decide.
    pub quorum: Option<Quorum>,
    /// The earlier minutes approved here, by session.
    #[serde(default)]
    pub approves: Entries<Approval, String>,
    /// The findings of a diagnosis.
    pub diagnosis: Option<Diagnosis>,
    /// Earlier findings looked at again: `session/finding`.
    #[serde(default)]
    pub reviews: Values<Review, String>,
    /// What was treated.
    #[serde(default)]
    pub topics: List<Topic>,
    /// The partners to be involved.
    #[serde(default)]
    pub partners: List<Text>,
    /// What was announced.
    #[serde(default)]
    pub next: OneOrMany<Next>,
    /// When the minutes were sent or posted.
    pub published: Option<Period>,
    /// Corrections of earlier minutes.
    #[serde(default)]
    pub errata: List<Erratum>,
}

impl Session {
    /// Says whether the session took place.
    pub fn is_held(&self) -> bool {
        self.status == SessionStatus::Held
    }

    /// The findings, with their mark, in the order of minutes.
    pub fn findings(&self) -> impl Iterator<Item = (Mark, &super::id::Id, &Text)> {
        self.diagnosis.iter().flat_map(|diagnosis| {
            let strengths = diagnosis.strengths.iter().map(|(id, text)| (Mark::Strength, id, text));
            let mixed = diagnosis.mixed.iter().map(|(id, text)| (Mark::Mixed, id, text));
            let weaknesses = diagnosis.weaknesses.iter().map(|(id, text)| (Mark::Weakness, id, text));
            strengths.chain(mixed).chain(weaknesses)
        })
    }

    /// The actions that its topics refer to.
    pub fn actions(&self) -> impl Iterator<Item = &Text> {
        self.topics.iter().flat_map(|topic| topic.outcomes.iter()).filter_map(|outcome| match &outcome.kind {
            OutcomeKind::Action(action) => Some(action),
            OutcomeKind::Information(_) | OutcomeKind::Decision(_) | OutcomeKind::Postponed(_) => None,
        })
    }
}

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionStatus {
    /// To come.
    Planned,
    /// Held.
    Held,
    /// Cancelled.
    Cancelled,
}

/// A kind of session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionKind {
    /// A shared diagnosis.
    Diagnosis,
    /// The follow-up of the plan.
    FollowUp,
    /// About works.
    Works,
    /// An evaluation.
    Evaluation,
    /// Another one.
    Other,
}

/// Who was invited.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// How many.
    pub invited: Option<Count>,
    /// In which ways, by id.
    #[serde(default)]
    pub channels: List<Text>,
}

/// Who came.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// Members who came.
    #[serde(default)]
    pub present: List<Text>,
    /// Members who excused themselves.
    #[serde(default)]
    pub excused: List<Text>,
    /// Members who did not.
    #[serde(default)]
    pub absent: List<Text>,
    /// Members who gave another one their voice.
    #[serde(default)]
    pub proxies: Entries<Proxy, String>,
    /// Guests, as they are to be named.
    #[serde(default)]
    pub guests: List<Text>,
    /// How many residents came without being members.
    pub residents: Option<Count>,
    /// What is known as numbers only.
    pub counts: Option<Headcount>,
}

/// A voice given to another member.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proxy {
    /// The member who bears it.
    pub to: Text,
}

/// Attendance known as numbers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headcount {
    /// All who were there, those listed included.
    pub present: Option<Count>,
    /// Of those, who could vote.
    pub voters: Option<Count>,
    /// Who excused themselves.
    pub excused: Option<Count>,
    /// An estimate: nothing is added up.
    pub about: Option<bool>,
    /// Of those present, by group, in the users' own words.
    #[serde(default)]
    pub parts: Values<Count, String>,
}

/// Whether enough came to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quorum {
    /// Enough.
    Reached,
    /// Not enough.
    NotReached,
}

/// The approval of earlier minutes. Without hashes it freezes nothing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// `sha256:` of the text approved, with LF line ends.
    pub text: Option<Text>,
    /// `sha256:` of the session's file, with LF line ends.
    pub session: Option<Text>,
    /// What was corrected at the approval.
    pub corrections: Option<Text>,
}

impl Approval {
    /// Says whether the approved text may no longer change.
    pub fn freezes(&self) -> bool {
        self.text.is_some()
    }
}

/// A shared diagnosis: what was said, by id.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    /// *Points forts*.
    #[serde(default)]
    pub strengths: Values<Text>,
    /// Neither one nor the other.
    #[serde(default)]
    pub mixed: Values<Text>,
    /// *Leviers d'amélioration*.
    #[serde(default)]
    pub weaknesses: Values<Text>,
}

/// The mark of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// ☺
    Strength,
    /// 😐
    Mixed,
    /// ☹
    Weakness,
}

impl Mark {
    /// The sign that minutes bear.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Strength => "☺",
            Self::Mixed => "😐",
            Self::Weakness => "☹",
        }
    }

    /// The key that findings of this mark stand under.
    pub fn key(self) -> &'static str {
        match self {
            Self::Strength => "strengths",
            Self::Mixed => "mixed",
            Self::Weakness => "weaknesses",
        }
    }
}

/// How an earlier finding has fared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// It is over.
    Solved,
    /// It is better.
    Better,
    /// It is the same.
    Same,
    /// It is worse.
    Worse,
}

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

/// A session that was announced.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Next {
    /// When.
    pub date: Option<Period>,
    /// At what time.
    pub time: Option<Time>,
    /// Where.
    pub place: Option<Text>,
    /// Of which body, where it is another one.
    pub council: Option<Text>,
    /// What of it is not certain.
    #[serde(default)]
    pub to_confirm: List<ToConfirm>,
}

/// What of an announcement is not certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ToConfirm {
    /// The date.
    Date,
    /// The time.
    Time,
    /// The place.
    Place,
}

/// A correction of earlier minutes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erratum {
    /// The session whose minutes it corrects; or, later than this session, the day these minutes were corrected.
    pub date: Date,
    /// What should be read.
    pub text: Text,
}
