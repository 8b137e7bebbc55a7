//! What keys and words mean, in French, and an example for each key whose form does not suffice. Both are files of the
//! same shape: the model's name of a group, then its keys. English comes from the model itself.

use crate::locale::no_break;
use crate::model::Language;
use crate::yaml::read;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

const FRENCH: &str = include_str!("../../templates/fr/keys.yaml");
const EXAMPLES: &str = include_str!("../../templates/examples.yaml");

/// The key that the group's own meaning stands under.
pub const ITSELF: &str = "_";

type Meanings = BTreeMap<String, BTreeMap<String, String>>;

/// The meanings of a language.
pub(super) struct Wording {
    language: Language,
    /// Nothing for English, which the model gives.
    meanings: Option<Meanings>,
    examples: Map<String, Json>,
}

impl Wording {
    pub(super) fn new(language: Language) -> Self {
        let meanings = match language {
            Language::French => Some(french()),
            Language::English => None,
        };
        Self { language, meanings, examples: read(EXAMPLES.as_bytes()).value.unwrap_or_default() }
    }

    /// What a key of a group means, or a word; `own` is what the model says.
    pub(super) fn meaning(&self, group: &str, key: &str, own: Option<&str>) -> String {
        let found = match &self.meanings {
            Some(meanings) => meanings.get(group).and_then(|keys| keys.get(key)).map(String::as_str),
            None => own,
        };
        no_break(&found.unwrap_or_default().replace('\n', " "), self.language)
    }

    /// The example written for a key.
    pub(super) fn example(&self, group: &str, key: &str) -> Option<Json> {
        self.examples.get(group)?.get(key).cloned()
    }
}

/// The French meanings, by the model's name of a group and by key.
pub fn french() -> Meanings {
    read(FRENCH.as_bytes()).value.unwrap_or_default()
}

/// The keys that an example is written for: the model's name of a group, and the key.
pub fn exemplified() -> Vec<(String, String)> {
    let examples: BTreeMap<String, BTreeMap<String, Json>> = read(EXAMPLES.as_bytes()).value.unwrap_or_default();
    let keys = |(group, keys): (String, BTreeMap<String, Json>)| {
        keys.into_keys().map(move |key| (group.clone(), key)).collect::<Vec<_>>()
    };
    examples.into_iter().flat_map(keys).collect()
}
