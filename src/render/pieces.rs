//! A long document in pieces, a page each: parted between its blocks, the rows of its tables and the items of its lists; what
//! is too long by itself, between its words.

use super::html::fragment;
use super::safe::OPTIONS;
use crate::model::Language;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// The Markdown in pieces of at most so many bytes as HTML, or of one word that is longer by itself. What goes on in another
/// piece has its heading, and the head of its table, there too; no piece ends in a heading.
pub fn pieces(markdown: &str, most: usize, language: Language) -> Vec<String> {
    let length = |text: &str| fragment(text, 1, language).len();
    if length(markdown) <= most {
        return vec![markdown.to_owned()];
    }
    let parts = parts(markdown);
    let mut pieces = Vec::new();
    let (mut from, mut size) = (0, 0);
    for (place, part) in parts.iter().enumerate() {
        let head = part.head.as_ref().map_or("", |head| &markdown[head.clone()]);
        let with_head = length(&format!("{head}{}", &markdown[part.place.clone()]));
        // The first row of a piece, and of a table, comes with the head.
        let follows = place > from && parts[place - 1].head == part.head;
        let own = if follows { with_head - length(head) } else { with_head };
        if place > from && size + own > most {
            // A heading goes with what stands below it.
            let is_heading = |part: &&Part| part.kind == Kind::Heading;
            let headings = parts[from + 1..place].iter().rev().take_while(is_heading).count();
            pieces.push(piece(markdown, &parts[from..place - headings]));
            (from, size) = (place - headings, 0);
        }
        size += if place > from { own } else { with_head };
        if with_head > most {
            pieces.extend((from < place).then(|| piece(markdown, &parts[from..place])));
            let room = most.saturating_sub(length(part.heading_in(markdown)));
            let cuts = cut(part.content(markdown).as_ref(), part.kind, &|text| length(text) <= room);
            pieces.extend(cuts.into_iter().map(|text| below(part.heading_in(markdown), "", &text)));
            (from, size) = (place + 1, 0);
        }
    }
    pieces.extend((from < parts.len()).then(|| piece(markdown, &parts[from..])));
    pieces
}

/// What is not parted any further.
#[derive(Debug)]
struct Part {
    /// Where it stands.
    place: Range<usize>,
    /// Where the head of its table stands, if it is a row.
    head: Option<Range<usize>>,
    /// Where the heading above it stands, if it is none itself.
    heading: Option<Range<usize>>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading,
    Quote,
    Code,
    Other,
}

impl Part {
    fn heading_in<'m>(&self, markdown: &'m str) -> &'m str {
        self.heading.as_ref().map_or("", |place| markdown[place.clone()].trim_end())
    }

    /// What it says: of code and of a quote, the lines themselves.
    fn content<'m>(&self, markdown: &'m str) -> Cow<'m, str> {
        let source = &markdown[self.place.clone()];
        match self.kind {
            Kind::Code => Parser::new_ext(source, OPTIONS).fold(String::new(), |lines, event| match event {
                Event::Text(text) => lines + &text,
                _ => lines,
            }),
            Kind::Quote => source.lines().fold(String::new(), |lines, line| {
                let bare = line.trim_start().strip_prefix('>').unwrap_or(line);
                lines + bare.strip_prefix(' ').unwrap_or(bare) + "\n"
            }),
            Kind::Heading | Kind::Other => return source.into(),
        }
        .into()
    }
}

/// A text between whose words, or else letters, it is cut until each piece of it fits.
fn cut(text: &str, kind: Kind, fits: &dyn Fn(&str) -> bool) -> Vec<String> {
    let indented =
        |begin: &str| text.trim_matches('\n').lines().fold(String::new(), |all, line| all + begin + line + "\n");
    let whole = match kind {
        Kind::Code => indented("    "),
        Kind::Quote => indented("> "),
        Kind::Heading | Kind::Other => format!("{}\n", text.trim()),
    };
    let middle = (1..=text.len() / 2).rev().find(|place| text.is_char_boundary(*place));
    let Some(middle) = middle.filter(|_| !fits(&whole)) else { return vec![whole] };
    let blank = |sign: char| sign == '\n' || (kind != Kind::Code && sign.is_whitespace());
    let place = text[..middle].rfind(blank).filter(|place| *place > 0).unwrap_or(middle);
    let (first, rest) = text.split_at(place);
    // What follows of a heading is none.
    let rest_kind = if kind == Kind::Heading { Kind::Other } else { kind };
    cut(first, kind, fits).into_iter().chain(cut(rest, rest_kind, fits)).collect()
}

/// These parts, one behind another, as they stand.
fn piece(markdown: &str, parts: &[Part]) -> String {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return String::new() };
    let head = first.head.as_ref().map_or("", |place| &markdown[place.clone()]);
    below(first.heading_in(markdown), head, &markdown[first.place.start..last.place.end])
}

/// A text below its heading and the head of its table, if any.
fn below(heading: &str, head: &str, text: &str) -> String {
    let gap = if heading.is_empty() { "" } else { "\n\n" };
    format!("{heading}{gap}{head}{text}")
}

fn parts(markdown: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut depth, mut table, mut head, mut heading) = (0_usize, 0, None, None);
    for (event, place) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        let above = heading.clone();
        let part = |head| Part { place: place.clone(), head, heading: above, kind: Kind::Other };
        match event {
            Event::Start(tag) => {
                match (depth, &tag) {
                    (0, Tag::Table(_)) => (table, head) = (place.start, None),
                    (0, Tag::List(_)) => {}
                    (0, Tag::Heading { .. }) => {
                        heading = Some(place.clone());
                        parts.push(Part { heading: None, kind: Kind::Heading, ..part(None) });
                    }
                    (0, Tag::BlockQuote(_)) => parts.push(Part { kind: Kind::Quote, ..part(None) }),
                    (0, Tag::CodeBlock(_)) => parts.push(Part { kind: Kind::Code, ..part(None) }),
                    (0, _) | (1, Tag::Item) => parts.push(part(None)),
                    // With the first row, it is known where the head and the line below it end.
                    (1, Tag::TableRow) => {
                        let head = head.get_or_insert(table..place.start);
                        parts.push(part(Some(head.clone())));
                    }
                    _ => {}
                }
                depth += 1;
            }
            Event::End(tag) => {
                depth -= 1;
                // A table without a row is its head.
                if depth == 0 && tag == TagEnd::Table && head.is_none() {
                    parts.push(part(None));
                }
            }
            _ if depth == 0 => parts.push(part(None)),
            _ => {}
        }
    }
    parts
}
