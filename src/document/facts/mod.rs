//! What templates are given: plain texts, lists, yes-or-no and words to choose from, in the document's language and
//! typography. One file a kind of document, listed by its page in `docs/templates`; here, what they share.

mod agenda;
mod kit;
mod minutes;
mod notice;
mod questionnaire;
mod report;
mod sheet;
mod tender;

pub use agenda::*;
pub use kit::*;
pub use minutes::*;
pub use notice::*;
pub use questionnaire::*;
pub use report::*;
pub use sheet::*;
pub use tender::*;

use serde::{Deserialize, Serialize};

/// The landlord.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LandlordFacts {
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: Option<String>,
}

/// The body.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CouncilFacts {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// « du Conseil de Résidence de Gambetta ».
    pub of_the: String,
    /// « Conseil », « Comité »: what it is called in the middle of a sentence.
    pub short: String,
    /// « du Conseil ».
    pub of_the_short: String,
    /// The names of its residences.
    pub residences: Vec<String>,
}

/// A session to come.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MeetingFacts {
    /// Its id: `2024-04-18`.
    pub id: String,
    /// « jeudi 18 avril 2024 ».
    pub date: String,
    /// « 18 h 30 ».
    pub time: Option<String>,
    /// « 20 h 15 ».
    pub ends: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// « réaliser un diagnostic partagé ».
    pub purpose: Option<String>,
    /// « de réaliser un diagnostic partagé », « d'évaluer le plan ».
    pub of_purpose: Option<String>,
}

/// Whom to call, in public.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ContactFacts {
    /// The unit's name, or the landlord's.
    pub name: String,
    /// The telephone number.
    pub phone: Option<String>,
    /// When it is answered.
    pub hours: Option<String>,
    /// The mail address.
    pub mail: Option<String>,
}
