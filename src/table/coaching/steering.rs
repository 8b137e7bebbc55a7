//! The body that steers the pilot: how many of each side sit on it, and its sessions.

use super::{in_language, steering};
use crate::locale::{counted, integer, words};
use crate::model::{Council, Id, Language, Role, Session, SessionId, SessionStatus};
use crate::record::CouncilRecord;
use crate::table::{Cell, Column, Look, Row, Table, Title, Tone, Width};
use serde::Serialize;

/// How many of each side sit on the body on the day.
#[derive(Debug, Clone, Copy, Default)]
pub struct Balance;

/// The sessions of the body held by the day, those planned, and those cancelled.
#[derive(Debug, Clone, Copy, Default)]
pub struct SteeringSessions;

/// Whose side a member is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The tenants': residents and their associations.
    Tenants,
    /// The landlord's staff.
    Landlord,
    /// Partners and elected people.
    Others,
}

const SIDES: [Side; 3] = [Side::Tenants, Side::Landlord, Side::Others];

/// The order in which roles stand on a side.
const ROLES: [Role; 7] =
    [Role::Resident, Role::Association, Role::Caretaker, Role::Manager, Role::Landlord, Role::Partner, Role::Elected];

impl Side {
    fn of(role: Role) -> Self {
        match role {
            Role::Resident | Role::Association => Self::Tenants,
            Role::Caretaker | Role::Manager | Role::Landlord => Self::Landlord,
            Role::Partner | Role::Elected => Self::Others,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Tenants => "tenants",
            Self::Landlord => "landlord",
            Self::Others => "others",
        }
    }

    fn words(self, language: Language) -> &'static str {
        match self {
            Self::Tenants => in_language(language, "locataires", "tenants"),
            Self::Landlord => in_language(language, "bailleur", "landlord"),
            Self::Others => in_language(language, "autres", "others"),
        }
    }
}

#[derive(Serialize)]
struct SideObject<'a> {
    council: &'a str,
    side: &'static str,
    members: usize,
}

#[derive(Serialize)]
struct SessionObject<'a> {
    council: &'a str,
    session: String,
    status: &'static str,
    purpose: Option<&'a str>,
    published: Option<String>,
}

impl Table for Balance {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [side, members, roles] = in_language(look.language, ["Côté", "Membres", "Qui"], ["Side", "Members", "Who"]);
        vec![Column::text(side, Width::Fixed(10)), Column::figure(members, 7), Column::text(roles, Width::Share(1))]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        Some(Title { name: "steering", text: in_language(look.language, "Instance de pilotage", "Steering body") })
    }

    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, _councils: &[Id]) -> Vec<Row> {
        let Some(files) = steering(look.record) else { return Vec::new() };
        let Some(council) = files.council.value() else { return Vec::new() };
        SIDES.into_iter().map(|side| side_row(look, &files, council, side)).collect()
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![in_language(
            look.language,
            "Locataires : résidents et associations ; bailleur : gardiens, responsables et représentants. Ceux dont le \
             mandat court ce jour-là.",
            "Tenants: residents and associations; landlord: caretakers, managers and representatives. Those whose term \
             runs on that day.",
        )]
    }
}

fn side_row(look: &Look<'_>, files: &CouncilRecord, council: &Council, side: Side) -> Row {
    let language = look.language;
    let sitting = || council.members.values().filter(|member| member.sits_on(look.as_of));
    let of_role = |role: Role| {
        let count = sitting().filter(|member| member.role == role).count();
        let (one, many) = (words::role(role, 1, language), words::role(role, 2, language));
        (count > 0).then(|| counted(count, one, many, language))
    };
    let roles: Vec<String> = ROLES.into_iter().filter(|role| Side::of(*role) == side).filter_map(of_role).collect();
    let members = sitting().filter(|member| Side::of(member.role) == side).count();
    let cells =
        vec![Cell::from(side.words(language)), Cell::from(integer(members, language)), Cell::from(roles.join(", "))];
    Row::new(cells, &SideObject { council: files.id.as_str(), side: side.code(), members })
}

impl Table for SteeringSessions {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [date, status, purpose, published] = in_language(
            look.language,
            ["Séance", "État", "Objet", "Relevé"],
            ["Session", "State", "Purpose", "Minutes"],
        );
        vec![
            Column::text(date, Width::Fixed(12)),
            Column::text(status, Width::Fixed(14)),
            Column::text(purpose, Width::Share(1)),
            Column::text(published, Width::Fixed(10)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = in_language(look.language, "Séances de l'instance de pilotage", "Sessions of the steering body");
        Some(Title { name: "steering-sessions", text })
    }

    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, _councils: &[Id]) -> Vec<Row> {
        let Some(files) = steering(look.record) else { return Vec::new() };
        let is_known = |id: &SessionId, session: &Session| !session.is_held() || id.date <= look.as_of;
        let known = files.readable_sessions().filter(|(id, session)| is_known(id, session));
        known.map(|(id, session)| session_row(look, &files, id, session)).collect()
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![in_language(
            look.language,
            "Relevé : quand il a été envoyé ou affiché.",
            "Minutes: when they were sent or posted.",
        )]
    }
}

fn session_row(look: &Look<'_>, files: &CouncilRecord, id: SessionId, session: &Session) -> Row {
    let has_passed = session.status == SessionStatus::Planned && id.date < look.as_of;
    let (status, said) = match session.status {
        SessionStatus::Held => ("held", in_language(look.language, "tenue", "held")),
        SessionStatus::Cancelled => ("cancelled", in_language(look.language, "annulée", "cancelled")),
        SessionStatus::Planned if has_passed => ("planned", in_language(look.language, "date passée", "date is past")),
        SessionStatus::Planned => ("planned", in_language(look.language, "prévue", "planned")),
    };
    let published = session.published.filter(|when| when.first() <= look.as_of).map(|when| when.to_string());
    let tone = if has_passed { Tone::Bad } else { Tone::Plain };
    let cells = vec![
        Cell::from(id.to_string()),
        Cell::toned(said, tone),
        Cell::from(session.purpose.as_ref().map(ToString::to_string).unwrap_or_default()),
        Cell::from(published.clone().unwrap_or_default()),
    ];
    let object = SessionObject {
        council: files.id.as_str(),
        session: id.to_string(),
        status,
        purpose: session.purpose.as_deref(),
        published,
    };
    Row::new(cells, &object)
}
