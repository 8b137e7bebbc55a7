//! Session by session: invited, came, and who was there for the first time.

use super::{Attendance, Cell, Look, Rate, held, number, told};
use crate::document::Scores;
use crate::model::{Council, Id, Language, Session, SessionId, Text};
use crate::record::CouncilRecord;
use crate::statistics::rounded;
use crate::table::{Column, Row, Table, Title, Width};
use crate::turnout::{How, Known, Sides, came, invited};
use serde::Serialize;
use std::collections::HashSet;

/// Each session held, with those who were invited and those who came.
#[derive(Debug, Clone, Copy)]
pub struct Sessions<'a>(pub &'a Attendance);

/// Without a council it is what is known of all sessions together.
#[derive(Serialize, Default)]
struct Object<'a> {
    council: Option<&'a str>,
    session: Option<String>,
    /// How many sessions the numbers of the sum are those of.
    sessions: Option<u64>,
    invited: Option<u64>,
    came: Option<u64>,
    came_about: bool,
    residents: Option<u64>,
    residents_at_least: bool,
    rate: Option<f64>,
    new_faces: Option<u64>,
}

impl Table for Sessions<'_> {
    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Séance par séance",
            Language::English => "Session by session",
        };
        Some(Title { name: "sessions", text })
    }

    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [session, invited, came, residents, rate, new] = match look.language {
            Language::French => ["Séance", "Invités", "Venus", "Résidents", "Taux", "Nouveaux"],
            Language::English => ["Session", "Invited", "Came", "Residents", "Rate", "New"],
        };
        look.with_council_column(vec![
            Column::text(session, Width::Fixed(12)),
            Column::figure(invited, 7),
            Column::figure(came, 7),
            Column::figure(residents, 9),
            Column::figure(rate, 7),
            Column::figure(new, 8),
        ])
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let Some(council) = files.council.value() else { return Vec::new() };
        let mut seen = Seen::default();
        held(look, files).map(|(id, session)| row(look, files, council, (id, session), seen.meet(session))).collect()
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let rate = self.0.sums(look, councils).rate;
        let Some(percent) = rate.percent().filter(|_| rate.sessions > 1) else { return Vec::new() };
        let language = look.language;
        let sessions = match language {
            Language::French => format!("{} séances", rate.sessions),
            Language::English => format!("{} sessions", rate.sessions),
        };
        let mut cells = vec![
            Cell::from(sessions),
            number(rate.invited, language),
            Cell::default(),
            number(rate.residents, language),
            Cell::from(Scores(language).percent(rounded(percent))),
            Cell::default(),
        ];
        if !look.one_council {
            cells.insert(0, Cell::from("Total"));
        }
        let object = Object {
            sessions: Some(rate.sessions),
            invited: Some(rate.invited),
            residents: Some(rate.residents),
            rate: Some(rounded(percent)),
            ..Object::default()
        };
        vec![Row::new(cells, &object)]
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        match look.language {
            Language::French => vec![
                "Taux : les résidents venus, membres ou non, sur les invités, là où les deux nombres sont exacts ; la \
                 dernière ligne est leur total. Venus : tous, personnel et invités extérieurs compris. ≥ : au moins.",
                "Nouveaux : membres présents pour la première fois. Rien n'est dit là où une séance plus ancienne n'a pas de \
                 liste. Des résidents qui ne sont pas membres, seul le nombre est connu.",
            ],
            Language::English => vec![
                "Rate: the residents who came, members or not, of those invited, where both numbers are exact; the last line \
                 is their total. Came: everybody, staff and guests included. ≥: at least.",
                "New: members who came for the first time. Nothing is said where an earlier session has no list. Of residents \
                 who are not members, only the number is known.",
            ],
        }
    }
}

fn row(
    look: &Look<'_>,
    files: &CouncilRecord,
    council: &Council,
    (id, session): (SessionId, &Session),
    new_faces: Option<u64>,
) -> Row {
    let language = look.language;
    let sides = Sides::of(session, council);
    let residents = sides.map(|sides| sides.residents);
    let rate = Rate::of(session, sides.as_ref()).and_then(Rate::percent).map(rounded);
    let all = came(session);
    let cells = vec![
        Cell::from(id.to_string()),
        told(invited(session), language),
        told(all, language),
        told(residents, language),
        Cell::from(rate.map(|rate| Scores(language).percent(rate)).unwrap_or_default()),
        Cell::from(new_faces.map(|many| many.to_string()).unwrap_or_default()),
    ];
    let object = Object {
        council: Some(files.id.as_str()),
        session: Some(id.to_string()),
        sessions: None,
        invited: invited(session).map(|known| known.many),
        came: all.map(|known| known.many),
        came_about: all.is_some_and(|known| known.how == How::About),
        residents: residents.map(|known| known.many),
        residents_at_least: residents.is_some_and(|known: Known| known.how == How::AtLeast),
        rate,
        new_faces,
    };
    Row::new(look.with_council_cell(files, cells), &object)
}

/// The members seen so far.
#[derive(Default)]
struct Seen<'a> {
    members: HashSet<&'a str>,
    sessions: usize,
    /// Whether a session had no list, so that nobody is surely new any more.
    is_unsure: bool,
}

impl<'a> Seen<'a> {
    /// How many of a session's members were never seen before; nothing for the first session, of which all are new, and
    /// where it cannot be told.
    fn meet(&mut self, session: &'a Session) -> Option<u64> {
        let present = session.attendance.iter().flat_map(|attendance| attendance.present.iter()).map(Text::as_str);
        let new: HashSet<&str> = present.filter(|member| !self.members.contains(member)).collect();
        let is_listed = session.attendance.as_ref().is_some_and(|attendance| !attendance.present.is_empty());
        let told = is_listed && self.sessions > 0 && !self.is_unsure;
        let many = u64::try_from(new.len()).ok();
        self.members.extend(new);
        self.sessions += 1;
        self.is_unsure |= !is_listed;
        many.filter(|_| told)
    }
}
