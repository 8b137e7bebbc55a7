//! Rows of a table as HTML, on as many pages as they want.

use super::SiteFile;
use super::layout::{Pages, parts};
use crate::document::Nameless;
use crate::locale::{in_words, no_break};
use crate::model::Language;
use crate::render::escaped;
use crate::table::{Cell, Column, Look, Row, Side, Table, Tone, Width};

/// A table of one council, ready to be written.
pub(super) struct Rows<'a> {
    columns: Vec<Column>,
    is_shown: Vec<bool>,
    /// Its rows.
    pub all: Vec<Row>,
    notes: Vec<&'static str>,
    nameless: &'a Nameless,
    language: Language,
}

impl<'a> Rows<'a> {
    /// The rows of a council.
    pub fn of(
        table: &dyn Table,
        look: &Look<'_>,
        files: &crate::record::CouncilRecord,
        nameless: &'a Nameless,
    ) -> Self {
        let columns = table.columns(look);
        Self {
            // A column without a title is a drawing of signs.
            is_shown: columns
                .iter()
                .map(|column| column.width != Width::Spreadsheet && !column.title.is_empty())
                .collect(),
            columns,
            all: (0..table.passes(look)).flat_map(|pass| table.rows(look, files, pass)).collect(),
            notes: table.notes(look),
            nameless,
            language: look.language,
        }
    }

    /// The same table without what stands behind its first columns: the rest is for those who look after the record.
    pub fn first_columns(mut self, count: usize) -> Self {
        for (place, is_shown) in self.is_shown.iter_mut().enumerate() {
            *is_shown &= place < count;
        }
        self.notes.clear();
        self
    }

    /// The same table with these of its rows.
    pub fn with(&self, rows: Vec<Row>) -> Self {
        Self {
            columns: self.columns.clone(),
            is_shown: self.is_shown.clone(),
            all: rows,
            notes: Vec::new(),
            nameless: self.nameless,
            language: self.language,
        }
    }

    /// Its first rows, at most so many and no longer than that in bytes, and whether these are all; under a name for those
    /// who cannot see the table.
    pub fn first(&self, name: &str, most: usize, room: usize) -> (String, bool) {
        let rows: Vec<String> = self.all.iter().take(most + 1).map(|row| self.row(row)).collect();
        let mut left = room;
        let fits = |row: &&String| {
            left = left.saturating_sub(row.len());
            left > 0
        };
        let count = rows.iter().take(most).take_while(fits).count();
        (if count == 0 { String::new() } else { self.part(name, &rows[..count]) }, count == rows.len())
    }

    fn part(&self, name: &str, rows: &[String]) -> String {
        let mut html = format!(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table>\n<thead>\n<tr>",
            escaped(name)
        );
        for column in self.shown(&self.columns) {
            html.push_str(&format_cell("th scope=\"col\"", side(column.side), &escaped(column.title)));
        }
        html.push_str("</tr>\n</thead>\n<tbody>\n");
        html.extend(rows.iter().map(String::as_str));
        html.push_str("</tbody>\n</table>\n</div>\n");
        html
    }

    fn row(&self, row: &Row) -> String {
        let mut html = String::from("<tr>");
        for (place, (cell, column)) in self.shown(&row.cells).zip(self.shown(&self.columns)).enumerate() {
            let heads = place == 0 && !cell.text.is_empty();
            let element = if heads { "th scope=\"row\"" } else { "td" };
            html.push_str(&format_cell(element, class(cell, column), &self.text(cell)));
        }
        html.push_str("</tr>\n");
        html
    }

    fn shown<'s, T>(&'s self, all: &'s [T]) -> impl Iterator<Item = &'s T> {
        all.iter().zip(&self.is_shown).filter(|(_, is_shown)| **is_shown).map(|(item, _)| item)
    }

    fn text(&self, cell: &Cell) -> String {
        let said = |line| escaped(&no_break(&in_words(&self.nameless.unnamed(line), self.language), self.language));
        cell.text.lines().chain(cell.below.lines()).map(said).collect::<Vec<_>>().join("<br>")
    }

    /// What must be known to read it.
    pub fn notes(&self) -> String {
        let notes = self.notes.iter().map(|note| format!("<p class=\"note\">{}</p>\n", escaped(note)));
        notes.collect::<Vec<_>>().concat()
    }

    /// Pages that hold all rows.
    pub fn pages(&self, pages: &Pages<'_>) -> Vec<SiteFile> {
        let rows: Vec<String> = self.all.iter().map(|row| self.row(row)).collect();
        pages.of(&parts(&rows), |title, rows| {
            let (heading, of) = (escaped(title), escaped(pages.of));
            format!("<h1>{heading}</h1>\n<p>{of}</p>\n{}{}", self.part(title, rows), self.notes())
        })
    }
}

fn format_cell(element: &str, class: &str, html: &str) -> String {
    let end = element.split(' ').next().unwrap_or_default();
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<{element}{class}>{html}</{end}>")
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "",
        Side::Right => "figure",
    }
}

/// The colour says what the words say.
fn class(cell: &Cell, column: &Column) -> &'static str {
    match (cell.tone, column.side) {
        (Tone::Bad, _) => "bad",
        (Tone::Good, _) => "good",
        (Tone::Plain, own) => side(own),
    }
}
