//! English words for problems of a file as a file. None says YAML, mapping, sequence or scalar: each says what to
//! write.

use super::{did_you_mean, listed, sentences};
use crate::locale::problem::{Reading, TemplateFault, Words};
use crate::store::{ReadError, StrayReason};
use crate::yaml::{Expected, Found, MAX_BYTES, SyntaxCause, UnreadableCause};

pub(in crate::locale) fn reading(problem: &Reading) -> Words {
    match problem {
        Reading::Syntax(cause) => syntax(cause),
        Reading::UnknownKey { key, nearest, known } => Words {
            message: format!("“{key}” is not a known keyword here"),
            label: "unknown keyword".to_owned(),
            help: match nearest {
                Some(nearest) => format!("did you mean “{nearest}”?"),
                None => format!("possible keywords here: {}.", listed(known)),
            },
            ..Words::default()
        },
        Reading::MissingKey { key } => Words {
            message: format!("“{key}” is missing, or has no value"),
            label: format!("“{key}:” is required here"),
            help: format!("write “{key}:” and its value after it, on the same line or below."),
            ..Words::default()
        },
        Reading::WrongType { key, expected, found, quoted } => wrong_type(key, *expected, found, quoted.as_ref()),
        Reading::UnknownValue { key, value, nearest, known } => Words {
            message: format!("“{value}” is not a possible value of “{key}”"),
            label: "unknown value".to_owned(),
            help: sentences(&[format!("possible values: {}.", listed(known)), did_you_mean(nearest.as_ref())]),
            ..Words::default()
        },
        Reading::BadDate { text, period, meant, no_such_day } => bad_date(text, *period, meant.as_ref(), *no_such_day),
        Reading::BadAmount { text, ambiguous } => bad_amount(text, *ambiguous),
        Reading::DuplicateKey { key } => Words {
            message: format!("“{key}” is written twice"),
            label: "written a second time here".to_owned(),
            related: "written a first time here".to_owned(),
            help: "keep only one of the two, or give the second another name.".to_owned(),
            ..Words::default()
        },
        Reading::TextCut { kept, cut, sign } => text_cut(kept, cut, *sign),
        Reading::UnexpectedFile { name, reason } => unexpected_file(name, reason),
        Reading::Refused(error) => refused(*error),
        Reading::NoText(cause) => no_text(cause),
        Reading::ConflictMarkers => Words {
            message: "two versions of this file have not been reconciled".to_owned(),
            label: "mark left by the merge".to_owned(),
            help: "between the lines “<<<<<<<” and “>>>>>>>”, keep what is right, then delete the lines “<<<<<<<”, \
                   “=======” and “>>>>>>>”."
                .to_owned(),
            ..Words::default()
        },
        Reading::Template(fault) => template(fault),
    }
}

