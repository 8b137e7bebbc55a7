//! What `init` puts into a new record: the landlord's file, and what git and editors are to know.

use super::{Wording, modeline, wording};
use crate::model::{Language, WrittenFile};
use serde::Serialize;

/// `.editorconfig`, for any editor.
pub const EDITOR_CONFIG: &str = include_str!("../../templates/editorconfig");

/// `.vscode/settings.json`, for Visual Studio Code: which file has which schema, too.
pub const EDITOR_SETTINGS: &str = include_str!("../../templates/vscode-settings.json");

/// `.vscode/extensions.json`, for Visual Studio Code: what shows the schemas.
pub const EDITOR_EXTENSIONS: &str = include_str!("../../templates/vscode-extensions.json");

const LANDLORD: Wording = wording!("landlord.yaml");
const IGNORED: Wording = wording!("gitignore");
const PRE_COMMIT: Wording = wording!("pre-commit");

/// `landlord.yaml`, with every field explained; `init` writes its schema beside it.
pub fn landlord(language: Language) -> String {
    #[derive(Serialize)]
    struct Facts {
        language: &'static str,
    }
    let text = LANDLORD.filled(&Facts { language: language.code() }, language);
    format!("{}{text}", modeline(WrittenFile::Landlord))
}

/// `.gitignore`
pub fn ignored(language: Language) -> String {
    IGNORED.filled(&(), language)
}

/// git's hook that checks the record before each commit; `record` is its folder, from the repository's.
pub fn pre_commit(record: &str, language: Language) -> String {
    #[derive(Serialize)]
    struct Facts {
        record: String,
    }
    let record = if record.is_empty() { "." } else { record };
    // What the shell reads as this text and no other.
    PRE_COMMIT.filled(&Facts { record: format!("'{}'", record.replace('\'', "'\\''")) }, language)
}
