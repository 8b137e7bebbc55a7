//! French words for problems of a file as a file. None says YAML, mapping, sequence or scalar: each says what to write.

use super::{did_you_mean, listed, sentences};
use crate::locale::problem::{Reading, TemplateFault, Words};
use crate::store::{ReadError, StrayReason};
use crate::yaml::{Expected, Found, MAX_BYTES, SyntaxCause, UnreadableCause};

pub(in crate::locale) fn reading(problem: &Reading) -> Words {
    match problem {
        Reading::Syntax(cause) => syntax(cause),
        Reading::UnknownKey { key, nearest, known } => Words {
            message: format!("« {key} » n'est pas un mot-clé connu à cet endroit"),
            label: "mot-clé inconnu".to_owned(),
            help: match nearest {
                Some(_) => did_you_mean(nearest.as_ref()),
                None => format!("mots-clés possibles ici : {}.", listed(known)),
            },
            ..Words::default()
        },
        Reading::MissingKey { key } => Words {
            message: format!("« {key} » manque"),
            label: format!("« {key}: » est obligatoire ici"),
            help: format!("ajoutez une ligne « {key}: » suivie de sa valeur."),
            ..Words::default()
        },
        Reading::WrongType { key, expected, found, quoted } => wrong_type(key, *expected, found, quoted.as_ref()),
        Reading::UnknownValue { key, value, nearest, known } => Words {
            message: format!("« {value} » n'est pas une valeur possible de « {key} »"),
            label: "valeur inconnue".to_owned(),
            help: sentences(&[format!("valeurs possibles : {}.", listed(known)), did_you_mean(nearest.as_ref())]),
            ..Words::default()
        },
        Reading::BadDate { text, period, meant, no_such_day } => bad_date(text, *period, meant.as_ref(), *no_such_day),
        Reading::BadAmount { text, ambiguous } => bad_amount(text, *ambiguous),
        Reading::DuplicateKey { key } => Words {
            message: format!("« {key} » est écrit deux fois"),
            label: "écrit une seconde fois ici".to_owned(),
            related: "écrit une première fois ici".to_owned(),
            help: "gardez une seule des deux lignes, ou donnez un autre nom à la seconde.".to_owned(),
            ..Words::default()
        },
        Reading::TextCut { kept, cut, sign } => text_cut(kept, cut, *sign),
        Reading::UnexpectedFile { name, reason } => unexpected_file(name, reason),
        Reading::Refused(error) => refused(*error),
        Reading::NoText(cause) => no_text(cause),
        Reading::ConflictMarkers => Words {
            message: "deux versions de ce fichier n'ont pas été réconciliées".to_owned(),
            label: "marque laissée par la fusion".to_owned(),
            help: "entre les lignes « <<<<<<< » et « >>>>>>> », gardez ce qui est juste, puis supprimez les lignes \
                   « <<<<<<< », « ======= » et « >>>>>>> »."
                .to_owned(),
            ..Words::default()
        },
        Reading::Template(fault) => template(fault),
    }
}

