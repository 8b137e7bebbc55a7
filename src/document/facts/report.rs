//! What a template of the *bilan annuel* is given.

use super::{CouncilFacts, LandlordFacts};
use serde::{Deserialize, Serialize};

/// The facts of a council's year.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReportFacts {
    /// `fr` or `en`.
    pub language: String,
    /// The landlord.
    pub landlord: LandlordFacts,
    /// The body.
    pub council: CouncilFacts,
    /// « 2023 ».
    pub year: String,
    /// Whether the year is over.
    pub is_over: bool,
    /// The day whose state of the actions is told: the year's last, or `as_of` before that: « 31 décembre 2023 ».
    pub state_on: String,
    /// The day up to which the record is taken into account: « 15 mars 2024 ».
    pub as_of: String,
    /// Whether the body has ended by then.
    pub is_closed: bool,
    /// The sessions held.
    pub held: Vec<HeldFacts>,
    /// The sessions cancelled.
    pub cancelled: Vec<CancelledFacts>,
    /// The sessions still planned.
    pub planned: Vec<PlannedFacts>,
    /// Who came; nothing where nothing is known.
    pub attendance: Option<PresencesFacts>,
    /// How many actions there are of each sort; nothing where there is none.
    pub actions: Option<ActionCountsFacts>,
    /// The actions done in the year.
    pub done: Vec<DoneActionFacts>,
    /// The actions that are open, late ones first.
    pub open: Vec<OpenActionFacts>,
    /// The actions refused or given up in the year.
    pub refused: Vec<RefusedActionFacts>,
    /// The year's costs; nothing where there is neither a cost nor a grant.
    pub spending: Option<SpendingFacts>,
    /// The year's scores.
    pub scores: Vec<ScoreFacts>,
    /// Figures published in the year whose base is unknown.
    pub published: Vec<PublishedFacts>,
    /// What must be known of the scores, each in a sentence.
    pub notes: Vec<String>,
    /// The charter's title; nothing where it has no commitment for the year.
    pub charter: Option<String>,
    /// The charter's commitments.
    pub commitments: Vec<PromiseFacts>,
    /// The landlord's engagements.
    pub engagements: Vec<PromiseFacts>,
}

/// A session held.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HeldFacts {
    /// « mardi 14 mars 2023 ».
    pub date: String,
    /// « 1re », « 2e »; nothing where the body does not number.
    pub number: Option<String>,
    /// « réaliser un diagnostic partagé ».
    pub purpose: Option<String>,
    /// When its minutes were published: « 24 mars 2023 ».
    pub published: Option<String>,
}

/// A session cancelled.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CancelledFacts {
    /// « mardi 14 mars 2023 ».
    pub date: String,
    /// Why.
    pub reason: Option<String>,
}

/// A session planned.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PlannedFacts {
    /// « mardi 14 mars 2023 ».
    pub date: String,
    /// What for.
    pub purpose: Option<String>,
}

/// Who came over the year.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PresencesFacts {
    /// A session each.
    pub rows: Vec<PresenceFacts>,
    /// The sums of what is known exactly; nothing for one session.
    pub total: Option<PresenceFacts>,
}

/// Who came to a session; a number that is not known is nothing.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PresenceFacts {
    /// « 14 mars 2023 »; of the sums, « total connu ».
    pub session: String,
    /// How many were invited.
    pub invited: Option<String>,
    /// How many came in all: « 22 », « environ 40 ».
    pub present: Option<String>,
    /// How many members came.
    pub members: Option<String>,
    /// How many members excused themselves.
    pub excused: Option<String>,
    /// How many residents came without being members.
    pub residents: Option<String>,
}

/// How many actions there are of each sort.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ActionCountsFacts {
    /// Decided in the year.
    pub decided: i64,
    /// Done in the year.
    pub done: i64,
    /// Refused in the year.
    pub declined: i64,
    /// Given up in the year.
    pub dropped: i64,
    /// Open on the day.
    pub open: i64,
    /// Of those, late on the day.
    pub late: i64,
}

