//! Starting git so that what it prints does not depend on the user's settings, nor on a hook that is running.

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

/// git could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GitError {
    /// It is not installed, or not found.
    NotInstalled,
    /// It does not trust this folder, which belongs to somebody else.
    NotTrusted(String),
    /// Another git is at work, or was stopped: this file says so.
    Locked(String),
    /// It refused; in its own words, on one line.
    Failed(String),
}

impl fmt::Display for GitError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInstalled => out.write_str("git is not installed"),
            Self::NotTrusted(folder) => write!(out, "git does not trust {folder}"),
            Self::Locked(file) => write!(out, "git is locked by {file}"),
            Self::Failed(said) => out.write_str(said),
        }
    }
}

impl std::error::Error for GitError {}

impl GitError {
    /// What git's own words mean.
    fn of(said: &str) -> Self {
        let between = |start: &str, end: &str| {
            let here = said.lines().filter(|line| !line.starts_with("remote:"));
            here.filter_map(|line| line.split_once(start)?.1.split_once(end)).map(|(what, _)| what.to_owned()).next()
        };
        if let Some(folder) = between("detected dubious ownership in repository at '", "'") {
            Self::NotTrusted(folder)
        } else if let Some(file) = between("Unable to create '", "': File exists") {
            Self::Locked(file)
        } else {
            Self::Failed(one_line(said.as_bytes()))
        }
    }
}

impl From<io::Error> for GitError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotInstalled,
            _ => Self::Failed(error.to_string()),
        }
    }
}

/// How git ended, and what it said, in English whatever the machine's language.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub well: bool,
    pub err: String,
}

/// Set while a hook runs, and then perhaps of another repository.
const OF_A_HOOK: [&str; 8] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_WORK_TREE",
];

fn command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("--no-pager").arg("-C").arg(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for variable in OF_A_HOOK {
        command.env_remove(variable);
    }
    command
}

/// A git that only reads: it takes no lock, and every path it is handed means itself.
pub(super) fn reader(folder: &Path, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = command(folder);
    command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
    command.args(["--literal-pathspecs", "-c", "color.ui=false", "-c", "diff.relative=false"]).args(args);
    command
}

/// Says whether git ignores a path from a folder, whether it is there or not. The one question for which no path may be
/// handed as meaning itself.
pub(super) fn ignores(folder: &Path, path: &Path) -> Result<bool, GitError> {
    Ok(command(folder).args(["check-ignore", "--quiet", "--"]).arg(path).output()?.status.success())
}

/// Asks git something, and gives what it prints.
pub(super) fn ask(folder: &Path, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Result<Vec<u8>, GitError> {
    let output = reader(folder, args).output()?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(GitError::of(&String::from_utf8_lossy(&output.stderr)))
    }
}

/// Asks git for one line of text, such as a path, which may hold line ends itself; `None` where it has no answer.
pub(super) fn ask_line(
    folder: &Path,
    args: impl IntoIterator<Item = impl AsRef<OsStr>>,
) -> Result<Option<String>, GitError> {
    match ask(folder, args) {
        Ok(out) => {
            let text = String::from_utf8_lossy(&out);
            Ok(Some(text.strip_suffix('\n').unwrap_or(&text).to_owned()))
        }
        Err(GitError::Failed(_)) => Ok(None),
        Err(error @ (GitError::NotInstalled | GitError::NotTrusted(_) | GitError::Locked(_))) => Err(error),
    }
}

/// Has git do something, with what it is to read, if anything. The user's hooks keep their alphabet: only the language
/// of git's own messages is set.
pub(super) fn tell(
    folder: &Path,
    args: impl IntoIterator<Item = impl AsRef<OsStr>>,
    input: Option<&[u8]>,
) -> Result<Told, GitError> {
    let mut command = command(folder);
    command
        .env("LANGUAGE", "en")
        .env("GIT_TERMINAL_PROMPT", "0")
        .args(["-c", "color.ui=false", "-c", "core.safecrlf=false"])
        .args(args);
    if input.is_some() {
        command.stdin(Stdio::piped());
    }
    let mut child = command.spawn()?;
    if let Some((input, mut stdin)) = input.zip(child.stdin.take()) {
        // git that has stopped reading says why below.
        let _ = stdin.write_all(input);
    }
    let output = child.wait_with_output()?;
    let well = output.status.success();
    // Some refusals are told where results are.
    let said = if well { output.stderr } else { [output.stderr, output.stdout].concat() };
    let told = Told { well, err: String::from_utf8_lossy(&said).into_owned() };
    match GitError::of(&told.err) {
        GitError::Locked(file) if !told.well => Err(GitError::Locked(file)),
        GitError::NotInstalled | GitError::NotTrusted(_) | GitError::Locked(_) | GitError::Failed(_) => Ok(told),
    }
}

impl Told {
    /// The failure, where there is one.
    pub fn done(self) -> Result<Self, GitError> {
        if self.well { Ok(self) } else { Err(GitError::of(&self.err)) }
    }
}

/// A message on one line.
pub(super) fn one_line(said: &[u8]) -> String {
    String::from_utf8_lossy(said).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts between the zero bytes of what `-z` prints.
pub(super) fn zero_separated(out: &[u8]) -> impl Iterator<Item = String> {
    out.split(|byte| *byte == 0).filter(|part| !part.is_empty()).map(|part| String::from_utf8_lossy(part).into_owned())
}

/// Paths as `-z` reads them.
pub(super) fn with_zeros<'a>(paths: impl IntoIterator<Item = &'a String>) -> Vec<u8> {
    paths.into_iter().flat_map(|path| path.bytes().chain([0])).collect()
}