fn syntax(cause: &SyntaxCause) -> Words {
    let quotes = |proposal: &Option<String>| {
        proposal.as_ref().map_or_else(
            || "mettez le texte entre guillemets droits \"…\".".to_owned(),
            |proposal| format!("mettez le texte entre guillemets : {proposal}"),
        )
    };
    let (message, label, help) = match cause {
        SyntaxCause::ColonInText(proposal) => (
            "un texte qui contient deux-points doit être entre guillemets".to_owned(),
            "ces deux-points seraient pris pour la fin d'un mot-clé",
            quotes(proposal),
        ),
        SyntaxCause::TextAfterQuote(proposal) => {
            ("du texte suit un guillemet fermant".to_owned(), "le texte s'arrête ici pour la machine", quotes(proposal))
        }
        SyntaxCause::UnclosedQuote => (
            "un guillemet ouvert n'est jamais fermé".to_owned(),
            "guillemet ouvert ici",
            "fermez le guillemet à la fin du texte, ou retirez celui-ci.".to_owned(),
        ),
        SyntaxCause::SpecialStart(sign, proposal) => (
            format!("un texte ne peut pas commencer par « {sign} » sans guillemets"),
            "signe réservé",
            quotes(proposal),
        ),
        SyntaxCause::Tab => (
            "une tabulation tient lieu d'espaces".to_owned(),
            "tabulation",
            "remplacez la tabulation par des espaces : deux par niveau.".to_owned(),
        ),
        SyntaxCause::Bracket => (
            "un crochet ou une accolade n'a pas son pareil".to_owned(),
            "la lecture s'arrête ici",
            "écrivez plutôt une chose par ligne, sans crochets ni accolades ; un texte qui en contient se met entre \
             guillemets."
                .to_owned(),
        ),
        SyntaxCause::Indentation => (
            "cette ligne n'est pas alignée avec ses voisines".to_owned(),
            "mal alignée",
            "les lignes d'un même niveau commencent à la même colonne ; ce qui dépend d'une ligne est décalé de deux \
             espaces."
                .to_owned(),
        ),
        SyntaxCause::MissingColon => (
            "il manque les deux-points après un mot-clé".to_owned(),
            "« mot-clé: valeur » attendu",
            "écrivez le mot-clé, deux-points, une espace, puis la valeur ; la suite d'un texte est décalée de deux \
             espaces."
                .to_owned(),
        ),
        SyntaxCause::SecondDocument => (
            "le fichier contient un second document".to_owned(),
            "second document à partir d'ici",
            "supprimez cette ligne « --- » ; un fichier ne contient qu'une fiche.".to_owned(),
        ),
        SyntaxCause::TooDeep => (
            "ce fichier est imbriqué sur trop de niveaux".to_owned(),
            "trop profond",
            "écrivez une chose par ligne, sans crochets ni accolades.".to_owned(),
        ),
        SyntaxCause::Backslash => (
            "une barre oblique inverse « \\ » ne veut rien dire ici".to_owned(),
            "« \\ » entre guillemets",
            "doublez-la (« \\\\ »), ou mettez le texte entre apostrophes droites.".to_owned(),
        ),
        SyntaxCause::Other => (
            "cette ligne ne peut pas être lue".to_owned(),
            "la lecture s'arrête ici",
            "écrivez « mot-clé: valeur », une chose par ligne ; un texte qui contient des signes se met entre \
             guillemets."
                .to_owned(),
        ),
    };
    Words { message, label: label.to_owned(), help, ..Words::default() }
}

fn wrong_type(key: &str, expected: Expected, found: &Found, quoted: Option<&String>) -> Words {
    let (wanted, example) = wanted(expected);
    if let (Expected::Text, Some(quoted)) = (expected, quoted) {
        return Words {
            message: "un texte qui contient deux-points, crochets ou accolades doit être entre guillemets".to_owned(),
            label: "ce n'est pas lu comme un texte".to_owned(),
            help: format!("mettez le texte entre guillemets : {quoted}"),
            ..Words::default()
        };
    }
    let subject = if key.is_empty() { "ce fichier".to_owned() } else { format!("« {key} »") };
    let label = match found {
        Found::Blank => "rien n'est écrit".to_owned(),
        Found::Text(text) => format!("« {} » est écrit", short(text)),
        Found::List => "c'est une liste de lignes « - »".to_owned(),
        Found::Map => "ce sont des lignes « mot-clé: valeur »".to_owned(),
    };
    let yes_no = match (expected, found) {
        (Expected::Boolean, Found::Text(text)) => match text.to_lowercase().as_str() {
            "oui" | "yes" | "vrai" | "on" => "pour « oui », écrivez true.".to_owned(),
            "non" | "no" | "faux" | "off" => "pour « non », écrivez false.".to_owned(),
            _ => String::new(),
        },
        (Expected::Id, Found::Text(text)) => {
            let suggestion = crate::model::Id::suggestion(text);
            if suggestion.is_empty() { String::new() } else { format!("Par exemple « {suggestion} ».") }
        }
        _ => String::new(),
    };
    Words {
        message: format!("{subject} attend {wanted}"),
        label,
        help: sentences(&[example.to_owned(), yes_no]),
        ..Words::default()
    }
}

