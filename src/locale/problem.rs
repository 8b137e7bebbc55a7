//! Every problem that a record can have, with the arguments its words need. The words are in the languages' own files,
//! in a `match` without a default: a problem that one of them does not know does not compile.

mod figures;
mod markdown;
mod people;
mod pilot;
mod sense;

pub use figures::{Figures, Misfit};
pub use markdown::Markdown;
pub use people::{Lack, People};
pub use pilot::{Pilot, StageOrder};
pub use sense::{Sense, TermEdge};

use super::oversight::Oversight;
use super::{Language, no_break};
use crate::privacy::Privacy;
use crate::store::{ReadError, StrayReason};
use crate::yaml::{Expected, Found, SyntaxCause, UnreadableCause};

/// A problem, of whichever family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Of a file as a file.
    Reading(Reading),
    /// Of a reference that leads nowhere.
    Reference(Reference),
    /// Of words that everybody may read, for ever.
    Privacy(Privacy),
    /// Of what the record says.
    Sense(Sense),
    /// Of what somebody should look at.
    Oversight(Oversight),
    /// Of figures that cannot be true together.
    Figures(Figures),
    /// Of what it says of people.
    People(People),
    /// Of what it says of the coaching pilot.
    Pilot(Pilot),
    /// Of users' Markdown.
    Markdown(Markdown),
}

/// Problems of a file as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// The text is not well formed.
    Syntax(SyntaxCause),
    /// A key that is not known here.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest known one.
        nearest: Option<String>,
        /// Those that are known.
        known: Vec<String>,
    },
    /// A required key is missing.
    MissingKey {
        /// The key.
        key: String,
    },
    /// A value of the wrong form.
    WrongType {
        /// The key it stands under.
        key: String,
        /// What should be there.
        expected: Expected,
        /// What is there.
        found: Found,
        /// The value between quotes, where that mends it.
        quoted: Option<String>,
    },
    /// A word outside its list.
    UnknownValue {
        /// The key it stands under.
        key: String,
        /// The word.
        value: String,
        /// The nearest word of the list.
        nearest: Option<String>,
        /// The list.
        known: Vec<String>,
    },
    /// A date or a period that is none.
    BadDate {
        /// What is written.
        text: String,
        /// Whether a whole period may stand there.
        period: bool,
        /// The date it may mean.
        meant: Option<String>,
        /// Whether its form is right, and the day does not exist.
        no_such_day: bool,
    },
    /// An amount that is none.
    BadAmount {
        /// What is written.
        text: String,
        /// Whether it can be read in two ways.
        ambiguous: bool,
    },
    /// The same key twice.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A text that a comment sign or a comma cut short.
    TextCut {
        /// What is left.
        kept: String,
        /// What was cut off.
        cut: String,
        /// The sign that cut.
        sign: char,
    },
    /// A file that has no place in the record.
    UnexpectedFile {
        /// Its name.
        name: String,
        /// What is the matter.
        reason: StrayReason,
    },
    /// A file that could not be opened.
    Refused(ReadError),
    /// A file whose bytes are no text.
    NoText(UnreadableCause),
    /// The marks of an unfinished merge.
    ConflictMarkers,
    /// A template that cannot be used.
    Template(TemplateFault),
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateFault {
    /// A variable that is not given.
    UnknownVariable {
        /// As it is written.
        name: String,
        /// The nearest one that is given there.
        nearest: Option<String>,
        /// Those that are given, at the top.
        known: Vec<String>,
    },
    /// A filter, test or function that there is none of.
    UnknownFunction {
        /// As it is written.
        name: String,
    },
    /// It runs too long.
    TooLong,
    /// It is not well formed.
    Malformed,
    /// It has nothing to write: comments and tags alone.
    WritesNothing,
    /// A filter or a function is given too much or too little.
    WrongArguments {
        /// As it is written.
        name: String,
    },
    /// It does with a value what cannot be done with it: a field of nothing, a list of a text.
    Impossible {
        /// As it is written.
        name: String,
    },
}

