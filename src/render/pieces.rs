//! A long document in pieces, a page each: parted between its blocks, the rows of its tables and the items of its lists.

use super::html::fragment;
use super::safe::OPTIONS;
use crate::model::Language;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// The Markdown in pieces of at most so many bytes as HTML, or of one part that is longer by itself: a paragraph is never
/// cut. What goes on in another piece has its heading, and the head of its table, there too; no piece ends in a heading.
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
        let own = length(&format!("{head}{}", &markdown[part.place.clone()])) - length(head);
        if place > from && size + own > most {
            // A heading goes with what stands below it.
            let headings = parts[from + 1..place].iter().rev().take_while(|part| part.is_heading).count();
            pieces.push(piece(markdown, &parts[from..place - headings]));
            (from, size) = (place - headings, 0);
        }
        size += own;
    }
    pieces.push(piece(markdown, &parts[from..]));
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
    is_heading: bool,
}

/// These parts, one behind another, as they stand.
fn piece(markdown: &str, parts: &[Part]) -> String {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return String::new() };
    let text = |place: &Option<Range<usize>>| place.as_ref().map_or("", |place| &markdown[place.clone()]);
    let (heading, head) = (text(&first.heading).trim_end(), text(&first.head));
    let gap = if heading.is_empty() { "" } else { "\n\n" };
    format!("{heading}{gap}{head}{}", &markdown[first.place.start..last.place.end])
}

fn parts(markdown: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut depth, mut table, mut head, mut heading) = (0_usize, 0, None, None);
    for (event, place) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        let below = heading.clone();
        let part = |head| Part { place: place.clone(), head, heading: below, is_heading: false };
        match event {
            Event::Start(tag) => {
                match (depth, &tag) {
                    (0, Tag::Table(_)) => (table, head) = (place.start, None),
                    (0, Tag::List(_)) => {}
                    (0, Tag::Heading { .. }) => {
                        heading = Some(place.clone());
                        parts.push(Part { heading: None, is_heading: true, ..part(None) });
                    }
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
