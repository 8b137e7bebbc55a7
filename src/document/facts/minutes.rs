//! What a template of minutes is given. `docs/templates/minutes.md` lists it.

use super::{CouncilFacts, LandlordFacts, Said};
use serde::{Deserialize, Serialize};

/// The facts of a session's minutes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MinutesFacts<'a> {
    /// `fr` or `en`.
    pub language: Said<'a>,
    /// The landlord.
    pub landlord: LandlordFacts,
    /// The body.
    pub council: CouncilFacts,
    /// The session.
    pub session: SessionFacts<'a>,
    /// Whether a later session is still to approve these minutes.
    pub draft: bool,
    /// The date of the session that approved them.
    pub approved_on: Option<Said<'a>>,
    /// The findings, ☺ first.
    pub findings: Vec<FindingFacts<'a>>,
    /// The names of the partners: the session's own, else the body's.
    pub partners: Vec<Said<'a>>,
    /// Who came; nothing where nothing is known.
    pub attendance: Option<AttendanceFacts<'a>>,
    /// The earlier minutes approved here.
    pub approvals: Vec<ApprovalFacts<'a>>,
    /// The earlier findings looked at again.
    pub reviews: Vec<ReviewFacts<'a>>,
    /// What was treated.
    pub topics: Vec<TopicFacts<'a>>,
    /// The earlier actions that are open, or ended since the session before.
    pub follow_up: Vec<ActionFacts<'a>>,
    /// The actions taken at this session.
    pub new_actions: Vec<ActionFacts<'a>>,
    /// The works that are not over.
    pub planning: Vec<WorksFacts<'a>>,
    /// The sessions announced.
    pub next: Vec<NextFacts<'a>>,
    /// Corrections.
    pub errata: Vec<ErratumFacts<'a>>,
}

/// The session.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SessionFacts<'a> {
    /// Its id: `2011-04-06`.
    pub id: Said<'a>,
    /// « mercredi 6 avril 2011 ».
    pub date: Said<'a>,
    /// « 1re », « 2e »; nothing where the body does not number.
    pub number: Option<Said<'a>>,
    /// « réaliser un diagnostic partagé ».
    pub purpose: Option<Said<'a>>,
    /// « de réaliser un diagnostic partagé », « d'évaluer le plan ».
    pub of_purpose: Option<Said<'a>>,
    /// « 18 h 30 ».
    pub time: Option<Said<'a>>,
    /// « 20 h 15 ».
    pub ends: Option<Said<'a>>,
    /// Where.
    pub place: Option<Said<'a>>,
    /// Who chaired it.
    pub chair: Option<Said<'a>>,
    /// Who wrote its minutes.
    pub secretary: Option<Said<'a>>,
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
pub struct FindingFacts<'a> {
    /// ☺, 😐 or ☹.
    pub mark: Said<'a>,
    /// What was said.
    pub text: Said<'a>,
}

/// Who came.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AttendanceFacts<'a> {
    /// Members who came: a name, or « 2 résidents ».
    pub present: Vec<Said<'a>>,
    /// Members who excused themselves.
    pub excused: Vec<Said<'a>>,
    /// Members who did not.
    pub absent: Vec<Said<'a>>,
    /// Voices given to another member.
    pub proxies: Vec<ProxyFacts<'a>>,
    /// Guests.
    pub guests: Vec<Said<'a>>,
    /// How many residents came without being members.
    pub residents: Option<i64>,
    /// How many were invited.
    pub invited: Option<i64>,
    /// In which ways.
    pub channels: Vec<Said<'a>>,
    /// What is known as numbers.
    pub counts: Option<HeadcountFacts<'a>>,
}

/// A voice given to another member.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProxyFacts<'a> {
    /// Who gave it.
    pub from: Said<'a>,
    /// Who bore it.
    pub to: Said<'a>,
}

