//! `council sync`: brings in what others did, checks the whole record, and sends what was done here. Where it cannot go on,
//! it says what to do, and nothing is lost.

use std::collections::BTreeSet;

use council::check::{Scope, check, council_errors, shared_errors};
use council::diagnostic::Severity;
use council::edit::joined_plan;
use council::git::{FetchEnd, MergeEnd, PushEnd, Repository, Trouble, Upstream, Versions};
use council::locale::command_line::{Failure, GitProblem, ShareProblem};
use council::model::{DocumentKind, Id};
use council::store::{FileKind, Layout, Lock};

use super::changed::{self, unworked};
use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, minutes};

// The help is `council::locale::command_line::Sync`.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// How often somebody else may be faster.
const MOST_ROUNDS: usize = 5;

/// Shares the record.
pub fn run(_: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let repository = changed::repository(&opened)?;
    let ready = changed::ready(&repository)?;
    if ready.merging {
        return Err(Failure::from(GitProblem::MergeUnderWay).into());
    }
    let (touched, _) = changed::kept(&repository, ready.commit.as_deref())?;
    if !touched.is_empty() {
        return Err(Failure::from(GitProblem::NotCommitted).into());
    }
    let Some(start) = ready.commit else { return Err(Failure::from(GitProblem::NothingCommitted).into()) };
    let upstream = upstream(&repository, &ready.branch)?;
    let mut received = 0;
    for _ in 0..MOST_ROUNDS {
        let there = fetch(&repository, &upstream)?;
        if let Some(there) = &there {
            received = repository.ahead(Some(&start), there).map_err(unworked)?;
            if repository.ahead(Some("HEAD"), there).map_err(unworked)? > 0
                && !bring_in(&repository, &upstream, there, ui)?
            {
                return Ok(Outcome::RecordHasErrors);
            }
        }
        if !is_sound(ui)? {
            return Ok(Outcome::RecordHasErrors);
        }
        let to_send = repository.ahead(there.as_deref(), "HEAD").map_err(unworked)?;
        if (to_send == 0 && upstream.is_set) || push(&repository, &upstream, ui)? {
            ui.err(&ui.language().synced(received, to_send));
            return Ok(Outcome::Well);
        }
    }
    Err(Failure::from(ShareProblem::AlwaysBehind).into())
}

/// What the branch is shared through: what was set, else the only other repository that is known, or `origin`.
fn upstream(repository: &Repository, branch: &str) -> Result<Upstream, Failure> {
    if let Some(set) = repository.upstream(branch).map_err(unworked)? {
        return Ok(set);
    }
    let mut known = repository.remotes().map_err(unworked)?;
    let named = |remote: String| Upstream { remote, branch: format!("refs/heads/{branch}"), is_set: false };
    let origin = known.iter().position(|remote| remote == "origin");
    match (origin, known.len()) {
        (_, 0) => Err(ShareProblem::NoRemote.into()),
        (Some(origin), _) => Ok(named(known.swap_remove(origin))),
        (None, 1) => Ok(named(known.swap_remove(0))),
        (None, _) => Err(ShareProblem::WhichRemote { known, branch: branch.to_owned() }.into()),
    }
}

/// The commit that the others have come to; `None` where there is none yet.
fn fetch(repository: &Repository, upstream: &Upstream) -> Result<Option<String>, Failure> {
    match repository.fetch(upstream).map_err(unworked)? {
        FetchEnd::At(commit) => Ok(Some(commit)),
        FetchEnd::NoBranch => Ok(None),
        FetchEnd::Failed(trouble) => Err(troubled(trouble, upstream)),
    }
}

fn troubled(trouble: Trouble, upstream: &Upstream) -> Failure {
    let remote = upstream.remote.clone();
    match trouble {
        Trouble::Unreachable => ShareProblem::Unreachable { remote }.into(),
        Trouble::Forbidden => ShareProblem::Forbidden { remote }.into(),
        Trouble::NotThere => ShareProblem::RemoteNotThere { remote }.into(),
        Trouble::Other(said) => GitProblem::Refused { said }.into(),
    }
}

/// Merges what the others did; says whether that is done, or else what is to be settled by hand. The record's lock is held
/// for what is written here alone: a hook of the user's may call a command that writes.
fn bring_in(repository: &Repository, upstream: &Upstream, there: &str, ui: &mut Ui) -> anyhow::Result<bool> {
    let before = repository.commit_named("HEAD").map_err(unworked)?;
    let language = Opened::find(ui)?.record.language();
    Err(match repository.merge(there, language.merge_message()).map_err(unworked)? {
        MergeEnd::Done => return refresh(repository, before.as_deref(), ui).map(|()| true),
        MergeEnd::Conflict => return settle(repository, ui),
        MergeEnd::WouldOverwrite(paths) => Failure::from(ShareProblem::WouldOverwrite { paths }),
        MergeEnd::Unrelated => ShareProblem::Unrelated { remote: upstream.remote.clone() }.into(),
        MergeEnd::NoIdentity => GitProblem::NoIdentity.into(),
        MergeEnd::Refused(said) => GitProblem::Refused { said }.into(),
    }
    .into())
}

