//! The only module that touches the file system: where a record is, what lies in it, reading and writing.

mod bundle;
mod discover;
mod layout;
mod listing;
mod lock;
mod outside;
mod own;
mod staged;
mod write;

pub use bundle::Bundle;
pub use discover::{DiscoverError, discover};
pub use layout::{CouncilPaths, FileKind, Layout, misnamed_session, misnamed_survey};
pub use listing::{CouncilListing, RootListing, Stray, StrayReason};
pub use lock::Lock;
pub use own::Journal;
pub use staged::{Staged, StagedText};
pub use write::{FileMode, WriteError};

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A record's folder. Paths inside it are written from its root, with `/`.
#[derive(Debug)]
pub struct Store {
    root: PathBuf,
    opened: AtomicUsize,
    staged: Staged,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// There is none.
    Missing,
    /// A folder stands there.
    IsFolder,
    /// A link that leads nowhere.
    BrokenLink,
    /// This user may not.
    Forbidden,
    /// It is larger than any file of a record; in bytes.
    TooLarge(u64),
    /// Neither a file nor a folder: a device, a pipe.
    NotAFile,
    /// Something else.
    Other(io::ErrorKind),
}

impl Store {
    /// Opens the record in this folder.
    pub fn open(root: PathBuf) -> Self {
        Self::with(root, Staged::default())
    }

    /// Opens the record as it will be once these changes are made.
    pub fn with(root: PathBuf, staged: Staged) -> Self {
        Self { root, opened: AtomicUsize::new(0), staged }
    }

    /// The record's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The place of a path of the record.
    pub fn place(&self, path: &str) -> PathBuf {
        let mut place = self.root.clone();
        place.extend(path.split('/'));
        place
    }

    /// How many files were opened for reading so far: what a command costs, without a clock.
    pub fn files_opened(&self) -> usize {
        self.opened.load(Ordering::Relaxed)
    }

    /// Reads a file whole.
    ///
    /// # Errors
    /// Why it cannot be read; a missing file is [`ReadError::Missing`].
    pub fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        self.read_place(path, look_at)
    }

    /// Reads one of a council's files whole; it is not looked at first where its folders tell that all are ordinary.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn read_listed(&self, path: &str, listing: &CouncilListing) -> Result<Vec<u8>, ReadError> {
        if listing.ordinary { self.read_place(path, |_| Ok(())) } else { self.read(path) }
    }

    fn read_place(&self, path: &str, look: impl Fn(&Path) -> Result<(), ReadError>) -> Result<Vec<u8>, ReadError> {
        let disk = self.staged.on_disk(path).ok_or(ReadError::Missing)?;
        if let Some(text) = self.staged.text(&disk) {
            self.opened.fetch_add(1, Ordering::Relaxed);
            return Ok(text.after.clone().into_bytes());
        }
        let place = self.place(&disk);
        look(&place)?;
        let file = File::open(&place).map_err(|error| error.kind())?;
        let most = crate::yaml::MAX_BYTES as u64;
        let length = file.metadata().map_err(|error| error.kind())?.len();
        if length > most {
            return Err(ReadError::TooLarge(length));
        }
        self.opened.fetch_add(1, Ordering::Relaxed);
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        // A file may grow meanwhile: one byte beyond tells that it did.
        file.take(most + 1).read_to_end(&mut bytes).map_err(|error| error.kind())?;
        if bytes.len() as u64 > most { Err(ReadError::TooLarge(most + 1)) } else { Ok(bytes) }
    }

    /// Says whether anything stands at this path, a broken link included.
    pub fn exists(&self, path: &str) -> bool {
        let disk = self.staged.on_disk(path);
        disk.is_some_and(|disk| std::fs::symlink_metadata(self.place(&disk)).is_ok())
    }

    /// Says whether a file or a folder can be given another name: nothing bears it yet, unless the names differ in capitals
    /// alone and are one to this file system.
    pub fn is_free(&self, from: &str, to: &str) -> bool {
        if !self.exists(to) {
            return true;
        }
        let is_same = || {
            let places = [from, to].map(|path| std::fs::canonicalize(self.place(&self.staged.on_disk(path)?)).ok());
            matches!(places, [Some(from), Some(to)] if from == to)
        };
        let is_link = std::fs::symlink_metadata(self.place(to)).is_ok_and(|metadata| metadata.is_symlink());
        from != to && from.eq_ignore_ascii_case(to) && !is_link && is_same()
    }

    /// Says whether a council of this id is there, without opening it.
    pub fn has_council(&self, id: &str) -> bool {
        crate::model::Id::new(id).is_some() && self.exists(&Layout::council(id).council)
    }
}

/// Says whether an ordinary file stands at a place, or a link to one: anything else might keep whoever opens it waiting.
fn look_at(place: &Path) -> Result<(), ReadError> {
    match std::fs::metadata(place) {
        Ok(metadata) if metadata.is_file() => Ok(()),
        Ok(metadata) if metadata.is_dir() => Err(ReadError::IsFolder),
        Ok(_) => Err(ReadError::NotAFile),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let is_link = std::fs::symlink_metadata(place).is_ok_and(|metadata| metadata.is_symlink());
            Err(if is_link { ReadError::BrokenLink } else { ReadError::Missing })
        }
        Err(error) => Err(error.kind().into()),
    }
}

impl From<io::ErrorKind> for ReadError {
    fn from(kind: io::ErrorKind) -> Self {
        match kind {
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::IsADirectory => Self::IsFolder,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            other => Self::Other(other),
        }
    }
}
