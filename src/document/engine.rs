//! The template engine, as documents and scaffolds use it: a misspelt variable is an error, a line of nothing but
//! `{% … %}` leaves no trace, every other line keeps its end.

use super::prepared::{Prepared, syntax};
use crate::locale::capital;
use crate::model::Language;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;
use std::borrow::Cow;

/// How many steps a landlord's own template may take, whose loops may run as good as for ever: some thousand times what
/// minutes need, and still less than a blink.
pub(super) const FUEL: u64 = 2_000_000;

/// Renders one of the program's own templates as it stands, without the typography of Markdown.
///
/// # Panics
/// When the template is wrong, which tests are to find.
#[allow(clippy::panic, reason = "a built-in template that cannot be rendered is our mistake")]
pub fn render_built_in(template: &str, facts: &impl Serialize, language: Language) -> String {
    let prepared = Prepared::new(template);
    match environment(language).render_str(&prepared.text, Serde(facts)) {
        Ok(text) => tidy(&text),
        Err(error) => panic!("internal error: {error:#}\n{template}"),
    }
}

/// The engine, with what documents say in this language.
pub(super) fn environment(language: Language) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_syntax(syntax());
    environment.set_debug(true);
    environment.set_formatter(|out, _, value| Ok(out.write_str(&said(value))?));
    environment.add_filter("capital", |text: &str| capital(text));
    environment.add_filter("cell", cell);
    environment.add_filter("elide", |next: &str, word: &str| crate::locale::elide(word, next));
    // Owned texts: a misspelt variable among them is refused.
    environment.add_filter("list", move |items: Vec<String>| crate::locale::list_of(&items, language));
    environment.add_filter("number", move |count: i64| crate::locale::integer(count, language));
    environment.add_filter("counted", move |count: i64, one: String, many: String| {
        crate::locale::counted(count, &one, &many, language)
    });
    environment.add_filter("plural", move |count: i64, one: String, many: String| {
        crate::locale::plural(count, &one, &many, language).to_owned()
    });
    environment
}

/// A value as a document says it; most are texts, and stay as they are.
fn said(value: &Value) -> Cow<'_, str> {
    value.as_str().map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed)
}

/// The text as a cell of a table of Markdown holds it: a bar that is not escaped yet is.
fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    let mut escaped = false;
    for sign in text.chars() {
        if sign == '|' && !escaped {
            cell.push('\\');
        }
        cell.push(sign);
        escaped = sign == '\\' && !escaped;
    }
    cell
}

/// One blank line at most, one line end at the end; blanks at the end of a line are Markdown's line break and stay.
pub(super) fn tidy(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut blank = true;
    let begins_blank = |line: &str| line.starts_with(|first: char| first.is_whitespace());
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain(std::iter::once(text.len())) {
        let line = text[start..end].strip_suffix('\r').unwrap_or(&text[start..end]);
        let line = if begins_blank(line) && line.trim().is_empty() { "" } else { line };
        if !(line.is_empty() && blank) {
            result.push_str(line);
            result.push('\n');
        }
        blank = line.is_empty();
        start = end + 1;
    }
    result.truncate(result.trim_end().len());
    result.push('\n');
    result
}
