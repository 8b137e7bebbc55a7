//! Session by session: the members, the landlord's people, and their evenings.

use super::{Attendance, Cell, Look, held, staff_minutes, told};
use crate::model::{Council, Id, Language, Session, SessionId};
use crate::record::CouncilRecord;
use crate::table::{Column, Row, Table, Title, Width};
use crate::turnout::{Known, Sides, excused, members_present, represented};
use serde::Serialize;

/// Each session held, with members present, excused and represented, staff, others, and the hours of evening work.
#[derive(Debug, Clone, Copy)]
pub struct StaffAndMembers<'a>(pub &'a Attendance);

/// Without a council it is what is known of all sessions together.
#[derive(Serialize, Default)]
struct Object<'a> {
    council: Option<&'a str>,
    session: Option<String>,
    /// How many sessions the hours of the sum are those of.
    sessions: Option<u64>,
    members_present: Option<u64>,
    members_excused: Option<u64>,
    members_represented: Option<u64>,
    staff: Option<u64>,
    others: Option<u64>,
    evening_hours: Option<f64>,
}

impl Table for StaffAndMembers<'_> {
    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Membres, personnel, heures du soir",
            Language::English => "Members, staff, evening hours",
        };
        Some(Title { name: "members", text })
    }

    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [session, members, excused, represented, staff, others, evening] = match look.language {
            Language::French => ["Séance", "Membres", "Excusés", "Repr.", "Personnel", "Autres", "Soir"],
            Language::English => ["Session", "Members", "Excused", "Proxy", "Staff", "Others", "Evening"],
        };
        look.with_council_column(vec![
            Column::text(session, Width::Fixed(12)),
            Column::figure(members, 7),
            Column::figure(excused, 7),
            Column::figure(represented, 5),
            Column::figure(staff, 9),
            Column::figure(others, 6),
            Column::figure(evening, 7),
        ])
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let Some(council) = files.council.value() else { return Vec::new() };
        held(look, files).map(|(id, session)| row(look, files, council, (id, session))).collect()
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let (minutes, sessions) = self.0.sums(look, councils).evening;
        if sessions < 2 {
            return Vec::new();
        }
        let told = match look.language {
            Language::French => format!("{sessions} séances"),
            Language::English => format!("{sessions} sessions"),
        };
        let mut cells = vec![Cell::from(told)];
        cells.resize(6, Cell::default());
        cells.push(Cell::from(hours(minutes)));
        if !look.one_council {
            cells.insert(0, Cell::from("Total"));
        }
        let object = Object { sessions: Some(sessions), evening_hours: Some(in_hours(minutes)), ..Object::default() };
        vec![Row::new(cells, &object)]
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![match look.language {
            Language::French => {
                "Soir : le temps de la séance après 18 h, multiplié par le personnel présent, là où l'heure de fin est écrite. \
                 Autres : partenaires, élus, invités extérieurs."
            }
            Language::English => {
                "Evening: the time of the session after 6 p.m., times the staff who were there, where its end is written. \
                 Others: partners, elected people, guests."
            }
        }]
    }
}

fn row(look: &Look<'_>, files: &CouncilRecord, council: &Council, (id, session): (SessionId, &Session)) -> Row {
    let language = look.language;
    let sides = Sides::of(session, council);
    let minutes = staff_minutes(session, sides.as_ref());
    let [staff, others] = [sides.map(|sides| sides.staff), sides.map(|sides| sides.others)];
    let members = [members_present(session), excused(session), represented(session)];
    let mut cells = vec![Cell::from(id.to_string())];
    cells.extend(members.iter().chain([&staff, &others]).map(|known| told(*known, language)));
    cells.push(Cell::from(minutes.map(hours).unwrap_or_default()));
    let many = |known: Option<Known>| known.map(|known| known.many);
    let [members_present, members_excused, members_represented] = members.map(many);
    let object = Object {
        council: Some(files.id.as_str()),
        session: Some(id.to_string()),
        sessions: None,
        members_present,
        members_excused,
        members_represented,
        staff: staff.and_then(Known::exact),
        others: others.and_then(Known::exact),
        evening_hours: minutes.map(in_hours),
    };
    Row::new(look.with_council_cell(files, cells), &object)
}

/// « 3 h 30 », which both languages read.
fn hours(minutes: u64) -> String {
    format!("{}\u{a0}h\u{a0}{:02}", minutes / 60, minutes % 60)
}

/// In hours, to the hundredth.
#[allow(clippy::cast_precision_loss, reason = "minutes of some years")]
fn in_hours(minutes: u64) -> f64 {
    (minutes as f64 / 0.6).round() / 100.0
}
