//! What is common to the commands that write a document anew each time: in which form, where it goes, and why it may be
//! refused.

use council::check::errors_in;
use council::diagnostic::Diagnostic;
use council::document::{DocumentError, Template};
use council::locale::Language;
use council::locale::command_line::Failure;
use council::model::DocumentKind;
use council::record::CouncilRecord;
use council::render::Form;
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

// Fields have no doc comments: clap would take them for help. The help stands with that of each document.
/// How a document is presented, and where.
#[derive(Clone, Debug, clap::Args)]
pub struct Presentation {
    #[arg(long)]
    pub stdout: bool,
    #[arg(long, value_parser = super::usage::word(Form::ALL))]
    pub format: Option<Form>,
    #[arg(long, conflicts_with = "stdout")]
    pub open: bool,
}

impl Presentation {
    /// The form that was asked for: to be shown, a page.
    pub fn form(&self) -> Form {
        self.format.unwrap_or(if self.open { Form::Html } else { Form::Markdown })
    }

    /// The language that a document is written in: of `--lang` where it was said and the document is only printed.
    pub fn language(&self, opened: &Opened, ui: &Ui) -> Language {
        let asked = ui.asked_language().filter(|_| self.stdout);
        asked.unwrap_or_else(|| opened.record.language())
    }
}

/// Writes a document in the form that was asked for: beside this path of the record, which is that of its Markdown, or
/// on the terminal.
pub fn write(
    opened: &Opened,
    kind: DocumentKind,
    path: &str,
    presentation: &Presentation,
    text: impl FnOnce(&Template) -> Result<String, DocumentError>,
    ui: &mut Ui,
) -> anyhow::Result<Outcome> {
    let language = presentation.language(opened, ui);
    let Some(template) = Template::of(&opened.record, kind, language) else { return Ok(Outcome::RecordHasErrors) };
    match text(&template) {
        Ok(text) => {
            put(opened, kind, path, presentation, text, ui)?;
            if !presentation.stdout {
                let said = ui.language().next_after_document();
                ui.err(said);
            }
            Ok(Outcome::Well)
        }
        Err(DocumentError::Template(error)) => {
            opened.tell(&[error.diagnostic(&template.text)], ui);
            Ok(Outcome::RecordHasErrors)
        }
        // Told as an error of the file that could not be read.
        Err(DocumentError::Unreadable) => Ok(Outcome::RecordHasErrors),
    }
}

/// Puts finished Markdown, in the form that was asked for, where it belongs; shows it where that was asked.
pub fn put(
    opened: &Opened,
    kind: DocumentKind,
    path: &str,
    presentation: &Presentation,
    markdown: String,
    ui: &mut Ui,
) -> anyhow::Result<()> {
    let text = presentation.form().of(markdown, presentation.language(opened, ui), kind);
    if presentation.stdout {
        return Ok(ui.out(&text)?);
    }
    let path = presentation.form().path(path);
    let lock = opened.lock(ui)?;
    opened.record.store.write(&lock, &path, &text).map_err(|error| opened.unwritten(&path, error))?;
    let shown = opened.shown(&path);
    ui.out(&format!("{shown}\n"))?;
    if presentation.open {
        let place = opened.record.store.place(&path);
        open::that_detached(place).map_err(|_| Failure::Browser { path: shown })?;
    }
    Ok(())
}
