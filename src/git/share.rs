//! Bringing together what two clones did: fetching, merging, pushing, each with the ways in which it can end.

use super::repository::{Repository, UnderWay};
use super::run::{GitError, ask, ask_line, one_line, tell, zero_separated};
use super::save::lacks_identity;

/// The branch elsewhere that a branch is shared through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upstream {
    /// What the other repository is called here.
    pub remote: String,
    /// The branch there, in full: `refs/heads/main`.
    pub branch: String,
    /// Whether git knows of it already.
    pub is_set: bool,
}

/// How a fetch ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchEnd {
    /// The branch there is at this commit.
    At(String),
    /// There is no such branch there yet.
    NoBranch,
    /// The other repository could not be asked.
    Failed(Trouble),
}

/// How a merge ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeEnd {
    /// It is done.
    Done,
    /// It is under way: the same lines were changed on both sides.
    Conflict,
    /// These files, changed here and not committed, would be lost; nothing was done.
    WouldOverwrite(Vec<String>),
    /// The two have no commit in common; nothing was done.
    Unrelated,
    /// git does not know who commits; nothing was done.
    NoIdentity,
    /// A hook, or git itself, refused, in its own words; nothing was done.
    Refused(String),
}

/// How a push ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PushEnd {
    /// It is done; what hooks had to say.
    Done(String),
    /// Somebody else has pushed in between.
    Behind,
    /// A hook here or a rule there refused, in its own words.
    Refused(String),
    /// The other repository could not be asked.
    Failed(Trouble),
}

/// What keeps another repository from being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// No network, or the machine there does not answer.
    Unreachable,
    /// It does not let this user in.
    Forbidden,
    /// There is no such repository.
    NotThere,
    /// Something else, in git's own words.
    Other(String),
}

impl Repository {
    /// What the other repositories are called here.
    ///
    /// # Errors
    /// When git will not say.
    pub fn remotes(&self) -> Result<Vec<String>, GitError> {
        let out = ask(&self.folder, ["remote"])?;
        Ok(String::from_utf8_lossy(&out).lines().map(str::to_owned).collect())
    }

    /// What a branch is shared through, where that was set.
    ///
    /// # Errors
    /// When git will not say.
    pub fn upstream(&self, branch: &str) -> Result<Option<Upstream>, GitError> {
        let format = "--format=%(upstream:remotename)%00%(upstream:remoteref)%00";
        let out = ask(&self.folder, ["for-each-ref", format, &format!("refs/heads/{branch}")])?;
        let mut parts = zero_separated(&out).filter(|part| part != "\n");
        let set = parts.next().zip(parts.next());
        Ok(set.map(|(remote, branch)| Upstream { remote, branch, is_set: true }))
    }

    /// Fetches the branch that is shared.
    ///
    /// # Errors
    /// When git is not there.
    pub fn fetch(&self, from: &Upstream) -> Result<FetchEnd, GitError> {
        let told =
            tell(&self.folder, ["fetch", "--quiet", "--no-recurse-submodules", &from.remote, &from.branch], None)?;
        if told.well {
            let at = self.commit_named("FETCH_HEAD")?;
            return Ok(at.map_or(FetchEnd::NoBranch, FetchEnd::At));
        }
        if told.err.contains("couldn't find remote ref") {
            return Ok(FetchEnd::NoBranch);
        }
        Ok(FetchEnd::Failed(Trouble::of(&told.err)))
    }

    /// Brings a commit into what is checked out, whatever the user's settings say of pulling and merging.
    ///
    /// # Errors
    /// When git is not there, or cannot be asked.
    pub fn merge(&self, commit: &str, message: &str) -> Result<MergeEnd, GitError> {
        // With the base beside them, git leaves each side whole; without it, lines that both sides have in common leave the
        // sides, and whoever keeps both loses them.
        let settings =
            ["-c", "merge.conflictStyle=diff3", "-c", "merge.autoStash=false", "-c", "i18n.commitEncoding=UTF-8"];
        let plain = ["merge", "--quiet", "--ff", "--commit", "--no-squash", "--no-edit", "--no-stat", "--no-log"];
        let message = format!("-m{message}");
        let told = tell(&self.folder, settings.iter().chain(&plain).chain(&[&*message, commit]), None)?;
        if told.well {
            return Ok(MergeEnd::Done);
        }
        if self.under_way() == Some(UnderWay::Merge) {
            let conflicts = self.in_conflict()?;
            if !conflicts.here.is_empty() || !conflicts.elsewhere.is_empty() {
                return Ok(MergeEnd::Conflict);
            }
            tell(&self.folder, ["merge", "--abort"], None)?.done()?;
        }
        Ok(if told.err.contains("would be overwritten by merge") {
            let files = told.err.lines().filter_map(|line| line.strip_prefix(['\t', ' ']));
            MergeEnd::WouldOverwrite(files.map(|file| file.trim().to_owned()).collect())
        } else if told.err.contains("refusing to merge unrelated histories") {
            MergeEnd::Unrelated
        } else if lacks_identity(&told.err) {
            MergeEnd::NoIdentity
        } else {
            MergeEnd::Refused(one_line(told.err.as_bytes()))
        })
    }

