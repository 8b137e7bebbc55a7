//! What the files of a record are made of, key by key, with what each means: for editors, as JSON Schema, and for the
//! pages about the record. Made from the model's own types, so that neither can differ from what is read.
//!
//! [`form`] gives what a kind of file is made of, [`rows`] its keys in a row, [`json`] its schema.

mod form;
mod json;
mod read;
mod rows;
mod wording;

pub use form::{Form, Group, Key, Named, Value, Word, Words};
pub use json::json;
pub use read::form;
pub use rows::{Row, rows};
pub use wording::{ITSELF, exemplified, french};
