//! Tables: from the record to rows. Knows no terminal; one file a table, printed by one and the same command line.

pub mod actions;
pub mod attendance;
pub mod budget;
pub mod charter;
pub mod coaching;
pub mod diagnosis;
pub mod eligibility;
pub mod planning;
pub mod satisfaction;
pub mod status;

use crate::model::{Date, Id, Language, WrittenFile};
use crate::record::{CouncilRecord, Record};
use serde::Serialize;

/// How much room a column takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// So many characters.
    Fixed(u16),
    /// So many shares of what the fixed columns leave.
    Share(u16),
    /// None: only a spreadsheet has the column. On a terminal and in a document another cell tells it.
    Spreadsheet,
}

/// The side that a column's texts stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Texts.
    Left,
    /// Figures.
    Right,
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its title.
    pub title: &'static str,
    /// Its room on a terminal.
    pub width: Width,
    /// Its side.
    pub side: Side,
}

impl Column {
    /// A column of texts.
    pub const fn text(title: &'static str, width: Width) -> Self {
        Self { title, width, side: Side::Left }
    }

    /// A column of figures.
    pub const fn figure(title: &'static str, width: u16) -> Self {
        Self { title, width: Width::Fixed(width), side: Side::Right }
    }
}

/// What the colour of a cell says, which its words say too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing.
    #[default]
    Plain,
    /// Something is late or lost.
    Bad,
    /// Something is done or won.
    Good,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text; a figure is written in the language's own way.
    pub text: String,
    /// What its colour says.
    pub tone: Tone,
    /// What stands below it on a terminal and in a document; in a spreadsheet, columns of their own tell it.
    pub below: String,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::toned(text, Tone::Plain)
    }
}

impl Cell {
    /// A cell whose colour says something.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: harmless(&text.into()), tone, below: String::new() }
    }

    /// The same cell with lines below it, which a spreadsheet has in columns of its own ([`Width::Spreadsheet`]).
    #[must_use]
    pub fn above(self, lines: &[String]) -> Self {
        Self { below: harmless(&lines.join("\n")), ..self }
    }
}

/// A text may hold signs that a terminal obeys; only line ends are the table's own.
fn harmless(text: &str) -> String {
    text.replace(|sign: char| sign.is_control() && sign != '\n', " ")
}

/// A row: as people read it, and as programs do.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// The row's object in JSON: the names of the contract, ids and plain numbers.
    pub object: serde_json::Value,
    /// What must be known to read this row; told once below the table.
    pub note: Option<&'static str>,
}

impl Row {
    /// A row of these cells.
    pub fn new(cells: Vec<Cell>, object: &impl Serialize) -> Self {
        // A struct of texts and numbers always has a JSON form.
        Self { cells, object: serde_json::to_value(object).unwrap_or_default(), note: None }
    }

    /// Says in the object, as its first field `table`, of which table the row is.
    pub fn name_table(&mut self, name: &str) {
        if let serde_json::Value::Object(fields) = &mut self.object {
            fields.shift_insert(0, "table".to_owned(), name.into());
        }
    }
}

/// What a table is made of.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// The record.
    pub record: &'a Record,
    /// The day whose state is shown.
    pub as_of: Date,
    /// The language of titles and words.
    pub language: Language,
    /// Whether only one council is shown, so that its name need not stand in each row.
    pub one_council: bool,
}

impl Look<'_> {
    /// These columns, behind that of the council where rows need say whose they are.
    fn with_council_column(&self, columns: Vec<Column>) -> Vec<Column> {
        self.behind_council(Width::Fixed(12), columns)
    }

    /// The same where texts want the room: the council has a column in a spreadsheet alone, and stands below the first cell
    /// elsewhere.
    fn with_council_below(&self, columns: Vec<Column>) -> Vec<Column> {
        self.behind_council(Width::Spreadsheet, columns)
    }

    fn behind_council(&self, width: Width, mut columns: Vec<Column>) -> Vec<Column> {
        if !self.one_council {
            let title = match self.language {
                Language::French => "Conseil",
                Language::English => "Council",
            };
            columns.insert(0, Column::text(title, width));
        }
        columns
    }

    /// These cells, behind that of the council where rows need say whose they are.
    fn with_council_cell(&self, files: &CouncilRecord, mut cells: Vec<Cell>) -> Vec<Cell> {
        if !self.one_council {
            cells.insert(0, Cell::from(files.id.as_str()));
        }
        cells
    }

    /// The cells of [`Look::with_council_below`].
    fn with_council_cell_below(&self, files: &CouncilRecord, mut cells: Vec<Cell>) -> Vec<Cell> {
        if !self.one_council && !cells.is_empty() {
            let first = cells.remove(0).above(&[files.id.to_string()]);
            cells.splice(0..0, [Cell::from(files.id.as_str()), first]);
        }
        cells
    }
}

/// Sentences in one cell, a line each; where a cell is one line, they still tell apart.
fn listed(parts: &[String], language: Language) -> String {
    parts.join(match language {
        Language::French => "\u{a0};\n",
        Language::English => ";\n",
    })
}

/// What tells a table from others that are printed with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// For programs: the field `table` of its objects.
    pub name: &'static str,
    /// For people.
    pub text: &'static str,
}

/// A table over councils: it is made row by row, a council at a time, so that memory does not grow with their number.
pub trait Table: Sync {
    /// The columns.
    fn columns(&self, look: &Look<'_>) -> Vec<Column>;

    /// Its title, where a command prints more than one table.
    fn title(&self, _look: &Look<'_>) -> Option<Title> {
        None
    }

    /// The rows of a council that are shown in this pass.
    fn rows(&self, _look: &Look<'_>, _files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        Vec::new()
    }

    /// The rows of all councils together, below those of the last: of sums that are gathered as the councils stream by
    /// once more ([`Record::each_council`]), without those that have errors.
    fn closing(&self, _look: &Look<'_>, _councils: &[Id]) -> Vec<Row> {
        Vec::new()
    }

    /// How often the councils are gone through: what must come first of all councils is shown in a pass of its own, so
    /// that no row need be kept.
    fn passes(&self, _look: &Look<'_>) -> usize {
        1
    }

    /// Whether it is made of the surveys, and not of sessions and plan: errors elsewhere are no hindrance.
    fn is_of_surveys(&self) -> bool {
        false
    }

    /// Whether it is made of sessions and plan and of the surveys as well.
    fn is_of_all(&self) -> bool {
        false
    }

    /// Which files of the record's root it is made of, beside the landlord's.
    fn shared_files(&self) -> &'static [WrittenFile] {
        &[]
    }

    /// What must be known to read the table, below it: each in a sentence.
    fn notes(&self, _look: &Look<'_>) -> Vec<&'static str> {
        Vec::new()
    }
}
