//! What is written down of a text when it is approved, so that a later change of one letter shows. Used by `edit`,
//! `check` and `send`.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The fingerprint of a file: `sha256:` and the SHA-256 of its bytes, in hexadecimal, with LF line ends and without a
/// byte-order mark, so that it is the same wherever git checks the file out.
pub fn fingerprint(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut digest = Sha256::new();
    let mut lines = bytes.split(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let is_last = lines.peek().is_none();
        digest.update(if is_last { line } else { line.strip_suffix(b"\r").unwrap_or(line) });
        if !is_last {
            digest.update(b"\n");
        }
    }
    let mut written = "sha256:".to_owned();
    for byte in digest.finalize() {
        // A `String` takes whatever is written into it.
        let _ = write!(written, "{byte:02x}");
    }
    written
}

/// The hash of texts that only who has the key can make (HMAC-SHA-256, each text after its length).
pub fn keyed(key: &[u8; 32], parts: &[&str]) -> [u8; 32] {
    let lengths: Vec<[u8; 8]> = parts.iter().map(|part| (part.len() as u64).to_be_bytes()).collect();
    let told = lengths.iter().zip(parts).flat_map(|(length, part)| [&length[..], part.as_bytes()]);
    hmac(key, told)
}

fn hmac<'m>(key: &[u8; 32], message: impl IntoIterator<Item = &'m [u8]>) -> [u8; 32] {
    const BLOCK: usize = 64;
    let padded = |pad: u8| {
        let mut block = [pad; BLOCK];
        block.iter_mut().zip(key).for_each(|(byte, key)| *byte ^= key);
        block
    };
    let mut inner = Sha256::new();
    inner.update(padded(0x36));
    message.into_iter().for_each(|part| inner.update(part));
    let mut outer = Sha256::new();
    outer.update(padded(0x5c));
    outer.update(inner.finalize());
    outer.finalize().into()
}

#[cfg(test)]
mod tests {
    use crate::fingerprint::{fingerprint, hmac, keyed};

    #[test]
    fn a_keyed_hash_is_that_of_the_standard() {
        // RFC 4231, cases 1 and 2: a shorter key is one that ends in zeros.
        let hex = |hash: [u8; 32]| {
            let digits =
                |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap());
            hash.iter().flat_map(digits).collect::<String>()
        };
        let key = |bytes: &[u8]| {
            let mut key = [0; 32];
            key[..bytes.len()].copy_from_slice(bytes);
            key
        };
        assert_eq!(
            hex(hmac(&key(&[0x0b; 20]), [&b"Hi There"[..]])),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        );
        assert_eq!(
            hex(hmac(&key(b"Jefe"), [&b"what do ya want "[..], b"for nothing?"])),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_ne!(keyed(&[1; 32], &["ab", "c"]), keyed(&[1; 32], &["a", "bc"]));
        assert_ne!(keyed(&[1; 32], &["a"]), keyed(&[2; 32], &["a"]));
    }

    #[test]
    fn it_is_what_any_other_program_says_of_the_text() {
        // printf 'Séance\nfin\n' | sha256sum
        let known = "sha256:dc631b43ccbaa390784a9b5ca75490369f401599d48a93105d7c494dd81df394";
        assert_eq!(fingerprint("Séance\nfin\n".as_bytes()), known);
        assert_eq!(fingerprint("Séance\r\nfin\r\n".as_bytes()), known);
        assert_eq!(fingerprint("\u{feff}Séance\nfin\n".as_bytes()), known);
    }

    #[test]
    fn every_letter_counts() {
        let known = fingerprint(b"a\nb\n");
        for other in ["a\nb", "a\nb\n\n", "a\n b\n", "A\nb\n", "a\rb\n", "a\n\nb\n", "a\nb\r"] {
            assert_ne!(fingerprint(other.as_bytes()), known, "{other:?}");
        }
    }
}
