//! What `check --fix` mended, would mend, or left, a line each. Made by `mend`, said by `cli`.

use super::{Language, counted, date};
use crate::model::SessionId;

/// How a problem was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mended {
    /// By quotes around a text.
    Quotes {
        /// The text between them.
        text: String,
    },
    /// By the key that was meant.
    Key {
        /// As it was written.
        written: String,
        /// As it is now.
        meant: String,
    },
    /// By the id that was meant.
    Reference {
        /// As it was written.
        written: String,
        /// As it is now.
        meant: String,
    },
    /// By the order of their dates.
    Order,
    /// By the name that the file or the folder should bear.
    Name {
        /// That name.
        meant: String,
    },
}

/// Why what could be mended was left alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// The file was approved with its hash.
    Approved {
        /// By this session.
        by: SessionId,
    },
    /// Another error would show.
    Worse {
        /// The rule that would find it.
        rule: &'static str,
    },
    /// There is something of the name already.
    Taken {
        /// The name.
        name: String,
    },
    /// No change of the text as it stands is sure: what would stand there does already, another fault of the file is in the
    /// way, or its form is one that is not touched.
    Unclear,
}

/// How many characters of a text are shown.
const MOST_SHOWN: usize = 60;

impl Language {
    /// The line of what was mended, or would be.
    pub fn mended_how(self, line: Option<usize>, how: &Mended) -> String {
        let (kind, what) = match self {
            Self::French => how.in_french(),
            Self::English => how.in_english(),
        };
        let line = line.map(|line| self.at_line(line)).unwrap_or_default();
        format!("  {line}{kind}{}{what}\n", self.colon())
    }

    /// The line of what could be mended and was left alone.
    pub fn left_alone(self, line: Option<usize>, why: &Left) -> String {
        let line = line.map(|line| self.at_line(line)).unwrap_or_default();
        let (left, why) = match self {
            Self::French => ("laissé tel quel", why.in_french()),
            Self::English => ("left as it is", why.in_english()),
        };
        format!("  {line}{left}{}{why}\n", self.colon())
    }

    /// What `--fix` did, or would do.
    pub fn mended(self, count: usize, dry_run: bool) -> String {
        match (self, dry_run) {
            (Self::French, false) => {
                format!(
                    "{}.\nEnsuite\u{a0}: council check\n",
                    counted(count, "correction faite", "corrections faites", self)
                )
            }
            (Self::French, true) => format!(
                "{}\u{a0}; rien n'est écrit.\nEnsuite\u{a0}: council check --fix\n",
                counted(count, "correction possible", "corrections possibles", self)
            ),
            (Self::English, false) => {
                format!("{} mended.\nNext: council check\n", counted(count, "problem", "problems", self))
            }
            (Self::English, true) => format!(
                "{} to mend; nothing is written.\nNext: council check --fix\n",
                counted(count, "problem", "problems", self)
            ),
        }
    }

    /// How many of the problems told `--fix` can mend.
    pub fn may_be_mended(self, count: usize) -> String {
        match self {
            _ if count == 0 => String::new(),
            Self::French => format!(
                "{}\u{a0}: council check --fix --dry-run\n",
                counted(
                    count,
                    "problème peut sans doute être corrigé pour vous",
                    "problèmes peuvent sans doute être corrigés pour vous",
                    self
                )
            ),
            Self::English => {
                let problems = counted(count, "problem", "problems", self);
                format!("{problems} can probably be mended for you: council check --fix --dry-run\n")
            }
        }
    }

    fn at_line(self, line: usize) -> String {
        match self {
            Self::French => format!("ligne {line}, "),
            Self::English => format!("line {line}, "),
        }
    }

    /// What parts a title from what it is the title of, on a line.
    pub const fn colon(self) -> &'static str {
        match self {
            Self::French => "\u{a0}: ",
            Self::English => ": ",
        }
    }
}

impl Mended {
    fn in_french(&self) -> (&'static str, String) {
        let becomes = |written: &str, meant: &str| format!("«\u{a0}{written}\u{a0}» devient «\u{a0}{meant}\u{a0}»");
        match self {
            Self::Quotes { text } => ("guillemets", shortened(text)),
            Self::Key { written, meant } => ("orthographe d'un mot-clé", becomes(written, meant)),
            Self::Reference { written, meant } => ("référence", becomes(written, meant)),
            Self::Order => ("ordre des suivis", "du plus ancien au plus récent".to_owned()),
            Self::Name { meant } => ("nom", format!("devient «\u{a0}{meant}\u{a0}»")),
        }
    }

    fn in_english(&self) -> (&'static str, String) {
        let becomes = |written: &str, meant: &str| format!("“{written}” becomes “{meant}”");
        match self {
            Self::Quotes { text } => ("quotes", shortened(text)),
            Self::Key { written, meant } => ("spelling of a key", becomes(written, meant)),
            Self::Reference { written, meant } => ("reference", becomes(written, meant)),
            Self::Order => ("order of updates", "from the oldest to the newest".to_owned()),
            Self::Name { meant } => ("name", format!("becomes “{meant}”")),
        }
    }
}

impl Left {
    fn in_french(&self) -> String {
        match self {
            Self::Approved { by } => format!(
                "la séance du {} a approuvé ce fichier, et la moindre lettre changée romprait cette approbation",
                date(by.date, Language::French)
            ),
            Self::Worse { rule } => format!("la correction ferait apparaître une autre erreur ({rule})"),
            Self::Taken { name } => format!("«\u{a0}{name}\u{a0}» existe déjà"),
            Self::Unclear => {
                "à corriger à la main, car ce qu'il faudrait écrire est peut-être déjà là, ou une autre erreur \
                              du fichier gêne"
                    .to_owned()
            }
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::Approved { by } => format!(
                "the session of {} approved this file, and a single letter changed would break that approval",
                date(by.date, Language::English)
            ),
            Self::Worse { rule } => format!("mended, it would bring another error to light ({rule})"),
            Self::Taken { name } => format!("“{name}” exists already"),
            Self::Unclear => {
                "to be mended by hand, since what should be written may be there already, or another error of \
                              the file is in the way"
                    .to_owned()
            }
        }
    }
}

/// The beginning of a text, on one line.
fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let shown: String = line.chars().take(MOST_SHOWN).collect();
    if shown.len() < text.len() { format!("{shown}…") } else { shown }
}
