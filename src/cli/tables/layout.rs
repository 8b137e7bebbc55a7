//! How tables are laid out: as a table for a terminal, Markdown, CSV for French Excel, JSON for programs.

use comfy_table::{Cell as Drawn, CellAlignment, Color, ColumnConstraint, ContentArrangement, Width as Room};
use council::locale::{Language, no_break};
use council::spreadsheet::for_excel;
use council::table::{Cell, Column, Row, Side, Title, Tone, Width};

use super::Format;
use crate::cli::ui::Ui;
use crate::cli::wrap::wrapped;

/// The width of a table where it does not go to a terminal, in characters.
const NARROW: u16 = 80;

/// The widest table, in characters: longer lines are hard to follow.
const WIDEST: u16 = 140;

/// The blanks after a column.
const GAP: u16 = 2;

/// The byte-order mark that tells Excel what the bytes are.
const MARK: &str = "\u{feff}";

/// A table being printed.
pub struct Layout {
    format: Format,
    title: Option<Title>,
    columns: Vec<Column>,
    /// Of all columns of the table, which are these.
    is_shown: Vec<bool>,
    width: usize,
    widths: Vec<u16>,
    language: Language,
    color: bool,
    /// How many rows the tables before it have.
    before: usize,
    rows: usize,
    notes: Vec<&'static str>,
}

impl Layout {
    /// A table below others that have so many rows.
    pub fn new(format: Format, mut columns: Vec<Column>, language: Language, before: usize, ui: &Ui) -> Self {
        let is_shown =
            columns.iter().map(|column| format == Format::Csv || column.width != Width::Spreadsheet).collect();
        columns.retain(|column| format == Format::Csv || column.width != Width::Spreadsheet);
        let terminal = ui.width().unwrap_or(NARROW).clamp(40, WIDEST);
        let widths = widths(&columns, terminal);
        let width = usize::from(terminal);
        let (color, notes) = (ui.color_out(), Vec::new());
        Self { format, title: None, columns, is_shown, width, widths, language, color, before, rows: 0, notes }
    }

    /// The same table under a title.
    pub fn titled(self, title: Option<Title>) -> Self {
        Self { title, ..self }
    }

    /// Prints more rows; under the titles of the columns where they are the first.
    pub fn rows(&mut self, mut rows: Vec<Row>, ui: &mut Ui) -> anyhow::Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        if self.rows == 0 {
            self.head(ui)?;
        }
        if matches!(self.format, Format::Table | Format::Markdown) {
            for row in &mut rows {
                row.cells = self.for_people(std::mem::take(&mut row.cells));
            }
        }
        let text = match self.format {
            Format::Table => self.drawn(&rows),
            Format::Markdown => self.markdown(&rows),
            Format::Csv => self.csv(&rows),
            Format::Json => {
                if let Some(title) = self.title {
                    for row in &mut rows {
                        row.name_table(title.name);
                    }
                }
                self.json(&rows)
            }
        };
        self.rows += rows.len();
        for note in rows.iter().filter_map(|row| row.note) {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        Ok(ui.out(&text)?)
    }

    /// The cells that people see, each with what stands below it.
    fn for_people(&self, cells: Vec<Cell>) -> Vec<Cell> {
        let shown = cells.into_iter().zip(&self.is_shown).filter(|(_, is_shown)| **is_shown);
        let whole = |cell: Cell| {
            let lines = [&cell.text, &cell.below].into_iter().filter(|text| !text.is_empty());
            Cell::toned(lines.map(String::as_str).collect::<Vec<_>>().join("\n"), cell.tone)
        };
        shown.map(|(cell, _)| whole(cell)).collect()
    }

    /// What stands above the first row: a blank line below another table, and the title.
    fn head(&self, ui: &mut Ui) -> anyhow::Result<()> {
        let line_end = if self.format == Format::Csv { "\r\n" } else { "\n" };
        let gap = if self.before > 0 { line_end } else { "" };
        let title = self.title.map(|title| title.text);
        let text = match (self.format, title) {
            (Format::Json, _) => String::new(),
            (Format::Csv, Some(title)) if self.before == 0 => format!("{MARK}{title}{line_end}"),
            (Format::Csv, Some(title)) => format!("{gap}{title}{line_end}"),
            (Format::Markdown, Some(title)) => format!("{gap}## {title}\n\n"),
            (Format::Table, Some(title)) => format!("{gap}{title}\n\n"),
            (Format::Table | Format::Markdown | Format::Csv, None) => gap.to_owned(),
        };
        Ok(ui.out(&text)?)
    }

