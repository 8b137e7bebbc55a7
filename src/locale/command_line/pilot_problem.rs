//! What keeps what is written of the coaching pilot from being written, and what to do instead.

use super::Language;

/// What is in the way.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PilotProblem {
    /// The record has no coaching pilot.
    NoCoaching,
    /// The pack would lie among the councils of the record.
    PackInRecord {
        /// The folder.
        folder: String,
    },
    /// The pack would lie among files that are not its own.
    PackAmongFiles {
        /// The folder.
        folder: String,
        /// One of these files.
        path: String,
    },
}

impl PilotProblem {
    /// Says it in one sentence.
    pub fn words(&self, language: Language) -> String {
        match (language, self) {
            (Language::French, Self::NoCoaching) => {
                "ce registre n'a pas de coaching.yaml\u{a0}: l'accompagnement s'y écrit, son but (goal), ses étapes (stages) et \
                 ses résidences (candidates, sites)"
                    .to_owned()
            }
            (Language::English, Self::NoCoaching) => {
                "this record has no coaching.yaml: the coaching is written there, its goal, its stages and its residences \
                 (candidates, sites)"
                    .to_owned()
            }
            (Language::French, Self::PackInRecord { folder }) => format!(
                "le dossier «\u{a0}{folder}\u{a0}» est dans le registre, où le pack serait pris pour un conseil\u{a0}: \
                 choisissez-en un à côté, ou dans le dossier out"
            ),
            (Language::English, Self::PackInRecord { folder }) => format!(
                "the folder '{folder}' is in the record, where the pack would be taken for a council: choose one beside \
                 it, or in the folder out"
            ),
            (Language::French, Self::PackAmongFiles { folder, path }) => format!(
                "le dossier «\u{a0}{folder}\u{a0}» contient déjà autre chose ({path})\u{a0}: choisissez un dossier nouveau \
                 ou vide, rien n'a été écrit"
            ),
            (Language::English, Self::PackAmongFiles { folder, path }) => format!(
                "the folder '{folder}' holds something else already ({path}): choose a new or an empty folder, nothing \
                 was written"
            ),
        }
    }
}
