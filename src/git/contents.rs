//! What files held in earlier states, read one after another through one git.

use super::repository::Repository;
use super::run::{GitError, reader};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

/// A git that hands out contents by their names.
#[derive(Debug)]
pub struct Contents {
    child: Child,
    wanted: Option<ChildStdin>,
    given: BufReader<ChildStdout>,
}

impl Repository {
    /// Starts a git that hands out contents.
    ///
    /// # Errors
    /// When git is not there.
    pub fn contents(&self) -> Result<Contents, GitError> {
        let mut command = reader(&self.folder, ["cat-file", "--batch"]);
        let mut child = command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let (Some(wanted), Some(given)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(GitError::Failed("git cat-file has no pipes".to_owned()));
        };
        Ok(Contents { child, wanted: Some(wanted), given: BufReader::new(given) })
    }
}

impl Contents {
    /// The content of this name; `None` where it is not there, or is longer than `most` bytes.
    ///
    /// # Errors
    /// When git has stopped.
    pub fn read(&mut self, name: &str, most: usize) -> Result<Option<Vec<u8>>, GitError> {
        let Some(wanted) = self.wanted.as_mut() else { return Ok(None) };
        wanted.write_all(format!("{name}\n").as_bytes()).and_then(|()| wanted.flush())?;
        let mut head = String::new();
        self.given.read_line(&mut head)?;
        let Some(length) = head.trim_end().rsplit_once(" blob ").and_then(|(_, length)| length.parse::<u64>().ok())
        else {
            return Ok(None);
        };
        // A line end follows.
        let mut rest = self.given.by_ref().take(length + 1);
        if length > most as u64 {
            std::io::copy(&mut rest, &mut std::io::sink())?;
            return Ok(None);
        }
        let mut bytes = Vec::new();
        rest.read_to_end(&mut bytes)?;
        bytes.pop();
        Ok(Some(bytes))
    }
}

/// The versions of a file in conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    /// The one that both sides come from.
    pub base: Vec<u8>,
    /// The one that was here.
    pub ours: Vec<u8>,
    /// The one that was brought in.
    pub theirs: Vec<u8>,
}

impl Repository {
    /// The versions of a file that a merge left in conflict, by its path from the folder; `None` where one of them is
    /// missing, or longer than `most` bytes.
    ///
    /// # Errors
    /// When git is not there.
    pub fn versions(&self, path: &str, most: usize) -> Result<Option<Versions>, GitError> {
        let mut contents = self.contents()?;
        let below = if self.below.is_empty() { String::new() } else { format!("{}/", self.below) };
        let mut version = |stage: u8| contents.read(&format!(":{stage}:{below}{path}"), most);
        let (base, ours, theirs) = (version(1)?, version(2)?, version(3)?);
        Ok(base.zip(ours).zip(theirs).map(|((base, ours), theirs)| Versions { base, ours, theirs }))
    }
}

impl Drop for Contents {
    fn drop(&mut self) {
        // It stops once nothing more can be wanted.
        self.wanted = None;
        let _ = self.child.wait();
    }
}
