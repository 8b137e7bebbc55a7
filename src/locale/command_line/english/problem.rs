//! What can be wrong with a command, and what keeps it from working, in English.

use std::io;

use crate::locale::command_line::{Failure, Language, NewFileProblem, NotHeld, UsageProblem, ValueProblem, joined};

pub(in crate::locale) fn usage_problem(problem: &UsageProblem) -> String {
    match problem {
        UsageProblem::UnknownOption { option, nearest } => {
            format!("there is no option {}{}", quoted(option), did_you_mean(nearest.as_deref()))
        }
        UsageProblem::MisplacedOption { option, instead } => {
            format!("there is no option {} here; write {}", quoted(option), any_of(instead))
        }
        UsageProblem::UnexpectedArgument { value } => {
            format!("{} is one too many: nothing more is expected", quoted(value))
        }
        UsageProblem::UnknownCommand { command, nearest } => {
            format!("there is no command {}{}", quoted(command), did_you_mean(nearest.as_deref()))
        }
        UsageProblem::Value { argument, problem } => value_problem(argument, problem),
        UsageProblem::MissingCommand => "say what is to be done".to_owned(),
        UsageProblem::MissingArguments { arguments } => format!("{} is missing", all_of(arguments)),
        UsageProblem::Conflict { argument, others } => {
            format!("{} does not go with {}", quoted(argument), all_of(others))
        }
        UsageProblem::Repeated { argument } => {
            format!("{} can be written only once", quoted(argument))
        }
        UsageProblem::NotUnicode => "a word of the command cannot be read: it is not UTF-8".to_owned(),
        UsageProblem::Malformed => "the command is malformed".to_owned(),
    }
}

fn value_problem(argument: &str, problem: &ValueProblem) -> String {
    let argument = quoted(argument);
    match problem {
        ValueProblem::Missing { possible } => {
            format!("{argument} lacks a value{}", write_one_of(possible))
        }
        ValueProblem::Invalid { value, possible } => {
            format!("{} does not suit {argument}{}", quoted(value), write_one_of(possible))
        }
        ValueProblem::NotADate { value } => {
            format!("{} is not a date: for {argument}, write year, month and day like this: 2023-05-10", quoted(value))
        }
        ValueProblem::NotAPeriod { value } => format!(
            "{} is not a period: for {argument}, write a date (2023-10-12), a month (2023-10), a quarter (2023-Q4), a half \
             (2023-S2), a week (2023-W15) or a year (2023)",
            quoted(value)
        ),
        ValueProblem::NotAnAmount { value } => {
            format!("{} is not an amount: for {argument}, write euros like this: 1200 or 1200.50", quoted(value))
        }
        ValueProblem::NotAWebAddress { value } => format!(
            "{} is no address of the web: for {argument}, write it like this: https://www.landlord.example/councils",
            quoted(value)
        ),
        ValueProblem::NotSeconds { value, least, most } => format!(
            "{} is not a number of seconds: for {argument}, write a whole number from {least} to {most}",
            quoted(value)
        ),
        ValueProblem::NotAPicture { value } => {
            format!("{} is no name of an SVG picture: for {argument}, write a name that ends in .svg", quoted(value))
        }
        ValueProblem::NotPoints { value } => format!(
            "{} is not a precision: for {argument}, write a number of points up to 50, like this: 5 or 2.5",
            quoted(value)
        ),
        ValueProblem::Unexpected { value } => {
            format!("{} is one too many after {argument}", quoted(value))
        }
    }
}

pub(in crate::locale) fn failure(failure: &Failure) -> String {
    match failure {
        Failure::UnknownCouncil { council, nearest, known } => format!(
            "there is no council {}{}{}",
            quoted(council),
            known_are("known councils", known),
            did_you_mean(nearest.as_deref())
        ),
        Failure::UnknownUnit { unit, nearest, known } => unknown_unit(unit, nearest.as_deref(), known),
        Failure::UnknownRule { rule, nearest } => unknown_rule(rule, nearest.as_deref()),
        Failure::UnknownSession { council, session, known } => format!(
            "the council {} has no session {}{}",
            quoted(council),
            quoted(session),
            known_are("known sessions", known)
        ),
        Failure::WhichCouncil { known } if known.is_empty() => {
            "no council yet: create one with council new-council".to_owned()
        }
        Failure::WhichCouncil { known } => {
            format!("say which council{}", known_are("known councils", known))
        }
        Failure::NoHeldSession { council } => {
            format!(
                "the council {} has held no session yet: once it has, write {} in the session's file",
                quoted(council),
                quoted("status: held")
            )
        }
        Failure::NotHeld { council, session, known } => not_held(council, session, *known),
        Failure::Document(problem) => problem.words(Language::English),
        Failure::Edit(problem) => problem.words(Language::English),
        Failure::Exchange(problem) => problem.words(Language::English),
        Failure::Send(problem) => problem.words(Language::English),
        Failure::NewFile(problem) => new_file_problem(problem),
        Failure::Git(problem) => problem.words(Language::English),
        Failure::Share(problem) => problem.words(Language::English),
        Failure::Browser { path } => no_browser(path),
        Failure::Editor { editor, error } => format!(
            "cannot open the editor {}: {}; the file is written: open it yourself, or name your editor in the \
             variable EDITOR",
            quoted(editor),
            input_output(error)
        ),
        Failure::UnknownPath { path } => {
            format!("{} is not in the record", quoted(path))
        }
        Failure::NotARecord { folder } => {
            format!("{} is no record: that folder has no landlord.yaml", quoted(folder))
        }
        Failure::ApprovedLost { path } => format!(
            "the approved minutes {} are gone, and cannot be written again: take them from git's history",
            quoted(path)
        ),
        Failure::Write { path, error } => unwritten(path, error),
        Failure::NoRecord => "no record in this folder or above it: go to the folder that holds landlord.yaml, \
             or name it with --record; to create one: council init FOLDER"
            .to_owned(),
        Failure::Output(error) => format!("cannot write the result: {}", input_output(error)),
    }
}

