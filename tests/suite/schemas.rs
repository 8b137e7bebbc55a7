//! What editors are told of each key: a meaning in both languages, an example that the program accepts.

use council::model::{Charter, Coaching, Council, Landlord, Language, Plan, Session, Survey, WrittenFile};
use council::schema::{Form, Group, ITSELF, exemplified, form, french, rows};
use council::yaml::read;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

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
        Form::List(items) => filled_form(items, alternative).map(|item| json!([item])),
        Form::Named(entries) => {
            let name =
                if entries.pattern.as_ref().is_some_and(|pattern| pattern.contains("19|20")) { "2023" } else { "x" };
            filled_form(&entries.of, alternative).map(|entry| json!({ name: entry }))
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
