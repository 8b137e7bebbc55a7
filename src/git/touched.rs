//! Which files of the folder differ from a commit, those that git does not know yet included.

use super::repository::Repository;
use super::run::{GitError, ask, zero_separated};

/// A file that is otherwise in one state than in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// Its path, from the folder.
    pub path: String,
    /// What names its content before; `None` where it was not there.
    pub before: Option<String>,
    /// Of a merge: the same in the other states that it joined.
    pub elsewhere: Vec<Option<String>>,
    /// What names its content after; `None` where it is not there, or not in git.
    pub after: Option<String>,
}

impl Repository {
    /// The files that differ between a commit and the folder as it lies there, in order of path; all of them where there
    /// is no commit. What git is told to ignore is left out.
    ///
    /// # Errors
    /// When git will not say.
    pub fn touched_since(&self, commit: Option<&str>) -> Result<Vec<Touched>, GitError> {
        let mut touched = match commit {
            Some(commit) => {
                let diff = ["diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv"];
                let against = ["--ignore-submodules=all", commit, "--", "."];
                let refresh = ["-c", "diff.autoRefreshIndex=true"];
                let out = ask(&self.folder, refresh.iter().chain(&diff).chain(&against))?;
                let mut parts = zero_separated(&out);
                let mut touched = Vec::new();
                while let Some((meta, path)) = parts.next().zip(parts.next()) {
                    touched.extend(self.touched(&meta, &path));
                }
                touched
            }
            None => self.listed("--cached")?,
        };
        touched.extend(self.listed("--others")?);
        touched.sort_by(|one, other| one.path.cmp(&other.path));
        touched.dedup_by(|one, other| one.path == other.path);
        Ok(touched)
    }

    /// The files below the folder that a merge left in conflict, and how many lie elsewhere in the repository.
    ///
    /// # Errors
    /// When git will not say.
    pub fn in_conflict(&self) -> Result<Conflicts, GitError> {
        let out = ask(&self.folder, ["diff", "--name-only", "--diff-filter=U", "-z", "--no-ext-diff", "--no-renames"])?;
        let mut conflicts = Conflicts::default();
        for path in zero_separated(&out) {
            match self.path_below(&path) {
                Some(path) => conflicts.here.push(path),
                None => conflicts.elsewhere.push(path),
            }
        }
        Ok(conflicts)
    }

    /// Says whether git was told to ignore a file that it does not know.
    ///
    /// # Errors
    /// When git is not there.
    pub fn ignores(&self, path: &str) -> Result<bool, GitError> {
        let ignored = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", path];
        Ok(!ask(&self.folder, ignored)?.is_empty())
    }

    fn listed(&self, which: &str) -> Result<Vec<Touched>, GitError> {
        let out = ask(&self.folder, ["ls-files", "-z", which, "--exclude-standard"])?;
        Ok(zero_separated(&out)
            .map(|path| Touched { path, before: None, elsewhere: Vec::new(), after: None })
            .collect())
    }

    /// Reads one entry of what `--raw` prints: `:100644 100644 BEFORE AFTER M`, with a colon, a mode and a name more for
    /// each parent of a merge after the first.
    pub(super) fn touched(&self, meta: &str, path: &str) -> Option<Touched> {
        let path = self.path_below(path)?;
        let colons = meta.chars().take_while(|sign| *sign == ':').count();
        let words: Vec<&str> = meta.trim_start_matches(':').split(' ').collect();
        let content = |place: usize| {
            let mode = words.get(place)?;
            let name = words.get(colons + 1 + place)?;
            let is_file = mode.starts_with("100") && name.bytes().any(|digit| digit != b'0');
            is_file.then(|| (*name).to_owned())
        };
        let elsewhere = (1..colons).map(content).collect();
        Some(Touched { path, before: content(0), elsewhere, after: content(colons) })
    }
}

/// What a merge left in conflict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflicts {
    /// Below the folder, from the folder.
    pub here: Vec<String>,
    /// Elsewhere in the repository, from its root.
    pub elsewhere: Vec<String>,
}
