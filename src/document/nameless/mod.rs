//! Texts that leave the record for other residences name nobody: members of any council and guests become whoever they
//! are by role, other names become somebody, and what reaches a person is left out. Used by the pack.

mod full_name;

use crate::locale::words;
use crate::model::{Date, Language, Publication};
use crate::privacy::private_words;
use crate::record::{CouncilRecord, Record};

/// What stands before a name.
const TITLES: [&str; 20] = [
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

/// What the name of a body begins with, and no first name.
const BODIES: [&str; 12] =
    ["Les", "Le", "La", "Des", "Un", "Une", "Amicale", "Association", "Collectif", "Comité", "Conseil", "Union"];

/// A name without its title that has fewer letters is an initial, and any word could begin so.
const LEAST_LETTERS: usize = 3;

/// Whoever is not to be named in texts of a record.
#[derive(Debug)]
pub struct Nameless {
    language: Language,
    /// The longest first.
    names: Vec<Name>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    letters: Vec<char>,
    /// Whether it is only a name where it begins with a capital: « Petit ».
    is_bare: bool,
    instead: String,
}

impl Nameless {
    /// Takes in every member and every guest of every council.
    pub fn of(record: &Record, language: Language) -> Self {
        let mut names = Vec::new();
        let councils = &record.root().councils;
        record.each_council(councils, |files| names_of(files, language), |some| names.extend(some));
        Self::knowing(names, language)
    }

    /// Takes in the members and the guests of one council.
    pub fn of_council(files: &CouncilRecord, language: Language) -> Self {
        Self::knowing(names_of(files, language), language)
    }

    /// For the web: members of a council who let their name stand there on a day keep it, everybody else is who they are by
    /// role.
    pub fn on_site(files: &CouncilRecord, day: Date, language: Language) -> Self {
        let mut names = names_of(files, language);
        let members = files.council.value().into_iter().flat_map(|council| council.members.values());
        let mut kept = Vec::new();
        for name in members.filter_map(|member| member.public_name(Publication::Site, day)) {
            add(&mut kept, name, "");
        }
        for name in &mut kept {
            name.instead = name.letters.iter().collect();
        }
        names.retain(|name| kept.iter().all(|kept| kept.letters != name.letters));
        names.extend(kept);
        Self::knowing(names, language)
    }

    fn knowing(mut names: Vec<Name>, language: Language) -> Self {
        names.sort_by(|one, other| other.letters.len().cmp(&one.letters.len()).then_with(|| one.cmp(other)));
        names.dedup();
        Self { language, names }
    }

    /// The text without anybody's name.
    pub fn text(&self, text: &str) -> String {
        let mut kept = String::with_capacity(text.len());
        let mut done = 0;
        for private in private_words(text) {
            kept.push_str(text.get(done..private.range.start).unwrap_or_default());
            kept.push_str("[…]");
            done = private.range.end;
        }
        kept.push_str(text.get(done..).unwrap_or_default());
        self.unnamed(&kept)
    }

    /// The text without anybody's name; what reaches somebody stays.
    pub fn unnamed(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut result = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            let begins =
                letter.is_alphanumeric() && at.checked_sub(1).is_none_or(|last| !letters[last].is_alphanumeric());
            if let Some((length, instead)) = begins.then(|| self.name_at(&letters, at)).flatten() {
                self.put(&mut result, instead, letter.is_uppercase());
                at += length;
            } else {
                result.push(*letter);
                at += 1;
            }
        }
        result
    }

    /// The name that begins here: how long it is, and what to say instead.
    fn name_at(&self, letters: &[char], at: usize) -> Option<(usize, &str)> {
        let rest = letters.get(at..)?;
        let known = |rest: &[char]| self.names.iter().find(|name| name.stands_at(rest));
        if let Some(name) = known(rest) {
            return Some((name.letters.len(), name.instead.as_str()));
        }
        let Some(length) = titled(rest) else {
            return full_name::full_name(letters, at).map(|length| (length, words::somebody(self.language)));
        };
        // « madame Okafor », of whom the record writes « Mme Okafor ».
        let title = title_length(rest)?;
        let behind = rest.get(title..length)?;
        let blanks = behind.iter().take_while(|sign| sign.is_whitespace()).count();
        let named = behind.get(blanks..).and_then(known).filter(|name| title + blanks + name.letters.len() >= length);
        Some((length, named.map_or_else(|| words::somebody(self.language), |name| name.instead.as_str())))
    }

    /// Puts what stands for a name: with a capital at the head of a sentence, after « d' » rather than « de ».
    fn put(&self, result: &mut String, instead: &str, was_capital: bool) {
        let before = result.trim_end();
        let is_head = before.is_empty() || before.ends_with(['.', '!', '?', ':']) || result.ends_with('\n');
        let is_vowel = instead.starts_with(['a', 'e', 'é', 'i', 'o', 'u']);
        let elides = is_vowel && [" de ", " que "].iter().any(|word| format!(" {result}").ends_with(word));
        if self.language == Language::French && elides {
            result.truncate(result.len() - 2);
            result.push('\'');
        }
        let mut letters = instead.chars();
        match letters.next().filter(|_| is_head && was_capital) {
            Some(first) => result.extend(first.to_uppercase().chain(letters)),
            None => result.push_str(instead),
        }
    }
}

