//! What `council` says when nothing is asked of it: where the record stands, and what could be done next.

use super::{Language, counted, date_with_weekday, no_break};
use crate::model::SessionId;
use serde::Serialize;

/// Where a record stands on a day.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Overview {
    /// The landlord's name.
    pub landlord: String,
    /// How many councils there are.
    pub councils: usize,
    /// How many sessions were held.
    pub sessions: usize,
    /// How many actions are not ended.
    pub open: usize,
    /// How many of them are late.
    pub late: usize,
    /// How many actions are done.
    pub done: usize,
    /// How many sessions held have no minutes.
    pub without_minutes: usize,
    /// The first of them, with its council.
    #[serde(skip)]
    pub first_without_minutes: Option<(String, SessionId)>,
    /// The next session, with its council.
    #[serde(skip)]
    pub next: Option<(SessionId, String)>,
    /// How many errors the record has.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
}

/// The titles of the figures.
pub fn titles(language: Language) -> [&'static str; 9] {
    match language {
        Language::French => [
            "Organisme",
            "Conseils",
            "Séances tenues",
            "Actions ouvertes",
            "En retard",
            "Réalisées",
            "Séances sans relevé",
            "Erreurs",
            "Avertissements",
        ],
        Language::English => [
            "Landlord",
            "Councils",
            "Sessions held",
            "Open actions",
            "Late",
            "Done",
            "Without minutes",
            "Errors",
            "Warnings",
        ],
    }
}

impl Overview {
    /// The figures under their titles.
    pub fn figures(&self) -> [String; 9] {
        let counts = [
            self.councils,
            self.sessions,
            self.open,
            self.late,
            self.done,
            self.without_minutes,
            self.errors,
            self.warnings,
        ];
        let [councils, sessions, open, late, done, without_minutes, errors, warnings] =
            counts.map(|count| count.to_string());
        [self.landlord.clone(), councils, sessions, open, late, done, without_minutes, errors, warnings]
    }

    /// The state in a few lines, then the commands that are likely to follow.
    pub fn words(&self, language: Language) -> String {
        let mut lines = match language {
            Language::French => self.french(),
            Language::English => self.english(),
        };
        lines.push(String::new());
        lines.push(match language {
            Language::French => "Ensuite :".to_owned(),
            Language::English => "Next:".to_owned(),
        });
        let commands = self.commands(language);
        let width = commands.iter().map(|(command, _)| command.chars().count()).max().unwrap_or(0);
        lines.extend(commands.iter().map(|(command, what)| format!("  {command:width$}  {what}")));
        no_break(&format!("{}\n", lines.join("\n")), language)
    }

    fn french(&self) -> Vec<String> {
        let fr = Language::French;
        let mut lines = vec![
            format!(
                "{} : {}, {}",
                self.landlord,
                counted(self.councils, "conseil", "conseils", fr),
                counted(self.sessions, "séance tenue", "séances tenues", fr)
            ),
            format!(
                "Actions : {}, dont {} en retard ; {}",
                counted(self.open, "ouverte", "ouvertes", fr),
                self.late,
                counted(self.done, "réalisée", "réalisées", fr)
            ),
        ];
        if self.without_minutes > 0 {
            lines.push(format!(
                "Relevés : {}",
                counted(self.without_minutes, "séance sans relevé", "séances sans relevé", fr)
            ));
        }
        if let Some((session, council)) = &self.next {
            lines.push(format!("Prochaine séance : {}, {council}", date_with_weekday(session.date, fr)));
        }
        lines.push(format!(
            "Registre : {}, {}",
            counted(self.errors, "erreur", "erreurs", fr),
            counted(self.warnings, "avertissement", "avertissements", fr)
        ));
        lines
    }

    fn english(&self) -> Vec<String> {
        let en = Language::English;
        let mut lines = vec![
            format!(
                "{}: {}, {} held",
                self.landlord,
                counted(self.councils, "council", "councils", en),
                counted(self.sessions, "session", "sessions", en)
            ),
            format!("Actions: {} open, {} of them late; {} done", self.open, self.late, self.done),
        ];
        if self.without_minutes > 0 {
            lines.push(format!("Minutes: {} without", counted(self.without_minutes, "session", "sessions", en)));
        }
        if let Some((session, council)) = &self.next {
            lines.push(format!("Next session: {}, {council}", date_with_weekday(session.date, en)));
        }
        lines.push(format!(
            "Record: {}, {}",
            counted(self.errors, "error", "errors", en),
            counted(self.warnings, "warning", "warnings", en)
        ));
        lines
    }

    /// The likeliest first: what is wrong, what is missing, what is late, what comes.
    fn commands(&self, language: Language) -> Vec<(String, &'static str)> {
        let say = |french: &'static str, english: &'static str| match language {
            Language::French => french,
            Language::English => english,
        };
        let mut commands = Vec::new();
        if self.errors > 0 {
            commands.push((
                "council check".to_owned(),
                say("voir les erreurs et leur remède", "see the errors and what mends them"),
            ));
        }
        if self.councils == 0 {
            let what = say("créer le premier conseil", "create the first council");
            commands.push(("council new-council les-tilleuls".to_owned(), what));
        }
        if let Some((council, session)) = &self.first_without_minutes {
            let what = say("rédiger le relevé qui manque", "write the minutes that are missing");
            commands.push((format!("council minutes {council} {session}"), what));
        }
        if self.late > 0 {
            commands.push((
                "council actions --late".to_owned(),
                say("voir les actions en retard", "see the actions that are late"),
            ));
        }
        if self.errors == 0 && self.warnings > 0 {
            commands.push(("council check".to_owned(), say("voir les avertissements", "see the warnings")));
        }
        if self.councils > 0 {
            commands.push((
                "council status".to_owned(),
                say("voir où en est chaque conseil", "see where each council stands"),
            ));
            let which = if self.councils == 1 { "" } else { say(" CONSEIL", " COUNCIL") };
            commands.push((format!("council new-session{which}"), say("préparer une séance", "prepare a session")));
        }
        commands.push(("council help".to_owned(), say("voir toutes les commandes", "see all commands")));
        commands
    }
}
