//! What keeps the commands that need git from doing their work, in words for people who do not know git.

use super::{Language, joined};

/// What keeps git from doing what a command needs of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum GitProblem {
    /// It is not installed.
    NotInstalled,
    /// The record lies in no repository.
    NoRepository {
        /// The record's folder, as it is seen from the current one.
        record: String,
    },
    /// It does not trust a folder that belongs to somebody else.
    NotTrusted {
        /// The folder.
        folder: String,
    },
    /// Another git is at work, or was stopped in the middle.
    Locked {
        /// The file that says so.
        file: String,
    },
    /// It was told to ignore the record.
    Ignored,
    /// It refused; in its own words.
    Refused {
        /// On one line.
        said: String,
    },
    /// A state named on the command line is not in the history.
    UnknownRevision {
        /// As it was typed.
        typed: String,
    },
    /// No branch is checked out.
    Detached,
    /// Something else waits to end first.
    UnderWay {
        /// The command that began it: `rebase`.
        command: &'static str,
        /// The command that gives it up.
        give_up: String,
    },
    /// A merge is under way, and waits for `council commit`.
    MergeUnderWay,
    /// A merge is under way, and these files outside the record are in conflict.
    ConflictsElsewhere {
        /// From the repository's root.
        paths: Vec<String>,
    },
    /// It does not know who commits.
    NoIdentity,
    /// What was changed is not committed yet.
    NotCommitted,
    /// There is nothing to share yet.
    NothingCommitted,
    /// A hook, or git itself, refused the commit.
    CommitRefused,
}

impl GitProblem {
    pub(super) fn words(&self, language: Language) -> String {
        match language {
            Language::French => french(self),
            Language::English => english(self),
        }
    }
}

fn french(problem: &GitProblem) -> String {
    let list = |items: &[String]| joined(items, " et ", |item| format!("«\u{a0}{item}\u{a0}»"));
    match problem {
        GitProblem::NotInstalled => {
            "git n'est pas installé sur cette machine\u{a0}: installez-le, puis recommencez".to_owned()
        }
        GitProblem::NoRepository { record } => {
            format!("git ne suit pas encore ce registre\u{a0}: lancez d'abord council init {record}")
        }
        GitProblem::NotTrusted { folder } => format!(
            "git se méfie de ce dossier, qui appartient à quelqu'un d'autre\u{a0}: si vous lui faites confiance, lancez git \
             config --global --add safe.directory \"{folder}\", puis recommencez"
        ),
        GitProblem::Locked { file } => format!(
            "git est déjà au travail dans ce registre, ou y a été arrêté net\u{a0}: attendez un instant, puis recommencez\u{a0}; \
             si rien ne tourne, supprimez d'abord {file}"
        ),
        GitProblem::Ignored => {
            "git a pour consigne d'ignorer ce registre\u{a0}: retirez-le des fichiers .gitignore, puis \
             recommencez"
                .to_owned()
        }
        GitProblem::Refused { said } => format!("git a refusé\u{a0}; il dit\u{a0}: {said}"),
        GitProblem::UnknownRevision { typed } => format!(
            "«\u{a0}{typed}\u{a0}» ne désigne aucun enregistrement de l'histoire du registre\u{a0}: sans rien après --changed, \
             c'est le dernier"
        ),
        GitProblem::Detached => {
            "vous regardez un ancien état du registre, ou un état qui n'est d'aucune branche\u{a0}: ce qui y \
             serait enregistré se perdrait\u{a0}; revenez d'abord à la branche, par exemple par git switch main"
                .to_owned()
        }
        GitProblem::UnderWay { command, give_up } => format!(
            "une opération de git, git {command}, n'est pas terminée\u{a0}: terminez-la, ou abandonnez-la par {give_up}, puis \
             recommencez"
        ),
        GitProblem::MergeUnderWay => {
            "la mise en commun de deux versions n'est pas terminée\u{a0}: corrigez les fichiers, puis \
             lancez council commit\u{a0}; pour y renoncer\u{a0}: git merge --abort"
                .to_owned()
        }
        GitProblem::ConflictsElsewhere { paths } => format!(
            "hors du registre, deux versions restent à départager dans {}\u{a0}: corrigez ces fichiers, puis lancez git add sur chacun, et council commit",
            list(paths)
        ),
        GitProblem::NoIdentity => {
            "git ne sait pas qui vous êtes\u{a0}: dites-le-lui une fois par git config --global user.name \
             \"Prénom Nom\" et git config --global user.email \"adresse@exemple.fr\", puis recommencez"
                .to_owned()
        }
        GitProblem::NotCommitted => {
            "des changements du registre ne sont pas encore enregistrés\u{a0}: lancez d'abord council commit".to_owned()
        }
        GitProblem::NothingCommitted => {
            "rien n'est encore enregistré dans ce registre\u{a0}: lancez d'abord council commit".to_owned()
        }
        GitProblem::CommitRefused => {
            "git a refusé d'enregistrer, et rien n'est changé\u{a0}; la raison est ci-dessus".to_owned()
        }
    }
}

fn english(problem: &GitProblem) -> String {
    let list = |items: &[String]| joined(items, " and ", |item| format!("'{item}'"));
    match problem {
        GitProblem::NotInstalled => "git is not installed on this machine: install it, then try again".to_owned(),
        GitProblem::NoRepository { record } => {
            format!("git does not keep this record yet: run council init {record} first")
        }
        GitProblem::NotTrusted { folder } => format!(
            "git does not trust this folder, which belongs to somebody else: if you trust it, run git config --global \
             --add safe.directory \"{folder}\", then try again"
        ),
        GitProblem::Locked { file } => format!(
            "git is at work in this record already, or was stopped there: wait a moment, then try again; if nothing is \
             running, delete {file} first"
        ),
        GitProblem::Ignored => {
            "git was told to ignore this record: take it out of the .gitignore files, then try again".to_owned()
        }
        GitProblem::Refused { said } => format!("git refused; it says: {said}"),
        GitProblem::UnknownRevision { typed } => {
            format!("'{typed}' names no state in the record's history: with nothing after --changed, it is the latest")
        }
        GitProblem::Detached => {
            "you are looking at an old state of the record, or one that belongs to no branch: what is \
             committed there would be lost; go back to the branch first, for instance with git switch main"
                .to_owned()
        }
        GitProblem::UnderWay { command, give_up } => {
            format!("git {command} is not finished: finish it, or give it up with {give_up}, then try again")
        }
        GitProblem::MergeUnderWay => "the merge of two versions is not finished: correct the files, then run council \
             commit; to give it up: git merge --abort"
            .to_owned(),
        GitProblem::ConflictsElsewhere { paths } => format!(
            "outside the record, two versions remain to be settled in {}: correct these files, then run git add on each, and council commit",
            list(paths)
        ),
        GitProblem::NoIdentity => {
            "git does not know who you are: tell it once with git config --global user.name \"First \
             Last\" and git config --global user.email \"address@example.org\", then try again"
                .to_owned()
        }
        GitProblem::NotCommitted => "changes to the record are not committed yet: run council commit first".to_owned(),
        GitProblem::NothingCommitted => "nothing is committed in this record yet: run council commit first".to_owned(),
        GitProblem::CommitRefused => "git refused to commit, and nothing is changed; the reason is above".to_owned(),
    }
}
