//! Tables too long to be held: their rows one after another, in whatever alphabet.

use super::{Line, NoSheet, of_windows};
use std::io::{self, Read};

/// In which alphabet a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, the small byte of each unit first.
    Utf16Little,
    /// UTF-16, the great byte first.
    Utf16Big,
    /// Windows-1252.
    Windows,
}

/// Why the rows of a table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StreamError {
    /// It is no text.
    NoSheet(NoSheet),
    /// A quotation mark on this line, from 1, is never closed.
    OpenQuote(usize),
    /// The file cannot be read.
    Io(io::ErrorKind),
}

impl From<io::Error> for StreamError {
    fn from(error: io::Error) -> Self {
        Self::Io(error.kind())
    }
}

/// How much is read at once, in bytes.
const CHUNK: usize = 1 << 16;

/// The longest row, in bytes: beyond, a quotation mark was left open.
const LONGEST: usize = 1 << 16;

/// Finds out the alphabet of a text, going through all of it.
///
/// # Errors
/// When it is a workbook, or no text, or cannot be read.
pub fn alphabet(mut input: impl Read) -> Result<Alphabet, StreamError> {
    let (mut left, mut is_first, mut is_utf8) = (Vec::new(), true, true);
    loop {
        let before = left.len();
        input.by_ref().take(CHUNK as u64).read_to_end(&mut left)?;
        let (is_end, bytes) = (left.len() == before, &left[before..]);
        if std::mem::take(&mut is_first) {
            match bytes {
                [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => {
                    return Err(StreamError::NoSheet(NoSheet::Workbook));
                }
                [0xff, 0xfe, ..] => return Ok(Alphabet::Utf16Little),
                [0xfe, 0xff, ..] => return Ok(Alphabet::Utf16Big),
                _ => {}
            }
        }
        // Other signs that command a device are one cell's trouble.
        if bytes.contains(&0) {
            return Err(StreamError::NoSheet(NoSheet::NotText));
        }
        let rest = match std::str::from_utf8(&left) {
            Ok(_) => Vec::new(),
            // A sign that the next chunk completes.
            Err(error) if error.error_len().is_none() && !is_end => left[error.valid_up_to()..].to_vec(),
            Err(_) => {
                is_utf8 = false;
                Vec::new()
            }
        };
        left = rest;
        if is_end {
            return Ok(if is_utf8 { Alphabet::Utf8 } else { Alphabet::Windows });
        }
    }
}

/// The rows of a table, blank ones too; a quoted cell may go over several lines.
#[derive(Debug)]
pub struct Rows<R> {
    input: R,
    alphabet: Alphabet,
    delimiter: char,
    undecoded: Vec<u8>,
    text: String,
    read: usize,
    number: usize,
    is_begun: bool,
    after_return: bool,
    is_end: bool,
}

impl<R: Read> Rows<R> {
    /// The rows of a text, with what stands between two cells.
    pub fn new(input: R, alphabet: Alphabet, delimiter: u8) -> Self {
        Self {
            input,
            alphabet,
            delimiter: char::from(delimiter),
            undecoded: Vec::new(),
            text: String::new(),
            read: 0,
            number: 1,
            is_begun: false,
            after_return: false,
            is_end: false,
        }
    }

    /// The bytes of the next row in `text`, without its line end; `None` at the end.
    fn row(&mut self) -> Result<Option<Line>, StreamError> {
        let (mut lines, mut from, mut begins) = (0, 0, 0);
        loop {
            let found = self.text[self.read + from..].find('\n').map(|at| from + at);
            if let Some(at) = found.or_else(|| self.is_end.then(|| self.text.len() - self.read)) {
                if found.is_none() && at == 0 {
                    return Ok(None);
                }
                // Only another mark closes one that is open.
                let may_end = lines == 0 || self.text[self.read + begins..self.read + at].contains('"');
                lines += 1;
                let row = Some(&self.text[self.read..self.read + at]).filter(|_| may_end);
                if let Some(cells) = row.and_then(|row| cells(row, self.delimiter)) {
                    let line = Line { number: self.number, cells };
                    self.read += at + usize::from(found.is_some());
                    self.number += lines;
                    return Ok(Some(line));
                }
                if found.is_none() || at > LONGEST {
                    return Err(StreamError::OpenQuote(self.number));
                }
                from = at + 1;
                begins = from;
            } else {
                if self.text.len() - self.read > LONGEST + CHUNK {
                    return Err(StreamError::OpenQuote(self.number));
                }
                self.text.drain(..self.read);
                self.read = 0;
                from = self.text.len();
                self.decode_more()?;
            }
        }
    }

    fn decode_more(&mut self) -> Result<(), StreamError> {
        let before = self.undecoded.len();
        self.input.by_ref().take(CHUNK as u64).read_to_end(&mut self.undecoded)?;
        self.is_end = self.undecoded.len() == before;
        let bytes = std::mem::take(&mut self.undecoded);
        let decoded = match self.alphabet {
            Alphabet::Utf8 => {
                let whole = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
                self.undecoded = bytes[whole..].to_vec();
                String::from_utf8_lossy(&bytes[..whole]).into_owned()
            }
            Alphabet::Windows => bytes.iter().map(|byte| of_windows(*byte)).collect(),
            Alphabet::Utf16Little => self.of_utf16(&bytes, u16::from_le_bytes),
            Alphabet::Utf16Big => self.of_utf16(&bytes, u16::from_be_bytes),
        };
        // What stays behind is at most part of one sign.
        if self.undecoded.len() > 3 || (self.is_end && !self.undecoded.is_empty()) {
            return Err(StreamError::NoSheet(NoSheet::NotText));
        }
        let is_begun = self.is_begun || decoded.is_empty();
        self.is_begun |= !decoded.is_empty();
        let decoded = if is_begun { &decoded } else { decoded.strip_prefix('\u{feff}').unwrap_or(&decoded) };
        for sign in decoded.chars() {
            let follows = std::mem::replace(&mut self.after_return, sign == '\r');
            match sign {
                '\r' => self.text.push('\n'),
                '\n' if follows => {}
                sign => self.text.push(sign),
            }
        }
        Ok(())
    }

    fn of_utf16(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let is_half = |pair: &[u8; 2]| (0xd800..0xdc00).contains(&unit(*pair));
        let whole = if pairs.last().is_some_and(is_half) { pairs.len() - 1 } else { pairs.len() };
        self.undecoded = pairs[whole..].iter().flatten().chain(rest).copied().collect();
        let units = pairs[..whole].iter().map(|pair| unit(*pair));
        char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Line, StreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.row().transpose();
        if matches!(row, Some(Err(_))) {
            // Nothing follows a row that cannot be read.
            self.text.clear();
            (self.read, self.is_end) = (0, true);
        }
        row
    }
}

/// The cells of a row; `None` where a quotation mark is not closed yet.
fn cells(row: &str, delimiter: char) -> Option<Vec<String>> {
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let (mut begins, mut is_quoted) = (true, false);
    let mut signs = row.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, is_quoted) {
            // Two in a row stand for one.
            ('"', true) if signs.next_if_eq(&'"').is_some() => cell.push(sign),
            ('"', true) => is_quoted = false,
            ('"', false) if begins => is_quoted = true,
            (sign, false) if sign == delimiter => {
                cells.push(std::mem::take(&mut cell));
                begins = true;
                continue;
            }
            (sign, _) => cell.push(sign),
        }
        begins = false;
    }
    cells.push(cell);
    (!is_quoted).then_some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spreadsheet::lines;

    /// Hands out a few bytes at a time.
    struct Drops<'b>(&'b [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let taken = self.0.len().min(self.1).min(buffer.len());
            buffer[..taken].copy_from_slice(&self.0[..taken]);
            self.0 = &self.0[taken..];
            Ok(taken)
        }
    }

    fn rows(bytes: &[u8]) -> Result<Vec<Line>, StreamError> {
        Rows::new(Drops(bytes, 3), alphabet(Drops(bytes, 3))?, b';').collect()
    }

    #[test]
    fn they_are_those_of_a_text_that_is_held() {
        for text in ["a;b\r\n\r\n\"c\r\nd\";é\r\n;\r\nx", "a\nb;\"\"\"q\"\"\"\n", "", "é", "a;\"b\"c\n"] {
            let whole: Vec<Line> = lines(text, b';');
            let streamed: Vec<Line> = rows(text.as_bytes()).unwrap();
            let said = |lines: &[Line]| -> Vec<(usize, Vec<String>)> {
                let clean = |cell: &String| cell.replace("\r\n", "\n");
                let filled = lines.iter().filter(|line| line.cells != [""]);
                filled.map(|line| (line.number, line.cells.iter().map(clean).collect())).collect()
            };
            assert_eq!(said(&streamed), said(&whole), "{text:?}");
        }
    }

    #[test]
    fn every_alphabet_is_told_apart() {
        let text = "nom;é€😀\nb;c";
        let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let marked = format!("\u{feff}{text}").into_bytes();
        for bytes in [text.as_bytes(), &marked, &little, &big] {
            assert_eq!(rows(bytes).unwrap()[0].cells, ["nom", "é€😀"]);
        }
        assert_eq!(rows(b"nom;\xe9\x80\n").unwrap()[0].cells, ["nom", "é€"]);
        assert_eq!(rows(b"PK\x03\x04zip"), Err(StreamError::NoSheet(NoSheet::Workbook)));
        assert_eq!(rows(b"a\0b"), Err(StreamError::NoSheet(NoSheet::NotText)));
    }

    #[test]
    fn a_quotation_mark_left_open_is_told_before_the_rest_is_held() {
        let mut text = "a;b\n\"c;d\n".to_owned();
        text.push_str(&"x;y\n".repeat(100_000));
        assert_eq!(Rows::new(text.as_bytes(), Alphabet::Utf8, b';').last(), Some(Err(StreamError::OpenQuote(2))));
        assert_eq!(rows(b"a\n\"c"), Err(StreamError::OpenQuote(2)));
    }
}
