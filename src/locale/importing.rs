//! What `council import` says: what is wrong in which row of a spreadsheet, and what came of the others.

use super::{Language, counted, date, list_of};
use crate::model::{Date, SessionId};

/// Something that a spreadsheet could have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// What is wrong in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The number of the file's line that the row begins on.
    pub line: usize,
    /// The header of the column, as it is written.
    pub column: Option<String>,
    /// What stands in the cell.
    pub value: Option<String>,
    /// What is wrong with it.
    pub problem: CellProblem,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellProblem {
    /// No action is named.
    NoTitle,
    /// No id can be made of it.
    NoId,
    /// The plan has an action of this id.
    ActionExists {
        /// The id.
        action: String,
    },
    /// Another row has the same id.
    SameId {
        /// The id.
        action: String,
        /// The other row's line.
        line: usize,
    },
    /// Nobody is called so.
    UnknownOwner {
        /// The part of the cell that names nobody.
        part: String,
        /// Who was probably meant.
        nearest: Option<Known>,
        /// The ids of all who can be named.
        known: Vec<String>,
    },
    /// Several are called so.
    Ambiguous {
        /// The part of the cell.
        part: String,
        /// Their ids.
        ids: Vec<String>,
    },
    /// The plan has no such axis.
    UnknownAxis {
        /// Which was probably meant.
        nearest: Option<Known>,
        /// The ids of all axes.
        known: Vec<String>,
    },
    /// The council held no such session, or several that could be meant.
    UnknownSession {
        /// The sessions that it held.
        known: Vec<String>,
    },
    /// It is no period; the day that a spreadsheet program counts so, where it is one.
    NotAPeriod {
        /// The day.
        instead: Option<Date>,
    },
    /// It is no amount.
    NotAnAmount,
    /// It is no state.
    UnknownStatus,
    /// It is no priority.
    UnknownPriority,
    /// What is refused or given up wants its reason.
    WantsNote,
    /// `check` would find an error in the action.
    Refused {
        /// What it would say.
        message: String,
    },
}

impl RowProblem {
    /// Says what is wrong in which row and column, and what to write instead, on a line.
    pub fn words(&self, file: &str, language: Language) -> String {
        let said = match language {
            Language::French => {
                let column = self.column.as_ref().map_or_else(String::new, |column| format!(", colonne « {column} »"));
                let value = self.value.as_ref().map_or_else(String::new, |value| format!("« {value} » "));
                format!("{file}, ligne {}{column} : {}", self.line, self.problem.french(&value))
            }
            Language::English => {
                let column = self.column.as_ref().map_or_else(String::new, |column| format!(", column \"{column}\""));
                let value = self.value.as_ref().map_or_else(String::new, |value| format!("\"{value}\" "));
                format!("{file}, line {}{column}: {}", self.line, self.problem.english(&value))
            }
        };
        format!("{}\n", super::no_break(said.trim_end(), language))
    }
}

