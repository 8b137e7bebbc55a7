//! What editors are told of each key: a meaning in both languages, an example that the program accepts.

use council::model::{Charter, Coaching, Council, Landlord, Language, Plan, Session, Survey, WrittenFile};
use council::schema::{Form, Group, ITSELF, exemplified, form, french, json, rows};
use council::yaml::read;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// What programmers call what people write.
const JARGON: [&str; 9] = ["yaml", "json", "mapping", "scalar", "null", "booléen", "boolean", "chaîne", "propriété"];

/// Every group and every list of words below a form, each with its names.
fn named(form: &Form, into: &mut BTreeSet<(String, String)>) {
    match form {
        Form::Value(_) => {}
        Form::Words(words) => into.extend(words.words.iter().map(|word| (words.name.clone(), word.word.clone()))),
        Form::Group(group) => named_in(group, into),
        Form::List(items) => named(items, into),
        Form::Named(entries) => named(&entries.of, into),
        Form::Either { forms, .. } => forms.iter().for_each(|form| named(form, into)),
    }
}

fn named_in(group: &Group, into: &mut BTreeSet<(String, String)>) {
    into.insert((group.name.clone(), ITSELF.to_owned()));
    for key in &group.keys {
        into.insert((group.name.clone(), key.name.clone()));
        named(&key.form, into);
    }
}

fn all_named() -> BTreeSet<(String, String)> {
    let mut names = BTreeSet::new();
    for file in WrittenFile::ALL {
        named_in(&form(file, Language::French), &mut names);
    }
    names
}

#[test]
fn every_key_and_word_is_told_in_french_and_no_other() {
    let told = french().into_iter().flat_map(|(group, keys)| keys.into_keys().map(move |key| (group.clone(), key)));
    assert_eq!(told.collect::<BTreeSet<_>>(), all_named());
}

