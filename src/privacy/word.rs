//! A word without case or accents, whichever way these are written.

use std::hash::Hasher;

/// Says whether a sign is part of a word: a letter, a digit, or an accent that is written apart.
pub(super) fn is_part(sign: char) -> bool {
    if sign.is_ascii() { sign.is_ascii_alphanumeric() } else { sign.is_alphanumeric() || is_accent(sign) }
}

/// The word that begins at this byte; none where the byte stands within one.
pub(super) fn word_at(text: &str, at: usize) -> Option<&str> {
    let before = at.checked_sub(1).map(|before| text.as_bytes()[before]);
    if before.is_some_and(|before| before.is_ascii_alphanumeric()) || !text.is_char_boundary(at) {
        return None;
    }
    if before.is_some_and(|before| !before.is_ascii()) && text[..at].ends_with(is_part) {
        return None;
    }
    let rest = &text[at..];
    // Most words are of ASCII; from the first letter with an accent on, each is looked at as a letter.
    let ascii = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let further = rest[ascii..].find(|sign| !is_part(sign)).unwrap_or(rest.len() - ascii);
    let word = &rest[..ascii + further];
    (!word.is_empty()).then_some(word)
}

/// A word without case or accents.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// Writes a word without case or accents at the end of a text.
pub(super) fn fold_into(word: &str, folded: &mut String) {
    if word.is_ascii() {
        let start = folded.len();
        folded.push_str(word);
        folded[start..].make_ascii_lowercase();
        return;
    }
    for sign in word.chars() {
        if sign.is_ascii() {
            folded.push(sign.to_ascii_lowercase());
        } else if !is_accent(sign) {
            sign.to_lowercase().for_each(|letter| folded.push_str(plain(letter, letter.encode_utf8(&mut [0; 4]))));
        }
    }
}

fn plain(letter: char, itself: &str) -> &str {
    match letter {
        'à' | 'â' | 'ä' => "a",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' => "i",
        'ô' | 'ö' | 'º' => "o",
        'ù' | 'û' | 'ü' => "u",
        'ç' => "c",
        'œ' => "oe",
        'æ' => "ae",
        _ => itself,
    }
}

/// Spreads short words quickly, where nobody chooses them to collide: FNV-1a.
#[derive(Debug, Clone, Copy)]
pub(super) struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The ways in which a word of small letters is written: each letter with an accent as it is, as a capital, without its
/// accent, or with its accent apart.
pub(super) fn spellings(word: &str) -> Vec<String> {
    let mut written = vec![String::new()];
    for letter in word.chars() {
        let mut ways = vec![letter.to_string()];
        if !letter.is_ascii() {
            let folded = fold(&letter.to_string());
            ways.push(letter.to_uppercase().collect());
            ways.extend(accent_of(letter).map(|accent| format!("{folded}{accent}")));
            ways.push(folded);
        }
        written = written.iter().flat_map(|start| ways.iter().map(move |way| format!("{start}{way}"))).collect();
    }
    written
}

fn accent_of(letter: char) -> Option<char> {
    Some(match letter {
        'à' | 'è' | 'ù' => '\u{300}',
        'é' => '\u{301}',
        'â' | 'ê' | 'î' | 'ô' | 'û' => '\u{302}',
        'ä' | 'ë' | 'ï' | 'ö' | 'ü' => '\u{308}',
        'ç' => '\u{327}',
        _ => return None,
    })
}

fn is_accent(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}
