//! The record of residents' councils: what it holds, how it is checked, and what is written from it.
//!
//! The map, in reading order; a module uses none that comes after it, and the command line is in the binary alone:
//! - [`yaml`]: text, typed values and positions; knows nothing of councils.
//! - [`model`]: the kinds of record and the values they are made of.
//! - [`statistics`]: how far a score can be trusted; knows numbers alone.
//! - [`privacy`]: words that a record kept for ever should not hold; knows texts alone.
//! - [`spreadsheet`]: tables as text; knows rows of cells alone.
//! - [`store`]: the file system: where a record is, what lies in it, reading and writing.
//! - [`change`]: what happened between two states of a record.
//! - [`locale`]: French and English: messages, dates, numbers, typography.
//! - [`diagnostic`]: a problem as a value, as text, as JSON.
//! - [`schema`]: what each kind of file is made of, for editors and pages.
//! - [`record`]: the record as a whole, one council at a time.
//! - [`satisfaction`]: scores, intervals, and what may be said of a change.
//! - [`fingerprint`]: what was approved, to the letter.
//! - [`commitments`]: what was promised, measured on a council's year.
//! - [`budget`]: what actions cost, and who decided it.
//! - [`turnout`]: who came, in numbers.
//! - [`calendar`]: sessions and due dates, for calendar programs.
//! - [`document`]: from the record to Markdown.
//! - [`render`]: from finished Markdown to a page and to plain text.
//! - [`chart`]: satisfaction over the years as a picture.
//! - [`scaffold`]: from the record to the text of a new file.
//! - [`kit`]: what a coaching pilot leaves to a next residence, as the files of a folder.
//! - [`edit`]: from what is asked to the new texts of files.
//! - [`import`]: from a spreadsheet to the actions of a plan.
//! - `send`: messages to residents, and the ledger of who has them.
//! - [`git`]: runs git.
//! - [`table`]: from the record to rows.
//! - [`export`]: from the record to tables for databases.
//! - [`site`]: from the record to the pages of a web site.
//! - [`check`]: the rules, and one run over a record.
//! - [`mend`]: what can be mended of what the rules find.

#[macro_use]
pub mod yaml;
pub mod budget;
pub mod calendar;
pub mod change;
pub mod chart;
pub mod check;
pub mod commitments;
pub mod diagnostic;
pub mod document;
pub mod edit;
pub mod export;
pub mod fingerprint;
pub mod git;
pub mod import;
pub mod kit;
pub mod locale;
pub mod mend;
pub mod model;
pub mod privacy;
pub mod record;
pub mod render;
pub mod satisfaction;
pub mod scaffold;
pub mod schema;
#[cfg(feature = "mail")]
pub mod send;
pub mod site;
pub mod spreadsheet;
pub mod statistics;
pub mod store;
pub mod table;
pub mod turnout;
