//! `council calendar`: the sessions and the due dates of actions, for calendar programs; of one council or of all.

use std::path::PathBuf;

use council::calendar::{self, Event};
use council::check::{council_errors, shared_errors};
use council::diagnostic::Diagnostic;
use council::model::{Council, Date};
use council::record::CouncilRecord;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, documents, named_file};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Calendar`.
#[derive(Debug, clap::Args)]
pub struct Args {
    pub council: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = super::usage::date)]
    pub as_of: Option<Date>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Prints the calendar, or writes it. One error gives none: what is missing from a calendar is taken for cancelled.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let record = &opened.record;
    let named = args.council.as_deref().map(|name| chosen::council(record, Some(name))).transpose()?;
    let (day, today) = (args.as_of.unwrap_or_else(|| ui.today()), ui.today());
    let language = ui.asked_language().unwrap_or_else(|| record.language());
    let mut errors = shared_errors(record, None);
    let mut events: Vec<Event> = Vec::new();
    let mut name = record.landlord.value().map(|landlord| landlord.name.to_string());
    let of_council = |files: &CouncilRecord| -> Result<_, Vec<Diagnostic>> {
        let errors = council_errors(record, files, today);
        let called = files.council.value().map(|council: &Council| council.name.to_string());
        if errors.is_empty() { Ok((called, calendar::events(record, files, day, language))) } else { Err(errors) }
    };
    let councils = named.as_ref().map_or(record.root().councils.as_slice(), std::slice::from_ref);
    record.each_council(councils, of_council, |found| match found {
        Ok((called, more)) => {
            events.extend(more);
            if named.is_some() {
                name = called;
            }
        }
        Err(more) => errors.extend(more),
    });
    if documents::refused(&opened, &errors, ui) {
        return Ok(Outcome::RecordHasErrors);
    }
    let text = calendar::calendar(&events, name.as_deref(), language);
    match &args.out {
        Some(file) => named_file::write(&opened, file, &text, ui)?,
        None => ui.out(&text)?,
    }
    Ok(Outcome::Well)
}