/// Attendance as numbers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HeadcountFacts<'a> {
    /// All who were there.
    pub present: Option<i64>,
    /// Of those, who could vote.
    pub voters: Option<i64>,
    /// Who excused themselves.
    pub excused: Option<i64>,
    /// Whether it is an estimate.
    pub about: bool,
    /// « locataires : 30 ».
    pub parts: Vec<Said<'a>>,
}

/// Earlier minutes approved.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ApprovalFacts<'a> {
    /// The date of their session.
    pub date: Said<'a>,
    /// What was corrected.
    pub corrections: Option<Said<'a>>,
}

/// An earlier finding looked at again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReviewFacts<'a> {
    /// ☺, 😐 or ☹.
    pub mark: Said<'a>,
    /// What had been said.
    pub text: Said<'a>,
    /// « réglé », « en amélioration ».
    pub review: Said<'a>,
}

/// What was treated.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TopicFacts<'a> {
    /// Its title.
    pub title: Said<'a>,
    /// The title of its axis.
    pub axis: Option<Said<'a>>,
    /// Who asked for it.
    pub asked_by: Option<Said<'a>>,
    /// What was said, in Markdown.
    pub discussion: Option<Said<'a>>,
    /// What came of it.
    pub outcomes: Vec<OutcomeFacts<'a>>,
}

/// What came of a topic.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OutcomeFacts<'a> {
    /// What it is.
    pub kind: OutcomeFact,
    /// The information or decision; the action's title; « à la prochaine séance ».
    pub text: Said<'a>,
    /// Who bears the action.
    pub owners: Vec<Said<'a>>,
    /// « pour le 3e trimestre 2023 ».
    pub due: Option<Said<'a>>,
    /// « réalisée », where the action had ended by then.
    pub ended: Option<Said<'a>>,
    /// « adoptée ».
    pub result: Option<Said<'a>>,
    /// Whether all voices fell the same way.
    pub unanimous: bool,
    /// The voices, where they were counted.
    pub votes: Option<VotesFacts>,
    /// « vote en ligne »; nothing where it was in the room.
    pub vote_mode: Option<Said<'a>>,
    /// The amount asked for.
    pub asked: Option<Said<'a>>,
    /// The amount granted.
    pub amount: Option<Said<'a>>,
    /// On what condition.
    pub condition: Option<Said<'a>>,
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
pub struct ActionFacts<'a> {
    /// What is to be done.
    pub title: Said<'a>,
    /// Who does it.
    pub owners: Vec<Said<'a>>,
    /// « pour le 3e trimestre 2023 », « à la rentrée ».
    pub due: Option<Said<'a>>,
    /// « en cours ».
    pub status: Said<'a>,
    /// The last remark.
    pub note: Option<Said<'a>>,
    /// Days late; nothing where it is not late.
    pub days_late: Option<i64>,
    /// Whether it is first in line.
    pub high_priority: bool,
    /// Whether it is only proposed.
    pub proposed: bool,
}

/// Works that are not over.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WorksFacts<'a> {
    /// What is to be done.
    pub title: Said<'a>,
    /// « de juillet 2023 à septembre 2023 », « avril 2024 ».
    pub span: Said<'a>,
}

/// A session announced.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NextFacts<'a> {
    /// « mardi 12 septembre 2023 », « octobre 2023 ».
    pub date: Option<Said<'a>>,
    /// « 18 h 30 ».
    pub time: Option<Said<'a>>,
    /// Where.
    pub place: Option<Said<'a>>,
    /// The name of the body, where it is another one.
    pub council: Option<Said<'a>>,
    /// « lieu à confirmer ».
    pub to_confirm: Vec<Said<'a>>,
}

/// A correction.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ErratumFacts<'a> {
    /// The date of the earlier minutes that it corrects.
    pub of: Option<Said<'a>>,
    /// The date on which these minutes were corrected.
    pub on: Option<Said<'a>>,
    /// What should be read.
    pub text: Said<'a>,
}