/// An action done in the year.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DoneActionFacts {
    /// What was done.
    pub title: String,
    /// Who did it.
    pub owners: Vec<String>,
    /// « 3 juin 2023 ».
    pub when: String,
}

/// An action that is open.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OpenActionFacts {
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub owners: Vec<String>,
    /// « février 2024 », « à la rentrée ».
    pub due: Option<String>,
    /// « en cours ».
    pub status: String,
    /// Days late; nothing where it is not late.
    pub days_late: Option<i64>,
}

/// An action refused or given up in the year.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RefusedActionFacts {
    /// What had been asked for.
    pub title: String,
    /// « refusée », « abandonnée ».
    pub status: String,
    /// Why.
    pub reason: Option<String>,
}

/// The year's costs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SpendingFacts {
    /// The name of the unit whose grant it is.
    pub unit: Option<String>,
    /// Whether a grant is declared for the year.
    pub is_granted: bool,
    /// The sums by kind of expense.
    pub sums: Vec<SumFacts>,
    /// The sums over all kinds.
    pub total: SumFacts,
    /// The costs that count.
    pub costs: Vec<CostFacts>,
    /// The costs that are only planned: they count nowhere.
    pub planned: Vec<PlannedCostFacts>,
}

/// The sums of a kind of expense.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SumFacts {
    /// « entretien courant »; of the sums over all kinds, « total ».
    pub kind: String,
    /// What the unit was granted, with what was carried over.
    pub granted: Option<String>,
    /// What was ordered.
    pub committed: String,
    /// What was billed.
    pub invoiced: String,
    /// What was paid.
    pub paid: String,
    /// What counts against the grant: the amount billed, else the amount ordered.
    pub counted: String,
}

/// A cost.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CostFacts {
    /// What it is for.
    pub label: String,
    /// The action it belongs to.
    pub action: String,
    /// « entretien courant ».
    pub kind: Option<String>,
    /// What was ordered.
    pub committed: Option<String>,
    /// What was billed.
    pub invoiced: Option<String>,
    /// What was paid.
    pub paid: Option<String>,
}

/// A cost that is only planned.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PlannedCostFacts {
    /// What it is for.
    pub label: String,
    /// How much, where it is known.
    pub amount: Option<String>,
    /// On what condition.
    pub condition: Option<String>,
}

/// A question's score in a wave.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ScoreFacts {
    /// The question as this wave asked it.
    pub question: String,
    /// « octobre 2023 ».
    pub wave: String,
    /// « 57,5 % [51,1 ; 63,6] ».
    pub score: String,
    /// What it rests on: « 80 avis, 82 retours sur 100 (82,0 %), 120 logements ».
    pub answers: String,
    /// The change since the wave before: « −18,5 points [−26,8 ; −9,6], baisse ».
    pub change: Option<String>,
    /// That wave: « juin 2022 »; nothing for the first one.
    pub since: Option<String>,
}

/// A figure whose base is unknown.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PublishedFacts {
    /// The question, where it is about one.
    pub question: Option<String>,
    /// The figure in words.
    pub text: String,
    /// « base inconnue ».
    pub base: String,
}

/// A promise, measured.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PromiseFacts {
    /// What is promised.
    pub text: String,
    /// What may be said of it.
    pub verdict: VerdictFact,
    /// The same in words: « tenu », « non tenu », « non mesurable ».
    pub said: String,
    /// The figure it rests on: « 4 relevés sur 4 publiés en 15 jours au plus ».
    pub figure: Option<String>,
    /// Why it cannot be measured.
    pub why: Option<String>,
}

/// What may be said of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VerdictFact {
    /// It was kept.
    Kept,
    /// It was broken.
    Broken,
    /// Neither can be said.
    Unmeasured,
}
