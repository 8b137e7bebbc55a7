//! Finished Markdown as a page (HTML), as plain text and as a piece of a page. Takes any Markdown, whoever wrote it:
//! what could run, or call elsewhere, comes out as text. The same Markdown gives the same bytes on every machine.

mod form;
mod html;
mod page;
mod pieces;
mod plain;
mod safe;

pub use form::Form;
pub use html::{escaped, fragment};
pub use page::{STYLE, head, page};
pub use pieces::pieces;
pub use plain::{COLUMNS, text};