#[test]
fn every_example_is_of_a_key() {
    let names = all_named();
    let strangers: Vec<_> = exemplified().into_iter().filter(|name| !names.contains(name)).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

#[test]
fn every_key_has_a_meaning_a_form_and_an_example_in_plain_words() {
    for language in [Language::French, Language::English] {
        for file in WrittenFile::ALL {
            for row in rows(&form(file, language)) {
                let name = format!("{}: {}", file.name(), row.path);
                assert!(row.example.is_some(), "{name} has no example");
                assert!(row.expected.is_some() || !row.words.is_empty(), "{name} has no form");
                for text in [&row.meaning].into_iter().chain(row.words.iter().map(|word| &word.meaning)) {
                    assert!(text.chars().count() > 3, "{name}: {text:?}");
                    let lower = text.to_lowercase().replace(".yaml", "");
                    let mut words = lower.split(|letter: char| !letter.is_alphabetic());
                    assert!(!words.any(|word| JARGON.contains(&word)), "{name}: {text}");
                }
            }
        }
    }
}

/// A group with a value after every key, the alternative of this number among those that exclude each other.
fn filled(group: &Group, alternative: usize, deep: bool) -> Json {
    let excluded: BTreeSet<&str> = group.alternatives.iter().flatten().map(String::as_str).collect();
    let chosen = group.alternatives.get(alternative % group.alternatives.len().max(1));
    let stands =
        |key: &str| !excluded.contains(key) || chosen.is_some_and(|chosen| chosen.iter().any(|one| one == key));
    let value = |key: &council::schema::Key| match &key.form {
        below if deep => filled_form(below, alternative).unwrap_or_else(|| key.examples[0].clone()),
        _ => key.examples[0].clone(),
    };
    Json::Object(group.keys.iter().filter(|key| stands(&key.name)).map(|key| (key.name.clone(), value(key))).collect())
}

fn filled_form(form: &Form, alternative: usize) -> Option<Json> {
    match form {
        Form::Value(_) | Form::Words(_) => None,
        Form::Group(group) => Some(filled(group, alternative, true)),
        Form::List(items) => filled_form(items, alternative).map(|item| Json::from(vec![item])),
        Form::Named(entries) => {
            let name =
                if entries.pattern.as_ref().is_some_and(|pattern| pattern.contains("19|20")) { "2023" } else { "x" };
            filled_form(&entries.of, alternative).map(|entry| serde_json::json!({ name: entry }))
        }
        Form::Either { forms, .. } => forms.iter().find_map(|form| filled_form(form, alternative)),
    }
}

fn assert_accepts<T: DeserializeOwned>(file: WrittenFile) {
    let group = form(file, Language::French);
    for alternative in 0..4 {
        for deep in [false, true] {
            // JSON is read as well.
            let text = serde_json::to_string_pretty(&filled(&group, alternative, deep)).unwrap();
            let faults = read::<T>(text.as_bytes()).faults;
            assert!(faults.is_empty(), "{}: {faults:?}\n{text}", file.name());
        }
    }
}

#[test]
fn every_example_is_accepted() {
    assert_accepts::<Landlord>(WrittenFile::Landlord);
    assert_accepts::<Charter>(WrittenFile::Charter);
    assert_accepts::<Coaching>(WrittenFile::Coaching);
    assert_accepts::<Council>(WrittenFile::Council);
    assert_accepts::<Plan>(WrittenFile::Plan);
    assert_accepts::<Session>(WrittenFile::Session);
    assert_accepts::<Survey>(WrittenFile::Survey);
}

#[test]
fn a_path_says_where_a_key_stands() {
    let rows = rows(&form(WrittenFile::Session, Language::English));
    let paths: Vec<&str> = rows.iter().map(|row| row.path.as_str()).collect();
    for path in ["status", "topics[].outcomes[].votes.for", "attendance.proxies.*.to", "next.date", "approves.*.text"] {
        assert!(paths.contains(&path), "{path} not in {paths:?}");
    }
}

fn council(folder: &Path, line: &str) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.current_dir(folder).args(line.split_whitespace());
    let output = command.env_remove("COUNCIL_RECORD").env_remove("COUNCIL_LANG").output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn written(folder: &Path, name: &str) -> Json {
    serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

#[test]
fn the_command_writes_one_schema_a_kind_of_file() {
    let home = tempfile::tempdir().unwrap();
    let (out, err, status) = council(home.path(), "schema --out a/schemas");
    assert_eq!((err.as_str(), status), ("", 0));
    let names = WrittenFile::ALL.map(|file| format!("a/schemas/{}.schema.json", file.name()));
    assert_eq!(out.lines().collect::<Vec<_>>(), names);
    let meaning = |name: &str| written(home.path(), name)["properties"]["place"]["description"].clone();
    let session = "a/schemas/session.schema.json";
    assert_eq!(meaning(session), "Le lieu.");
    assert_eq!(written(home.path(), session)["$schema"], "http://json-schema.org/draft-07/schema#");
    // They are generated: those from before are replaced, and nothing else is left.
    std::fs::write(home.path().join(session), "{}").unwrap();
    assert_eq!(council(home.path(), "schema --out a/schemas --lang en").2, 0);
    assert_eq!(meaning(session), "Where it is held.");
    assert_eq!(std::fs::read_dir(home.path().join("a/schemas")).unwrap().count(), WrittenFile::ALL.len());
    // Without --lang, the language is the record's.
    std::fs::write(home.path().join("landlord.yaml"), "name: X\nlanguage: en\n").unwrap();
    assert_eq!(council(home.path(), "schema --out b").2, 0);
    assert_eq!(meaning("b/session.schema.json"), "Where it is held.");
    std::fs::write(home.path().join("file"), "").unwrap();
    assert_eq!(council(home.path(), "schema --out file/below").2, 3);
    assert_eq!(council(home.path(), "schema").2, 2);
}

#[test]
fn every_field_of_a_schema_has_its_meaning_and_its_example() {
    fn fields(schema: &Json, name: &str, count: &mut usize) {
        for (key, field) in schema["properties"].as_object().into_iter().flatten() {
            let name = format!("{name}.{key}");
            assert!(field["description"].as_str().is_some_and(|text| !text.is_empty()), "{name}");
            assert!(field["examples"].as_array().is_some_and(|examples| !examples.is_empty()), "{name}");
            *count += 1;
            for below in [field, &field["items"], &field["additionalProperties"]] {
                fields(below, &name, count);
            }
        }
    }
    let mut count = 0;
    for file in WrittenFile::ALL {
        let schema: Json = serde_json::from_str(&json(file, Language::French)).unwrap();
        fields(&schema, file.name(), &mut count);
    }
    assert!(count > 150, "{count}");
}
