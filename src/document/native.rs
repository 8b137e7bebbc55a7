//! The built-in minutes as Rust, which the build makes of their templates (`templates/compile.rs`), and what that code
//! calls: facts as a template sees them.

use super::facts::{
    ActionFacts, ApprovalFacts, AttendanceFacts, CouncilFacts, ErratumFacts, FindingFacts, HeadcountFacts,
    MinutesFacts, NextFacts, OutcomeFact, OutcomeFacts, ProxyFacts, QuorumFact, ReviewFacts, SessionFacts, TopicFacts,
    VotesFacts, WorksFacts,
};
use crate::locale;
use crate::model::Language;
use std::borrow::Cow;

/// Writes minutes by the built-in template of this language: the same bytes as the engine's, before they are tidied.
pub(super) fn minutes(facts: &MinutesFacts, language: Language) -> String {
    let mut out = String::with_capacity(8 * 1024);
    match language {
        Language::French => written::fr(facts, &mut out),
        Language::English => written::en(facts, &mut out),
    }
    out
}

/// What the build made.
mod written {
    #![allow(unused_parens, clippy::all, clippy::pedantic, reason = "made by the build, to be read in the template")]
    use super::*;

    include!(concat!(env!("OUT_DIR"), "/minutes.rs"));
}

/// A fact as a template sees it: a value, or nothing.
trait Fact {
    /// What is there where it is not nothing.
    type Value: ?Sized;

    fn fact(&self) -> Option<&Self::Value>;
}

impl<T: Fact> Fact for Option<T> {
    type Value = T::Value;

    fn fact(&self) -> Option<&T::Value> {
        self.as_ref().and_then(T::fact)
    }
}

impl Fact for String {
    type Value = str;

    fn fact(&self) -> Option<&str> {
        Some(self)
    }
}

impl<T> Fact for Vec<T> {
    type Value = [T];

    fn fact(&self) -> Option<&[T]> {
        Some(self)
    }
}

/// Values that are never nothing.
macro_rules! facts {
    ($($name:ty),*) => {
        $(impl Fact for $name {
            type Value = Self;

            fn fact(&self) -> Option<&Self> {
                Some(self)
            }
        })*
    };
}

/// Groups of facts are as good as yes wherever they are.
macro_rules! groups {
    ($($name:ty),*) => {
        facts!($($name),*);
        $(impl Truth for $name {
            fn is_true(&self) -> bool {
                true
            }
        })*
    };
}

facts!(bool, i64, OutcomeFact, QuorumFact);
groups!(
    ActionFacts,
    ApprovalFacts,
    AttendanceFacts,
    CouncilFacts,
    ErratumFacts,
    FindingFacts,
    HeadcountFacts,
    NextFacts,
    OutcomeFacts,
    ProxyFacts,
    ReviewFacts,
    SessionFacts,
    TopicFacts,
    VotesFacts,
    WorksFacts
);

/// Whether a template takes a value for yes.
trait Truth {
    fn is_true(&self) -> bool;
}

impl Truth for bool {
    fn is_true(&self) -> bool {
        *self
    }
}

impl Truth for str {
    fn is_true(&self) -> bool {
        !self.is_empty()
    }
}

impl<T> Truth for [T] {
    fn is_true(&self) -> bool {
        !self.is_empty()
    }
}

impl Truth for QuorumFact {
    fn is_true(&self) -> bool {
        true
    }
}

fn is_true<T: Truth + ?Sized>(fact: Option<&T>) -> bool {
    fact.is_some_and(T::is_true)
}

/// A value that is one of several words.
trait Word {
    fn word(&self) -> &'static str;
}

impl Word for OutcomeFact {
    fn word(&self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Decision => "decision",
            Self::Action => "action",
            Self::Postponed => "postponed",
        }
    }
}

impl Word for QuorumFact {
    fn word(&self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::NotReached => "not-reached",
        }
    }
}

fn is_word(fact: Option<&impl Word>, word: &str) -> bool {
    fact.is_some_and(|fact| fact.word() == word)
}