impl Name {
    fn stands_at(&self, rest: &[char]) -> bool {
        let Some(there) = rest.get(..self.letters.len()) else { return false };
        let alike = |(own, other): (&char, &char)| {
            (own.is_whitespace() && other.is_whitespace())
                || matches!((own, other), ('\'' | '’', '\'' | '’'))
                || own.to_lowercase().eq(other.to_lowercase())
        };
        let is_capital = there.first().is_some_and(|first| first.is_uppercase());
        let ends = rest.get(self.letters.len()).is_none_or(|next| !next.is_alphanumeric());
        ends && (is_capital || !self.is_bare) && self.letters.iter().zip(there).all(alike)
    }
}

fn names_of(files: &CouncilRecord, language: Language) -> Vec<Name> {
    let mut names = Vec::new();
    let members = files.council.value().into_iter().flat_map(|council| council.members.values());
    for member in members {
        let Some(name) = &member.name else { continue };
        add(&mut names, name, &words::one_of(member.role, language));
    }
    for (_, session) in files.readable_sessions() {
        let guests = session.attendance.iter().flat_map(|attendance| attendance.guests.iter());
        for guest in guests {
            let instead = match language {
                Language::French => "une personne invitée",
                Language::English => "a guest",
            };
            names_of_guest(&mut names, guest, instead);
        }
    }
    names
}

/// A guest as written, « Paul Martin, formateur », and the name before the comma where it begins with capitals.
fn names_of_guest(names: &mut Vec<Name>, guest: &str, instead: &str) {
    names.push(Name { letters: spaced(guest), is_bare: false, instead: instead.to_owned() });
    let name = guest.split(',').next().unwrap_or_default().trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    // « La formatrice » is no name.
    if words.len() > 1 && words.iter().all(|word| is_name(word) || TITLES.contains(word)) {
        add(names, name, instead);
    }
}

/// A name, and the same without its title, without first names, and a first name alone.
fn add(names: &mut Vec<Name>, name: &str, instead: &str) {
    let mut put = |text: &str, is_bare| {
        names.push(Name { letters: spaced(text), is_bare, instead: instead.to_owned() });
    };
    put(name, false);
    let written = name.split_whitespace().count();
    let words: Vec<&str> = name.split_whitespace().filter(|word| !TITLES.contains(word)).collect();
    // « Les Amis du Parc » is a body: neither « Les » nor « Parc » is a person.
    if words.len() == written && words.first().is_some_and(|first| BODIES.contains(first)) {
        return;
    }
    let bare = words.join(" ");
    let letters = |text: &str| text.chars().filter(|sign| sign.is_alphabetic()).count();
    if letters(&bare) >= LEAST_LETTERS {
        put(&bare, true);
    }
    let is_capital = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    if let Some(first_name) = words.first().filter(is_capital).filter(|word| letters(word) >= LEAST_LETTERS) {
        put(first_name, true);
    }
    for first in 1..words.len() {
        let surname = words.get(first..).unwrap_or_default().join(" ");
        if letters(&surname) >= LEAST_LETTERS {
            put(&surname, true);
        }
    }
}

/// The letters, with one blank between two words.
fn spaced(text: &str) -> Vec<char> {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect()
}

/// How long the word is that begins here, with its points.
fn word_length(rest: &[char]) -> usize {
    rest.iter().take_while(|sign| !sign.is_whitespace() && !matches!(sign, ',' | ';' | ')' | '»')).count()
}

/// How long the title is that begins here: up to its point, where a name is glued to it.
fn title_length(rest: &[char]) -> Option<usize> {
    let word: String = rest.get(..word_length(rest))?.iter().collect();
    let glued = word.find('.').map(|point| &word[..=point]);
    [Some(word.as_str()), glued]
        .into_iter()
        .flatten()
        .find(|word| TITLES.contains(word))
        .map(|word| word.chars().count())
}