fn syntax(cause: &SyntaxCause) -> Words {
    let quotes = |proposal: &Option<String>| {
        proposal.as_ref().map_or_else(
            || "put the text in straight quotation marks \"…\".".to_owned(),
            |proposal| format!("put the text in quotation marks: {proposal}"),
        )
    };
    let (message, label, help) = match cause {
        SyntaxCause::ColonInText(proposal) => (
            "text that contains a colon must be in quotation marks".to_owned(),
            "this colon would be taken for the end of a keyword",
            quotes(proposal),
        ),
        SyntaxCause::TextAfterQuote(proposal) => (
            "text follows a closing quotation mark".to_owned(),
            "the program takes this for the end of the text",
            quotes(proposal),
        ),
        SyntaxCause::UnclosedQuote => (
            "a quotation mark is opened and never closed".to_owned(),
            "opened here",
            "add the closing quotation mark at the end of the text, or remove this one.".to_owned(),
        ),
        SyntaxCause::SpecialStart(sign, proposal) => (
            format!("text cannot begin with “{sign}” unless it is in quotation marks"),
            "this sign has a meaning of its own",
            quotes(proposal),
        ),
        SyntaxCause::Tab => (
            "a tab stands where spaces should".to_owned(),
            "tab",
            "replace the tab with spaces: two for each level.".to_owned(),
        ),
        SyntaxCause::Bracket => (
            "a square or curly bracket lacks its partner".to_owned(),
            "reading stops here",
            "write one thing per line instead, without square or curly brackets; text that contains one goes in \
             quotation marks."
                .to_owned(),
        ),
        SyntaxCause::Indentation => (
            "this line is not aligned with its neighbours".to_owned(),
            "out of line",
            "lines of the same level begin in the same column; what belongs to a line is moved two spaces to the \
             right."
                .to_owned(),
        ),
        SyntaxCause::MissingColon => (
            "the colon after a keyword is missing".to_owned(),
            "“keyword: value” expected",
            "write the keyword, a colon, a space, then the value; where a text goes on, move the line two spaces to \
             the right."
                .to_owned(),
        ),
        SyntaxCause::SecondDocument => (
            "the file contains a second document".to_owned(),
            "second document from here on",
            "delete this line “---”; a file holds only one document.".to_owned(),
        ),
        SyntaxCause::TooDeep => (
            "this file has too many levels, one inside the other".to_owned(),
            "too deep",
            "write one thing per line, without square or curly brackets.".to_owned(),
        ),
        SyntaxCause::Backslash => (
            "a backslash “\\” means nothing here".to_owned(),
            "“\\” in quotation marks",
            "double it: “\\\\”.".to_owned(),
        ),
        SyntaxCause::Other => (
            "this line cannot be read".to_owned(),
            "reading stops here",
            "write “keyword: value”, one thing per line; text that contains signs such as : # [ or { goes in quotation \
             marks."
                .to_owned(),
        ),
    };
    Words { message, label: label.to_owned(), help, ..Words::default() }
}

fn wrong_type(key: &str, expected: Expected, found: &Found, quoted: Option<&String>) -> Words {
    let (wanted, example) = wanted(expected);
    if let (Expected::Text, Some(quoted)) = (expected, quoted) {
        return Words {
            message: "text that contains a colon, or square or curly brackets, must be in quotation marks".to_owned(),
            label: "this is not read as text".to_owned(),
            help: format!("put the text in quotation marks: {quoted}"),
            ..Words::default()
        };
    }
    let subject = if key.is_empty() { "this file".to_owned() } else { format!("“{key}”") };
    let label = match found {
        Found::Blank => "nothing is written".to_owned(),
        Found::Text(text) => format!("“{}” is written", short(text)),
        Found::List => "this is a list of “-” lines".to_owned(),
        Found::Map => "these are “keyword: value” lines".to_owned(),
    };
    let yes_no = match (expected, found) {
        (Expected::Boolean, Found::Text(text)) => match text.to_lowercase().as_str() {
            "oui" | "yes" | "vrai" | "true" | "on" => "for “yes”, write true.".to_owned(),
            "non" | "no" | "faux" | "false" | "off" => "for “no”, write false.".to_owned(),
            _ => String::new(),
        },
        (Expected::Id, Found::Text(text)) => {
            let suggestion = crate::model::Id::suggestion(text);
            if suggestion.is_empty() { String::new() } else { format!("For example “{suggestion}”.") }
        }
        _ => String::new(),
    };
    Words {
        message: format!("{subject} should be {wanted}"),
        label,
        help: sentences(&[example.to_owned(), yes_no]),
        ..Words::default()
    }
}