/// What a form of value is called, and an example of it.
fn wanted(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Text => ("un texte", "écrivez un texte sur la même ligne."),
        Expected::Boolean => ("true ou false", ""),
        Expected::Count => ("un nombre entier", "écrivez des chiffres seulement, par exemple 120."),
        Expected::Decimal => ("un nombre", "par exemple 78,6."),
        Expected::Date => ("une date", "par exemple 2023-05-10."),
        Expected::Period => ("une période", "par exemple 2023, 2023-S2, 2023-T4, 2023-10 ou 2023-05-10."),
        Expected::Amount => ("un montant en euros", "par exemple 1200 ou 1200,50."),
        Expected::Time => ("une heure", "par exemple 18:30 ou 18h30."),
        Expected::Id => (
            "un identifiant fait de minuscules sans accent, de chiffres et de traits d'union",
            "c'est ce nom que les autres fichiers citent.",
        ),
        Expected::Year => ("une année", "par exemple 2023."),
        Expected::List => ("une liste", "écrivez une chose par ligne, chacune après « - » et une espace."),
        Expected::Map => {
            ("des lignes « mot-clé: valeur »", "écrivez chaque mot-clé sur sa ligne, décalé de deux espaces.")
        }
        Expected::Outcome => (
            "une seule chose par suite donnée : information, decision, action ou postponed",
            "commencez chaque suite par « - information: », « - decision: », « - action: » ou « - postponed: ».",
        ),
        Expected::Measure => (
            "une seule mesure",
            "gardez l'une de : minutes_within_days, sessions_per_year, question avec at_least, actions_on_time.",
        ),
        Expected::ReportedFigure => ("un seul chiffre", "gardez l'un de : points, percent, mark."),
        Expected::Votes => ("le décompte des voix", "écrivez unanimous, ou les lignes for, against et abstained."),
        Expected::Grant => ("un montant, ou les lignes upkeep, investment et carried_over", ""),
        Expected::Signature => {
            ("une date de signature", "par exemple 2023-01-15, 2023, ou undated si elle est inconnue.")
        }
        Expected::FirstNumber => ("un nombre ou none", "none si l'instance ne numérote pas ses séances."),
    }
}

fn bad_date(text: &str, period: bool, meant: Option<&String>, no_such_day: bool) -> Words {
    let (kind, forms) = if period {
        ("une période", "une période s'écrit 2023, 2023-S2, 2023-T4, 2023-10, 2023-W15 ou 2023-05-10.")
    } else {
        ("une date", "une date s'écrit année-mois-jour, par exemple 2023-05-10.")
    };
    let message = if no_such_day {
        format!("« {} » n'existe pas dans le calendrier", short(text))
    } else {
        format!("« {} » n'est pas {kind}", short(text))
    };
    let label = if no_such_day { "pas de tel jour" } else { "date illisible" };
    let help = match meant {
        Some(meant) => format!("écrivez {meant}."),
        None => forms.to_owned(),
    };
    Words { message, label: label.to_owned(), help, ..Words::default() }
}

fn bad_amount(text: &str, ambiguous: bool) -> Words {
    let (label, help) = if ambiguous {
        ("mille, ou un et des millièmes ?", "écrivez 1200 pour mille deux cents euros, 1,20 pour un euro vingt.")
    } else {
        ("montant illisible", "un montant s'écrit 1200 ou 1200,50, en euros, avec deux décimales au plus.")
    };
    let message = format!("« {} » n'est pas un montant", short(text));
    Words { message, label: label.to_owned(), help: help.to_owned(), ..Words::default() }
}

fn text_cut(kept: &str, cut: &str, sign: char) -> Words {
    let message = if kept.is_empty() {
        format!("le texte « {} » est pris pour un commentaire", short(cut))
    } else {
        format!("le texte s'arrête à « {} »", short(kept))
    };
    Words {
        message,
        label: format!("ce « {sign} » coupe le texte"),
        help: "mettez le texte entier entre guillemets ; si c'est un commentaire, laissez une espace après « # »."
            .to_owned(),
        ..Words::default()
    }
}

fn unexpected_file(name: &str, reason: &StrayReason) -> Words {
    let (message, help) = match reason {
        StrayReason::Misnamed(near) => {
            (format!("« {name} » n'a pas le nom qu'il devrait porter"), format!("renommez-le « {near} »."))
        }
        StrayReason::NoCouncil => (
            format!("le dossier « {name} » n'est celui d'aucun conseil"),
            "un dossier de conseil contient un fichier council.yaml ; des pièces jointes se rangent dans un dossier \
             nommé attachments."
                .to_owned(),
        ),
        StrayReason::NoSession(session) => (
            format!("« {name} » est un relevé sans séance"),
            format!("créez sessions/{session}.yaml, ou supprimez ce relevé."),
        ),
        StrayReason::NoSuchDate => (
            format!("« {name} » porte une date qui n'existe pas"),
            "renommez-le du jour de la séance, par exemple 2023-05-10.yaml.".to_owned(),
        ),
        StrayReason::Unreadable(error) => {
            return Words { message: format!("le dossier « {name} » ne peut pas être lu"), ..refused(*error) };
        }
        StrayReason::Unknown => (
            format!("« {name} » n'a pas sa place ici"),
            "déplacez-le hors du dossier, ou dans un dossier nommé attachments.".to_owned(),
        ),
    };
    Words { message, help, ..Words::default() }
}

