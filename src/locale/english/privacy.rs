//! English words for what everybody may read and should not.

use crate::locale::phrase::words;
use crate::locale::problem::Words;
use crate::privacy::{Matter, Privacy};

pub(in crate::locale) fn privacy(problem: Privacy) -> Words {
    match problem {
        Privacy::Mail => words(
            "this text gives an e-mail address, and everybody will read it",
            "e-mail address",
            "write whom to ask instead, such as “ask at the lodge”; if it is a public address of the landlord's, declare \
             it under “contact:” in landlord.yaml.",
        ),
        Privacy::Phone => words(
            "this text gives a telephone number, and everybody will read it",
            "telephone number",
            "write whom to ask instead, such as “ask at the lodge”; if it is a public number of the landlord's, declare \
             it under “contact:” in landlord.yaml.",
        ),
        Privacy::BankAccount => words(
            "this text gives a bank account, and everybody will read it",
            "bank account",
            "take it away, and write for example “the bank details were given to the treasurer”.",
        ),
        Privacy::SocialSecurity => words(
            "this text gives a social-security number, and everybody will read it",
            "social-security number",
            "take it away, and write for example “the file was handed to the service in charge”.",
        ),
        Privacy::Door => words(
            "this text points at a dwelling beside a complaint: everybody will know who is meant",
            "points at a dwelling",
            "write what happens without the dwelling, for example “noise at night is reported in building B”.",
        ),
        Privacy::Comment(matter) => comment(matter),
    }
}

fn comment(matter: Matter) -> Words {
    let (message, label, instead) = match matter {
        Matter::Judgement => {
            ("this text judges a person", "judgement", "disagreements between neighbours are reported")
        }
        Matter::Health => {
            ("this text speaks of a person's health", "health", "somebody needs help, the lodge sees to it")
        }
        Matter::Offence => ("this text says that a person committed an offence", "offence", "bicycles were stolen"),
        Matter::Debt => {
            ("this text speaks of a person's debts or means", "debt", "the management unit is following a case")
        }
        Matter::Origin => ("this text speaks of a person's origin", "origin", "a new family has arrived"),
        Matter::Religion => ("this text speaks of a person's religion", "religion", "a resident asks for an exception"),
        Matter::Union => {
            ("this text says that a person belongs to a union", "union", "a resident contests the decision")
        }
    };
    words(message, label, format!("write only what happens, without saying who it is, for example “{instead}”."))
}
