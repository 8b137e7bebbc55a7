//! Deserializing a value from the text that was typed. Every value type's `Deserialize` is one call of it.

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// Reads a value through its `FromStr`, from the scalar's own text, so that no amount passes through a float.
///
/// What is not such a value is an `invalid_value` that expects `token` and nothing more: whoever words the message for
/// the user chooses it by that token.
pub(crate) fn from_text<'de, T, D>(deserializer: D, token: &'static str) -> Result<T, D::Error>
where
    T: FromStr,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(TextVisitor { token, value: PhantomData })
}

struct TextVisitor<T> {
    token: &'static str,
    value: PhantomData<T>,
}

impl<T: FromStr> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.token)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}
