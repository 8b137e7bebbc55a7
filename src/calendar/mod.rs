//! Calendars that any calendar program reads (RFC 5545): the sessions of a council, held, planned or announced, and the days
//! its actions are due. Used by `calendar`, and by the message that goes with an agenda.
//!
//! The same record gives the same bytes on every machine: times are those of Paris, written in UTC, and nothing asks the
//! clock.

mod event;
mod occasion;
mod words;

pub use event::Event;

use crate::document::Nameless;
use crate::model::{Action, Council, Date, Id, Language, SessionId};
use crate::record::{CouncilRecord, Record};
use event::When;
use occasion::{Occasion, occasions};

/// The events of a council, in order of day: its sessions, and the actions that are still to be done as known on a day.
/// Nothing where `council.yaml` could not be read.
pub fn events(record: &Record, files: &CouncilRecord, day: Date, language: Language) -> Vec<Event> {
    let Some(council) = files.council.value() else { return Vec::new() };
    let host = host(record);
    let expects = !council.is_closed_on(day);
    let sessions = occasions(files).into_iter().filter(|occasion| expects || occasion.session().is_some());
    let mut events: Vec<Event> =
        sessions.map(|occasion| of_occasion((files, &host), council, &occasion, language)).collect();
    if expects {
        let known = files.actions().filter(|(_, action)| action.is_decided_by(day));
        events.extend(known.filter_map(|(id, action)| of_action((files, &host), council, (id, action), day, language)));
    }
    events.sort_by_key(|event| event.when.first());
    unnamed(events, files, day, language)
}

/// Calendars travel further than minutes: who did not agree to stand on the site is not named in them.
fn unnamed(mut events: Vec<Event>, files: &CouncilRecord, day: Date, language: Language) -> Vec<Event> {
    let nameless = Nameless::on_site(files, day, language);
    for event in &mut events {
        for text in [&mut event.summary, &mut event.description].into_iter().chain(&mut event.place) {
            *text = nameless.unnamed(text);
        }
    }
    events
}

/// A whole calendar of these events. Of one council it bears the name.
pub fn calendar(events: &[Event], name: Option<&str>, language: Language) -> String {
    event::calendar(events, name, language)
}

/// A whole calendar of one session alone; nothing where it could not be read.
pub fn of_session(record: &Record, files: &CouncilRecord, session: SessionId, language: Language) -> Option<String> {
    let council = files.council.value()?;
    let is_it = |occasion: &Occasion<'_>| occasion.session().is_some_and(|(id, _)| id == session);
    let occasion = occasions(files).into_iter().find(is_it)?;
    let event = of_occasion((files, &host(record)), council, &occasion, language);
    Some(calendar(&unnamed(vec![event], files, session.date, language), None, language))
}

fn of_occasion(
    (files, host): (&CouncilRecord, &str),
    council: &Council,
    occasion: &Occasion<'_>,
    language: Language,
) -> Event {
    Event {
        uid: uid(files, host, &occasion.key),
        stamp: occasion.stamp(),
        sequence: occasion.sequence(),
        when: occasion.when(),
        status: Some(occasion.status()),
        summary: words::session(occasion, &council.name, language),
        place: occasion.place().map(|place| words::one_line(place, language)),
        description: words::about_session(occasion, language),
        is_busy: occasion.is_on_a_day(),
    }
}

fn of_action(
    (files, host): (&CouncilRecord, &str),
    council: &Council,
    (id, action): (&Id, &Action),
    day: Date,
    language: Language,
) -> Option<Event> {
    let state = action.state_on(day);
    let due = state.due.filter(|_| !state.status.is_ended())?;
    let decided = action.decided.parse::<SessionId>().ok().map(|session| session.date);
    let recorded = action.updates.iter().filter(|update| update.date <= day);
    Some(Event {
        uid: uid(files, host, &format!("action.{id}")),
        stamp: state.last.map(|last| last.date).or(decided).unwrap_or_else(|| due.last()),
        sequence: u32::try_from(recorded.count()).unwrap_or(u32::MAX),
        when: When::Days { first: due.last(), last: due.last() },
        status: None,
        summary: words::due(&action.title, language),
        place: None,
        description: words::about_action(&council.name, &state, due, language),
        is_busy: false,
    })
}

/// What a program knows an event by, whatever becomes of it. Ids have no point, so that no two are the same.
fn uid(files: &CouncilRecord, host: &str, key: &str) -> String {
    format!("{}.{key}@{host}", files.id)
}

/// Whose councils they are: two landlords may have councils of one id, and somebody the calendars of both.
fn host(record: &Record) -> String {
    let landlord = record.landlord.value().map(|landlord| Id::suggestion(&landlord.name));
    format!("{}.invalid", landlord.filter(|name| !name.is_empty()).unwrap_or_else(|| "council".to_owned()))
}
