//! Numbers that carry their own proof: a bank account (IBAN, RIB) and a social-security number. One whose key is wrong is
//! one all the same, where the words before it say so.

use super::digits::Run;
use super::word::fold;
use std::ops::Range;

/// How many letters and digits an IBAN has, by its country.
const IBAN_LENGTHS: [(&str, usize); 20] = [
    ("AT", 20),
    ("BE", 16),
    ("CH", 21),
    ("CI", 28),
    ("DE", 22),
    ("ES", 24),
    ("FR", 27),
    ("GB", 22),
    ("IE", 22),
    ("IT", 27),
    ("LU", 20),
    ("MA", 28),
    ("MC", 27),
    ("NL", 18),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SN", 28),
    ("TN", 24),
    ("TR", 26),
];

/// How far back words are looked at, in bytes.
const NEAR: usize = 60;

const OF_ACCOUNTS: [&str; 5] = ["iban", "rib", "compte", "bancaire", "virement"];

const OF_SOCIAL_SECURITY: [&str; 6] = ["secu", "nir ", "n° ss", "ss :", "assure", "immatriculation"];

/// The bytes of a bank account.
pub(super) fn bank_account(run: &Run<'_>) -> Option<Range<usize>> {
    iban(run).or_else(|| rib(run))
}

/// An IBAN, with any blanks: two letters right before the number, then as many signs as its country has.
fn iban(run: &Run<'_>) -> Option<Range<usize>> {
    let start = run.start().checked_sub(2)?;
    let country = run.text.get(start..run.start())?.to_ascii_uppercase();
    let (_, length) = IBAN_LENGTHS.iter().find(|(known, _)| *known == country)?;
    if run.text[..start].ends_with(char::is_alphanumeric) {
        return None;
    }
    let mut signs = String::new();
    let mut end = start;
    let mut has_gap = false;
    for (at, sign) in run.text[start..].char_indices() {
        if sign.is_ascii_alphanumeric() && signs.len() < *length {
            signs.push(sign.to_ascii_uppercase());
            (end, has_gap) = (start + at + 1, false);
        } else if has_gap || sign.is_alphanumeric() || !matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '-' | '.') {
            break;
        } else {
            has_gap = true;
        }
    }
    let is_whole = signs.len() == *length && !run.text[end..].starts_with(char::is_alphanumeric);
    let is_said = || is_proven(&signs) || is_called(&run.text[..start], &OF_ACCOUNTS);
    (is_whole && is_said()).then_some(start..end)
}

/// ISO 13616: the first four signs at the end, letters as numbers from 10, the rest by 97 is 1.
fn is_proven(iban: &str) -> bool {
    let turned = iban[4..].chars().chain(iban[..4].chars());
    let rest = turned.filter_map(|sign| sign.to_digit(36)).fold(0, |rest, value| {
        let shifted = if value < 10 { rest * 10 } else { rest * 100 };
        (shifted + value) % 97
    });
    rest == 1
}

/// The French number of an account: bank, counter, account, key.
fn rib(run: &Run<'_>) -> Option<Range<usize>> {
    let signs: Vec<u8> = run.digits().take(24).collect();
    let value = |part: &[u8]| part.iter().fold(0, |value, sign| value * 10 + value_in_rib(*sign));
    let is_digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    if signs.len() != 23 || !is_digits(&signs[..10]) || !is_digits(&signs[21..]) {
        return None;
    }
    let sum = 89 * value(&signs[..5]) + 15 * value(&signs[5..10]) + 3 * value(&signs[10..21]);
    let is_proven = 97 - sum % 97 == value(&signs[21..]);
    (is_proven || is_called(run.before(), &OF_ACCOUNTS)).then(|| run.start()..run.end())
}

/// Letters count 1 to 9, again from J, and from S on from 2.
fn value_in_rib(sign: u8) -> u64 {
    u64::from(match sign {
        b'A'..=b'I' => sign - b'A' + 1,
        b'J'..=b'R' => sign - b'J' + 1,
        b'S'..=b'Z' => sign - b'S' + 2,
        _ => sign.wrapping_sub(b'0'),
    })
}

/// Thirteen digits, and two of a key: sex, year, month, department, and two numbers.
pub(super) fn is_social_security(run: &Run<'_>) -> bool {
    let mut digits: Vec<u8> = run.digits().take(16).collect();
    if !matches!(digits.len(), 13 | 15) || !matches!(digits[0], b'1' | b'2') {
        return false;
    }
    // Corsica has a letter, and counts as 19 or 18.
    match &mut digits[5..7] {
        [b'2', letter @ b'A'] => *letter = b'9',
        [b'2', letter @ b'B'] => *letter = b'8',
        _ => {}
    }
    if digits[6] != run.digits().nth(6).unwrap_or_default() {
        digits[5] = b'1';
    }
    let Ok(number) = std::str::from_utf8(&digits[..13]).unwrap_or_default().parse::<u64>() else { return false };
    let month = &digits[3..5];
    let has_month = matches!(month, [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2'] | [b'2'..=b'4', _]);
    let key = std::str::from_utf8(&digits[13..]).unwrap_or_default().parse::<u64>();
    let is_proven = key.is_ok_and(|key| key == 97 - number % 97);
    has_month && (is_proven || is_called(run.before(), &OF_SOCIAL_SECURITY))
}

/// Says whether one of these words stands a little before.
pub(super) fn is_called(before: &str, names: &[&str]) -> bool {
    let mut start = before.len().saturating_sub(NEAR);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    let near = fold(&before[start..]);
    let begins_word = |at: usize| !near[..at].ends_with(char::is_alphanumeric);
    names.iter().any(|name| near.match_indices(name).any(|(at, _)| begins_word(at)))
}
