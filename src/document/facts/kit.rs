//! What a template of the pack's guide is given. `docs/templates/kit.md` lists it.

use super::LandlordFacts;
use serde::{Deserialize, Serialize};

/// The facts of a coaching pilot, for whoever begins in another residence. The names that the record
/// knows are replaced in them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KitFacts {
    /// `fr` or `en`.
    pub language: String,
    /// The landlord.
    pub landlord: LandlordFacts,
    /// What the pilot was to achieve.
    pub goal: String,
    /// What the pack's folder holds.
    pub pack: PackFacts,
    /// The four stages, in their order.
    pub stages: Vec<KitStageFacts>,
    /// The body that steered it; nothing where the record names none.
    pub steering: Option<KitSteeringFacts>,
    /// The modules that are kept, in the order in which they were held.
    pub modules: Vec<KitModuleFacts>,
    /// The modules of which all that was learnt is to drop them.
    pub dropped: Vec<KitModuleFacts>,
    /// The modules that were never held.
    pub untried: Vec<KitModuleFacts>,
    /// The lessons, by module and site.
    pub lessons: Vec<KitLessonFacts>,
    /// What the sittings came to, module by module.
    pub by_module: Vec<EffortFacts>,
    /// The same, site by site.
    pub by_site: Vec<EffortFacts>,
    /// All sittings together; nothing where there is none.
    pub total: Option<EffortFacts>,
    /// What limits what may be made of it elsewhere.
    pub limits: Vec<KitLimitFacts>,
    /// The themes of the questions.
    pub themes: Vec<KitThemeFacts>,
    /// What the questionnaires ask.
    pub questions: Vec<KitQuestionFacts>,
}

/// A theme, as a record declares it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KitThemeFacts {
    /// Its id.
    pub id: String,
    /// Its name, between quotes.
    pub name: String,
}

/// A question, as a record declares it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KitQuestionFacts {
    /// Its id.
    pub id: String,
    /// Its text, between quotes.
    pub text: String,
    /// The id of its theme.
    pub theme: Option<String>,
    /// `tenants`, `members` or `staff`.
    pub asked: String,
}

/// What the pack's folder holds, for the steps that put it in place.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PackFacts {
    /// The folder of the council: « nouveau-conseil ».
    pub council: String,
    /// Its sessions: « 2099-01-01 ».
    pub sessions: Vec<PackSessionFacts>,
    /// The first of them.
    pub first_session: String,
    /// A date to show how one is moved.
    pub other_date: String,
    /// The attendance sheet to print.
    pub sheet: String,
    /// The questionnaires to print.
    pub questionnaires: Vec<String>,
    /// The templates to adapt: « templates/minutes.md ».
    pub templates: Vec<String>,
}

/// A session of the pack's council.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PackSessionFacts {
    /// Its id.
    pub id: String,
    /// What for.
    pub purpose: String,
}

/// A stage.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KitStageFacts {
    /// Its key in `coaching.yaml`: `choose`.
    pub id: String,
    /// « choisir les sites ».
    pub name: String,
    /// « de mars 2023 à octobre 2023 ».
    pub when: Option<String>,
    /// « terminée ».
    pub status: Option<String>,
    /// What was noted of it.
    pub note: Option<String>,
}

/// The body that steered the pilot.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KitSteeringFacts {
    /// Its name.
    pub name: String,
    /// Its members by role: « 2 résidents ».
    pub members: Vec<String>,
    /// The sessions that it held.
    pub sessions: Vec<KitSessionFacts>,
    /// The records it comes from.
    pub sources: Vec<String>,
}

/// A session of the body that steered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KitSessionFacts {
    /// « mardi 5 décembre 2023 ».
    pub date: String,
    /// What for.
    pub purpose: Option<String>,
    /// What was decided; a rejected decision is none.
    pub decisions: Vec<String>,
}

/// A module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KitModuleFacts {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// « les résidents et le personnel, ensemble ».
    pub audience: Option<String>,
    /// What it is made of: Markdown of several paragraphs.
    pub content: Option<String>,
    /// What experience changed: what sittings adjusted, in order, then lessons to change something.
    pub changes: Vec<KitPointFacts>,
    /// What is to be kept.
    pub keep: Vec<KitPointFacts>,
    /// What is to be dropped of it, or why it is dropped.
    pub drop: Vec<KitPointFacts>,
    /// What its sittings came to; nothing where there was none.
    pub effort: Option<EffortFacts>,
    /// The records it comes from.
    pub sources: Vec<String>,
}

/// Something that experience taught of a module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KitPointFacts {
    /// What.
    pub text: String,
    /// The name of the residence.
    pub site: Option<String>,
    /// The day of the sitting.
    pub date: Option<String>,
}

/// A lesson.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KitLessonFacts {
    /// What was learnt.
    pub text: String,
    /// What follows from it.
    pub verdict: LessonVerdictFact,
    /// The title of its module.
    pub module: Option<String>,
    /// The name of its residence.
    pub site: Option<String>,
    /// Where it is written: « lessons.duree ».
    pub source: String,
}

/// What follows from a lesson.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LessonVerdictFact {
    /// Keep it.
    Keep,
    /// Change it.
    Change,
    /// Drop it.
    Drop,
}

/// What sittings came to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EffortFacts {
    /// What they are of: a module's title, a residence's name; « ensemble ».
    pub name: String,
    /// How many there were.
    pub sittings: String,
    /// How many residents came, « 14 », « 14 (1 séance sans nombre) »; nothing where no sitting says.
    pub residents: Option<String>,
    /// The same of staff.
    pub staff: Option<String>,
    /// The hours of staff time: « 13,5 ».
    pub hours: Option<String>,
}

/// Something that limits what may be made of the pilot elsewhere.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KitLimitFacts {
    /// What, in a sentence or two.
    pub text: String,
    /// The records that say so.
    pub sources: Vec<String>,
}
