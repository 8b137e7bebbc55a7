//! What can be wrong with a command, and what can keep it from working, with all that is needed to say it.
//! `cli` fills these in; each language has one exhaustive `match` over each of them.

use std::fmt;
use std::io;

use super::{DocumentProblem, GitProblem, Language, ShareProblem, english, french};
use crate::locale::editing::EditProblem;
use crate::locale::exchange::ExchangeProblem;
use crate::locale::sending::SendProblem;

/// A command that was mistyped. Arguments are as the usage shows them: `--record <DIR>`, `[COUNCIL]`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum UsageProblem {
    /// There is no such option.
    UnknownOption {
        /// As it was typed, without its value.
        option: String,
        /// The nearest option that this command has.
        nearest: Option<String>,
    },
    /// An option that only other commands take.
    MisplacedOption {
        /// As it was typed, without its value.
        option: String,
        /// How it is written with each command that takes it.
        instead: Vec<String>,
    },
    /// One argument too many.
    UnexpectedArgument {
        /// As it was typed.
        value: String,
    },
    /// There is no such command.
    UnknownCommand {
        /// As it was typed.
        command: String,
        /// The nearest command that there is.
        nearest: Option<String>,
    },
    /// Something is wrong with a value.
    Value {
        /// The argument it is the value of.
        argument: String,
        /// What is wrong.
        problem: ValueProblem,
    },
    /// A command that wants another behind it: `council action` without `add` or `update`.
    MissingCommand,
    /// What must be there as well.
    MissingArguments {
        /// Each of them.
        arguments: Vec<String>,
    },
    /// Arguments that exclude each other.
    Conflict {
        /// The one.
        argument: String,
        /// Those it excludes.
        others: Vec<String>,
    },
    /// An argument that may stand only once.
    Repeated {
        /// The argument.
        argument: String,
    },
    /// A word that is not UTF-8.
    NotUnicode,
    /// Anything else.
    Malformed,
}

/// What is wrong with the value of an argument.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ValueProblem {
    /// There is none.
    Missing {
        /// All that may be written, where that is a list.
        possible: Vec<String>,
    },
    /// It is not among those possible.
    Invalid {
        /// As it was typed.
        value: String,
        /// All that may be written, where that is a list.
        possible: Vec<String>,
    },
    /// It should be a date.
    NotADate {
        /// As it was typed.
        value: String,
    },
    /// It should be a period.
    NotAPeriod {
        /// As it was typed.
        value: String,
    },
    /// It should be an address of the web.
    NotAWebAddress {
        /// As it was typed.
        value: String,
    },
    /// It should be a precision in percentage points.
    NotPoints {
        /// As it was typed.
        value: String,
    },
    /// It should be a whole number of seconds.
    NotSeconds {
        /// As it was typed.
        value: String,
        /// How many at least.
        least: u64,
        /// How many at most.
        most: u64,
    },
    /// It should be the name of a picture, in SVG.
    NotAPicture {
        /// As it was typed.
        value: String,
    },
    /// It should be an amount of money.
    NotAnAmount {
        /// As it was typed.
        value: String,
    },
    /// There should be none, or no more.
    Unexpected {
        /// As it was typed.
        value: String,
    },
}

impl UsageProblem {
    /// Says what is wrong and what to write instead, in one sentence.
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::French => french::usage_problem(self),
            Language::English => english::usage_problem(self),
        }
    }
}

/// What is known of a session that was not held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotHeld {
    /// It was cancelled.
    Cancelled,
    /// Its day is still to come.
    Coming,
    /// Its day is past, and its file does not say what became of it.
    NotSaid,
}

