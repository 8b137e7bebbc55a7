//! A flat, a door or a floor by which people know who is meant, beside what neighbours complain of: « le locataire du 3e
//! gauche fait du bruit ». A floor or a door by itself is none: « les ampoules du 3e étage ».

use super::lexicon::Class;
use super::sentence::Sentence;
use super::word::fold;
use std::ops::Range;

/// How far from the word its number may stand, in bytes.
const NEAR: usize = 14;

/// Ordinals in letters.
const ORDINALS: [&str; 14] = [
    "premier",
    "deuxieme",
    "second",
    "troisieme",
    "quatrieme",
    "cinquieme",
    "sixieme",
    "septieme",
    "huitieme",
    "neuvieme",
    "dixieme",
    "onzieme",
    "douzieme",
    "dernier",
];

/// What nobody lives behind: « la porte 3 du local à vélos ».
const COMMON: [&str; 15] = [
    "parking",
    "garage",
    "hall",
    "local",
    "maison",
    "centre",
    "gymnase",
    "ecole",
    "salle",
    "mairie",
    "cave",
    "caves",
    "chaufferie",
    "immeuble",
    "sous",
];

/// Says whether a number stands beside this word, or an ordinal in letters: without one no flat is meant.
pub(super) fn has_number_near(text: &str, hit: &Range<usize>) -> bool {
    let word = text[hit.clone()].as_bytes();
    match word.first().map(u8::to_ascii_lowercase) {
        // « étage », « gauche », « droite », « face » follow an ordinal, « rez » is one.
        Some(b'r') => true,
        Some(b'g' | b'd' | b'f' | b'e' | 0x80..) => has_ordinal_before(text, hit.start),
        _ => {
            let after = &text.as_bytes()[hit.end..];
            after.iter().take(NEAR).take_while(|byte| **byte != b'\n').any(u8::is_ascii_digit)
        }
    }
}

fn has_ordinal_before(text: &str, at: usize) -> bool {
    let is_blank = |sign: char| sign.is_whitespace() || sign == '-';
    let before = text[..at].trim_end_matches(is_blank);
    let word = before.rsplit(is_blank).next().unwrap_or_default();
    word.starts_with(|sign: char| sign.is_ascii_digit()) || {
        let word = fold(word);
        is_ordinal(&word) || matches!(word.as_str(), "etage" | "chaussee")
    }
}

/// Says whether a number of a flat stands right after a person: « le locataire du 501 ».
pub(super) fn has_number_after(text: &str, end: usize) -> bool {
    let mut words = text[end..].split_whitespace();
    words.next() == Some("du") && words.next().is_some_and(|word| word.starts_with(|sign: char| sign.is_ascii_digit()))
}

/// The bytes of the door, where somebody's neighbours complain in the sentence.
pub(super) fn complained_of(sentence: &Sentence) -> Option<Range<usize>> {
    let complains = (0..sentence.len()).any(|place| sentence.has(place, Class::Complaint));
    if !complains {
        return None;
    }
    let has_person = |mut places: Range<usize>| {
        places.any(|place| sentence.has(place, Class::Person) || sentence.word(place) == "habite")
    };
    (0..sentence.len()).find_map(|place| {
        let door = door_at(sentence, place)?;
        let around = door.words.start.saturating_sub(6)..door.words.end + 5;
        if door.is_one_home || has_person(around) { sentence.bytes(&door.words) } else { None }
    })
}

struct Door {
    /// Its words.
    words: Range<usize>,
    /// Whether one home alone is behind it.
    is_one_home: bool,
}

fn door_at(sentence: &Sentence, place: usize) -> Option<Door> {
    let word = |place: usize| sentence.word(place);
    let one = |end: usize| Some(Door { words: place..end, is_one_home: true });
    let shared = |end: usize| Some(Door { words: place..end, is_one_home: false });
    match word(place) {
        "appartement" | "appart" | "appt" | "apt" | "studio" | "logement" | "porte" => {
            let number = (place + 1..place + 5).find(|place| is_number(word(*place)))?;
            // « appartement B 204 », but not « le logement a 2 fenêtres ».
            let is_stair = |place: usize| word(place).len() == 1 && sentence.is_capital(place);
            let is_light = |place: usize| matches!(word(place), "n" | "no" | "numero" | "," | "le") || is_stair(place);
            let between = (place + 1..number).all(is_light);
            if between && !is_common(sentence, number + 1) { one(number + 1) } else { None }
        }
        "lot" if is_number(word(place + 1)) => shared(place + 2),
        "rez" if word(place + 1) == "de" => match word(place + 3) {
            "gauche" | "droite" | "face" => one(place + 4),
            _ => shared(place + 3),
        },
        ordinal if is_ordinal(ordinal) => match (word(place + 1), word(place + 2)) {
            ("etage", "gauche" | "droite" | "face" | "porte") => one(place + 3),
            ("etage", _) if is_common(sentence, place + 2) => None,
            ("etage", _) => shared(place + 2),
            ("gauche" | "droite" | "face", _) => one(place + 2),
            _ => None,
        },
        // « le locataire du 501 »
        "du" if is_number(word(place + 1)) && word(place + 1).len() >= 3 => shared(place + 2),
        _ => None,
    }
}

/// Says whether what begins here tells that nobody lives there: « du parking », « de la maison des projets ».
fn is_common(sentence: &Sentence, place: usize) -> bool {
    let of = matches!(sentence.word(place), "du" | "de" | "des");
    let article = matches!(sentence.word(place + 1), "la" | "l");
    of && COMMON.contains(&sentence.word(place + 1 + usize::from(article)))
}

/// Says whether a word is the number of a flat: « 42 », « B12 », « 12bis ».
fn is_number(word: &str) -> bool {
    let word = word.strip_prefix("no").or_else(|| word.strip_prefix('n')).unwrap_or(word);
    word.len() <= 6 && word.bytes().any(|byte| byte.is_ascii_digit()) && !is_ordinal(word)
}

fn is_ordinal(word: &str) -> bool {
    let ending = word.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let in_digits = ending.len() < word.len() && matches!(ending, "e" | "er" | "re" | "eme" | "ieme" | "nd" | "nde");
    in_digits || ORDINALS.contains(&word)
}
