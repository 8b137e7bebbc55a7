//! Writing a file so that it is, at every moment, as it was or as it is to be.

use super::Store;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file could not be written.
#[derive(Debug)]
pub struct WriteError {
    /// Where.
    pub place: PathBuf,
    /// Why.
    pub error: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place.display(), self.error)
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

impl Store {
    /// Writes a file whole: beside it first, then in its place. A link is followed, a mode is kept, a missing folder is
    /// made.
    ///
    /// # Errors
    /// When the disk is full, the folder read-only, or the like; the file is then as it was.
    pub fn write(&self, path: &str, content: &str) -> Result<(), WriteError> {
        let place = self.place(path);
        write_at(&place, content).map_err(|error| WriteError { place, error })
    }
}

/// Who may do what with a new file, as far as the system's umask lets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileMode {
    /// Read and write.
    Plain,
    /// Run as a program, too.
    Executable,
}

impl Store {
    /// Makes a file that is not there yet, whole or not at all, and its folder with it. Says whether it was made: `false`
    /// where anything stands there already, which is left alone.
    ///
    /// # Errors
    /// When the disk is full, the folder read-only, or the like.
    pub fn create(&self, path: &str, content: &str, mode: FileMode) -> Result<bool, WriteError> {
        if self.exists(path) {
            return Ok(false);
        }
        let place = self.place(path);
        match create_at(&place, content, mode) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && self.exists(path) => Ok(false),
            Err(error) => Err(WriteError { place, error }),
        }
    }
}

fn create_at(place: &Path, content: &str, mode: FileMode) -> io::Result<()> {
    let beside = beside(place, content, mode)?;
    beside.as_file().sync_all()?;
    beside.persist_noclobber(place).map_err(|error| error.error)?;
    Ok(())
}

fn write_at(place: &Path, content: &str) -> io::Result<()> {
    let place = if place.is_symlink() { std::fs::canonicalize(place)? } else { place.to_owned() };
    let beside = beside(&place, content, FileMode::Plain)?;
    if let Ok(old) = std::fs::metadata(&place) {
        beside.as_file().set_permissions(old.permissions())?;
    }
    beside.as_file().sync_all()?;
    beside.persist(&place).map_err(|error| error.error)?;
    Ok(())
}

/// The content in a file of another name, in the folder where it is to be.
#[cfg_attr(not(unix), allow(unused_variables, reason = "only Unix has a mode for programs"))]
fn beside(place: &Path, content: &str, mode: FileMode) -> io::Result<NamedTempFile> {
    let folder = place.parent().ok_or(io::ErrorKind::InvalidInput)?;
    std::fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".council-");
    #[cfg(unix)]
    {
        // A new file is as readable as any other; the umask still applies.
        use std::os::unix::fs::PermissionsExt;
        let bits = match mode {
            FileMode::Plain => 0o666,
            FileMode::Executable => 0o777,
        };
        builder.permissions(std::fs::Permissions::from_mode(bits));
    }
    let mut beside = builder.tempfile_in(folder)?;
    beside.write_all(content.as_bytes())?;
    Ok(beside)
}
