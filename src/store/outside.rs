//! Files that are no record's: what an office exports, read bit by bit, and messages laid into a folder. Used by `send`.

use super::{ReadError, Store, WriteError};
use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

/// More than a file of settings has, in bytes.
const SMALL: u64 = 1 << 20;

impl Store {
    /// Opens a file, wherever it lies, to be read bit by bit.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn open_outside(place: &Path) -> Result<impl Read + use<>, ReadError> {
        let opened = File::open(place).map_err(|error| ReadError::from(error.kind()))?;
        let metadata = opened.metadata().map_err(|error| ReadError::from(error.kind()))?;
        match (metadata.is_dir(), metadata.is_file()) {
            (true, _) => Err(ReadError::IsFolder),
            // It is read more than once.
            (false, false) => Err(ReadError::NotAFile),
            (false, true) => Ok(opened),
        }
    }

    /// Reads a small file whole, wherever it lies.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read_outside(place: &Path) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        let read = Self::open_outside(place)?.take(SMALL + 1).read_to_end(&mut bytes);
        read.map_err(|error| ReadError::from(error.kind()))?;
        if bytes.len() as u64 > SMALL { Err(ReadError::TooLarge(SMALL)) } else { Ok(bytes) }
    }

    /// Where a file really lies, links followed; as it was given where it is not there.
    pub fn real_place(place: &Path) -> PathBuf {
        std::fs::canonicalize(place).unwrap_or_else(|_| place.to_owned())
    }

    /// Lays a new file into the folder, which is made where it is missing, whole and for its user's eyes alone. Says
    /// whether it was laid: `false` where a file of that name is there.
    ///
    /// # Errors
    /// When the disk is full, the folder read-only, or the like.
    pub fn lay(&self, name: &str, content: &[u8]) -> Result<bool, WriteError> {
        let place = self.place(name);
        let laid = || {
            std::fs::create_dir_all(self.root())?;
            let mut beside = tempfile::Builder::new().prefix(".council-").tempfile_in(self.root())?;
            beside.write_all(content)?;
            beside.as_file().sync_all()?;
            match beside.persist_noclobber(&place) {
                Ok(_) => Ok(true),
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
                Err(error) => Err(error.error),
            }
        };
        laid().map_err(|error| WriteError { place, error })
    }
}
