//! One command at a time writes into a record.

use super::Store;
use super::own::{OWN, make_own};
use super::write::WriteError;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

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
        lock_in(&place, "lock", waiting).map_err(|error| WriteError { place, error })
    }

    /// Waits until no other command sends anything; others may write into the record meanwhile.
    ///
    /// # Errors
    /// When the record's folder cannot be written.
    pub fn lock_sending(&self, waiting: impl FnOnce()) -> Result<Lock, WriteError> {
        let place = self.place(OWN);
        lock_in(&place, "sending", waiting).map_err(|error| WriteError { place, error })
    }
}

fn lock_in(folder: &Path, name: &str, waiting: impl FnOnce()) -> io::Result<Lock> {
    make_own(folder)?;
    let file = OpenOptions::new().create(true).append(true).open(folder.join(name))?;
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
