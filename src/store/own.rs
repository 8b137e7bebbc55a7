//! What is this machine's alone, in the hidden folder of a record: a key, and journals to which lines are added. Used by
//! `send`.

use super::{Lock, Store, WriteError};
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// The folder of what is this machine's alone; git keeps none of it.
pub(super) const OWN: &str = ".council";

/// Makes that folder, where it is missing.
pub(super) fn make_own(folder: &Path) -> io::Result<()> {
    match std::fs::create_dir(folder) {
        // A record that `init` did not make has no `.gitignore` that says so.
        Ok(()) => File::create(folder.join(".gitignore"))?.write_all(b"*\n"),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

/// How many bytes a key has.
const KEY: usize = 32;

/// A file to whose end lines are added; each is on the disk before anything else happens.
#[derive(Debug)]
pub struct Journal {
    place: PathBuf,
    file: File,
}

impl Journal {
    /// Adds a line.
    ///
    /// # Errors
    /// When the disk is full, or the like.
    pub fn append(&mut self, line: &str) -> Result<(), WriteError> {
        let mut append = || {
            let before = self.file.metadata()?.len();
            let written = self.file.write_all(format!("{line}\n").as_bytes()).and_then(|()| self.file.sync_data());
            if written.is_err() {
                // Half a line, and the next behind it, would be none.
                self.file.set_len(before)?;
            }
            written
        };
        append().map_err(|error| WriteError { place: self.place.clone(), error })
    }
}

impl Store {
    /// The key of this machine, where it has one.
    ///
    /// # Errors
    /// When it cannot be read, or is none.
    pub fn own_key(&self) -> Result<Option<[u8; KEY]>, WriteError> {
        let place = self.place(OWN).join("key");
        match std::fs::read(&place) {
            Ok(bytes) => {
                let key = bytes.try_into().map_err(|_| io::ErrorKind::InvalidData.into());
                key.map(Some).map_err(|error| WriteError { place, error })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(WriteError { place, error }),
        }
    }

    /// Keeps a key for this machine, for its user's eyes alone.
    ///
    /// # Errors
    /// When there is one already, or the folder is read-only.
    pub fn keep_own_key(&self, _: &Lock, key: &[u8; KEY]) -> Result<(), WriteError> {
        let place = self.place(OWN).join("key");
        // A temporary file is its user's alone.
        let kept = make_own(&self.place(OWN)).and_then(|()| {
            let mut beside = tempfile::NamedTempFile::new_in(self.place(OWN))?;
            beside.write_all(key)?;
            beside.as_file().sync_all()?;
            beside.persist_noclobber(&place).map_err(|error| error.error)
        });
        kept.map(|_| ()).map_err(|error| WriteError { place, error })
    }

    /// Opens a journal of this machine, made where it is missing. A last line that was not written whole is taken away.
    ///
    /// # Errors
    /// When the folder is read-only, or the like.
    pub fn own_journal(&self, _: &Lock, name: &str) -> Result<Journal, WriteError> {
        let place = self.place(OWN).join(name);
        let opened = || {
            make_own(&self.place(OWN))?;
            place.parent().map_or(Ok(()), std::fs::create_dir_all)?;
            let mut file = OpenOptions::new().create(true).read(true).append(true).open(&place)?;
            let whole = whole_lines(&mut file)?;
            file.set_len(whole)?;
            Ok(file)
        };
        opened().map(|file| Journal { place: place.clone(), file }).map_err(|error| WriteError { place, error })
    }

    /// Goes through the whole lines of a journal; of none, where it is missing.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn own_lines(&self, name: &str, mut each: impl FnMut(&[u8])) -> Result<(), WriteError> {
        let place = self.place(OWN).join(name);
        let mut read = || {
            let mut lines = BufReader::new(File::open(&place)?);
            let mut line = Vec::new();
            while lines.read_until(b'\n', &mut line)? > 0 {
                if let Some(whole) = line.strip_suffix(b"\n") {
                    each(whole);
                }
                line.clear();
            }
            Ok(())
        };
        match read() {
            Err(error) if io::Error::kind(&error) != io::ErrorKind::NotFound => Err(WriteError { place, error }),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// The place of a journal, to be shown.
    pub fn own_place(&self, name: &str) -> PathBuf {
        self.place(OWN).join(name)
    }
}

/// How many bytes the whole lines of a file have.
fn whole_lines(file: &mut File) -> io::Result<u64> {
    let mut end = file.seek(SeekFrom::End(0))?;
    let mut byte = [0];
    while end > 0 {
        file.seek(SeekFrom::Start(end - 1))?;
        file.read_exact(&mut byte)?;
        if byte == *b"\n" {
            break;
        }
        end -= 1;
    }
    Ok(end)
}
