//! What keeps a document from being written, and what to do instead.

use super::{Language, PilotProblem};
use crate::locale::{date, words};
use crate::model::{Asked, Date};

/// What keeps a document from being written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum DocumentProblem {
    /// No session is planned from this day on, and none was named.
    NoPlannedSession {
        /// The council.
        council: String,
        /// The day.
        today: Date,
    },
    /// The body has ended: no session is to come.
    Ended {
        /// The council.
        council: String,
    },
    /// The year to report on has not begun.
    YearToCome {
        /// The year.
        year: i32,
    },
    /// The session named will not take place.
    Cancelled {
        /// The council.
        council: String,
        /// The session.
        session: String,
    },
    /// Something with the coaching pilot, or with what is written of it.
    Pilot(PilotProblem),
    /// There is no question to put to these people.
    NoQuestions {
        /// Them.
        asked: Asked,
    },
}

impl DocumentProblem {
    /// Says it in one sentence.
    pub fn words(&self, language: Language) -> String {
        match (language, self) {
            (Language::French, Self::Ended { council }) => {
                format!("le conseil «\u{a0}{council}\u{a0}» a pris fin\u{a0}: il n'a plus de séance à venir")
            }
            (Language::English, Self::Ended { council }) => {
                format!("the council \"{council}\" has ended: it has no session to come")
            }
            (_, Self::Pilot(problem)) => problem.words(language),
            (Language::French, Self::YearToCome { year }) => {
                format!("l'année {year} n'a pas commencé\u{a0}: il n'y a encore rien à en dire")
            }
            (Language::English, Self::YearToCome { year }) => {
                format!("the year {year} has not begun: there is nothing to say of it yet")
            }
            (Language::French, Self::NoPlannedSession { council, today }) => format!(
                "le conseil «\u{a0}{council}\u{a0}» n'a pas de séance prévue à partir du {}\u{a0}: préparez-la par \
                 council new-session {council}",
                date(*today, language)
            ),
            (Language::English, Self::NoPlannedSession { council, today }) => format!(
                "the council '{council}' has no session planned from {} on: prepare it with council new-session {council}",
                date(*today, language)
            ),
            (Language::French, Self::Cancelled { council, session }) => format!(
                "la séance «\u{a0}{session}\u{a0}» du conseil «\u{a0}{council}\u{a0}» est annulée\u{a0}: si elle a lieu, \
                 écrivez «\u{a0}status: planned\u{a0}» dans son fichier"
            ),
            (Language::English, Self::Cancelled { council, session }) => format!(
                "the session '{session}' of the council '{council}' is cancelled: if it takes place, write \
                 'status: planned' in its file"
            ),
            (Language::French, Self::NoQuestions { asked }) => format!(
                "aucune question à poser {}\u{a0}: écrivez-en dans landlord.yaml, sous «\u{a0}questions:\u{a0}»",
                words::asked(*asked, language)
            ),
            (Language::English, Self::NoQuestions { asked }) => format!(
                "there is no question to put {}: write some in landlord.yaml, below 'questions:'",
                words::asked(*asked, language)
            ),
        }
    }
}