    /// Prints what is told below the table, and says how many rows there are with those of the tables before it.
    pub fn finish(self, notes: &[&'static str], ui: &mut Ui) -> anyhow::Result<usize> {
        if self.rows > 0 && matches!(self.format, Format::Table | Format::Markdown) {
            for note in notes.iter().chain(&self.notes) {
                ui.out(&format!("\n{}\n", wrapped(&no_break(note, self.language), self.width)))?;
            }
        }
        Ok(self.before + self.rows)
    }

    /// What a table without any row is printed as: nothing for people, the titles of the columns for Excel.
    pub fn empty(&self, ui: &mut Ui) -> anyhow::Result<()> {
        if self.format == Format::Csv {
            let header = self.csv(&[]);
            ui.out(&header)?;
        }
        Ok(())
    }

    /// Rows for a terminal, under the titles where they are the first.
    fn drawn(&self, rows: &[Row]) -> String {
        let mut table = comfy_table::Table::new();
        table.load_style(comfy_table::presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
        if self.color {
            table.enforce_styling();
        } else {
            table.force_no_tty();
        }
        if self.rows == 0 {
            table.add_row(self.columns.iter().zip(&self.widths).map(|(column, width)| fitted(column.title, *width)));
            table.add_row(self.widths.iter().map(|width| Drawn::new("─".repeat(usize::from(*width - GAP)))));
        }
        for row in rows {
            table.add_row(row.cells.iter().zip(&self.widths).map(|(cell, width)| self.drawn_cell(cell, *width)));
        }
        let last = self.columns.len().saturating_sub(1);
        let columns = self.columns.iter().zip(&self.widths).zip(table.column_iter_mut()).enumerate();
        for (place, ((column, width), drawn)) in columns {
            // Blanks after the last column would be within its colour, and wrap on a terminal.
            let gap = if place == last { 0 } else { GAP };
            drawn.set_constraint(ColumnConstraint::Absolute(Room::Fixed(*width - GAP + gap)));
            drawn.set_padding((0, gap));
            drawn.set_cell_alignment(match column.side {
                Side::Left => CellAlignment::Left,
                Side::Right => CellAlignment::Right,
            });
        }
        let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
        format!("{}\n", lines.join("\n"))
    }

    fn drawn_cell(&self, cell: &Cell, width: u16) -> Drawn {
        let drawn = fitted(&no_break(&cell.text, self.language), width);
        match cell.tone {
            Tone::Plain => drawn,
            Tone::Bad => drawn.fg(Color::Red),
            Tone::Good => drawn.fg(Color::Green),
        }
    }

    fn markdown(&self, rows: &[Row]) -> String {
        let mut text = String::new();
        let mut line = |cells: Vec<String>| {
            text.push_str("| ");
            text.push_str(&cells.join(" | "));
            text.push_str(" |\n");
        };
        if self.rows == 0 {
            line(self.columns.iter().map(|column| column.title.to_owned()).collect());
            let rule = |column: &Column| match column.side {
                Side::Left => "---".to_owned(),
                Side::Right => "--:".to_owned(),
            };
            line(self.columns.iter().map(rule).collect());
        }
        for row in rows {
            let cell = |cell: &Cell| no_break(&escaped(&one_line(&cell.text)), self.language);
            line(row.cells.iter().map(cell).collect());
        }
        text
    }

    /// For French Excel: a byte-order mark, semicolons, and no cell that it would take for a formula.
    fn csv(&self, rows: &[Row]) -> String {
        let cells = |row: &Row| -> Vec<String> {
            let cells = self.columns.iter().zip(&row.cells);
            let written = cells.map(|(column, cell)| match column.side {
                Side::Right => figure(&cell.text, self.language).unwrap_or_else(|| neutral(&one_line(&cell.text))),
                Side::Left => neutral(&one_line(&cell.text)),
            });
            written.collect()
        };
        let titles = || self.columns.iter().map(|column| column.title.to_owned()).collect();
        let titles: Option<Vec<String>> = (self.rows == 0).then(titles);
        let text = for_excel(&titles.into_iter().chain(rows.iter().map(cells)).collect::<Vec<_>>());
        let is_first = self.before + self.rows == 0 && self.title.is_none();
        if is_first { format!("{MARK}{text}") } else { text }
    }

    fn json(&self, rows: &[Row]) -> String {
        let mut text = String::new();
        for (index, row) in rows.iter().enumerate() {
            text.push_str(if self.before + self.rows + index == 0 { "[\n  " } else { ",\n  " });
            text.push_str(&row.object.to_string());
        }
        text
    }
}

/// A cell cut to the width of its column, whose two blanks are not for it.
fn fitted(text: &str, width: u16) -> Drawn {
    Drawn::new(wrapped(text, usize::from(width) - usize::from(GAP)))
}

/// A text that Markdown shows as it is in a cell: it ends no cell and is no HTML.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace('<', "\\<")
}

fn one_line(text: &str) -> String {
    text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ")
}

/// A figure as a spreadsheet reads it, its thousands not parted; nothing where the text is more than a figure.
fn figure(text: &str, language: Language) -> Option<String> {
    let parting: &[char] = match language {
        Language::French => &['\u{a0}', '\u{202f}'],
        Language::English => &[','],
    };
    let digits = text.replace(parting, "").replace('−', "-");
    let unsigned = digits.strip_prefix('-').unwrap_or(&digits);
    let is_figure = unsigned.starts_with(|sign: char| sign.is_ascii_digit())
        && unsigned.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '.'));
    is_figure.then_some(digits)
}

/// A cell that a spreadsheet would run as a formula begins with an apostrophe, which it takes for « this is text ».
fn neutral(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if runs { format!("'{text}") } else { text.to_owned() }
}

/// The width of each column, its two blanks included: the fixed ones as they are, the others by their shares.
fn widths(columns: &[Column], terminal: u16) -> Vec<u16> {
    const LEAST: u16 = 8;
    let fixed: u16 = columns
        .iter()
        .map(|column| match column.width {
            Width::Fixed(width) => width + GAP,
            Width::Share(_) | Width::Spreadsheet => 0,
        })
        .sum();
    let shares: u16 = columns
        .iter()
        .map(|column| match column.width {
            Width::Fixed(_) | Width::Spreadsheet => 0,
            Width::Share(share) => share,
        })
        .sum();
    let left = (terminal + GAP).saturating_sub(fixed);
    columns
        .iter()
        .map(|column| match column.width {
            Width::Fixed(width) => width + GAP,
            Width::Spreadsheet => GAP,
            Width::Share(share) => (left * share / shares.max(1)).max(LEAST + GAP),
        })
        .collect()
}
