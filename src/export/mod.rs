//! The record as tables for databases: one file a table, made of one council at a time, and the description of them all
//! (`package.rs`). Whom the record names is called by role in them, and nothing is in them of what was said in a
//! session but what came of it.

mod column;
mod package;
mod view;
mod words;

pub use column::{Column, Kind};
pub use package::{PACKAGE, package};
pub use view::View;

use crate::spreadsheet::comma_separated;

/// A table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name, which is that of its file without `.csv`.
    pub name: &'static str,
    /// Its title and what a row is, in French and in English.
    said: column::Said,
    /// Its columns after those that every table begins with.
    own: &'static [Column],
    /// What tells the rows of a council apart.
    key: &'static [&'static str],
    /// What else is in every row.
    required: &'static [&'static str],
    /// What its rows refer to in other tables.
    references: &'static [Reference],
    /// The rows of a council, without the columns that every table begins with.
    rows: fn(&View<'_>) -> Vec<Vec<String>>,
}

/// Columns of a table whose values stand in another one, within the same council.
#[derive(Debug, Clone, Copy)]
struct Reference {
    columns: &'static [&'static str],
    table: &'static str,
    there: &'static [&'static str],
}

/// What every table begins with: whose the row is, so that the tables of several landlords can be read together.
const OWNERS: &[Column] = &[
    Column {
        name: "landlord",
        kind: Kind::Id,
        said: (
            ["Organisme", "L'organisme, par un nom court tiré du sien."],
            ["Landlord", "The landlord, by an identifier made of its name."],
        ),
    },
    Column {
        name: "council",
        kind: Kind::Id,
        said: (
            ["Conseil", "Le conseil, par le nom de son dossier."],
            ["Council", "The council, by the name of its folder."],
        ),
    },
];

/// Declares the files of tables, and the list of them.
macro_rules! tables {
    ($($file:ident),* $(,)?) => {
        $(mod $file;)*

        /// Every table, those that others refer to first.
        pub const TABLES: &[Table] = &[$($file::TABLE),*];
    };
}

tables![councils, members, sessions, attendance, findings, actions, outcomes, updates, costs, surveys, satisfaction,];

impl Table {
    /// The name of its file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// Its columns.
    pub fn columns(&self) -> impl Iterator<Item = &Column> {
        OWNERS.iter().chain(self.own)
    }

    /// The line that its file begins with.
    pub fn header(&self) -> String {
        comma_separated(&[self.columns().map(|column| column.name).collect::<Vec<_>>()])
    }

    /// The lines of a council.
    pub fn lines(&self, view: &View<'_>) -> String {
        let owners = [view.key.to_owned(), view.files.id.to_string()];
        let nameless = |(cell, column): (String, &Column)| {
            if matches!(column.kind, Kind::Text) { view.nameless.text(&cell) } else { cell }
        };
        let rows = (self.rows)(view).into_iter();
        let rows = rows.map(|row| owners.iter().cloned().chain(row.into_iter().zip(self.own).map(nameless)).collect());
        comma_separated(&rows.collect::<Vec<Vec<String>>>())
    }

    /// Says whether a column is never empty.
    fn requires(&self, column: &str) -> bool {
        let own = [self.key, self.required].into_iter().flatten();
        OWNERS.iter().map(|owner| owner.name).chain(own.copied()).any(|name| name == column)
    }
}
