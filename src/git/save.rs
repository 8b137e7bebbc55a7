//! Committing chosen files and no other, with the user's own hooks, signature and identity.

use super::repository::Repository;
use super::run::{GitError, Told, ask, tell, with_zeros, zero_separated};
use std::collections::BTreeSet;

/// How a commit ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommitEnd {
    /// It is there; what hooks had to say.
    Done(String),
    /// There was nothing left to take in: another git has, in between.
    Nothing,
    /// git does not know who commits.
    NoIdentity,
    /// A hook, or git itself, refused; in its own words. Nothing is committed.
    Refused(String),
}

/// Messages are UTF-8, whatever the user's others are.
const IN_UTF_8: [&str; 2] = ["-c", "i18n.commitEncoding=UTF-8"];

impl Repository {
    /// Commits these files as they lie in the folder, those that are gone too, and nothing else: what was staged besides
    /// stays so. Where it is refused, all is as it was, but for one of these files that was staged as deleted and lies there
    /// still: it is no more.
    ///
    /// # Errors
    /// When git is not there, or cannot be asked.
    pub fn commit(&self, paths: &[String], message: &str) -> Result<CommitEnd, GitError> {
        if paths.is_empty() {
            return Ok(CommitEnd::Nothing);
        }
        let others = ask(&self.folder, ["ls-files", "-z", "--others", "--exclude-standard"])?;
        let others: BTreeSet<String> = zero_separated(&others).collect();
        let new: Vec<String> = paths.iter().filter(|path| others.contains(*path)).cloned().collect();
        let from_input = ["--pathspec-from-file=-", "--pathspec-file-nul"];
        if !new.is_empty() {
            tell(&self.folder, ["add", "--intent-to-add"].iter().chain(&from_input), Some(&with_zeros(&new)))?
                .done()?;
        }
        let message = format!("--message={message}");
        let commit = ["commit", "--quiet", "--only", &message];
        let args = IN_UTF_8.iter().chain(&commit).chain(&from_input);
        let told = tell(&self.folder, args, Some(&with_zeros(paths)));
        if !told.as_ref().is_ok_and(|told| told.well) && !new.is_empty() {
            self.withdraw(&new)?;
        }
        Ok(told?.into())
    }

    /// Takes back the announcement of these files: of each, the index has again what is committed. Another git may commit
    /// some after git has looked and before it writes the index, or hold it; a second time puts that right.
    fn withdraw(&self, paths: &[String]) -> Result<(), GitError> {
        let reset = || {
            let reset = ["reset", "--quiet", "--pathspec-from-file=-", "--pathspec-file-nul"];
            tell(&self.folder, reset, Some(&with_zeros(paths)))?.done().map(drop)
        };
        reset().or_else(|_| reset())?;
        reset()
    }

    /// Takes these files as they lie in the folder for resolved, and completes the merge that is under way.
    ///
    /// # Errors
    /// When git is not there, or cannot be asked.
    pub fn complete_merge(&self, paths: &[String], message: &str) -> Result<CommitEnd, GitError> {
        let update = ["update-index", "--add", "--remove", "--replace", "-z", "--stdin"];
        tell(&self.folder, update, Some(&with_zeros(paths)))?.done()?;
        let message = format!("--message={message}");
        let commit = ["commit", "--quiet", &message];
        Ok(tell(&self.folder, IN_UTF_8.iter().chain(&commit), None)?.into())
    }
}

impl From<Told> for CommitEnd {
    fn from(told: Told) -> Self {
        if told.well {
            Self::Done(told.err)
        } else if ["nothing to commit", "nothing added to commit", "no changes added to commit"]
            .iter()
            .any(|words| told.err.contains(words))
        {
            Self::Nothing
        } else if lacks_identity(&told.err) {
            Self::NoIdentity
        } else {
            Self::Refused(told.err)
        }
    }
}

/// Says whether git refused because it does not know who commits.
pub(super) fn lacks_identity(said: &str) -> bool {
    said.contains("Please tell me who you are")
        || said.contains("user.useConfigOnly")
        || said.contains("empty ident name")
        || said.contains("unable to auto-detect email address")
        || said.contains("no email was given and auto-detection is disabled")
        || said.contains("no name was given and auto-detection is disabled")
}
