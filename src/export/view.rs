//! A council as it is exported: what was known of it on a day, and its people by identifiers that are no names.

use crate::document::Nameless;
use crate::model::{
    Action, ActionState, Council, Date, Id, Landlord, Member, Period, Session, SessionId, SessionStatus, Text,
};
use crate::record::{CouncilRecord, Record};

use super::words::Key;

/// A council as it was known on a day.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    pub(super) landlord: &'a Landlord,
    /// The landlord's identifier.
    pub(super) key: &'a str,
    pub(super) files: &'a CouncilRecord,
    pub(super) council: &'a Council,
    /// The day.
    pub(super) day: Date,
    /// Whoever texts may not name.
    pub(super) nameless: &'a Nameless,
}

impl<'a> View<'a> {
    /// The landlord's identifier, made of its name.
    pub fn key_of(landlord: &Landlord) -> String {
        let suggested = Id::suggestion(&landlord.name);
        if suggested.is_empty() { "landlord".to_owned() } else { suggested }
    }

    /// A council as it was known on a day; nothing where it or the landlord could not be read.
    pub fn of(
        record: &'a Record,
        key: &'a str,
        files: &'a CouncilRecord,
        day: Date,
        nameless: &'a Nameless,
    ) -> Option<Self> {
        Some(Self { landlord: record.landlord.value()?, key, files, council: files.council.value()?, day, nameless })
    }

    /// The sessions: those up to the day, and those that are planned for later.
    pub(super) fn sessions(self) -> impl Iterator<Item = (SessionId, &'a Session)> {
        let is_known = move |(id, session): &(SessionId, &Session)| {
            id.date <= self.day || session.status == SessionStatus::Planned
        };
        self.files.readable_sessions().filter(is_known)
    }

    /// The sessions held up to the day.
    pub(super) fn held(self) -> impl Iterator<Item = (SessionId, &'a Session)> {
        self.sessions().filter(|(_, session)| session.is_held())
    }

    /// The actions decided by the day, each as it stood then.
    pub(super) fn actions(self) -> impl Iterator<Item = (&'a Id, &'a Action, ActionState<'a>)> {
        let is_closed = self.council.is_closed_on(self.day);
        let decided = self.files.actions().filter(move |(_, action)| action.is_decided_by(self.day));
        decided.map(move |(id, action)| {
            let state = action.state_on(self.day);
            (id, action, ActionState { is_expected: !is_closed, ..state })
        })
    }

    /// A member's identifier. One that could be a name, as anything but a few letters and a number could, gives way to
    /// the role and a place in the list, parted by a sign that no other identifier has.
    pub(super) fn member(&self, id: &str) -> Option<String> {
        let (place, _, member) = self.council.members.get_full(id)?;
        Some(if is_code(id) { id.to_owned() } else { anonymous(member, place) })
    }

    /// Whoever bears an action, by identifiers.
    pub(super) fn owners(&self, owners: &[Text]) -> Vec<String> {
        owners.iter().filter_map(|owner| self.owner(owner)).collect()
    }

    fn owner(&self, id: &str) -> Option<String> {
        self.owner_kind(id).and_then(|kind| if kind == "member" { self.member(id) } else { Some(id.to_owned()) })
    }

    /// What kind of owner an identifier names.
    pub(super) fn owner_kind(&self, id: &str) -> Option<&'static str> {
        let landlord = self.landlord;
        let kinds = [
            (id == "landlord", "landlord"),
            (id == self.files.id.as_str(), "council"),
            (landlord.units.contains_key(id), "unit"),
            (landlord.partners.contains_key(id), "partner"),
            (landlord.associations.contains_key(id), "association"),
            (self.council.groups.contains_key(id), "group"),
            (self.council.members.contains_key(id), "member"),
        ];
        kinds.into_iter().find(|(is_so, _)| *is_so).map(|(_, kind)| kind)
    }
}

/// The kinds of owner.
pub(super) fn owner_kinds() -> Vec<&'static str> {
    vec!["landlord", "council", "unit", "partner", "association", "group", "member"]
}

/// Says whether an identifier is a code such as `r1`, `g12` or `res-3`, which names nobody.
fn is_code(id: &str) -> bool {
    let letters = id.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let letters = letters.strip_suffix('-').unwrap_or(letters);
    id.ends_with(|sign: char| sign.is_ascii_digit())
        && letters.len() <= 3
        && letters.chars().all(|letter| letter.is_ascii_lowercase())
}

fn anonymous(member: &Member, place: usize) -> String {
    format!("{}_{}", member.role.key(), place + 1)
}

/// The first and the last day of a period.
pub(super) fn first(period: Option<Period>) -> Option<Date> {
    period.map(Period::first)
}

/// The last day of a period.
pub(super) fn last(period: Option<Period>) -> Option<Date> {
    period.map(Period::last)
}
