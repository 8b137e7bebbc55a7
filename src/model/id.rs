//! The identifiers that things of a record are referred to by.

use serde::de::{Deserialize, Deserializer, Error, Unexpected};
use std::borrow::Borrow;
use std::fmt;

/// A slug, `[a-z0-9-]+`: the key of a thing that others refer to, or the name of a council's folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The identifier, where the text is one.
    pub fn new(text: &str) -> Option<Self> {
        let slug = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        (!text.is_empty() && text.bytes().all(slug)).then(|| Self(text.to_owned()))
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The identifier that a name suggests: lower case, without accents, a hyphen for the rest; empty where nothing is
    /// left.
    pub fn suggestion(name: &str) -> String {
        let mut slug = String::new();
        for letter in name.to_lowercase().chars() {
            match letter {
                'a'..='z' | '0'..='9' => slug.push(letter),
                'à' | 'â' | 'ä' => slug.push('a'),
                'é' | 'è' | 'ê' | 'ë' => slug.push('e'),
                'î' | 'ï' => slug.push('i'),
                'ô' | 'ö' => slug.push('o'),
                'ù' | 'û' | 'ü' => slug.push('u'),
                'ç' => slug.push('c'),
                'œ' => slug.push_str("oe"),
                'æ' => slug.push_str("ae"),
                _ if slug.ends_with('-') || slug.is_empty() => {}
                _ => slug.push('-'),
            }
        }
        slug.trim_end_matches('-').to_owned()
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&text), &"id"))
    }
}
