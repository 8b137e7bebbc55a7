//! Texts of the record put into a scaffold's comments.

/// A text within a comment: on one line.
pub(super) fn remark(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() && letter != '\u{a0}' || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
