//! `council questionnaire`: the questions of the satisfaction survey, ready to print.

use council::check::{errors_in, shared_errors};
use council::document::{Questionnaire, Template, questionnaire};
use council::locale::command_line::{DocumentProblem, Failure, NewFileProblem};
use council::model::{Asked, DocumentKind, Period};
use council::store::FileKind;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, documents, usage};

// Fields have no doc comments: clap would take them for help. The help is
// `council::locale::command_line::PrintedQuestions`.
#[derive(Debug, clap::Args)]
pub struct Args {
    pub council: Option<String>,
    pub period: Option<String>,
    #[arg(long, value_name = "AUDIENCE", value_parser = usage::word(Asked::ALL), default_value = "tenants")]
    pub asked: Asked,
    #[command(flatten)]
    pub presentation: documents::Presentation,
}

/// What a questionnaire is about, with who answers where it is not tenants: each has its own file.
fn of_audience(of: String, asked: Asked) -> String {
    match Asked::ALL.iter().find(|(known, _)| *known == asked) {
        Some((_, word)) if asked != Asked::default() => format!("{of}-{word}"),
        Some(_) | None => of,
    }
}

/// Writes a questionnaire.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let kind = DocumentKind::Questionnaire;
    let opened = Opened::find(ui)?;
    let wave: Option<Period> = match &args.period {
        Some(typed) => {
            Some(typed.parse().map_err(|_| Failure::from(NewFileProblem::NotAPeriod { typed: typed.clone() }))?)
        }
        None => None,
    };
    let council = chosen::council(&opened.record, args.council.as_deref())?;
    let files = opened.record.council(&council);
    let name = wave.map(|wave| wave.to_string());
    let is_read = |file: Option<FileKind>| match file {
        Some(FileKind::Council) => true,
        Some(FileKind::Survey(survey)) => Some(survey) == name,
        _ => false,
    };
    let mut errors = shared_errors(&opened.record, Some(kind));
    errors.extend(errors_in(&opened.record, &files, ui.today(), is_read));
    if documents::refused(&opened, &errors, ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let landlord = opened.record.landlord.value();
    if landlord.is_some_and(|landlord| landlord.questions_for(args.asked).next().is_none()) {
        return Err(Failure::Document(DocumentProblem::NoQuestions { asked: args.asked }).into());
    }
    let wanted = Questionnaire { asked: args.asked, wave, day: ui.today(), moment: None };
    let of = name.unwrap_or_else(|| ui.today().to_string());
    let path = files.paths.document(kind, &of_audience(of, args.asked));
    let text = |template: &Template| questionnaire(&opened.record, &files, wanted, template);
    documents::write(&opened, kind, &path, &args.presentation, text, ui)
}
