//! Texts cut into lines of so many columns of a terminal: at spaces, else after a hyphen or an apostrophe, else anywhere.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// A text cut into lines of at most `width` columns; its own line ends stay.
pub fn wrapped(text: &str, width: usize) -> String {
    text.split('\n').map(|line| wrapped_line(line, width)).collect::<Vec<_>>().join("\n")
}

fn wrapped_line(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\t', '\r']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.extend(broken(word, width)),
        }
    }
    lines.join("\n")
}

/// The lines of a word that begins a line.
fn broken(word: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces(word, width) {
        match lines.last_mut() {
            Some(line) if line.width() + piece.trim_end().width() <= width => line.push_str(&piece),
            _ => lines.push(piece),
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// A word in pieces that fit: it whole, else what its hyphens, apostrophes and no-break spaces part, else what fits.
fn pieces(word: &str, width: usize) -> Vec<String> {
    if word.width() <= width {
        return vec![word.to_owned()];
    }
    let parts = word.split_inclusive(['-', '\'', '’', '/', '\u{a0}', '\u{202f}']);
    let fits = |part: &str| part.trim_end().width() <= width;
    parts.flat_map(|part| if fits(part) { vec![part.to_owned()] } else { cut(part, width) }).collect()
}

/// A word cut wherever a line is full, but not within a sign; a sign wider than the line has one of its own.
fn cut(word: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for sign in signs(word) {
        match lines.last_mut() {
            Some(line) if line.is_empty() || format!("{line}{sign}").width() <= width => line.push_str(&sign),
            _ => lines.push(sign),
        }
    }
    lines
}

/// A word's characters, each with the accents and the joined emoji that follow it.
fn signs(word: &str) -> Vec<String> {
    const JOINER: char = '\u{200d}';
    let mut signs: Vec<String> = Vec::new();
    for char in word.chars() {
        match signs.last_mut() {
            Some(sign) if char.width() == Some(0) || sign.ends_with(JOINER) => sign.push(char),
            _ => signs.push(char.to_string()),
        }
    }
    signs
}
