//! The word that was probably meant.

/// The nearest of the known words, where one is near enough to be meant: a third of its letters may differ.
pub(super) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    let written = word.to_lowercase();
    let most = (written.chars().count() / 3).max(1);
    let near = known
        .map(|candidate| (strsim::damerau_levenshtein(&written, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= most && *distance < candidate.chars().count())
        .min();
    near.map(|(_, candidate)| candidate.to_owned())
}
