//! Whether git keeps a file that lies anywhere, in whatever repository.

use super::run::{GitError, ask_line, ignores};
use std::ffi::OsStr;
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

/// Asks git what it makes of a file that is there or is to be: by a folder that is there, and its path from it.
///
/// # Errors
/// When git is not there.
pub fn keeping(folder: &Path, path: &Path) -> Result<Keeping, GitError> {
    if ask_line(folder, ["rev-parse", "--show-prefix"])?.is_none() {
        return Ok(Keeping::Outside);
    }
    let words = ["ls-files", "--error-unmatch", "--"].map(OsStr::new);
    if ask_line(folder, words.into_iter().chain([path.as_os_str()]))?.is_some() {
        return Ok(Keeping::Tracked);
    }
    Ok(if ignores(folder, path)? { Keeping::Ignored } else { Keeping::Untracked })
}
