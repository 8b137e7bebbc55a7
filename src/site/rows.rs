//! Rows of a table as HTML, on as many pages as they want.

use super::SiteFile;
use super::layout::Page;
use crate::document::Nameless;
use crate::locale::no_break;
use crate::model::Language;
use crate::render::escaped;
use crate::table::{Cell, Column, Look, Row, Side, Table, Tone, Width};

/// How many rows a page of nothing else holds, so that it stays below 100 KB.
pub(super) const MOST_ROWS: usize = 120;

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

    /// The first so many rows, under a name for those who cannot see the table; nothing where there is no row.
    pub fn html(&self, name: &str, most: usize) -> String {
        self.part(name, self.all.iter().take(most))
    }

    fn part<'r>(&self, name: &str, rows: impl Iterator<Item = &'r Row>) -> String {
        let mut html = format!(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table>\n<thead>\n<tr>",
            escaped(name)
        );
        for column in self.shown(&self.columns) {
            html.push_str(&format_cell("th scope=\"col\"", side(column.side), &escaped(column.title)));
        }
        html.push_str("</tr>\n</thead>\n<tbody>\n");
        let mut any = false;
        for row in rows {
            any = true;
            html.push_str("<tr>");
            for (place, (cell, column)) in self.shown(&row.cells).zip(self.shown(&self.columns)).enumerate() {
                let heads = place == 0 && !cell.text.is_empty();
                let element = if heads { "th scope=\"row\"" } else { "td" };
                html.push_str(&format_cell(element, class(cell, column), &self.text(cell)));
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n</table>\n</div>\n");
        if any { html } else { String::new() }
    }

    fn shown<'s, T>(&'s self, all: &'s [T]) -> impl Iterator<Item = &'s T> {
        all.iter().zip(&self.is_shown).filter(|(_, is_shown)| **is_shown).map(|(item, _)| item)
    }

    fn text(&self, cell: &Cell) -> String {
        let lines = cell.text.lines().chain(cell.below.lines());
        let lines = lines.map(|line| escaped(&no_break(&self.nameless.unnamed(line), self.language)));
        lines.collect::<Vec<_>>().join("<br>")
    }

    /// What must be known to read it.
    pub fn notes(&self) -> String {
        let notes = self.notes.iter().map(|note| format!("<p class=\"note\">{}</p>\n", escaped(note)));
        notes.collect::<Vec<_>>().concat()
    }

    /// Pages that hold all rows: `name.html`, `name-2.html`.
    pub fn pages(&self, folder: &str, name: &str, title: &str, council: &str) -> Vec<SiteFile> {
        let parts: Vec<&[Row]> = self.all.chunks(MOST_ROWS).collect();
        let file =
            |place: usize| if place == 0 { format!("{name}.html") } else { format!("{name}-{}.html", place + 1) };
        let page = |(place, rows): (usize, &&[Row])| {
            let of = match self.language {
                Language::French => format!("page {} sur {}", place + 1, parts.len()),
                Language::English => format!("page {} of {}", place + 1, parts.len()),
            };
            let title = if parts.len() > 1 { format!("{title}, {of}") } else { title.to_owned() };
            let mut ways = vec![super::council::way_home(self.language), ("index.html".to_owned(), council.to_owned())];
            if place > 0 {
                ways.push((file(place - 1), previous(self.language).to_owned()));
            }
            if place + 1 < parts.len() {
                ways.push((file(place + 1), next(self.language).to_owned()));
            }
            let main = format!(
                "<h1>{}</h1>\n<p>{}</p>\n{}{}",
                escaped(&title),
                escaped(council),
                self.part(&title, rows.iter()),
                self.notes()
            );
            let page = Page {
                title: &format!("{title} – {council}"),
                up: "../",
                ways: &ways,
                main: &main,
                language: self.language,
            };
            SiteFile { path: format!("{folder}/{}", file(place)), text: page.html() }
        };
        parts.iter().enumerate().map(page).collect()
    }
}

pub(super) const fn previous(language: Language) -> &'static str {
    match language {
        Language::French => "Page précédente",
        Language::English => "Previous page",
    }
}

pub(super) const fn next(language: Language) -> &'static str {
    match language {
        Language::French => "Page suivante",
        Language::English => "Next page",
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
