//! The words of which residences could have a council.

use super::Language;
use crate::model::{Eligibility, ProjectKind, Reason, Representation};

/// Whether a residence could have a council.
pub fn verdict(verdict: Eligibility, language: Language) -> &'static str {
    match (verdict, language) {
        (Eligibility::Eligible, Language::French) => "éligible",
        (Eligibility::Eligible, Language::English) => "eligible",
        (Eligibility::ToExamine, Language::French) => "à instruire",
        (Eligibility::ToExamine, Language::English) => "to examine",
        (Eligibility::HasCouncil, Language::French) => "a déjà un conseil",
        (Eligibility::HasCouncil, Language::English) => "has a council",
        (Eligibility::Outside, Language::French) => "hors critères",
        (Eligibility::Outside, Language::English) => "meets none",
    }
}

/// How tenants are represented, as a criterion.
pub fn representation(representation: Option<Representation>, language: Language) -> &'static str {
    match (representation, language) {
        (None, Language::French) => "représentation : ?",
        (None, Language::English) => "representation: ?",
        (Some(Representation::None), Language::French) => "pas de représentation organisée",
        (Some(Representation::None), Language::English) => "no organised representation",
        (Some(Representation::Organised), Language::French) => "représentation organisée",
        (Some(Representation::Organised), Language::English) => "organised representation",
        (Some(Representation::Unconstructive), Language::French) => "représentation peu constructive",
        (Some(Representation::Unconstructive), Language::English) => "representation not constructive",
    }
}

/// What a project changes.
pub fn project_kind(kind: Option<ProjectKind>, language: Language) -> &'static str {
    match (kind, language) {
        (Some(ProjectKind::Works), Language::French) => "travaux",
        (Some(ProjectKind::Works), Language::English) => "works",
        (Some(ProjectKind::Practice), Language::French) => "gestion",
        (Some(ProjectKind::Practice), Language::English) => "practice",
        (None, Language::French) => "projet",
        (None, Language::English) => "project",
    }
}

/// Why a council was created.
pub fn reason(reason: Reason, language: Language) -> &'static str {
    match (reason, language) {
        (Reason::NoRepresentation, Language::French) => "pas de représentation",
        (Reason::NoRepresentation, Language::English) => "no representation",
        (Reason::UnconstructiveRepresentation, Language::French) => "représentation peu constructive",
        (Reason::UnconstructiveRepresentation, Language::English) => "representation not constructive",
        (Reason::PlannedWorks, Language::French) => "travaux prévus",
        (Reason::PlannedWorks, Language::English) => "planned works",
        (Reason::ChangedPractice, Language::French) => "gestion changée",
        (Reason::ChangedPractice, Language::English) => "changed practice",
    }
}
