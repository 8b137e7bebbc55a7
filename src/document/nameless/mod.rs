//! Texts that leave the record for other eyes name nobody: members and guests become whoever they are by role. In packs and
//! exports other names become somebody, too, and what reaches a person is left out; on the site and in calendars, members
//! who agreed to stand there keep their names.

mod full_name;
mod title;

use crate::locale::words;
use crate::model::{Date, Language, Member, Publication};
use crate::privacy::private_words;
use crate::record::{CouncilRecord, Record};
use title::{TITLES, title_length, titled};

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
    /// Whether a first name and a surname that nobody knows are somebody, too.
    masks_strangers: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    letters: Vec<char>,
    /// Whether it is only a name where it begins with a capital: « Petit ».
    is_bare: bool,
    /// What is said instead; nothing where it stays as it was typed.
    instead: Option<String>,
}

impl Nameless {
    /// Takes in every member and every guest of every council.
    pub fn of(record: &Record, language: Language) -> Self {
        let mut names = Vec::new();
        let councils = &record.root().councils;
        record.each_council(councils, |files| names_of(files, language, |_| false), |some| names.extend(some));
        Self::knowing(names, language)
    }

    /// Takes in the members and the guests of one council.
    pub fn of_council(files: &CouncilRecord, language: Language) -> Self {
        Self::knowing(names_of(files, language, |_| false), language)
    }

    /// For the web: members of a council who let their name stand there on a day keep it, and so does the council, which may
    /// be called after somebody; other members and guests are who they are by role. A name that two bear is kept where both
    /// agreed.
    pub fn on_site(files: &CouncilRecord, day: Date, language: Language) -> Self {
        let agreed = |member: &Member| member.public_name(Publication::Site, day).is_some();
        let mut names = names_of(files, language, agreed);
        let council = files.council.value();
        let mut kept = Vec::new();
        for name in council.into_iter().flat_map(|council| council.members.values()).filter(|member| agreed(member)) {
            add(&mut kept, name.name.as_deref().unwrap_or_default(), None);
        }
        kept.retain(|kept| names.iter().all(|name| name.letters != kept.letters));
        names.extend(kept);
        names.extend(council.map(|council| Name { letters: spaced(&council.name), is_bare: false, instead: None }));
        Self { masks_strangers: false, ..Self::knowing(names, language) }
    }

    /// Says whether a page of HTML, made earlier, names a member or a guest who is not to be named any more.
    pub fn is_named_in(&self, html: &str) -> bool {
        let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
        let text = pieces.collect::<Vec<_>>().join("\n");
        let text = text.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
        let letters: Vec<char> = text.chars().collect();
        let mut at = 0;
        while at < letters.len() {
            match begins_word(&letters, at).then(|| self.known_at(&letters, at)).flatten() {
                Some(name) if name.instead.is_some() => return true,
                Some(name) => at += name.letters.len(),
                None => at += 1,
            }
        }
        false
    }

    fn knowing(mut names: Vec<Name>, language: Language) -> Self {
        names.sort_by(|one, other| other.letters.len().cmp(&one.letters.len()).then_with(|| one.cmp(other)));
        names.dedup();
        Self { language, names, masks_strangers: true }
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
                letter.is_alphanumeric() && at.checked_sub(1).is_none_or(|last| !is_within_word(letters[last]));
            match begins.then(|| self.name_at(&letters, at)).flatten() {
                Some((length, Some(instead))) => {
                    self.put(&mut result, instead, letter.is_uppercase());
                    at += length;
                }
                Some((length, None)) => {
                    result.extend(letters.iter().skip(at).take(length));
                    at += length;
                }
                None => {
                    result.push(*letter);
                    at += 1;
                }
            }
        }
        result
    }

    /// Whoever of those that are known is named here.
    fn known_at(&self, letters: &[char], at: usize) -> Option<&Name> {
        let rest = letters.get(at..)?;
        let name = self.names.iter().find(|name| name.stands_at(rest))?;
        (!name.is_bare || !full_name::is_namesake(letters, at)).then_some(name)
    }

    /// The name that begins here: how long it is, and what to say instead, if anything.
    fn name_at(&self, letters: &[char], at: usize) -> Option<(usize, Option<&str>)> {
        if let Some(name) = self.known_at(letters, at) {
            return Some((name.letters.len(), name.instead.as_deref()));
        }
        let rest = letters.get(at..)?;
        let somebody = Some(words::somebody(self.language));
        let Some(length) = titled(rest) else {
            let stranger = self.masks_strangers.then(|| full_name::full_name(letters, at)).flatten();
            return stranger.map(|length| (length, somebody));
        };
        if full_name::is_namesake(letters, at) {
            return None;
        }
        let known = |rest: &[char]| self.names.iter().find(|name| name.stands_at(rest));
        // « madame Okafor », of whom the record writes « Mme Okafor ».
        let title = title_length(rest)?;
        let behind = rest.get(title..length)?;
        let blanks = behind.iter().take_while(|sign| sign.is_whitespace()).count();
        let named = behind.get(blanks..).and_then(known).filter(|name| title + blanks + name.letters.len() >= length);
        Some((length, named.map_or(somebody, |name| name.instead.as_deref())))
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
        let ends = rest.get(self.letters.len()).is_none_or(|next| !is_within_word(*next));
        ends && (is_capital || !self.is_bare) && self.letters.iter().zip(there).all(alike)
    }
}

