//! French words for a text that is not well formed.

use crate::locale::phrase::words;
use crate::locale::problem::Words;
use crate::yaml::SyntaxCause;

pub(super) fn syntax(cause: &SyntaxCause) -> Words {
    match cause {
        SyntaxCause::ColonInText(proposal) => in_quotes(
            "un texte qui contient un deux-points suivi d'une espace doit être entre guillemets",
            "ce deux-points serait pris pour la fin d'un mot-clé",
            proposal.as_ref(),
        ),
        SyntaxCause::TextAfterQuote(proposal) => in_quotes(
            "le texte continue après le guillemet ou l'apostrophe qui le ferme",
            "pour le programme, le texte s'arrête ici",
            proposal.as_ref(),
        ),
        SyntaxCause::SpecialStart(sign, proposal) => in_quotes(
            // The spaces are no-break already: typography leaves those beside some signs as they are.
            &format!("un texte ne peut pas commencer par «\u{a0}{sign}\u{a0}» sans guillemets"),
            "ce signe a un sens particulier",
            proposal.as_ref(),
        ),
        SyntaxCause::UnclosedQuote => unclosed_quote(),
        SyntaxCause::Tab => words(
            "une tabulation tient lieu d'espaces",
            "tabulation",
            "remplacez la tabulation par des espaces : deux par niveau.",
        ),
        SyntaxCause::Bracket => bracket(),
        SyntaxCause::Indentation => indentation(),
        SyntaxCause::MissingColon => missing_colon(),
        SyntaxCause::SecondDocument => words(
            "le fichier contient un second document",
            "second document à partir d'ici",
            "supprimez la ligne « --- » : un fichier ne contient qu'un document.",
        ),
        SyntaxCause::TooDeep => words(
            "ce fichier a trop de niveaux, les uns dans les autres",
            "un niveau de trop",
            "écrivez une chose par ligne, sans crochets ni accolades.",
        ),
        SyntaxCause::Backslash => words(
            "une barre oblique inverse « \\ » ne veut rien dire ici",
            "« \\ » entre guillemets",
            "écrivez-la deux fois : « \\\\ ».",
        ),
        SyntaxCause::Other => other(),
    }
}

/// A problem that quotation marks mend, with the text as it should be written where that is known.
fn in_quotes(message: &str, label: &str, proposal: Option<&String>) -> Words {
    match proposal {
        Some(proposal) => {
            Words { proposal: proposal.clone(), ..words(message, label, "mettez le texte entre guillemets :") }
        }
        None => words(message, label, "mettez le texte entre guillemets droits \"…\"."),
    }
}

fn unclosed_quote() -> Words {
    words(
        "un guillemet ou une apostrophe ouvert au début d'un texte n'est jamais refermé",
        "ouvert ici",
        "refermez-le à la fin du texte, ou retirez-le ; un texte qui commence par une apostrophe se met entre \
         guillemets droits \"…\".",
    )
}

fn bracket() -> Words {
    words(
        "un crochet ou une accolade n'est pas refermé, ou l'est une fois de trop",
        "la lecture s'arrête ici",
        "écrivez plutôt une chose par ligne, sans crochets ni accolades ; un texte qui en contient se met entre \
         guillemets droits \"…\".",
    )
}

fn indentation() -> Words {
    words(
        "cette ligne n'est pas alignée avec ses voisines",
        "mal alignée",
        "les lignes d'un même niveau commencent à la même colonne ; ce qui dépend d'une ligne est décalé de deux \
         espaces vers la droite.",
    )
}

fn missing_colon() -> Words {
    words(
        "il manque le deux-points après un mot-clé",
        "« mot-clé: valeur » attendu",
        "écrivez le mot-clé, un deux-points, une espace, puis la valeur ; si un texte continue à la ligne, décalez la \
         suite de deux espaces vers la droite.",
    )
}

fn other() -> Words {
    words(
        "cette ligne ne peut pas être lue",
        "la lecture s'arrête ici",
        "écrivez « mot-clé: valeur », une chose par ligne ; un texte qui contient des signes comme « : », « # », « [ » \
         ou « { » se met entre guillemets droits \"…\".",
    )
}