/// What keeps a well-typed command from doing its work.
#[derive(Debug)]
pub enum Failure {
    /// A council named on the command line is not in the record.
    UnknownCouncil {
        /// As it was typed.
        council: String,
        /// The nearest one that there is.
        nearest: Option<String>,
        /// All that there are.
        known: Vec<String>,
    },
    /// A rule named on the command line is none.
    UnknownRule {
        /// As it was typed.
        rule: String,
        /// The nearest one that there is.
        nearest: Option<String>,
    },
    /// A unit named on the command line is not declared.
    UnknownUnit {
        /// As it was typed.
        unit: String,
        /// The nearest one that there is.
        nearest: Option<String>,
        /// All that there are.
        known: Vec<String>,
    },
    /// A session named on the command line is not in the council's folder.
    UnknownSession {
        /// The council it was looked for in.
        council: String,
        /// As it was typed.
        session: String,
        /// All that there are.
        known: Vec<String>,
    },
    /// The council was left out where several can be meant.
    WhichCouncil {
        /// All that there are.
        known: Vec<String>,
    },
    /// A council has no session that was held, and none was named.
    NoHeldSession {
        /// The council.
        council: String,
    },
    /// A session was not held, so that there is nothing to write of it.
    NotHeld {
        /// The council.
        council: String,
        /// The session.
        session: String,
        /// What is known of it instead.
        known: NotHeld,
    },
    /// A document cannot be written.
    Document(DocumentProblem),
    /// The record cannot be changed as asked.
    Edit(EditProblem),
    /// A new file cannot be what is asked for.
    NewFile(NewFileProblem),
    /// What is given to another program, or comes from one, is not what it should be.
    Exchange(ExchangeProblem),
    /// The page is written, and no browser shows it.
    Browser {
        /// The page.
        path: String,
    },
    /// Nothing can be sent.
    Send(SendProblem),
    /// The user's editor cannot be started.
    Editor {
        /// As it is called.
        editor: String,
        /// Why.
        error: io::Error,
    },
    /// A path that is not there, or not in the record.
    UnknownPath {
        /// As it was typed.
        path: String,
    },
    /// There is no record in or above the current folder.
    NoRecord,
    /// The folder that was named is no record's.
    NotARecord {
        /// The folder.
        folder: String,
    },
    /// Minutes that were approved are gone; they cannot be written again.
    ApprovedLost {
        /// The file, as it is seen from the current folder.
        path: String,
    },
    /// A file cannot be written.
    Write {
        /// The file, as it is seen from the current folder.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// git cannot do what the command needs of it.
    Git(GitProblem),
    /// The record cannot be shared.
    Share(ShareProblem),
    /// What was asked for cannot be written out.
    Output(io::Error),
}

/// What keeps a new file, council or record from being made as it was asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NewFileProblem {
    /// A new council cannot bear this name.
    BadCouncilName {
        /// As it was typed.
        typed: String,
        /// What it could be called instead.
        instead: Option<String>,
    },
    /// A residence named on the command line is not the landlord's.
    UnknownResidence {
        /// As it was typed.
        residence: String,
        /// The nearest one that there is.
        nearest: Option<String>,
        /// All that there are.
        known: Vec<String>,
    },
    /// A unit named on the command line is not the landlord's.
    UnknownUnit {
        /// As it was typed.
        unit: String,
        /// The nearest one that there is.
        nearest: Option<String>,
        /// All that there are.
        known: Vec<String>,
    },
    /// A text that is no period.
    NotAPeriod {
        /// As it was typed.
        typed: String,
    },
    /// A new file would take the place of one that is there.
    Exists {
        /// The file.
        path: String,
    },
    /// A new record would lie in another one.
    WithinRecord {
        /// The new record's folder.
        folder: String,
        /// The other one's.
        record: String,
    },
}

impl From<EditProblem> for Failure {
    fn from(problem: EditProblem) -> Self {
        Self::Edit(problem)
    }
}

impl From<ExchangeProblem> for Failure {
    fn from(problem: ExchangeProblem) -> Self {
        Self::Exchange(problem)
    }
}

impl From<SendProblem> for Failure {
    fn from(problem: SendProblem) -> Self {
        Self::Send(problem)
    }
}

impl From<NewFileProblem> for Failure {
    fn from(problem: NewFileProblem) -> Self {
        Self::NewFile(problem)
    }
}

impl From<ShareProblem> for Failure {
    fn from(problem: ShareProblem) -> Self {
        Self::Share(problem)
    }
}

impl From<GitProblem> for Failure {
    fn from(problem: GitProblem) -> Self {
        Self::Git(problem)
    }
}

impl Failure {
    /// Says what is in the way and what to do, in one sentence.
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::French => french::failure(self),
            Language::English => english::failure(self),
        }
    }
}

/// For logs and tests; users are told in their own language, by [`Failure::words`].
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}

impl std::error::Error for Failure {}
