//! The *pack coaching*: what a pilot leaves to a next residence, as the files of a folder: its guide, the folder of a
//! council that is begun, what is to be printed, and the templates to adapt. From the record to texts; writes nothing.

mod council;

use crate::document::{
    DocumentError, Nameless, PackFacts, PackSessionFacts, Questionnaire, Template, blank_sheet, kit, questionnaire,
};
use crate::locale::piloting::{self, Moment};
use crate::model::{Asked, DocumentKind, Id, Language};
use crate::record::Record;
use crate::render::Form;
use crate::store::Layout;
use council::Begun;

/// What the guide is called.
const GUIDE: &str = "guide.md";

/// The path of the guide in this form.
pub fn guide(form: Form) -> String {
    form.path(GUIDE)
}

/// The folder of what is to be printed and handed out.
const QUESTIONNAIRES: &str = "questionnaires";

/// A date to show how a session of the pack is moved: as plainly none as those of the sessions.
const OTHER_DATE: &str = "2098-11-15";

/// A file of the pack: its path in the pack's folder, with `/`, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedFile {
    /// Its path.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl PackedFile {
    fn new(path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), text }
    }
}

/// The files of a record's pack, in order of path but for the guide, which comes first; what is to be read and printed in
/// this form. The same record gives the same
/// bytes on every machine and every day.
///
/// # Errors
/// When a file it is made of could not be read, or a template is wrong.
pub fn pack(record: &Record, form: Form) -> Result<Vec<PackedFile>, DocumentError> {
    let language = record.language();
    let nameless = Nameless::of(record, language);
    let begun = Begun::of(record, &nameless, &guide(form)).ok_or(DocumentError::Unreadable)?;
    let template = |kind| Template::of(record, kind, language).ok_or(DocumentError::Unreadable);
    let mut files = begun.files.clone();
    let written = |path: &str, kind, text| PackedFile::new(form.path(path), form.of(text, language, kind));
    let sheet = blank_sheet(record, &begun.council, begun.first_session, &template(DocumentKind::Sheet)?)?;
    let sheet = written(language.pack_sheet(), DocumentKind::Sheet, sheet);
    let questionnaires = questionnaires(record, &begun, &template(DocumentKind::Questionnaire)?)?;
    let questionnaires: Vec<PackedFile> =
        questionnaires.into_iter().map(|file| written(&file.path, DocumentKind::Questionnaire, file.text)).collect();
    let mut templates = Vec::new();
    for kind in DocumentKind::ALL.iter().copied() {
        let text = template(kind)?.text;
        let is_own = record.store.exists(&Layout::template(kind));
        let text = if is_own { nameless.text(&text) } else { text };
        templates.push(PackedFile::new(Layout::template(kind), text));
    }
    let paths = |files: &[PackedFile]| files.iter().map(|file| file.path.clone()).collect();
    let facts = PackFacts {
        council: begun.id.to_string(),
        sessions: begun
            .sessions
            .iter()
            .map(|(id, purpose)| PackSessionFacts { id: id.to_string(), purpose: purpose.clone() })
            .collect(),
        first_session: begun.first_session.to_string(),
        other_date: OTHER_DATE.to_owned(),
        sheet: sheet.path.clone(),
        questionnaires: paths(&questionnaires),
        templates: paths(&templates),
    };
    files.push(sheet);
    files.extend(questionnaires);
    files.extend(templates);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let text = kit(record, facts, &nameless, &template(DocumentKind::Kit)?)?;
    files.insert(0, written(GUIDE, DocumentKind::Kit, text));
    Ok(files)
}

/// A questionnaire for each of those whom the landlord has questions for, before and after.
fn questionnaires(record: &Record, begun: &Begun, template: &Template) -> Result<Vec<PackedFile>, DocumentError> {
    let Some(landlord) = record.landlord.value() else { return Err(DocumentError::Unreadable) };
    let language = record.language();
    let mut files = Vec::new();
    for moment in Moment::ALL {
        for (asked, _) in Asked::ALL {
            if landlord.questions_for(asked).next().is_none() {
                continue;
            }
            let wanted = Questionnaire { asked, wave: None, day: begun.first_session.date, moment: Some(moment) };
            let name = piloting::questionnaire_file(moment, asked, language);
            let text = questionnaire(record, &begun.council, wanted, template)?;
            files.push(PackedFile::new(format!("{QUESTIONNAIRES}/{name}.md"), text));
        }
    }
    Ok(files)
}

/// A folder's name that no council of the record has.
fn free_id(record: &Record, language: Language) -> Option<Id> {
    let name = language.pack_council();
    let names = std::iter::once(name.to_owned()).chain((2..).map(|number| format!("{name}-{number}")));
    names.filter_map(|name| Id::new(&name)).find(|id| !record.store.exists(id.as_str()))
}
