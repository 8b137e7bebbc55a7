//! English words for a reference that leads nowhere.

use super::{did_you_mean, listed};
use crate::locale::phrase::{sentences, words};
use crate::locale::problem::{Reference, Referent, Words};

pub(in crate::locale) fn reference(problem: &Reference) -> Words {
    let Reference { referent, id, nearest, known, declared_in } = problem;
    let Wording { message, label, known_as } = wording(*referent, id);
    let known = match (known.as_slice(), declared_in.as_str()) {
        // Councils are declared by their folders, at the root of the record.
        ([], ".") => "there are none in the record yet.".to_owned(),
        ([], place) => format!("there are none in {place} yet."),
        (known, _) => format!("{known_as}: {}.", listed(known)),
    };
    words(message, label, sentences(&[known, did_you_mean(nearest.as_ref())]))
}

struct Wording {
    message: String,
    label: &'static str,
    known_as: &'static str,
}

fn wording(referent: Referent, id: &str) -> Wording {
    let (message, label, known_as) = match referent {
        Referent::Member => (format!("“{id}” is not a member of the council"), "unknown member", "known members"),
        Referent::Partner => (format!("“{id}” is not a declared partner"), "unknown partner", "known partners"),
        Referent::Association => {
            (format!("“{id}” is not a declared association"), "unknown association", "known associations")
        }
        Referent::Unit => (format!("“{id}” is not a declared management unit"), "unknown unit", "known units"),
        Referent::Residence => (format!("“{id}” is not a declared residence"), "unknown residence", "known residences"),
        Referent::Theme => (format!("“{id}” is not a declared theme"), "unknown theme", "known themes"),
        Referent::Question => (format!("“{id}” is not a declared question"), "unknown question", "known questions"),
        Referent::Axis => (format!("“{id}” is not an axis of the action plan"), "unknown axis", "known axes"),
        Referent::Action => (format!("“{id}” is not an action of the action plan"), "unknown action", "known actions"),
        Referent::Session => (format!("there is no session “{id}”"), "unknown session", "known sessions"),
        Referent::Finding => (format!("“{id}” is not a finding of the diagnosis"), "unknown finding", "known findings"),
        Referent::Council => (format!("there is no council “{id}”"), "unknown council", "known councils"),
        Referent::Owner => {
            (format!("nobody known as “{id}” can be the owner of an action"), "unknown owner", "possible owners")
        }
        Referent::Channel => {
            (format!("“{id}” is not a declared way of getting people to come"), "unknown way", "known ways")
        }
        Referent::Module => (format!("“{id}” is not a module of the coaching"), "unknown module", "known modules"),
        Referent::PutOff => (
            format!("“{id}” does not say until when the point is put off"),
            "no session, date or council",
            "other than a date, possible values",
        ),
        Referent::Asker => {
            (format!("nobody known as “{id}” can have asked for a topic"), "unknown asker", "possible askers")
        }
    };
    Wording { message, label, known_as }
}
