//! The word that was probably meant.

use crate::model::Id;

/// The nearest of the known words, where one is near enough to be meant.
pub(super) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    let written = word.to_lowercase();
    let near = known.filter_map(|candidate| Some((distance(&written, candidate)?, candidate))).min();
    near.map(|(_, candidate)| candidate.to_owned())
}

/// How many letters a known word differs in, where it is near enough to be meant: a third of those that are written may.
fn distance(written: &str, candidate: &str) -> Option<usize> {
    let most = (written.chars().count() / 3).max(1);
    let letters = strsim::damerau_levenshtein(written, &candidate.to_lowercase());
    (letters <= most && letters < candidate.chars().count()).then_some(letters)
}

/// The known word that was surely meant: the one that differs in capitals, accents and signs alone, else the only one that
/// is near. A word with another number in it is another word: the session of another day, the next member.
pub(super) fn only_near<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let is_same = |candidate: &str| Id::suggestion(candidate) == Id::suggestion(word);
    let only = |near: &dyn Fn(&str) -> bool| {
        let mut candidates: Vec<&'k str> = known.iter().copied().filter(|candidate| near(candidate)).collect();
        candidates.sort_unstable();
        candidates.dedup();
        match candidates.as_slice() {
            [candidate] => Some(*candidate),
            _ => None,
        }
    };
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    let near = || only(&|candidate| distance(&word.to_lowercase(), candidate).is_some());
    only(&is_same).or_else(near).filter(|candidate| digits(candidate) == digits(word))
}
