//! What can be wrong with a command, and what keeps it from working, in French.

use std::io;

use crate::locale::command_line::{Failure, Language, NewFileProblem, NotHeld, UsageProblem, ValueProblem, joined};

pub(in crate::locale) fn usage_problem(problem: &UsageProblem) -> String {
    match problem {
        UsageProblem::UnknownOption { option, nearest } => {
            format!("l'option {} n'existe pas{}", quoted(option), did_you_mean(nearest.as_deref()))
        }
        UsageProblem::MisplacedOption { option, instead } => {
            format!("l'option {} n'existe pas ici\u{a0}; écrivez {}", quoted(option), any_of(instead))
        }
        UsageProblem::UnexpectedArgument { value } => {
            format!("{} est de trop\u{a0}: rien de plus n'est attendu", quoted(value))
        }
        UsageProblem::UnknownCommand { command, nearest } => {
            format!("la commande {} n'existe pas{}", quoted(command), did_you_mean(nearest.as_deref()))
        }
        UsageProblem::Value { argument, problem } => value_problem(argument, problem),
        UsageProblem::MissingCommand => "dites ce qu'il faut faire".to_owned(),
        UsageProblem::MissingArguments { arguments } => format!("il manque {}", all_of(arguments)),
        UsageProblem::Conflict { argument, others } => {
            format!("{} ne s'écrit pas avec {}", quoted(argument), all_of(others))
        }
        UsageProblem::Repeated { argument } => {
            format!("{} ne s'écrit qu'une fois", quoted(argument))
        }
        UsageProblem::NotUnicode => {
            "un mot de la commande contient des caractères illisibles\u{a0}: il n'est pas en UTF-8".to_owned()
        }
        UsageProblem::Malformed => "la commande est mal formée".to_owned(),
    }
}

fn value_problem(argument: &str, problem: &ValueProblem) -> String {
    let argument = quoted(argument);
    match problem {
        ValueProblem::Missing { possible } => {
            format!("il manque une valeur à {argument}{}", write_one_of(possible))
        }
        ValueProblem::Invalid { value, possible } => {
            format!("{} ne convient pas à {argument}{}", quoted(value), write_one_of(possible))
        }
        ValueProblem::NotADate { value } => format!(
            "{} n'est pas une date\u{a0}: pour {argument}, écrivez l'année, le mois et le jour ainsi\u{a0}: 2023-05-10",
            quoted(value)
        ),
        ValueProblem::NotAPeriod { value } => format!(
            "{} n'est pas une période\u{a0}: pour {argument}, écrivez une date (2023-10-12), un mois (2023-10), un \
             trimestre (2023-Q4), un semestre (2023-S2), une semaine (2023-W15) ou une année (2023)",
            quoted(value)
        ),
        ValueProblem::NotAnAmount { value } => format!(
            "{} n'est pas un montant\u{a0}: pour {argument}, écrivez des euros ainsi\u{a0}: 1200 ou 1200,50",
            quoted(value)
        ),
        ValueProblem::NotAWebAddress { value } => format!(
            "{} n'est pas une adresse du web\u{a0}: pour {argument}, écrivez-la ainsi\u{a0}: https://www.organisme.example/conseils",
            quoted(value)
        ),
        ValueProblem::NotSeconds { value, least, most } => format!(
            "{} n'est pas un nombre de secondes\u{a0}: pour {argument}, écrivez un nombre entier de {least} à {most}",
            quoted(value)
        ),
        ValueProblem::NotAPicture { value } => {
            format!(
                "{} n'est pas le nom d'une image SVG\u{a0}: pour {argument}, écrivez un nom qui finit par .svg",
                quoted(value)
            )
        }
        ValueProblem::NotPoints { value } => format!(
            "{} n'est pas une précision\u{a0}: pour {argument}, écrivez un nombre de points jusqu'à 50, ainsi\u{a0}: 5 ou 2,5",
            quoted(value)
        ),
        ValueProblem::Unexpected { value } => {
            format!("{} est de trop après {argument}", quoted(value))
        }
    }
}

