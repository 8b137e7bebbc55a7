//! E-mail addresses and telephone numbers of people. What reaches an office is public: short numbers and those that begin
//! with 08, a mailbox such as accueil@, a fixed line beside « mairie » and nobody's name.

use super::account::is_called;
use super::digits::{Group, Run};
use super::lexicon::Class;
use super::sentence::Sentence;
use super::word::fold;
use std::ops::Range;

/// Where people have their own mailboxes.
const OF_PEOPLE: [&str; 22] = [
    "gmail",
    "orange",
    "wanadoo",
    "free",
    "sfr",
    "laposte",
    "yahoo",
    "hotmail",
    "outlook",
    "live",
    "icloud",
    "bbox",
    "neuf",
    "numericable",
    "aol",
    "gmx",
    "protonmail",
    "proton",
    "me",
    "msn",
    "club-internet",
    "courriel",
];

/// What the name of an office's mailbox begins with.
const OF_OFFICES: [&str; 36] = [
    "accueil",
    "contact",
    "contacts",
    "info",
    "infos",
    "information",
    "mairie",
    "secretariat",
    "standard",
    "service",
    "services",
    "agence",
    "gestion",
    "loge",
    "gardien",
    "gardiens",
    "ccas",
    "police",
    "proprete",
    "voirie",
    "urbanisme",
    "communication",
    "direction",
    "reclamation",
    "reclamations",
    "residents",
    "locataires",
    "concertation",
    "conseil",
    "association",
    "centre",
    "bureau",
    "support",
    "noreply",
    "astreinte",
    "travaux",
];

/// What a number in one piece may be of, if not of a telephone.
const OF_PAPERS: [&str; 15] = [
    "facture",
    "dossier",
    "contrat",
    "compteur",
    "commande",
    "reference",
    "ref ",
    "ref.",
    "ref:",
    "marche n",
    "lot n",
    "sinistre",
    "colis",
    "devis",
    "pdl",
];

/// The bytes of the e-mail address around this sign, where it is somebody's.
pub(super) fn mail(text: &str, sign: &Range<usize>) -> Option<Range<usize>> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-');
    let before = text[..sign.start].trim_end_matches(' ');
    let after = text[sign.end..].trim_start_matches(' ');
    // Blanks stand only around a sign that is written otherwise.
    if text[sign.clone()].starts_with('@') && (before.len() < sign.start || after.len() < text.len() - sign.end) {
        return None;
    }
    let start = before
        .rfind(|letter| !is_part(letter))
        .map_or(0, |last| last + before[last..].chars().next().map_or(0, char::len_utf8));
    let domain = after.find(|letter| !is_part(letter)).map_or(after, |end| &after[..end]);
    let domain = domain.trim_end_matches(['.', '-']);
    let has_dot = domain.split_once('.').is_some_and(|(name, end)| !name.is_empty() && end.len() >= 2);
    let end = text.len() - after.len() + domain.len();
    let box_name = &before[start..];
    (has_dot && !box_name.is_empty() && !is_of_office(box_name, domain)).then_some(start..end)
}

fn is_of_office(box_name: &str, domain: &str) -> bool {
    let (box_name, domain) = (fold(box_name), fold(domain));
    let first = box_name.split(['.', '-', '_', '+']).next().unwrap_or_default();
    let host = domain.split('.').next().unwrap_or_default();
    OF_OFFICES.contains(&first) && !OF_PEOPLE.contains(&host)
}

/// The bytes of a telephone number, where it is somebody's.
pub(super) fn phone(run: &Run<'_>) -> Option<Range<usize>> {
    let range = international(run).or_else(|| french(run))?;
    let is_paper = run.groups().len() == 1 && range.start == run.start() && is_called(run.before(), &OF_PAPERS);
    (!is_paper && !is_public(run.text, &range)).then_some(range)
}

/// The digits of a telephone number without `0` or the code of France before them: `612345678`, however it is written.
pub fn national(phone: &str) -> String {
    let digits: String = phone.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let short = digits.trim_start_matches('0');
    short.strip_prefix("33").filter(|rest| rest.len() == 9).unwrap_or(short).to_owned()
}

/// Says whether a fixed line is given beside an office, and nobody is named.
fn is_public(text: &str, range: &Range<usize>) -> bool {
    let national = national(&text[range.clone()]);
    let is_mobile = national.starts_with(['6', '7']);
    let is_abroad = national.len() != 9;
    if is_mobile || is_abroad {
        return false;
    }
    let sentence = Sentence::around(text, range.start);
    let has = |class| (0..sentence.len()).any(|place| sentence.has(place, class));
    has(Class::Office) && !has(Class::Person)
}

/// With the code of a country, after `+` or `00`.
fn international(run: &Run<'_>) -> Option<Range<usize>> {
    if !run.is_of_digits() {
        return None;
    }
    let count = run.digits().count();
    let before = run.before().strip_suffix('(').unwrap_or(run.before());
    if before.ends_with('+') && (9..=15).contains(&count) {
        return Some(before.len() - 1..run.end());
    }
    let mut digits = run.digits();
    let has_zeros = digits.next() == Some(b'0') && digits.next() == Some(b'0') && digits.next() != Some(b'0');
    (has_zeros && (11..=15).contains(&count)).then(|| run.start()..run.end())
}

/// Ten digits that begin with 01 to 07 or 09, with the same sign between all groups.
fn french(run: &Run<'_>) -> Option<Range<usize>> {
    (0..run.groups().len()).find_map(|first| {
        let (skipped, groups) = run.groups().split_at(first);
        // Not in the middle of a longer number; after another telephone, or the number of a house.
        let digits_before: usize = skipped.iter().map(|group| group.end - group.start).sum();
        if digits_before > 5 && !digits_before.is_multiple_of(10) {
            return None;
        }
        let mut total = 0;
        let last = groups.iter().position(|group| {
            total += group.end - group.start;
            total >= 10
        })?;
        let groups = &groups[..=last];
        let range = groups[0].start..groups[last].end;
        let written = |group: &Group| &run.text[group.start..group.end];
        let of_digits = groups.iter().all(|group| written(group).bytes().all(|byte| byte.is_ascii_digit()));
        // Whatever blank it is: programs put those that do not break between some groups alone.
        let between = |group: &Group| if group.after.is_whitespace() { ' ' } else { group.after };
        let same = groups.iter().skip(2).all(|group| between(group) == between(&groups[1]));
        let mut digits = run.text[range.clone()].bytes().filter(u8::is_ascii_digit);
        let begins = matches!((digits.next(), digits.next()), (Some(b'0'), Some(b'1'..=b'7' | b'9')));
        let ends = !run.text[range.end..].starts_with(char::is_alphanumeric);
        // « halls 01 02 03 04 05 », « 01 03 05 07 09 » count.
        let number = |group: &Group| written(group).parse::<i64>().unwrap_or_default();
        let step = |pair: &[Group]| number(&pair[1]) - number(&pair[0]);
        let is_list = last > 1 && groups[1].after.is_whitespace() && matches!(step(groups), 1 | 2);
        let counts = is_list && groups.windows(2).all(|pair| step(pair) == step(groups));
        (total == 10 && begins && ends && same && of_digits && !counts).then_some(range)
    })
}
