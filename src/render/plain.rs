//! Markdown as plain text for any screen and any mail program: lines of 72 columns, lists with their signs, tables as
//! readable lines.

use super::safe::{events, readable};
use crate::model::Language;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use textwrap::{Options, WordSplitter, WrapAlgorithm};

/// How many columns a line has.
pub const COLUMNS: usize = 72;

/// The Markdown as text.
pub fn text(markdown: &str, language: Language) -> String {
    let mut writer = Writer { colon: language.colon(), ..Writer::default() };
    let markdown = readable(markdown);
    for event in events(&markdown) {
        writer.take(event);
    }
    writer.flush();
    let text = writer.text.trim_matches('\n');
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

#[derive(Default)]
struct Writer {
    text: String,
    /// What parts a title from what it is the title of.
    colon: &'static str,
    /// The paragraph on its way.
    line: String,
    /// What the lines of each open list item and quote begin with.
    indents: Vec<Indent>,
    /// The numbers of the open lists; nothing for one with points.
    lists: Vec<Option<u64>>,
    /// Whether the block before was a list's own line: no blank line between two of them.
    is_tight: bool,
    links: Vec<Link>,
    table: Table,
    is_code: bool,
}

struct Indent {
    /// Before the first line, once.
    first: Option<String>,
    rest: String,
}

struct Link {
    address: String,
    /// Where in the line it begins.
    from: usize,
}

#[derive(Default)]
struct Table {
    is_open: bool,
    head: Vec<String>,
    row: Vec<String>,
    is_head: bool,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_code => self.code(&text),
            Event::Text(text) | Event::Code(text) => self.line.push_str(&text),
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak => self.line.push('\n'),
            Event::Rule => {
                self.flush();
                self.block("----------");
            }
            Event::TaskListMarker(done) => self.line.push_str(if done { "[x] " } else { "[ ] " }),
            Event::FootnoteReference(name) => self.line.push_str(&name),
            Event::Html(text) | Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.line.push_str(&text);
            }
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => {
                self.flush();
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    Some(None) | None => "- ".to_owned(),
                };
                let rest = " ".repeat(mark.len());
                self.indents.push(Indent { first: Some(mark), rest });
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.indents.push(Indent { first: None, rest: "> ".to_owned() });
            }
            Tag::Link { dest_url, .. } => {
                self.links.push(Link { address: dest_url.to_string(), from: self.line.len() });
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.is_code = true;
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Table { is_open: true, ..Table::default() };
            }
            Tag::TableHead => self.table.is_head = true,
            Tag::Paragraph | Tag::Heading { .. } => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Paragraph => self.flush(),
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                self.is_tight &= !self.lists.is_empty();
            }
            TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.flush();
                self.indents.pop();
            }
            TagEnd::CodeBlock => self.is_code = false,
            TagEnd::Link => self.address(),
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.line);
                self.table.row.push(cell.trim().to_owned());
            }
            TagEnd::TableHead => {
                self.table.is_head = false;
                self.table.head = std::mem::take(&mut self.table.row);
            }
            TagEnd::TableRow => self.row(),
            TagEnd::Table => {
                self.table.is_open = false;
                self.is_tight = false;
            }
            _ => {}
        }
    }

    /// The address of a link behind its text, unless the text says it.
    fn address(&mut self) {
        let Some(link) = self.links.pop() else { return };
        let address = link.address.trim_start_matches("mailto:").trim_start_matches("tel:");
        let said = self.line.get(link.from..).unwrap_or_default();
        if said != address && said != link.address {
            self.line.extend([" <", address, ">"]);
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let title = std::mem::take(&mut self.line);
        let lines = wrapped(title.trim(), COLUMNS, "", "");
        let longest = lines.iter().map(|line| textwrap::core::display_width(line)).max().unwrap_or_default();
        let rule = match level {
            HeadingLevel::H1 => Some("="),
            HeadingLevel::H2 => Some("-"),
            _ => None,
        };
        let rule = rule.map(|sign| sign.repeat(longest));
        self.is_tight = false;
        self.block(&lines.into_iter().chain(rule).collect::<Vec<_>>().join("\n"));
    }

    fn code(&mut self, text: &str) {
        let columns = COLUMNS.saturating_sub(self.indents.iter().map(|indent| indent.rest.len()).sum());
        let wrapped_at_its_margin = |line: &str| {
            let line = line.replace('\t', "    ");
            let code = line.trim_start();
            let margin = " ".repeat((4 + line.len() - code.len()).min(columns / 2));
            wrapped(code, columns, &margin, &margin)
        };
        self.block(&text.lines().flat_map(wrapped_at_its_margin).collect::<Vec<_>>().join("\n"));
    }

    /// A row of a table: its first cell, and below it each other one that says something, after its column's title.
    fn row(&mut self) {
        let cells = std::mem::take(&mut self.table.row);
        let told = |(column, cell): (usize, &String)| {
            let title = self.table.head.get(column).filter(|title| !title.is_empty());
            match (title, cell.as_str()) {
                (_, "") => None,
                (Some(title), cell) if column > 0 => Some(format!("{title}{}{cell}", self.colon)),
                (_, cell) => Some(cell.to_owned()),
            }
        };
        let mut lines: Vec<String> = cells.iter().enumerate().filter_map(told).collect();
        // Rows to be filled in by hand say what is to be written.
        if lines.is_empty() {
            let blanks = self.table.head.iter().filter(|title| !title.is_empty());
            lines = vec![blanks.map(|title| format!("{title}{}……………", self.colon)).collect::<Vec<_>>().join("   ")];
        }
        for (place, line) in lines.iter().enumerate() {
            self.line.clone_from(line);
            let first = if place == 0 { "- " } else { "  " };
            self.indents.push(Indent { first: Some(first.to_owned()), rest: "  ".to_owned() });
            self.flush();
            self.indents.pop();
        }
    }

    /// Writes the paragraph on its way.
    fn flush(&mut self) {
        if self.table.is_open && self.table.is_head {
            return;
        }
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() {
            return;
        }
        let begins_item = self.indents.last().is_some_and(|indent| indent.first.is_some());
        let (first, rest) = self.prefixes();
        let mut lines = Vec::new();
        for (place, piece) in line.trim().lines().enumerate() {
            lines.extend(wrapped(piece.trim(), COLUMNS, if place == 0 { &first } else { &rest }, &rest));
        }
        let is_tight = std::mem::replace(&mut self.is_tight, begins_item);
        self.put(&lines.join("\n"), begins_item && is_tight);
    }

    /// What the first line and the others begin with.
    fn prefixes(&mut self) -> (String, String) {
        let rest: String = self.indents.iter().map(|indent| indent.rest.as_str()).collect();
        let first = self.indents.iter_mut().map(|indent| indent.first.take().unwrap_or_else(|| indent.rest.clone()));
        (first.collect(), rest)
    }

    /// Writes a block as it is, within the lists and quotes that are open.
    fn block(&mut self, text: &str) {
        let (first, rest) = self.prefixes();
        let lines = text.lines().enumerate();
        let lines = lines.map(|(place, line)| format!("{}{line}", if place == 0 { &first } else { &rest }));
        let lines = lines.collect::<Vec<_>>().join("\n");
        self.put(&lines, false);
    }

    fn put(&mut self, text: &str, follows: bool) {
        if !self.text.is_empty() {
            self.text.push_str(if follows { "\n" } else { "\n\n" });
        }
        self.text.push_str(text);
    }
}

/// The lines of a text; a no-break space holds, no word is cut, and a tab, which each program draws as it likes, is a
/// space.
fn wrapped(text: &str, columns: usize, first: &str, rest: &str) -> Vec<String> {
    let options = Options::new(columns)
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(&text.replace('\t', " "), options).into_iter().map(std::borrow::Cow::into_owned).collect()
}
