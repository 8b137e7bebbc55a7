//! What a template of attendance sheets is given. `docs/templates/sheet.md` lists it.

use super::{CouncilFacts, LandlordFacts, MeetingFacts};
use serde::{Deserialize, Serialize};

/// The facts of the *feuille d'émargement* of a session.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SheetFacts {
    /// `fr` or `en`.
    pub language: String,
    /// The landlord, who keeps it.
    pub landlord: LandlordFacts,
    /// The body.
    pub council: CouncilFacts,
    /// The session.
    pub session: MeetingFacts,
    /// The members who sit on the day, in the order of `council.yaml`.
    pub members: Vec<MemberFacts>,
    /// The session's file, from the record's root: where the counts are to be typed.
    pub file: String,
}

/// A member.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MemberFacts {
    /// The name, where a consent lets it stand there.
    pub name: Option<String>,
    /// « résident ».
    pub role: String,
    /// The association that the member stands for.
    pub association: Option<String>,
    /// « présidence ».
    pub position: Option<String>,
}
