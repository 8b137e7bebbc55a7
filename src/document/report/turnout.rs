//! Who came over the year, session by session. Only what is known is told, and only exact numbers are added up.

use super::Report;
use crate::document::facts::{PresenceFacts, PresencesFacts};
use crate::locale::{counted, date, integer};
use crate::model::{Language, Session, SessionId};
use crate::turnout::{How, Known, came, excused, invited, members_present, residents};

/// Finds one number of a session.
type Column = fn(&Session) -> Option<Known>;

const COLUMNS: [Column; 5] = [invited, came, members_present, excused, residents];

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
        match (known.how, self.people.language) {
            (How::Exactly, _) => number,
            (How::About, Language::French) => format!("environ {number}"),
            (How::About, Language::English) => format!("about {number}"),
            (How::AtLeast, Language::French) => format!("au moins {number}"),
            (How::AtLeast, Language::English) => format!("at least {number}"),
        }
    }

    /// The sum of the exact numbers; where some sessions have none, of how many sessions it is the sum.
    fn sum(&self, sessions: &[(SessionId, &Session)], column: Column) -> Option<String> {
        let language = self.people.language;
        let exact: Vec<u64> = sessions.iter().filter_map(|(_, session)| column(session)?.exact()).collect();
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
