//! What a document is written as.

use super::{page, text};
use crate::model::{DocumentKind, Language};

/// What a document is written as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// The form of record.
    #[default]
    Markdown,
    /// A page, for the screen and for paper.
    Html,
    /// Plain text, for e-mail.
    Text,
}

impl Form {
    /// All of them, each with its word on the command line.
    pub const ALL: [(Self, &str); 3] = [(Self::Markdown, "md"), (Self::Html, "html"), (Self::Text, "text")];

    /// The path of a document in this form, by that of its Markdown.
    pub fn path(self, markdown: &str) -> String {
        let stem = markdown.strip_suffix(".md").unwrap_or(markdown);
        match self {
            Self::Markdown => markdown.to_owned(),
            Self::Html => format!("{stem}.html"),
            Self::Text => format!("{stem}.txt"),
        }
    }

    /// Finished Markdown in this form.
    pub fn of(self, markdown: String, language: Language, kind: DocumentKind) -> String {
        match self {
            Self::Markdown => markdown,
            Self::Html => page(&markdown, language, kind),
            Self::Text => text(&markdown, language),
        }
    }
}
