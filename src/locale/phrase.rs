//! What the words of problems are put together with, in both languages alike.

use super::problem::Words;

/// A problem with one place and nothing to copy.
pub(super) fn words(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), label: label.into(), help: help.into(), ..Words::default() }
}

/// Sentences one after another, without the empty ones. Each but the first gets a capital: the first follows a colon.
pub(super) fn sentences(parts: &[String]) -> String {
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if text.is_empty() {
            text.push_str(part);
        } else {
            let mut letters = part.chars();
            text.push(' ');
            text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            text.push_str(letters.as_str());
        }
    }
    text
}

/// The beginning of a long text, on one line.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 40;
    let text = text.trim_end();
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= MOST && line.len() == text.len() {
        return line.to_owned();
    }
    let shown: String = line.chars().take(MOST).collect();
    format!("{}…", shown.trim_end())
}

/// Whether a word says yes or no, in either language.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "oui" | "yes" | "vrai" | "true" | "on" => Some(true),
        "non" | "no" | "faux" | "false" | "off" => Some(false),
        _ => None,
    }
}
