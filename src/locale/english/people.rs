//! English words for problems of what the record says of people.

use crate::locale::in_period;
use crate::locale::phrase::words;
use crate::locale::problem::{Lack, People, Words};
use crate::model::{Language, Period};

const EN: Language = Language::English;

pub(in crate::locale) fn people(problem: &People) -> Words {
    match problem {
        People::ProxyAbsent { giver, bearer, list } => proxy_absent(giver, bearer, *list),
        People::MandatesOverlap { member, since, until } => mandates_overlap(member, *since, *until),
        People::NameWithoutConsent { member, lack } => name_without_consent(member, *lack),
    }
}

fn proxy_absent(giver: &str, bearer: &str, list: Option<&str>) -> Words {
    let related = match list {
        Some(_) => format!("“{bearer}” was not there"),
        None => format!("those present, without “{bearer}”"),
    };
    Words {
        related,
        ..words(
            format!("“{giver}” gave a proxy to “{bearer}”, who was not there"),
            "absent from the session",
            format!(
                "add “{bearer}” under “present:” if they were there; if not, write after “to:” who bore the proxy, or \
                 remove it: it cannot have counted."
            ),
        )
    }
}

fn mandates_overlap(member: &str, since: Option<Period>, until: Option<Period>) -> Words {
    let label = match since {
        Some(since) => format!("begins {}", in_period(since, EN)),
        None => "without a beginning".to_owned(),
    };
    let related = match until {
        Some(until) => format!("the other one ends {}", in_period(until, EN)),
        None => "the other one has no end".to_owned(),
    };
    let help = match until {
        Some(_) => "correct “since:” or “until:”: a mandate ends on the day the next one begins, at the latest.",
        None => "add “until:” to the first mandate, with the day the next one begins, at the latest.",
    };
    Words { related, ..words(format!("two mandates of “{member}” overlap"), label, help) }
}

fn name_without_consent(member: &str, lack: Lack) -> Words {
    let (message, label) = match lack {
        Lack::NeverGiven => (format!("“{member}” is a resident, named without consent"), "name without consent"),
        Lack::Withdrawn(_) => {
            (format!("“{member}” is still named, but has withdrawn the consent"), "name to be removed")
        }
    };
    let related = match lack {
        Lack::NeverGiven => "a resident".to_owned(),
        Lack::Withdrawn(date) => format!("consent withdrawn {}", in_period(date, EN)),
    };
    let help = match lack {
        Lack::NeverGiven => {
            "remove the line “name:”; if the person agrees, write under “consent:” the date they said so (“given:”) and \
             what for (“for:”). Without a name, documents say the role."
        }
        Lack::Withdrawn(_) => {
            "remove the line “name:”: documents will say the role. If the person agrees again, remove “withdrawn:” and \
             write the new date after “given:”."
        }
    };
    Words { related, ..words(message, label, help) }
}
