//! Writing a file so that it is, at every moment, as it was or as it is to be.

use super::{Lock, Store};
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
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
    /// Writes a file whole: beside it first, then in its place. A symbolic link is followed, mode and owner are kept, a
    /// missing folder is made. A second name of the same file (a hard link) keeps the old bytes.
    ///
    /// # Errors
    /// When the disk is full, the folder read-only, or the like; the file is then as it was.
    pub fn write(&self, _: &Lock, path: &str, content: &str) -> Result<(), WriteError> {
        let place = self.place(path);
        write_at(&place, content, None).map_err(|error| WriteError { place, error })
    }

    /// The same for a file that was read before: one that somebody changed since, in an editor say, is left alone, with
    /// [`io::ErrorKind::ResourceBusy`].
    ///
    /// # Errors
    /// As above; the file is then as it was.
    pub fn rewrite(&self, _: &Lock, path: &str, before: &[u8], content: &str) -> Result<(), WriteError> {
        let place = self.place(path);
        write_at(&place, content, Some(before)).map_err(|error| WriteError { place, error })
    }

    /// Writes a file whole that is generated, in a folder that need not be a record's: nobody's own words are in it, so
    /// that nobody has to wait.
    ///
    /// # Errors
    /// As above; the file is then as it was.
    pub fn replace(&self, path: &str, content: &str) -> Result<(), WriteError> {
        let place = self.place(path);
        write_at(&place, content, None).map_err(|error| WriteError { place, error })
    }

    /// Takes away a generated file, in a folder that need not be a record's, and its folder where that is empty then. One
    /// that is gone already is no error.
    ///
    /// # Errors
    /// When the folder is read-only.
    pub fn take_away(&self, path: &str) -> Result<(), WriteError> {
        let place = self.place(path);
        match std::fs::remove_file(&place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(WriteError { place, error }),
            Ok(()) | Err(_) => {}
        }
        if let Some(folder) = place.parent().filter(|folder| *folder != self.root) {
            // One that holds files stays.
            let _ = std::fs::remove_dir(folder);
        }
        Ok(())
    }

    /// Gives a file or a folder another name, which no other has.
    ///
    /// # Errors
    /// When there is a file of that name, or the folder is read-only.
    pub fn rename(&self, _: &Lock, from: &str, to: &str) -> Result<(), WriteError> {
        let place = self.place(to);
        let renamed = if self.is_free(from, to) {
            std::fs::rename(self.place(from), &place)
        } else {
            Err(io::ErrorKind::AlreadyExists.into())
        };
        renamed.map_err(|error| WriteError { place, error })
    }

    /// Takes a file away.
    ///
    /// # Errors
    /// When the folder is read-only.
    pub fn remove(&self, _: &Lock, path: &str) -> Result<(), WriteError> {
        let place = self.place(path);
        std::fs::remove_file(&place).map_err(|error| WriteError { place, error })
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

pub(super) fn write_at(place: &Path, content: &str, before: Option<&[u8]>) -> io::Result<()> {
    let place = if place.is_symlink() { std::fs::canonicalize(place)? } else { place.to_owned() };
    let beside = beside(&place, content, FileMode::Plain)?;
    if let Ok(old) = std::fs::metadata(&place) {
        keep_owner(beside.as_file(), &old);
        beside.as_file().set_permissions(old.permissions())?;
    }
    beside.as_file().sync_all()?;
    // As late as can be.
    if before.is_some_and(|before| std::fs::read(&place).is_ok_and(|now| now != before)) {
        return Err(io::ErrorKind::ResourceBusy.into());
    }
    beside.persist(&place).map_err(|error| error.error)?;
    Ok(())
}

/// A file that an administrator changes stays its owner's, where the system lets it.
#[cfg(unix)]
fn keep_owner(file: &std::fs::File, old: &std::fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let owns = |new: std::fs::Metadata| (new.uid(), new.gid()) == (old.uid(), old.gid());
    if !file.metadata().is_ok_and(owns) {
        let _ = fchown(file, Some(old.uid()), Some(old.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &std::fs::File, _: &std::fs::Metadata) {}

/// How old a file beside another must be to be what a command that was stopped left there.
const LEFT_BEHIND: Duration = Duration::from_mins(10);

/// Takes away what commands that were stopped left in a folder.
fn sweep(folder: &Path) {
    let is_old = |entry: &std::fs::DirEntry| {
        let written = entry.metadata().and_then(|metadata| metadata.modified());
        written.is_ok_and(|written| written.elapsed().is_ok_and(|age| age > LEFT_BEHIND))
    };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(BESIDE) && is_old(&entry) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// What the name of a file begins with until it is whole.
const BESIDE: &str = ".council-";

/// An empty file of another name, in the folder where it is to be.
pub(super) fn begun(place: &Path) -> io::Result<NamedTempFile> {
    beside(place, "", FileMode::Plain)
}

/// The content in a file of another name, in the folder where it is to be.
#[cfg_attr(not(unix), allow(unused_variables, reason = "only Unix has a mode for programs"))]
fn beside(place: &Path, content: &str, mode: FileMode) -> io::Result<NamedTempFile> {
    let folder = place.parent().ok_or(io::ErrorKind::InvalidInput)?;
    std::fs::create_dir_all(folder)?;
    sweep(folder);
    let mut builder = tempfile::Builder::new();
    builder.prefix(BESIDE);
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
