//! What keeps a record from being shared with those who hold another clone, in words for people who do not know git.

use super::{Language, joined};

/// What keeps a record from being shared.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ShareProblem {
    /// No other repository is known.
    NoRemote,
    /// Several are, and none is this branch's.
    WhichRemote {
        /// What they are called.
        known: Vec<String>,
        /// The branch that is checked out.
        branch: String,
    },
    /// The other repository does not answer.
    Unreachable {
        /// What it is called.
        remote: String,
    },
    /// The other repository does not let this user in.
    Forbidden {
        /// What it is called.
        remote: String,
    },
    /// There is no such repository.
    RemoteNotThere {
        /// What it is called.
        remote: String,
    },
    /// Changes that are not committed would be lost.
    WouldOverwrite {
        /// The files.
        paths: Vec<String>,
    },
    /// The two histories have nothing in common.
    Unrelated {
        /// What the other repository is called.
        remote: String,
    },
    /// Somebody else was faster, again and again.
    AlwaysBehind,
    /// A rule of the other repository, or a hook, refuses what is sent.
    PushRefused {
        /// What the other repository is called.
        remote: String,
    },
}

impl ShareProblem {
    pub(super) fn words(&self, language: Language) -> String {
        match language {
            Language::French => french(self),
            Language::English => english(self),
        }
    }
}

fn french(problem: &ShareProblem) -> String {
    let list = |items: &[String]| joined(items, " et ", |item| format!("«\u{a0}{item}\u{a0}»"));
    match problem {
        ShareProblem::NoRemote => {
            "ce registre n'est relié à aucun dépôt partagé\u{a0}: reliez-le par git remote add origin ADRESSE, \
             puis recommencez"
                .to_owned()
        }
        ShareProblem::WhichRemote { known, branch } => format!(
            "ce registre est relié à plusieurs dépôts, {}\u{a0}: choisissez-en un par git push --set-upstream DÉPÔT {branch}",
            list(known)
        ),
        ShareProblem::Unreachable { remote } => format!(
            "le dépôt partagé «\u{a0}{remote}\u{a0}» ne répond pas\u{a0}: vérifiez votre connexion, puis recommencez\u{a0}; rien \
             n'est perdu"
        ),
        ShareProblem::Forbidden { remote } => format!(
            "le dépôt partagé «\u{a0}{remote}\u{a0}» ne vous laisse pas entrer\u{a0}: vérifiez votre mot de passe ou votre clé, \
             ou demandez l'accès à qui le gère"
        ),
        ShareProblem::RemoteNotThere { remote } => format!(
            "le dépôt partagé «\u{a0}{remote}\u{a0}» est introuvable\u{a0}: vérifiez son adresse par git remote get-url {remote}"
        ),
        ShareProblem::WouldOverwrite { paths } => format!(
            "la mise en commun effacerait des changements qui ne sont pas enregistrés dans {}\u{a0}: enregistrez-les par git \
             commit, ou mettez-les de côté, puis recommencez",
            list(paths)
        ),
        ShareProblem::Unrelated { remote } => format!(
            "le dépôt partagé «\u{a0}{remote}\u{a0}» contient un autre registre, sans rien de commun avec celui-ci\u{a0}: vérifiez \
             son adresse par git remote get-url {remote}"
        ),
        ShareProblem::AlwaysBehind => {
            "d'autres envoient leurs changements au même moment, plusieurs fois de suite\u{a0}: attendez \
             une minute, puis relancez council sync"
                .to_owned()
        }
        ShareProblem::PushRefused { remote } => {
            format!("l'envoi vers «\u{a0}{remote}\u{a0}» a été refusé\u{a0}; la raison est ci-dessus")
        }
    }
}

fn english(problem: &ShareProblem) -> String {
    let list = |items: &[String]| joined(items, " and ", |item| format!("'{item}'"));
    match problem {
        ShareProblem::NoRemote => {
            "this record is linked to no shared repository: link it with git remote add origin ADDRESS, \
             then try again"
                .to_owned()
        }
        ShareProblem::WhichRemote { known, branch } => format!(
            "this record is linked to several repositories, {}: choose its own with git push --set-upstream NAME {branch}",
            list(known)
        ),
        ShareProblem::Unreachable { remote } => {
            format!(
                "the shared repository '{remote}' does not answer: check your connection, then try again; nothing is lost"
            )
        }
        ShareProblem::Forbidden { remote } => format!(
            "the shared repository '{remote}' does not let you in: check your password or your key, or ask whoever runs it"
        ),
        ShareProblem::RemoteNotThere { remote } => format!(
            "the shared repository '{remote}' is not to be found: check its address with git remote get-url {remote}"
        ),
        ShareProblem::WouldOverwrite { paths } => format!(
            "the merge would overwrite changes that are not committed in {}: commit them with git commit, or put them \
             aside, then try again",
            list(paths)
        ),
        ShareProblem::Unrelated { remote } => format!(
            "the shared repository '{remote}' holds another record, which has nothing in common with this one: check its \
             address with git remote get-url {remote}"
        ),
        ShareProblem::AlwaysBehind => {
            "others send their changes at the same moment, several times in a row: wait a minute, \
             then run council sync again"
                .to_owned()
        }
        ShareProblem::PushRefused { remote } => format!("'{remote}' refused what was sent; the reason is above"),
    }
}