pub(in crate::locale) fn failure(failure: &Failure) -> String {
    match failure {
        Failure::UnknownCouncil { council, nearest, known } => format!(
            "le conseil {} n'existe pas{}{}",
            quoted(council),
            known_are("conseils connus", known),
            did_you_mean(nearest.as_deref())
        ),
        Failure::UnknownUnit { unit, nearest, known } => unknown_unit(unit, nearest.as_deref(), known),
        Failure::UnknownRule { rule, nearest } => unknown_rule(rule, nearest.as_deref()),
        Failure::UnknownSession { council, session, known } => format!(
            "le conseil {} n'a pas de séance {}{}",
            quoted(council),
            quoted(session),
            known_are("séances connues", known)
        ),
        Failure::WhichCouncil { known } if known.is_empty() => {
            "aucun conseil encore\u{a0}: créez-en un par council new-council".to_owned()
        }
        Failure::WhichCouncil { known } => {
            format!("précisez le conseil{}", known_are("conseils connus", known))
        }
        Failure::NoHeldSession { council } => {
            format!(
                "le conseil {} n'a encore tenu aucune séance\u{a0}: une fois la séance tenue, écrivez {} dans son fichier",
                quoted(council),
                quoted("status: held")
            )
        }
        Failure::NotHeld { council, session, known } => not_held(council, session, *known),
        Failure::Document(problem) => problem.words(Language::French),
        Failure::Edit(problem) => problem.words(Language::French),
        Failure::Exchange(problem) => problem.words(Language::French),
        Failure::Send(problem) => problem.words(Language::French),
        Failure::NewFile(problem) => new_file_problem(problem),
        Failure::Git(problem) => problem.words(Language::French),
        Failure::Share(problem) => problem.words(Language::French),
        Failure::Browser { path } => no_browser(path),
        Failure::Editor { editor, error } => format!(
            "impossible d'ouvrir l'éditeur {}\u{a0}: {}\u{a0}; le fichier est écrit, ouvrez-le vous-même, ou indiquez \
             votre éditeur dans la variable EDITOR",
            quoted(editor),
            input_output(error)
        ),
        Failure::UnknownPath { path } => {
            format!("{} n'est pas dans le registre", quoted(path))
        }
        Failure::NotARecord { folder } => format!(
            "{} n'est pas un registre\u{a0}: ce dossier ne contient pas de fichier landlord.yaml",
            quoted(folder)
        ),
        Failure::ApprovedLost { path } => format!(
            "le relevé approuvé {} a disparu, et ne peut pas être rédigé de nouveau\u{a0}: reprenez-le dans l'historique de git",
            quoted(path)
        ),
        Failure::Write { path, error } => unwritten(path, error),
        Failure::NoRecord => "aucun registre dans ce dossier ni au-dessus\u{a0}: allez dans le dossier qui contient \
             landlord.yaml, ou indiquez-le par --record\u{a0}; pour en créer un\u{a0}: council init DOSSIER"
            .to_owned(),
        Failure::Output(error) => format!("impossible d'écrire le résultat\u{a0}: {}", input_output(error)),
    }
}

/// A file cannot be written: somebody changed it meanwhile, or something else is in the way.
fn unwritten(path: &str, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::ResourceBusy {
        return format!(
            "{} vient d'être changé par ailleurs, dans un éditeur peut-être\u{a0}: rien n'y a été écrit\u{a0}; relancez la commande",
            quoted(path)
        );
    }
    format!(
        "impossible d'écrire {}\u{a0}: {}\u{a0}; le fichier est resté comme il était",
        quoted(path),
        input_output(error)
    )
}

fn unknown_unit(unit: &str, nearest: Option<&str>, known: &[String]) -> String {
    let known = known_are("unités connues", known);
    format!("l'Unité de Gestion {} n'existe pas{known}{}", quoted(unit), did_you_mean(nearest))
}

fn unknown_rule(rule: &str, nearest: Option<&str>) -> String {
    format!(
        "la règle {} n'existe pas\u{a0}; council explain donne la liste des règles{}",
        quoted(rule),
        did_you_mean(nearest)
    )
}