impl CellProblem {
    fn french(&self, value: &str) -> String {
        match self {
            Self::NoTitle => "l'intitulé de l'action manque : écrivez ce qui est à faire, ou videz la ligne".to_owned(),
            Self::NoId => {
                format!("{value}ne donne pas de nom court : écrivez-en un, en minuscules, sans accent ni espace")
            }
            Self::ActionExists { action } => format!(
                "l'action « {action} » existe déjà dans le plan : enlevez la ligne, ou donnez-lui un autre identifiant"
            ),
            Self::SameId { action, line } => {
                format!("« {action} » est déjà l'identifiant de la ligne {line} : changez l'un des deux")
            }
            Self::UnknownOwner { part, nearest, known } => format!(
                "« {part} » n'est ni une Unité de Gestion, ni un membre, ni un partenaire, ni une association, ni un groupe \
                 connu{}",
                did_you_mean_fr(nearest.as_ref(), " ; noms courts connus : ", known)
            ),
            Self::Ambiguous { part, ids } => {
                format!(
                    "« {part} » peut désigner {} : écrivez le nom court",
                    list_of(&quoted_fr(ids), Language::French)
                )
            }
            Self::UnknownAxis { known, .. } if known.is_empty() => {
                format!(
                    "{value}n'est pas un axe : le plan n'en a pas encore ; ajoutez-le sous « axes: » dans plan.yaml, ou videz la colonne"
                )
            }
            Self::UnknownAxis { nearest, known } => format!(
                "{value}n'est pas un axe du plan : ajoutez-le sous « axes: » dans plan.yaml, ou corrigez{}",
                did_you_mean_fr(nearest.as_ref(), " ; axes connus : ", known)
            ),
            Self::UnknownSession { known } => format!(
                "{value}n'est pas une séance tenue par le conseil : écrivez sa date ; séances tenues : {}",
                latest(known)
            ),
            Self::NotAPeriod { instead: Some(day) } => format!(
                "{value}est le nombre de jours que garde Excel pour une date : écrivez {}, ou donnez à la colonne le format Date \
                 avant d'exporter",
                date(*day, Language::French)
            ),
            Self::NotAPeriod { instead: None } => format!(
                "{value}n'est pas une échéance lisible : écrivez 30/09/2023, septembre 2023, T3 2023, fin 2023 ou 2023"
            ),
            Self::NotAnAmount => format!("{value}n'est pas un montant : écrivez 1200 ou 1 200,50 €"),
            Self::UnknownStatus => format!(
                "{value}n'est pas un état connu : écrivez à faire, en cours, en attente, réalisé, refusé, abandonné ou proposé"
            ),
            Self::UnknownPriority => format!("{value}n'est pas une priorité : écrivez haute, normale ou basse"),
            Self::WantsNote => format!("{value}veut une raison : écrivez-la dans une colonne « Observations »"),
            Self::Refused { message } => format!("council check y trouverait une erreur : {message}"),
        }
    }

    fn english(&self, value: &str) -> String {
        match self {
            Self::NoTitle => "the action has no title: write what is to be done, or clear the row".to_owned(),
            Self::NoId => format!("{value}gives no identifier: write one, in lower case, without accents or spaces"),
            Self::ActionExists { action } => {
                format!("the plan has an action \"{action}\" already: take the row out, or give it another identifier")
            }
            Self::SameId { action, line } => {
                format!("\"{action}\" is the identifier of line {line} already: change one of them")
            }
            Self::UnknownOwner { part, nearest, known } => format!(
                "\"{part}\" is no Unité de Gestion, member, partner, association or group that is known{}",
                did_you_mean_en(nearest.as_ref(), "; known identifiers: ", known)
            ),
            Self::Ambiguous { part, ids } => {
                format!("\"{part}\" may mean {}: write the identifier", list_of(&quoted_en(ids), Language::English))
            }
            Self::UnknownAxis { known, .. } if known.is_empty() => {
                format!(
                    "{value}is no axis: the plan has none yet; add it below \"axes:\" in plan.yaml, or clear the column"
                )
            }
            Self::UnknownAxis { nearest, known } => format!(
                "{value}is no axis of the plan: add it below \"axes:\" in plan.yaml, or correct it{}",
                did_you_mean_en(nearest.as_ref(), "; known axes: ", known)
            ),
            Self::UnknownSession { known } => {
                format!("{value}is no session that the council held: write its date; sessions held: {}", latest(known))
            }
            Self::NotAPeriod { instead: Some(day) } => format!(
                "{value}is the number of days that Excel keeps for a date: write {}, or give the column the format Date before \
                 you export",
                date(*day, Language::English)
            ),
            Self::NotAPeriod { instead: None } => format!(
                "{value}is no due date that can be read: write 30/09/2023 (day first), September 2023, Q3 2023, end of 2023 or 2023"
            ),
            Self::NotAnAmount => format!("{value}is no amount: write 1200 or 1200.50"),
            Self::UnknownStatus => format!(
                "{value}is no known state: write to do, in progress, on hold, done, declined, dropped or proposed"
            ),
            Self::UnknownPriority => format!("{value}is no priority: write high, normal or low"),
            Self::WantsNote => format!("{value}wants a reason: write it in a column \"Comments\""),
            Self::Refused { message } => format!("council check would find an error in it: {message}"),
        }
    }
}

fn quoted_fr(items: &[String]) -> Vec<String> {
    items.iter().map(|item| format!("« {item} »")).collect()
}

fn quoted_en(items: &[String]) -> Vec<String> {
    items.iter().map(|item| format!("\"{item}\"")).collect()
}

