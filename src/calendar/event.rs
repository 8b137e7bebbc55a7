//! An event, and how it is written.

use crate::model::{Date, Language, Time};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Paris;
use icalendar::{Calendar, Component, DatePerhapsTime, EventLike, EventStatus, Property};

/// What stands in a calendar.
#[derive(Debug, Clone)]
pub struct Event {
    pub(super) uid: String,
    /// When it was last said, as far as the record knows.
    pub(super) stamp: Date,
    /// How far it has come: what has the higher number replaces the other.
    pub(super) sequence: u32,
    pub(super) when: When,
    pub(super) status: Option<Status>,
    pub(super) summary: String,
    pub(super) place: Option<String>,
    pub(super) description: String,
    /// Whether it takes a person's time.
    pub(super) is_busy: bool,
}

/// When an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// From the first of these days to the last.
    Days { first: Date, last: Date },
    /// On a day at a time of Paris, until another where that is known; an end before the beginning is of the next day.
    At { day: Date, from: Time, until: Option<Time> },
}

impl When {
    pub(super) fn first(self) -> Date {
        match self {
            Self::Days { first, .. } => first,
            Self::At { day, .. } => day,
        }
    }
}

/// How certain an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Confirmed,
    Tentative,
    Cancelled,
}

impl Event {
    fn written(&self) -> icalendar::Event {
        let mut event = icalendar::Event::with_uid(&self.uid);
        event.timestamp(self.stamp.naive().and_time(NaiveTime::MIN).and_utc());
        event.sequence(self.sequence).summary(&self.summary);
        match self.when {
            // The end of days is the day after the last.
            When::Days { first, last } => {
                event.starts(first.naive()).ends(last.naive() + TimeDelta::days(1));
            }
            When::At { day, from, until } => {
                event.starts(in_utc(day, from));
                // An event that ends as it begins has no end.
                if let Some(until) = until.filter(|until| *until != from) {
                    event.ends(in_utc(if until < from { day.plus_days(1) } else { day }, until));
                }
            }
        }
        if let Some(status) = self.status {
            event.status(match status {
                Status::Confirmed => EventStatus::Confirmed,
                Status::Tentative => EventStatus::Tentative,
                Status::Cancelled => EventStatus::Cancelled,
            });
        }
        if let Some(place) = &self.place {
            event.location(place);
        }
        if !self.description.is_empty() {
            event.description(&self.description);
        }
        event.add_property("TRANSP", if self.is_busy { "OPAQUE" } else { "TRANSPARENT" });
        event.done()
    }
}

/// A time of Paris in UTC. Of the hour that comes twice in autumn it is the first; in spring, one that is left out is the one
/// after.
fn in_utc(day: Date, time: Time) -> DatePerhapsTime {
    let minutes = TimeDelta::minutes(i64::from(time.minutes()));
    let local: NaiveDateTime = day.naive().and_time(NaiveTime::MIN) + minutes;
    let later = local + TimeDelta::hours(1);
    let there = Paris.from_local_datetime(&local).earliest().or_else(|| Paris.from_local_datetime(&later).earliest());
    there.map_or_else(|| local.and_utc(), |there| there.to_utc()).into()
}

/// The text of a calendar.
pub(super) fn calendar(events: &[Event], name: Option<&str>, language: Language) -> String {
    let mut calendar = Calendar::empty();
    let producer = format!("-//council//calendar//{}", language.code().to_uppercase());
    for (key, value) in
        [("VERSION", "2.0"), ("PRODID", producer.as_str()), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
    {
        calendar.append_property(Property::new(key, value));
    }
    if let Some(name) = name {
        let name = super::words::one_line(name, language);
        calendar.append_property(Property::new("X-WR-CALNAME", name));
    }
    calendar.extend(events.iter().map(Event::written));
    calendar.to_string()
}
