//! A file of a record with what was read from it: its value, its faults, its text.

use crate::store::{CouncilListing, ReadError, Store};
use crate::yaml::{Fault, Mended, Reading, Route, into_text, read_text, readable_part, without_mark};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// What lies in a file.
#[derive(Debug, Clone)]
enum Content {
    /// A text, with its byte-order mark.
    Text(String),
    /// What is none; nothing of a file that could not be opened.
    Bytes(Vec<u8>),
}

impl Content {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }

    /// The text without its mark, where it is one.
    fn readable(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(without_mark(text)),
            Self::Bytes(_) => None,
        }
    }

    /// The text without its mark, as far as it can be shown.
    fn shown(&self) -> String {
        match self {
            Self::Text(text) => without_mark(text).to_owned(),
            Self::Bytes(bytes) => readable_part(bytes),
        }
    }
}

/// A file of the record, with its value.
#[derive(Debug, Clone)]
pub struct File<T> {
    /// Its path, from the record's root.
    pub path: String,
    content: Content,
    reading: Reading<T>,
    /// Why it could not be read at all.
    pub refused: Option<ReadError>,
}

/// What a problem needs of the file it is in, whatever its kind.
pub trait Written {
    /// The file's path, from the record's root.
    fn path(&self) -> &str;
    /// The file's text without its byte-order mark, as far as it can be shown.
    fn text(&self) -> String;
    /// The file's text without its byte-order mark, where all of it can be read.
    fn readable(&self) -> Option<&str>;
    /// What is wrong with it as a file.
    fn faults(&self) -> &[Fault];
    /// The values that were left out because of a fault.
    fn lost(&self) -> &[Route];
    /// Why it could not be read at all.
    fn refused(&self) -> Option<ReadError>;
    /// The tree of its text, where reading it took one.
    fn mended(&self) -> Option<Arc<Mended>>;
}

impl<T: DeserializeOwned> File<T> {
    /// Takes these bytes for a file's.
    pub fn of(path: String, bytes: Vec<u8>) -> Self {
        let (content, reading) = match into_text(bytes) {
            Ok(text) => {
                let reading = read_text(without_mark(&text));
                (Content::Text(text), reading)
            }
            Err((bytes, fault)) => (Content::Bytes(bytes), Reading::failed(fault)),
        };
        Self { path, content, reading, refused: None }
    }

    pub(super) fn load(store: &Store, path: String) -> Self {
        Self::read(store.read(&path), path)
    }

    /// Loads one of a council's files, of which its folders tell whether they are ordinary.
    pub(super) fn listed(store: &Store, path: String, listing: &CouncilListing) -> Self {
        Self::read(store.read_listed(&path, listing), path)
    }

    fn read(bytes: Result<Vec<u8>, ReadError>, path: String) -> Self {
        match bytes {
            Ok(bytes) => Self::of(path, bytes),
            Err(error) => {
                let reading = Reading { value: None, faults: Vec::new(), lost: vec![Route::top()], mended: None };
                Self { path, content: Content::Bytes(Vec::new()), reading, refused: Some(error) }
            }
        }
    }
}

impl<T> File<T> {
    /// The value, as far as it could be read.
    pub fn value(&self) -> Option<&T> {
        self.reading.value.as_ref()
    }

    /// Says whether the value at this route is missing because of a fault that was reported.
    pub fn has_lost(&self, route: &Route) -> bool {
        self.reading.has_lost(route)
    }

    /// Says whether the value at this route is missing because of a fault that was reported, or stands under a misspelt
    /// key. The route is asked for only where something is wrong with the file.
    pub fn has_lost_key(&self, route: impl FnOnce() -> Route) -> bool {
        self.is_faulty() && {
            let route = route();
            self.reading.has_lost(&route) || self.reading.has_misspelt(&route)
        }
    }

    /// Says whether a value stands where this route leads, but under a misspelt key.
    pub fn has_misspelt(&self, route: &Route) -> bool {
        self.reading.has_misspelt(route)
    }

    /// Says whether anything is wrong with it as a file.
    pub fn is_faulty(&self) -> bool {
        self.refused.is_some() || !self.reading.faults.is_empty()
    }

    /// The file's bytes, as they lie on the disk.
    pub fn bytes(&self) -> &[u8] {
        self.content.bytes()
    }
}

impl<T> Written for File<T> {
    fn path(&self) -> &str {
        &self.path
    }

    fn text(&self) -> String {
        self.content.shown()
    }

    fn readable(&self) -> Option<&str> {
        self.content.readable()
    }

    fn faults(&self) -> &[Fault] {
        &self.reading.faults
    }

    fn lost(&self) -> &[Route] {
        &self.reading.lost
    }

    fn refused(&self) -> Option<ReadError> {
        self.refused
    }

    fn mended(&self) -> Option<Arc<Mended>> {
        self.reading.mended.clone()
    }
}

/// A file of the record that is only text.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Its path, from the record's root.
    pub path: String,
    content: Content,
    faults: Vec<Fault>,
    refused: Option<ReadError>,
}

impl TextFile {
    pub(super) fn load(store: &Store, path: &str) -> Self {
        let (read, refused) = match store.read(path) {
            Ok(bytes) => (into_text(bytes), None),
            Err(error) => (Ok(String::new()), Some(error)),
        };
        let (content, faults) = match read {
            Ok(text) => (Content::Text(text), Vec::new()),
            Err((bytes, fault)) => (Content::Bytes(bytes), vec![fault]),
        };
        Self { path: path.to_owned(), content, faults, refused }
    }

    /// The text; `None` where it cannot be read.
    pub fn readable(&self) -> Option<&str> {
        self.content.readable().filter(|_| self.refused.is_none())
    }
}

impl Written for TextFile {
    fn path(&self) -> &str {
        &self.path
    }

    fn text(&self) -> String {
        self.content.shown()
    }

    fn readable(&self) -> Option<&str> {
        TextFile::readable(self)
    }

    fn faults(&self) -> &[Fault] {
        &self.faults
    }

    fn lost(&self) -> &[Route] {
        &[]
    }

    fn refused(&self) -> Option<ReadError> {
        self.refused
    }

    fn mended(&self) -> Option<Arc<Mended>> {
        None
    }
}
