//! What is common to the commands that write a document anew each time: where it goes, and why it may be refused.

use council::diagnostic::Diagnostic;
use council::document::{DocumentError, Template};
use council::model::DocumentKind;

use super::Outcome;
use super::opened::Opened;
use super::ui::Ui;

/// Tells these errors of what a document is made of. Says whether there are any: then it is not written.
pub fn refused(opened: &Opened, errors: &[Diagnostic], ui: &mut Ui) -> bool {
    opened.tell(errors, ui);
    !errors.is_empty()
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
