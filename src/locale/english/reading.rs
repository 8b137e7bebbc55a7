//! English words for problems of a file as a file; those of its syntax, its values and its place have files of their
//! own.

use super::files::{no_text, refused, template, unexpected_file};
use super::syntax::syntax;
use super::values::{bad_amount, bad_date, unknown_value, wrong_type};
use super::{did_you_mean, listed};
use crate::locale::phrase::{short, words};
use crate::locale::problem::{Reading, Words};

pub(in crate::locale) fn reading(problem: &Reading) -> Words {
    match problem {
        Reading::Syntax(cause) => syntax(cause),
        Reading::UnknownKey { key, nearest, known } => unknown_key(key, nearest.as_ref(), known),
        Reading::MissingKey { key } => words(
            format!("“{key}” is missing, or has no value"),
            format!("“{key}:” is required here"),
            format!("write “{key}:” and its value after it, on the same line or below."),
        ),
        Reading::WrongType { key, expected, found, quoted } => wrong_type(key, *expected, found, quoted.as_ref()),
        Reading::UnknownValue { key, value, nearest, known } => unknown_value(key, value, nearest.as_ref(), known),
        Reading::BadDate { text, period, meant, no_such_day } => bad_date(text, *period, meant.as_ref(), *no_such_day),
        Reading::BadAmount { text, ambiguous } => bad_amount(text, *ambiguous),
        Reading::DuplicateKey { key } => Words {
            related: "written a first time here".to_owned(),
            ..words(
                format!("“{key}” is written twice"),
                "written a second time here",
                "keep only one of the two, or give the second another name.",
            )
        },
        Reading::TextCut { kept, cut, sign } => text_cut(kept, cut, *sign),
        Reading::UnexpectedFile { name, reason } => unexpected_file(name, reason),
        Reading::Refused(error) => refused(*error),
        Reading::NoText(cause) => no_text(cause),
        Reading::ConflictMarkers => conflict_markers(),
        Reading::Template(fault) => template(fault),
    }
}

fn unknown_key(key: &str, nearest: Option<&String>, known: &[String]) -> Words {
    let help = match nearest {
        Some(_) => did_you_mean(nearest),
        None => format!("possible keywords here: {}.", listed(known)),
    };
    words(format!("“{}” is not a known keyword here", short(key)), "unknown keyword", help)
}

fn text_cut(kept: &str, cut: &str, sign: char) -> Words {
    let message = if kept.is_empty() {
        format!("“{}” is not read", short(cut))
    } else {
        format!("only “{}” is read of this text", short(kept))
    };
    // A comma is not what is underlined: it stands before the words that it cut off.
    if sign == '#' {
        words(
            message,
            format!("this “{sign}” cuts the text short"),
            "put the whole text in straight quotation marks \"…\"; if what follows is a remark that the program is not \
             meant to read, leave a space after “#”.",
        )
    } else {
        words(
            message,
            "cut off from the text by the comma",
            "put the whole text, with the comma, in straight quotation marks \"…\".",
        )
    }
}

fn conflict_markers() -> Words {
    words(
        "this file mixes two versions, and nobody has chosen between them",
        "mark left by the merge of the two versions",
        "between the lines “<<<<<<<” and “>>>>>>>”, keep what is right, then delete the lines “<<<<<<<”, “=======” and \
         “>>>>>>>”.",
    )
}
