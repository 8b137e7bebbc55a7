//! French words for problems of a file as a file; those of its syntax, its values and its place have files of their
//! own.

use super::files::{no_text, refused, template, unexpected_file};
use super::syntax::syntax;
use super::values::{bad_amount, bad_date, unknown_value, wrong_type};
use super::{did_you_mean, listed};
use crate::locale::phrase::{short, words};
use crate::locale::problem::{Reading, Words};

pub(in crate::locale) fn reading(problem: &Reading) -> Words {
    match problem {
        Reading::Syntax(cause) => syntax(cause),
        Reading::UnknownKey { key, nearest, known } => unknown_key(key, nearest.as_ref(), known),
        Reading::MissingKey { key } => words(
            format!("« {key} » manque, ou n'a pas de valeur"),
            format!("« {key}: » est obligatoire ici"),
            format!("écrivez « {key}: » et sa valeur à la suite, sur la même ligne ou en dessous."),
        ),
        Reading::WrongType { key, expected, found, quoted } => wrong_type(key, *expected, found, quoted.as_ref()),
        Reading::UnknownValue { key, value, nearest, known } => unknown_value(key, value, nearest.as_ref(), known),
        Reading::BadDate { text, period, meant, no_such_day } => bad_date(text, *period, meant.as_ref(), *no_such_day),
        Reading::BadAmount { text, ambiguous } => bad_amount(text, *ambiguous),
        Reading::DuplicateKey { key } => Words {
            related: "écrit une première fois ici".to_owned(),
            ..words(
                format!("« {key} » est écrit deux fois"),
                "écrit une seconde fois ici",
                "ne gardez que l'un des deux, ou donnez un autre nom au second.",
            )
        },
        Reading::TextCut { kept, cut, sign } => text_cut(kept, cut, *sign),
        Reading::UnexpectedFile { name, reason } => unexpected_file(name, reason),
        Reading::Refused(error) => refused(*error),
        Reading::NoText(cause) => no_text(cause),
        Reading::ConflictMarkers => conflict_markers(),
        Reading::Template(fault) => template(fault),
    }
}

fn unknown_key(key: &str, nearest: Option<&String>, known: &[String]) -> Words {
    let help = match nearest {
        Some(_) => did_you_mean(nearest),
        None => format!("mots-clés possibles ici : {}.", listed(known)),
    };
    words(format!("« {} » n'est pas un mot-clé connu à cet endroit", short(key)), "mot-clé inconnu", help)
}

fn text_cut(kept: &str, cut: &str, sign: char) -> Words {
    let message = if kept.is_empty() {
        format!("« {} » n'est pas lu", short(cut))
    } else {
        format!("seul « {} » est lu de ce texte", short(kept))
    };
    // A comma is not what is underlined: it stands before the words that it cut off.
    if sign == '#' {
        words(
            message,
            format!("ce « {sign} » coupe le texte"),
            "mettez le texte entier entre guillemets droits \"…\" ; si la suite est une remarque que le programme ne \
             doit pas lire, laissez une espace après « # ».",
        )
    } else {
        words(
            message,
            "coupé du texte par la virgule",
            "mettez le texte entier, virgule comprise, entre guillemets droits \"…\".",
        )
    }
}

fn conflict_markers() -> Words {
    words(
        "ce fichier mêle deux versions entre lesquelles personne n'a choisi",
        "marque laissée par la fusion des deux versions",
        "entre les lignes « <<<<<<< » et « >>>>>>> », gardez ce qui est juste, puis supprimez les lignes « <<<<<<< », \
         « ======= » et « >>>>>>> ».",
    )
}
