//! A kind of file as a JSON Schema (draft-07) that accepts what the program reads. Editors tell words, meanings,
//! examples and what to write instead from it.
//!
//! What may stand somewhere is said by `if`, never by `type` alone: the YAML language server offers `true`, `false` and
//! `null` wherever a `type` allows them, and any text may be one of them, any blank a `null`.

use super::form::{Form, Group, Key, Named, Value, Words};
use super::read::form;
use crate::model::{Language, WrittenFile};
use crate::yaml::Expected;
use serde_json::{Map, Value as Json, json};

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";
const BLANK: &str = "^\\s*$";

/// The schema of a kind of file, with its meanings in a language, as the text of a file.
pub fn json(file: WrittenFile, language: Language) -> String {
    let group = form(file, language);
    let made_by = json!({ "$schema": DRAFT, "$comment": "council schema", "description": plain(&group.meaning) });
    let mut schema = match made_by {
        Json::Object(schema) => schema,
        _ => Map::new(),
    };
    let writer = Writer { language };
    let shape = writer.shape(&Form::Group(group), "");
    schema.extend(shape.held());
    format!("{:#}\n", Json::Object(schema))
}

struct Writer {
    language: Language,
}

/// What may stand somewhere. Each keyword speaks of values of one type, so that those of several forms stand together.
#[derive(Default)]
struct Shape {
    types: Vec<String>,
    /// The texts there may be.
    patterns: Vec<String>,
    keywords: Map<String, Json>,
    /// What to write instead of anything else.
    wanted: String,
}

impl Writer {
    /// What stands after a key, or in an entry or a list where `is_optional` says that a blank counts for nothing.
    fn node(&self, form: &Form, meaning: &str, is_optional: bool) -> Map<String, Json> {
        let own = match form {
            Form::Group(group) => group.meaning.as_str(),
            _ => "",
        };
        let meaning = if meaning.is_empty() { own } else { meaning };
        let mut node = Map::new();
        if !meaning.is_empty() {
            node.insert("description".to_owned(), plain(meaning));
        }
        if let Form::Words(words) = form {
            node.extend(self.words(words, is_optional));
            return node;
        }
        let mut shape = self.shape(form, meaning);
        if is_optional {
            if shape.types.iter().all(|name| name != "string") {
                shape.types.push("string".to_owned());
            }
            shape.types.push("null".to_owned());
            shape.patterns.push(BLANK.to_owned());
            // The only format that the server tries, on blanks too.
            if shape.keywords.get("format") == Some(&Json::from("date")) {
                shape.keywords.insert("format".to_owned(), "date-or-blank".into());
            }
        }
        node.extend(shape.held());
        node
    }

    fn key(&self, key: &Key) -> Json {
        let mut node = self.node(&key.form, &key.meaning, !key.is_required);
        if !key.examples.is_empty() {
            node.insert("examples".to_owned(), key.examples.clone().into());
        }
        node.into()
    }

    fn shape(&self, form: &Form, meaning: &str) -> Shape {
        let wanted = form.expected().map(|expected| self.language.form_wanted(expected)).unwrap_or_default();
        let shape = match form {
            Form::Value(value) => one_value(value),
            Form::Words(words) => one_word(words),
            Form::Group(group) => self.group(group),
            Form::List(items) => Shape {
                types: vec!["array".to_owned()],
                keywords: Map::from_iter([(
                    "items".to_owned(),
                    self.node(items, item_meaning(items, meaning), true).into(),
                )]),
                ..Shape::default()
            },
            Form::Named(named) => self.named(named, meaning),
            Form::Either { forms, .. } => {
                forms.iter().map(|form| self.shape(form, meaning)).fold(Shape::default(), Shape::or)
            }
        };
        Shape { wanted, ..shape }
    }

    fn group(&self, group: &Group) -> Shape {
        let properties: Map<String, Json> = group.keys.iter().map(|key| (key.name.clone(), self.key(key))).collect();
        let required: Vec<&str> =
            group.keys.iter().filter(|key| key.is_required).map(|key| key.name.as_str()).collect();
        let mut keywords = Map::new();
        keywords.insert("properties".to_owned(), properties.into());
        if !required.is_empty() {
            keywords.insert("required".to_owned(), json!(required));
        }
        keywords.insert("additionalProperties".to_owned(), false.into());
        if !group.alternatives.is_empty() {
            let wanted = self.language.form_wanted(group.expected);
            let one = json!({
                "if": { "anyOf": alternatives(&group.alternatives) },
                "else": { "type": "null", "errorMessage": wanted },
            });
            keywords.insert("allOf".to_owned(), json!([one]));
        }
        Shape { types: vec!["object".to_owned()], keywords, ..Shape::default() }
    }

