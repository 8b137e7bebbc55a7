//! `<council>/sessions/<date>.yaml`: a séance, from its invitation to its errata.

use super::attendance::{Attendance, Invitation, Quorum};
use super::count::Count;
use super::date::Date;
use super::entries::{Entries, Values};
use super::list::{List, OneOrMany};
use super::period::Period;
use super::text::Text;
use super::time::Time;
use super::topic::{OutcomeKind, Topic};
use schemars::JsonSchema;
use serde::Deserialize;

/// A séance.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
    /// Where it is held.
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
    /// The next session, or several, as announced.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
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

/// The approval of earlier minutes. Without hashes it freezes nothing.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    /// The strong points ☺, by id.
    #[serde(default)]
    pub strengths: Values<Text>,
    /// What is both one and the other 😐, by id.
    #[serde(default)]
    pub mixed: Values<Text>,
    /// What could be better ☹, by id.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
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

impl Review {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Solved, Self::Better, Self::Same, Self::Worse];

    /// The word it is typed as.
    pub fn key(self) -> &'static str {
        match self {
            Self::Solved => "solved",
            Self::Better => "better",
            Self::Same => "same",
            Self::Worse => "worse",
        }
    }
}

/// A session that was announced.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Next {
    /// When it is to be: a date, a month, a quarter.
    pub date: Option<Period>,
    /// At what time it begins.
    pub time: Option<Time>,
    /// Where it is to be.
    pub place: Option<Text>,
    /// Of which body, by its id, where it is another one.
    pub council: Option<Text>,
    /// What of it is not certain.
    #[serde(default)]
    pub to_confirm: List<ToConfirm>,
}

/// What of an announcement is not certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Erratum {
    /// The session whose minutes it corrects; or, later than this session, the day these minutes were corrected.
    pub date: Date,
    /// What should be read.
    pub text: Text,
}
