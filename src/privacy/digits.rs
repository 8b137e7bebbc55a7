//! Numbers of a text as groups of digits, in every spacing that people write: « 06 12 34 56 78 », « +33 (0)6.12 », « 2 69 05
//! 2A 588 157 80 ». Chunks with few digits are passed over.

/// How many groups of digits a number may have.
const MOST_GROUPS: usize = 16;

/// How many bytes are looked at together.
const CHUNK: usize = 16;

/// How many digits one chunk holds at least, where a number of nine digits or more goes through it.
const DENSE: u8 = 5;

/// How far before a chunk a number may begin that is dense in it alone, in bytes.
const FARTHEST: usize = 48;

/// Fewer digits reach nobody.
const FEWEST: usize = 9;

/// A group of a number: its digits, with what stands before it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Group {
    pub start: usize,
    pub end: usize,
    /// The sign before it; none for the first.
    pub after: char,
}

/// A number in groups: digits, and the capitals of a bank account between them.
pub(super) struct Run<'t> {
    pub text: &'t str,
    groups: [Group; MOST_GROUPS],
    count: usize,
}

/// Hands on each number of nine digits or more, in order.
pub(super) fn each_number<'t>(text: &'t str, mut take: impl FnMut(&Run<'t>)) {
    let bytes = text.as_bytes();
    let mut done = 0;
    for (index, chunk) in bytes.chunks(CHUNK).enumerate() {
        // Of a known length, so that its bytes are counted together.
        let digits = <&[u8; CHUNK]>::try_from(chunk).map_or_else(|_| digits_in(chunk), |chunk| digits_in(chunk));
        let (start, end) = (index * CHUNK, index * CHUNK + chunk.len());
        if digits < DENSE || end <= done {
            continue;
        }
        let mut at = done.max(start.saturating_sub(FARTHEST));
        // Not in the middle of a number.
        while at > done && bytes[at - 1].is_ascii_digit() {
            at -= 1;
        }
        while let Some(skipped) = bytes.get(at..end).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
            let number = at + skipped;
            let length = length_of(bytes, number);
            at = number + length.bytes;
            if length.digits >= FEWEST {
                let run = Run::read(text, number);
                take(&run);
                at = run.end();
            }
        }
        done = at.max(end);
    }
}

#[inline]
fn digits_in(chunk: &[u8]) -> u8 {
    chunk.iter().map(|byte| u8::from(byte.is_ascii_digit())).sum()
}

struct Length {
    bytes: usize,
    digits: usize,
}

/// How far digits go on from here with no more than blanks and signs between them.
fn length_of(bytes: &[u8], start: usize) -> Length {
    let (mut digits, mut gap, mut last) = (0, 0, start);
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        if byte.is_ascii_digit() {
            (digits, gap, last) = (digits + 1, 0, at);
        } else if gap == 5 || byte.is_ascii_lowercase() || matches!(byte, b'\n' | b':' | b',') {
            break;
        } else {
            gap += 1;
        }
    }
    Length { bytes: last + 1 - start, digits }
}

impl<'t> Run<'t> {
    /// Reads groups of digits, each at one sign from the one before.
    fn read(text: &'t str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let mut run = Self { text, groups: [Group::default(); MOST_GROUPS], count: 0 };
        let (mut at, mut after) = (start, '\0');
        while run.count < MOST_GROUPS {
            let length =
                bytes[at..].iter().take_while(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()).count();
            let has_digit = bytes[at..at + length].iter().any(u8::is_ascii_digit);
            if !has_digit {
                break;
            }
            run.groups[run.count] = Group { start: at, end: at + length, after };
            run.count += 1;
            let rest = &text[at + length..];
            let Some((sign, next)) = separator(rest) else { break };
            (at, after) = (at + length + next, sign);
        }
        run
    }

    /// Its groups.
    pub fn groups(&self) -> &[Group] {
        &self.groups[..self.count]
    }

    /// Where it begins.
    pub fn start(&self) -> usize {
        self.groups[0].start
    }

    /// Where it ends.
    pub fn end(&self) -> usize {
        self.groups().last().map_or(usize::MAX, |group| group.end)
    }

    /// Its digits and capitals, without the signs between.
    pub fn digits(&self) -> impl Iterator<Item = u8> {
        self.groups().iter().flat_map(|group| self.text[group.start..group.end].bytes())
    }

    /// Says whether there are digits alone.
    pub fn is_of_digits(&self) -> bool {
        self.digits().all(|byte| byte.is_ascii_digit())
    }

    /// What stands before it.
    pub fn before(&self) -> &'t str {
        &self.text[..self.start()]
    }
}

/// How many bytes of blanks may part two groups of a number.
const FEW: usize = 5;

/// The sign between two groups of a number, and how many bytes it takes.
fn separator(rest: &str) -> Option<(char, usize)> {
    // « +33 (0)6 »
    for zero in ["(0)", " (0) ", " (0)", ") "] {
        if let Some(after) = rest.strip_prefix(zero) {
            return after.starts_with(|sign: char| sign.is_ascii_digit()).then_some(('(', zero.len()));
        }
    }
    let sign = rest.chars().next()?;
    let is_blank = |sign: char| matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let is_sign = is_blank(sign) || matches!(sign, '.' | '-' | '–' | '\u{2011}' | '/');
    // A few blanks are as good as one; many are columns.
    let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
    let length = if (1..=FEW).contains(&blanks) { blanks } else { sign.len_utf8() };
    let next = rest[length..].bytes().next()?;
    (is_sign && (next.is_ascii_digit() || next.is_ascii_uppercase())).then_some((sign, length))
}
