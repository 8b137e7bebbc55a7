//! The words of the coaching pilot: its stages, who a module is for, what was learnt, and what limits its reuse. Used by
//! the pack, the *cahier des charges* and the tables.

mod limit;

pub use limit::{Limit, Volunteers};

use super::{Language, counted, decimal};
use crate::model::{Asked, Audience, Level, Representation, StageName, StageStatus, Sum, Verdict};

/// What a stage does.
pub fn stage(stage: StageName, language: Language) -> &'static str {
    match (stage, language) {
        (StageName::Choose, Language::French) => "choisir les sites",
        (StageName::Choose, Language::English) => "choosing the sites",
        (StageName::Define, Language::French) => "définir l'accompagnement",
        (StageName::Define, Language::English) => "defining the coaching",
        (StageName::Experiment, Language::French) => "expérimenter",
        (StageName::Experiment, Language::English) => "trying it out",
        (StageName::Capitalise, Language::French) => "capitaliser",
        (StageName::Capitalise, Language::English) => "drawing the lessons",
    }
}

/// How far a stage is.
pub fn stage_status(status: StageStatus, language: Language) -> &'static str {
    match (status, language) {
        (StageStatus::Planned, Language::French) => "prévue",
        (StageStatus::Planned, Language::English) => "planned",
        (StageStatus::InProgress, Language::French) => "en cours",
        (StageStatus::InProgress, Language::English) => "in progress",
        (StageStatus::Done, Language::French) => "terminée",
        (StageStatus::Done, Language::English) => "done",
    }
}

/// How willing a team is.
pub fn level(level: Level, language: Language) -> &'static str {
    match (level, language) {
        (Level::High, Language::French) => "forte",
        (Level::High, Language::English) => "high",
        (Level::Medium, Language::French) => "moyenne",
        (Level::Medium, Language::English) => "medium",
        (Level::Low, Language::French) => "faible",
        (Level::Low, Language::English) => "low",
    }
}

/// Who a module is for; nothing where the record does not say.
pub fn audience(audience: &[Audience], language: Language) -> Option<&'static str> {
    let residents = audience.contains(&Audience::Residents);
    let staff = audience.contains(&Audience::Staff);
    match (residents, staff, language) {
        (true, true, Language::French) => Some("les résidents et le personnel, ensemble"),
        (true, true, Language::English) => Some("residents and staff, together"),
        (true, false, Language::French) => Some("les résidents"),
        (true, false, Language::English) => Some("residents"),
        (false, true, Language::French) => Some("le personnel"),
        (false, true, Language::English) => Some("staff"),
        (false, false, _) => None,
    }
}

/// What follows from a lesson.
pub fn verdict(verdict: Verdict, language: Language) -> &'static str {
    match (verdict, language) {
        (Verdict::Keep, Language::French) => "à garder",
        (Verdict::Keep, Language::English) => "keep",
        (Verdict::Change, Language::French) => "à changer",
        (Verdict::Change, Language::English) => "change",
        (Verdict::Drop, Language::French) => "à laisser",
        (Verdict::Drop, Language::English) => "drop",
    }
}

/// How the tenants of a residence are represented, in a list of what is known of it.
pub fn representation(representation: Representation, language: Language) -> &'static str {
    match (representation, language) {
        (Representation::None, Language::French) => "sans représentation organisée",
        (Representation::None, Language::English) => "no organised representation",
        (Representation::Organised, Language::French) => "représentation organisée",
        (Representation::Organised, Language::English) => "organised representation",
        (Representation::Unconstructive, Language::French) => "représentation qui ne paraît pas constructive",
        (Representation::Unconstructive, Language::English) => "a representation that does not seem constructive",
    }
}

/// When a questionnaire of the coaching is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Before it begins.
    Before,
    /// Once it is over.
    After,
}

impl Moment {
    /// Both, in their order.
    pub const ALL: [Self; 2] = [Self::Before, Self::After];
}

/// When a questionnaire is handed out, as its heading says it.
pub fn moment(moment: Moment, language: Language) -> &'static str {
    match (moment, language) {
        (Moment::Before, Language::French) => "avant l'accompagnement",
        (Moment::Before, Language::English) => "before the coaching",
        (Moment::After, Language::French) => "après l'accompagnement",
        (Moment::After, Language::English) => "after the coaching",
    }
}

/// The file of a questionnaire of the pack, without its ending.
pub fn questionnaire_file(when: Moment, asked: Asked, language: Language) -> String {
    let when = match (when, language) {
        (Moment::Before, Language::French) => "avant",
        (Moment::Before, Language::English) => "before",
        (Moment::After, Language::French) => "apres",
        (Moment::After, Language::English) => "after",
    };
    let who = match (asked, language) {
        (Asked::Tenants, Language::French) => "locataires",
        (Asked::Tenants, Language::English) => "tenants",
        (Asked::Members, Language::French) => "membres",
        (Asked::Members, Language::English) => "members",
        (Asked::Staff, Language::French) => "personnel",
        (Asked::Staff, Language::English) => "staff",
    };
    format!("{when}-{who}")
}

/// A sum over so many sittings: « 13,5 », « 14 (1 séance sans nombre) »; nothing where none of them says.
pub fn sum(sum: Sum, sittings: usize, language: Language) -> Option<String> {
    let total = decimal(sum.total, language);
    let silent = sittings.saturating_sub(sum.known);
    match (sum.known, silent, language) {
        (0, _, _) => None,
        (_, 0, _) => Some(total),
        (_, _, Language::French) => {
            Some(format!("{total} ({} sans nombre)", counted(silent, "séance", "séances", language)))
        }
        (_, _, Language::English) => {
            Some(format!("{total} ({} without a number)", counted(silent, "sitting", "sittings", language)))
        }
    }
}
