//! Writing a text so that it is read back as that text.

use std::fmt::Write as _;

/// A text as a value on a line of its own: bare where that is read as the same text, between quotes elsewhere.
pub fn scalar(text: &str) -> String {
    let is_prose =
        |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '\'' | '’' | ',' | '.' | '-' | '/');
    let is_prose = text.starts_with(char::is_alphabetic) && text.chars().all(is_prose) && !text.ends_with(' ');
    // A date, a period, an amount, a time, a fingerprint: a colon with nothing behind it would be a key's.
    let is_sign = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '/' | ':');
    let is_word = text.starts_with(|letter: char| letter.is_ascii_alphanumeric()) && text.chars().all(is_sign);
    if (is_prose || is_word && !text.ends_with(':')) && !is_null(text) { text.to_owned() } else { quoted(text) }
}

/// Says whether a text, bare, would be read as nothing.
pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// The text between double quotes, with what stands for itself inside them escaped.
pub fn quoted(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 2);
    result.push('"');
    for letter in text.chars() {
        match letter {
            '"' => result.push_str("\\\""),
            '\\' => result.push_str("\\\\"),
            '\n' => result.push_str("\\n"),
            '\t' => result.push_str("\\t"),
            other if is_unprintable(other) => {
                // A `String` takes whatever is written into it.
                let _ = write!(result, "\\u{:04x}", u32::from(other));
            }
            other => result.push(other),
        }
    }
    result.push('"');
    result
}

/// Says whether a sign stands for itself nowhere: a control character, a line end of another script, a byte-order mark.
pub(super) fn is_unprintable(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}
