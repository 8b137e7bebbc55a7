//! The commits that touched the folder, newest first, each with the files it touched; read as they are asked for.

use super::repository::Repository;
use super::run::{GitError, one_line, reader};
use super::touched::Touched;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout};

/// A commit, and what it did in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// The author's day, as `2023-05-10`.
    pub day: String,
    /// The author's name.
    pub author: String,
    /// The first line of its message.
    pub subject: String,
    /// The files it touched; of a merge, only those that differ from both sides.
    pub touched: Vec<Touched>,
}

/// The commits, newest first.
#[derive(Debug)]
pub struct History {
    repository: Repository,
    child: Child,
    out: BufReader<ChildStdout>,
    next: Option<Commit>,
    ended: bool,
}

/// Before the facts of a commit; no path follows it.
const BEGIN: char = '\u{1}';
/// Between the facts of a commit.
const BETWEEN: char = '\u{1f}';

impl Repository {
    /// The commits that touched a path below the folder (`.` for all of it), newest first. Merges that did nothing of
    /// their own have no files.
    ///
    /// # Errors
    /// When git is not there.
    pub fn history(&self, path: &str) -> Result<History, GitError> {
        let format = format!("--format=tformat:{BEGIN}%ad{BETWEEN}%aN{BETWEEN}%s");
        let log = ["-c", "log.showRoot=true", "log", "-z", "--raw", "-c", "--no-abbrev", "--no-renames"];
        let plain = ["--no-ext-diff", "--no-show-signature", "--ignore-submodules=all", "--encoding=UTF-8"];
        let order = ["--full-history", "--date=short", &format, "HEAD", "--", path];
        let mut command = reader(&self.folder, log.iter().chain(&plain).chain(&order));
        let mut child = command.spawn()?;
        let Some(out) = child.stdout.take() else {
            return Err(GitError::Failed("git log has no pipe".to_owned()));
        };
        Ok(History { repository: self.clone(), child, out: BufReader::new(out), next: None, ended: false })
    }
}

impl History {
    /// What stands before the next zero byte.
    fn part(&mut self) -> Result<Option<String>, GitError> {
        let mut bytes = Vec::new();
        if self.out.read_until(0, &mut bytes)? == 0 {
            return Ok(None);
        }
        bytes.pop_if(|last| *last == 0);
        let text = String::from_utf8_lossy(&bytes);
        Ok(Some(text.strip_prefix('\n').unwrap_or(&text).to_owned()))
    }

    /// Reads up to the beginning of the commit after the one that is given.
    fn advance(&mut self) -> Result<Option<Commit>, GitError> {
        while let Some(part) = self.part()? {
            if part.starts_with(':') {
                let path = self.part()?.unwrap_or_default();
                let touched = self.repository.touched(&part, &path);
                if let Some(commit) = self.next.as_mut() {
                    commit.touched.extend(touched);
                }
            } else if let Some(facts) = part.strip_prefix(BEGIN) {
                let mut facts = facts.splitn(3, BETWEEN).map(str::to_owned);
                let mut fact = || facts.next().unwrap_or_default();
                let commit = Commit { day: fact(), author: fact(), subject: fact(), touched: Vec::new() };
                if let Some(whole) = self.next.replace(commit) {
                    return Ok(Some(whole));
                }
            }
        }
        self.ended = true;
        self.said()?;
        Ok(self.next.take())
    }

    /// What git had to say against it, once it has ended.
    fn said(&mut self) -> Result<(), GitError> {
        let mut said = Vec::new();
        if let Some(err) = self.child.stderr.as_mut() {
            err.read_to_end(&mut said)?;
        }
        if self.child.wait()?.success() { Ok(()) } else { Err(GitError::Failed(one_line(&said))) }
    }
}

impl Iterator for History {
    type Item = Result<Commit, GitError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let result = self.advance();
        self.ended |= result.is_err();
        result.transpose()
    }
}

impl Drop for History {
    fn drop(&mut self) {
        // Whoever has read enough does not wait for the rest.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
