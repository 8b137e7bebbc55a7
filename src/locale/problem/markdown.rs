//! Problems of users' Markdown: what could run, or call elsewhere, on a reader's machine.

/// What has no place in users' Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Markdown {
    /// Raw HTML.
    Html {
        /// As it is written, cut to its first line.
        tag: String,
    },
    /// A link that runs something, or holds a whole file.
    Link {
        /// Where it leads: `javascript`, `data`.
        scheme: String,
    },
    /// An image that is fetched from elsewhere when somebody reads.
    Image {
        /// Its address.
        address: String,
    },
}
