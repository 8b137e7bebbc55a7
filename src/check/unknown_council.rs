//! `unknown-council`: a session, a way of mobilising or the coaching pilot refers to a body that is not there.
#![doc = include_str!("../../templates/en/rules/unknown-council.md")]

use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::model::{Date, Id, OutcomeKind, Period, Session, date_meant};
use crate::record::Record;
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-council").on_landlord(in_landlord).on_council(in_sessions).across_councils();

fn in_landlord(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    if !scope.whole {
        return;
    }
    if let Some(landlord) = scope.record.landlord.value() {
        for (id, means) in &landlord.mobilisation {
            if let Some(place) = &means.proposed {
                let council = place.split_once('/').map_or(place.as_str(), |(council, _)| council);
                let spot = route!["mobilisation", id.as_str(), "proposed"].value();
                check(scope.record, findings, &scope.record.landlord.path, spot, council);
            }
        }
    }
    if let Some(file) = &scope.coaching
        && let Some(steering) = file.value().and_then(|coaching| coaching.steering.as_ref())
    {
        check(scope.record, findings, &file.path, route!["steering"].value(), steering);
    }
}

fn in_sessions(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    if !scope.whole {
        return;
    }
    for (_, file, session) in scope.sessions() {
        for (spot, id) in councils_named(session) {
            check(scope.record, findings, &file.path, spot, id);
        }
        for ((topic, index), until) in put_off(session) {
            let spot = || route!["topics", topic, "outcomes", index, "postponed"].value();
            check_put_off(scope.record, findings, &file.path, spot, until);
        }
    }
}

fn councils_named(session: &Session) -> Vec<(Spot, &str)> {
    let mut named: Vec<(Spot, &str)> = Vec::new();
    let announced = session.next.iter().enumerate();
    named.extend(announced.filter_map(|(index, next)| {
        let council = next.council.as_ref()?;
        Some((route!["next", index, "council"].value(), council.as_str()))
    }));
    for (topic, fields) in session.topics.iter().enumerate() {
        for (index, outcome) in fields.outcomes.iter().enumerate() {
            let route = || route!["topics", topic, "outcomes", index];
            match &outcome.kind {
                OutcomeKind::Action(action) => {
                    let council = action.split_once('/').map(|(council, _)| council);
                    named.extend(council.map(|council| (route().then("action").value(), council)));
                }
                OutcomeKind::Postponed(_) | OutcomeKind::Information(_) | OutcomeKind::Decision(_) => {}
            }
        }
    }
    named
}

/// To when points were put off, with the places of the topic and the outcome.
fn put_off(session: &Session) -> impl Iterator<Item = ((usize, usize), &str)> {
    session.topics.iter().enumerate().flat_map(|(topic, fields)| {
        fields.outcomes.iter().enumerate().filter_map(move |(index, outcome)| match &outcome.kind {
            OutcomeKind::Postponed(until) => Some(((topic, index), until.as_str())),
            OutcomeKind::Action(_) | OutcomeKind::Information(_) | OutcomeKind::Decision(_) => None,
        })
    })
}

/// Where there is no such body, a date or `next` may have been meant, unless a body is named with a date.
fn check_put_off(
    record: &Record,
    findings: &mut Findings<'_>,
    path: &str,
    spot: impl FnOnce() -> Spot,
    until: &str,
) {
    let Some(council) = council_of(until) else { return };
    if council != until {
        check(record, findings, path, spot(), council);
    } else if !record.store.has_council(council) && !record.root().has_misnamed(council) {
        let date = date_meant(until).map(|date| date.to_string());
        let councils = record.root().councils.iter().map(Id::as_str);
        let known = std::iter::once("next").chain(date.as_deref()).chain(councils);
        findings.unknown(path, spot(), (Referent::PutOff, until), known, ".");
    }
}

/// The body that a point was put off to, where it was put off to one: `next` and dates are the council's own.
fn council_of(until: &str) -> Option<&str> {
    // A date in another form is shown as it is written.
    let is_dated = until.starts_with(|sign: char| sign.is_ascii_digit()) && date_meant(until).is_some();
    let council = until.split_once('/').filter(|_| !is_dated).map_or(until, |(council, _)| council);
    let own = until == "next" || until.parse::<Period>().is_ok() || until.parse::<Date>().is_ok();
    (!own).then_some(council)
}

fn check(record: &Record, findings: &mut Findings<'_>, path: &str, spot: Spot, id: &str) {
    if !record.store.has_council(id) {
        let listing = record.root();
        if listing.has_misnamed(id) {
            return;
        }
        findings.unknown(path, spot, (Referent::Council, id), listing.councils.iter().map(Id::as_str), ".");
    }
}
