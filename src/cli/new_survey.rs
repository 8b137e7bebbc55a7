//! `council new-survey`: the file of a new wave of the satisfaction survey, with its questions.

use council::locale::command_line::{Failure, NewFileProblem};
use council::model::Period;
use council::scaffold;
use council::store::FileMode;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::NewSurvey`.
#[derive(Debug, clap::Args)]
#[command(allow_missing_positional = true)]
pub struct Args {
    pub council: Option<String>,
    #[arg(required = true)]
    pub period: String,
}

/// Writes a new survey wave's file.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let period: Period =
        args.period.parse().map_err(|_| Failure::from(NewFileProblem::NotAPeriod { typed: args.period.clone() }))?;
    let council = chosen::council(&opened.record, args.council.as_deref())?;
    let files = opened.record.council(&council);
    let path = files.paths.survey(&period.to_string());
    let text = scaffold::survey(&opened.record, &files, period);
    let created = opened.record.store.create(&path, &text, FileMode::Plain);
    if !created.map_err(|error| opened.unwritten(&path, error))? {
        return Err(Failure::from(NewFileProblem::Exists { path: opened.shown(&path) }).into());
    }
    ui.out(&format!("{}\n", opened.shown(&path)))?;
    let said = ui.language().next_after_scaffold(&opened.shown(&path));
    ui.err(&said);
    Ok(Outcome::Well)
}
