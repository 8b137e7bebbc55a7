//! One pass over a text for the places where a word of the lexicon may begin: four bytes at a time are looked up in a table
//! of the beginnings of all words. It stops too often, never too seldom; what it stops at is read by others.

/// How many bits a place of the table has.
const PLACE_BITS: u32 = 17;

/// What makes small letters of capitals, of those with accents too.
const SMALL: u32 = 0x2020_2020;

/// A multiplier that spreads the beginnings over the table.
const SPREAD: u32 = 0x9E37_79B1;

/// How many words of 64 bits the table has.
const LENGTH: usize = (1 << PLACE_BITS) / 64;

/// The beginnings of words.
pub(super) struct Beginnings {
    bits: Box<[u64; LENGTH]>,
}

impl Beginnings {
    /// Of no word.
    pub fn new() -> Self {
        Self { bits: Box::new([0; LENGTH]) }
    }

    /// Takes up a word as it may be written, with whatever may follow a short one.
    pub fn add(&mut self, word: &str) {
        self.add_bytes(&word.as_bytes()[..word.len().min(4)], true);
    }

    fn add_bytes(&mut self, start: &[u8], at_end: bool) {
        if let Ok(four) = <[u8; 4]>::try_from(start) {
            let (place, bit) = place_of(four);
            self.bits[place] |= bit;
            return;
        }
        // A blank or a sign ends the word; after it, anything.
        let may_follow = |byte: &u8| !at_end || !byte.is_ascii_alphanumeric();
        for byte in (0..=u8::MAX).filter(may_follow) {
            self.add_bytes(&[start, &[byte]].concat(), false);
        }
    }

    fn have(&self, four: [u8; 4]) -> bool {
        let (place, bit) = place_of(four);
        self.bits[place] & bit != 0
    }

    /// Hands on the places of a text where a word may begin, in order.
    pub fn each_place(&self, text: &str, mut take: impl FnMut(usize)) {
        let bytes = text.as_bytes();
        for (at, four) in bytes.array_windows::<4>().enumerate() {
            // A sign may stand right behind a letter: « dupont(at) ».
            let may_begin = || at == 0 || !(four[0].is_ascii_alphanumeric() && bytes[at - 1].is_ascii_alphanumeric());
            if self.have(*four) && may_begin() {
                take(at);
            }
        }
        // The last three bytes, as if blanks followed.
        for at in bytes.len().saturating_sub(3)..bytes.len() {
            let mut four = [b' '; 4];
            four[..bytes.len() - at].copy_from_slice(&bytes[at..]);
            if self.have(four) {
                take(at);
            }
        }
    }
}

/// The place in the table of these four bytes, and their bit in it.
fn place_of(four: [u8; 4]) -> (usize, u64) {
    let spread = (u32::from_le_bytes(four) | SMALL).wrapping_mul(SPREAD) >> (u32::BITS - PLACE_BITS);
    (spread as usize / 64 % LENGTH, 1 << (spread % 64))
}
