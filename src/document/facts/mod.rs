//! What templates are given: plain texts, lists, yes-or-no and words to choose from, in the document's language and
//! typography. One file a kind of document, listed by its page in `docs/templates`; here, what they share.

mod minutes;

pub use minutes::*;

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
