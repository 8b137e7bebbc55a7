//! French words for problems of what the record says.

use crate::locale::problem::{Sense, Words};
use crate::locale::{date, period};
use crate::model::{Language, Status};

const FR: Language = Language::French;

pub(in crate::locale) fn sense(problem: &Sense) -> Words {
    match problem {
        Sense::PresentAndExcused { member, first, second } => Words {
            message: format!("« {member} » est à la fois dans « {first} » et dans « {second} »"),
            label: "cité une seconde fois".to_owned(),
            related: "déjà cité ici".to_owned(),
            help: "gardez ce membre dans une seule des listes present, excused et absent.".to_owned(),
            ..Words::default()
        },
        Sense::UpdatesOutOfOrder { date: later, before } => Words {
            message: format!("le suivi du {} est noté après celui du {}", date(*later, FR), date(*before, FR)),
            label: "plus ancien que celui qui précède".to_owned(),
            related: "noté avant, et plus récent".to_owned(),
            help: "rangez les suivis dans l'ordre de leur date : le dernier est celui qui vaut.".to_owned(),
            ..Words::default()
        },
        Sense::EndedWithoutNote { reopened_from, status } => ended_without_note(*reopened_from, *status),
        Sense::MissingReason => Words {
            message: "cette séance est annulée sans que le motif soit dit".to_owned(),
            label: "annulée".to_owned(),
            help: "ajoutez une ligne « reason: » avec le motif, par exemple « reason: salle indisponible ».".to_owned(),
            ..Words::default()
        },
        Sense::NoMandate { member, session } => Words {
            message: format!("« {member} » n'avait pas de mandat le {}", date(session.date, FR)),
            label: "sans mandat ce jour-là".to_owned(),
            related: "ses mandats".to_owned(),
            help: "corrigez ses mandats dans council.yaml, ou comptez cette personne parmi les invités (guests).".to_owned(),
            ..Words::default()
        },
        Sense::SessionNotRecorded { session } => Words {
            message: format!("la séance du {} est passée et reste notée comme prévue", date(session.date, FR)),
            label: "encore « planned »".to_owned(),
            help: "écrivez « status: held » si elle a eu lieu, ou « status: cancelled » avec son motif.".to_owned(),
            ..Words::default()
        },
        Sense::SessionWithoutMinutes { council, session, days } => Words {
            message: format!("la séance du {} n'a pas de relevé, {days} jours après", date(session.date, FR)),
            label: "tenue, sans relevé".to_owned(),
            help: format!("lancez « council minutes {council} {session} »."),
            ..Words::default()
        },
        Sense::MinutesOutOfDate { council, session, line } => Words {
            message: format!("le relevé du {} ne correspond plus au dossier", date(session.date, FR)),
            label: format!("la ligne {line} serait différente"),
            help: format!("lancez « council minutes {council} {session} » pour l'écrire de nouveau."),
            ..Words::default()
        },
        Sense::ActionLate { title, due, days } => Words {
            message: format!("« {title} » est en retard de {}", counted_days(*days)),
            label: format!("échéance : {}", period(*due, FR)),
            help: "notez où elle en est dans « updates: » : faite, en attente, ou une nouvelle échéance et son motif.".to_owned(),
            ..Words::default()
        },
        Sense::ActionWithoutDueDate { title } => Words {
            message: format!("« {title} » n'a pas d'échéance"),
            label: "sans échéance".to_owned(),
            help: "ajoutez « due: » avec une période, ou « due_note: » avec des mots (« à la rentrée »).".to_owned(),
            ..Words::default()
        },
        Sense::ActionWithoutOwner { title } => Words {
            message: format!("personne ne porte « {title} »"),
            label: "sans porteur".to_owned(),
            help: "ajoutez « owner: » : une unité, un membre, un partenaire, une association, un groupe ou landlord.".to_owned(),
            ..Words::default()
        },
        Sense::WeaknessUnanswered { finding, sessions } => Words {
            message: format!("aucun axe ne répond au constat « {finding} », {sessions} séances après"),
            label: "sans réponse".to_owned(),
            help: "citez-le sous « answers: » d'un axe de plan.yaml, ou notez sous « reviews: » d'une séance qu'il est réglé."
                .to_owned(),
            ..Words::default()
        },
    }
}

fn ended_without_note(reopened_from: Option<Status>, status: Status) -> Words {
    let message = match reopened_from {
        Some(_) => "cette action est reprise sans que la raison soit dite".to_owned(),
        None => format!("cette action est {} sans que la raison soit dite", past(status)),
    };
    Words {
        message,
        label: "sans « note »".to_owned(),
        help: "ajoutez une ligne « note: » : les résidents ont droit à une réponse.".to_owned(),
        ..Words::default()
    }
}

fn past(status: Status) -> &'static str {
    match status {
        Status::Proposed => "proposée",
        Status::Planned => "prévue",
        Status::InProgress => "en cours",
        Status::OnHold => "en attente",
        Status::Done => "réalisée",
        Status::Declined => "refusée",
        Status::Dropped => "abandonnée",
    }
}

fn counted_days(days: i64) -> String {
    if days < 2 { format!("{days} jour") } else { format!("{days} jours") }
}
