//! A title and what it stands before: « Mme D. », « Monsieur Le Goff ».

/// What stands before a name.
pub(super) const TITLES: [&str; 20] = [
    "M.",
    "M",
    "MM.",
    "Mme",
    "Mmes",
    "Mlle",
    "Mlles",
    "Mr",
    "Mr.",
    "Mrs",
    "Ms",
    "Dr",
    "Dr.",
    "Me",
    "Monsieur",
    "Madame",
    "Mademoiselle",
    "monsieur",
    "madame",
    "mademoiselle",
];

/// What ends a word besides a blank: signs of punctuation and of Markdown.
const ENDS: [char; 13] = [',', ';', ')', '»', '(', '*', '_', '[', ']', '"', '<', '|', '`'];

/// How long the word is that begins here, with its points.
pub(super) fn word_length(rest: &[char]) -> usize {
    rest.iter().take_while(|sign| !sign.is_whitespace() && !ENDS.contains(sign)).count()
}

/// How long the title is that begins here: up to its point, where a name is glued to it.
pub(super) fn title_length(rest: &[char]) -> Option<usize> {
    let word: String = rest.get(..word_length(rest))?.iter().collect();
    let glued = word.find('.').map(|point| &word[..=point]);
    [Some(word.as_str()), glued]
        .into_iter()
        .flatten()
        .find(|word| TITLES.contains(word))
        .map(|word| word.chars().count())
}

/// How long a title and the names behind it are: « Mme D. », « Monsieur Le Goff ».
pub(super) fn titled(rest: &[char]) -> Option<usize> {
    let word = |from: usize| word_length(rest.get(from..).unwrap_or_default());
    let mut end = title_length(rest)?;
    // « M.Durand ».
    let is_glued = rest.get(end - 1) == Some(&'.') && rest.get(end).is_some_and(|first| first.is_uppercase());
    if is_glued {
        let name = rest.get(end..end + word(end)).unwrap_or_default();
        let stop = name.iter().rev().take_while(|sign| matches!(sign, '.' | ':' | '!' | '?')).count();
        return Some(end + name.len() - stop);
    }
    let mut names = 0;
    while rest.get(end).is_some_and(|blank| blank.is_whitespace())
        && rest.get(end + 1).is_some_and(|first| first.is_uppercase())
    {
        let length = word(end + 1);
        let name = &rest[end + 1..end + 1 + length];
        // « Mme Roux. » ends a sentence, « Mme D. » is an initial.
        let is_initial = length == 2 && name[1] == '.';
        let stop = name.len() - name.iter().rev().take_while(|sign| matches!(sign, '.' | ':' | '!' | '?')).count();
        end += 1 + if is_initial { length } else { stop };
        names += 1;
        if stop < length {
            break;
        }
    }
    (names > 0).then_some(end)
}
