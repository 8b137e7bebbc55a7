//! The record as pages for any web host: an index of councils, a page a council, a page a *relevé*, a feed. From the
//! record to texts; writes nothing. Members are named where they let their name stand on the site, and by role elsewhere.

mod council;
mod feed;
mod index;
mod layout;
mod minutes;
mod rows;

pub use council::{Summary, council};
pub use feed::FEED;
pub use index::{INDEX, index};
pub use minutes::{Published, published};

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    /// Its path in the site's folder, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}
