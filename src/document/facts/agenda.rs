//! What a template of agendas is given. `docs/templates/agenda.md` lists it.

use super::{ActionFacts, ContactFacts, CouncilFacts, FindingFacts, LandlordFacts, MeetingFacts};
use serde::{Deserialize, Serialize};

/// The facts of the convocation to a session, with its *ordre du jour*.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AgendaFacts {
    /// `fr` or `en`.
    pub language: String,
    /// The landlord, who invites.
    pub landlord: LandlordFacts,
    /// The body.
    pub council: CouncilFacts,
    /// The session to come.
    pub session: MeetingFacts,
    /// The day of the document: « 15 mars 2024 ».
    pub written_on: String,
    /// Whom to call.
    pub contact: Option<ContactFacts>,
    /// The dates of the sessions whose minutes are to be approved.
    pub approvals: Vec<String>,
    /// The points that the session's file holds already.
    pub topics: Vec<PointFacts>,
    /// The points that earlier sessions put off to this one.
    pub put_off: Vec<PutOffFacts>,
    /// The actions to look at again.
    pub actions: Vec<ActionFacts>,
    /// The earlier findings to look at again, where the session is a diagnosis or an evaluation.
    pub findings: Vec<FindingFacts>,
}

/// A point of the agenda.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PointFacts {
    /// Its title.
    pub title: String,
    /// The title of its axis.
    pub axis: Option<String>,
    /// Who asked for it.
    pub asked_by: Option<String>,
}

/// A point that was put off.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PutOffFacts {
    /// Its title.
    pub title: String,
    /// The date of the session that put it off.
    pub of: String,
}
