//! A text that is there: never blank.

use super::from_text;
use serde::de::{Deserialize, Deserializer};
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

/// A text with at least one visible character. Blank text counts as no text, wherever it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

impl Text {
    /// The text, or nothing where it is blank, or only stands for nothing.
    pub fn new(text: &str) -> Option<Self> {
        let is_blank = text.trim().is_empty() || matches!(text, "~" | "null" | "Null" | "NULL");
        (!is_blank).then(|| Self(text.to_owned()))
    }

    /// The text as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// No text at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoText;

impl fmt::Display for NoText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("no text")
    }
}

impl std::error::Error for NoText {}

impl FromStr for Text {
    type Err = NoText;

    fn from_str(text: &str) -> Result<Self, NoText> {
        Self::new(text).ok_or(NoText)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "text")
    }
}