/// What a form of value is called, and an example of it. The name follows "should be".
fn wanted(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Text => ("text", "write the text on the same line."),
        Expected::Boolean => ("true or false", ""),
        Expected::Count => ("a whole number", "write digits only, for example 120."),
        Expected::Decimal => ("a number", "for example 78.6."),
        Expected::Date => ("a date", "for example 2023-05-10."),
        Expected::Period => ("a period", "for example 2023, 2023-S2, 2023-Q4, 2023-10, 2023-W15 or 2023-05-10."),
        Expected::Amount => ("an amount in euros", "for example 1200 or 1200.50."),
        Expected::Time => ("a time of day", "for example 18:30 or 18h30."),
        Expected::Id => (
            "a name made of lower-case letters without accents, digits and hyphens",
            "this is the name that the other files refer to.",
        ),
        Expected::Year => ("a year", "for example 2023."),
        Expected::List => ("a list", "write one thing per line, each after “-” and a space."),
        Expected::Map => (
            "made of “keyword: value” lines",
            "write each keyword on its own line; what belongs to a line is moved two spaces to the right.",
        ),
        Expected::Outcome => (
            "a list of outcomes, each of one kind only: information, decision, action or postponed",
            "begin each outcome with “- information:”, “- decision:”, “- action:” or “- postponed:”.",
        ),
        Expected::Measure => (
            "just one measure",
            "write one of: minutes_within_days, sessions_per_year, question with at_least, actions_on_time.",
        ),
        Expected::ReportedFigure => {
            ("a list of figures, one per entry", "keep one of these in each entry: points, percent, mark.")
        }
        Expected::Votes => {
            ("the count of the votes", "write “unanimous”, or the lines “for:”, “against:” and “abstained:”.")
        }
        Expected::Grant => ("an amount, or the lines “upkeep:”, “investment:” and “carried_over:”", ""),
        Expected::Signature => {
            ("the date of a signature", "for example 2023-01-15, 2023, or “undated” if it is unknown.")
        }
        Expected::FirstNumber => ("a number or “none”", "write “none” if the council does not number its sessions."),
    }
}

fn bad_date(text: &str, period: bool, meant: Option<&String>, no_such_day: bool) -> Words {
    let (kind, forms) = if period {
        ("a period", "a period is written 2023, 2023-S2, 2023-Q4, 2023-10, 2023-W15 or 2023-05-10.")
    } else {
        ("a date", "a date is written year-month-day, for example 2023-05-10.")
    };
    let message = if no_such_day {
        format!("“{}” is not in the calendar from 1900 to 2199", short(text))
    } else {
        format!("“{}” is not {kind}", short(text))
    };
    let label = if no_such_day { "not in the calendar" } else { "cannot be read" };
    let help = match meant {
        Some(meant) => format!("write {meant}."),
        None => forms.to_owned(),
    };
    Words { message, label: label.to_owned(), help, ..Words::default() }
}

fn bad_amount(text: &str, ambiguous: bool) -> Words {
    let (label, help) = if ambiguous {
        (
            "thousands, or thousandths?",
            "write 1200 for one thousand two hundred euros, 1.20 for one euro and twenty cents.",
        )
    } else {
        (
            "cannot be read",
            "an amount is written 1200 or 1200.50, in euros, with two decimals at most and no comma between \
             thousands.",
        )
    };
    let message = format!("“{}” is not an amount", short(text));
    Words { message, label: label.to_owned(), help: help.to_owned(), ..Words::default() }
}

fn text_cut(kept: &str, cut: &str, sign: char) -> Words {
    let message = if kept.is_empty() {
        format!("the text “{}” is taken for a comment", short(cut))
    } else {
        format!("only “{}” is read of this text", short(kept))
    };
    // A comma is not what is underlined: it stands before the words that it cut off.
    let (label, help) = if sign == '#' {
        (
            format!("this “{sign}” cuts the text short"),
            "put the whole text in quotation marks; if this is a comment, leave a space after “#”.",
        )
    } else {
        (format!("cut off by the “{sign}” before it"), "put the whole text in quotation marks.")
    };
    Words { message, label, help: help.to_owned(), ..Words::default() }
}

