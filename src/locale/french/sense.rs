//! French words for problems of what the record says.

use crate::locale::phrase::words;
use crate::locale::problem::{Sense, TermEdge, Words};
use crate::locale::words::status as status_word;
use crate::locale::{counted, date, in_period, period};
use crate::model::{Date, Language, Period, SessionId, Status};

const FR: Language = Language::French;

pub(in crate::locale) fn sense(problem: &Sense) -> Words {
    match problem {
        Sense::PresentAndExcused { member, first, second } => present_and_excused(member, first, second),
        Sense::UpdatesOutOfOrder { date: later, before } => updates_out_of_order(*later, *before),
        Sense::UpdateBeforeDecision { date: day, decided } => update_before_decision(*day, *decided),
        Sense::EndedWithoutNote { reopened_from, status } => ended_without_note(*reopened_from, *status),
        Sense::MissingReason => words(
            "cette séance est annulée sans que le motif soit dit",
            "annulée",
            "ajoutez une ligne « reason: » avec le motif, par exemple « reason: salle indisponible ».",
        ),
        Sense::NoMandate { member, session, edge } => no_mandate(member, *session, *edge),
        Sense::SessionNotRecorded { session } => words(
            format!("la séance du {} est passée, mais encore marquée « planned »", date(session.date, FR)),
            "encore « planned »",
            "écrivez « status: held » si elle a eu lieu ; si elle a été annulée, « status: cancelled », et une ligne \
             « reason: » avec le motif.",
        ),
        Sense::SessionWithoutMinutes { council, session, days } => words(
            format!(
                "la séance du {} n'a pas de relevé, {} après",
                date(session.date, FR),
                counted(*days, "jour", "jours", FR)
            ),
            "tenue, sans relevé",
            format!("lancez « council minutes {council} {session} »."),
        ),
        Sense::MinutesOutOfDate { council, session, line } => minutes_out_of_date(council, *session, *line),
        Sense::MinutesNeverApproved { council, session, sessions } => {
            minutes_never_approved(council, *session, *sessions)
        }
        Sense::ApprovedMinutesChanged { session, by, path, is_gone } => {
            approved_minutes_changed(*session, *by, path, *is_gone)
        }
        Sense::ApprovedSessionChanged { session, by, path } => approved_session_changed(*session, *by, path),
        Sense::ActionLate { title, due, days } => action_late(title, *due, *days),
        Sense::ActionWithoutDueDate { title } => words(
            format!("l'action « {title} » n'a pas d'échéance"),
            "sans échéance",
            "ajoutez « due: » avec une période, par exemple « due: 2023-10 », ou « due_note: » avec des mots, par \
             exemple « due_note: à la rentrée ».",
        ),
        Sense::ActionWithoutOwner { title } => words(
            format!("l'action « {title} » n'a pas de porteur"),
            "sans porteur",
            "ajoutez « owner: » avec une unité de gestion, un membre, un partenaire, une association, un groupe, le \
             conseil lui-même ou « landlord » (le bailleur).",
        ),
        Sense::WeaknessUnanswered { finding, sessions } => weakness_unanswered(finding, *sessions),
    }
}

fn present_and_excused(member: &str, first: &str, second: &str) -> Words {
    Words {
        related: "déjà cité ici".to_owned(),
        ..words(
            format!("« {member} » est à la fois dans « {first} » et dans « {second} »"),
            "cité une seconde fois",
            "ne gardez ce membre que dans une seule des listes « present », « excused » et « absent ».",
        )
    }
}

fn updates_out_of_order(later: Date, before: Date) -> Words {
    Words {
        related: "placé avant, et pourtant plus récent".to_owned(),
        ..words(
            format!("le suivi du {} est placé après celui du {}", date(later, FR), date(before, FR)),
            "plus ancien que le précédent",
            "rangez les suivis dans l'ordre de leur date : le dernier est celui qui vaut.",
        )
    }
}

fn update_before_decision(day: Date, decided: SessionId) -> Words {
    Words {
        related: "la séance qui l'a décidée".to_owned(),
        ..words(
            format!("un suivi du {}, alors que l'action a été décidée le {}", date(day, FR), date(decided.date, FR)),
            "avant la décision",
            "corrigez la date du suivi, ou « decided: » si une séance plus ancienne a pris l'action ; ce qui s'est passé \
             avant la décision se note après « happened: ».",
        )
    }
}