/// What a reference should lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Referent {
    /// A member of the council.
    Member,
    /// A partner of the landlord.
    Partner,
    /// A tenants' association.
    Association,
    /// An *Unité de Gestion*.
    Unit,
    /// A residence.
    Residence,
    /// A theme.
    Theme,
    /// A survey question.
    Question,
    /// An axis of the plan.
    Axis,
    /// An action of a plan.
    Action,
    /// A session of the council.
    Session,
    /// A finding of a session.
    Finding,
    /// A council.
    Council,
    /// An owner of an action.
    Owner,
    /// A way of getting people to come.
    Channel,
    /// A module of the coaching pilot.
    Module,
    /// Who asked for a topic: a member, a partner, `residents` or `landlord`.
    Asker,
    /// To when a point was put off: `next`, a date, or a body.
    PutOff,
}

/// A reference that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What it should lead to.
    pub referent: Referent,
    /// What is written.
    pub id: String,
    /// The nearest one there is.
    pub nearest: Option<String>,
    /// Those that there are, or where they are declared.
    pub known: Vec<String>,
    /// The file in which they are declared.
    pub declared_in: String,
}

/// A problem in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in a sentence without its stop.
    pub message: String,
    /// A few words under the place.
    pub label: String,
    /// A few words under the other place that is shown.
    pub related: String,
    /// What to do, in whole sentences; may be empty.
    pub help: String,
    /// What to write, to the letter: it follows the help, and typography does not touch it.
    pub proposal: String,
}

impl Words {
    /// What to do, with what to write; `None` where there is nothing to say.
    pub fn remedy(&self) -> Option<String> {
        let remedy = format!("{} {}", self.help, self.proposal);
        Some(remedy.trim().to_owned()).filter(|remedy| !remedy.is_empty())
    }
}

impl Problem {
    /// The problem in a language's words.
    pub fn words(&self, language: Language) -> Words {
        let words = match (self, language) {
            (Self::Reading(problem), Language::French) => super::french::reading(problem),
            (Self::Reading(problem), Language::English) => super::english::reading(problem),
            (Self::Reference(problem), Language::French) => super::french::reference(problem),
            (Self::Reference(problem), Language::English) => super::english::reference(problem),
            (Self::Privacy(problem), Language::French) => super::french::privacy(*problem),
            (Self::Privacy(problem), Language::English) => super::english::privacy(*problem),
            (Self::Sense(problem), Language::French) => super::french::sense(problem),
            (Self::Sense(problem), Language::English) => super::english::sense(problem),
            (Self::Oversight(problem), Language::French) => super::french::oversight(problem),
            (Self::Oversight(problem), Language::English) => super::english::oversight(problem),
            (Self::Figures(problem), Language::French) => super::french::figures(problem),
            (Self::Figures(problem), Language::English) => super::english::figures(problem),
            (Self::People(problem), Language::French) => super::french::people(problem),
            (Self::People(problem), Language::English) => super::english::people(problem),
            (Self::Pilot(problem), Language::French) => super::french::pilot(problem),
            (Self::Pilot(problem), Language::English) => super::english::pilot(problem),
            (Self::Markdown(problem), Language::French) => super::french::markdown(problem),
            (Self::Markdown(problem), Language::English) => super::english::markdown(problem),
        };
        Words {
            message: no_break(&words.message, language),
            label: no_break(&words.label, language),
            related: no_break(&words.related, language),
            help: no_break(&words.help, language),
            proposal: words.proposal,
        }
    }
}

/// A problem of a family is a problem.
macro_rules! families {
    ($($family:ident),*) => {
        $(impl From<$family> for Problem {
            fn from(problem: $family) -> Self {
                Self::$family(problem)
            }
        })*
    };
}

families!(Reading, Reference, Sense, Figures, People, Pilot, Markdown, Privacy);