fn unexpected_file(name: &str, reason: &StrayReason) -> Words {
    let (message, help) = match reason {
        StrayReason::Misnamed(near) => {
            (format!("“{name}” does not have the name that it should"), format!("rename it “{near}”."))
        }
        StrayReason::NoCouncil => (
            format!("the folder “{name}” is not that of any council"),
            "the folder of a council contains a file council.yaml; other documents go in a folder named attachments."
                .to_owned(),
        ),
        StrayReason::NoSession(session) => (
            format!("the minutes “{name}” belong to no session"),
            format!("create sessions/{session}.yaml, or delete these minutes."),
        ),
        StrayReason::NoSuchDate => (
            format!("“{name}” bears a date that does not exist"),
            "name it after the day of the session, for example 2023-05-10.yaml.".to_owned(),
        ),
        StrayReason::Unreadable(error) => {
            return Words { message: format!("the folder “{name}” cannot be read"), ..refused(*error) };
        }
        StrayReason::Unknown => (
            format!("“{name}” does not belong here"),
            "move it out of the record, or into a folder named attachments.".to_owned(),
        ),
    };
    Words { message, help, ..Words::default() }
}

fn refused(error: ReadError) -> Words {
    let (message, help) = match error {
        ReadError::Missing => ("this file is missing", "put it back, or remove what refers to it."),
        ReadError::IsFolder => ("a folder here bears the name of a file", "rename this folder or move it."),
        ReadError::BrokenLink => {
            ("this shortcut leads nowhere", "put back the file that it leads to, or delete the shortcut.")
        }
        ReadError::Forbidden => (
            "you do not have permission to read this file",
            "ask whoever looks after this computer for permission to read it.",
        ),
        ReadError::TooLarge(bytes) => return too_large(bytes),
        ReadError::NotAFile => ("this is not an ordinary file", "put an ordinary file in its place."),
        ReadError::Other(_) => ("this file cannot be read", "check the disk, then try again."),
    };
    Words { message: message.to_owned(), help: help.to_owned(), ..Words::default() }
}

fn too_large(bytes: u64) -> Words {
    let (size, most) = (bytes.div_ceil(1 << 20), MAX_BYTES >> 20);
    Words {
        message: format!("this file is {size} MB, more than the {most} MB allowed"),
        help: "a file of the record is only a few pages long: put other documents in a folder named attachments."
            .to_owned(),
        ..Words::default()
    }
}

fn no_text(cause: &UnreadableCause) -> Words {
    match cause {
        UnreadableCause::NotUtf8 => Words {
            message: "this file is not saved as UTF-8".to_owned(),
            label: "unreadable from here on".to_owned(),
            help: "in your editor, save it again and choose the encoding UTF-8.".to_owned(),
            ..Words::default()
        },
        UnreadableCause::ControlCharacter(sign) => Words {
            message: format!("an invisible character (U+{:04X}) has slipped into the text", u32::from(*sign)),
            label: "invisible character here".to_owned(),
            help: "delete it, then type the word again.".to_owned(),
            ..Words::default()
        },
        UnreadableCause::TooLarge { bytes } => too_large(*bytes as u64),
    }
}

fn template(fault: &TemplateFault) -> Words {
    match fault {
        TemplateFault::UnknownVariable { name, nearest, known } => Words {
            message: format!("the template refers to “{name}”, which does not exist"),
            label: "unknown".to_owned(),
            help: match nearest {
                Some(nearest) => format!("did you mean “{nearest}”?"),
                None => "the variables of a template are described in docs/templates.md.".to_owned(),
            },
            ..Words::default()
        },
        TemplateFault::UnknownFunction { name } => Words {
            message: format!("the template uses “{name}”, which does not exist"),
            label: "unknown".to_owned(),
            help: "the functions of a template are described in docs/templates.md.".to_owned(),
            ..Words::default()
        },
        TemplateFault::TooLong => Words {
            message: "the template runs for too long".to_owned(),
            label: "the loop is too long".to_owned(),
            help: "make this loop shorter.".to_owned(),
            ..Words::default()
        },
        TemplateFault::Other { detail } => Words {
            message: "the template cannot be used".to_owned(),
            label: detail.clone(),
            help: "check that each “{{” has its “}}”, and each “{% if %}” or “{% for %}” its end.".to_owned(),
            ..Words::default()
        },
    }
}

/// The beginning of a long text, on one line.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= MOST && line.len() == text.len() {
        return line.to_owned();
    }
    let shown: String = line.chars().take(MOST).collect();
    format!("{}…", shown.trim_end())
}
