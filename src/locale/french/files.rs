//! French words for a file that has no place in the record, cannot be opened or is no text, and for templates.

use super::did_you_mean;
use crate::locale::phrase::{short, words};
use crate::locale::problem::{TemplateFault, Words};
use crate::store::{ReadError, StrayReason};
use crate::yaml::{MAX_BYTES, UnreadableCause};

pub(super) fn unexpected_file(name: &str, reason: &StrayReason) -> Words {
    let (message, help) = match reason {
        StrayReason::Misnamed(near) => {
            (format!("« {name} » n'a pas le nom qu'il devrait porter"), format!("renommez-le « {near} »."))
        }
        StrayReason::NoCouncil => (
            format!("le dossier « {name} » n'est celui d'aucun conseil"),
            "un dossier de conseil contient un fichier council.yaml ; les pièces jointes se rangent dans un dossier \
             nommé « attachments »."
                .to_owned(),
        ),
        StrayReason::NoSession(session) => (
            format!("« {name} » est un relevé sans séance"),
            format!(
                "créez la séance sessions/{session}.yaml dans le dossier du conseil, ou redonnez à ce relevé son bon \
                 nom."
            ),
        ),
        StrayReason::NoSuchDate => (
            format!("« {name} » porte une date qui n'existe pas"),
            "donnez-lui pour nom le jour de la séance, par exemple 2023-05-10.yaml.".to_owned(),
        ),
        StrayReason::Unreadable(error) => return unreadable_folder(name, *error),
        StrayReason::Unknown => (
            format!("« {name} » n'a pas sa place ici"),
            "déplacez-le hors du registre, ou dans un dossier nommé « attachments ».".to_owned(),
        ),
    };
    words(message, "", help)
}

/// The folder without a name is that of the whole record.
fn unreadable_folder(name: &str, error: ReadError) -> Words {
    let folder = if name.is_empty() { "le dossier du registre".to_owned() } else { format!("le dossier « {name} »") };
    Words { message: format!("{folder} ne peut pas être lu"), ..refused(error) }
}

pub(super) fn refused(error: ReadError) -> Words {
    let (message, help) = match error {
        ReadError::Missing => ("ce fichier manque", "rétablissez-le, ou retirez ce qui le cite."),
        ReadError::IsFolder => ("un dossier porte ici le nom d'un fichier", "renommez ce dossier ou déplacez-le."),
        ReadError::BrokenLink => {
            ("ce raccourci ne mène nulle part", "rétablissez le fichier visé, ou supprimez le raccourci.")
        }
        ReadError::Forbidden => (
            "vous n'avez pas le droit de lire ce fichier",
            "demandez le droit de le lire à la personne qui administre l'ordinateur.",
        ),
        ReadError::TooLarge(bytes) => return too_large(bytes),
        ReadError::NotAFile => ("ce n'est pas un fichier ordinaire", "remplacez-le par un fichier ordinaire."),
        ReadError::Other(_) => ("ce fichier ne peut pas être lu", "vérifiez le disque, puis réessayez."),
    };
    words(message, "", help)
}

fn too_large(bytes: u64) -> Words {
    let (size, most) = (bytes.div_ceil(1 << 20), MAX_BYTES >> 20);
    words(
        format!("ce fichier pèse {size} Mo, plus que les {most} Mo permis"),
        "",
        "un fichier du registre ne fait que quelques pages : rangez les pièces jointes dans un dossier nommé \
         « attachments ».",
    )
}

pub(super) fn no_text(cause: &UnreadableCause) -> Words {
    match cause {
        UnreadableCause::NotUtf8 => words(
            "ce fichier n'est pas enregistré en UTF-8",
            "illisible à partir d'ici",
            "dans votre éditeur de texte, enregistrez-le de nouveau en choisissant l'encodage UTF-8.",
        ),
        UnreadableCause::ControlCharacter(sign) => words(
            format!("un caractère invisible (U+{:04X}) s'est glissé dans le texte", u32::from(*sign)),
            "caractère invisible ici",
            "effacez le mot entier, puis retapez-le.",
        ),
        UnreadableCause::TooLarge { bytes } => too_large(*bytes as u64),
    }
}

pub(super) fn template(fault: &TemplateFault) -> Words {
    match fault {
        TemplateFault::UnknownVariable { name, nearest, known } => words(
            format!("le modèle cite « {name} », qui n'existe pas"),
            "inconnu",
            match nearest {
                Some(_) => did_you_mean(nearest.as_ref()),
                // All of them: there is no other place where a user could read them.
                None => format!("variables possibles : {}.", known.join(", ")),
            },
        ),
        TemplateFault::UnknownFunction { name } => words(
            format!("le modèle emploie « {name} », qui n'existe pas"),
            "inconnu",
            "fonctions possibles : capital, cell, counted, elide, list, number, plural, et celles de Jinja (join, length, default…).",
        ),
        TemplateFault::TooLong => {
            words("le modèle s'exécute pendant trop longtemps", "boucle trop longue", "raccourcissez cette boucle.")
        }
        TemplateFault::WrongArguments { name } => words(
            format!("le modèle donne trop ou trop peu à « {} »", short(name)),
            "à compléter ou à raccourcir",
            "une fonction reçoit ce qui est entre ses parenthèses, par exemple plural(\"jour\", \"jours\").",
        ),
        TemplateFault::Impossible { name } => words(
            format!("« {} » ne peut pas être calculé", short(name)),
            "impossible",
            "ce qui peut manquer se met entre « {% if … %} » et « {% endif %} » ; une liste se parcourt avec « {% for … %} ».",
        ),
        TemplateFault::WritesNothing => words(
            "ce modèle n'écrit rien",
            "document vide",
            "écrivez-y le texte du document ; ou supprimez ce fichier, pour reprendre le modèle d'origine.",
        ),
        TemplateFault::Malformed => words(
            "le modèle est mal formé",
            "la lecture s'arrête ici",
            "vérifiez que chaque « {{ » a son « }} », chaque « {% if %} » son « {% endif %} », et chaque « {% for %} » \
             son « {% endfor %} ».",
        ),
    }
}
