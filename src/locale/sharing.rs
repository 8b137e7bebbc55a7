//! What `commit`, `sync` and `log` say once they are done, or where they stop halfway.

use super::{Language, counted};
use std::fmt::Write as _;

impl Language {
    /// There is nothing that `commit` could take in.
    pub fn nothing_to_commit(self) -> &'static str {
        match self {
            Self::French => "Rien à enregistrer\u{a0}: le registre n'a pas changé depuis le dernier enregistrement.\n",
            Self::English => "Nothing to commit: the record has not changed since the latest commit.\n",
        }
    }

    /// Errors kept `commit` from taking anything in.
    pub fn not_committed(self, errors: usize) -> String {
        match self {
            Self::French => format!(
                "Rien n'est enregistré\u{a0}: {} à corriger.\nEnsuite\u{a0}: corrigez, puis council commit\n",
                counted(errors, "erreur", "erreurs", self)
            ),
            Self::English => format!(
                "Nothing is committed: {} to correct.\nNext: correct them, then council commit\n",
                counted(errors, "error", "errors", self)
            ),
        }
    }

    /// Files that hold two versions still.
    pub fn still_in_conflict(self, paths: &[String]) -> String {
        let (head, next) = match self {
            Self::French => (
                "Rien n'est enregistré\u{a0}: deux versions restent à départager dans\u{a0}:",
                "Ensuite\u{a0}: ouvrez ces fichiers, gardez ce qui convient et effacez les lignes <<<<<<<, ======= et \
                 >>>>>>>, puis council commit",
            ),
            Self::English => (
                "Nothing is committed: two versions remain to be settled in:",
                "Next: open these files, keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>, then \
                 council commit",
            ),
        };
        listed(head, paths, next)
    }

    /// How many files `commit` has left alone.
    pub fn left_out_of_commit(self, count: usize) -> String {
        match (self, count) {
            (_, 0) => String::new(),
            (Self::French, 1) => {
                "1 autre fichier a changé dans ce dossier\u{a0}: il n'est pas du registre, et n'est pas enregistré.\n"
                    .to_owned()
            }
            (Self::French, _) => format!(
                "{count} autres fichiers ont changé dans ce dossier\u{a0}: ils ne sont pas du registre, et ne sont pas \
                 enregistrés.\n"
            ),
            (Self::English, 1) => {
                "1 other file has changed in this folder: it is not the record's, and is not committed.\n".to_owned()
            }
            (Self::English, _) => format!(
                "{count} other files have changed in this folder: they are not the record's, and are not committed.\n"
            ),
        }
    }

    /// What to do once the record is committed.
    pub fn next_after_commit(self) -> &'static str {
        match self {
            Self::French => "Ensuite\u{a0}: council sync\n",
            Self::English => "Next: council sync\n",
        }
    }

    /// There is nothing that `log` could tell.
    pub fn no_history(self) -> &'static str {
        match self {
            Self::French => "L'histoire du registre est encore vide.\n",
            Self::English => "The record's history is still empty.\n",
        }
    }

    /// What `sync` brought in and sent.
    pub fn synced(self, received: usize, sent: usize) -> String {
        let counted = |count, language| match language {
            Self::French => counted(count, "enregistrement", "enregistrements", language),
            Self::English => counted(count, "commit", "commits", language),
        };
        match (self, received, sent) {
            (Self::French, 0, 0) => "Déjà à jour\u{a0}: rien à recevoir ni à envoyer.\n".to_owned(),
            (Self::English, 0, 0) => "Already up to date: nothing to receive nor to send.\n".to_owned(),
            (Self::French, ..) => {
                let next = if received > 0 { "Ensuite\u{a0}: council log\n" } else { "" };
                format!("Reçu\u{a0}: {}. Envoyé\u{a0}: {}.\n{next}", counted(received, self), counted(sent, self))
            }
            (Self::English, ..) => {
                let next = if received > 0 { "Next: council log\n" } else { "" };
                format!("Received: {}. Sent: {}.\n{next}", counted(received, self), counted(sent, self))
            }
        }
    }

    /// A file that one side removed and the other changed.
    pub fn kept_on_one_side(self, path: &str) -> String {
        match self {
            Self::French => format!("{path} (supprimé d'un côté, changé de l'autre\u{a0}: à garder ou à supprimer)"),
            Self::English => format!("{path} (removed on one side, changed on the other: keep it or remove it)"),
        }
    }

    /// Files that were changed on both sides.
    pub fn in_conflict(self, paths: &[String]) -> String {
        let (head, next) = match self {
            Self::French => (
                "Rien n'est envoyé\u{a0}: les mêmes lignes ont été changées des deux côtés, dans\u{a0}:",
                "Ensuite\u{a0}: ouvrez ces fichiers, gardez ce qui convient et effacez les lignes <<<<<<<, ======= et \
                 >>>>>>>, puis council check, council commit et council sync. Pour renoncer\u{a0}: git merge --abort",
            ),
            Self::English => (
                "Nothing is sent: the same lines were changed on both sides, in:",
                "Next: open these files, keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>, then \
                 council check, council commit and council sync. To give up: git merge --abort",
            ),
        };
        listed(head, paths, next)
    }

    /// Errors kept `sync` from sending.
    pub fn not_sent(self, errors: usize) -> String {
        match self {
            Self::French => format!(
                "Rien n'est envoyé\u{a0}: {} à corriger.\nEnsuite\u{a0}: corrigez, puis council commit et council sync\n",
                counted(errors, "erreur", "erreurs", self)
            ),
            Self::English => format!(
                "Nothing is sent: {} to correct.\nNext: correct them, then council commit and council sync\n",
                counted(errors, "error", "errors", self)
            ),
        }
    }
}

/// A line, the files it is about, and what to do.
fn listed(head: &str, paths: &[String], next: &str) -> String {
    let mut text = format!("{head}\n");
    for path in paths {
        let _ = writeln!(text, "  {path}");
    }
    text + next + "\n"
}