    fn named(&self, named: &Named, meaning: &str) -> Shape {
        let mut keywords = Map::new();
        // Tells editors that lines follow, and none that they know.
        keywords.insert("properties".to_owned(), json!({}));
        if let Some(pattern) = &named.pattern {
            let wanted = self.language.form_wanted(named.name.unwrap_or(Expected::Text));
            keywords.insert("propertyNames".to_owned(), json!({ "pattern": pattern, "errorMessage": wanted }));
        }
        let entry = self.node(&named.of, item_meaning(&named.of, meaning), named.of.may_be_blank());
        keywords.insert("additionalProperties".to_owned(), entry.into());
        Shape { types: vec!["object".to_owned()], keywords, ..Shape::default() }
    }

    /// Words are offered, and told, each with its meaning.
    fn words(&self, words: &Words, is_optional: bool) -> Map<String, Json> {
        let known: Vec<&str> = words.words.iter().map(|word| word.word.as_str()).collect();
        let meanings: Vec<Json> = words.words.iter().map(|word| plain(&word.meaning)).collect();
        let wanted = self.language.word_wanted(&known);
        let choice = Map::from_iter([
            ("type".to_owned(), "string".into()),
            ("enum".to_owned(), json!(known)),
            ("enumDescriptions".to_owned(), meanings.into()),
            ("errorMessage".to_owned(), wanted.into()),
        ]);
        if is_optional {
            let blank = json!({ "not": { "type": ["boolean", "number", "object", "array"] }, "pattern": BLANK });
            return Map::from_iter([("anyOf".to_owned(), json!([choice, blank]))]);
        }
        choice
    }
}

impl Shape {
    /// Its keywords, and what is told where something else stands.
    fn held(self) -> Map<String, Json> {
        let Self { types, patterns, mut keywords, wanted } = self;
        if !patterns.is_empty() {
            keywords.insert("pattern".to_owned(), patterns.join("|").into());
        }
        keywords.insert("if".to_owned(), json!({ "type": types }));
        keywords.insert("else".to_owned(), json!({ "type": types, "errorMessage": wanted }));
        if keywords.contains_key("pattern") {
            keywords.insert("patternErrorMessage".to_owned(), wanted.into());
        }
        keywords
    }

    /// What is either one or the other.
    fn or(mut self, other: Self) -> Self {
        let new: Vec<String> = other.types.into_iter().filter(|name| !self.types.contains(name)).collect();
        self.types.extend(new);
        self.patterns.extend(other.patterns);
        for (keyword, value) in other.keywords {
            self.keywords.entry(keyword).or_insert(value);
        }
        self
    }
}

fn one_value(value: &Value) -> Shape {
    let mut keywords = value.limits.clone();
    let types = keywords.remove("type").and_then(|types| serde_json::from_value(types).ok()).unwrap_or_default();
    let pattern = keywords.remove("pattern").and_then(|pattern| pattern.as_str().map(str::to_owned));
    if let Some(format) = format(value.expected) {
        keywords.insert("format".to_owned(), format.into());
    }
    Shape { types, patterns: pattern.into_iter().collect(), keywords, wanted: String::new() }
}

fn one_word(words: &Words) -> Shape {
    let known: Vec<&str> = words.words.iter().map(|word| word.word.as_str()).collect();
    Shape { types: vec!["string".to_owned()], patterns: vec![format!("^(?:{})$", known.join("|"))], ..Shape::default() }
}

/// The format's name: JSON Schema's own where it means the same.
fn format(expected: Expected) -> Option<&'static str> {
    match expected {
        Expected::Date => Some("date"),
        Expected::Period => Some("period"),
        Expected::Time => Some("time-of-day"),
        Expected::Count => Some("count"),
        Expected::Decimal => Some("decimal"),
        Expected::Amount => Some("euros"),
        Expected::Year => Some("year"),
        Expected::Id => Some("id"),
        Expected::Text
        | Expected::Boolean
        | Expected::List
        | Expected::Map
        | Expected::Outcome
        | Expected::Measure
        | Expected::ReportedFigure
        | Expected::Votes
        | Expected::Grant
        | Expected::Signature
        | Expected::FirstNumber => None,
    }
}

/// Each set of keys filled in, with the keys of the other sets left blank.
fn alternatives(sets: &[Vec<String>]) -> Vec<Json> {
    let blank = json!({ "type": ["null", "string"], "pattern": BLANK });
    let only = |set: &Vec<String>| {
        let one = |key: &String| {
            let value = if set.contains(key) { json!({ "not": blank }) } else { blank.clone() };
            (key.clone(), value)
        };
        let keys: Map<String, Json> = sets.iter().flatten().map(one).collect();
        json!({ "required": set, "properties": keys })
    };
    sets.iter().map(only).collect()
}

/// What an entry is told to be: things say it themselves, values are what their key says.
fn item_meaning<'a>(item: &Form, meaning: &'a str) -> &'a str {
    if matches!(item, Form::Group(_)) { "" } else { meaning }
}

/// A meaning without its marks: editors show them as they are.
fn plain(meaning: &str) -> Json {
    meaning.replace(['*', '`'], "").into()
}
