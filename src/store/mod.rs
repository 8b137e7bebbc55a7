//! The only module that touches the file system: where a record is, what lies in it, reading and writing.

mod discover;
mod layout;
mod listing;
mod lock;
mod write;

pub use discover::{DiscoverError, discover};
pub use layout::{CouncilPaths, FileKind, Layout, misnamed_session, misnamed_survey};
pub use listing::{CouncilListing, RootListing, Stray, StrayReason};
pub use lock::Lock;
pub use write::{FileMode, WriteError};

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A record's folder. Paths inside it are written from its root, with `/`.
#[derive(Debug)]
pub struct Store {
    root: PathBuf,
    opened: AtomicUsize,
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
        Self { root, opened: AtomicUsize::new(0) }
    }

    /// The record's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The place of a path of the record.
    pub fn place(&self, path: &str) -> PathBuf {
        path.split('/').fold(self.root.clone(), |place, part| place.join(part))
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
        let place = self.place(path);
        let metadata = match std::fs::metadata(&place) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let is_link = std::fs::symlink_metadata(&place).is_ok_and(|metadata| metadata.is_symlink());
                return Err(if is_link { ReadError::BrokenLink } else { ReadError::Missing });
            }
            Err(error) => return Err(error.kind().into()),
        };
        if metadata.is_dir() {
            return Err(ReadError::IsFolder);
        }
        if !metadata.is_file() {
            return Err(ReadError::NotAFile);
        }
        if metadata.len() > crate::yaml::MAX_BYTES as u64 {
            return Err(ReadError::TooLarge(metadata.len()));
        }
        self.opened.fetch_add(1, Ordering::Relaxed);
        std::fs::read(place).map_err(|error| error.kind().into())
    }

    /// Says whether anything stands at this path, a broken link included.
    pub fn exists(&self, path: &str) -> bool {
        std::fs::symlink_metadata(self.place(path)).is_ok()
    }

    /// Says whether a council of this id is there, without opening it.
    pub fn has_council(&self, id: &str) -> bool {
        crate::model::Id::new(id).is_some() && self.exists(&Layout::council(id).council)
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