    /// Pushes what is checked out.
    ///
    /// # Errors
    /// When git is not there.
    pub fn push(&self, to: &Upstream) -> Result<PushEnd, GitError> {
        let target = format!("HEAD:{}", to.branch);
        let set = (!to.is_set).then_some("--set-upstream");
        let args = ["push", "--quiet"].into_iter().chain(set).chain([&*to.remote, &*target]);
        let told = tell(&self.folder, args, None)?;
        if told.well {
            return Ok(PushEnd::Done(told.err));
        }
        let of_two_at_once = ["cannot lock ref", "failed to update ref", "incorrect old value"];
        let refused = told.err.contains("[remote rejected]");
        Ok(
            if told.err.contains("[rejected]") || refused && of_two_at_once.iter().any(|words| told.err.contains(words))
            {
                PushEnd::Behind
            } else if refused || !told.err.contains("fatal:") {
                PushEnd::Refused(said_there(&told.err))
            } else {
                PushEnd::Failed(Trouble::of(&told.err))
            },
        )
    }

    /// How many commits the second has that the first lacks; all of the second's where there is no first.
    ///
    /// # Errors
    /// When git will not say.
    pub fn ahead(&self, first: Option<&str>, second: &str) -> Result<usize, GitError> {
        let without = first.map(|first| format!("^{first}"));
        let args = ["rev-list", "--count", second].into_iter().chain(without.as_deref());
        let count = ask_line(&self.folder, args)?;
        Ok(count.and_then(|count| count.parse().ok()).unwrap_or_default())
    }
}

/// What the other repository said, without what git says around it; all where it said nothing.
fn said_there(said: &str) -> String {
    let there: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("remote: ")).map(str::trim_end).collect();
    if there.is_empty() { said.to_owned() } else { format!("{}\n", there.join("\n")) }
}

impl Trouble {
    /// What git's own words mean.
    fn of(said: &str) -> Self {
        let lower = said.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|words| lower.contains(words));
        if says(&[
            "authentication failed",
            "permission denied",
            "could not read username",
            "could not read password",
            "access denied",
            "error: 401",
            "error: 403",
            "host key verification failed",
        ]) {
            Self::Forbidden
        } else if says(&[
            "does not appear to be a git repository",
            "repository not found",
            "' not found",
            "does not exist",
        ]) {
            Self::NotThere
        } else if says(&[
            "could not resolve",
            "unable to access",
            "unable to connect",
            "failed to connect",
            "connection",
            "timed out",
            "unreachable",
            "no route to host",
            "hung up",
            "early eof",
        ]) {
            Self::Unreachable
        } else {
            Self::Other(one_line(said.as_bytes()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn git_s_words_for_a_remote_that_cannot_be_asked() {
        let cases = [
            (
                "ssh: Could not resolve hostname x: Name or service not known\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.",
                Trouble::Unreachable,
            ),
            ("fatal: unable to access 'https://x/': Failed to connect to x port 443", Trouble::Unreachable),
            ("fatal: unable to access 'https://x/': The requested URL returned error: 403", Trouble::Forbidden),
            (
                "git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.",
                Trouble::Forbidden,
            ),
            ("fatal: could not read Username for 'https://x': terminal prompts disabled", Trouble::Forbidden),
            (
                "remote: Invalid username or password.\nfatal: Authentication failed for 'https://x/'",
                Trouble::Forbidden,
            ),
            (
                "fatal: '/x' does not appear to be a git repository\nfatal: Could not read from remote repository.",
                Trouble::NotThere,
            ),
            ("fatal: repository 'https://x/y/' not found", Trouble::NotThere),
            ("fatal: protocol\nerror", Trouble::Other("fatal: protocol error".to_owned())),
        ];
        for (said, trouble) in cases {
            assert_eq!(Trouble::of(said), trouble, "{said}");
        }
    }
}
