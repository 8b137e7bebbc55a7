//! Where the record is.

use std::fmt;
use std::path::{Path, PathBuf};

/// No record was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiscoverError {
    /// The folder that was named is none, or is not there.
    NotAFolder(PathBuf),
    /// The folder that was named has no `landlord.yaml`.
    NoLandlord(PathBuf),
    /// Neither this folder nor any above it holds a record.
    NoRecord(PathBuf),
}

impl fmt::Display for DiscoverError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFolder(place) => write!(out, "{} is not a folder", place.display()),
            Self::NoLandlord(place) => write!(out, "{} has no landlord.yaml", place.display()),
            Self::NoRecord(place) => write!(out, "no record in {} nor above", place.display()),
        }
    }
}

impl std::error::Error for DiscoverError {}

/// Finds the record's folder: the one that is named; else the nearest folder, from `here` upwards, that holds
/// `landlord.yaml`; else the nearest whose `councils/` does.
///
/// # Errors
/// When there is none.
pub fn discover(named: Option<&Path>, here: &Path) -> Result<PathBuf, DiscoverError> {
    let holds_record = |folder: &Path| std::fs::symlink_metadata(folder.join("landlord.yaml")).is_ok();
    if let Some(folder) = named {
        if !folder.is_dir() {
            return Err(DiscoverError::NotAFolder(folder.to_owned()));
        }
        if !holds_record(folder) {
            return Err(DiscoverError::NoLandlord(folder.to_owned()));
        }
        return Ok(folder.to_owned());
    }
    let above = || here.ancestors().map(Path::to_owned);
    above()
        .find(|folder| holds_record(folder))
        .or_else(|| above().map(|folder| folder.join("councils")).find(|folder| holds_record(folder)))
        .ok_or_else(|| DiscoverError::NoRecord(here.to_owned()))
}
