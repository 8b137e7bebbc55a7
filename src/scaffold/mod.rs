//! Scaffolds: from what the record knows to the text of a new file, with a comment above each field. Used by `init`,
//! `new-council`, `new-session`, `new-survey`, `action add` and `kit`.
//!
//! The wording is a template a language, in `templates/`; nothing here reads or writes a file.

mod council;
mod plan;
mod remark;
mod session;
mod settings;
mod survey;

pub use council::{NewCouncil, council};
pub use plan::plan;
pub use session::{Preset, PresetPoint, announced_date, announced_period, session, session_with};
pub use settings::{EDITOR_CONFIG, EDITOR_EXTENSIONS, EDITOR_SETTINGS, ignored, landlord, pre_commit};
pub use survey::survey;

use crate::document::render_built_in;
use crate::locale::no_break;
use crate::model::{Language, WrittenFile};
use crate::store::{Layout, Store};
use serde::Serialize;

/// The wording of a scaffold in each language.
struct Wording {
    french: &'static str,
    english: &'static str,
}

/// Takes both languages' templates of this name.
macro_rules! wording {
    ($name:literal) => {
        $crate::scaffold::Wording {
            french: include_str!(concat!("../../templates/fr/", $name)),
            english: include_str!(concat!("../../templates/en/", $name)),
        }
    };
}
use wording;

impl Wording {
    /// The scaffold over these facts. Its comments have the language's typography; values stay as they are.
    fn filled(&self, facts: &impl Serialize, language: Language) -> String {
        let template = match language {
            Language::French => self.french,
            Language::English => self.english,
        };
        let text = render_built_in(template, facts, language);
        text.lines()
            .map(|line| if is_prose(line) { no_break(line, language) } else { line.to_owned() })
            .flat_map(|line| [line, "\n".to_owned()])
            .collect()
    }
}

/// The line that tells any editor where a file's schema is.
fn modeline(file: WrittenFile) -> String {
    let above = match file {
        WrittenFile::Landlord | WrittenFile::Charter | WrittenFile::Coaching => "",
        WrittenFile::Council | WrittenFile::Plan => "../",
        WrittenFile::Session | WrittenFile::Survey => "../../",
    };
    format!("# yaml-language-server: $schema={above}{}\n", Layout::schema(file))
}

/// The text of a new file, with that line where the record has the schema: an editor would complain of one it lacks.
fn with_schema(store: &Store, file: WrittenFile, text: &str) -> String {
    let line = if store.exists(&Layout::schema(file)) { modeline(file) } else { String::new() };
    format!("{line}{text}")
}

/// Says whether a line is a comment that explains, rather than a field or one within a comment.
fn is_prose(line: &str) -> bool {
    let Some(comment) = line.trim_start().strip_prefix('#') else { return false };
    let content = comment.trim_start_matches(['#', '-', ' ']);
    let is_key = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_/".contains(letter);
    let rest = content.trim_start_matches(is_key);
    rest.len() == content.len() || !rest.starts_with(':')
}

/// Something that can be referred to, as a line to choose: its id, and in a comment what it is.
#[derive(Debug, Serialize)]
struct Choice {
    id: String,
    name: String,
}

impl Choice {
    fn new(id: &impl ToString, name: &str) -> Self {
        Self { id: id.to_string(), name: remark::remark(name) }
    }
}
