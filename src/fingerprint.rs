//! What is written down of a text when it is approved, so that a later change of one letter shows. Used by `edit` and
//! `check`.

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

#[cfg(test)]
mod tests {
    use crate::fingerprint::fingerprint;

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
