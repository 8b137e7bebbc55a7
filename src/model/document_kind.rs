//! The kinds of document that are written with a template. Adding one begins with a line here; the compiler asks for
//! the rest.

/// Declares the kinds, each with the name of its template and of what is written with it.
macro_rules! kinds {
    ($($(#[$about:meta])* $kind:ident: $name:literal,)+) => {
        /// A kind of document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum DocumentKind {
            $($(#[$about])* $kind,)+
        }

        impl DocumentKind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The name of its template and of what is written with it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }
        }
    };
}

kinds! {
    /// The convocation to a session, with its *ordre du jour*.
    Agenda: "agenda",
    /// The guide of the *pack coaching*.
    Kit: "kit",
    /// The *relevé de discussions* of a session.
    Minutes: "minutes",
    /// The page for the hall.
    Notice: "notice",
    /// The questionnaire of a satisfaction survey.
    Questionnaire: "questionnaire",
    /// The *bilan annuel*.
    Report: "report",
    /// The *feuille d'émargement* of a session.
    Sheet: "sheet",
    /// The *cahier des charges de la consultation*.
    Tender: "tender",
}

impl DocumentKind {
    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}
