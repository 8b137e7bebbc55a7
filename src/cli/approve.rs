//! `council approve`: minutes that a later session approved, and that nobody changes from then on.

use std::collections::BTreeSet;

use council::check::{council_errors, shared_errors};
use council::document::{DocumentError, Template};
use council::edit::{ApprovalProblem, Approving, approve};
use council::locale::command_line::Failure;
use council::locale::editing::{EditProblem, SessionProblem};
use council::model::{DocumentKind, SessionId};

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, rewriting};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Approve`.
#[derive(Debug, clap::Args)]
pub struct Args {
    pub council: String,
    #[arg(value_name = "DATE", required = true)]
    pub sessions: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub at: String,
    #[arg(long, value_name = "TEXT")]
    pub corrections: Option<String>,
}

/// Records an approval.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let (opened, lock) = Opened::to_write(ui)?;
    let council = chosen::council(&opened.record, Some(&args.council))?;
    let files = opened.record.council(&council);
    let named = |name: &String| chosen::held_session(&files, Some(name), ui.today());
    let sessions: BTreeSet<SessionId> = args.sessions.iter().map(named).collect::<Result<_, _>>()?;
    let sessions = Vec::from_iter(sessions);
    let at = named(&args.at)?;
    let kind = DocumentKind::Minutes;
    let mut errors = shared_errors(&opened.record, Some(kind));
    errors.extend(council_errors(&opened.record, &files, ui.today()));
    let template = Template::of(&opened.record, kind, opened.record.language()).filter(|_| errors.is_empty());
    let Some(template) = template else {
        opened.tell(&errors, ui);
        return Ok(Outcome::RecordHasErrors);
    };
    let asked = Approving { sessions: &sessions, at, corrections: args.corrections.as_deref() };
    let rewrites = match approve(&opened.record, &files, &template, asked) {
        Ok(rewrites) => rewrites,
        Err(ApprovalProblem::Document(DocumentError::Template(error))) => {
            opened.tell(&[error.diagnostic(&template.text)], ui);
            return Ok(Outcome::RecordHasErrors);
        }
        Err(problem) => return Err(Failure::from(said(&opened, problem, &files.paths.council, args, at)).into()),
    };
    if let Some(approval) = rewrites.last().filter(|rewrite| rewrite.path == files.paths.session(at)) {
        rewriting::hold_no_worse(&opened, &council, approval, ui)?;
    }
    rewriting::write(&opened, &lock, &rewrites, ui)?;
    let language = ui.language();
    if rewrites.is_empty() {
        ui.err(language.already_said());
    } else {
        ui.err(&language.next_after_approval(council.as_str(), at));
    }
    Ok(Outcome::Well)
}

fn said(opened: &Opened, problem: ApprovalProblem, council_file: &str, args: &Args, at: SessionId) -> EditProblem {
    match problem {
        ApprovalProblem::NeverApproves => SessionProblem::NeverApproves { council: args.council.clone() }.into(),
        ApprovalProblem::NotBefore(session) => SessionProblem::NotBefore { session, at }.into(),
        ApprovalProblem::Approved { session, by, is_frozen } => {
            SessionProblem::AlreadyApproved { council: args.council.clone(), session, by, is_frozen }.into()
        }
        ApprovalProblem::CorrectionsOfSeveral => SessionProblem::CorrectionsOfSeveral.into(),
        ApprovalProblem::Closed { by } => SessionProblem::Closed { session: at, by: Some(by) }.into(),
        ApprovalProblem::Document(_) => EditProblem::Faulty { path: opened.shown(council_file) },
        ApprovalProblem::File(error) => rewriting::problem(opened, error),
    }
}