fn not_held(council: &str, session: &str, known: NotHeld) -> String {
    let session = format!("la séance {} du conseil {}", quoted(session), quoted(council));
    match known {
        NotHeld::Cancelled => format!("{session} a été annulée\u{a0}: il n'y a pas de relevé à en écrire"),
        NotHeld::Coming => format!("{session} n'a pas encore eu lieu\u{a0}: il n'y a pas encore de relevé à en écrire"),
        NotHeld::NotSaid => {
            format!("{session} n'est pas notée comme tenue\u{a0}: écrivez {} dans son fichier", quoted("status: held"))
        }
    }
}

fn new_file_problem(problem: &NewFileProblem) -> String {
    match problem {
        NewFileProblem::BadCouncilName { typed, instead } => format!(
            "{} ne peut pas nommer le dossier d'un conseil\u{a0}: il faut un nom en minuscules, sans accent ni espace, \
             qui ne serve pas déjà à autre chose{}",
            quoted(typed),
            did_you_mean(instead.as_deref())
        ),
        NewFileProblem::UnknownResidence { residence, known, .. } if known.is_empty() => {
            format!("la résidence {} n'existe pas\u{a0}: landlord.yaml n'en déclare encore aucune", quoted(residence))
        }
        NewFileProblem::UnknownResidence { residence, nearest, known } => format!(
            "la résidence {} n'existe pas dans landlord.yaml{}{}",
            quoted(residence),
            known_are("résidences connues", known),
            did_you_mean(nearest.as_deref())
        ),
        NewFileProblem::UnknownUnit { unit, known, .. } if known.is_empty() => {
            format!("l'Unité de Gestion {} n'existe pas\u{a0}: landlord.yaml n'en déclare encore aucune", quoted(unit))
        }
        NewFileProblem::UnknownUnit { unit, nearest, known } => format!(
            "l'Unité de Gestion {} n'existe pas dans landlord.yaml{}{}",
            quoted(unit),
            known_are("unités connues", known),
            did_you_mean(nearest.as_deref())
        ),
        NewFileProblem::NotAPeriod { typed } => format!(
            "{} n'est pas une période\u{a0}: écrivez un mois (2023-10), un trimestre (2023-Q4), un semestre (2023-S2), \
             une année (2023), une semaine (2023-W15) ou une date (2023-10-12)",
            quoted(typed)
        ),
        NewFileProblem::Exists { path } => format!("{} existe déjà\u{a0}: rien n'a été écrit", quoted(path)),
        NewFileProblem::WithinRecord { folder, record } => format!(
            "{} se trouve dans le registre {}\u{a0}: un registre ne peut pas en contenir un autre",
            quoted(folder),
            quoted(record)
        ),
    }
}

fn input_output(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "il n'y a plus de place sur le disque".to_owned(),
        io::ErrorKind::PermissionDenied => "l'accès est refusé".to_owned(),
        io::ErrorKind::NotFound => "il est introuvable".to_owned(),
        io::ErrorKind::IsADirectory => "un dossier porte déjà ce nom".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "un fichier porte le nom d'un de ces dossiers".to_owned()
        }
        io::ErrorKind::ReadOnlyFilesystem => "le disque est en lecture seule".to_owned(),
        _ => error.to_string(),
    }
}

fn quoted(text: &str) -> String {
    format!("«\u{a0}{text}\u{a0}»")
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("\u{a0}; vouliez-vous dire {}\u{a0}?", quoted(nearest)))
}

fn write_one_of(possible: &[String]) -> String {
    if possible.is_empty() { String::new() } else { format!("\u{a0}: écrivez {}", any_of(possible)) }
}

fn known_are(title: &str, known: &[String]) -> String {
    if known.is_empty() { String::new() } else { format!("\u{a0}; {title}\u{a0}: {}", known.join(", ")) }
}

fn any_of(items: &[String]) -> String {
    joined(items, " ou ", quoted)
}

fn all_of(items: &[String]) -> String {
    joined(items, " et ", quoted)
}

fn no_browser(path: &str) -> String {
    format!("{path} est écrit, mais aucun navigateur ne s'ouvre\u{a0}: ouvrez ce fichier vous-même")
}
