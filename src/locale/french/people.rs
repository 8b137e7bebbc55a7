//! French words for problems of what the record says of people.

use crate::locale::in_period;
use crate::locale::phrase::words;
use crate::locale::problem::{Lack, People, Words};
use crate::model::{Language, Period};

const FR: Language = Language::French;

pub(in crate::locale) fn people(problem: &People) -> Words {
    match problem {
        People::ProxyAbsent { giver, bearer, list } => proxy_absent(giver, bearer, *list),
        People::MandatesOverlap { member, since, until } => mandates_overlap(member, *since, *until),
        People::NameWithoutConsent { member, lack } => name_without_consent(member, *lack),
    }
}

fn proxy_absent(giver: &str, bearer: &str, list: Option<&str>) -> Words {
    let related = match list {
        Some(_) => format!("« {bearer} » n'était pas là"),
        None => format!("les présents, sans « {bearer} »"),
    };
    Words {
        related,
        ..words(
            format!("« {giver} » a donné pouvoir à « {bearer} », qui n'était pas là"),
            "absent de la séance",
            format!(
                "ajoutez « {bearer} » sous « present: » s'il était là ; sinon, écrivez après « to: » qui portait ce \
                 pouvoir, ou ôtez-le : il n'a pas pu compter."
            ),
        )
    }
}

fn mandates_overlap(member: &str, since: Option<Period>, until: Option<Period>) -> Words {
    let label = match since {
        Some(since) => format!("commence {}", in_period(since, FR)),
        None => "sans début".to_owned(),
    };
    let related = match until {
        Some(until) => format!("l'autre finit {}", in_period(until, FR)),
        None => "l'autre n'a pas de fin".to_owned(),
    };
    let help = match until {
        Some(_) => "corrigez « since: » ou « until: » : un mandat finit le jour où commence le suivant, au plus tard.",
        None => "ajoutez « until: » au premier mandat, avec le jour où commence le suivant, au plus tard.",
    };
    Words { related, ..words(format!("deux mandats de « {member} » se chevauchent"), label, help) }
}

fn name_without_consent(member: &str, lack: Lack) -> Words {
    let (message, label) = match lack {
        Lack::NeverGiven => {
            (format!("« {member} » est un résident, nommé sans que son accord soit noté"), "nom sans accord")
        }
        Lack::Withdrawn(_) => (format!("« {member} » est encore nommé, mais a retiré son accord"), "nom à retirer"),
    };
    let related = match lack {
        Lack::NeverGiven => "un résident".to_owned(),
        Lack::Withdrawn(date) => format!("accord retiré {}", in_period(date, FR)),
    };
    let help = match lack {
        Lack::NeverGiven => {
            "effacez la ligne « name: » ; si la personne est d'accord, notez sous « consent: » la date où elle l'a dit \
             (« given: ») et pour quoi (« for: »). Sans nom, les documents disent son rôle."
        }
        Lack::Withdrawn(_) => {
            "effacez la ligne « name: » : les documents diront son rôle. Si la personne est de nouveau d'accord, effacez \
             « withdrawn: » et notez la nouvelle date après « given: »."
        }
    };
    Words { related, ..words(message, label, help) }
}
