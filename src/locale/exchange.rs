//! What the commands say that hand the record to other programs, or take something in from them.

use super::{Language, counted};

/// Why nothing can be handed over or taken in, with all that is needed to say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExchangeProblem {
    /// The folder of an export lies among the record's own files.
    WithinRecord {
        /// The folder, as it is seen from the current one.
        folder: String,
        /// A folder that would do.
        instead: String,
    },
}

impl ExchangeProblem {
    /// Says what is in the way and what to do, in one sentence.
    pub fn words(&self, language: Language) -> String {
        let said = match language {
            Language::French => self.french(),
            Language::English => self.english(),
        };
        super::no_break(&said, language)
    }

    fn french(&self) -> String {
        match self {
            Self::WithinRecord { folder, instead } => format!(
                "« {folder} » est dans le registre, où l'export se mêlerait à vos fichiers : choisissez un dossier à \
                 l'extérieur, ou {instead}, que git ignore"
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::WithinRecord { folder, instead } => format!(
                "\"{folder}\" lies in the record, where the export would mingle with your files: choose a folder outside, or \
                 {instead}, which git ignores"
            ),
        }
    }
}

impl Language {
    /// What was exported, and how to read it.
    pub fn exported(self, councils: usize, folder: &str) -> String {
        match self {
            Self::French => format!(
                "{} dans 11 tables.\nEnsuite\u{a0}: ouvrez-les dans un tableur ou une base de données\u{a0}; {folder}/datapackage.json \
                 dit ce que contient chaque colonne\n",
                counted(councils, "conseil", "conseils", self)
            ),
            Self::English => format!(
                "{} in 11 tables.\nNext: open them in a spreadsheet or a database; {folder}/datapackage.json says what each \
                 column holds\n",
                counted(councils, "council", "councils", self)
            ),
        }
    }

    /// Errors kept everything from being exported.
    pub fn not_exported(self, errors: usize) -> String {
        match self {
            Self::French => format!(
                "Rien n'est exporté\u{a0}: {} à corriger. Des tables sans un conseil donneraient des totaux faux.\n",
                counted(errors, "erreur", "erreurs", self)
            ),
            Self::English => format!(
                "Nothing is exported: {} to correct. Tables without a council would give wrong totals.\n",
                counted(errors, "error", "errors", self)
            ),
        }
    }
}
