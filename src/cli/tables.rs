//! The one way in which tables are printed: for people, as Markdown, as CSV for French Excel, as JSON for programs. Rows
//! are printed as they come, so that memory does not grow with the number of councils.

use clap::ValueEnum;
use comfy_table::{Cell as Drawn, CellAlignment, Color, ColumnConstraint, ContentArrangement, Width as Room};
use council::check::{council_errors, survey_errors};
use council::locale::no_break;
use council::model::{Date, Id};
use council::record::CouncilRecord;
use council::table::{Cell, Column, Look, Row, Side, Table, Tone, Width};

use super::opened::Opened;
use super::ui::Ui;
use super::wrap::wrapped;
use super::{Outcome, chosen};

/// How a table is laid out.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub enum Format {
    // For people.
    #[default]
    Table,
    // For documents.
    Markdown,
    // For French Excel.
    Csv,
    // For programs.
    Json,
}

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::TableOptions`.
#[derive(Clone, Debug, clap::Args)]
pub struct Options {
    pub council: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[arg(long, value_name = "DATE", value_parser = super::usage::date)]
    pub as_of: Option<Date>,
}

/// The width of a table where it does not go to a terminal, in characters.
const NARROW: u16 = 80;

/// The widest table, in characters: longer lines are hard to follow.
const WIDEST: u16 = 140;

/// The blanks after a column.
const GAP: u16 = 2;

/// Prints a table over one council, or over all of them.
pub fn print(table: &impl Table, options: &Options, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let named = options.council.as_deref().map(|name| chosen::council(&opened.record, Some(name))).transpose()?;
    let councils: Vec<Id> = named.clone().map_or_else(|| opened.record.root().councils.clone(), |id| vec![id]);
    let look = Look {
        record: &opened.record,
        as_of: options.as_of.unwrap_or_else(|| ui.today()),
        language: ui.asked_language().unwrap_or_else(|| opened.record.language()),
        one_council: named.is_some(),
    };
    let errors = council::check::shared_errors(&opened.record, None);
    let mut sheet = Sheet::new(options.format, table.columns(&look), look.language, ui);
    let mut sound = errors.is_empty();
    opened.tell(&errors, ui);
    if !sound {
        return Ok(Outcome::RecordHasErrors);
    }
    let today = ui.today();
    let mut written = Ok(());
    for pass in 0..table.passes(&look) {
        let rows = |files: &CouncilRecord| {
            let errors_of = if table.is_of_surveys() { survey_errors } else { council_errors };
            let errors = errors_of(&opened.record, files, today);
            if errors.is_empty() { Ok(table.rows(&look, files, pass)) } else { Err(errors) }
        };
        opened.record.each_council(&councils, rows, |rows| match rows {
            Ok(rows) if written.is_ok() => written = sheet.rows(&rows, ui),
            Ok(_) => {}
            Err(errors) => {
                sound = false;
                if pass == 0 {
                    opened.tell(&errors, ui);
                }
            }
        });
    }
    written?;
    sheet.finish(&table.notes(&look), sound, ui)?;
    Ok(if sound { Outcome::Well } else { Outcome::RecordHasErrors })
}

/// Prints a table of one row, which is of no council.
pub fn print_row(columns: Vec<Column>, row: &Row, format: Format, ui: &mut Ui) -> anyhow::Result<()> {
    let mut sheet = Sheet::new(format, columns, ui.language(), ui);
    sheet.rows(std::slice::from_ref(row), ui)?;
    sheet.finish(&[], true, ui)
}

/// A table being printed.
struct Sheet {
    format: Format,
    columns: Vec<Column>,
    width: usize,
    widths: Vec<u16>,
    language: council::model::Language,
    color: bool,
    rows: usize,
    notes: Vec<&'static str>,
}

impl Sheet {
    fn new(format: Format, columns: Vec<Column>, language: council::model::Language, ui: &Ui) -> Self {
        let terminal = ui.width().unwrap_or(NARROW).clamp(40, WIDEST);
        let widths = widths(&columns, terminal);
        let width = usize::from(terminal);
        Self { format, columns, width, widths, language, color: ui.color_out(), rows: 0, notes: Vec::new() }
    }

    fn rows(&mut self, rows: &[Row], ui: &mut Ui) -> anyhow::Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let text = match self.format {
            Format::Table => self.drawn(rows),
            Format::Markdown => self.markdown(rows),
            Format::Csv => self.csv(rows)?,
            Format::Json => self.json(rows),
        };
        self.rows += rows.len();
        for note in rows.iter().filter_map(|row| row.note) {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        Ok(ui.out(&text)?)
    }

    fn finish(&mut self, notes: &[&str], sound: bool, ui: &mut Ui) -> anyhow::Result<()> {
        match self.format {
            Format::Json if self.rows == 0 => ui.out("[]\n")?,
            Format::Json => ui.out("\n]\n")?,
            Format::Csv if self.rows == 0 => {
                let header = self.csv(&[])?;
                ui.out(&header)?;
            }
            Format::Table | Format::Markdown if self.rows == 0 => {
                if sound {
                    ui.err(self.language.nothing_to_show());
                }
            }
            Format::Table | Format::Markdown => {
                for note in notes.iter().chain(&self.notes) {
                    ui.out(&format!("\n{}\n", wrapped(&no_break(note, self.language), self.width)))?;
                }
            }
            Format::Csv => {}
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
    fn csv(&self, rows: &[Row]) -> anyhow::Result<String> {
        let mut writer =
            csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        if self.rows == 0 {
            writer.write_record(self.columns.iter().map(|column| column.title))?;
        }
        for row in rows {
            writer.write_record(row.cells.iter().map(|cell| neutral(&one_line(&cell.text))))?;
        }
        let text = String::from_utf8(writer.into_inner()?)?;
        Ok(if self.rows == 0 { format!("\u{feff}{text}") } else { text })
    }

    fn json(&self, rows: &[Row]) -> String {
        let mut text = String::new();
        for (index, row) in rows.iter().enumerate() {
            text.push_str(if self.rows + index == 0 { "[\n  " } else { ",\n  " });
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
            Width::Share(_) => 0,
        })
        .sum();
    let shares: u16 = columns
        .iter()
        .map(|column| match column.width {
            Width::Fixed(_) => 0,
            Width::Share(share) => share,
        })
        .sum();
    let left = (terminal + GAP).saturating_sub(fixed);
    columns
        .iter()
        .map(|column| match column.width {
            Width::Fixed(width) => width + GAP,
            Width::Share(share) => (left * share / shares.max(1)).max(LEAST + GAP),
        })
        .collect()
}
