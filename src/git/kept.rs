//! Whether git keeps a file that lies anywhere, in whatever repository.

use super::run::{GitError, ask_line};
use std::path::Path;

/// What git makes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It keeps it.
    Tracked,
    /// It leaves it alone.
    Ignored,
    /// It lies in a repository, and could be added any time.
    Untracked,
    /// It lies in no repository.
    Outside,
}

/// The folder of the repository that a folder lies in; nothing outside of any.
///
/// # Errors
/// When git is not there.
pub fn repository_of(folder: &Path) -> Result<Option<String>, GitError> {
    ask_line(folder, ["rev-parse", "--show-toplevel"])
}

/// Asks git what it makes of a file, by the folder and the name.
///
/// # Errors
/// When git is not there.
pub fn keeping(folder: &Path, name: &str) -> Result<Keeping, GitError> {
    if ask_line(folder, ["rev-parse", "--show-prefix"])?.is_none() {
        return Ok(Keeping::Outside);
    }
    if ask_line(folder, ["ls-files", "--error-unmatch", "--", name])?.is_some() {
        return Ok(Keeping::Tracked);
    }
    let ignored = ask_line(folder, ["ls-files", "--others", "--ignored", "--exclude-standard", "--", name])?;
    let is_ignored = ignored.is_some_and(|listed| !listed.is_empty());
    Ok(if is_ignored { Keeping::Ignored } else { Keeping::Untracked })
}
