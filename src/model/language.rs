//! The two languages of what is generated.

use serde::de::{Deserialize, Deserializer, Error};
use std::fmt;
use std::str::FromStr;

/// The language of what is generated: the landlord's `language`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// `fr`
    #[default]
    French,
    /// `en`
    English,
}

/// A text that names neither of the languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageError;

impl Language {
    /// The code that the record and HTML's `lang` give it (ISO 639-1).
    pub const fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(text: &str) -> Result<Self, LanguageError> {
        match text {
            "fr" => Ok(Self::French),
            "en" => Ok(Self::English),
            _ => Err(LanguageError),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl fmt::Display for LanguageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("neither fr nor en")
    }
}

impl std::error::Error for LanguageError {}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| D::Error::unknown_variant(&text, &["fr", "en"]))
    }
}
