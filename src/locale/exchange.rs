//! What the commands say that hand the record to other programs, or take something in from them.

use super::{Language, counted, list_of};
use crate::store::ReadError;

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
    /// A file that is asked for would lie among the record's own.
    FileWithinRecord {
        /// The file, as it is seen from the current folder.
        file: String,
        /// A file that would do.
        instead: String,
    },
    /// Something of the same name stands in the folder of an export or a site, and none left it there.
    AmongFiles {
        /// The folder, as it is seen from the current one.
        folder: String,
        /// What stands there.
        file: String,
    },
    /// A quotation mark of a spreadsheet's file is never closed.
    OpenQuote {
        /// As it was typed.
        path: String,
        /// The line that it stands on, from 1.
        line: usize,
    },
    /// A spreadsheet's file cannot be read.
    Unreadable {
        /// As it was typed.
        path: String,
        /// Why.
        error: ReadError,
    },
    /// It is a workbook, not a text.
    Workbook {
        /// As it was typed.
        path: String,
    },
    /// It is no text.
    NotText {
        /// As it was typed.
        path: String,
    },
    /// No line of it names the columns.
    NoHeader {
        /// As it was typed.
        path: String,
        /// The cells of the first line in which something stands.
        seen: Vec<String>,
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
                "« {folder} » est dans le registre, où ce qui est écrit se mêlerait à vos fichiers : choisissez un dossier à \
                 l'extérieur, ou {instead}, que git ignore"
            ),
            Self::FileWithinRecord { file, instead } => format!(
                "« {file} » serait dans le registre, parmi vos fichiers : choisissez un fichier à l'extérieur, ou {instead}, \
                 que git ignore"
            ),
            Self::AmongFiles { folder, file } => format!(
                "« {folder} » contient déjà {file}, que cette commande n'y a pas écrit : rien n'est écrit ; choisissez un dossier vide"
            ),
            Self::OpenQuote { path, line } => format!(
                "« {path} » a un guillemet qui n'est jamais refermé, ligne {line} : tout ce qui suit passerait pour une seule \
                 cellule ; refermez-le ou retirez-le"
            ),
            Self::Unreadable { path, error } => {
                let why = match error {
                    ReadError::Missing | ReadError::BrokenLink => "il est introuvable",
                    ReadError::IsFolder => "c'est un dossier",
                    ReadError::Forbidden => "l'accès est refusé",
                    ReadError::TooLarge(_) => "il est trop gros pour un plan d'action",
                    ReadError::NotAFile | ReadError::Other(_) => "ce n'est pas un fichier lisible",
                };
                format!("impossible de lire « {path} » : {why}")
            }
            Self::Workbook { path } => format!(
                "« {path} » est un classeur Excel : dans Excel, Fichier, Enregistrer sous, choisissez « CSV UTF-8 (délimité par \
                 des virgules) » ou « CSV (séparateur : point-virgule) », puis reprenez ce fichier-là"
            ),
            Self::NotText { path } => {
                format!("« {path} » n'est pas un fichier CSV : dans Excel, Fichier, Enregistrer sous, choisissez CSV")
            }
            Self::NoHeader { path, seen } => format!(
                "« {path} » n'a pas de ligne d'en-têtes avec une colonne « Action »{} : ajoutez une ligne telle que Action ; \
                 Porteur ; Échéance ; État",
                seen_in(seen, Language::French)
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::WithinRecord { folder, instead } => format!(
                "\"{folder}\" lies in the record, where what is written would mingle with your files: choose a folder outside, or \
                 {instead}, which git ignores"
            ),
            Self::FileWithinRecord { file, instead } => format!(
                "\"{file}\" would lie in the record, among your files: choose a file outside, or {instead}, which git ignores"
            ),
            Self::AmongFiles { folder, file } => format!(
                "\"{folder}\" already holds {file}, which this command did not write: nothing is written; choose an empty folder"
            ),
            Self::OpenQuote { path, line } => format!(
                "\"{path}\" has a quotation mark that is never closed, on line {line}: all that follows would be one cell; \
                 close it or take it away"
            ),
            Self::Unreadable { path, error } => {
                let why = match error {
                    ReadError::Missing | ReadError::BrokenLink => "it is not there",
                    ReadError::IsFolder => "it is a folder",
                    ReadError::Forbidden => "access is denied",
                    ReadError::TooLarge(_) => "it is too large for an action plan",
                    ReadError::NotAFile | ReadError::Other(_) => "it is no file that can be read",
                };
                format!("cannot read \"{path}\": {why}")
            }
            Self::Workbook { path } => format!(
                "\"{path}\" is an Excel workbook: in Excel, File, Save as, choose \"CSV UTF-8\", then import that file"
            ),
            Self::NotText { path } => format!("\"{path}\" is no CSV file: in Excel, File, Save as, choose CSV"),
            Self::NoHeader { path, seen } => format!(
                "\"{path}\" has no line of headers with a column \"Action\"{}: add a line such as Action; Owner; Due; Status",
                seen_in(seen, Language::English)
            ),
        }
    }
}

/// What stands in the first line instead.
fn seen_in(cells: &[String], language: Language) -> String {
    let cells: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    match (cells.as_slice(), language) {
        ([], _) => String::new(),
        (cells, Language::French) => format!(" (sa première ligne dit : {})", list_of(cells, language)),
        (cells, Language::English) => format!(" (its first line says: {})", list_of(cells, language)),
    }
}

impl Language {
    /// How far the making of a site has come.
    pub fn site_progress(self, done: usize, all: usize) -> String {
        match self {
            Self::French => format!("{done} sur {}", counted(all, "conseil", "conseils", self)),
            Self::English => format!("{done} of {}", counted(all, "council", "councils", self)),
        }
    }

    /// What became of a site's files.
    pub fn site_written(self, all: usize, written: usize, gone: usize) -> String {
        match self {
            Self::French => format!(
                "{}, {}, {}.\nEnsuite\u{a0}: ouvrez la page d'accueil, puis déposez le dossier chez votre \
                 hébergeur\n",
                counted(all, "fichier", "fichiers", self),
                counted(written, "écrit", "écrits", self),
                counted(gone, "retiré", "retirés", self)
            ),
            Self::English => format!(
                "{}, {written} written, {gone} taken away.\nNext: open the first page, then put the folder on your web host\n",
                counted(all, "file", "files", self)
            ),
        }
    }

    /// Whose pages could not be made.
    pub fn site_without(self, councils: &[String]) -> String {
        let councils = councils.join(", ");
        match self {
            Self::French => format!(
                "Pages non refaites, à cause d'erreurs\u{a0}: {councils}. Elles restent comme elles étaient, ou sont retirées si \
                 une personne qui y est nommée ne veut plus l'être.\n"
            ),
            Self::English => format!(
                "Pages not made again, because of errors: {councils}. They stay as they were, or are taken away where somebody \
                 who is named on them does not want to be any more.\n"
            ),
        }
    }

    /// What was exported, and how to read it.
    pub fn exported(self, councils: usize, tables: usize, folder: &str) -> String {
        match self {
            Self::French => format!(
                "{} dans {tables} tables.\nEnsuite\u{a0}: lisez-les avec une base de données, ou importez-les dans un tableur (UTF-8, virgules)\u{a0}; {folder}/datapackage.json \
                 dit ce que contient chaque colonne\n",
                counted(councils, "conseil", "conseils", self)
            ),
            Self::English => format!(
                "{} in {tables} tables.\nNext: read them with a database, or import them into a spreadsheet (UTF-8, commas); {folder}/datapackage.json says what each \
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
