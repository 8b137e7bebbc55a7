//! What a cell means: a state, a priority, an amount.

use super::column::plain;
use super::due::NOTHING;
use crate::model::{Euros, Priority, Status};

/// What is said of a state, without accents; the first that a cell begins with is meant.
const STATUSES: [(Status, &[&str]); 7] = [
    (
        Status::Planned,
        &[
            "a faire",
            "prevu",
            "planifie",
            "programme",
            "a venir",
            "a lancer",
            "a engager",
            "a realiser",
            "non commence",
            "non demarre",
            "non realise",
            "non fait",
            "pas commence",
            "pas demarre",
            "pas fait",
            "pas encore",
            "to do",
            "todo",
            "planned",
            "not started",
        ],
    ),
    (Status::Proposed, &["propose", "a etudier", "a l etude", "a valider", "proposed"]),
    (
        Status::InProgress,
        &[
            "en cours",
            "engage",
            "lance",
            "demarre",
            "commence",
            "entame",
            "partiel",
            "in progress",
            "ongoing",
            "started",
        ],
    ),
    (
        Status::OnHold,
        &["en attente", "en suspens", "suspendu", "reporte", "bloque", "en pause", "on hold", "waiting", "pending"],
    ),
    (
        Status::Done,
        &[
            "realise",
            "fait",
            "faite",
            "termine",
            "acheve",
            "fini",
            "clos",
            "close",
            "cloture",
            "solde",
            "effectue",
            "ok",
            "done",
            "completed",
            "finished",
        ],
    ),
    (Status::Dropped, &["abandonne", "annule", "supprime", "sans suite", "dropped", "cancelled", "abandoned"]),
    (Status::Declined, &["refuse", "rejete", "non retenu", "non accepte", "declined", "rejected", "refused"]),
];

/// What keeps a thing from being done, whatever else is said of it.
const PARTLY: [&str; 4] = ["partiel", "partiellement", "en partie", "partly"];

/// The state that a cell means, and whether it says no more than that.
pub(super) fn status(text: &str) -> Option<(Status, bool)> {
    let percent = text.trim().strip_suffix('%').map(str::trim_end).and_then(|number| number.parse::<u8>().ok());
    if let Some(percent) = percent {
        return Some(match percent {
            0 => (Status::Planned, true),
            100 => (Status::Done, true),
            _ => (Status::InProgress, false),
        });
    }
    let words = said(text);
    let begins = |phrase: &str| words == phrase || words.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' '));
    let meant = STATUSES.iter().find_map(|(status, phrases)| {
        let phrase = phrases.iter().map(|phrase| said(phrase)).find(|phrase| begins(phrase))?;
        Some((*status, phrase == words))
    })?;
    let is_partial = PARTLY.iter().any(|word| words.contains(word)) || (text.contains('%') && !text.contains("100"));
    Some(if meant.0 == Status::Done && is_partial { (Status::InProgress, false) } else { meant })
}

/// Plain words without the ends of gender: « réalisée » is « réalisé », « réalisé(e) » too.
fn said(text: &str) -> String {
    let words = plain(&text.replace("(e)", "").replace("(s)", "").replace("(es)", ""));
    let masculine = |word: &'_ str| match word.strip_suffix("ee") {
        Some(stem) => format!("{stem}e"),
        None if word.len() > 5 && (word.ends_with("ue") || word.ends_with("ie")) => word[..word.len() - 1].to_owned(),
        None => word.to_owned(),
    };
    words.split(' ').map(masculine).collect::<Vec<_>>().join(" ")
}

/// The priority that a cell means.
pub(super) fn priority(text: &str) -> Option<Priority> {
    match plain(text).as_str() {
        "haute" | "haut" | "elevee" | "eleve" | "forte" | "fort" | "urgent" | "urgente" | "prioritaire" | "oui"
        | "1" | "p1" | "high" => Some(Priority::High),
        "normale" | "normal" | "moyenne" | "moyen" | "2" | "p2" | "medium" => Some(Priority::Normal),
        "basse" | "bas" | "faible" | "peut attendre" | "3" | "p3" | "low" => Some(Priority::Low),
        _ => None,
    }
}

/// The amount that a cell means, and whether with or without tax where that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    pub euros: Euros,
    pub tax: Option<&'static str>,
}

