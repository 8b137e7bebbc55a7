//! `attendance`: who was invited and who came, session by session; what each way of mobilising brought; which seats are
//! taken.

mod channels;
mod seats;
mod sessions;
mod sides;

pub use channels::Channels;
pub use seats::Seats;
pub use sessions::Sessions;
pub use sides::StaffAndMembers;

use super::{Cell, Look};
use crate::locale;
use crate::model::{Id, Language, Session, SessionId};
use crate::record::CouncilRecord;
use crate::turnout::{How, Known, Sides, evening_minutes, invited};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Who came; what all councils make together is gathered once for all tables.
#[derive(Debug, Default)]
pub struct Attendance {
    sums: OnceLock<Sums>,
}

/// What the sessions of all councils make together.
#[derive(Debug, Clone, Default)]
struct Sums {
    /// Those of which it is known exactly how many were invited and how many residents came.
    rate: Rate,
    /// How many sessions were held.
    sessions: u64,
    /// The minutes that staff spent in evening sessions, and in how many sessions that is known.
    evening: (u64, u64),
    /// By way of mobilising, by its id; without one, the sessions that name none.
    channels: BTreeMap<Option<String>, Channel>,
}

/// The sessions to which people were invited in one way.
#[derive(Debug, Clone, Copy, Default)]
struct Channel {
    sessions: u64,
    rate: Rate,
}

/// How many of those invited came, over the sessions of which both numbers are exact.
#[derive(Debug, Clone, Copy, Default)]
struct Rate {
    sessions: u64,
    invited: u64,
    residents: u64,
}

impl Rate {
    /// That of one session.
    fn of(session: &Session, sides: Option<&Sides>) -> Option<Self> {
        let invited = invited(session)?.exact().filter(|invited| *invited > 0)?;
        let residents = sides?.residents.exact()?;
        Some(Self { sessions: 1, invited, residents })
    }

    fn and(self, other: Self) -> Self {
        Self {
            sessions: self.sessions + other.sessions,
            invited: self.invited + other.invited,
            residents: self.residents + other.residents,
        }
    }

    /// In per cent; nothing without a session.
    #[allow(clippy::cast_precision_loss, reason = "people, of whom there are fewer than 2^53")]
    fn percent(self) -> Option<f64> {
        (self.invited > 0).then(|| 100.0 * self.residents as f64 / self.invited as f64)
    }
}

impl Sums {
    fn of(look: &Look<'_>, files: &CouncilRecord) -> Self {
        let mut sums = Self::default();
        for (_, session) in held(look, files) {
            let sides = files.council.value().and_then(|council| Sides::of(session, council));
            let rate = Rate::of(session, sides.as_ref()).unwrap_or_default();
            sums.sessions += 1;
            sums.rate = sums.rate.and(rate);
            if let Some(minutes) = staff_minutes(session, sides.as_ref()) {
                sums.evening = (sums.evening.0 + minutes, sums.evening.1 + 1);
            }
            let channels = session.invitation.iter().flat_map(|invitation| invitation.channels.iter());
            let mut named: Vec<Option<String>> = channels.map(|channel| Some(channel.to_string())).collect();
            named.sort();
            named.dedup();
            if named.is_empty() {
                named.push(None);
            }
            for channel in named {
                let sum = sums.channels.entry(channel).or_default();
                *sum = Channel { sessions: sum.sessions + 1, rate: sum.rate.and(rate) };
            }
        }
        sums
    }

    fn add(&mut self, other: Self) {
        self.rate = self.rate.and(other.rate);
        self.sessions += other.sessions;
        self.evening = (self.evening.0 + other.evening.0, self.evening.1 + other.evening.1);
        for (channel, more) in other.channels {
            let sum = self.channels.entry(channel).or_default();
            *sum = Channel { sessions: sum.sessions + more.sessions, rate: sum.rate.and(more.rate) };
        }
    }
}

impl Attendance {
    /// The sums over these councils, which are gone through the first time.
    fn sums(&self, look: &Look<'_>, councils: &[Id]) -> &Sums {
        self.sums.get_or_init(|| {
            let mut sums = Sums::default();
            look.record.each_council(councils, |files| Sums::of(look, files), |of_council| sums.add(of_council));
            sums
        })
    }
}

/// The sessions held by the day that is shown.
fn held<'a>(look: &Look<'_>, files: &'a CouncilRecord) -> impl Iterator<Item = (SessionId, &'a Session)> {
    let day = look.as_of;
    files.held().filter(move |(id, _)| id.date <= day)
}

/// The minutes of a session's evening, times the staff who were there.
fn staff_minutes(session: &Session, sides: Option<&Sides>) -> Option<u64> {
    Some(u64::from(evening_minutes(session)?) * sides?.staff.exact()?)
}

/// « 21 », « env. 21 », « ≥ 21 »
fn told(known: Option<Known>, language: Language) -> Cell {
    let told = |known: Known| {
        let number = locale::integer(known.many, language);
        match (known.how, language) {
            (How::Exactly, _) => number,
            (How::About, Language::French) => format!("env. {number}"),
            (How::About, Language::English) => format!("abt. {number}"),
            (How::AtLeast, _) => format!("≥ {number}"),
        }
    };
    let says_something = |known: &Known| known.how != How::AtLeast || known.many > 0;
    Cell::from(known.filter(says_something).map(told).unwrap_or_default())
}

fn number(many: u64, language: Language) -> Cell {
    Cell::from(locale::integer(many, language))
}
