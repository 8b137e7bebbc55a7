//! What a kind of file is made of: keys, each with its meaning and the form of its value.

use crate::yaml::Expected;
use serde_json::{Map, Value as Json};

/// Keys that stand together, one a line.
#[derive(Debug, Clone)]
pub struct Group {
    /// The name that the model gives it.
    pub name: String,
    /// What it is.
    pub meaning: String,
    /// Its keys, in the order of the model.
    pub keys: Vec<Key>,
    /// Sets of keys of which exactly one is to be filled in; none where the keys are free.
    pub alternatives: Vec<Vec<String>>,
    /// What it is called where it is not what it should be.
    pub expected: Expected,
}

/// A key of a group.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key as it is typed.
    pub name: String,
    /// Whether it has to be there, with a value.
    pub is_required: bool,
    /// What its value says.
    pub meaning: String,
    /// The form of its value.
    pub form: Form,
    /// Values that could stand there; the first is the most typical.
    pub examples: Vec<Json>,
}

/// The form of a value.
#[derive(Debug, Clone)]
pub enum Form {
    /// One value, read from the text that is typed.
    Value(Value),
    /// One word of these.
    Words(Words),
    /// Keys of their own, below.
    Group(Group),
    /// Any number of these, one a dash.
    List(Box<Form>),
    /// Any number of these, each under a name.
    Named(Named),
    /// One of these, which differ at first sight.
    Either {
        /// What it is called where it is none of them.
        expected: Expected,
        /// The simplest first.
        forms: Vec<Form>,
    },
}

/// One value.
#[derive(Debug, Clone)]
pub struct Value {
    /// What it is called.
    pub expected: Expected,
    /// What JSON Schema can say of it: `type`, `pattern`, `minimum`, `maximum`, `multipleOf`.
    pub limits: Map<String, Json>,
    /// How such a value is written.
    pub examples: Vec<Json>,
}

/// Words to choose from.
#[derive(Debug, Clone)]
pub struct Words {
    /// The name that the model gives them.
    pub name: String,
    /// The words, in the order of the model.
    pub words: Vec<Word>,
}

/// A word that may be chosen.
#[derive(Debug, Clone)]
pub struct Word {
    /// The word as it is typed.
    pub word: String,
    /// What it says.
    pub meaning: String,
}

/// Things or values, each under a name.
#[derive(Debug, Clone)]
pub struct Named {
    /// What the name is called; nothing where any text will do.
    pub name: Option<Expected>,
    /// The names there can be, as a regular expression.
    pub pattern: Option<String>,
    /// What stands under each.
    pub of: Box<Form>,
}

impl Form {
    /// What it is called where it is not what it should be; nothing for words, which name themselves.
    pub fn expected(&self) -> Option<Expected> {
        match self {
            Self::Value(value) => Some(value.expected),
            Self::Words(_) => None,
            Self::Group(group) => Some(group.expected),
            Self::List(items) => items.expected().filter(|_| items.is_one_of_several_kinds()).or(Some(Expected::List)),
            Self::Named(_) => Some(Expected::Map),
            Self::Either { expected, .. } => Some(*expected),
        }
    }

    /// Says whether nothing at all may stand there without a fault, in an entry under a name or in a list.
    pub fn may_be_blank(&self) -> bool {
        match self {
            Self::Group(group) => !group.keys.iter().any(|key| key.is_required),
            Self::Value(_) | Self::Words(_) | Self::List(_) | Self::Named(_) | Self::Either { .. } => true,
        }
    }

    fn is_one_of_several_kinds(&self) -> bool {
        matches!(self, Self::Group(group) if !group.alternatives.is_empty())
    }

    /// How such a value is written, where its form alone says it.
    pub fn examples(&self) -> Vec<Json> {
        match self {
            Self::Value(value) => value.examples.clone(),
            Self::Words(Words { words, .. }) => {
                words.iter().take(1).map(|word| Json::from(word.word.clone())).collect()
            }
            Self::Group(group) => vec![group.example()],
            Self::List(items) => items.examples().into_iter().take(1).map(|item| Json::from(vec![item])).collect(),
            Self::Named(_) => Vec::new(),
            Self::Either { forms, .. } => forms.iter().flat_map(Self::examples).collect(),
        }
    }
}

impl Group {
    /// The group as it is at least: the keys that have to be there, or its first ones.
    pub fn example(&self) -> Json {
        let required: Vec<&Key> = self.keys.iter().filter(|key| key.is_required).collect();
        let chosen = self.alternatives.first().map(Vec::as_slice).unwrap_or_default();
        let is_chosen = |key: &&Key| key.is_required || chosen.contains(&key.name);
        let keys: Vec<&Key> = if required.is_empty() && chosen.is_empty() {
            self.keys.iter().take(2).collect()
        } else {
            self.keys.iter().filter(is_chosen).collect()
        };
        let entries = keys.into_iter().filter_map(|key| Some((key.name.clone(), key.examples.first()?.clone())));
        Json::Object(entries.collect())
    }
}