/// A file cannot be written: somebody changed it meanwhile, or something else is in the way.
fn unwritten(path: &str, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::ResourceBusy {
        return format!(
            "{} was changed meanwhile, in an editor perhaps: nothing was written into it; run the command again",
            quoted(path)
        );
    }
    format!("cannot write {}: {}; the file is as it was", quoted(path), input_output(error))
}

fn unknown_unit(unit: &str, nearest: Option<&str>, known: &[String]) -> String {
    format!("there is no unit {}{}{}", quoted(unit), known_are("known units", known), did_you_mean(nearest))
}

fn unknown_rule(rule: &str, nearest: Option<&str>) -> String {
    format!("there is no rule {}; council explain lists the rules{}", quoted(rule), did_you_mean(nearest))
}

fn not_held(council: &str, session: &str, known: NotHeld) -> String {
    let session = format!("the session {} of the council {}", quoted(session), quoted(council));
    match known {
        NotHeld::Cancelled => format!("{session} was cancelled: there are no minutes of it to write"),
        NotHeld::Coming => format!("{session} is still to come: there are no minutes of it to write yet"),
        NotHeld::NotSaid => {
            format!("{session} is not recorded as held: write {} in its file", quoted("status: held"))
        }
    }
}

fn new_file_problem(problem: &NewFileProblem) -> String {
    match problem {
        NewFileProblem::BadCouncilName { typed, instead } => format!(
            "{} cannot name a council's folder: it takes a name in lower case, without accents or spaces, \
             that is not used for something else{}",
            quoted(typed),
            did_you_mean(instead.as_deref())
        ),
        NewFileProblem::UnknownResidence { residence, known, .. } if known.is_empty() => {
            format!("there is no residence {}: landlord.yaml declares none yet", quoted(residence))
        }
        NewFileProblem::UnknownResidence { residence, nearest, known } => format!(
            "there is no residence {} in landlord.yaml{}{}",
            quoted(residence),
            known_are("known residences", known),
            did_you_mean(nearest.as_deref())
        ),
        NewFileProblem::UnknownUnit { unit, known, .. } if known.is_empty() => {
            format!("there is no management unit {}: landlord.yaml declares none yet", quoted(unit))
        }
        NewFileProblem::UnknownUnit { unit, nearest, known } => format!(
            "there is no management unit {} in landlord.yaml{}{}",
            quoted(unit),
            known_are("known units", known),
            did_you_mean(nearest.as_deref())
        ),
        NewFileProblem::NotAPeriod { typed } => format!(
            "{} is not a period: write a month (2023-10), a quarter (2023-Q4), a half (2023-S2), a year (2023), \
             a week (2023-W15) or a date (2023-10-12)",
            quoted(typed)
        ),
        NewFileProblem::Exists { path } => format!("{} is there already: nothing was written", quoted(path)),
        NewFileProblem::WithinRecord { folder, record } => {
            format!("{} lies in the record {}: a record cannot hold another one", quoted(folder), quoted(record))
        }
    }
}

fn input_output(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "no space is left on the disk".to_owned(),
        io::ErrorKind::PermissionDenied => "access is denied".to_owned(),
        io::ErrorKind::NotFound => "it is not found".to_owned(),
        io::ErrorKind::IsADirectory => "a folder bears that name".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "a file bears the name of one of these folders".to_owned()
        }
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        _ => error.to_string(),
    }
}

fn quoted(text: &str) -> String {
    format!("'{text}'")
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("; did you mean {}?", quoted(nearest)))
}

fn write_one_of(possible: &[String]) -> String {
    if possible.is_empty() { String::new() } else { format!(": write {}", any_of(possible)) }
}

fn known_are(title: &str, known: &[String]) -> String {
    if known.is_empty() { String::new() } else { format!("; {title}: {}", known.join(", ")) }
}

fn any_of(items: &[String]) -> String {
    joined(items, " or ", quoted)
}

fn all_of(items: &[String]) -> String {
    joined(items, " and ", quoted)
}

fn no_browser(path: &str) -> String {
    format!("{path} is written, but no browser opens: open that file yourself")
}
