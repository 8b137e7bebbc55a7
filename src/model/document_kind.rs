//! The kinds of document that are written with a template. Adding one begins here; the compiler asks for the rest.

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// The *relevé de discussions* of a session.
    Minutes,
}

impl DocumentKind {
    /// All of them.
    pub const ALL: [Self; 1] = [Self::Minutes];

    /// The name of its template and of what is written with it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
