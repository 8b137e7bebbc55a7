//! Writing a file so that it is, at every moment, as it was or as it is to be.

use super::Store;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

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

fn write_at(place: &Path, content: &str) -> io::Result<()> {
    let place = if place.is_symlink() { std::fs::canonicalize(place)? } else { place.to_owned() };
    let folder = place.parent().ok_or(io::ErrorKind::InvalidInput)?;
    std::fs::create_dir_all(folder)?;
    let old = std::fs::metadata(&place).ok();
    let mut builder = tempfile::Builder::new();
    builder.prefix(".council-");
    #[cfg(unix)]
    {
        // A new file is as readable as any other; the umask still applies.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut beside = builder.tempfile_in(folder)?;
    beside.write_all(content.as_bytes())?;
    if let Some(old) = old {
        beside.as_file().set_permissions(old.permissions())?;
    }
    beside.as_file().sync_all()?;
    beside.persist(&place).map_err(|error| error.error)?;
    Ok(())
}