/// How long a title and the names behind it are: « Mme D. », « Monsieur Le Goff ».
fn titled(rest: &[char]) -> Option<usize> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;

    fn nameless(members: &[(&str, Role)], guests: &[&str]) -> Nameless {
        let mut names = Vec::new();
        for (name, role) in members {
            add(&mut names, name, &words::one_of(*role, Language::French));
        }
        for guest in guests {
            names_of_guest(&mut names, guest, "une personne invitée");
        }
        names.sort_by(|one, other| other.letters.len().cmp(&one.letters.len()).then_with(|| one.cmp(other)));
        Nameless { language: Language::French, names }
    }

    #[test]
    fn whoever_is_known_becomes_what_they_are() {
        let nameless = nameless(
            &[("Mme Delaunay", Role::Resident), ("M. Petit", Role::Caretaker), ("Jeanne Le Goff", Role::Association)],
            &["La formatrice"],
        );
        for (text, said) in [
            ("Mme Delaunay a trouvé cela long.", "Un résident a trouvé cela long."),
            ("à la demande de Delaunay, avec PETIT", "à la demande d'un résident, avec un gardien"),
            ("un petit tour", "un petit tour"),
            ("que M. Petit vienne", "qu'un gardien vienne"),
            ("Écrit avec la formatrice", "Écrit avec une personne invitée"),
            ("selon Le Goff et Jeanne Le Goff", "selon un représentant d'association et un représentant d'association"),
            ("Delaunaysienne", "Delaunaysienne"),
            ("Mme\u{a0}Delaunay", "Un résident"),
        ] {
            assert_eq!(nameless.text(text), said);
        }
    }

    #[test]
    fn first_names_titles_and_guests_are_no_more_than_their_roles() {
        let nameless = nameless(
            &[("Lucie Ferreira", Role::Resident), ("Jean-Paul Vasseur", Role::Manager), ("Mme Okafor", Role::Resident)],
            &["Paul Martin, formateur"],
        );
        for (text, said) in [
            ("avec Lucie hier", "avec un résident hier"),
            ("avec Jean-Paul et Jean-Paul Vasseur", "avec un responsable de gestion et un responsable de gestion"),
            ("chez madame Okafor", "chez un résident"),
            ("avec Paul Martin, puis Martin", "avec une personne invitée, puis une personne invitée"),
            ("par M Dupont, M.Durand et Dr Petit", "par une personne, une personne et une personne"),
        ] {
            assert_eq!(nameless.text(text), said);
        }
    }

    #[test]
    fn a_title_and_a_name_are_somebody_whoever_it_is() {
        let nameless = nameless(&[], &[]);
        for (text, said) in [
            ("avec Mme Roux", "avec une personne"),
            ("Vu par M. Le Floc'h, hier", "Vu par une personne, hier"),
            ("chez Mme D. et M. K.", "chez une personne et une personne"),
            ("C'est Mme Roux. Elle vient", "C'est une personne. Elle vient"),
            ("M. le maire est venu", "M. le maire est venu"),
            ("Madame la maire", "Madame la maire"),
        ] {
            assert_eq!(nameless.text(text), said);
        }
    }

    #[test]
    fn a_first_name_and_a_surname_are_somebody_but_the_namesake_of_a_street() {
        let nameless = nameless(&[], &[]);
        for (text, said) in [
            ("Amina Belkacem l'a dit.", "Une personne l'a dit."),
            ("vu avec Jean-Paul de La Tour, hier", "vu avec une personne, hier"),
            ("selon FATIMA BENALI.", "selon une personne."),
            ("la rue Jean Jaurès et le collège Louise Michel", "la rue Jean Jaurès et le collège Louise Michel"),
            ("Pierre à pierre, Marie vient", "Pierre à pierre, Marie vient"),
            ("à Saint Pierre Quilbignon", "à Saint Pierre Quilbignon"),
            ("Martine lave le hall", "Martine lave le hall"),
        ] {
            assert_eq!(nameless.text(text), said);
        }
    }

    #[test]
    fn the_name_of_a_body_is_no_person() {
        let mut names = Vec::new();
        add(&mut names, "Les Amis du Parc", "un résident");
        let nameless = Nameless::knowing(names, Language::French);
        assert_eq!(nameless.text("Les halls du Parc, dit Les Amis du Parc"), "Les halls du Parc, dit un résident");
    }

    #[test]
    fn what_reaches_a_person_is_left_out() {
        let text = nameless(&[], &[]).text("Écrire à a.roux@orange.fr ou au 06 12 34 56 78.");
        assert!(!text.contains('@') && !text.contains("12 34"), "{text}");
    }
}