fn refused(error: ReadError) -> Words {
    let (message, help) = match error {
        ReadError::Missing => ("ce fichier manque", "rétablissez-le, ou retirez ce qui le cite."),
        ReadError::IsFolder => ("un dossier porte ici le nom d'un fichier", "renommez ce dossier ou déplacez-le."),
        ReadError::BrokenLink => {
            ("ce raccourci ne mène nulle part", "rétablissez le fichier visé, ou supprimez le raccourci.")
        }
        ReadError::Forbidden => {
            ("vous n'avez pas le droit de lire ce fichier", "demandez ce droit à qui administre l'ordinateur.")
        }
        ReadError::TooLarge(bytes) => return too_large(bytes),
        ReadError::NotAFile => ("ce n'est pas un fichier ordinaire", "remplacez-le par un fichier."),
        ReadError::Other(_) => ("ce fichier ne peut pas être lu", "vérifiez le disque, puis réessayez."),
    };
    Words { message: message.to_owned(), help: help.to_owned(), ..Words::default() }
}

fn too_large(bytes: u64) -> Words {
    let (size, most) = (bytes.div_ceil(1 << 20), MAX_BYTES >> 20);
    Words {
        message: format!("ce fichier pèse {size} Mo, plus que les {most} Mo permis"),
        help: "une fiche ne fait que quelques pages : rangez les pièces jointes dans un dossier nommé attachments."
            .to_owned(),
        ..Words::default()
    }
}

fn no_text(cause: &UnreadableCause) -> Words {
    match cause {
        UnreadableCause::NotUtf8 => Words {
            message: "ce fichier n'est pas enregistré en UTF-8".to_owned(),
            label: "illisible à partir d'ici".to_owned(),
            help: "dans votre éditeur, enregistrez-le de nouveau en choisissant l'encodage UTF-8.".to_owned(),
            ..Words::default()
        },
        UnreadableCause::ControlCharacter(sign) => Words {
            message: format!("un caractère invisible (U+{:04X}) s'est glissé dans le texte", u32::from(*sign)),
            label: "caractère invisible ici".to_owned(),
            help: "effacez-le, puis retapez le mot.".to_owned(),
            ..Words::default()
        },
        UnreadableCause::TooLarge { bytes } => too_large(*bytes as u64),
    }
}

fn template(fault: &TemplateFault) -> Words {
    match fault {
        TemplateFault::UnknownVariable { name, nearest, known } => Words {
            message: format!("le modèle cite « {name} », qui n'existe pas"),
            label: "inconnu".to_owned(),
            help: match nearest {
                Some(_) => did_you_mean(nearest.as_ref()),
                None => "les variables d'un modèle sont décrites dans docs/templates.md.".to_owned(),
            },
            ..Words::default()
        },
        TemplateFault::UnknownFunction { name } => Words {
            message: format!("le modèle emploie « {name} », qui n'existe pas"),
            label: "inconnu".to_owned(),
            help: "les fonctions d'un modèle sont décrites dans docs/templates.md.".to_owned(),
            ..Words::default()
        },
        TemplateFault::TooLong => Words {
            message: "le modèle tourne trop longtemps".to_owned(),
            label: "boucle trop longue".to_owned(),
            help: "raccourcissez cette boucle.".to_owned(),
            ..Words::default()
        },
        TemplateFault::Other { detail } => Words {
            message: "le modèle ne peut pas être employé".to_owned(),
            label: detail.clone(),
            help: "vérifiez que chaque « {{ » a son « }} », et chaque « {% if %} » ou « {% for %} » sa fin.".to_owned(),
            ..Words::default()
        },
    }
}

/// The beginning of a long text, on one line.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= MOST && line.len() == text.len() {
        return line.to_owned();
    }
    let shown: String = line.chars().take(MOST).collect();
    format!("{}…", shown.trim_end())
}
