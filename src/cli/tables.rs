//! The one way in which tables are printed: for people, as Markdown, as CSV for French Excel, as JSON for programs. Rows
//! are printed as they come, so that memory does not grow with the number of councils.

mod layout;

use std::collections::BTreeSet;

use clap::ValueEnum;
use council::check::{council_errors, survey_errors, table_errors, written_errors};
use council::model::{Date, Id, WrittenFile};
use council::record::CouncilRecord;
use council::table::{Column, Look, Row, Table};

use layout::Layout;

use super::opened::Opened;
use super::ui::Ui;
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

/// Prints a table over one council, or over all of them.
pub fn print(table: &dyn Table, options: &Options, ui: &mut Ui) -> anyhow::Result<Outcome> {
    print_all(&[table], options, ui)
}

/// Prints tables one below the other, each over one council or over all of them.
pub fn print_all(tables: &[&dyn Table], options: &Options, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let named = options.council.as_deref().map(|name| chosen::council(&opened.record, Some(name))).transpose()?;
    let look = Look {
        record: &opened.record,
        as_of: options.as_of.unwrap_or_else(|| ui.today()),
        language: ui.asked_language().unwrap_or_else(|| opened.record.language()),
        one_council: named.is_some(),
    };
    let read: Vec<WrittenFile> = tables.iter().flat_map(|table| table.shared_files()).copied().collect();
    let errors = table_errors(&opened.record, &read);
    opened.tell(&errors, ui);
    if !errors.is_empty() {
        return Ok(Outcome::RecordHasErrors);
    }
    let mut printing = Printing {
        opened: &opened,
        look,
        format: options.format,
        councils: named.map_or_else(|| opened.record.root().councils.clone(), |id| vec![id]),
        with_errors: BTreeSet::new(),
        lacks_sums: false,
        rows: 0,
    };
    for table in tables {
        printing.table(*table, ui)?;
    }
    printing.finish(tables, ui)
}

/// Prints a table of one row, which is of no council.
pub fn print_row(columns: Vec<Column>, row: &Row, format: Format, ui: &mut Ui) -> anyhow::Result<()> {
    let mut layout = Layout::new(format, columns, ui.language(), 0, ui);
    layout.rows(vec![row.clone()], ui)?;
    layout.finish(&[], ui)?;
    end(format, 1, ui)
}

/// What ends the output, after so many rows.
fn end(format: Format, rows: usize, ui: &mut Ui) -> anyhow::Result<()> {
    match (format, rows) {
        (Format::Json, 0) => Ok(ui.out("[]\n")?),
        (Format::Json, _) => Ok(ui.out("\n]\n")?),
        (Format::Table | Format::Markdown | Format::Csv, _) => Ok(()),
    }
}

/// Tables being printed over the same councils.
struct Printing<'a> {
    opened: &'a Opened,
    look: Look<'a>,
    format: Format,
    councils: Vec<Id>,
    /// The councils whose errors were told instead of rows.
    with_errors: BTreeSet<Id>,
    /// Whether what all councils make together was left out because of them.
    lacks_sums: bool,
    rows: usize,
}

impl Printing<'_> {
    fn table(&mut self, table: &dyn Table, ui: &mut Ui) -> anyhow::Result<()> {
        let record = &self.opened.record;
        let look = self.look;
        let mut layout = Layout::new(self.format, table.columns(&look), look.language, self.rows, ui);
        layout = layout.titled(table.title(&look));
        let errors_of = match (table.is_of_all(), table.is_of_surveys()) {
            (true, _) => written_errors,
            (false, true) => survey_errors,
            (false, false) => council_errors,
        };
        let (today, mut written) = (ui.today(), Ok(()));
        for pass in 0..table.passes(&look) {
            let rows = |files: &CouncilRecord| {
                let errors = errors_of(record, files, today);
                if errors.is_empty() { Ok(table.rows(&look, files, pass)) } else { Err((files.id.clone(), errors)) }
            };
            record.each_council(&self.councils, rows, |rows| match rows {
                Ok(rows) if written.is_ok() => written = layout.rows(rows, ui),
                Ok(_) => {}
                Err((council, errors)) => {
                    if self.with_errors.insert(council) {
                        self.opened.tell(&errors, ui);
                    }
                }
            });
        }
        written?;
        let sound: Vec<Id> = self.councils.iter().filter(|id| !self.with_errors.contains(*id)).cloned().collect();
        let together = table.closing(&look, &sound);
        if sound.len() == self.councils.len() {
            layout.rows(together, ui)?;
        } else {
            // A sum without a council would pass for that of all.
            self.lacks_sums |= !together.is_empty();
        }
        self.rows = layout.finish(&table.notes(&look), ui)?;
        Ok(())
    }

    fn finish(self, tables: &[&dyn Table], ui: &mut Ui) -> anyhow::Result<Outcome> {
        let sound = self.with_errors.is_empty();
        if self.rows == 0 {
            match self.format {
                Format::Table | Format::Markdown if sound => ui.err(self.look.language.nothing_to_show()),
                Format::Table | Format::Markdown | Format::Json => {}
                Format::Csv => {
                    if let Some(table) = tables.first() {
                        let columns = table.columns(&self.look);
                        Layout::new(self.format, columns, self.look.language, 0, ui).empty(ui)?;
                    }
                }
            }
        }
        end(self.format, self.rows, ui)?;
        if self.lacks_sums {
            let councils: Vec<String> = self.with_errors.iter().map(ToString::to_string).collect();
            ui.err(&self.look.language.no_sums(&councils));
        }
        Ok(if sound { Outcome::Well } else { Outcome::RecordHasErrors })
    }
}
