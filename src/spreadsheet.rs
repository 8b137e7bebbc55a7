//! Tables as text, as spreadsheets and databases read and write them: cells between commas, semicolons or tabs. Knows
//! nothing of councils. Used by `export`, `import` and `send`, and for the tables of the
//! command line.

mod stream;

pub use stream::{Alphabet, Rows, StreamError, alphabet};

use csv::{ReaderBuilder, Terminator, WriterBuilder};

/// A line of a table, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The number of the text's line that it begins on, from 1.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Line {
    /// Says whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// What may stand between two cells.
pub const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSheet {
    /// They are a workbook of a spreadsheet program.
    Workbook,
    /// They are nothing that a spreadsheet program writes as text.
    NotText,
}

/// The text that a spreadsheet program wrote: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252.
///
/// # Errors
/// When it is a workbook or no text.
pub fn decode(bytes: &[u8]) -> Result<String, NoSheet> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(NoSheet::Workbook);
    }
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).map(str::to_owned).map_err(|_| NoSheet::NotText)?,
        [0xff, 0xfe, rest @ ..] => of_utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => of_utf16(rest, u16::from_be_bytes)?,
        _ => std::str::from_utf8(bytes)
            .map_or_else(|_| bytes.iter().map(|byte| of_windows(*byte)).collect(), str::to_owned),
    };
    let is_text =
        !text.chars().any(|sign| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r' | '\u{80}'..='\u{9f}'));
    is_text.then_some(text).ok_or(NoSheet::NotText)
}

fn of_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NoSheet> {
    let (pairs, []) = bytes.as_chunks::<2>() else { return Err(NoSheet::NotText) };
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).map_err(|_| NoSheet::NotText)
}

/// A letter of Windows-1252: that of Latin-1 but for these 32 places, five of which are empty.
fn of_windows(byte: u8) -> char {
    const OWN: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|place| OWN.get(usize::from(place)).copied()).unwrap_or(char::from(byte))
}

/// The line, from 1, of a quotation mark that begins a cell and that no other closes.
pub fn open_quote(text: &str, delimiter: u8) -> Option<usize> {
    let (mut line, mut opened, mut begins) = (1, None, true);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_end = sign == '\n' || (sign == '\r' && signs.peek() != Some(&'\n'));
        match (sign, opened) {
            ('"', None) if begins => opened = Some(line),
            // Two in a row stand for one.
            ('"', Some(_)) if signs.next_if_eq(&'"').is_none() => opened = None,
            _ => {}
        }
        begins = opened.is_none() && (is_end || sign == char::from(delimiter));
        line += usize::from(is_end);
    }
    opened
}

/// The lines of a text, blank ones too as far as something parts their cells; a quoted cell may go over several lines.
pub fn lines(text: &str, delimiter: u8) -> Vec<Line> {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut lines = Vec::new();
    let (mut number, mut counted) = (1, 0);
    for record in reader.records().map_while(Result::ok) {
        let at = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        // What the reader passes over before a record counts as lines, too.
        let passed = |text: &str| text.len() - text.trim_start_matches(['\r', '\n']).len();
        let begins = at + text.get(at..).map_or(0, passed);
        number += text.get(counted..begins).map_or(0, line_ends);
        counted = begins;
        lines.push(Line { number, cells: record.iter().map(str::to_owned).collect() });
    }
    lines
}

/// How many line ends there are: `\r\n` is one, and so are `\n` and `\r` alone.
fn line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_end = |at: usize| bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    (0..bytes.len()).filter(|at| is_end(*at)).count()
}

/// Rows as databases read them: commas, `\n` after each row, a cell between quotes where it needs them. Every text comes
/// back as it was.
pub fn comma_separated<R: AsRef<[C]>, C: AsRef<[u8]>>(rows: &[R]) -> String {
    written(rows, b',', Terminator::Any(b'\n'))
}

/// Rows as French Excel opens them: semicolons, `\r\n` after each row.
pub fn for_excel<R: AsRef<[C]>, C: AsRef<[u8]>>(rows: &[R]) -> String {
    written(rows, b';', Terminator::CRLF)
}

fn written<R: AsRef<[C]>, C: AsRef<[u8]>>(rows: &[R], delimiter: u8, end: Terminator) -> String {
    let mut writer = WriterBuilder::new().delimiter(delimiter).terminator(end).flexible(true).from_writer(Vec::new());
    for row in rows {
        // Nothing written to memory fails.
        let _ = writer.write_record(row.as_ref());
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
