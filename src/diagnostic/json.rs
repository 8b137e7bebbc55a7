//! Problems as JSON, an object a line, for programs.

use super::Diagnostic;
use crate::model::Language;
use serde::Serialize;

#[derive(Serialize)]
struct Object<'a> {
    rule: &'a str,
    severity: &'a str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    message: String,
    help: Option<String>,
}

/// The object of a problem, on one line, with its line end.
pub fn render(diagnostic: &Diagnostic, language: Language) -> String {
    let words = diagnostic.problem.words(language);
    let place = diagnostic.place.as_ref();
    let object = Object {
        rule: diagnostic.rule,
        severity: diagnostic.severity.name(),
        path: &diagnostic.path,
        line: place.map(|place| place.start.line),
        column: place.map(|place| place.start.column),
        end_line: place.map(|place| place.end.line),
        end_column: place.map(|place| place.end.column),
        help: words.remedy(),
        message: words.message,
    };
    // A struct of texts and numbers always has a JSON form.
    let mut text = serde_json::to_string(&object).unwrap_or_default();
    text.push('\n');
    text
}
