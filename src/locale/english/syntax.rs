//! English words for a text that is not well formed.

use crate::locale::phrase::words;
use crate::locale::problem::Words;
use crate::yaml::SyntaxCause;

pub(super) fn syntax(cause: &SyntaxCause) -> Words {
    match cause {
        SyntaxCause::ColonInText(proposal) => in_quotes(
            "text that contains a colon followed by a space must be in quotation marks",
            "this colon would be taken for the end of a keyword",
            proposal.as_ref(),
        ),
        SyntaxCause::TextAfterQuote(proposal) => in_quotes(
            "the text goes on after the quotation mark or apostrophe that closes it",
            "for the program, the text ends here",
            proposal.as_ref(),
        ),
        SyntaxCause::SpecialStart(sign, proposal) => in_quotes(
            &format!("text cannot begin with “{sign}” unless it is in quotation marks"),
            "this sign has a meaning of its own",
            proposal.as_ref(),
        ),
        SyntaxCause::UnclosedQuote => unclosed_quote(),
        SyntaxCause::Tab => {
            words("a tab stands where spaces should", "tab", "replace the tab with spaces: two for each level.")
        }
        SyntaxCause::Bracket => bracket(),
        SyntaxCause::Indentation => indentation(),
        SyntaxCause::MissingColon => missing_colon(),
        SyntaxCause::SecondDocument => words(
            "the file contains a second document",
            "second document from here on",
            "delete the line “---”: a file holds only one document.",
        ),
        SyntaxCause::TooDeep => words(
            "this file has too many levels, one inside the other",
            "one level too many",
            "write one thing per line, without square or curly brackets.",
        ),
        SyntaxCause::Backslash => {
            words("a backslash “\\” means nothing here", "“\\” in quotation marks", "write it twice: “\\\\”.")
        }
        SyntaxCause::Other => other(),
    }
}

/// A problem that quotation marks mend, with the text as it should be written where that is known.
fn in_quotes(message: &str, label: &str, proposal: Option<&String>) -> Words {
    match proposal {
        Some(proposal) => {
            Words { proposal: proposal.clone(), ..words(message, label, "put the text in quotation marks:") }
        }
        None => words(message, label, "put the text in straight quotation marks \"…\"."),
    }
}

fn unclosed_quote() -> Words {
    words(
        "a quotation mark or apostrophe opened at the beginning of a text is never closed",
        "opened here",
        "close it at the end of the text, or remove it; text that begins with an apostrophe goes in straight \
         quotation marks \"…\".",
    )
}

fn bracket() -> Words {
    words(
        "a square or curly bracket is not closed, or is closed once too often",
        "reading stops here",
        "write one thing per line instead, without square or curly brackets; text that contains one goes in straight \
         quotation marks \"…\".",
    )
}

fn indentation() -> Words {
    words(
        "this line is not aligned with its neighbours",
        "out of line",
        "lines of the same level begin in the same column; what belongs to a line is moved two spaces to the right.",
    )
}

fn missing_colon() -> Words {
    words(
        "the colon after a keyword is missing",
        "“keyword: value” expected",
        "write the keyword, a colon, a space, then the value; where a text goes on below, move its lines two spaces to \
         the right.",
    )
}

fn other() -> Words {
    words(
        "this line cannot be read",
        "reading stops here",
        "write “keyword: value”, one thing per line; text that contains signs such as “:”, “#”, “[” or “{” goes in \
         straight quotation marks \"…\".",
    )
}
