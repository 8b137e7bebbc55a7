//! The field's own words for the values of a record: roles, statuses, reviews, ways of voting.

use super::{Language, counted, plural};
use crate::model::{
    Asked, CostKind, CouncilKind, Mode, Position, Review, Role, Sampling, Status, ToConfirm, VoteMode, VoteResult,
};
use crate::statistics::Verdict;

/// What a member is called by role alone, for one or several.
pub fn role(role: Role, count: usize, language: Language) -> &'static str {
    let (one, many) = match (role, language) {
        (Role::Resident, Language::French) => ("résident", "résidents"),
        (Role::Resident, Language::English) => ("resident", "residents"),
        (Role::Association, Language::French) => ("représentant d'association", "représentants d'associations"),
        (Role::Association, Language::English) => ("association representative", "association representatives"),
        (Role::Caretaker, Language::French) => ("gardien", "gardiens"),
        (Role::Caretaker, Language::English) => ("caretaker", "caretakers"),
        (Role::Manager, Language::French) => ("responsable de gestion", "responsables de gestion"),
        (Role::Manager, Language::English) => ("estate manager", "estate managers"),
        (Role::Landlord, Language::French) => ("représentant du bailleur", "représentants du bailleur"),
        (Role::Landlord, Language::English) => ("landlord's representative", "landlord's representatives"),
        (Role::Partner, Language::French) => ("partenaire", "partenaires"),
        (Role::Partner, Language::English) => ("partner", "partners"),
        (Role::Elected, Language::French) => ("élu", "élus"),
        (Role::Elected, Language::English) => ("elected representative", "elected representatives"),
    };
    plural(count, one, many, language)
}

/// Somebody who is not a member.
pub fn somebody(language: Language) -> &'static str {
    match language {
        Language::French => "une personne",
        Language::English => "somebody",
    }
}

/// One of them, with its article: « un résident ».
pub fn one_of(role: Role, language: Language) -> String {
    let name = self::role(role, 1, language);
    match language {
        Language::French => format!("un {name}"),
        Language::English if name.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {name}"),
        Language::English => format!("a {name}"),
    }
}

/// The office of a member.
pub fn position(position: Position, language: Language) -> &'static str {
    match (position, language) {
        (Position::Chair, Language::French) => "présidence",
        (Position::Chair, Language::English) => "chair",
        (Position::Secretary, Language::French) => "secrétariat",
        (Position::Secretary, Language::English) => "secretary",
    }
}

/// To whom a question is put.
pub fn asked(asked: Asked, language: Language) -> &'static str {
    match (asked, language) {
        (Asked::Tenants, Language::French) => "aux locataires",
        (Asked::Tenants, Language::English) => "to tenants",
        (Asked::Members, Language::French) => "aux membres",
        (Asked::Members, Language::English) => "to members",
        (Asked::Staff, Language::French) => "au personnel",
        (Asked::Staff, Language::English) => "to staff",
    }
}

/// The answers to a question, each with the key it is counted under, in the order of a survey's file.
pub fn answers(language: Language) -> [(&'static str, &'static str); 5] {
    match language {
        Language::French => [
            ("very_satisfied", "très satisfait"),
            ("satisfied", "satisfait"),
            ("dissatisfied", "insatisfait"),
            ("very_dissatisfied", "très insatisfait"),
            ("no_opinion", "sans opinion"),
        ],
        Language::English => [
            ("very_satisfied", "very satisfied"),
            ("satisfied", "satisfied"),
            ("dissatisfied", "dissatisfied"),
            ("very_dissatisfied", "very dissatisfied"),
            ("no_opinion", "no opinion"),
        ],
    }
}

