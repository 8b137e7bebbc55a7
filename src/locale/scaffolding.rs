//! What scaffolds say of single things, and what the commands that write them say once they are done.

use super::{Language, by_period, date, in_period, period};
use crate::model::{Date, Period, SessionId};

impl Language {
    /// Why a topic comes back: it was put off at a session.
    pub fn put_off_at(self, session: &str) -> String {
        match self {
            Self::French => format!("Reporté de la séance du {session}\u{a0}:"),
            Self::English => format!("Put off at the session of {session}:"),
        }
    }

    /// Why an action comes back: it was to be looked at again.
    pub fn to_review(self, review: Period, owners: &[&str]) -> String {
        let (when, owners) = (in_period(review, self), in_brackets(owners));
        match self {
            Self::French => format!("Action à revoir {when}{owners}\u{a0}:"),
            Self::English => format!("Action to look at again {when}{owners}:"),
        }
    }

    /// Why an action comes back: it is late.
    pub fn is_overdue(self, due: Period, owners: &[&str]) -> String {
        let (when, owners) = (by_period(due, self), in_brackets(owners));
        match self {
            Self::French => format!("Action en retard, prévue {when}{owners}\u{a0}:"),
            Self::English => format!("Action late, expected {when}{owners}:"),
        }
    }

    /// What to do once a council is there.
    pub fn next_after_council(self, path: &str, council: &str) -> String {
        match self {
            Self::French => format!("Ensuite\u{a0}: complétez {path}, puis council new-session {council}\n"),
            Self::English => format!("Next: fill in {path}, then council new-session {council}\n"),
        }
    }

    /// What to do once a session or a survey is there.
    pub fn next_after_scaffold(self, path: &str) -> String {
        match self {
            Self::French => format!("Ensuite\u{a0}: complétez {path}, puis council check\n"),
            Self::English => format!("Next: fill in {path}, then council check\n"),
        }
    }

    /// The session was announced for a period, and no day was said: today's is taken.
    pub fn announced_without_a_day(self, span: Period, taken: Date) -> String {
        let (span, taken) = (period(span, self), date(taken, self));
        match self {
            Self::French => format!(
                "Cette séance est annoncée sans jour précis ({span})\u{a0}: elle est datée du {taken}. Pour un autre jour, \
                 renommez son fichier, ou supprimez-le et précisez --date.\n"
            ),
            Self::English => format!(
                "This session is announced without a day ({span}): it is dated {taken}. For another day, rename its file, \
                 or delete it and say --date.\n"
            ),
        }
    }

    /// There is a session that day already.
    pub fn another_that_day(self, session: SessionId) -> String {
        match self {
            Self::French => format!("Il y a déjà une séance ce jour-là\u{a0}: celle-ci s'appelle {session}.\n"),
            Self::English => format!("There is a session that day already: this one is called {session}.\n"),
        }
    }

    /// A file was there before `init`.
    pub fn kept(self, path: &str) -> String {
        match self {
            Self::French => format!("{path} existe déjà\u{a0}: laissé tel quel.\n"),
            Self::English => format!("{path} is there already: left as it is.\n"),
        }
    }

    /// A `.gitignore` that was there before `init` lacks these lines.
    pub fn add_to_ignored(self, path: &str, lines: &[&str]) -> String {
        let lines = lines.join(", ");
        match self {
            Self::French => format!("Ajoutez à {path}, une par ligne\u{a0}: {lines}\n"),
            Self::English => format!("Add to {path}, one a line: {lines}\n"),
        }
    }

    /// The settings of Visual Studio Code that were there before `init` lack these lines.
    pub fn add_to_settings(self, path: &str, lines: &[&str]) -> String {
        let lines = lines.join("\n");
        match self {
            Self::French => {
                format!(
                    "Pour que l'éditeur explique chaque champ, ajoutez à {path}, dans les accolades\u{a0}:\n{lines}\n"
                )
            }
            Self::English => {
                format!("For the editor to explain each field, add to {path}, within the braces:\n{lines}\n")
            }
        }
    }

    /// A hook that was there before `init` does not check the record.
    pub fn add_to_hook(self, path: &str, line: &str) -> String {
        match self {
            Self::French => format!("Pour que git vérifie le registre, ajoutez à {path}\u{a0}: {line}\n"),
            Self::English => format!("For git to check the record, add to {path}: {line}\n"),
        }
    }

    /// The hooks of a repository are kept in a place that `init` leaves alone.
    pub fn hooks_elsewhere(self, folder: &str) -> String {
        match self {
            Self::French => format!(
                "git cherche ses vérifications dans {folder}\u{a0}: ajoutez-y vous-même council check --changed à pre-commit.\n"
            ),
            Self::English => {
                format!("git looks for its hooks in {folder}: add council check --changed to pre-commit there.\n")
            }
        }
    }

    /// git is not there.
    pub fn no_git(self, command: &str) -> String {
        match self {
            Self::French => format!(
                "git n'est pas installé\u{a0}: les fichiers sont là, mais leur histoire n'est pas gardée. \
                 Une fois git installé, relancez {command}\n"
            ),
            Self::English => format!(
                "git is not installed: the files are there, but nothing keeps their history. \
                 Once git is installed, run {command} again\n"
            ),
        }
    }

    /// What to do once a record is there; `folder` is where to go first, if anywhere.
    pub fn next_after_init(self, landlord: &str, folder: Option<&str>) -> String {
        match (self, folder) {
            (Self::French, None) => {
                format!("Ensuite\u{a0}: complétez {landlord}, puis council new-council les-tilleuls\n")
            }
            (Self::French, Some(folder)) => {
                format!("Ensuite\u{a0}: complétez {landlord}, puis cd {folder} et council new-council les-tilleuls\n")
            }
            (Self::English, None) => format!("Next: fill in {landlord}, then council new-council les-tilleuls\n"),
            (Self::English, Some(folder)) => {
                format!("Next: fill in {landlord}, then cd {folder} and council new-council les-tilleuls\n")
            }
        }
    }
}

fn in_brackets(owners: &[&str]) -> String {
    if owners.is_empty() { String::new() } else { format!(" ({})", owners.join(", ")) }
}