/// The amount in a cell; nothing where there is none to tell.
pub(super) fn amount(text: &str) -> Result<Option<Amount>, ()> {
    let words = plain(text);
    if NOTHING.contains(&words.as_str()) || matches!(words.as_str(), "gratuit" | "a chiffrer" | "sans cout" | "free") {
        return Ok(None);
    }
    let mut number = text.trim().to_lowercase();
    let mut tax = None;
    loop {
        let units =
            [("ttc", Some("TTC")), ("ht", Some("HT")), ("€", None), ("euros", None), ("euro", None), ("eur", None)];
        let unit =
            units.into_iter().find_map(|(unit, says)| Some((number.strip_suffix(unit)?.trim().to_owned(), says)));
        let Some((rest, says)) = unit else { break };
        (number, tax) = (rest, tax.or(says));
    }
    number = number.trim_start_matches('€').trim_start().to_owned();
    let in_thousands = number.strip_suffix('k').map(|number| number.trim_end().to_owned());
    let read = match &in_thousands {
        Some(number) => thousands(number),
        None => number.parse().ok().or_else(|| ungrouped(&number)?.parse().ok()),
    };
    read.filter(|euros| *euros >= Euros::ZERO).map(|euros| Some(Amount { euros, tax })).ok_or(())
}

/// So many thousands of euros.
fn thousands(number: &str) -> Option<Euros> {
    let euros: Euros = number.parse().ok()?;
    euros.cents().checked_mul(1000).map(Euros::from_cents)
}

/// `1.200,00` and `1,200.00` without what stands between thousands; nothing where that is not certain.
fn ungrouped(number: &str) -> Option<String> {
    let last = number.rfind(['.', ','])?;
    let (whole, decimals) = number.split_at(last);
    let between = if decimals.starts_with('.') { ',' } else { '.' };
    let mut groups = whole.split(between);
    let is_grouped =
        groups.next().is_some_and(|group| (1..=3).contains(&group.len())) && groups.all(|group| group.len() == 3);
    (is_grouped && whole.contains(between) && decimals.len() == 3)
        .then(|| format!("{}{decimals}", whole.replace(between, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_read_in_any_gender_and_number() {
        let cases = [
            ("En cours", Status::InProgress, true),
            ("réalisée", Status::Done, true),
            ("Réalisé(e)", Status::Done, true),
            ("REALISEES", Status::Done, true),
            ("fait", Status::Done, true),
            ("faite", Status::Done, true),
            ("Terminé", Status::Done, true),
            ("clôturée", Status::Done, true),
            ("à faire", Status::Planned, true),
            ("Prévue", Status::Planned, true),
            ("non réalisée", Status::Planned, true),
            ("abandonnée", Status::Dropped, true),
            ("Annulé faute de budget", Status::Dropped, false),
            ("refusée", Status::Declined, true),
            ("en attente", Status::OnHold, true),
            ("Reportée à 2024", Status::OnHold, false),
            ("suspendue", Status::OnHold, true),
            ("proposée", Status::Proposed, true),
            ("en cours (devis reçu)", Status::InProgress, false),
            ("Réalisé partiellement", Status::InProgress, false),
            ("réalisé à 80 %", Status::InProgress, false),
            ("50 %", Status::InProgress, false),
            ("100%", Status::Done, true),
            ("done", Status::Done, true),
            ("In progress", Status::InProgress, true),
        ];
        for (typed, meant, exact) in cases {
            assert_eq!(status(typed), Some((meant, exact)), "{typed}");
        }
        assert_eq!(status("peut-être"), None);
    }

    #[test]
    fn amounts_are_read_as_spreadsheets_show_them() {
        let cents = |text: &str| amount(text).map(|amount| amount.map(|amount| amount.euros.cents()));
        for typed in [
            "1 200,00 €",
            "1\u{a0}200,00\u{a0}€",
            "1\u{202f}200 €",
            "1200",
            "1.200,00 €",
            "1,200.00",
            "1200 euros TTC",
            "1,2 k€",
            "€ 1200",
        ] {
            assert_eq!(cents(typed), Ok(Some(120_000)), "{typed}");
        }
        for nothing in ["", "-", "à définir", "à chiffrer", "gratuit"] {
            assert_eq!(cents(nothing), Ok(None), "{nothing}");
        }
        for wrong in ["1.200", "environ 500", "500 à 600", "12 00"] {
            assert_eq!(cents(wrong), Err(()), "{wrong}");
        }
        assert_eq!(amount("500 € HT").ok().flatten().and_then(|amount| amount.tax), Some("HT"));
    }
}
