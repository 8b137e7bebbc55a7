//! Facts to try templates on when they are checked, made from the types of the facts themselves: some in which
//! everything is said, others in which less and less is, so that a template finds what it may not rely on.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::{Serialize, forward_to_deserialize_any};
use serde_json::Value;

/// How much is said in a sample.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// How deep things are said: what may be left out is, and lists are empty, once this many others stand around it.
    depth: usize,
    /// What is chosen where one of several things is said: a word, yes or no, a number.
    choice: usize,
}

/// More than the words that any fact chooses from; lists have as many items, each with another choice.
const CHOICES: usize = 4;

/// More than facts are deep.
const DEPTH: usize = 4;

impl Sample {
    /// Everything is said.
    pub const FULL: Self = Self { depth: usize::MAX, choice: 0 };

    /// Every sample that a template is tried on, the fullest first.
    pub fn all() -> impl Iterator<Item = Self> {
        let depths = std::iter::once(usize::MAX).chain((0..DEPTH).rev());
        depths.flat_map(|depth| (0..CHOICES).map(move |choice| Self { depth, choice }))
    }
}

impl Chooser for Sample {
    fn text(self) -> &'static str {
        "texte"
    }

    fn number(self) -> i64 {
        i64::try_from(self.choice).unwrap_or_default()
    }

    fn one_of(self, several: usize) -> usize {
        self.choice % several
    }

    fn said(self) -> Option<Self> {
        self.depth.checked_sub(1).map(|depth| Self { depth, ..self })
    }

    fn items(self) -> impl Iterator<Item = Self> {
        let item = |inner: Self, number| Self { choice: inner.choice + number, ..inner };
        self.said().into_iter().flat_map(move |inner| (0..CHOICES).map(move |number| item(inner, number)))
    }
}

/// Facts of this type with sample values.
pub(super) fn of<'de, T: Deserialize<'de> + Serialize>(sample: Sample) -> Value {
    made::<T>(sample).ok().and_then(|facts| serde_json::to_value(facts).ok()).unwrap_or_default()
}

/// Chooses what facts say.
pub(super) trait Chooser: Copy {
    /// A text.
    fn text(self) -> &'static str;

    /// A number.
    fn number(self) -> i64;

    /// One of several words, from 0; of yes and no.
    fn one_of(self, several: usize) -> usize;

    /// Whether something that may be left out is said, and who chooses in it.
    fn said(self) -> Option<Self>;

    /// The items of a list: who chooses in each.
    fn items(self) -> impl Iterator<Item = Self>;
}

/// Facts of this type, each as it is chosen.
///
/// # Errors
/// Where facts are made of something else than [`Chooser`] knows.
pub(super) fn made<'de, T: Deserialize<'de>>(chooser: impl Chooser) -> Result<T, Error> {
    T::deserialize(Chosen(chooser))
}

/// Facts as they are chosen, whatever they are of.
#[derive(Clone, Copy)]
struct Chosen<C>(C);

impl<C: Chooser> IntoDeserializer<'_, Error> for Chosen<C> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de, C: Chooser> Deserializer<'de> for Chosen<C> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("facts are texts, numbers, yes or no, words to choose from, and lists and groups of these"))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.0.text())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.0.one_of(2) == 0)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i64(self.0.number())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.said() {
            Some(inner) => visitor.visit_some(Self(inner)),
            None => visitor.visit_none(),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::new(self.0.items().map(Self)))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_map(MapDeserializer::new(fields.iter().map(|field| (*field, self))))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let word = words.get(self.0.one_of(words.len().max(1))).copied().unwrap_or_default();
        visitor.visit_enum(IntoDeserializer::<Error>::into_deserializer(word))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct map identifier ignored_any
    }
}

/// Says whether a template may name this variable: `session.number`.
pub(super) fn knows(facts: &Value, name: &str) -> bool {
    name.split('.').try_fold(facts, |value, part| value.get(part)).is_some()
}

/// The names that a template may use at its top.
pub(super) fn names(facts: &Value) -> Vec<String> {
    facts.as_object().into_iter().flat_map(|fields| fields.keys().cloned()).collect()
}

/// The variable that was meant by one that is not given: the part that is wrong becomes the nearest that stands there.
pub(super) fn nearest(facts: &Value, name: &str) -> Option<String> {
    let mut value = Some(facts);
    let mut meant: Vec<String> = Vec::new();
    for part in name.split('.') {
        let next = value.and_then(|value| value.get(part));
        meant.push(match (next, value) {
            (None, Some(value)) => nearest_of(part, value.as_object()?.keys().cloned().collect())?,
            // Right, or behind the part that was wrong.
            (Some(_), _) | (None, None) => part.to_owned(),
        });
        value = next;
    }
    Some(meant.join("."))
}

/// The same for a field of an item of a list, such as `topic.title`, whatever the item is called.
pub(super) fn nearest_field(facts: &Value, name: &str) -> Option<String> {
    let (item, field) = name.rsplit_once('.')?;
    let mut names = Vec::new();
    collect(facts, &mut names);
    nearest_of(field.trim(), names).map(|field| format!("{item}.{field}"))
}

fn nearest_of(word: &str, known: Vec<String>) -> Option<String> {
    let most = (word.chars().count() / 3).max(1);
    let near = known.into_iter().map(|known| (strsim::damerau_levenshtein(word, &known), known));
    near.filter(|(distance, _)| *distance > 0 && *distance <= most).min().map(|(_, known)| known)
}

fn collect(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                names.push(name.clone());
                collect(value, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::kind::Kind;
    use super::*;
    use crate::model::DocumentKind;

    #[test]
    fn samples_say_all_that_facts_can() {
        for kind in DocumentKind::ALL {
            let facts = Kind::from(*kind);
            let full = (facts.sample)(Sample::FULL);
            assert!(full.is_object(), "{kind:?}: its facts hold what samples cannot say");
            assert!(!full.to_string().contains("null"), "{kind:?}: something is left out");
            let deepest = (facts.sample)(Sample { depth: DEPTH, choice: 0 });
            assert_eq!(deepest, full, "{kind:?}: its facts are deeper than samples");
        }
    }
}