/// How far an action is.
pub fn status(status: Status, language: Language) -> &'static str {
    match (status, language) {
        (Status::Proposed, Language::French) => "proposée",
        (Status::Proposed, Language::English) => "proposed",
        (Status::Planned, Language::French) => "prévue",
        (Status::Planned, Language::English) => "planned",
        (Status::InProgress, Language::French) => "en cours",
        (Status::InProgress, Language::English) => "in progress",
        (Status::OnHold, Language::French) => "en attente",
        (Status::OnHold, Language::English) => "on hold",
        (Status::Done, Language::French) => "réalisée",
        (Status::Done, Language::English) => "done",
        (Status::Declined, Language::French) => "refusée",
        (Status::Declined, Language::English) => "declined",
        (Status::Dropped, Language::French) => "abandonnée",
        (Status::Dropped, Language::English) => "dropped",
    }
}

/// How an earlier finding has fared.
pub fn review(review: Review, language: Language) -> &'static str {
    match (review, language) {
        (Review::Solved, Language::French) => "réglé",
        (Review::Solved, Language::English) => "solved",
        (Review::Better, Language::French) => "en amélioration",
        (Review::Better, Language::English) => "better",
        (Review::Same, Language::French) => "inchangé",
        (Review::Same, Language::English) => "unchanged",
        (Review::Worse, Language::French) => "en recul",
        (Review::Worse, Language::English) => "worse",
    }
}

/// How earlier findings have fared, said of so many.
pub fn reviewed(review: Review, many: usize, language: Language) -> &'static str {
    match (review, language) {
        (Review::Solved, Language::French) => plural(many, "réglé", "réglés", language),
        (Review::Same, Language::French) => plural(many, "inchangé", "inchangés", language),
        (Review::Better | Review::Worse, Language::French) | (_, Language::English) => self::review(review, language),
    }
}

/// What a vote gave, said of a decision.
pub fn vote_result(result: VoteResult, language: Language) -> &'static str {
    match (result, language) {
        (VoteResult::Adopted, Language::French) => "adoptée",
        (VoteResult::Adopted, Language::English) => "adopted",
        (VoteResult::Rejected, Language::French) => "rejetée",
        (VoteResult::Rejected, Language::English) => "rejected",
        (VoteResult::NoQuorum, Language::French) => "sans effet, faute de quorum",
        (VoteResult::NoQuorum, Language::English) => "void for lack of a quorum",
    }
}

/// How voices were given; nothing is said of the room.
pub fn vote_mode(mode: VoteMode, language: Language) -> Option<&'static str> {
    match (mode, language) {
        (VoteMode::Room, _) => None,
        (VoteMode::Online, Language::French) => Some("vote en ligne"),
        (VoteMode::Online, Language::English) => Some("online vote"),
        (VoteMode::Mail, Language::French) => Some("vote par correspondance"),
        (VoteMode::Mail, Language::English) => Some("postal vote"),
    }
}

/// What of an announcement is not certain.
pub fn to_confirm(what: ToConfirm, language: Language) -> &'static str {
    match (what, language) {
        (ToConfirm::Date, Language::French) => "date à confirmer",
        (ToConfirm::Date, Language::English) => "date to be confirmed",
        (ToConfirm::Time, Language::French) => "heure à confirmer",
        (ToConfirm::Time, Language::English) => "time to be confirmed",
        (ToConfirm::Place, Language::French) => "lieu à confirmer",
        (ToConfirm::Place, Language::English) => "place to be confirmed",
    }
}

/// What of an announcement is to be confirmed, as an item of a list.
pub fn to_settle(what: ToConfirm, language: Language) -> &'static str {
    match (what, language) {
        (ToConfirm::Date, Language::French) => "la date",
        (ToConfirm::Date, Language::English) => "the date",
        (ToConfirm::Time, Language::French) => "l'heure",
        (ToConfirm::Time, Language::English) => "the time",
        (ToConfirm::Place, Language::French) => "le lieu",
        (ToConfirm::Place, Language::English) => "the place",
    }
}