/// Makes anew the minutes that say something else now that two versions are one, and commits them. Where errors keep them
/// from being made, they are told with those of the whole record.
fn refresh(repository: &Repository, before: Option<&str>, ui: &mut Ui) -> anyhow::Result<()> {
    let (opened, lock) = Opened::to_write(ui)?;
    let touched = repository.touched_since(before).map_err(unworked)?;
    let councils = changed::scope(&opened.record, &touched).map(|scope| changed::councils(&opened.record, &scope));
    let is_sound =
        |council: &Id| council_errors(&opened.record, &opened.record.council(council), ui.today()).is_empty();
    let councils: Vec<Id> = councils.unwrap_or_default().into_iter().filter(is_sound).collect();
    if !shared_errors(&opened.record, Some(DocumentKind::Minutes)).is_empty() {
        return Ok(());
    }
    let written = minutes::refresh(&opened, &lock, &councils, ui)?.unwrap_or_default();
    drop(lock);
    if written.is_empty() {
        return Ok(());
    }
    let (touched, _) = changed::kept(repository, Some("HEAD"))?;
    let message = opened.record.language().commit_message(&changed::changes(&opened.record, repository, &touched)?);
    changed::committed(repository.commit(&written, &message), ui).map(drop)
}

/// Completes a merge in which what is in conflict are plans that go together and minutes that can be made anew; says
/// which files are to be settled by hand where there are others.
fn settle(repository: &Repository, ui: &mut Ui) -> anyhow::Result<bool> {
    // Read again: the landlord's file may be another by now.
    let (opened, lock) = Opened::to_write(ui)?;
    let mut conflicts = repository.in_conflict().map_err(unworked)?;
    let joined = join(&opened, repository, &conflicts.here, &lock)?;
    conflicts.here.retain(|path| !joined.contains(path));
    let is_minutes = |path: &str| matches!(Layout::kind(path), Some(FileKind::Minutes(_)));
    if conflicts.elsewhere.is_empty() && conflicts.here.iter().all(|path| is_minutes(path)) {
        let settled = conflicts.here.iter().chain(&joined);
        let councils: BTreeSet<Id> = settled.filter_map(|path| path.split('/').next()).filter_map(Id::new).collect();
        let written = minutes::refresh(&opened, &lock, &Vec::from_iter(councils), ui)?;
        // Those that were approved are nobody's to make anew.
        let is_settled = conflicts.here.iter().all(|path| !changed::has_marks(&opened.record, path));
        if let Some(written) = written.filter(|_| is_settled) {
            let paths: BTreeSet<String> = conflicts.here.into_iter().chain(joined).chain(written).collect();
            drop(lock);
            let message = opened.record.language().merge_message();
            changed::committed(repository.complete_merge(&Vec::from_iter(paths), message), ui)?;
            return Ok(true);
        }
    }
    let language = ui.language();
    let shown = |path: &String| {
        let marks = changed::has_marks(&opened.record, path);
        if marks { opened.shown(path) } else { language.kept_on_one_side(&opened.shown(path)) }
    };
    // Minutes come by themselves once the rest is settled, unless they are all there is.
    let sources: Vec<&String> = conflicts.here.iter().filter(|path| !is_minutes(path)).collect();
    let by_hand = if sources.is_empty() { conflicts.here.iter().chain(&joined).collect() } else { sources };
    let paths: Vec<String> = by_hand.into_iter().map(shown).chain(conflicts.elsewhere.iter().cloned()).collect();
    ui.err(&language.in_conflict(&paths));
    Ok(false)
}

/// Writes each plan in conflict that can say what both sides say; of other files, leaves both sides and takes away what
/// they come from. Returns the plans written.
fn join(opened: &Opened, repository: &Repository, paths: &[String], lock: &Lock) -> anyhow::Result<Vec<String>> {
    let store = &opened.record.store;
    let mut joined = Vec::new();
    for path in paths.iter().filter(|path| Layout::keeps(path) && changed::has_marks(&opened.record, path)) {
        let versions = match Layout::kind(path) {
            Some(FileKind::Plan) => repository.versions(path, council::yaml::MAX_BYTES).map_err(unworked)?,
            _ => None,
        };
        let both = versions.and_then(|Versions { base, ours, theirs }| joined_plan(&base, &ours, &theirs));
        let text = match &both {
            Some(_) => {
                joined.push(path.clone());
                both
            }
            None => store.read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok()).map(|text| two_sided(&text)),
        };
        if let Some(text) = text {
            store.write(lock, path, &text).map_err(|error| opened.unwritten(path, error))?;
        }
    }
    Ok(joined)
}

/// A text in conflict without what both sides come from.
fn two_sided(text: &str) -> String {
    let mut is_base = false;
    let lines = text.split_inclusive('\n').filter(|line| {
        is_base = line.starts_with("||||||| ") || is_base && !line.starts_with("=======");
        !is_base
    });
    lines.collect()
}

/// Says whether the whole record, as it is by now, is without errors.
fn is_sound(ui: &mut Ui) -> anyhow::Result<bool> {
    let opened = Opened::find(ui)?;
    let mut errors = check(&opened.record, &Scope::Whole, ui.today()).diagnostics;
    errors.retain(|problem| problem.severity == Severity::Error);
    if errors.is_empty() {
        return Ok(true);
    }
    opened.tell(&errors, ui);
    ui.err(&ui.language().not_sent(errors.len()));
    Ok(false)
}

/// Sends what is here; says whether nobody was faster.
fn push(repository: &Repository, upstream: &Upstream, ui: &mut Ui) -> anyhow::Result<bool> {
    match repository.push(upstream).map_err(unworked)? {
        PushEnd::Done(said) => {
            ui.err(&said);
            Ok(true)
        }
        PushEnd::Behind => Ok(false),
        PushEnd::Refused(said) => {
            ui.err(&said);
            Err(Failure::from(ShareProblem::PushRefused { remote: upstream.remote.clone() }).into())
        }
        PushEnd::Failed(trouble) => Err(troubled(trouble, upstream).into()),
    }
}
