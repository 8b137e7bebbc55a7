//! Text ↔ typed values ↔ positions. Knows nothing of councils.
//!
//! [`read`] turns the bytes of a file into a serde value and every fault found on the way; a fault, or any place a rule
//! names, is a [`Route`] that a [`Tree`] resolves to bytes of the user's own text.

mod change;
mod content;
mod deserialize;
mod edit;
mod fault;
mod mend;
mod merge;
mod outline;
mod quote;
mod read;
mod reorder;
mod reword;
mod route;
mod source;
mod splice;
mod syntax;
mod trap;
mod tree;

pub use change::{Change, ChangeError, KeyOrder, change};
pub use content::Content;
pub use edit::{Edit, apply};
pub use fault::{Expected, Fault, FaultKind, Found, SyntaxCause, UnreadableCause};
pub use mend::Mended;
pub use merge::merge;
pub use outline::{Outline, Untold};
pub use quote::{quoted, scalar};
pub use read::{
    MAX_BYTES, MAX_DEPTH, Reading, decode, into_text, mark_of, read, read_carefully, read_text, readable_part,
    without_mark,
};
pub use reorder::reorder;
pub use reword::reword;
pub use route::{Part, Route, Spot, Step};
pub use source::{LineColumn, Source};
pub use trap::for_program;
pub use tree::{Entry, Kind, Node, Style, Tree};
