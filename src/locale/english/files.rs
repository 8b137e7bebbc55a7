//! English words for a file that has no place in the record, cannot be opened or is no text, and for templates.

use super::did_you_mean;
use crate::locale::phrase::{short, words};
use crate::locale::problem::{TemplateFault, Words};
use crate::store::{ReadError, StrayReason};
use crate::yaml::{MAX_BYTES, UnreadableCause};

pub(super) fn unexpected_file(name: &str, reason: &StrayReason) -> Words {
    let (message, help) = match reason {
        StrayReason::Misnamed(near) => {
            (format!("“{name}” does not have the name that it should"), format!("rename it “{near}”."))
        }
        StrayReason::NoCouncil => (
            format!("the folder “{name}” is not that of any council"),
            "the folder of a council contains a file council.yaml; other documents go in a folder named “attachments”."
                .to_owned(),
        ),
        StrayReason::NoSession(session) => (
            format!("the minutes “{name}” belong to no session"),
            format!(
                "create the session sessions/{session}.yaml in the folder of the council, or give these minutes their \
                 proper name again."
            ),
        ),
        StrayReason::NoSuchDate => (
            format!("“{name}” bears a date that does not exist"),
            "name it after the day of the session, for example 2023-05-10.yaml.".to_owned(),
        ),
        StrayReason::Unreadable(error) => return unreadable_folder(name, *error),
        StrayReason::Unknown => (
            format!("“{name}” does not belong here"),
            "move it out of the record, or into a folder named “attachments”.".to_owned(),
        ),
    };
    words(message, "", help)
}

/// The folder without a name is that of the whole record.
fn unreadable_folder(name: &str, error: ReadError) -> Words {
    let folder =
        if name.is_empty() { "the folder of the record".to_owned() } else { format!("the folder “{name}”") };
    Words { message: format!("{folder} cannot be read"), ..refused(error) }
}

pub(super) fn refused(error: ReadError) -> Words {
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
    words(message, "", help)
}

fn too_large(bytes: u64) -> Words {
    let (size, most) = (bytes.div_ceil(1 << 20), MAX_BYTES >> 20);
    words(
        format!("this file is {size} MB, more than the {most} MB allowed"),
        "",
        "a file of the record is only a few pages long: put other documents in a folder named “attachments”.",
    )
}

pub(super) fn no_text(cause: &UnreadableCause) -> Words {
    match cause {
        UnreadableCause::NotUtf8 => words(
            "this file is not saved as UTF-8",
            "unreadable from here on",
            "in your text editor, save it again and choose the encoding UTF-8.",
        ),
        UnreadableCause::ControlCharacter(sign) => words(
            format!("an invisible character (U+{:04X}) has slipped into the text", u32::from(*sign)),
            "invisible character here",
            "delete the whole word, then type it again.",
        ),
        UnreadableCause::TooLarge { bytes } => too_large(*bytes as u64),
    }
}

pub(super) fn template(fault: &TemplateFault) -> Words {
    match fault {
        TemplateFault::UnknownVariable { name, nearest, known } => words(
            format!("the template refers to “{name}”, which does not exist"),
            "unknown",
            match nearest {
                Some(_) => did_you_mean(nearest.as_ref()),
                // All of them: there is no other place where a user could read them.
                None => format!("possible variables: {}.", known.join(", ")),
            },
        ),
        TemplateFault::UnknownFunction { name } => words(
            format!("the template uses “{name}”, which does not exist"),
            "unknown",
            "possible functions: capital, cell, counted, elide, list, number, plural, and those of Jinja (join, length, default…).",
        ),
        TemplateFault::TooLong => {
            words("the template runs for too long", "the loop is too long", "make this loop shorter.")
        }
        TemplateFault::WrongArguments { name } => words(
            format!("the template gives too much or too little to “{}”", short(name)),
            "to complete or to shorten",
            "a function is given what stands in its brackets, for example plural(\"day\", \"days\").",
        ),
        TemplateFault::Impossible { name } => words(
            format!("“{}” cannot be worked out", short(name)),
            "impossible",
            "what may be missing goes between “{% if … %}” and “{% endif %}”; a list is gone through with “{% for … %}”.",
        ),
        TemplateFault::WritesNothing => words(
            "this template writes nothing",
            "an empty document",
            "write the text of the document there; or delete this file, to return to the original template.",
        ),
        TemplateFault::Malformed => words(
            "the template is not well formed",
            "reading stops here",
            "check that each “{{” has its “}}”, each “{% if %}” its “{% endif %}”, and each “{% for %}” its \
             “{% endfor %}”.",
        ),
    }
}
