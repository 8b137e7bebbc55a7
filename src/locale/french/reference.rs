//! French words for a reference that leads nowhere.

use super::glosses::{glossed, meant};
use super::{did_you_mean, listed};
use crate::locale::phrase::{sentences, words};
use crate::locale::problem::{Reference, Referent, Words};

pub(in crate::locale) fn reference(problem: &Reference) -> Words {
    let Reference { referent, id, nearest, known, declared_in } = problem;
    let Wording { message, label, known_as } = wording(*referent, id);
    // The landlord and the residents have names of their own here; people write the French ones.
    let in_french =
        || matches!(referent, Referent::Owner | Referent::Asker | Referent::PutOff).then(|| meant(id, known)).flatten();
    let told = match (known.as_slice(), declared_in.as_str()) {
        // Councils are declared by their folders, at the root of the record.
        ([], ".") => "il n'y en a pas encore dans le registre.".to_owned(),
        ([], place) => format!("il n'y en a pas encore dans {place}."),
        (known, _) if *referent == Referent::PutOff => {
            let glossed: Vec<String> = known.iter().map(|word| glossed(word)).collect();
            format!("{known_as} : {}.", listed(&glossed))
        }
        (known, _) => format!("{known_as} : {}.", listed(known)),
    };
    words(message, label, sentences(&[told, did_you_mean(nearest.as_ref().or_else(in_french))]))
}

struct Wording {
    message: String,
    label: &'static str,
    known_as: &'static str,
}

fn wording(referent: Referent, id: &str) -> Wording {
    let (message, label, known_as) = match referent {
        Referent::Member => (format!("« {id} » n'est pas membre du conseil"), "membre inconnu", "membres connus"),
        Referent::Partner => {
            (format!("« {id} » n'est pas un partenaire déclaré"), "partenaire inconnu", "partenaires connus")
        }
        Referent::Association => {
            (format!("« {id} » n'est pas une association déclarée"), "association inconnue", "associations connues")
        }
        Referent::Unit => {
            (format!("« {id} » n'est pas une unité de gestion déclarée"), "unité inconnue", "unités connues")
        }
        Referent::Residence => {
            (format!("« {id} » n'est pas une résidence déclarée"), "résidence inconnue", "résidences connues")
        }
        Referent::Theme => (format!("« {id} » n'est pas un thème déclaré"), "thème inconnu", "thèmes connus"),
        Referent::Question => {
            (format!("« {id} » n'est pas une question déclarée"), "question inconnue", "questions connues")
        }
        Referent::Axis => (format!("« {id} » n'est pas un axe du plan d'action"), "axe inconnu", "axes connus"),
        Referent::Action => {
            (format!("« {id} » n'est pas une action du plan d'action"), "action inconnue", "actions connues")
        }
        Referent::Session => (format!("il n'y a pas de séance « {id} »"), "séance inconnue", "séances connues"),
        Referent::Finding => {
            (format!("« {id} » n'est pas un constat du diagnostic"), "constat inconnu", "constats connus")
        }
        Referent::Council => (format!("il n'y a pas de conseil « {id} »"), "conseil inconnu", "conseils connus"),
        Referent::Owner => (
            format!("« {id} » ne désigne personne qui puisse porter une action"),
            "porteur inconnu",
            "porteurs possibles",
        ),
        Referent::Channel => {
            (format!("« {id} » n'est pas un moyen de mobilisation déclaré"), "moyen inconnu", "moyens connus")
        }
        Referent::Module => {
            (format!("« {id} » n'est pas un module de l'accompagnement"), "module inconnu", "modules connus")
        }
        Referent::PutOff => (
            format!("« {id} » ne dit pas à quand le point est remis"),
            "ni séance, ni date, ni conseil",
            "hors une date, valeurs possibles",
        ),
        Referent::Asker => (
            format!("« {id} » ne désigne personne qui puisse demander un point"),
            "demandeur inconnu",
            "demandeurs possibles",
        ),
    };
    Wording { message, label, known_as }
}
