//! Letters as people compare them: without capitals and accents.

/// A letter in small and without its accent; any other character as it is. What only stands above a letter is nothing.
pub(super) fn folded_letter(letter: char) -> Option<char> {
    let small = if letter.is_ascii() { letter.to_ascii_lowercase() } else { letter.to_lowercase().next()? };
    match small {
        'à' | 'â' | 'ä' => Some('a'),
        'ç' => Some('c'),
        'é' | 'è' | 'ê' | 'ë' => Some('e'),
        'î' | 'ï' => Some('i'),
        'ô' | 'ö' => Some('o'),
        'ù' | 'û' | 'ü' => Some('u'),
        '\u{300}'..='\u{36f}' => None,
        other => Some(other),
    }
}

/// A text's words, folded, with one space between them.
pub(super) fn folded(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for letter in text.chars().filter_map(folded_letter) {
        if letter.is_alphanumeric() {
            words.push(letter);
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}
