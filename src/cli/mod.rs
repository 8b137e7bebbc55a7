//! The command line: the list of the commands, and from a command to an exit status. One file a command.
//! This is where errors of every kind end: each is said once, on stderr, in the user's language.

mod action;
mod actions;
mod agenda;
mod approve;
mod attendance;
mod budget;
mod calendar;
mod changed;
mod charter;
mod check;
mod chosen;
mod coaching;
mod commit;
mod completions;
mod diagnosis;
mod documents;
mod editor;
mod eligibility;
mod explain;
mod export;
mod fix;
mod help;
mod import;
mod init;
mod kit;
mod log;
mod minutes;
mod move_session;
mod named_file;
mod new_council;
mod new_session;
mod new_survey;
mod notice;
mod opened;
mod overview;
mod planning;
mod preamble;
mod questionnaire;
mod report;
mod rewriting;
mod satisfaction;
mod schema;
#[cfg(feature = "mail")]
mod send;
#[cfg(feature = "mail")]
mod sent;
mod sheet;
mod site;
mod status;
mod sync;
mod tables;
mod tender;
mod ui;
mod usage;
mod wrap;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{FromArgMatches as _, Parser, Subcommand};
use council::locale::Language;
use council::locale::command_line::{Failure, GitProblem, UsageProblem};
use council::locale::editing::EditProblem;
use council::locale::sending::SendProblem;
use council::model::Date;

