//! Which council and which session a command is about, named or the only ones that can be meant.

use council::check::{RULES, Rule};
use council::locale::command_line::{DocumentProblem, Failure, NotHeld};
use council::model::{Date, Id, SessionId, SessionStatus};
use council::record::{CouncilRecord, Record};

/// The council of this name; without one, the only council that there is.
pub fn council(record: &Record, name: Option<&str>) -> Result<Id, Failure> {
    if let Some(id) = name.and_then(Id::new).filter(|id| record.store.has_council(id.as_str())) {
        return Ok(id);
    }
    let councils = &record.root().councils;
    let known: Vec<String> = councils.iter().map(ToString::to_string).collect();
    match (name, councils.as_slice()) {
        (None, [only]) => Ok(only.clone()),
        (None, _) => Err(Failure::WhichCouncil { known }),
        (Some(name), _) => {
            Err(Failure::UnknownCouncil { council: name.to_owned(), nearest: nearest(name, &known), known })
        }
    }
}

/// The known id that was probably meant: the one most alike, or else the only one that the word is a part of.
pub fn nearest(typed: &str, known: &[String]) -> Option<String> {
    let typed = typed.to_lowercase();
    let alike = |id: &&String| strsim::jaro_winkler(id, &typed);
    let best = known.iter().max_by(|one, other| alike(one).total_cmp(&alike(other))).filter(|id| alike(id) > 0.8);
    let mut holding = known.iter().filter(|id| typed.len() > 2 && id.contains(&typed));
    let only = holding.next().filter(|_| holding.next().is_none());
    best.or(only).cloned()
}

/// The unit of this name; nothing where the landlord's file cannot be read.
pub fn unit(record: &Record, name: &str) -> Result<Option<Id>, Failure> {
    let Some(landlord) = record.landlord.value() else { return Ok(None) };
    if let Some((id, _)) = landlord.units.get_key_value(name) {
        return Ok(Some(id.clone()));
    }
    let known: Vec<String> = landlord.units.iter().map(|(id, _)| id.to_string()).collect();
    Err(Failure::UnknownUnit { unit: name.to_owned(), nearest: nearest(name, &known), known })
}

/// The rule of this name.
pub fn rule(name: &str) -> Result<&'static Rule, Failure> {
    RULES.iter().find(|rule| rule.name == name).ok_or_else(|| {
        let known: Vec<String> = RULES.iter().map(|rule| rule.name.to_owned()).collect();
        Failure::UnknownRule { rule: name.to_owned(), nearest: nearest(name, &known) }
    })
}

/// The held session of this name; without one, the latest.
pub fn held_session(files: &CouncilRecord, name: Option<&str>, today: Date) -> Result<SessionId, Failure> {
    let council = files.id.to_string();
    let Some(name) = name else {
        let past = files.held().map(|(id, _)| id).filter(|id| id.date <= today);
        return past.last().ok_or(Failure::NoHeldSession { council });
    };
    let id = named_session(files, name)?;
    match files.session(id).and_then(|file| file.value()) {
        Some(session) if !session.is_held() => {
            let known = match session.status {
                SessionStatus::Cancelled => NotHeld::Cancelled,
                _ if id.date > today => NotHeld::Coming,
                _ => NotHeld::NotSaid,
            };
            Err(Failure::NotHeld { council, session: name.to_owned(), known })
        }
        _ => Ok(id),
    }
}

/// The session of this name, unless it was cancelled; without one, the next that is planned, from this day on.
pub fn coming_session(files: &CouncilRecord, name: Option<&str>, today: Date) -> Result<SessionId, Failure> {
    let council = files.id.to_string();
    let Some(name) = name else {
        let mut planned = files.readable_sessions().filter(|(_, session)| session.status == SessionStatus::Planned);
        let next = planned.find(|(id, _)| id.date >= today).map(|(id, _)| id);
        let has_ended = files.council.value().is_some_and(|council| council.is_closed_on(today));
        return next.ok_or(Failure::Document(if has_ended {
            DocumentProblem::Ended { council }
        } else {
            DocumentProblem::NoPlannedSession { council, today }
        }));
    };
    let id = named_session(files, name)?;
    match files.session(id).and_then(|file| file.value()) {
        Some(session) if session.status == SessionStatus::Cancelled => {
            Err(Failure::Document(DocumentProblem::Cancelled { council, session: name.to_owned() }))
        }
        _ => Ok(id),
    }
}

fn named_session(files: &CouncilRecord, name: &str) -> Result<SessionId, Failure> {
    name.parse().ok().filter(|id| files.session(*id).is_some()).ok_or_else(|| {
        let known = files.sessions.iter().map(|(id, _)| id.to_string()).collect();
        Failure::UnknownSession { council: files.id.to_string(), session: name.to_owned(), known }
    })
}