/// What was probably meant; where nothing is near, all that there are.
fn did_you_mean_fr(nearest: Option<&Known>, title: &str, known: &[String]) -> String {
    match nearest {
        Some(Known { id, name }) if id == name => format!(" ; vouliez-vous dire « {id} » ?"),
        Some(Known { id, name }) => format!(" ; vouliez-vous dire « {name} » ({id}) ?"),
        None => format!("{title}{}", known.join(", ")),
    }
}

fn did_you_mean_en(nearest: Option<&Known>, title: &str, known: &[String]) -> String {
    match nearest {
        Some(Known { id, name }) if id == name => format!("; did you mean \"{id}\"?"),
        Some(Known { id, name }) => format!("; did you mean \"{name}\" ({id})?"),
        None => format!("{title}{}", known.join(", ")),
    }
}

/// The last few.
fn latest(known: &[String]) -> String {
    const MOST: usize = 6;
    let from = known.len().saturating_sub(MOST);
    let cut = if from > 0 { "…, " } else { "" };
    format!("{cut}{}", known[from..].join(", "))
}

impl Language {
    /// Nothing was taken in, for what is wrong in some rows.
    pub fn not_imported(self, problems: usize, rows: usize) -> String {
        match self {
            Self::French => format!(
                "Rien n'est écrit\u{a0}: {} à corriger dans {}. Avec --skip-bad, les autres lignes seraient reprises.\n",
                counted(problems, "problème", "problèmes", self),
                counted(rows, "ligne", "lignes", self)
            ),
            Self::English => format!(
                "Nothing is written: {} to correct in {}. With --skip-bad, the other rows would be taken.\n",
                counted(problems, "problem", "problems", self),
                counted(rows, "row", "rows", self)
            ),
        }
    }

    /// How many rows were left out.
    pub fn rows_skipped(self, rows: usize) -> String {
        match self {
            Self::French => format!(
                "{}, à reprendre à la main ou à corriger.\n",
                counted(rows, "ligne laissée de côté", "lignes laissées de côté", self)
            ),
            Self::English => format!(
                "{}, to be taken up by hand or corrected.\n",
                counted(rows, "row left out", "rows left out", self)
            ),
        }
    }

    /// The session that actions are taken to be decided at, where their row does not say.
    pub fn decided_by_default(self, session: SessionId, is_last: bool) -> String {
        let day = date(session.date, self);
        match (self, is_last) {
            (Self::French, true) => format!(
                "Sans date de décision dans le fichier, la séance est celle du {day}, la dernière tenue\u{a0}; --decided en dit une autre.\n"
            ),
            (Self::French, false) => format!("Sans date de décision dans le fichier, la séance est celle du {day}.\n"),
            (Self::English, true) => format!(
                "Where the file does not say when an action was decided, it is {day}, the last session held; --decided says another.\n"
            ),
            (Self::English, false) => format!("Where the file does not say when an action was decided, it is {day}.\n"),
        }
    }

    /// The columns that no field of an action holds.
    pub fn kept_in_notes(self, columns: &[String]) -> String {
        let (named, head) = match self {
            Self::French => (quoted_fr(columns), "Colonnes sans équivalent, gardées dans les remarques"),
            Self::English => (quoted_en(columns), "Columns without an equivalent, kept in the notes"),
        };
        let colon = match self {
            Self::French => " :",
            Self::English => ":",
        };
        super::no_break(&format!("{head}{colon} {}\n", list_of(&named, self)), self)
    }

    /// The lines that add up others.
    pub fn totals_left_out(self, lines: &[usize]) -> String {
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        match self {
            Self::French => format!("Total, qui n'est pas une action\u{a0}: ligne {}.\n", list_of(&lines, self)),
            Self::English => format!("A total, which is no action: line {}.\n", list_of(&lines, self)),
        }
    }

    /// How many actions were taken in, or would be.
    pub fn imported(self, actions: usize, is_written: bool) -> String {
        match (self, is_written) {
            (_, false) => String::new(),
            (Self::French, true) => format!("{}.\n", counted(actions, "action ajoutée", "actions ajoutées", self)),
            (Self::English, true) => format!("{}.\n", counted(actions, "action added", "actions added", self)),
        }
    }

    /// No row is left to take in.
    pub fn nothing_to_import(self) -> &'static str {
        match self {
            Self::French => "Aucune action à reprendre\u{a0}: rien n'est écrit.\n",
            Self::English => "No action to take in: nothing is written.\n",
        }
    }
}
