//! What the pages of a site say around the record: headings, ways from page to page, what the feed is called.

use super::{Language, date_with_weekday, list_of, words};
use crate::model::{Date, Status};

/// Words that stand on pages as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteWord {
    /// The way to the index.
    AllCouncils,
    /// What the ways at the head of a page are called.
    YouAreHere,
    /// The way to the part before.
    PreviousPage,
    /// The way to the part behind.
    NextPage,
    /// The way to the minutes before.
    PreviousSession,
    /// The way to the minutes after.
    NextSession,
    /// The heading above the session to come.
    ComingSession,
    /// There is none, since the council has ended.
    Ended,
    /// There is none yet.
    NotSetYet,
    /// The heading of the diagnosis.
    Diagnosis,
    /// The heading of the action plan.
    ActionPlan,
    /// The heading of late actions.
    Late,
    /// The heading of actions that ended long ago.
    OlderActions,
    /// The heading of the planning.
    Planning,
    /// The heading of satisfaction over the years.
    Satisfaction,
    /// The way to pictures that are too many for one page.
    Charts,
    /// The heading of the list of minutes.
    Minutes,
    /// The heading of the index.
    Councils,
    /// What the site is a site of.
    Site,
}

impl SiteWord {
    /// As it stands on a page.
    pub const fn words(self, language: Language) -> &'static str {
        match language {
            Language::French => self.french(),
            Language::English => self.english(),
        }
    }

    const fn french(self) -> &'static str {
        match self {
            Self::AllCouncils => "Tous les conseils",
            Self::YouAreHere => "Vous êtes ici",
            Self::PreviousPage => "Page précédente",
            Self::NextPage => "Page suivante",
            Self::PreviousSession => "Séance précédente",
            Self::NextSession => "Séance suivante",
            Self::ComingSession => "Prochaine séance",
            Self::Ended => "Ce conseil a pris fin.",
            Self::NotSetYet => "Pas encore fixée.",
            Self::Diagnosis => "Le diagnostic",
            Self::ActionPlan => "Le plan d'action",
            Self::Late => "En retard",
            Self::OlderActions => "Actions plus anciennes",
            Self::Planning => "Le planning d'intervention",
            Self::Satisfaction => "La satisfaction",
            Self::Charts => "La satisfaction en images",
            Self::Minutes => "Les relevés de discussions",
            Self::Councils => "Les Conseils de Résidents",
            Self::Site => "Relevés des Conseils de Résidents",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::AllCouncils => "All councils",
            Self::YouAreHere => "You are here",
            Self::PreviousPage => "Previous page",
            Self::NextPage => "Next page",
            Self::PreviousSession => "Previous session",
            Self::NextSession | Self::ComingSession => "Next session",
            Self::Ended => "This council has ended.",
            Self::NotSetYet => "Not set yet.",
            Self::Diagnosis => "The diagnosis",
            Self::ActionPlan => "The action plan",
            Self::Late => "Late",
            Self::OlderActions => "Older actions",
            Self::Planning => "The planning of works",
            Self::Satisfaction => "Satisfaction",
            Self::Charts => "Satisfaction in pictures",
            Self::Minutes => "The minutes",
            Self::Councils => "The residents' councils",
            Self::Site => "Minutes of the residents' councils",
        }
    }
}

impl Language {
    /// « État au 15 mars 2024. »
    pub fn state_on(self, day: Date) -> String {
        let day = super::date(day, self);
        match self {
            Self::French => format!("État au {day}."),
            Self::English => format!("As of {day}."),
        }
    }

    /// « Séance du mardi 14 mars 2023 ».
    pub fn session_of(self, day: Date) -> String {
        let day = date_with_weekday(day, self);
        match self {
            Self::French => format!("Séance du {day}"),
            Self::English => format!("Session of {day}"),
        }
    }

    /// A title of one of several pages, the first being 1.
    pub fn page_of(self, title: &str, page: usize, pages: usize) -> String {
        match self {
            Self::French => format!("{title}, page {page} sur {pages}"),
            Self::English => format!("{title}, page {page} of {pages}"),
        }
    }

    /// The way to the whole of what a page shows the beginning of.
    pub fn whole_of(self, title: &str, count: usize) -> String {
        match self {
            Self::French => format!("Tout voir\u{a0}: {title} ({count})"),
            Self::English => format!("See all: {title} ({count})"),
        }
    }

    /// The title above actions of a state: « En cours », « Prévues ».
    pub fn actions_in(self, status: Status) -> String {
        let word = words::status(status, self);
        let is_agreed = self == Self::French && !word.starts_with("en ");
        format!("{}{}", super::capital(word), if is_agreed { "s" } else { "" })
    }

    /// What the index says of a council's next session, in words or not set yet.
    pub fn next_session_is(self, next: Option<&str>) -> String {
        match (self, next) {
            (Self::French, Some(next)) => format!("prochaine séance\u{a0}: {next}"),
            (Self::English, Some(next)) => format!("next session: {next}"),
            (Self::French, None) => "prochaine séance pas encore fixée".to_owned(),
            (Self::English, None) => "next session not set yet".to_owned(),
        }
    }

    /// What the index says of a council that has ended.
    pub const fn has_ended(self) -> &'static str {
        match self {
            Self::French => "a pris fin",
            Self::English => "has ended",
        }
    }

    /// What the index says of a council whose page is that of an earlier day.
    pub const fn not_up_to_date(self) -> &'static str {
        match self {
            Self::French => "page pas encore mise à jour",
            Self::English => "page not brought up to date yet",
        }
    }

    /// When and where the next session is, and what is still to be confirmed: « mardi 9 avril 2024 à 18 h 30, Salle commune
    /// du 11 (lieu à confirmer) ».
    pub fn coming(self, parts: &[&str], to_confirm: &[String]) -> String {
        let when = parts.join(", ");
        if to_confirm.is_empty() { when } else { format!("{when} ({})", list_of(to_confirm, self)) }
    }

    /// What a table in a document is called by who cannot see it: after its heading, or by its place among the tables.
    pub fn table_name(self, heading: &str, place: usize) -> String {
        match (heading, self) {
            ("", Self::French) => format!("Tableau {place}"),
            ("", Self::English) => format!("Table {place}"),
            (heading, Self::French) => format!("Tableau {place}\u{a0}: {heading}"),
            (heading, Self::English) => format!("Table {place}: {heading}"),
        }
    }
}
