//! What a calendar says, in both languages. It names nobody.

use super::occasion::Occasion;
use crate::locale::{self, capital, of_the, words};
use crate::model::{ActionState, Language, Period, SessionStatus, Text};

/// A text on one line; whatever else it holds is its own.
pub(super) fn one_line(text: &str, language: Language) -> String {
    let words = text.split(|sign: char| sign.is_control() || sign == ' ').filter(|word| !word.is_empty());
    locale::no_break(&words.collect::<Vec<_>>().join(" "), language)
}

/// « Séance du Conseil de Résidents des Tilleuls ».
pub(super) fn session(occasion: &Occasion<'_>, council: &Text, language: Language) -> String {
    let of_council = of_the(&one_line(council, language), language);
    let is_cancelled = occasion.session().is_some_and(|(_, session)| session.status == SessionStatus::Cancelled);
    let (session, cancelled, open) = match language {
        Language::French => ("Séance", "Annulée\u{a0}: séance", "date à confirmer"),
        Language::English => ("Session", "Cancelled: session", "date to be confirmed"),
    };
    let is_open = occasion.announced_for().is_some_and(|when| !matches!(when, Period::Day(_)));
    match (is_cancelled, is_open) {
        (true, _) => format!("{cancelled} {of_council}"),
        (false, true) => format!("{session} {of_council} ({open})"),
        (false, false) => format!("{session} {of_council}"),
    }
}

/// What for, why not, when it was announced for, and what of that is not certain, a line each.
pub(super) fn about_session(occasion: &Occasion<'_>, language: Language) -> String {
    let mut lines = Vec::new();
    let label = |french: &str, english: &str, text: &str| match language {
        Language::French => format!("{french}\u{a0}: {text}"),
        Language::English => format!("{english}: {text}"),
    };
    if let Some((_, session)) = occasion.session() {
        let is_off = session.status == SessionStatus::Cancelled;
        if let Some(reason) = session.reason.as_ref().filter(|_| is_off) {
            lines.push(label("Motif", "Reason", &one_line(reason, language)));
        }
        if let Some(purpose) = &session.purpose {
            lines.push(label("Objet", "Purpose", &one_line(purpose, language)));
        }
    }
    if let Some(when) = occasion.announced_for().filter(|when| !matches!(when, Period::Day(_))) {
        lines.push(label("Annoncée pour", "Announced for", &locale::period(when, language)));
    }
    lines.extend(occasion.to_confirm().map(|what| capital(words::to_confirm(what, language))));
    lines.join("\n")
}

/// « Échéance : Réparer l'éclairage du square ».
pub(super) fn due(title: &Text, language: Language) -> String {
    let title = one_line(title, language);
    match language {
        Language::French => format!("Échéance\u{a0}: {title}"),
        Language::English => format!("Due: {title}"),
    }
}

/// Whose action it is, how far it is, and for when it was promised.
pub(super) fn about_action(council: &Text, state: &ActionState<'_>, due: Period, language: Language) -> String {
    let status = words::status(state.status, language);
    let by = locale::by_period(due, language);
    format!("{}\n{}", one_line(council, language), capital(&format!("{status}, {by}")))
}
