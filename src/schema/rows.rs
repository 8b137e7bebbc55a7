//! Every key of a kind of file, in a row: what a page about the record is made of.

use super::form::{Form, Group, Key, Word};
use crate::yaml::Expected;
use serde_json::Value as Json;

/// A key, with where it stands.
#[derive(Debug, Clone)]
pub struct Row {
    /// The keys that lead to it: `topics[].outcomes[].votes.for`; `*` stands for a name of one's own, as in
    /// `members.*.role`.
    pub path: String,
    /// How many keys and names stand above it.
    pub depth: usize,
    /// The key as it is typed.
    pub key: String,
    /// Whether it has to be there, with a value.
    pub is_required: bool,
    /// What its value says.
    pub meaning: String,
    /// What its value is called; nothing where it is one of `words`.
    pub expected: Option<Expected>,
    /// The words that may stand there, all of them or instead of another value.
    pub words: Vec<Word>,
    /// Whether there may be any number of them, one a dash.
    pub is_list: bool,
    /// Whether there may be any number of them, each under a name of one's own.
    pub is_named: bool,
    /// A value that could stand there.
    pub example: Option<Json>,
}

/// Every key of a group and of the groups below it, each before those below.
pub fn rows(group: &Group) -> Vec<Row> {
    let mut rows = Vec::new();
    collect(group, "", 0, &mut rows);
    rows
}

fn collect(group: &Group, above: &str, depth: usize, rows: &mut Vec<Row>) {
    for key in &group.keys {
        let path = if above.is_empty() { key.name.clone() } else { format!("{above}.{}", key.name) };
        rows.push(row(key, &path, depth));
        descend(&key.form, &path, depth + 1, rows);
    }
}

fn descend(form: &Form, path: &str, depth: usize, rows: &mut Vec<Row>) {
    match form {
        Form::Value(_) | Form::Words(_) => {}
        Form::Group(group) => collect(group, path, depth, rows),
        Form::List(items) => descend(items, &format!("{path}[]"), depth, rows),
        Form::Named(named) => descend(&named.of, &format!("{path}.*"), depth + 1, rows),
        // The list is made of what may stand there alone.
        Form::Either { forms, .. } => {
            forms
                .iter()
                .filter(|form| !matches!(form, Form::List(_)))
                .for_each(|form| descend(form, path, depth, rows));
        }
    }
}

fn row(key: &Key, path: &str, depth: usize) -> Row {
    let inner = match &key.form {
        Form::List(items) => items,
        Form::Named(named) => &named.of,
        form @ (Form::Value(_) | Form::Words(_) | Form::Group(_) | Form::Either { .. }) => form,
    };
    let is_one_or_many =
        matches!(&key.form, Form::Either { forms, .. } if forms.iter().any(|form| matches!(form, Form::List(_))));
    Row {
        path: path.to_owned(),
        depth,
        key: key.name.clone(),
        is_required: key.is_required,
        meaning: key.meaning.clone(),
        expected: match inner {
            Form::Either { forms, .. } if is_one_or_many => forms.first().and_then(Form::expected),
            inner => inner.expected(),
        },
        words: words(inner),
        is_list: is_one_or_many || matches!(key.form, Form::List(_)),
        is_named: matches!(key.form, Form::Named(_)),
        example: key.examples.first().cloned(),
    }
}

fn words(form: &Form) -> Vec<Word> {
    match form {
        Form::Words(words) => words.words.clone(),
        Form::Either { forms, .. } => forms.iter().flat_map(words).collect(),
        Form::Value(_) | Form::Group(_) | Form::List(_) | Form::Named(_) => Vec::new(),
    }
}
