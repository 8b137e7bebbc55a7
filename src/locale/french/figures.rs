//! French words for problems of figures that cannot be true together.

use crate::locale::phrase::words;
use crate::locale::problem::{Figures, Misfit, Words};
use crate::locale::words::grant_part;
use crate::locale::{counted, euros, integer, plural};
use crate::model::{CostKind, Euros, Language};

const FR: Language = Language::French;

pub(in crate::locale) fn figures(problem: &Figures) -> Words {
    match problem {
        Figures::VotesExceedPresent { votes, possible, proxies } => votes_exceed_present(*votes, *possible, *proxies),
        Figures::AnswersExceedDwellings { question, answers, dwellings, of_residence } => {
            answers_exceed_dwellings(question, *answers, *dwellings, *of_residence)
        }
        Figures::CountsDoNotAdd(misfit) => counts_do_not_add(misfit),
        Figures::CostShrinksUpward { label, step, amount, before, amount_before } => {
            cost_shrinks_upward(label, (step, *amount), (before, *amount_before))
        }
        Figures::GrantExceeded { unit, year, kind, granted, spent } => {
            grant_exceeded(unit, *year, *kind, *granted, *spent)
        }
    }
}

fn votes_exceed_present(votes: u32, possible: u32, proxies: u32) -> Words {
    let of_which = match proxies {
        0 => String::new(),
        _ => format!(", dont {} par pouvoir", integer(proxies, FR)),
    };
    Words {
        related: "les présences".to_owned(),
        ..words(
            format!(
                "{} pour {} {} voter{of_which}",
                counted(votes, "voix", "voix", FR),
                counted(possible, "personne", "personnes", FR),
                plural(possible, "qui pouvait", "qui pouvaient", FR)
            ),
            counted(votes, "voix", "voix", FR),
            "recomptez les voix, ou complétez les présences (« present: », « proxies: », « residents: » ou « counts: ») ; si \
             l'on n'a pas voté dans la salle, écrivez « vote_mode: online » ou « vote_mode: mail ».",
        )
    }
}

fn answers_exceed_dwellings(question: &str, answers: u32, dwellings: u32, of_residence: bool) -> Words {
    let help = if of_residence {
        "recomptez les réponses : un logement n'en donne qu'une ; ou corrigez « dwellings: » dans landlord.yaml. Si \
         l'enquête portait sur davantage de logements, écrivez leur nombre après « dwellings: » en tête de l'enquête."
    } else {
        "recomptez les réponses : un logement n'en donne qu'une ; ou corrigez « dwellings: »."
    };
    Words {
        related: counted(dwellings, "logement", "logements", FR),
        ..words(
            format!(
                "la question « {question} » a {} pour {}",
                counted(answers, "réponse", "réponses", FR),
                counted(dwellings, "logement", "logements", FR)
            ),
            counted(answers, "réponse", "réponses", FR),
            help,
        )
    }
}

fn counts_do_not_add(misfit: &Misfit) -> Words {
    match misfit {
        Misfit::Parts { sum, present } => parts_do_not_add(*sum, *present),
        Misfit::Voters { voters, present } => too_many_voters(*voters, *present),
        Misfit::Listed { listed, present } => too_many_listed(*listed, *present),
        Misfit::Answers { question, answers, key, count } => Words {
            related: format!("« {key}: {count} »"),
            ..words(
                format!(
                    "la question « {question} » a {} pour {}",
                    counted(*answers, "réponse", "réponses", FR),
                    forms(key, *count)
                ),
                counted(*answers, "réponse", "réponses", FR),
                format!(
                    "recomptez les réponses, ou corrigez « {key}: » : un questionnaire ne donne qu'une réponse par question."
                ),
            )
        },
        Misfit::Forms { key, count, most_key, most } => Words {
            related: format!("« {most_key}: {most} »"),
            ..words(
                format!("{} pour {}", forms(key, *count), forms(most_key, *most)),
                "plus qu'il ne peut y en avoir",
                format!("corrigez « {key}: » ou « {most_key}: »."),
            )
        },
    }
}