use opened::Opened;
use tables::Format;
use ui::{Color, Ui};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::General`.
#[derive(Debug, Parser)]
#[command(name = "council", bin_name = "council", version)]
struct Cli {
    #[arg(long, global = true, value_name = "FOLDER")]
    record: Option<PathBuf>,
    #[arg(long, global = true, value_parser = languages())]
    lang: Option<Language>,
    #[arg(long, global = true, value_name = "DATE", value_parser = usage::date)]
    today: Option<Date>,
    #[arg(long, global = true, value_enum, default_value_t)]
    color: Color,
    // Of `council` alone; each table has its own.
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(subcommand)]
    command: Option<Command>,
}

fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(["fr", "en"]).try_map(|code| code.parse())
}

#[derive(Debug, Subcommand)]
enum Command {
    Action(Box<action::Args>),
    Actions(actions::Args),
    Agenda(agenda::Args),
    Approve(approve::Args),
    Attendance(attendance::Args),
    Budget(budget::Args),
    Calendar(calendar::Args),
    Charter(charter::Args),
    Check(check::Args),
    Coaching(coaching::Args),
    Commit(commit::Args),
    Completions(completions::Args),
    Diagnosis(diagnosis::Args),
    Eligibility(eligibility::Args),
    Explain(explain::Args),
    Export(export::Args),
    Import(import::Args),
    Init(init::Args),
    Kit(kit::Args),
    Log(log::Args),
    Minutes(minutes::Args),
    MoveSession(move_session::Args),
    NewCouncil(new_council::Args),
    NewSession(new_session::Args),
    NewSurvey(new_survey::Args),
    Notice(notice::Args),
    Planning(planning::Args),
    Questionnaire(questionnaire::Args),
    Report(report::Args),
    Satisfaction(satisfaction::Args),
    Schema(schema::Args),
    #[cfg(feature = "mail")]
    Send(Box<send::Args>),
    Sheet(sheet::Args),
    Site(site::Args),
    Status(status::Args),
    Sync(sync::Args),
    Tender(tender::Args),
}

impl Command {
    fn run(&self, ui: &mut Ui) -> anyhow::Result<Outcome> {
        match self {
            Self::Action(args) => action::run(args, ui),
            Self::Actions(args) => actions::run(args, ui),
            Self::Agenda(args) => agenda::run(args, ui),
            Self::Approve(args) => approve::run(args, ui),
            Self::Attendance(args) => attendance::run(args, ui),
            Self::Budget(args) => budget::run(args, ui),
            Self::Calendar(args) => calendar::run(args, ui),
            Self::Charter(args) => charter::run(args, ui),
            Self::Check(args) => check::run(args, ui),
            Self::Coaching(args) => coaching::run(args, ui),
            Self::Commit(args) => commit::run(args, ui),
            Self::Completions(args) => completions::run(args, ui),
            Self::Diagnosis(args) => diagnosis::run(args, ui),
            Self::Eligibility(args) => eligibility::run(args, ui),
            Self::Explain(args) => explain::run(args, ui),
            Self::Export(args) => export::run(args, ui),
            Self::Import(args) => import::run(args, ui),
            Self::Init(args) => init::run(args, ui),
            Self::Kit(args) => kit::run(args, ui),
            Self::Log(args) => log::run(args, ui),
            Self::Minutes(args) => minutes::run(args, ui),
            Self::MoveSession(args) => move_session::run(args, ui),
            Self::NewCouncil(args) => new_council::run(args, ui),
            Self::NewSession(args) => new_session::run(args, ui),
            Self::NewSurvey(args) => new_survey::run(args, ui),
            Self::Notice(args) => notice::run(args, ui),
            Self::Planning(args) => planning::run(args, ui),
            Self::Questionnaire(args) => questionnaire::run(args, ui),
            Self::Report(args) => report::run(args, ui),
            Self::Satisfaction(args) => satisfaction::run(args, ui),
            Self::Schema(args) => schema::run(args, ui),
            #[cfg(feature = "mail")]
            Self::Send(args) => send::run(args, ui),
            Self::Sheet(args) => sheet::run(args, ui),
            Self::Site(args) => site::run(args, ui),
            Self::Status(args) => status::run(args, ui),
            Self::Sync(args) => sync::run(args, ui),
            Self::Tender(args) => tender::run(args, ui),
        }
    }
}

/// What a command that could do its work found.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// Nothing is wrong.
    Well,
    /// The record has errors, or a generated file is stale.
    RecordHasErrors,
}

/// How the program ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Status {
    Well = 0,
    RecordHasErrors = 1,
    Usage = 2,
    CouldNotWork = 3,
}

impl From<Outcome> for Status {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Well => Self::Well,
            Outcome::RecordHasErrors => Self::RecordHasErrors,
        }
    }
}

impl From<&Failure> for Status {
    fn from(failure: &Failure) -> Self {
        match failure {
            Failure::Git(GitProblem::UnknownRevision { .. }) => Self::Usage,
            Failure::ApprovedLost { .. }
            | Failure::Edit(EditProblem::Faulty { .. })
            | Failure::Send(SendProblem::Published { .. }) => Self::RecordHasErrors,
            Failure::NoRecord
            | Failure::NotARecord { .. }
            | Failure::Browser { .. }
            | Failure::Editor { .. }
            | Failure::Send(SendProblem::LedgerDamaged { .. } | SendProblem::OtherKey { .. })
            | Failure::Edit(EditProblem::Unwritable { .. })
            | Failure::Git(_)
            | Failure::Share(_)
            | Failure::Write { .. }
            | Failure::Output(_) => Self::CouldNotWork,
            Failure::UnknownCouncil { .. }
            | Failure::UnknownRule { .. }
            | Failure::UnknownUnit { .. }
            | Failure::UnknownSession { .. }
            | Failure::WhichCouncil { .. }
            | Failure::NoHeldSession { .. }
            | Failure::NotHeld { .. }
            | Failure::Edit(_)
            | Failure::Exchange(_)
            | Failure::NewFile(_)
            | Failure::Send(_)
            | Failure::Document(_)
            | Failure::UnknownPath { .. } => Self::Usage,
        }
    }
}

/// Runs the program on the arguments it was started with.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let mut ui = Ui::new(preamble::language(&args), preamble::color(&args));
    if completions::answered(&args, &mut ui) {
        return ExitCode::SUCCESS;
    }
    let status = run(&args, &mut ui)
        .and_then(|status| Ok(ui.flush().map(|()| status)?))
        .unwrap_or_else(|error| report(&error, &mut ui));
    ExitCode::from(status as u8)
}

fn run(args: &[OsString], ui: &mut Ui) -> anyhow::Result<Status> {
    let mut command = help::command(ui.language().command_line());
    let parsed = command.try_get_matches_from_mut(args).and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(Cli { lang, color, today, record, format, command: asked }) => {
            ui.listen(lang, color, today, record);
            match (asked, format) {
                (Some(_), Some(_)) => {
                    let misplaced = UsageProblem::MisplacedOption {
                        option: "--format".to_owned(),
                        instead: vec!["council status --format".to_owned()],
                    };
                    ui.error(&misplaced.words(ui.language()));
                    Ok(Status::Usage)
                }
                (Some(asked), None) => Ok(asked.run(ui)?.into()),
                (None, format) => alone(&mut command, format.unwrap_or_default(), ui),
            }
        }
        Err(error) if is_help(error.kind()) => {
            ui.out_styled(&error.render())?;
            Ok(Status::Well)
        }
        Err(error) => {
            usage::explain(&error, &command, args, ui);
            Ok(Status::Usage)
        }
    }
}

/// Without a command: where the record stands; where there is none, what the program can do.
fn alone(command: &mut clap::Command, format: Format, ui: &mut Ui) -> anyhow::Result<Status> {
    match Opened::find(ui) {
        Ok(opened) => Ok(overview::run(&opened, format, ui)?.into()),
        Err(error) if matches!(error.downcast_ref(), Some(Failure::NoRecord)) => {
            ui.out_styled(&command.render_help())?;
            Ok(Status::Well)
        }
        Err(error) => Err(error),
    }
}

fn is_help(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
}

/// Says what went wrong, the outermost circumstance first, and how the program therefore ends.
fn report(error: &anyhow::Error, ui: &mut Ui) -> Status {
    let language = ui.language();
    let mut status = Status::CouldNotWork;
    let mut causes = Vec::new();
    for cause in error.chain() {
        causes.push(match cause.downcast_ref::<Failure>() {
            Some(failure) => {
                status = failure.into();
                failure.words(language)
            }
            None => cause.to_string(),
        });
    }
    ui.error(&causes.join(match language {
        Language::French => "\u{a0}: ",
        Language::English => ": ",
    }));
    status
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn a_failure_decides_the_status_whatever_surrounds_it() {
        let mut ui = Ui::new(Language::French, Color::Never);
        let unknown = Failure::UnknownCouncil { council: "x".into(), nearest: None, known: vec![] };
        let wrapped = anyhow::Error::new(unknown).context("relevé");
        assert_eq!(report(&wrapped, &mut ui), Status::Usage);
        let full = Failure::Output(io::ErrorKind::StorageFull.into());
        assert_eq!(report(&full.into(), &mut ui), Status::CouldNotWork);
        assert_eq!(report(&anyhow::anyhow!("git"), &mut ui), Status::CouldNotWork);
    }

    #[test]
    fn errors_in_the_record_are_status_1() {
        assert_eq!(Status::from(Outcome::Well) as u8, 0);
        assert_eq!(Status::from(Outcome::RecordHasErrors) as u8, 1);
    }
}
