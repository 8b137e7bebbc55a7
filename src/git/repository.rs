//! The repository that a folder lies in: where it is, what is checked out, and what is under way.

use super::run::{GitError, ask, ask_line, tell};
use std::path::{Path, PathBuf};

/// The repository that a folder lies in, seen from that folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// The folder; every path is from here.
    pub folder: PathBuf,
    /// The folder as seen from the repository's, with `/`; empty where it is the same.
    pub below: String,
    /// Where git keeps what it knows of this work tree.
    own: PathBuf,
}

/// Where a repository's hooks are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hooks {
    /// Their folder.
    pub folder: PathBuf,
    /// Whether somebody chose that place (`core.hooksPath`), so that others may share it.
    pub are_shared: bool,
}

/// What is checked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// A branch, with its latest commit.
    Branch {
        /// The branch.
        name: String,
        /// The commit.
        commit: String,
    },
    /// A branch that has no commit yet.
    Unborn {
        /// The branch.
        name: String,
    },
    /// A commit that is no branch's: what is committed there belongs to nothing.
    Detached,
}

/// Something that git was asked for and waits to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnderWay {
    /// `git merge`
    Merge,
    /// `git rebase`
    Rebase,
    /// `git am`
    Mail,
    /// `git cherry-pick`
    CherryPick,
    /// `git revert`
    Revert,
    /// `git bisect`
    Bisect,
}

impl UnderWay {
    /// The command that began it, and that ends it with `--abort` (`reset` for a bisection).
    pub fn command(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::Rebase => "rebase",
            Self::Mail => "am",
            Self::CherryPick => "cherry-pick",
            Self::Revert => "revert",
            Self::Bisect => "bisect",
        }
    }
}

/// Finds the repository that a folder lies in, if any.
///
/// # Errors
/// When git is not there, or will not say.
pub fn repository(folder: &Path) -> Result<Option<Repository>, GitError> {
    let prefix = match ask(folder, ["rev-parse", "--show-prefix"]) {
        Ok(prefix) => String::from_utf8_lossy(&prefix).into_owned(),
        Err(GitError::Failed(said)) if said.contains("not a git repository") => return Ok(None),
        Err(error) => return Err(error),
    };
    let below = prefix.strip_suffix('\n').unwrap_or(&prefix).trim_end_matches('/').to_owned();
    let own = ask_line(folder, ["rev-parse", "--absolute-git-dir"])?.unwrap_or_default();
    Ok(Some(Repository { folder: folder.to_owned(), below, own: PathBuf::from(own) }))
}

/// Makes a folder a repository.
///
/// # Errors
/// When git is not there, or refuses.
pub fn init(folder: &Path) -> Result<(), GitError> {
    tell(folder, ["init", "--quiet"], None)?.done().map(|_| ())
}

impl Repository {
    /// Where its hooks are.
    ///
    /// # Errors
    /// When git will not say.
    pub fn hooks(&self) -> Result<Hooks, GitError> {
        let folder = ask_line(&self.folder, ["rev-parse", "--git-path", "hooks"])?.unwrap_or_default();
        let chosen = ask_line(&self.folder, ["config", "--get", "core.hooksPath"])?;
        Ok(Hooks { folder: self.folder.join(folder), are_shared: chosen.is_some_and(|path| !path.trim().is_empty()) })
    }

    /// What is checked out.
    ///
    /// # Errors
    /// When git will not say.
    pub fn head(&self) -> Result<Head, GitError> {
        let name = ask_line(&self.folder, ["symbolic-ref", "--quiet", "--short", "HEAD"])?;
        Ok(match (name, self.commit_named("HEAD")?) {
            (Some(name), Some(commit)) => Head::Branch { name, commit },
            (Some(name), None) => Head::Unborn { name },
            (None, _) => Head::Detached,
        })
    }

    /// What waits to end, if anything.
    pub fn under_way(&self) -> Option<UnderWay> {
        let marks = [
            ("MERGE_HEAD", UnderWay::Merge),
            ("rebase-merge", UnderWay::Rebase),
            ("rebase-apply/applying", UnderWay::Mail),
            ("rebase-apply", UnderWay::Rebase),
            ("CHERRY_PICK_HEAD", UnderWay::CherryPick),
            ("REVERT_HEAD", UnderWay::Revert),
            ("BISECT_LOG", UnderWay::Bisect),
        ];
        marks.into_iter().find(|(mark, _)| self.own.join(mark).exists()).map(|(_, under_way)| under_way)
    }

    /// The commit that somebody calls so: `HEAD`, `main`, `v1`, `HEAD~3`; `None` where there is no such one.
    ///
    /// # Errors
    /// When git is not there.
    pub fn commit_named(&self, name: &str) -> Result<Option<String>, GitError> {
        if name.starts_with('-') {
            return Ok(None);
        }
        ask_line(&self.folder, ["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")])
    }

    /// A path of the repository as seen from the folder; `None` where it lies elsewhere.
    pub(super) fn path_below(&self, path: &str) -> Option<String> {
        if self.below.is_empty() {
            return Some(path.to_owned());
        }
        path.strip_prefix(&self.below)?.strip_prefix('/').map(str::to_owned)
    }
}
