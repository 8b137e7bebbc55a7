//! Texts of the record put into a scaffold: as values that read back as the same text, and within comments.

use crate::yaml::quoted;

/// A text as a value: bare where that is read as the same text, between quotes elsewhere.
pub(super) fn scalar(text: &str) -> String {
    let is_plain =
        |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '\'' | '’' | ',' | '.' | '-' | '/');
    let is_bare = text.starts_with(char::is_alphabetic) && text.chars().all(is_plain) && !text.ends_with(' ');
    if is_bare { text.to_owned() } else { quoted(text) }
}

/// A text within a comment: on one line.
pub(super) fn remark(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() && letter != '\u{a0}' || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