fn ended_without_note(reopened_from: Option<Status>, status: Status) -> Words {
    let what = match reopened_from {
        Some(_) => "reprise",
        None => status_word(status, FR),
    };
    Words {
        related: reopened_from.map(|from| format!("{} jusque-là", status_word(from, FR))).unwrap_or_default(),
        ..words(
            format!("cette action est {what} sans que la raison soit dite"),
            "sans « note: »",
            "ajoutez une ligne « note: » avec la raison : les résidents ont droit à une réponse.",
        )
    }
}

fn no_mandate(member: &str, session: SessionId, edge: TermEdge) -> Words {
    let related = match edge {
        TermEdge::Ended(until) => format!("ce mandat finit {}", in_period(until, FR)),
        TermEdge::Begins(since) => format!("ce mandat commence {}", in_period(since, FR)),
    };
    Words {
        related,
        ..words(
            format!("« {member} » n'avait pas de mandat le {}", date(session.date, FR)),
            "sans mandat ce jour-là",
            "corrigez ses mandats dans council.yaml, ou comptez cette personne parmi les invités, sous « guests: ».",
        )
    }
}

fn minutes_out_of_date(council: &str, session: SessionId, line: usize) -> Words {
    words(
        format!("le relevé de la séance du {} ne correspond plus au registre", date(session.date, FR)),
        format!("la ligne {line} serait différente"),
        format!(
            "lancez « council minutes {council} {session} » pour l'écrire de nouveau ; il changera à partir de la \
             ligne {line}."
        ),
    )
}

fn minutes_never_approved(council: &str, session: SessionId, sessions: usize) -> Words {
    Words {
        related: "dernière séance tenue".to_owned(),
        ..words(
            format!(
                "le relevé de la séance du {} n'a pas été approuvé, {} après",
                date(session.date, FR),
                counted(sessions, "séance", "séances", FR)
            ),
            "relevé jamais approuvé",
            format!(
                "si une séance l'a approuvé, lancez « council approve {council} {session} --at » avec la date de cette séance ; \
             sinon, mettez-le à l'ordre du jour de la prochaine. Si ce conseil n'approuve pas ses relevés, écrivez \
             « approves_minutes: false » dans council.yaml."
            ),
        )
    }
}

fn approved_minutes_changed(session: SessionId, by: SessionId, path: &str, is_gone: bool) -> Words {
    let (session, by) = (date(session.date, FR), date(by.date, FR));
    let message = if is_gone {
        format!("le relevé de la séance du {session}, approuvé le {by}, a disparu")
    } else {
        format!("le relevé de la séance du {session} n'est plus celui qui a été approuvé le {by}")
    };
    Words {
        related: "le texte approuvé".to_owned(),
        ..words(
            message,
            "",
            format!(
                "reprenez le texte approuvé dans l'historique (« git log -- {path} », puis « git checkout » avec sa version) ; \
                 pour corriger, notez un rectificatif sous « errata: » d'une séance plus tardive."
            ),
        )
    }
}

fn approved_session_changed(session: SessionId, by: SessionId, path: &str) -> Words {
    let (session, by) = (date(session.date, FR), date(by.date, FR));
    Words {
        related: "le fichier tel qu'il était".to_owned(),
        ..words(
            format!("le fichier de la séance du {session} a changé depuis que son relevé a été approuvé, le {by}"),
            "",
            format!(
                "reprenez-le dans l'historique (« git log -- {path} », puis « git checkout » avec sa version) ; pour \
                 corriger, notez un rectificatif sous « errata: » d'une séance plus tardive."
            ),
        )
    }
}

fn action_late(title: &str, due: Period, days: i64) -> Words {
    words(
        format!("l'action « {title} » est en retard de {}", counted(days, "jour", "jours", FR)),
        format!("échéance : {}", period(due, FR)),
        "dites sous « updates: » où elle en est : « status: done » (réalisée), « status: on-hold » (en attente), ou \
         une nouvelle échéance « due: » avec sa raison dans « note: ».",
    )
}

fn weakness_unanswered(finding: &str, sessions: usize) -> Words {
    Words {
        related: "dernière séance tenue".to_owned(),
        ..words(
            format!(
                "aucun axe du plan d'action ne répond au constat « {finding} », {} après",
                counted(sessions, "séance", "séances", FR)
            ),
            "sans réponse",
            format!(
                "citez-le sous « answers: » d'un axe de plan.yaml ; s'il est réglé, écrivez « {finding}: solved » sous \
             « reviews: » d'une séance."
            ),
        )
    }
}
