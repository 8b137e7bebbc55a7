//! Who came over the year, session by session. Only what is known is told, and only exact numbers are added up.

use super::Report;
use crate::document::facts::{PresenceFacts, PresencesFacts};
use crate::locale::{counted, date, integer};
use crate::model::{Attendance, Count, Language, Session, SessionId, Text};
use std::collections::HashSet;

/// A number, as it is known.
#[derive(Clone, Copy)]
struct Known {
    many: u64,
    /// An estimate, which is not added to anything.
    is_about: bool,
}

/// Finds one number of a session.
type Column = fn(&Session) -> Option<Known>;

const COLUMNS: [Column; 5] = [invited, present, members, excused, residents];

impl Report<'_> {
    pub(super) fn turnout(&self) -> Option<PresencesFacts> {
        let sessions: Vec<(SessionId, &Session)> = self.held().collect();
        let is_known = |(_, session): &&(SessionId, &Session)| COLUMNS.iter().any(|column| column(session).is_some());
        sessions.iter().find(is_known)?;
        let row = |id: SessionId, session: &Session| {
            let cells = COLUMNS.map(|column| column(session).map(|known| self.told(known)));
            presence(date(id.date, self.people.language), cells)
        };
        let rows: Vec<PresenceFacts> = sessions.iter().map(|(id, session)| row(*id, session)).collect();
        let total = || {
            presence(
                self.say("total connu", "known total").to_owned(),
                COLUMNS.map(|column| self.sum(&sessions, column)),
            )
        };
        Some(PresencesFacts { total: (rows.len() > 1).then(total), rows })
    }

    fn told(&self, known: Known) -> String {
        let number = integer(known.many, self.people.language);
        match (known.is_about, self.people.language) {
            (false, _) => number,
            (true, Language::French) => format!("environ {number}"),
            (true, Language::English) => format!("about {number}"),
        }
    }

    /// The sum of the exact numbers; where some sessions have none, of how many sessions it is the sum.
    fn sum(&self, sessions: &[(SessionId, &Session)], column: Column) -> Option<String> {
        let language = self.people.language;
        let exact = sessions.iter().filter_map(|(_, session)| column(session)).filter(|known| !known.is_about);
        let exact: Vec<u64> = exact.map(|known| known.many).collect();
        if exact.is_empty() {
            return None;
        }
        let sum = integer(exact.iter().sum::<u64>(), language);
        if exact.len() == sessions.len() {
            return Some(sum);
        }
        let of = match language {
            Language::French => counted(exact.len(), "séance", "séances", language),
            Language::English => counted(exact.len(), "session", "sessions", language),
        };
        Some(format!("{sum} ({of})"))
    }
}

fn presence(session: String, cells: [Option<String>; 5]) -> PresenceFacts {
    let [invited, present, members, excused, residents] = cells;
    PresenceFacts { session, invited, present, members, excused, residents }
}

fn exactly(many: u64) -> Known {
    Known { many, is_about: false }
}

fn count(count: Count) -> u64 {
    u64::from(count.get())
}

fn invited(session: &Session) -> Option<Known> {
    session.invitation.as_ref()?.invited.map(|invited| exactly(count(invited)))
}

/// All who came: their number where it is written; else the members, the guests and the other residents, where these
/// three are known.
fn present(session: &Session) -> Option<Known> {
    let attendance = session.attendance.as_ref()?;
    let written = attendance.counts.as_ref().and_then(|counts| Some((counts.present?, counts.about)));
    if let Some((present, about)) = written {
        return Some(Known { many: count(present), is_about: about.unwrap_or(false) });
    }
    let members = members(session)?.many;
    let guests = u64::try_from(attendance.guests.len()).unwrap_or(u64::MAX);
    Some(exactly(members + guests + count(attendance.residents?)))
}

fn members(session: &Session) -> Option<Known> {
    listed(&session.attendance.as_ref()?.present)
}

fn excused(session: &Session) -> Option<Known> {
    let attendance: &Attendance = session.attendance.as_ref()?;
    let counts = attendance.counts.as_ref();
    let counted = || {
        let excused = counts?.excused?;
        Some(Known { many: count(excused), is_about: counts?.about.unwrap_or(false) })
    };
    listed(&attendance.excused).or_else(counted)
}

fn residents(session: &Session) -> Option<Known> {
    session.attendance.as_ref()?.residents.map(|residents| exactly(count(residents)))
}

/// How many members are listed; whoever is listed twice is one.
fn listed(members: &[Text]) -> Option<Known> {
    let distinct: HashSet<&str> = members.iter().map(Text::as_str).collect();
    let many = u64::try_from(distinct.len()).unwrap_or(u64::MAX);
    (many > 0).then(|| exactly(many))
}
