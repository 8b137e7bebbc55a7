//! A sentence of a text, as words without case or accents, each with its bytes. Lines of a list and keys end it.

use super::lexicon::{Class, Classes, lexicon};
use super::word::{fold_into, is_part};
use std::ops::Range;

/// How far a sentence is followed on each side, in bytes.
const FARTHEST: usize = 600;

/// Words that end with a point and no sentence.
const ABBREVIATIONS: [&str; 18] = [
    "m", "mm", "mr", "mme", "mmes", "mlle", "dr", "me", "appt", "apt", "app", "no", "n", "num", "tel", "tél", "bat",
    "bât",
];

/// A word, a number or a sign.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// What it may be.
    classes: Classes,
    /// Where it stands in the sentence's folded text.
    folded: Range<usize>,
}

/// A sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Sentence {
    /// Its bytes in the text.
    pub range: Range<usize>,
    tokens: Vec<Token>,
    /// All its words without case or accents, one after the other.
    folded: String,
}

impl Sentence {
    /// The sentence that holds this byte.
    pub fn around(text: &str, at: usize) -> Self {
        let range = start(text, at)..end(text, at);
        let mut sentence = Self { range, ..Self::default() };
        sentence.take_apart(text);
        sentence
    }

    /// How many words and signs there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word or sign at a place, without case or accents; an empty one beyond the ends.
    pub fn word(&self, place: usize) -> &str {
        self.tokens.get(place).map_or("", |token| &self.folded[token.folded.clone()])
    }

    /// Says whether the word at a place may be this.
    pub fn has(&self, place: usize, class: Class) -> bool {
        self.tokens.get(place).is_some_and(|token| token.classes.has(class))
    }

    /// Says whether a sign stands there that parts a sentence.
    pub fn is_sign(&self, place: usize) -> bool {
        !self.word(place).starts_with(char::is_alphanumeric)
    }

    /// Says whether a number in digits stands there.
    pub fn is_number(&self, place: usize) -> bool {
        let word = self.word(place);
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Says whether the word there begins with a capital.
    pub fn is_capital(&self, place: usize) -> bool {
        self.tokens.get(place).is_some_and(|token| token.capital)
    }

    /// The bytes of these words in the text.
    pub fn bytes(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let (first, last) = (self.tokens.get(words.start)?, self.tokens.get(words.end.checked_sub(1)?)?);
        Some(first.range.start..last.range.end)
    }

    /// The place of the word that begins at this byte; none where it begins elsewhere.
    pub fn place_of(&self, at: usize) -> Option<usize> {
        self.tokens.binary_search_by_key(&at, |token| token.range.start).ok()
    }

    fn take_apart(&mut self, text: &str) {
        let mut word: Option<usize> = None;
        let range = self.range.clone();
        let signs = text[range.clone()].char_indices().map(|(at, sign)| (at + range.start, sign));
        for (at, sign) in signs.chain(std::iter::once((range.end, ' '))) {
            if is_part(sign) {
                word.get_or_insert(at);
                continue;
            }
            if let Some(start) = word.take() {
                push(&mut self.tokens, &mut self.folded, text, start..at);
            }
            let is_light = matches!(sign, '\'' | '’' | '-' | '\u{2011}' | '.' | '°' | '*' | '_' | '!' | '?');
            let parts = !(sign.is_whitespace() || is_light || (is_quote(sign) && quotes_a_word(text, at)));
            if parts {
                push(&mut self.tokens, &mut self.folded, text, at..at + sign.len_utf8());
            }
        }
    }
}

fn is_quote(sign: char) -> bool {
    matches!(sign, '«' | '»' | '"' | '“' | '”')
}

/// Says whether the quotation mark here stands around one word in small letters, « alcoolique », and not around what
/// somebody said or a title.
fn quotes_a_word(text: &str, at: usize) -> bool {
    let outside = text[at..].trim_start_matches(is_quote);
    let (before, after) = (text[..at].trim_end(), outside.trim_start());
    let word = |word: &str| word.starts_with(char::is_lowercase);
    let next = after.split(|sign| !is_part(sign)).next().unwrap_or_default();
    let last = before.rsplit(|sign| !is_part(sign)).next().unwrap_or_default();
    let opens = word(next) && after[next.len()..].trim_start().starts_with(is_quote);
    let closes = word(last) && before[..before.len() - last.len()].trim_end().ends_with(is_quote);
    opens || closes
}

fn push(tokens: &mut Vec<Token>, folded: &mut String, text: &str, range: Range<usize>) {
    let (start, written) = (folded.len(), &text[range.clone()]);
    fold_into(written, folded);
    let classes = lexicon().classes(&folded[start..]);
    let capital = written.starts_with(char::is_uppercase);
    tokens.push(Token { range, capital, classes, folded: start..folded.len() });
}

fn start(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let floor = at.saturating_sub(FARTHEST);
    let mut place = at;
    while place > floor {
        if ends_here(text, place - 1) || (bytes[place - 1] == b'\n' && begins_line(&text[place..])) {
            return place;
        }
        place = (0..place).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0);
    }
    place
}

fn end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let ceiling = (at + FARTHEST).min(bytes.len());
    let mut place = at;
    while place < ceiling {
        if ends_here(text, place) || (bytes[place] == b'\n' && begins_line(&text[place + 1..])) {
            return place;
        }
        place = (place + 1..=bytes.len()).find(|place| text.is_char_boundary(*place)).unwrap_or(bytes.len());
    }
    place
}

/// Says whether a sentence ends with this byte: at a stop with a blank after it, but for that of an abbreviation.
fn ends_here(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if !matches!(bytes[at], b'.' | b'!' | b'?') || bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace()) {
        return false;
    }
    let before = &text[..at];
    let word = before.rsplit(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
    bytes[at] != b'.' || (word.chars().count() != 1 && !ABBREVIATIONS.contains(&word.to_lowercase().as_str()))
}

/// Says whether this line begins something of its own: a paragraph, an item, a key.
fn begins_line(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default().trim();
    let is_key = || {
        let key = line.split(": ").next().unwrap_or_default().trim_end_matches(':');
        let ends = key.len() < line.len();
        ends && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/'))
    };
    line.is_empty() || line.starts_with(['-', '*', '#', '>']) || is_key()
}
