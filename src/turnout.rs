//! Who came to a session, in numbers: what its file says, and nothing that it does not. Tables and reports are made from
//! it.

use crate::model::{Attendance, Council, Count, Role, Session, Text, Time};
use std::collections::HashSet;

/// A number, as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// How many.
    pub many: u64,
    /// How well that is known.
    pub how: How,
}

/// How well a number is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// To the unit.
    Exactly,
    /// As an estimate, which is not added to anything.
    About,
    /// There may have been more.
    AtLeast,
}

impl Known {
    fn exactly(many: u64) -> Self {
        Self { many, how: How::Exactly }
    }

    /// The number, where it is exact.
    pub fn exact(self) -> Option<u64> {
        (self.how == How::Exactly).then_some(self.many)
    }
}

/// How many people or dwellings were invited.
pub fn invited(session: &Session) -> Option<Known> {
    session.invitation.as_ref()?.invited.map(|invited| Known::exactly(count(invited)))
}

/// All who came: their number where it is written; else the members, the guests and the other residents, where these
/// three are known.
pub fn came(session: &Session) -> Option<Known> {
    let attendance = session.attendance.as_ref()?;
    let written = attendance.counts.as_ref().and_then(|counts| Some((counts.present?, counts.about)));
    if let Some((present, about)) = written {
        return Some(counted(present, about));
    }
    let members = members_present(session)?.many;
    Some(Known::exactly(members + length(attendance.guests.len()) + count(attendance.residents?)))
}

/// The members who came.
pub fn members_present(session: &Session) -> Option<Known> {
    listed(&session.attendance.as_ref()?.present)
}

/// The members who excused themselves.
pub fn excused(session: &Session) -> Option<Known> {
    let attendance: &Attendance = session.attendance.as_ref()?;
    let by_number = || {
        let counts = attendance.counts.as_ref()?;
        Some(counted(counts.excused?, counts.about))
    };
    listed(&attendance.excused).or_else(by_number)
}

/// The members who did not come and gave another one their voice.
pub fn represented(session: &Session) -> Option<Known> {
    let voices = u64::from(session.attendance.as_ref()?.voices_borne());
    (voices > 0).then(|| Known::exactly(voices))
}

/// The residents who came without being members.
pub fn residents(session: &Session) -> Option<Known> {
    session.attendance.as_ref()?.residents.map(|residents| Known::exactly(count(residents)))
}

/// Who came, by the side they are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sides {
    /// Residents and those who stand for their associations, members or not; at least the members, where nobody says how
    /// many others came.
    pub residents: Known,
    /// The landlord's people: caretakers, managers, others.
    pub staff: Known,
    /// Partners, elected people and guests.
    pub others: Known,
}

impl Sides {
    /// Nothing where no member is listed.
    pub fn of(session: &Session, council: &Council) -> Option<Self> {
        let attendance = session.attendance.as_ref()?;
        let present: HashSet<&str> = attendance.present.iter().map(Text::as_str).collect();
        let roles: Vec<Role> = present.iter().filter_map(|id| Some(council.members.get(*id)?.role)).collect();
        let many = |is: fn(Side) -> bool| length(roles.iter().filter(|role| is(Side::of(**role))).count());
        let members = many(|side| side == Side::Residents);
        // A number that is larger than the lists hides who the others are.
        let how = if has_others(attendance) { How::AtLeast } else { How::Exactly };
        let residents = match attendance.residents {
            Some(residents) => Known { many: members + count(residents), how },
            None => Known { many: members, how: How::AtLeast },
        };
        let guests = length(attendance.guests.len());
        (!roles.is_empty()).then(|| Self {
            residents,
            staff: Known { many: many(|side| side == Side::Staff), how },
            others: Known { many: many(|side| side == Side::Others) + guests, how },
        })
    }
}

/// The side that somebody is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Residents, and those who stand for their associations.
    Residents,
    /// The landlord's people.
    Staff,
    /// Partners and elected people.
    Others,
}

impl Side {
    /// The side of a role.
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Resident | Role::Association => Self::Residents,
            Role::Caretaker | Role::Manager | Role::Landlord => Self::Staff,
            Role::Partner | Role::Elected => Self::Others,
        }
    }
}

/// The hour from which a session is in the evening: outside of office hours, and none that a law sets.
pub const EVENING: u16 = 18 * 60;

/// How many minutes of a session lie in the evening; nothing where its beginning or its end is not known, or the end is
/// not after the beginning.
pub fn evening_minutes(session: &Session) -> Option<u16> {
    let (begins, ends) = (session.time.map(Time::minutes)?, session.ends.map(Time::minutes)?);
    (ends > begins).then(|| ends.saturating_sub(begins.max(EVENING)))
}

/// Says whether more people came than are listed.
fn has_others(attendance: &Attendance) -> bool {
    attendance.counts.as_ref().is_some_and(|counts| counts.present.is_some()) && !attendance.lists_all_present()
}

fn counted(many: Count, about: Option<bool>) -> Known {
    let how = if about.unwrap_or(false) { How::About } else { How::Exactly };
    Known { many: count(many), how }
}

fn count(count: Count) -> u64 {
    u64::from(count.get())
}

fn length(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// How many members are listed; whoever is listed twice is one.
fn listed(members: &[Text]) -> Option<Known> {
    let distinct: HashSet<&str> = members.iter().map(Text::as_str).collect();
    (!distinct.is_empty()).then(|| Known::exactly(length(distinct.len())))
}
