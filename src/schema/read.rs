//! From what the model's types say of themselves to forms.

use super::form::{Form, Group, Key, Named, Value, Word, Words};
use super::wording::{ITSELF, Wording};
use crate::model::{Language, WrittenFile};
use crate::yaml::Expected;
use serde_json::{Map, Value as Json};

/// What JSON Schema can say of a value.
const LIMITS: [&str; 5] = ["type", "pattern", "minimum", "maximum", "multipleOf"];

/// What a kind of file is made of, in a language.
pub fn form(file: WrittenFile, language: Language) -> Group {
    let described = file.described();
    let definitions = described.get("definitions").and_then(Json::as_object).cloned().unwrap_or_default();
    let types = Types { definitions, wording: Wording::new(language) };
    types.group(text(&described, "title").unwrap_or_default(), &described)
}

struct Types {
    definitions: Map<String, Json>,
    wording: Wording,
}

impl Types {
    fn group(&self, name: &str, described: &Json) -> Group {
        let required = list(described, "required");
        let is_required = |key: &str| required.iter().any(|required| required.as_str() == Some(key));
        let keys = described.get("properties").and_then(Json::as_object).into_iter().flatten();
        let set =
            |set: &Json| set.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect();
        Group {
            name: name.to_owned(),
            meaning: self.wording.meaning(name, ITSELF, text(described, "description")),
            keys: keys.map(|(key, value)| self.key(name, key, value, is_required(key))).collect(),
            alternatives: list(described, "alternatives").iter().map(set).collect(),
            expected: expected(described).unwrap_or(Expected::Map),
        }
    }

    fn key(&self, group: &str, name: &str, described: &Json, is_required: bool) -> Key {
        let form = self.form(described);
        let examples = self.wording.example(group, name).map_or_else(|| form.examples(), |example| vec![example]);
        Key {
            name: name.to_owned(),
            is_required,
            meaning: self.wording.meaning(group, name, text(described, "description")),
            form,
            examples,
        }
    }

    fn form(&self, described: &Json) -> Form {
        if let Some(name) = text(described, "$ref").and_then(|path| path.rsplit('/').next()) {
            let definition = self.definitions.get(name).unwrap_or(&Json::Null);
            return match definition.get("oneOf") {
                Some(_) => self.words(name, definition),
                None => Form::Group(self.group(name, definition)),
            };
        }
        let is_value = |form: &&Json| text(form, "type") != Some("null");
        let forms: Vec<&Json> = list(described, "anyOf").iter().filter(is_value).collect();
        match forms.as_slice() {
            [] => {}
            [only] => return self.form(only),
            several => return self.either(described, several),
        }
        if let Some(items) = described.get("items") {
            return Form::List(Box::new(self.form(items)));
        }
        if let Some(of) = described.get("additionalProperties").filter(|of| of.is_object()) {
            let name = described.get("propertyNames").unwrap_or(&Json::Null);
            let pattern = text(name, "pattern").map(str::to_owned);
            return Form::Named(Named { name: expected(name), pattern, of: Box::new(self.form(of)) });
        }
        Form::Value(value(described))
    }

    fn either(&self, described: &Json, forms: &[&Json]) -> Form {
        let name = text(described, "title").unwrap_or_default();
        let form = |form: &&Json| if form.get("oneOf").is_some() { self.words(name, form) } else { self.form(form) };
        Form::Either {
            expected: expected(described).unwrap_or(Expected::Text),
            forms: forms.iter().map(form).collect(),
        }
    }

    fn words(&self, name: &str, described: &Json) -> Form {
        let word = |described: &Json| {
            let word = text(described, "const")?.to_owned();
            let meaning = self.wording.meaning(name, &word, text(described, "description"));
            Some(Word { word, meaning })
        };
        let words = list(described, "oneOf").iter().filter_map(word).collect();
        Form::Words(Words { name: name.to_owned(), words })
    }
}

fn value(described: &Json) -> Value {
    let limit = |name: &str| Some((name.to_owned(), described.get(name)?.clone()));
    let mut limits: Map<String, Json> = LIMITS.into_iter().filter_map(limit).collect();
    let types = match &described["type"] {
        Json::Array(types) => types.iter().filter(|name| name.as_str() != Some("null")).cloned().collect(),
        one => vec![one.clone()],
    };
    let is_boolean = types.iter().all(|name| name.as_str() == Some("boolean"));
    limits.insert("type".to_owned(), Json::Array(types));
    let examples = if is_boolean { vec![Json::Bool(true)] } else { list(described, "examples").to_vec() };
    let expected = expected(described).unwrap_or(if is_boolean { Expected::Boolean } else { Expected::Text });
    Value { expected, limits, examples }
}

/// What the model calls it: the name that its visitor gives to serde.
fn expected(described: &Json) -> Option<Expected> {
    let name = text(described, "format")?;
    Expected::ALL.into_iter().find(|(_, token)| *token == name).map(|(expected, _)| expected)
}

fn text<'a>(described: &'a Json, key: &str) -> Option<&'a str> {
    described.get(key)?.as_str()
}

fn list<'a>(described: &'a Json, key: &str) -> &'a [Json] {
    described.get(key).and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default()
}
