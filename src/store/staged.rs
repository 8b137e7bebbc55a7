//! Changes to a record that are not on the disk: files with another text, files and folders under another name. A store
//! with these reads as the record will once they are made.

use std::collections::BTreeMap;

/// A file's bytes as they lie on the disk, and as they are to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagedText {
    /// As they were read.
    pub before: Vec<u8>,
    /// As they are to be.
    pub after: String,
}

/// Changes that are not on the disk, in the order in which they are made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Staged {
    renames: Vec<(String, String)>,
    texts: BTreeMap<String, StagedText>,
}

impl Staged {
    /// Says whether nothing is to change.
    pub fn is_empty(&self) -> bool {
        self.renames.is_empty() && self.texts.is_empty()
    }

    /// Gives a file or a folder another name in its folder; both are paths as they are once the changes before are made.
    pub fn rename(&mut self, from: &str, to: &str) {
        self.renames.push((from.to_owned(), to.to_owned()));
    }

    /// Gives a file another text; `before` is what is read there now.
    pub fn rewrite(&mut self, path: &str, before: Vec<u8>, after: String) {
        let Some(disk) = self.on_disk(path) else { return };
        let text = self.texts.entry(disk).or_insert(StagedText { before, after: String::new() });
        text.after = after;
    }

    /// The renames, in their order.
    pub fn renames(&self) -> &[(String, String)] {
        &self.renames
    }

    /// The texts, by the path that the file has on the disk.
    pub fn texts(&self) -> &BTreeMap<String, StagedText> {
        &self.texts
    }

    /// The path on the disk of what this path leads to; `None` where it was given another name.
    pub fn on_disk(&self, path: &str) -> Option<String> {
        self.renames.iter().rev().try_fold(path.to_owned(), |path, (from, to)| match moved(&path, to, from) {
            Some(before) => Some(before),
            None => (below(&path, from).is_none()).then_some(path),
        })
    }

    /// The path to be of what lies on the disk at this one.
    pub fn to_be(&self, disk: &str) -> String {
        let start = disk.to_owned();
        self.renames.iter().fold(start, |path, (from, to)| moved(&path, from, to).unwrap_or(path))
    }

    /// The files and folders that are given another name, by the path that each has on the disk.
    pub fn moved(&self) -> Vec<String> {
        let mut before = Self::default();
        let mut moved = Vec::new();
        for (from, to) in &self.renames {
            moved.extend(before.on_disk(from));
            before.rename(from, to);
        }
        moved
    }

    pub(super) fn text(&self, disk: &str) -> Option<&StagedText> {
        self.texts.get(disk)
    }
}

/// What a path has below another one: nothing where it is that one, else what follows it, `/` included.
fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    path.strip_prefix(folder).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The path with one folder or name in place of another.
fn moved(path: &str, from: &str, to: &str) -> Option<String> {
    below(path, from).map(|rest| format!("{to}{rest}"))
}