/// A value that is written as it is.
trait Said {
    fn say(&self, out: &mut String);
}

impl Said for str {
    fn say(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Said for i64 {
    fn say(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

fn say<T: Said + ?Sized>(fact: Option<&T>, out: &mut String) {
    match fact {
        Some(fact) => fact.say(out),
        // As the engine says it. No built-in template comes to that with the facts of a record.
        None => out.push_str("None"),
    }
}

fn items<T: Fact>(list: Option<&[T]>) -> impl ExactSizeIterator<Item = Option<&T::Value>> {
    list.unwrap_or_default().iter().map(T::fact)
}

fn text(fact: Option<&str>) -> Cow<'_, str> {
    Cow::Borrowed(fact.unwrap_or_default())
}

fn or<'a>(text: Cow<'a, str>, otherwise: impl FnOnce() -> Cow<'a, str>) -> Cow<'a, str> {
    if text.is_empty() { otherwise() } else { text }
}

// The filters of the engine that minutes use.

fn capital(text: &str) -> Cow<'static, str> {
    Cow::Owned(locale::capital(text))
}

fn counted(count: Option<&i64>, one: &str, many: &str, language: Language) -> Cow<'static, str> {
    count.map_or_else(Cow::default, |count| Cow::Owned(locale::counted(*count, one, many, language)))
}

fn join(list: Option<&[String]>, between: &str) -> Cow<'static, str> {
    Cow::Owned(list.unwrap_or_default().join(between))
}

fn list(list: Option<&[String]>, language: Language) -> Cow<'static, str> {
    Cow::Owned(locale::list_of(list.unwrap_or_default(), language))
}

#[cfg(test)]
mod tests {
    use super::super::template::Template;
    use super::*;
    use crate::model::DocumentKind;
    use proptest::prelude::*;
    use serde::Deserialize;
    use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
    use serde::de::{Deserializer, Error as _, IntoDeserializer, Visitor};
    use serde::forward_to_deserialize_any;
    use std::cell::Cell;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn the_build_and_the_engine_write_the_same_minutes(chances in prop::collection::vec(any::<u8>(), 1..400)) {
            let facts = MinutesFacts::deserialize(Drawn { chances: &chances, next: &Cell::new(0) }).unwrap();
            for language in [Language::French, Language::English] {
                let built_in = Template::built_in(DocumentKind::Minutes, language);
                let by_the_engine = Template::own(DocumentKind::Minutes, &built_in.text, language);
                prop_assert_eq!(built_in.minutes(&facts).unwrap(), by_the_engine.render(&facts).unwrap());
            }
        }
    }

    /// Facts by chance: whether something is said, and what.
    #[derive(Clone, Copy)]
    struct Drawn<'a> {
        chances: &'a [u8],
        next: &'a Cell<usize>,
    }

    impl Drawn<'_> {
        fn below(self, end: usize) -> usize {
            let at = self.next.replace(self.next.get() + 1);
            usize::from(self.chances[at % self.chances.len()]) % end
        }
    }

    impl IntoDeserializer<'_, Error> for Drawn<'_> {
        type Deserializer = Self;

        fn into_deserializer(self) -> Self {
            self
        }
    }

    impl<'de> Deserializer<'de> for Drawn<'_> {
        type Error = Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(Error::custom("not among facts"))
        }

        fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let texts = ["", "texte", "été : « oui »", "deux lignes\n\n  la seconde", "none"];
            visitor.visit_str(texts[self.below(texts.len())])
        }

        fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_bool(self.below(2) == 0)
        }

        fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let numbers = [0, 1, 2, 12_345];
            visitor.visit_i64(numbers[self.below(numbers.len())])
        }

        fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            if self.below(3) == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
        }

        fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_seq(SeqDeserializer::new((0..self.below(4)).map(|_| self)))
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
            let word = words[self.below(words.len())];
            visitor.visit_enum(IntoDeserializer::<Error>::into_deserializer(word))
        }

        forward_to_deserialize_any! {
            i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct newtype_struct tuple
            tuple_struct map identifier ignored_any
        }
    }
}
