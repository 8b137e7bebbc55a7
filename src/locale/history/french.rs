//! What happened, in French.

use super::Item;
use crate::change::{ActionChange, CostStep, Fate, SessionChange, SharedChange};
use crate::locale::{Language, counted, date, list_of, of_period, plural};
use crate::model::{Period, SessionId};

const FRENCH: Language = Language::French;
pub(super) fn shared(change: SharedChange) -> String {
    match change {
        SharedChange::Landlord(Fate::New) => "nouveau registre".to_owned(),
        SharedChange::Landlord(fate) => format!("fiche de l'organisme {}", fated(fate, "e")),
        SharedChange::Charter(fate) => format!("charte {}", fated(fate, "e")),
        SharedChange::Coaching(fate) => format!("accompagnement {}", fated(fate, "")),
        SharedChange::Template(fate) => format!("modèle de document {}", fated(fate, "")),
    }
}

pub(super) fn item(item: &Item<'_>, most_dates: usize) -> String {
    match item {
        Item::Council(fate, 1) => match fate {
            Fate::New => "nouveau conseil".to_owned(),
            Fate::Edited | Fate::Removed => format!("conseil {}", fated(*fate, "")),
        },
        Item::Council(Fate::New, count) => counted(*count, "nouveau conseil", "nouveaux conseils", FRENCH),
        Item::Council(fate, count) => {
            format!("{} {}", counted(*count, "conseil", "conseils", FRENCH), fated(*fate, "s"))
        }
        Item::Closed => "conseil clos".to_owned(),
        Item::Sessions(change, ids) => sessions(*change, ids, most_dates),
        Item::Moved { to, from } => format!("séance du {} déplacée au {}", day(*from), day(*to)),
        Item::Approved(ids) => {
            format!("{} {}", dated("relevé", ids, most_dates), plural(ids.len(), "approuvé", "approuvés", FRENCH))
        }
        Item::Minutes(fate, ids) => minutes(*fate, ids, most_dates),
        Item::Actions { change, count, follows } => actions(*change, *count, *follows),
        Item::Costs { step, count, follows } => costs(*step, *count, *follows),
        Item::Survey(fate, name) => survey(*fate, name),
        Item::Members(count) => counted(*count, "nouveau membre", "nouveaux membres", FRENCH),
        Item::Edited => "fiche du conseil modifiée".to_owned(),
        Item::Plan => "plan d'action modifié".to_owned(),
    }
}

/// What became of a thing; `ending` is that of its gender and number.
fn fated(fate: Fate, ending: &str) -> String {
    match fate {
        Fate::New => format!("ajouté{ending}"),
        Fate::Edited => format!("modifié{ending}"),
        Fate::Removed => format!("supprimé{ending}"),
    }
}

fn sessions(change: SessionChange, ids: &[SessionId], most_dates: usize) -> String {
    let sessions = dated("séance", ids, most_dates);
    let (one, many) = match change {
        SessionChange::Held => return sessions,
        SessionChange::Planned => ("prévue", "prévues"),
        SessionChange::Cancelled => ("annulée", "annulées"),
        SessionChange::Edited => ("modifiée", "modifiées"),
        SessionChange::Removed => ("supprimée", "supprimées"),
    };
    format!("{sessions} {}", plural(ids.len(), one, many, FRENCH))
}

fn minutes(fate: Fate, ids: &[SessionId], most_dates: usize) -> String {
    let minutes = dated("relevé", ids, most_dates);
    match fate {
        Fate::New => minutes,
        Fate::Edited => format!("{minutes} mis à jour"),
        Fate::Removed => format!("{minutes} {}", fated(fate, plural(ids.len(), "", "s", FRENCH))),
    }
}

/// « séance du 10 mai 2023 », « séances du 10 mai 2023 et du 1er juin 2023 », « 5 séances ».
fn dated(thing: &str, ids: &[SessionId], most_dates: usize) -> String {
    if ids.len() > most_dates {
        return counted(ids.len(), thing, &format!("{thing}s"), FRENCH);
    }
    let days: Vec<String> = ids.iter().map(|id| format!("du {}", day(*id))).collect();
    format!("{thing}{} {}", plural(ids.len(), "", "s", FRENCH), list_of(&days, FRENCH))
}

fn day(id: SessionId) -> String {
    let day = date(id.date, FRENCH);
    if id.rank > 1 { format!("{day} ({})", id.rank) } else { day }
}

fn actions(change: ActionChange, count: usize, follows: bool) -> String {
    let (one, many) = match change {
        ActionChange::New => ("nouvelle", "nouvelles"),
        ActionChange::Done => ("réalisée", "réalisées"),
        ActionChange::Started => ("commencée", "commencées"),
        ActionChange::Planned => ("reprise", "reprises"),
        ActionChange::OnHold => ("en attente", "en attente"),
        ActionChange::Declined => ("refusée", "refusées"),
        ActionChange::Dropped => ("abandonnée", "abandonnées"),
        ActionChange::Proposed => ("seulement proposée", "seulement proposées"),
        ActionChange::Noted => ("actualisée", "actualisées"),
        ActionChange::Edited => ("modifiée", "modifiées"),
        ActionChange::Removed => ("supprimée", "supprimées"),
    };
    counted_things(("action", "actions"), (one, many), count, follows)
}

fn costs(step: CostStep, count: usize, follows: bool) -> String {
    let (one, many) = match step {
        CostStep::Planned => ("estimée", "estimées"),
        CostStep::Committed => ("engagée", "engagées"),
        CostStep::Invoiced => ("facturée", "facturées"),
        CostStep::Paid => ("payée", "payées"),
    };
    counted_things(("dépense", "dépenses"), (one, many), count, follows)
}

/// « 2 actions nouvelles », and after it « 1 réalisée ».
fn counted_things(thing: (&str, &str), what: (&str, &str), count: usize, follows: bool) -> String {
    let what = plural(count, what.0, what.1, FRENCH);
    if follows {
        return counted(count, what, what, FRENCH);
    }
    format!("{} {what}", counted(count, thing.0, thing.1, FRENCH))
}

fn survey(fate: Fate, name: &str) -> String {
    let (survey, ending) = match name.parse::<Period>() {
        Ok(period) => (format!("enquête {}", of_period(period, FRENCH)), "e"),
        Err(_) => ("chiffres publiés".to_owned(), "s"),
    };
    match fate {
        Fate::New => survey,
        Fate::Edited | Fate::Removed => format!("{survey} {}", fated(fate, ending)),
    }
}
