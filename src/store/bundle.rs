//! Files that belong together and are written bit by bit: until all are whole, none is in its place; and what says that
//! they are there comes last.

use super::{Store, WriteError};
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use tempfile::NamedTempFile;

/// Files on their way into a folder, each under another name so far. Dropped, they leave the folder as it was.
#[derive(Debug)]
pub struct Bundle {
    folder: PathBuf,
    seal: String,
    files: Vec<(String, NamedTempFile)>,
    _made: MadeFolders,
}

/// Folders that were made, the deepest first: those that stay empty are gone in the end.
#[derive(Debug)]
struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    /// Those that a folder is to be made with.
    fn missing(folder: &Path) -> Self {
        Self(
            folder
                .ancestors()
                .take_while(|above| !above.as_os_str().is_empty() && !above.exists())
                .map(Path::to_owned)
                .collect(),
        )
    }
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        // What holds files is not removed.
        let _ = self.0.iter().try_for_each(std::fs::remove_dir);
    }
}

impl Bundle {
    /// Begins files of these names in a folder, which is made where it is missing. `seal` is the name of the file that
    /// says what is there.
    ///
    /// # Errors
    /// When the folder is read-only, or the like.
    pub fn begin(folder: &Path, names: impl IntoIterator<Item = String>, seal: &str) -> Result<Self, WriteError> {
        let mut bundle = Self {
            folder: folder.to_owned(),
            seal: seal.to_owned(),
            files: Vec::new(),
            _made: MadeFolders::missing(folder),
        };
        for name in names {
            let place = folder.join(&name);
            let file = super::write::begun(&place).map_err(|error| WriteError { place, error })?;
            bundle.files.push((name, file));
        }
        Ok(bundle)
    }

    /// Adds to the end of one of the files, by its place among the names.
    ///
    /// # Errors
    /// When the disk is full, or the like.
    pub fn append(&mut self, file: usize, text: &str) -> Result<(), WriteError> {
        let Some((name, file)) = self.files.get_mut(file) else { return Ok(()) };
        file.write_all(text.as_bytes()).map_err(|error| WriteError { place: self.folder.join(name), error })
    }

    /// Puts the files in their places, over those that bear their names, and the seal last: where it stands, all of them
    /// are there. Gives their names.
    ///
    /// # Errors
    /// When the disk is full, or the like; there is then no seal.
    pub fn finish(self, seal: &str) -> Result<Vec<String>, WriteError> {
        let at = |name: &str| self.folder.join(name);
        let failed = |name: &str| {
            let place = at(name);
            move |error: io::Error| WriteError { place, error }
        };
        for (name, file) in &self.files {
            file.as_file().sync_all().map_err(failed(name))?;
        }
        match std::fs::remove_file(at(&self.seal)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(&self.seal)(error)),
            Ok(()) | Err(_) => {}
        }
        let mut names = Vec::new();
        for (name, file) in self.files {
            let place = self.folder.join(&name);
            file.persist(&place).map_err(|error| WriteError { place, error: error.error })?;
            names.push(name);
        }
        let place = self.folder.join(&self.seal);
        super::write::write_at(&place, seal, None).map_err(|error| WriteError { place, error })?;
        names.push(self.seal);
        Ok(names)
    }
}

impl Store {
    /// The path, from the record's root, of a place that lies in it or would, links followed; nothing of any other place.
    pub fn path_within(&self, place: &Path) -> Option<String> {
        let root = std::fs::canonicalize(&self.root).ok()?;
        let there = place.ancestors().find_map(|above| Some((above, std::fs::canonicalize(above).ok()?)));
        let (above, real) = there?;
        let below = place.strip_prefix(above).ok()?;
        let real = if below.as_os_str().is_empty() { real } else { real.join(below) };
        let inside = real.strip_prefix(root).ok()?.components().filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
        });
        Some(inside.collect::<Vec<_>>().join("/"))
    }
}
