//! `council new-council`: the file of a new council, with all that is known filled in.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use council::check::shared_errors;
use council::locale::command_line::{Failure, NewFileProblem};
use council::model::{Id, Landlord, Reason, Text};
use council::scaffold::{self, NewCouncil};
use council::store::{FileMode, Layout};

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::NewCouncil`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    #[arg(long, value_name = "ID")]
    pub residence: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub unit: Option<String>,
    #[arg(long, value_name = "REASON", value_parser = reasons())]
    pub reason: Vec<Reason>,
}

fn reasons() -> impl TypedValueParser<Value = Reason> {
    let codes = PossibleValuesParser::new(Reason::ALL.map(Reason::code));
    codes.try_map(|code| Reason::ALL.into_iter().find(|reason| reason.code() == code).ok_or("no reason"))
}

/// Writes a new council's file.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let opened = Opened::find(ui)?;
    let id = Id::new(&args.id).filter(|id| !Layout::is_reserved(id.as_str()));
    let id = id.ok_or_else(|| {
        Failure::from(NewFileProblem::BadCouncilName { typed: args.id.clone(), instead: instead(&args.id) })
    })?;
    if let Err(problem) = known(args, opened.record.landlord.value()) {
        // What is not found may have been lost to an error, which then comes first.
        let errors = if opened.record.landlord.is_faulty() { shared_errors(&opened.record, None) } else { Vec::new() };
        if errors.is_empty() {
            return Err(Failure::from(problem).into());
        }
        opened.tell(&errors, ui);
        return Ok(Outcome::RecordHasErrors);
    }
    let new = NewCouncil {
        id: &id,
        name: args.name.as_deref().filter(|name| Text::new(name).is_some()),
        residences: &args.residence,
        unit: args.unit.as_deref(),
        reasons: &args.reason,
    };
    let path = Layout::council(id.as_str()).council;
    let text = scaffold::council(&opened.record, &new);
    let created = opened.record.store.create(&path, &text, FileMode::Plain);
    if !created.map_err(|error| opened.unwritten(&path, error))? {
        return Err(Failure::from(NewFileProblem::Exists { path: opened.shown(&path) }).into());
    }
    ui.out(&format!("{}\n", opened.shown(&path)))?;
    let said = ui.language().next_after_council(&opened.shown(&path), id.as_str());
    ui.err(&said);
    Ok(Outcome::Well)
}

/// The name to offer for one that cannot be a council's.
fn instead(typed: &str) -> Option<String> {
    Some(Id::suggestion(typed)).filter(|id| !id.is_empty() && !Layout::is_reserved(id))
}

/// Makes sure that the residences and the unit that are named are there.
fn known(args: &Args, landlord: Option<&Landlord>) -> Result<(), NewFileProblem> {
    let ids = |map: Vec<&Id>| map.into_iter().map(ToString::to_string).collect::<Vec<_>>();
    let residences = ids(landlord.map(|landlord| landlord.residences.keys().collect()).unwrap_or_default());
    let units = ids(landlord.map(|landlord| landlord.units.keys().collect()).unwrap_or_default());
    if let Some(residence) = args.residence.iter().find(|residence| !residences.contains(residence)) {
        let nearest = chosen::nearest(residence, &residences);
        return Err(NewFileProblem::UnknownResidence { residence: residence.clone(), nearest, known: residences });
    }
    if let Some(unit) = args.unit.iter().find(|unit| !units.contains(unit)) {
        return Err(NewFileProblem::UnknownUnit {
            unit: unit.clone(),
            nearest: chosen::nearest(unit, &units),
            known: units,
        });
    }
    Ok(())
}
