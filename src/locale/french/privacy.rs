//! French words for what everybody may read and should not.

use crate::locale::phrase::words;
use crate::locale::problem::Words;
use crate::privacy::{Matter, Privacy};

pub(in crate::locale) fn privacy(problem: Privacy) -> Words {
    match problem {
        Privacy::Mail => words(
            "ce texte donne une adresse e-mail, et il sera lu par tous",
            "adresse e-mail",
            "écrivez à la place qui joindre, par exemple « s'adresser à la loge » ; si c'est une adresse publique du \
             bailleur, déclarez-la sous « contact: » dans landlord.yaml.",
        ),
        Privacy::Phone => words(
            "ce texte donne un numéro de téléphone, et il sera lu par tous",
            "numéro de téléphone",
            "écrivez à la place qui joindre, par exemple « s'adresser à la loge » ; si c'est un numéro public du \
             bailleur, déclarez-le sous « contact: » dans landlord.yaml.",
        ),
        Privacy::BankAccount => words(
            "ce texte donne un numéro de compte bancaire, et il sera lu par tous",
            "compte bancaire",
            "retirez-le, et écrivez par exemple « le RIB a été remis au trésorier ».",
        ),
        Privacy::SocialSecurity => words(
            "ce texte donne un numéro de sécurité sociale, et il sera lu par tous",
            "numéro de sécurité sociale",
            "retirez-le, et écrivez par exemple « le dossier a été transmis au service compétent ».",
        ),
        Privacy::Door => words(
            "ce texte désigne un logement à côté d'une plainte : chacun saura de qui il s'agit",
            "désigne un logement",
            "écrivez le fait sans le logement, par exemple « du bruit est signalé la nuit dans le bâtiment B ».",
        ),
        Privacy::Comment(matter) => comment(matter),
    }
}

fn comment(matter: Matter) -> Words {
    let (message, label, instead) = match matter {
        Matter::Judgement => {
            ("ce texte porte un jugement sur une personne", "jugement", "des différends entre voisins sont signalés")
        }
        Matter::Health => {
            ("ce texte parle de la santé d'une personne", "santé", "une personne a besoin d'aide, la loge fait le lien")
        }
        Matter::Offence => (
            "ce texte prête une infraction à une personne",
            "infraction",
            "des vols sont signalés dans le local à vélos",
        ),
        Matter::Debt => (
            "ce texte parle des dettes ou des moyens d'une personne",
            "dette",
            "une situation est suivie par l'unité de gestion",
        ),
        Matter::Origin => ("ce texte parle de l'origine d'une personne", "origine", "une nouvelle famille est arrivée"),
        Matter::Religion => {
            ("ce texte parle de la religion d'une personne", "religion", "un résident demande une dérogation")
        }
        Matter::Union => {
            ("ce texte dit l'appartenance syndicale d'une personne", "syndicat", "un résident conteste la décision")
        }
    };
    words(message, label, format!("écrivez seulement le fait, sans dire de qui il s'agit, par exemple « {instead} »."))
}