/// Says whether a word begins here.
fn begins_word(letters: &[char], at: usize) -> bool {
    let is_letter = letters.get(at).is_some_and(|letter| letter.is_alphanumeric());
    is_letter && at.checked_sub(1).is_none_or(|last| !is_within_word(letters[last]))
}

/// Says whether a sign is part of a word: in « Saint-Martin », « Martin » is none.
fn is_within_word(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '-' | '\u{2011}')
}

/// The names of guests, and of members but for those who are left out.
fn names_of(files: &CouncilRecord, language: Language, is_left_out: impl Fn(&Member) -> bool) -> Vec<Name> {
    let mut names = Vec::new();
    let members = files.council.value().into_iter().flat_map(|council| council.members.values());
    for member in members.filter(|member| !is_left_out(member)) {
        let Some(name) = &member.name else { continue };
        add(&mut names, name, Some(&words::one_of(member.role, language)));
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
    names.push(Name { letters: spaced(guest), is_bare: false, instead: Some(instead.to_owned()) });
    let name = guest.split(',').next().unwrap_or_default().trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    // « La formatrice » is no name.
    if words.len() > 1 && words.iter().all(|word| is_name(word) || TITLES.contains(word)) {
        add(names, name, Some(instead));
    }
}

/// A name, and the same without its title, without first names, and a first name alone.
fn add(names: &mut Vec<Name>, name: &str, instead: Option<&str>) {
    let mut put = |text: &str, is_bare| {
        names.push(Name { letters: spaced(text), is_bare, instead: instead.map(str::to_owned) });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;

    fn nameless(members: &[(&str, Role)], guests: &[&str]) -> Nameless {
        let mut names = Vec::new();
        for (name, role) in members {
            add(&mut names, name, Some(&words::one_of(*role, Language::French)));
        }
        for guest in guests {
            names_of_guest(&mut names, guest, "une personne invitée");
        }
        Nameless::knowing(names, Language::French)
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
            ("**Mme Roux** : non", "**une personne** : non"),
            ("[Mme Roux](https://x.fr)", "[une personne](https://x.fr)"),
            ("12, rue du Dr Petit", "12, rue du Dr Petit"),
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
    fn a_place_called_after_a_namesake_of_a_member_keeps_its_name() {
        let nameless = nameless(&[("Jean Dupont", Role::Resident), ("M. Martin", Role::Resident)], &[]);
        for text in [
            "la résidence Jean-Moulin, place Saint-Martin",
            "Centre social Jean Moulin, 3 rue Martin",
            "12 rue du Docteur Paul Brousse",
            "3, rue Pierre et Marie Curie",
        ] {
            assert_eq!(nameless.unnamed(text), text);
        }
        assert_eq!(nameless.unnamed("Martin vient avec Jean"), "Un résident vient avec un résident");
    }

    #[test]
    fn the_name_of_a_body_is_no_person() {
        let mut names = Vec::new();
        add(&mut names, "Les Amis du Parc", Some("un résident"));
        let nameless = Nameless::knowing(names, Language::French);
        assert_eq!(nameless.text("Les halls du Parc, dit Les Amis du Parc"), "Les halls du Parc, dit un résident");
    }

    #[test]
    fn what_reaches_a_person_is_left_out() {
        let text = nameless(&[], &[]).text("Écrire à a.roux@orange.fr ou au 06 12 34 56 78.");
        assert!(!text.contains('@') && !text.contains("12 34"), "{text}");
    }
}
