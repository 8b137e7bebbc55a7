//! Whole numbers as people write them, for the value types: ASCII digits, with or without spaces between thousands.

/// Why a text is not a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DigitsError {
    NotDigits,
    TooLarge,
}

/// Tells whether a letter is a space that people type or paste between thousands: ordinary, no-break or narrow.
pub(super) fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}')
}

/// Reads digits alone: no sign, no space.
pub(super) fn plain(text: &[u8]) -> Result<u64, DigitsError> {
    // `str::parse` would take a leading `+`.
    if text.is_empty() || !text.iter().all(u8::is_ascii_digit) {
        return Err(DigitsError::NotDigits);
    }
    text.iter()
        .try_fold(0_u64, |number, digit| number.checked_mul(10)?.checked_add(u64::from(digit - b'0')))
        .ok_or(DigitsError::TooLarge)
}

/// Reads digits that may be parted by single spaces into thousands: `1200`, `1 200`, never `12 00`.
pub(super) fn grouped(text: &str) -> Result<u64, DigitsError> {
    let Some((head, tail)) = text.split_once(is_space) else {
        return plain(text.as_bytes());
    };
    if head.len() > 3 || tail.split(is_space).any(|group| group.len() != 3) {
        return Err(DigitsError::NotDigits);
    }
    tail.split(is_space).try_fold(plain(head.as_bytes())?, |number, group| {
        let group = plain(group.as_bytes())?;
        number.checked_mul(1000).and_then(|thousands| thousands.checked_add(group)).ok_or(DigitsError::TooLarge)
    })
}

/// Reads the few digits of a part of a date or a time.
pub(super) fn part<T: TryFrom<u64>>(text: &[u8]) -> Option<T> {
    T::try_from(plain(text).ok()?).ok()
}
