//! The only module that runs git. Knows nothing of records.

use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// git could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GitError {
    /// It is not installed, or not found.
    NotInstalled,
    /// It refused; in its own words, on one line.
    Failed(String),
}

impl fmt::Display for GitError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInstalled => out.write_str("git is not installed"),
            Self::Failed(said) => out.write_str(said),
        }
    }
}

impl std::error::Error for GitError {}

/// The repository that a folder lies in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// The folder as seen from the repository's, with `/`; empty where it is the same.
    pub below: String,
    /// Where its hooks are.
    pub hooks: PathBuf,
    /// Whether somebody chose that place (`core.hooksPath`), so that others may share it.
    pub hooks_are_shared: bool,
}

/// Finds the repository that a folder lies in, if any.
///
/// # Errors
/// When git is not there, or will not say.
pub fn repository(folder: &Path) -> Result<Option<Repository>, GitError> {
    let found = match run(folder, ["rev-parse", "--show-prefix", "--git-path", "hooks"]) {
        Ok(found) => found,
        Err(GitError::Failed(said)) if said.contains("not a git repository") => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut lines = found.lines();
    let below = lines.next().unwrap_or_default().trim_end_matches('/').to_owned();
    let hooks = folder.join(lines.next().unwrap_or_default());
    let hooks_are_shared = run(folder, ["config", "--get", "core.hooksPath"]).is_ok_and(|path| !path.trim().is_empty());
    Ok(Some(Repository { below, hooks, hooks_are_shared }))
}

/// Makes a folder a repository.
///
/// # Errors
/// When git is not there, or refuses.
pub fn init(folder: &Path) -> Result<(), GitError> {
    run(folder, ["init", "--quiet"]).map(|_| ())
}

/// Runs git in a folder and gives what it prints; its messages are in English whatever the machine's language.
fn run(folder: &Path, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Result<String, GitError> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(args).env("LC_ALL", "C").stdin(Stdio::null());
    // Set while a hook runs, and then of another repository.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    let output = command.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => GitError::NotInstalled,
        _ => GitError::Failed(error.to_string()),
    })?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        Err(GitError::Failed(said.split_whitespace().collect::<Vec<_>>().join(" ")))
    }
}
