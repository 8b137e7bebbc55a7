//! What a command says once it is done: on one line each, in the user's language.

use super::{Language, counted, list_of, plural};

impl Language {
    /// The last line of a check.
    pub fn checked(self, files: usize, errors: usize, warnings: usize, partial: bool) -> String {
        let text = match self {
            Self::French => {
                let files = counted(files, "fichier lu", "fichiers lus", self);
                let errors = counted(errors, "erreur", "erreurs", self);
                let warnings = counted(warnings, "avertissement", "avertissements", self);
                let partial = if partial { " Les règles entre conseils n'ont pas été vérifiées." } else { "" };
                format!("{files}\u{a0}: {errors}, {warnings}.{partial}")
            }
            Self::English => {
                let files = counted(files, "file read", "files read", self);
                let errors = counted(errors, "error", "errors", self);
                let warnings = counted(warnings, "warning", "warnings", self);
                let partial = if partial { " Rules across councils were left out." } else { "" };
                format!("{files}: {errors}, {warnings}.{partial}")
            }
        };
        format!("{text}\n")
    }

    /// What a check was asked to tell, where that is not everything: these rules, and errors or warnings alone.
    pub fn only_told(self, rules: &[&str], errors_alone: Option<bool>) -> String {
        let rules = match (self, rules) {
            (_, []) => String::new(),
            (Self::French, [rule]) => format!("trouve la règle {rule}"),
            (Self::French, _) => format!("trouvent les règles {}", list_of(rules, self)),
            (Self::English, _) => format!("found by {}", list_of(rules, self)),
        };
        let alone = match (self, errors_alone) {
            (_, None) => "",
            (Self::French, Some(true)) => "Seules les erreurs sont comptées",
            (Self::French, Some(false)) => "Seuls les avertissements sont comptés",
            (Self::English, Some(true)) => "Only errors are counted",
            (Self::English, Some(false)) => "Only warnings are counted",
        };
        match (self, rules.is_empty(), alone.is_empty()) {
            (_, true, true) => String::new(),
            (_, true, false) => format!("{alone}.\n"),
            (Self::French, false, true) => format!("Seul est compté ce que {rules}.\n"),
            (Self::French, false, false) => format!("{alone}, parmi ce que {rules}.\n"),
            (Self::English, false, true) => format!("Only what is {rules} is counted.\n"),
            (Self::English, false, false) => format!("{alone}, among what is {rules}.\n"),
        }
    }

    /// How many more problems of a rule a council has than are told, and how to see them.
    pub fn and_others(self, rule: &str, council: &str, count: usize) -> String {
        let command = format!("council check {council} --rule {rule}");
        match self {
            Self::French => {
                let others = plural(count, "autre", "autres", self);
                format!("… et {count} {others} «\u{a0}{rule}\u{a0}» dans {council}\u{a0}: {command}\n\n")
            }
            Self::English => {
                let others = plural(count, "other", "others", self);
                format!("… and {count} {others} of “{rule}” in {council}: {command}\n\n")
            }
        }
    }

    /// What is said where nothing has changed since the state that a check starts from.
    pub fn nothing_changed(self) -> &'static str {
        match self {
            Self::French => "Rien n'a changé\u{a0}: rien à vérifier.\n",
            Self::English => "Nothing has changed: nothing to check.\n",
        }
    }

    /// What became of the minutes that were looked at.
    pub fn minutes_summary(self, written: usize, fresh: usize, frozen: usize, stale: usize) -> String {
        let said = |count: usize, words: String| (count > 0).then_some(words);
        let parts: Vec<String> = match self {
            Self::French => [
                said(written, counted(written, "relevé écrit", "relevés écrits", self)),
                said(stale, format!("{} pas à jour", counted(stale, "relevé n'est", "relevés ne sont", self))),
                said(fresh, format!("{} à jour", counted(fresh, "relevé déjà", "relevés déjà", self))),
                said(
                    frozen,
                    format!(
                        "{frozen} {}",
                        plural(
                            frozen,
                            "relevé approuvé, laissé tel quel",
                            "relevés approuvés, laissés tels quels",
                            self
                        )
                    ),
                ),
            ],
            Self::English => [
                said(written, format!("minutes of {} written", counted(written, "session", "sessions", self))),
                said(stale, format!("minutes of {} out of date", counted(stale, "session", "sessions", self))),
                said(fresh, format!("minutes of {} already up to date", counted(fresh, "session", "sessions", self))),
                said(
                    frozen,
                    format!("minutes of {} approved, left as they are", counted(frozen, "session", "sessions", self)),
                ),
            ],
        }
        .into_iter()
        .flatten()
        .collect();
        match (parts.is_empty(), self) {
            (false, _) => format!("{}.\n", parts.join(", ")),
            (true, Self::French) => "Aucun relevé à écrire.\n".to_owned(),
            (true, Self::English) => "No minutes to write.\n".to_owned(),
        }
    }

    /// What to do once minutes are written.
    pub fn next_after_minutes(self, paths: &[String]) -> String {
        match (self, paths) {
            (_, []) => String::new(),
            (Self::French, [_]) => {
                "Ensuite\u{a0}: relisez-le (une correction se fait dans le fichier de la séance, jamais dans \
                 le relevé), puis council commit\n"
                    .to_owned()
            }
            (Self::French, _) => "Ensuite\u{a0}: relisez-les, puis council commit\n".to_owned(),
            (Self::English, [_]) => {
                "Next: read it through (corrections go into the session's file, never into the minutes), \
                 then council commit\n"
                    .to_owned()
            }
            (Self::English, _) => "Next: read them through, then council commit\n".to_owned(),
        }
    }

    /// What to do once a document that is not kept is written.
    pub fn next_after_document(self) -> &'static str {
        match self {
            Self::French => {
                "Ensuite\u{a0}: relisez-le et imprimez-le. Une correction se fait dans le registre, jamais dans ce \
                 fichier\u{a0}: il sera récrit\n"
            }
            Self::English => {
                "Next: read it through and print it. Corrections go into the record, never into this file: it will be \
                 written again\n"
            }
        }
    }

    /// What is said where sums over all councils are left out, because these have errors.
    pub fn no_sums(self, councils: &[String]) -> String {
        let councils = councils.join(", ");
        match self {
            Self::French => {
                format!(
                    "Les totaux et ce que les conseils font ensemble ne sont pas montrés\u{a0}: il y manquerait {councils}.\n"
                )
            }
            Self::English => {
                format!(
                    "Totals and what the councils make together are not shown: {councils} would be missing from them.\n"
                )
            }
        }
    }

    /// What is said where a table has no row.
    pub fn nothing_to_show(self) -> &'static str {
        match self {
            Self::French => "Rien à montrer.\n",
            Self::English => "Nothing to show.\n",
        }
    }
}
