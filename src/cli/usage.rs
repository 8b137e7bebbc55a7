//! Mistyped commands, said in plain words in the user's language: clap finds what is wrong, `locale` says it, and the
//! usage of the command that was meant follows.

use std::error::Error;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use clap::Command;
use clap::builder::{PossibleValuesParser, RangedI64ValueParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use council::locale::command_line::{UsageProblem, ValueProblem};
use council::model::{Date, Decimal, Euros, PeriodError, SessionId};

use super::ui::Ui;

/// How alike two names must be for the one to be offered for the other: clap's own measure.
const ALIKE: f64 = 0.7;

/// A text that is not what an argument takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BadValue {
    /// It should be a date.
    Date,
    /// It should be a period.
    Period,
    /// It should be an amount.
    Amount,
    /// It should be a number of points.
    Points,
    /// It should be a number of seconds, this one at least.
    #[cfg_attr(not(feature = "mail"), allow(dead_code, reason = "only `send` asks for it"))]
    Seconds(u64),
    /// It should be the name of a picture.
    Picture,
    /// It should be the address of a page.
    WebAddress,
    /// It should be one of a list of words.
    Word,
}

impl fmt::Display for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Date => "not a date",
            Self::Period => "not a period",
            Self::Amount => "not an amount",
            Self::Points => "not a number of points",
            Self::Seconds(_) => "not a number of seconds",
            Self::Picture => "not the name of a picture",
            Self::WebAddress => "not an address of the web",
            Self::Word => "not one of the words",
        })
    }
}

impl Error for BadValue {}

/// Reads a year that a record may be of.
pub fn years() -> RangedI64ValueParser<i32> {
    RangedI64ValueParser::new().range(i64::from(*Date::YEARS.start())..=i64::from(*Date::YEARS.end()))
}

/// Reads a date of the form 2023-05-10, and no other.
pub fn date(text: &str) -> Result<Date, BadValue> {
    text.parse().map_err(|_| BadValue::Date)
}

/// Reads the name of a session: 2023-05-10, or 2023-05-10-2 for a second one that day.
pub fn session(text: &str) -> Result<SessionId, BadValue> {
    text.parse().map_err(|_| BadValue::Date)
}

/// Reads a period: 2023-Q4, 2023-10, 2023-05-10.
pub fn period<T: FromStr<Err = PeriodError>>(text: &str) -> Result<T, BadValue> {
    text.parse().map_err(|_| BadValue::Period)
}

/// Reads an amount in euros: 1200, 1200,50.
pub fn amount(text: &str) -> Result<Euros, BadValue> {
    text.parse().map_err(|_| BadValue::Amount)
}

/// Reads a precision in percentage points, above zero and up to 50: 5, or 2,5.
pub fn points(text: &str) -> Result<Decimal, BadValue> {
    let points: Decimal = text.parse().map_err(|_| BadValue::Points)?;
    let is_precision = points > Decimal::default() && points.as_f64() <= 50.0;
    if is_precision { Ok(points) } else { Err(BadValue::Points) }
}

/// How many seconds may be asked for at most.
const HOUR: u64 = 3600;

/// Reads a number of seconds, up to an hour.
#[cfg_attr(not(feature = "mail"), allow(dead_code, reason = "only `send` asks for it"))]
pub fn seconds<const LEAST: u64>(text: &str) -> Result<u64, BadValue> {
    text.parse().ok().filter(|number| (LEAST..=HOUR).contains(number)).ok_or(BadValue::Seconds(LEAST))
}

/// Reads the name of a picture to be written, which is an SVG.
pub fn picture(text: &str) -> Result<PathBuf, BadValue> {
    let path = PathBuf::from(text);
    let is_svg = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("svg"));
    if is_svg { Ok(path) } else { Err(BadValue::Picture) }
}

/// Reads one of these words for what it stands for.
pub fn word<T: Copy + Send + Sync + 'static, const N: usize>(
    words: [(T, &'static str); N],
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(words.map(|(_, word)| word)).try_map(move |typed| {
        let meant = words.iter().find(|(_, word)| *word == typed);
        meant.map(|(value, _)| *value).ok_or(BadValue::Word)
    })
}

/// Reads an address of the web.
pub fn web_address(text: &str) -> Result<String, BadValue> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_plain = |sign: char| sign.is_ascii_graphic() && !matches!(sign, '"' | '<' | '>' | '\\' | '\'');
    match rest {
        Some(rest) if !rest.is_empty() && rest.chars().all(is_plain) => Ok(text.to_owned()),
        Some(_) | None => Err(BadValue::WebAddress),
    }
}

/// Says on stderr what is wrong with the arguments, and how the command that was meant is used.
pub fn explain(error: &clap::Error, root: &Command, args: &[OsString], ui: &mut Ui) {
    let language = ui.language();
    let headings = &language.command_line().headings;
    let command = meant(root, args);
    let usage = command.clone().help_template("{usage}").render_help();
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    ui.error(&problem(error, root).words(language));
    ui.err(&format!("\n{}: {usage}{}: {name} --help\n", headings.usage, headings.more));
}

