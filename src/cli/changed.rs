//! The repository that a record lies in, and what has changed in the record since one of its earlier states.

use std::collections::BTreeSet;

use council::change::{Changes, Comparison};
use council::check::Scope;
use council::git::{self, CommitEnd, Contents, GitError, Head, Repository, Touched, UnderWay};
use council::locale::command_line::{Failure, GitProblem};
use council::model::Id;
use council::record::Record;
use council::store::{FileKind, Layout};
use council::yaml::MAX_BYTES;

use super::opened::Opened;
use super::ui::Ui;

/// The repository that the record lies in.
pub fn repository(opened: &Opened) -> Result<Repository, Failure> {
    let found = git::repository(opened.record.store.root()).map_err(unworked)?;
    found.ok_or_else(|| GitProblem::NoRepository { record: opened.shown("") }.into())
}

/// What git could not do, for the user.
pub fn unworked(error: GitError) -> Failure {
    match error {
        GitError::NotInstalled => GitProblem::NotInstalled,
        GitError::NotTrusted(folder) => GitProblem::NotTrusted { folder },
        GitError::Locked(file) => GitProblem::Locked { file },
        GitError::Failed(said) => GitProblem::Refused { said },
    }
    .into()
}

/// Refuses to go on where something that git was asked for waits to end, or no branch is checked out. Gives the branch's
/// name, its latest commit, if any, and whether a merge is under way.
pub fn ready(repository: &Repository) -> Result<Ready, Failure> {
    let merging = match repository.under_way() {
        None => false,
        Some(UnderWay::Merge) => true,
        Some(
            other @ (UnderWay::Rebase | UnderWay::Mail | UnderWay::CherryPick | UnderWay::Revert | UnderWay::Bisect),
        ) => {
            let end = if other == UnderWay::Bisect { "reset" } else { "--abort" };
            let command = other.command();
            return Err(GitProblem::UnderWay { command, give_up: format!("git {command} {end}") }.into());
        }
    };
    match repository.head().map_err(unworked)? {
        Head::Branch { name, commit } => Ok(Ready { branch: name, commit: Some(commit), merging }),
        Head::Unborn { name } => Ok(Ready { branch: name, commit: None, merging }),
        Head::Detached => Err(GitProblem::Detached.into()),
    }
}

/// A branch that can be worked on.
#[derive(Debug)]
pub struct Ready {
    /// Its name.
    pub branch: String,
    /// Its latest commit, if any.
    pub commit: Option<String>,
    /// Whether a merge is under way.
    pub merging: bool,
}

/// The files of the record that differ from a commit; and how many others do, which the record's history does not keep.
pub fn kept(repository: &Repository, commit: Option<&str>) -> Result<(Vec<Touched>, usize), Failure> {
    let touched = repository.touched_since(commit).map_err(unworked)?;
    let all = touched.len();
    let kept: Vec<Touched> = touched.into_iter().filter(|file| Layout::keeps(&file.path)).collect();
    let others = all - kept.len();
    Ok((kept, others))
}

/// What happened between a commit and the record as it lies there.
pub fn changes(record: &Record, repository: &Repository, touched: &[Touched]) -> Result<Changes, Failure> {
    let mut contents = repository.contents().map_err(unworked)?;
    let mut comparison = Comparison::default();
    for file in touched {
        let before = earlier(&mut contents, file.before.as_deref()).map_err(unworked)?;
        comparison.add(&file.path, before.as_deref(), record.store.read(&file.path).ok().as_deref());
    }
    Ok(comparison.done())
}

/// Says whether a commit was made: not where another has taken everything in meanwhile.
pub fn committed(end: Result<CommitEnd, GitError>, ui: &mut Ui) -> anyhow::Result<bool> {
    match end.map_err(unworked)? {
        CommitEnd::Done(said) => {
            ui.err(&said);
            Ok(true)
        }
        CommitEnd::Nothing => Ok(false),
        CommitEnd::NoIdentity => Err(Failure::from(GitProblem::NoIdentity).into()),
        CommitEnd::Refused(said) => {
            ui.err(&said);
            Err(Failure::from(GitProblem::CommitRefused).into())
        }
    }
}

/// What a file held; empty where it cannot be read any more, `None` where it was not there.
pub fn earlier(contents: &mut Contents, name: Option<&str>) -> Result<Option<Vec<u8>>, GitError> {
    name.map(|name| Ok(contents.read(name, MAX_BYTES)?.unwrap_or_default())).transpose()
}

/// Says whether a file still holds the marks that a merge leaves around two versions.
pub fn has_marks(record: &Record, path: &str) -> bool {
    let text = record.store.read(path).unwrap_or_default();
    let begins = |mark: &[u8]| text.split(|byte| *byte == b'\n').any(|line| line.starts_with(mark));
    begins(b"<<<<<<< ") && begins(b">>>>>>> ")
}

/// The councils that are to be looked at.
pub fn councils(record: &Record, scope: &Scope) -> Vec<Id> {
    let all = &record.root().councils;
    match scope {
        Scope::Whole => all.clone(),
        Scope::Paths(paths) => all.iter().filter(|id| paths.iter().any(|path| path == id.as_str())).cloned().collect(),
    }
}

/// What is to be checked since a state of the history; `None` where nothing has changed.
pub fn scope_since(opened: &Opened, revision: &str) -> Result<Option<Scope>, Failure> {
    let repository = repository(opened)?;
    let commit = match repository.commit_named(revision).map_err(unworked)? {
        Some(commit) => Some(commit),
        // Before the first commit, everything is new.
        None if revision == "HEAD" && matches!(repository.head().map_err(unworked)?, Head::Unborn { .. }) => None,
        None => return Err(GitProblem::UnknownRevision { typed: revision.to_owned() }.into()),
    };
    let touched = repository.touched_since(commit.as_deref()).map_err(unworked)?;
    Ok(scope(&opened.record, &touched))
}

/// What is to be checked where these files are touched: their councils, or everything where a file that all councils
/// share is among them, or a council is gone, to which others may refer.
pub fn scope(record: &Record, touched: &[Touched]) -> Option<Scope> {
    let concerns_all = |file: &Touched| match Layout::kind(&file.path) {
        Some(FileKind::Landlord | FileKind::Charter | FileKind::Coaching | FileKind::Template(_)) => true,
        Some(FileKind::Council) => !record.store.exists(&file.path),
        Some(FileKind::Plan | FileKind::Session(_) | FileKind::Survey(_) | FileKind::Minutes(_)) | None => false,
    };
    if touched.iter().any(concerns_all) {
        return Some(Scope::Whole);
    }
    let tops: BTreeSet<&str> = touched.iter().filter_map(|file| file.path.split('/').next()).collect();
    (!tops.is_empty()).then(|| Scope::Paths(tops.into_iter().map(str::to_owned).collect()))
}
