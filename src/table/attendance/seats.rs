//! The seats of each body: who sits, how many seats are empty, whose term ends when.

use super::{Attendance, Cell, Look};
use crate::locale::words;
use crate::model::{Council, Date, Id, Language, Mandate, Member, Period, Position, Role};
use crate::record::CouncilRecord;
use crate::table::{Column, Row, Table, Title, Tone, Width};
use serde::Serialize;
use std::collections::BTreeMap;

/// The seats of each body that has not ended.
#[derive(Debug, Clone, Copy)]
pub struct Seats<'a>(pub &'a Attendance);

#[derive(Serialize)]
struct Object<'a> {
    council: &'a str,
    role: Option<&'static str>,
    position: Option<&'static str>,
    sitting: usize,
    vacant: usize,
    ending: Vec<Ending<'a>>,
}

#[derive(Serialize)]
struct Ending<'a> {
    until: String,
    members: Vec<&'a str>,
}

/// The roles in the order of documents.
const ROLES: [(Role, &str); 7] = [
    (Role::Resident, "resident"),
    (Role::Association, "association"),
    (Role::Caretaker, "caretaker"),
    (Role::Manager, "manager"),
    (Role::Landlord, "landlord"),
    (Role::Partner, "partner"),
    (Role::Elected, "elected"),
];

const POSITIONS: [(Position, &str); 2] = [(Position::Chair, "chair"), (Position::Secretary, "secretary")];

impl Table for Seats<'_> {
    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Sièges et mandats",
            Language::English => "Seats and terms",
        };
        Some(Title { name: "seats", text })
    }

    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [role, sitting, vacant, ending] = match look.language {
            Language::French => ["Qualité", "Siègent", "Vacants", "Mandats qui finissent"],
            Language::English => ["Quality", "Sitting", "Vacant", "Terms that end"],
        };
        look.with_council_column(vec![
            Column::text(role, Width::Share(2)),
            Column::figure(sitting, 7),
            Column::figure(vacant, 7),
            Column::text(ending, Width::Share(3)),
        ])
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let open = files
            .council
            .value()
            .filter(|council| council.is_created_by(look.as_of) && !council.is_closed_on(look.as_of));
        let Some(council) = open else { return Vec::new() };
        let roles = ROLES.iter().filter_map(|(role, key)| {
            let members = members(council, |member| member.role == *role);
            Some((seats(&members, look.as_of)?, (Some(*key), None), words::role(*role, 2, look.language)))
        });
        let positions = POSITIONS.iter().filter_map(|(position, key)| {
            let members = members(council, |member| member.position == Some(*position));
            Some((office(&members, look.as_of)?, (None, Some(*key)), words::position(*position, look.language)))
        });
        roles.chain(positions).map(|(taken, keys, name)| row(look, files, taken, keys, name)).collect()
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![match look.language {
            Language::French => {
                "Vacants : les sièges qui ont été occupés en même temps par le passé et ne le sont plus. En rouge, les mandats \
                 qui finissent dans les soixante jours."
            }
            Language::English => {
                "Vacant: the seats that were taken at the same time in the past and are no longer. In red, the terms that end \
                 within sixty days."
            }
        }]
    }
}

/// How the seats of a quality are taken.
struct Taken<'a> {
    sitting: usize,
    vacant: usize,
    /// The ends of the last terms of those who sit, the next one first, with whose they are.
    ending: BTreeMap<(Date, Period), Vec<&'a str>>,
}

fn members(council: &Council, is_one: impl Fn(&Member) -> bool) -> Vec<(&Id, &Member)> {
    council.members.iter().filter(|(_, member)| is_one(member)).collect()
}

/// The seats are as many as were ever taken at once, which is when somebody's term began, if not today.
fn seats<'a>(members: &[(&'a Id, &Member)], day: Date) -> Option<Taken<'a>> {
    let on = |day: Date| members.iter().filter(|(_, member)| member.sits_on(day)).count();
    let terms = members.iter().flat_map(|(_, member)| member.mandates.iter());
    let begun = terms.filter_map(|term| term.since.map(Period::first)).filter(|since| *since <= day);
    let most = begun.chain([day]).map(on).max().filter(|most| *most > 0)?;
    Some(Taken::of(members, most, day))
}

/// An office is one seat, once somebody has held it.
fn office<'a>(members: &[(&'a Id, &Member)], day: Date) -> Option<Taken<'a>> {
    let has_begun = |term: &Mandate| term.since.is_none_or(|since| since.first() <= day);
    let was_held =
        members.iter().any(|(_, member)| member.mandates.is_empty() || member.mandates.iter().any(has_begun));
    was_held.then(|| Taken::of(members, 1, day))
}

impl<'a> Taken<'a> {
    fn of(members: &[(&'a Id, &Member)], seats: usize, day: Date) -> Self {
        let mut taken = Self { sitting: 0, vacant: 0, ending: BTreeMap::new() };
        for (id, member) in members.iter().filter(|(_, member)| member.sits_on(day)) {
            taken.sitting += 1;
            if let Some((_, until)) = member.last_term() {
                taken.ending.entry((until.last(), until)).or_default().push(id.as_str());
            }
        }
        taken.vacant = seats.saturating_sub(taken.sitting);
        taken
    }
}

fn row(
    look: &Look<'_>,
    files: &CouncilRecord,
    taken: Taken<'_>,
    (role, position): (Option<&'static str>, Option<&'static str>),
    name: &str,
) -> Row {
    let vacant = if taken.vacant > 0 { Tone::Bad } else { Tone::Plain };
    let is_near = taken.ending.keys().next().is_some_and(|(last, _)| last.days_since(look.as_of) <= Mandate::NOTICE);
    let ends = taken.ending.iter().map(|((_, until), members)| format!("{until} ({})", members.join(", ")));
    let cells = vec![
        Cell::from(name),
        Cell::from(taken.sitting.to_string()),
        Cell::toned(taken.vacant.to_string(), vacant),
        Cell::toned(ends.collect::<Vec<_>>().join("\n"), if is_near { Tone::Bad } else { Tone::Plain }),
    ];
    let ending = taken.ending.into_iter();
    let object = Object {
        council: files.id.as_str(),
        role,
        position,
        sitting: taken.sitting,
        vacant: taken.vacant,
        ending: ending.map(|((_, until), members)| Ending { until: until.to_string(), members }).collect(),
    };
    Row::new(look.with_council_cell(files, cells), &object)
}
