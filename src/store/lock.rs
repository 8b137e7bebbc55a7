//! One command at a time writes into a record.

use super::Store;
use super::write::WriteError;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::Path;

/// The folder of what is this machine's alone; git keeps none of it.
const OWN: &str = ".council";

/// The right to write into a record, until it is dropped; the system takes it back from a process that ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Store {
    /// Waits until no other command writes into the record; `waiting` is called once, where one does.
    ///
    /// # Errors
    /// When the record's folder cannot be written.
    pub fn lock(&self, waiting: impl FnOnce()) -> Result<Lock, WriteError> {
        let place = self.place(OWN);
        lock_in(&place, waiting).map_err(|error| WriteError { place, error })
    }
}

fn lock_in(folder: &Path, waiting: impl FnOnce()) -> io::Result<Lock> {
    match std::fs::create_dir(folder) {
        // A record that `init` did not make has no `.gitignore` that says so.
        Ok(()) => File::create(folder.join(".gitignore"))?.write_all(b"*\n")?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    let file = OpenOptions::new().create(true).append(true).open(folder.join("lock"))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            waiting();
            file.lock()?;
        }
        // Some network drives know no locks: nobody can wait for anybody there.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(error),
    }
    Ok(Lock { _file: file })
}
