//! What is common to the commands that write a document anew each time: where it goes, and why it may be refused.

use council::check::errors_in;
use council::diagnostic::Diagnostic;
use council::document::{DocumentError, Template};
use council::model::DocumentKind;
use council::record::CouncilRecord;
use council::store::FileKind;

use super::Outcome;
use super::opened::Opened;
use super::ui::Ui;

/// Tells these errors of what a document is made of. Says whether there are any: then it is not written.
pub fn refused(opened: &Opened, errors: &[Diagnostic], ui: &mut Ui) -> bool {
    opened.tell(errors, ui);
    !errors.is_empty()
}

/// The errors in `council.yaml` of every council, of which nothing else is read.
pub fn errors_in_bodies(opened: &Opened, ui: &Ui) -> Vec<Diagnostic> {
    let is_body = |file: Option<FileKind>| file == Some(FileKind::Council);
    let (record, today) = (&opened.record, ui.today());
    let mut errors = Vec::new();
    let of_council = |files: &CouncilRecord| errors_in(record, files, today, is_body);
    record.each_council(&record.root().councils, of_council, |more| errors.extend(more));
    errors
}

/// Writes a document to this path of the record; or prints it, in the language of `--lang` where it was said.
pub fn write(
    opened: &Opened,
    kind: DocumentKind,
    path: Option<&str>,
    text: impl FnOnce(&Template) -> Result<String, DocumentError>,
    ui: &mut Ui,
) -> anyhow::Result<Outcome> {
    let asked = ui.asked_language().filter(|_| path.is_none());
    let language = asked.unwrap_or_else(|| opened.record.language());
    let Some(template) = Template::of(&opened.record, kind, language) else { return Ok(Outcome::RecordHasErrors) };
    let text = match text(&template) {
        Ok(text) => text,
        Err(DocumentError::Template(error)) => {
            opened.tell(&[error.diagnostic(&template.text)], ui);
            return Ok(Outcome::RecordHasErrors);
        }
        // Told as an error of the file that could not be read.
        Err(DocumentError::Unreadable) => return Ok(Outcome::RecordHasErrors),
    };
    let Some(path) = path else {
        ui.out(&text)?;
        return Ok(Outcome::Well);
    };
    let lock = opened.lock(ui)?;
    opened.record.store.write(&lock, path, &text).map_err(|error| opened.unwritten(path, error))?;
    let shown = opened.shown(path);
    ui.out(&format!("{shown}\n"))?;
    let said = ui.language().next_after_document();
    ui.err(said);
    Ok(Outcome::Well)
}
