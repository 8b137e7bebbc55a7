//! Writing a text so that it is read back as that text.

use std::fmt::Write as _;

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
            other if other.is_control() || matches!(other, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                // A `String` takes whatever is written into it.
                let _ = write!(result, "\\u{:04x}", u32::from(other));
            }
            other => result.push(other),
        }
    }
    result.push('"');
    result
}
