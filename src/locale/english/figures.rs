//! English words for problems of figures that cannot be true together.

use crate::locale::phrase::words;
use crate::locale::problem::{Figures, Misfit, Words};
use crate::locale::words::grant_part;
use crate::locale::{counted, euros, integer};
use crate::model::{CostKind, Euros, Language};

const EN: Language = Language::English;

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
        _ => format!(", {} of them by proxy", integer(proxies, EN)),
    };
    Words {
        related: "attendance".to_owned(),
        ..words(
            format!(
                "{} for {} who could vote{of_which}",
                counted(votes, "vote", "votes", EN),
                counted(possible, "person", "people", EN)
            ),
            counted(votes, "vote", "votes", EN),
            "count the votes again, or complete the attendance (“present:”, “proxies:”, “residents:” or “counts:”); if the \
             vote was not held in the room, write “vote_mode: online” or “vote_mode: mail”.",
        )
    }
}

fn answers_exceed_dwellings(question: &str, answers: u32, dwellings: u32, of_residence: bool) -> Words {
    let help = if of_residence {
        "count the answers again: a dwelling gives only one; or correct “dwellings:” in landlord.yaml. If the survey \
         covered more dwellings, write how many after “dwellings:” at the top of the survey."
    } else {
        "count the answers again: a dwelling gives only one; or correct “dwellings:”."
    };
    Words {
        related: counted(dwellings, "dwelling", "dwellings", EN),
        ..words(
            format!(
                "the question “{question}” has {} for {}",
                counted(answers, "answer", "answers", EN),
                counted(dwellings, "dwelling", "dwellings", EN)
            ),
            counted(answers, "answer", "answers", EN),
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
            related: format!("“{key}: {count}”"),
            ..words(
                format!(
                    "the question “{question}” has {} for {}",
                    counted(*answers, "answer", "answers", EN),
                    forms(key, *count)
                ),
                counted(*answers, "answer", "answers", EN),
                format!("count the answers again, or correct “{key}:”: a form gives only one answer to a question."),
            )
        },
        Misfit::Forms { key, count, most_key, most } => Words {
            related: format!("“{most_key}: {most}”"),
            ..words(
                format!("{} for {}", forms(key, *count), forms(most_key, *most)),
                "more than there can be",
                format!("correct “{key}:” or “{most_key}:”."),
            )
        },
    }
}

fn parts_do_not_add(sum: u64, present: u32) -> Words {
    Words {
        related: format!("{} present", integer(present, EN)),
        ..words(
            format!("the groups come to {} in all, not {}", counted(sum, "person", "people", EN), integer(present, EN)),
            format!("{} in all", integer(sum, EN)),
            "correct one of the numbers, or add the missing group under “parts:”. If “present:” is only an estimate, \
                 write “about: true” beside it.",
        )
    }
}

fn too_many_voters(voters: u32, present: u32) -> Words {
    Words {
        related: format!("{} present", integer(present, EN)),
        ..words(
            format!("{} for {} present", counted(voters, "voter", "voters", EN), integer(present, EN)),
            "more than were present",
            "correct one of the two numbers: “voters:” counts those present who could vote, without proxies.",
        )
    }
}

fn too_many_listed(listed: u32, present: u32) -> Words {
    Words {
        related: format!("{} listed", integer(listed, EN)),
        ..words(
            format!("{} present in all, but {} in the attendance", integer(present, EN), integer(listed, EN)),
            "fewer than are listed",
            "count everybody after “present:”: the members listed and the people under “residents:” are among them. If \
                 it is only an estimate, write “about: true” beside it.",
        )
    }
}

/// A count of a survey, in words.
fn forms(key: &str, count: u32) -> String {
    match key {
        "returned" => counted(count, "form returned", "forms returned", EN),
        "questioned" => counted(count, "dwelling asked", "dwellings asked", EN),
        _ => counted(count, "dwelling", "dwellings", EN),
    }
}

fn cost_shrinks_upward(label: &str, (step, amount): (&str, Euros), (before, amount_before): (&str, Euros)) -> Words {
    let told = |step: &str, amount: Euros| format!("{} {step}", euros(amount, EN));
    Words {
        related: told(before, amount_before),
        ..words(
            format!("“{label}”: {} for {}", told(step, amount), told(before, amount_before)),
            told(step, amount),
            "correct one of the two amounts; if both are right, say why in a “note:” under “updates:” of the action, dated \
             that day or later.",
        )
    }
}

fn grant_exceeded(unit: &str, year: i32, kind: Option<CostKind>, granted: Euros, spent: Euros) -> Words {
    let part = kind.map(|kind| format!(" ({})", grant_part(Some(kind), EN))).unwrap_or_default();
    let over = spent - granted;
    Words {
        related: format!("{} granted, carry-over included", euros(granted, EN)),
        ..words(
            format!("the {year} grant of “{unit}”{part} is exceeded by {}", euros(over, EN)),
            "more than was left",
            format!(
                "the year's expenses come to {}: correct an amount, or say after “kind:” and “year:” which part and which \
                 year the expense is taken from; if the grant was raised, correct it in landlord.yaml.",
                euros(spent, EN)
            ),
        )
    }
}
