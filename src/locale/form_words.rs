//! What a form of value is called, and how it is written: for editors and pages, in the words of problems.

use super::{Language, english, french};
use crate::yaml::Expected;

impl Language {
    /// What a form of value is called: « une date ».
    pub fn form_name(self, expected: Expected) -> &'static str {
        match self {
            Self::French => french::wanted(expected),
            Self::English => english::wanted(expected),
        }
    }

    /// How such a value is written: « par exemple « 2023-05-10 ». »; empty where its name says it.
    pub fn form_example(self, expected: Expected) -> String {
        match self {
            Self::French => french::example(expected),
            Self::English => english::example(expected),
        }
    }

    /// What to write where something else stands.
    pub fn form_wanted(self, expected: Expected) -> String {
        let (name, example) = (self.form_name(expected), self.form_example(expected));
        let told = match (self, example.is_empty()) {
            (Self::French, true) => format!("Ici, il faut {name}."),
            (Self::French, false) => format!("Ici, il faut {name} : {example}"),
            (Self::English, true) => format!("What is wanted here is {name}."),
            (Self::English, false) => format!("What is wanted here is {name}: {example}"),
        };
        super::no_break(&told, self)
    }

    /// What to write where only some words may stand.
    pub fn word_wanted(self, words: &[&str]) -> String {
        let told = match self {
            Self::French => format!("Ici, il faut l'un de ces mots : {}.", words.join(", ")),
            Self::English => format!("What is wanted here is one of these words: {}.", words.join(", ")),
        };
        super::no_break(&told, self)
    }
}
