//! What a template of minutes is given. `docs/templates/minutes.md` lists it.

use super::{CouncilFacts, LandlordFacts};
use serde::{Deserialize, Serialize};

/// The facts of a session's minutes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MinutesFacts {
    /// `fr` or `en`.
    pub language: String,
    /// The landlord.
    pub landlord: LandlordFacts,
    /// The body.
    pub council: CouncilFacts,
    /// The session.
    pub session: SessionFacts,
    /// Whether a later session is still to approve these minutes.
    pub draft: bool,
    /// The date of the session that approved them.
    pub approved_on: Option<String>,
    /// The findings, ☺ first.
    pub findings: Vec<FindingFacts>,
    /// The names of the partners: the session's own, else the body's.
    pub partners: Vec<String>,
    /// Who came; nothing where nothing is known.
    pub attendance: Option<AttendanceFacts>,
    /// The earlier minutes approved here.
    pub approvals: Vec<ApprovalFacts>,
    /// The earlier findings looked at again.
    pub reviews: Vec<ReviewFacts>,
    /// What was treated.
    pub topics: Vec<TopicFacts>,
    /// The earlier actions that are open, or ended since the session before.
    pub follow_up: Vec<ActionFacts>,
    /// The actions taken at this session.
    pub new_actions: Vec<ActionFacts>,
    /// The works that are not over.
    pub planning: Vec<WorksFacts>,
    /// The sessions announced.
    pub next: Vec<NextFacts>,
    /// Corrections.
    pub errata: Vec<ErratumFacts>,
}

/// The session.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SessionFacts {
    /// Its id: `2011-04-06`.
    pub id: String,
    /// « mercredi 6 avril 2011 ».
    pub date: String,
    /// « 1re », « 2e »; nothing where the body does not number.
    pub number: Option<String>,
    /// « réaliser un diagnostic partagé ».
    pub purpose: Option<String>,
    /// « de réaliser un diagnostic partagé », « d'évaluer le plan ».
    pub of_purpose: Option<String>,
    /// « 18 h 30 ».
    pub time: Option<String>,
    /// « 20 h 15 ».
    pub ends: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Who chaired it.
    pub chair: Option<String>,
    /// Who wrote its minutes.
    pub secretary: Option<String>,
    /// Whether enough came to decide.
    pub quorum: Option<QuorumFact>,
}

/// Whether enough came to decide.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuorumFact {
    /// They did.
    Reached,
    /// They did not.
    NotReached,
}

/// A finding.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FindingFacts {
    /// ☺, 😐 or ☹.
    pub mark: String,
    /// What was said.
    pub text: String,
}

/// Who came.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AttendanceFacts {
    /// Members who came: a name, or « 2 résidents ».
    pub present: Vec<String>,
    /// Members who excused themselves.
    pub excused: Vec<String>,
    /// Members who did not.
    pub absent: Vec<String>,
    /// Voices given to another member.
    pub proxies: Vec<ProxyFacts>,
    /// Guests.
    pub guests: Vec<String>,
    /// How many residents came without being members.
    pub residents: Option<i64>,
    /// How many were invited.
    pub invited: Option<i64>,
    /// In which ways.
    pub channels: Vec<String>,
    /// What is known as numbers.
    pub counts: Option<HeadcountFacts>,
}

/// A voice given to another member.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProxyFacts {
    /// Who gave it.
    pub from: String,
    /// Who bore it.
    pub to: String,
}

/// Attendance as numbers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HeadcountFacts {
    /// All who were there.
    pub present: Option<i64>,
    /// Of those, who could vote.
    pub voters: Option<i64>,
    /// Who excused themselves.
    pub excused: Option<i64>,
    /// Whether it is an estimate.
    pub about: bool,
    /// « locataires : 30 ».
    pub parts: Vec<String>,
}

/// Earlier minutes approved.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ApprovalFacts {
    /// The date of their session.
    pub date: String,
    /// What was corrected.
    pub corrections: Option<String>,
}

/// An earlier finding looked at again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReviewFacts {
    /// ☺, 😐 or ☹.
    pub mark: String,
    /// What had been said.
    pub text: String,
    /// « réglé », « en amélioration ».
    pub review: String,
}

/// What was treated.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TopicFacts {
    /// Its title.
    pub title: String,
    /// The title of its axis.
    pub axis: Option<String>,
    /// Who asked for it.
    pub asked_by: Option<String>,
    /// What was said, in Markdown.
    pub discussion: Option<String>,
    /// What came of it.
    pub outcomes: Vec<OutcomeFacts>,
}

/// What came of a topic.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OutcomeFacts {
    /// What it is.
    pub kind: OutcomeFact,
    /// The information or decision; the action's title; « à la prochaine séance ».
    pub text: String,
    /// Who bears the action.
    pub owners: Vec<String>,
    /// « pour le 3e trimestre 2023 ».
    pub due: Option<String>,
    /// « réalisée », where the action had ended by then.
    pub ended: Option<String>,
    /// « adoptée ».
    pub result: Option<String>,
    /// Whether all voices fell the same way.
    pub unanimous: bool,
    /// The voices, where they were counted.
    pub votes: Option<VotesFacts>,
    /// « vote en ligne »; nothing where it was in the room.
    pub vote_mode: Option<String>,
    /// The amount asked for.
    pub asked: Option<String>,
    /// The amount granted.
    pub amount: Option<String>,
    /// On what condition.
    pub condition: Option<String>,
}

/// The kinds of outcome.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeFact {
    /// Something that was told.
    Information,
    /// Something that was decided.
    Decision,
    /// An action of the plan.
    Action,
    /// Put off.
    Postponed,
}

/// The voices.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct VotesFacts {
    /// For.
    pub pro: i64,
    /// Against.
    pub against: i64,
    /// Neither.
    pub abstained: i64,
}

/// An action as it stood on the day of the session.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ActionFacts {
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub owners: Vec<String>,
    /// « pour le 3e trimestre 2023 », « à la rentrée ».
    pub due: Option<String>,
    /// « en cours ».
    pub status: String,
    /// The last remark.
    pub note: Option<String>,
    /// Days late; nothing where it is not late.
    pub days_late: Option<i64>,
    /// Whether it is first in line.
    pub high_priority: bool,
    /// Whether it is only proposed.
    pub proposed: bool,
}

/// Works that are not over.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WorksFacts {
    /// What is to be done.
    pub title: String,
    /// « de juillet 2023 à septembre 2023 », « avril 2024 ».
    pub span: String,
}

/// A session announced.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NextFacts {
    /// « mardi 12 septembre 2023 », « octobre 2023 ».
    pub date: Option<String>,
    /// « 18 h 30 ».
    pub time: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The name of the body, where it is another one.
    pub council: Option<String>,
    /// « lieu à confirmer ».
    pub to_confirm: Vec<String>,
}

/// A correction.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ErratumFacts {
    /// The date of the earlier minutes that it corrects.
    pub of: Option<String>,
    /// The date on which these minutes were corrected.
    pub on: Option<String>,
    /// What should be read.
    pub text: String,
}