/// The command that the arguments call, as far as they can be read.
fn meant<'c>(root: &'c Command, args: &[OsString]) -> &'c Command {
    let matches = root.clone().ignore_errors(true).try_get_matches_from(args).ok();
    let found = matches.and_then(|matches| root.find_subcommand(matches.subcommand_name()?));
    let Some(command) = found else { return root };
    // Of a mistyped command within a command, clap keeps only the outer one.
    let inner = args.iter().filter_map(|word| word.to_str()).find_map(|word| command.find_subcommand(word));
    inner.unwrap_or(command)
}

fn problem(error: &clap::Error, root: &Command) -> UsageProblem {
    let argument = text(error, ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => unknown_argument(argument, suggested_option(error), root),
        ErrorKind::InvalidSubcommand => unknown_command(text(error, ContextKind::InvalidSubcommand), root),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::TooManyValues => {
            UsageProblem::Value { argument, problem: value_problem(error) }
        }
        ErrorKind::MissingRequiredArgument => {
            UsageProblem::MissingArguments { arguments: texts(error, ContextKind::InvalidArg) }
        }
        ErrorKind::ArgumentConflict => conflict(argument, texts(error, ContextKind::PriorArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            UsageProblem::MissingCommand
        }
        ErrorKind::InvalidUtf8 => UsageProblem::NotUnicode,
        _ => UsageProblem::Malformed,
    }
}

fn value_problem(error: &clap::Error) -> ValueProblem {
    let value = text(error, ContextKind::InvalidValue);
    let possible = texts(error, ContextKind::ValidValue);
    if error.kind() == ErrorKind::TooManyValues {
        ValueProblem::Unexpected { value }
    } else if value.is_empty() {
        ValueProblem::Missing { possible }
    } else {
        match error.source().and_then(<dyn Error>::downcast_ref::<BadValue>) {
            Some(BadValue::Date) => ValueProblem::NotADate { value },
            Some(BadValue::Period) => ValueProblem::NotAPeriod { value },
            Some(BadValue::Amount) => ValueProblem::NotAnAmount { value },
            Some(BadValue::Points) => ValueProblem::NotPoints { value },
            Some(BadValue::Seconds(least)) => ValueProblem::NotSeconds { value, least: *least, most: HOUR },
            Some(BadValue::Picture) => ValueProblem::NotAPicture { value },
            Some(BadValue::WebAddress) => ValueProblem::NotAWebAddress { value },
            Some(BadValue::Word) | None => ValueProblem::Invalid { value, possible },
        }
    }
}

fn unknown_argument(argument: String, nearest: Option<String>, root: &Command) -> UsageProblem {
    if !argument.starts_with('-') {
        return UsageProblem::UnexpectedArgument { value: argument };
    }
    let instead = commands_taking(&argument, root);
    if instead.is_empty() {
        UsageProblem::UnknownOption { option: argument, nearest }
    } else {
        UsageProblem::MisplacedOption { option: argument, instead }
    }
}

fn unknown_command(command: String, root: &Command) -> UsageProblem {
    if command.starts_with('-') {
        // Only `council help --option` comes here: after `help`, clap takes every word for a command.
        UsageProblem::UnexpectedArgument { value: command }
    } else {
        UsageProblem::UnknownCommand { nearest: nearest_command(&command, root), command }
    }
}

fn conflict(argument: String, others: Vec<String>) -> UsageProblem {
    if others.iter().all(|other| *other == argument) {
        UsageProblem::Repeated { argument }
    } else {
        UsageProblem::Conflict { argument, others }
    }
}

fn commands_taking(option: &str, root: &Command) -> Vec<String> {
    let Some(long) = option.strip_prefix("--") else { return Vec::new() };
    let inner = |command: &Command| command.get_subcommands().cloned().collect::<Vec<_>>();
    let commands = root.get_subcommands().flat_map(|command| std::iter::once(command.clone()).chain(inner(command)));
    commands
        .filter(|command| command.get_arguments().any(|arg| arg.get_long() == Some(long)))
        .map(|command| format!("{} {option}", command.get_bin_name().unwrap_or_else(|| command.get_name())))
        .collect()
}

fn nearest_command(typed: &str, root: &Command) -> Option<String> {
    root.get_subcommands()
        .map(|command| (strsim::jaro(typed, command.get_name()), command.get_name()))
        .filter(|(likeness, _)| *likeness > ALIKE)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name.to_owned())
}

fn suggested_option(error: &clap::Error) -> Option<String> {
    texts(error, ContextKind::SuggestedArg).into_iter().next()
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    texts(error, kind).concat()
}

fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![bare(text, kind)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| bare(text, kind)).collect(),
        _ => Vec::new(),
    }
}

/// Takes the signs of a usage line off an argument's name: `[COUNCIL]` is COUNCIL.
fn bare(text: &str, kind: ContextKind) -> String {
    let argument = matches!(kind, ContextKind::InvalidArg | ContextKind::PriorArg);
    if argument && text.starts_with(['[', '<']) {
        text.trim_matches(['[', ']', '<', '>', '.']).to_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_date_is_a_date() {
        assert_eq!(date("2023-05-10"), "2023-05-10".parse().map_err(|_| BadValue::Date));
        for text in ["2023-5-10", "10/05/2023", "2023-02-30", "2023-05", "", " 2023-05-10"] {
            assert_eq!(date(text), Err(BadValue::Date), "{text}");
        }
    }
}