fn parts_do_not_add(sum: u64, present: u32) -> Words {
    Words {
        related: counted(present, "présent", "présents", FR),
        ..words(
            format!(
                "les groupes font {} en tout, et non {}",
                counted(sum, "personne", "personnes", FR),
                integer(present, FR)
            ),
            format!("{} en tout", integer(sum, FR)),
            "corrigez l'un des nombres, ou ajoutez sous « parts: » le groupe qui manque. Si « present: » n'est qu'une \
                 estimation, écrivez « about: true » à côté.",
        )
    }
}

fn too_many_voters(voters: u32, present: u32) -> Words {
    Words {
        related: counted(present, "présent", "présents", FR),
        ..words(
            format!(
                "{} pour {}",
                counted(voters, "votant", "votants", FR),
                counted(present, "présent", "présents", FR)
            ),
            "plus que de présents",
            "corrigez l'un des deux nombres : « voters: » compte ceux des présents qui pouvaient voter, sans les pouvoirs.",
        )
    }
}

fn too_many_listed(listed: u32, present: u32) -> Words {
    Words {
        related: counted(listed, "personne citée", "personnes citées", FR),
        ..words(
            format!(
                "{} en tout, mais {} dans les présences",
                counted(present, "présent", "présents", FR),
                counted(listed, "personne", "personnes", FR)
            ),
            "moins que de personnes citées",
            "comptez tout le monde après « present: » : les membres cités et les habitants de « residents: » en sont. Si \
                 ce n'est qu'une estimation, écrivez « about: true » à côté.",
        )
    }
}

/// A count of a survey, in words.
fn forms(key: &str, count: u32) -> String {
    match key {
        "returned" => counted(count, "questionnaire rendu", "questionnaires rendus", FR),
        "questioned" => counted(count, "logement interrogé", "logements interrogés", FR),
        _ => counted(count, "logement", "logements", FR),
    }
}

fn cost_shrinks_upward(label: &str, (step, amount): (&str, Euros), (before, amount_before): (&str, Euros)) -> Words {
    let told = |step: &str, amount: Euros| format!("{} {}", euros(amount, FR), done(step, amount));
    Words {
        related: told(before, amount_before),
        ..words(
            format!("« {label} » : {} pour {}", told(step, amount), told(before, amount_before)),
            told(step, amount),
            "corrigez l'un des deux montants ; s'ils sont justes, dites pourquoi dans une « note: » sous « updates: » de \
             l'action, datée de ce jour-là ou d'après.",
        )
    }
}

fn done(step: &str, amount: Euros) -> &'static str {
    let (one, many) = match step {
        "committed" => ("engagé", "engagés"),
        "invoiced" => ("facturé", "facturés"),
        _ => ("payé", "payés"),
    };
    of_euros(amount, one, many)
}

/// The word that goes with an amount: below two euros it is singular.
fn of_euros(amount: Euros, one: &'static str, many: &'static str) -> &'static str {
    plural(amount.cents() / 100, one, many, FR)
}

fn grant_exceeded(unit: &str, year: i32, kind: Option<CostKind>, granted: Euros, spent: Euros) -> Words {
    let part = kind.map(|kind| format!(" ({})", grant_part(Some(kind), FR))).unwrap_or_default();
    let over = spent - granted;
    Words {
        related: format!("{} {}, report compris", euros(granted, FR), of_euros(granted, "accordé", "accordés")),
        ..words(
            format!("la dotation {year} de « {unit} »{part} est dépassée de {}", euros(over, FR)),
            "dépasse ce qui restait",
            format!(
                "les dépenses de l'année font {} : corrigez un montant, ou dites après « kind: » et « year: » sur quelle \
                 part et quelle année la dépense est prise ; si la dotation a été augmentée, corrigez-la dans landlord.yaml.",
                euros(spent, FR)
            ),
        )
    }
}
