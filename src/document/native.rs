//! The built-in minutes as Rust, which the build makes of their templates (`templates/compile.rs`), and what that code
//! calls: facts as a template sees them.

use super::facts::{
    ActionFacts, ApprovalFacts, AttendanceFacts, CouncilFacts, ErratumFacts, FindingFacts, HeadcountFacts,
    LandlordFacts, MinutesFacts, NextFacts, OutcomeFact, OutcomeFacts, ProxyFacts, QuorumFact, ReviewFacts,
    SessionFacts, TopicFacts, VotesFacts, WorksFacts,
};
use crate::locale;
use crate::model::{DocumentKind, Language};
use std::borrow::Cow;

/// Writes a document's facts as its template would be rendered, before that is tidied.
pub(super) type Writer = fn(&MinutesFacts, &mut String);

/// The writer of a kind of document in this language, where the build makes one of its built-in template.
pub(super) fn writer(kind: DocumentKind, language: Language) -> Option<Writer> {
    let writer = match language {
        Language::French => minutes::fr,
        Language::English => minutes::en,
    };
    (kind == DocumentKind::Minutes).then_some(writer)
}

/// What the build made.
mod minutes {
    #![allow(unused, clippy::all, clippy::pedantic, reason = "made by the build, to be read in the template")]
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

/// Groups of facts and words: a template takes them for yes wherever they are said.
macro_rules! whole {
    ($($name:ty),*) => {
        facts!($($name),*);
        $(impl Truth for $name {})*
    };
}

facts!(bool, i64);
whole!(OutcomeFact, QuorumFact);
whole!(
    ActionFacts,
    ApprovalFacts,
    AttendanceFacts,
    CouncilFacts,
    ErratumFacts,
    FindingFacts,
    HeadcountFacts,
    LandlordFacts,
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
    fn is_true(&self) -> bool {
        true
    }
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

/// Nothing is empty here: the template asks `or` what to say instead. Elsewhere the engine would say `None` or refuse.
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
    use super::super::engine::environment;
    use super::super::kind::Kind;
    use super::super::prepared::Prepared;
    use super::super::sample::{Chooser, made};
    use super::*;
    use minijinja::value::Serde;
    use proptest::prelude::*;
    use std::cell::Cell;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn the_build_and_the_engine_write_the_same_minutes(chances in prop::collection::vec(any::<u8>(), 1..400)) {
            let facts: MinutesFacts = made(Chance { chances: &chances, next: &Cell::new(0) }).unwrap();
            for language in [Language::French, Language::English] {
                let mut text = String::new();
                writer(DocumentKind::Minutes, language).unwrap()(&facts, &mut text);
                let template = Prepared::new(Kind::from(DocumentKind::Minutes).wording(language)).text;
                prop_assert_eq!(text, environment(language).render_str(&template, Serde(&facts)).unwrap());
            }
        }
    }

    #[test]
    fn words_are_those_that_templates_are_given() {
        let outcomes = [OutcomeFact::Information, OutcomeFact::Decision, OutcomeFact::Action, OutcomeFact::Postponed];
        for outcome in outcomes {
            assert_eq!(serde_json::to_value(outcome).unwrap(), outcome.word());
        }
        for quorum in [QuorumFact::Reached, QuorumFact::NotReached] {
            assert_eq!(serde_json::to_value(quorum).unwrap(), quorum.word());
        }
    }

    /// Chooses by chance.
    #[derive(Clone, Copy)]
    struct Chance<'a> {
        chances: &'a [u8],
        next: &'a Cell<usize>,
    }

    impl Chooser for Chance<'_> {
        fn text(self) -> &'static str {
            let texts = ["", "texte", "été : « oui »", "deux lignes\n\n  la seconde", "none"];
            texts[self.one_of(texts.len())]
        }

        fn number(self) -> i64 {
            let numbers = [0, 1, 2, 12_345];
            numbers[self.one_of(numbers.len())]
        }

        fn one_of(self, several: usize) -> usize {
            let at = self.next.replace(self.next.get() + 1);
            usize::from(self.chances[at % self.chances.len()]) % several
        }

        fn said(self) -> Option<Self> {
            (self.one_of(3) > 0).then_some(self)
        }

        fn items(self) -> impl Iterator<Item = Self> {
            std::iter::repeat_n(self, self.one_of(4))
        }
    }
}
