//! What a template of questionnaires is given. `docs/templates/questionnaire.md` lists it.

use super::{ContactFacts, CouncilFacts, LandlordFacts};
use serde::{Deserialize, Serialize};

/// The facts of the satisfaction questionnaire of a council.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct QuestionnaireFacts {
    /// `fr` or `en`.
    pub language: String,
    /// The landlord.
    pub landlord: LandlordFacts,
    /// The body, which asks with it.
    pub council: CouncilFacts,
    /// « octobre 2023 ».
    pub period: Option<String>,
    /// Who answers.
    pub asked: AskedFact,
    /// To whom it is given back.
    pub contact: Option<ContactFacts>,
    /// The questions by theme, as they are printed.
    pub themes: Vec<QuestionThemeFacts>,
    /// The same questions in the order of the survey's file, to type the answers back.
    pub questions: Vec<QuestionFacts>,
    /// The answers that may be ticked, in the order of the survey's file.
    pub answers: Vec<AnswerFacts>,
    /// The survey's file, from the record's root: where the answers are to be typed.
    pub file: Option<String>,
}

/// Who answers a questionnaire.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskedFact {
    /// The tenants, one answer a dwelling.
    Tenants,
    /// The members of the council.
    Members,
    /// The landlord's staff.
    Staff,
}

/// The questions of a theme.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct QuestionThemeFacts {
    /// Its name; nothing for questions without a theme.
    pub name: Option<String>,
    /// Its questions.
    pub questions: Vec<QuestionFacts>,
}

/// A question.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct QuestionFacts {
    /// Its number, as it is printed.
    pub number: i64,
    /// Its id: `proprete`.
    pub id: String,
    /// As it is asked: in the words of the survey's file, else of `landlord.yaml`.
    pub text: String,
}

/// An answer that may be ticked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AnswerFacts {
    /// The key that it is counted under: `very_satisfied`.
    pub id: String,
    /// « très satisfait ».
    pub text: String,
}
