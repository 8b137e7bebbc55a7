//! French words for problems of users' Markdown.

use crate::locale::phrase::{short, words};
use crate::locale::problem::{Markdown, Words};

pub(in crate::locale) fn markdown(problem: &Markdown) -> Words {
    match problem {
        Markdown::Html { tag } => words(
            format!("ce texte contient du code de page web : « {} »", short(tag)),
            "code de page web",
            "effacez ce qui est entre « < » et « > » ; si ces signes font partie du texte, mettez une espace après « < ». Pour mettre en valeur : « **gras** », « *italique* ».",
        ),
        Markdown::Link { scheme } => words(
            format!("ce lien commence par « {scheme}: » : il pourrait exécuter quelque chose chez celui qui lit"),
            "lien dangereux",
            "mettez une adresse qui commence par « https:// », ou seulement le texte, sans lien.",
        ),
        Markdown::Image { address } => words(
            format!("cette image vient d'ailleurs : « {} »", short(address)),
            "image d'un autre site",
            "copiez l'image dans le dossier « attachments » et donnez ce chemin, ou faites-en un lien ordinaire, sans « ! » \
             devant le crochet : l'autre site saurait qui lit, et pourrait changer l'image.",
        ),
    }
}