/// What the body is called in the middle of a sentence, where its own name would be too long.
pub fn council_kind(kind: CouncilKind, language: Language) -> &'static str {
    match (kind, language) {
        (CouncilKind::ResidentsCouncil | CouncilKind::Ccl, Language::French) => "Conseil",
        (CouncilKind::ResidentsCouncil | CouncilKind::Ccl, Language::English) => "Council",
        (CouncilKind::Steering, Language::French) => "Comité",
        (CouncilKind::Steering, Language::English) => "Committee",
        (CouncilKind::Agenda21, Language::French) => "Comité de concertation",
        (CouncilKind::Agenda21, Language::English) => "Consultation committee",
        (CouncilKind::Other, Language::French) => "Groupe",
        (CouncilKind::Other, Language::English) => "Group",
    }
}

/// The part of a grant; without one, what is taken from the whole.
pub fn grant_part(kind: Option<CostKind>, language: Language) -> &'static str {
    match (kind, language) {
        (Some(CostKind::Upkeep), Language::French) => "entretien courant",
        (Some(CostKind::Upkeep), Language::English) => "upkeep",
        (Some(CostKind::Investment), Language::French) => "petits travaux d'investissement",
        (Some(CostKind::Investment), Language::English) => "small investment works",
        (None, Language::French) => "sans part fixée",
        (None, Language::English) => "not earmarked",
    }
}

/// By which means answers were taken.
pub fn mode(mode: Mode, language: Language) -> &'static str {
    match (mode, language) {
        (Mode::Paper, Language::French) => "sur papier",
        (Mode::Paper, Language::English) => "on paper",
        (Mode::Phone, Language::French) => "par téléphone",
        (Mode::Phone, Language::English) => "by telephone",
        (Mode::Online, Language::French) => "en ligne",
        (Mode::Online, Language::English) => "online",
        (Mode::DoorToDoor, Language::French) => "en porte-à-porte",
        (Mode::DoorToDoor, Language::English) => "at the door",
        (Mode::Mixed, Language::French) => "par divers moyens",
        (Mode::Mixed, Language::English) => "in several ways",
    }
}

/// Who was asked.
pub fn sampling(sampling: Sampling, language: Language) -> &'static str {
    match (sampling, language) {
        (Sampling::Census, Language::French) => "recensement",
        (Sampling::Census, Language::English) => "census",
        (Sampling::Random, Language::French) => "tirage au sort",
        (Sampling::Random, Language::English) => "random sample",
        (Sampling::Voluntary, Language::French) => "volontaires",
        (Sampling::Voluntary, Language::English) => "volunteers",
    }
}

/// How many there are to answer: dwellings, or people where members or staff are asked.
pub fn population(asked: Asked, count: u32, language: Language) -> String {
    match (asked, language) {
        (Asked::Tenants, Language::French) => counted(count, "logement", "logements", language),
        (Asked::Tenants, Language::English) => counted(count, "dwelling", "dwellings", language),
        (Asked::Members | Asked::Staff, Language::French) => counted(count, "personne", "personnes", language),
        (Asked::Members | Asked::Staff, Language::English) => counted(count, "person", "people", language),
    }
}

/// The unit of a difference between scores: in French it is singular below two, in English at one alone.
pub fn points(difference: f64, language: Language) -> &'static str {
    let singular = match language {
        Language::French => difference.abs() < 2.0,
        // As it is printed, with one decimal at most.
        Language::English => (difference.abs() - 1.0).abs() < 0.05,
    };
    if singular { "point" } else { "points" }
}

/// What may be said of a change.
pub fn verdict(verdict: Verdict, language: Language) -> &'static str {
    match (verdict, language) {
        (Verdict::Up, Language::French) => "hausse",
        (Verdict::Up, Language::English) => "rise",
        (Verdict::Down, Language::French) => "baisse",
        (Verdict::Down, Language::English) => "fall",
        (Verdict::Inconclusive, Language::French) => "non concluant",
        (Verdict::Inconclusive, Language::English) => "inconclusive",
    }
}
