//! What a template of the notice for the hall is given: few entries a section and short texts, so that they fit on a page.

use super::{ContactFacts, CouncilFacts, LandlordFacts, NextFacts, WorksFacts};
use serde::{Deserialize, Serialize};

/// The facts of a notice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NoticeFacts {
    /// `fr` or `en`.
    pub language: String,
    /// The landlord.
    pub landlord: LandlordFacts,
    /// The body.
    pub council: CouncilFacts,
    /// The day whose state is told: « 15 mars 2024 ».
    pub date: String,
    /// Whether the body has ended.
    pub is_closed: bool,
    /// The session since which what has ended is told: « 26 septembre 2023 ».
    pub since: Option<String>,
    /// What was asked and has been done since, the latest first.
    pub done: Vec<DoneFacts>,
    /// How many more there are.
    pub more_done: i64,
    /// What was refused since, the latest first.
    pub refused: Vec<RefusedFacts>,
    /// How many more there are.
    pub more_refused: i64,
    /// What is to be done, late ones first.
    pub tasks: Vec<TaskFacts>,
    /// How many more there are.
    pub more_tasks: i64,
    /// The works to come or under way.
    pub planning: Vec<WorksFacts>,
    /// How many more there are.
    pub more_works: i64,
    /// The next session.
    pub next: Option<NextFacts>,
    /// Whom to call.
    pub contact: Option<ContactFacts>,
}

/// What has been done.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DoneFacts {
    /// What the residents had said.
    pub said: Option<String>,
    /// What was done.
    pub title: String,
    /// « décembre 2023 », « 8 décembre 2023 ».
    pub when: String,
}

/// What was refused.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RefusedFacts {
    /// What had been asked for.
    pub title: String,
    /// « refusée », « abandonnée », « rejetée ».
    pub outcome: String,
    /// Why; for a decision, how the voices fell.
    pub reason: Option<String>,
}

/// What is to be done.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TaskFacts {
    /// What.
    pub title: String,
    /// Who does it.
    pub who: Option<String>,
    /// « pour le 3e trimestre 2023 », « à la rentrée ».
    pub due: Option<String>,
    /// Days late; nothing where it is not late.
    pub days_late: Option<i64>,
    /// Whether it waits.
    pub on_hold: bool,
}
