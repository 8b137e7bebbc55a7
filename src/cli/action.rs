//! `council action add` and `council action update`: an action that is taken, and how it goes on.

use council::edit::{ActionChange, ActionProblem, CostChange, StepChange, add_action, update_action};
use council::locale::command_line::Failure;
use council::locale::editing::EditProblem;
use council::model::{CostKind, Date, Euros, Id, Period, Priority, Status, Text, TypedPeriod};
use council::record::CouncilRecord;
use council::scaffold;

use super::opened::Opened;
use super::ui::Ui;
use super::{Outcome, chosen, rewriting, usage};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Action`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub intent: Intent,
}

/// What becomes of an action.
#[derive(Debug, clap::Subcommand)]
pub enum Intent {
    Add(Add),
    Update(Update),
}

// The help is `council::locale::command_line::ActionChange`, here and below.
#[derive(Debug, clap::Args)]
#[command(mut_arg("title", |title| title.required(true)))]
pub struct Add {
    #[command(flatten)]
    pub named: Named,
    #[arg(long, value_name = "DATE")]
    pub decided: Option<String>,
    #[command(flatten)]
    pub fields: Fields,
}

#[derive(Debug, clap::Args)]
pub struct Update {
    #[command(flatten)]
    pub named: Named,
    #[command(flatten)]
    pub fields: Fields,
}

#[derive(Debug, clap::Args)]
pub struct Named {
    pub council: String,
    pub id: String,
}

#[derive(Debug, clap::Args)]
pub struct Fields {
    #[arg(long, allow_hyphen_values = true, value_name = "TEXT")]
    pub title: Option<String>,
    #[arg(long, value_name = "OWNER")]
    pub owner: Vec<String>,
    #[arg(long, value_name = "PERIOD", value_parser = usage::period::<TypedPeriod>)]
    pub due: Option<TypedPeriod>,
    #[arg(long, allow_hyphen_values = true, value_name = "TEXT")]
    pub due_note: Option<String>,
    #[arg(long, value_parser = usage::word(Priority::ALL))]
    pub priority: Option<Priority>,
    #[arg(long, value_name = "ID")]
    pub axis: Option<String>,
    #[arg(long, value_name = "PERIOD", value_parser = usage::period::<Period>)]
    pub review: Option<Period>,
    #[arg(long, value_name = "PERIOD", value_parser = usage::period::<Period>)]
    pub works_from: Option<Period>,
    #[arg(long, value_name = "PERIOD", value_parser = usage::period::<Period>)]
    pub works_to: Option<Period>,
    #[arg(long, value_parser = usage::word(Status::ALL))]
    pub status: Option<Status>,
    #[arg(long, allow_hyphen_values = true, value_name = "TEXT")]
    pub note: Option<String>,
    #[arg(long, value_name = "PERIOD", value_parser = usage::period::<Period>)]
    pub happened: Option<Period>,
    #[arg(long, value_name = "DATE", value_parser = usage::date)]
    pub date: Option<Date>,
    #[arg(long, value_name = "ID")]
    pub cost: Option<String>,
    #[arg(long, allow_hyphen_values = true, value_name = "TEXT", requires = "cost")]
    pub label: Option<String>,
    #[arg(long, requires = "cost", value_parser = usage::word(CostKind::ALL))]
    pub kind: Option<CostKind>,
    #[arg(long, value_name = "YEAR", requires = "cost", value_parser = usage::period::<Period>)]
    pub year: Option<Period>,
    #[arg(long, allow_hyphen_values = true, value_name = "TEXT", requires = "cost")]
    pub condition: Option<String>,
    #[arg(long, value_name = "AMOUNT", requires = "cost", value_parser = usage::amount)]
    pub planned: Option<Euros>,
    #[arg(long, value_name = "AMOUNT", requires = "cost", value_parser = usage::amount)]
    pub committed: Option<Euros>,
    #[arg(long, value_name = "AMOUNT", requires = "cost", value_parser = usage::amount)]
    pub invoiced: Option<Euros>,
    #[arg(long, value_name = "AMOUNT", requires = "cost", value_parser = usage::amount)]
    pub paid: Option<Euros>,
}

/// Adds an action, or changes one.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let (opened, lock) = Opened::to_write(ui)?;
    let (named, fields) = match &args.intent {
        Intent::Add(add) => (&add.named, &add.fields),
        Intent::Update(update) => (&update.named, &update.fields),
    };
    let council = chosen::council(&opened.record, Some(&named.council))?;
    let files = opened.record.council(&council);
    let day = fields.date.unwrap_or_else(|| ui.today());
    let asked = fields.change(day, ui.today())?;
    let rewrite = match &args.intent {
        Intent::Add(add) => {
            let decided = chosen::held_session(&files, add.decided.as_deref(), ui.today())?;
            let id = new_id(&named.id)?;
            let scaffold = || scaffold::plan(&opened.record);
            add_action(&files, &id, decided, &asked, day, scaffold).map(Some)
        }
        Intent::Update(_) => match Id::new(&named.id) {
            Some(id) => update_action(&files, &id, &asked, day),
            None => Err(ActionProblem::Unknown),
        },
    };
    let rewrite = rewrite.map_err(|problem| Failure::from(said(&opened, &files, named, fields, problem)))?;
    let Some(rewrite) = rewrite else {
        let said = ui.language().already_said();
        ui.err(said);
        return Ok(Outcome::Well);
    };
    rewriting::hold_no_worse(&opened, &council, &rewrite, ui)?;
    rewriting::write(&opened, &lock, &[rewrite], ui)?;
    let said = ui.language().next_after_change();
    ui.err(said);
    Ok(Outcome::Well)
}

fn new_id(typed: &str) -> Result<Id, Failure> {
    Id::new(typed).ok_or_else(|| {
        let instead = Some(Id::suggestion(typed)).filter(|name| !name.is_empty());
        EditProblem::BadActionName { typed: typed.to_owned(), instead }.into()
    })
}

fn said(opened: &Opened, files: &CouncilRecord, named: &Named, fields: &Fields, problem: ActionProblem) -> EditProblem {
    let (council, action) = (files.id.to_string(), named.id.clone());
    match problem {
        ActionProblem::Exists => EditProblem::ActionExists { council, action },
        ActionProblem::Unknown => {
            let known: Vec<String> = files.actions().map(|(id, _)| id.to_string()).collect();
            EditProblem::UnknownAction { council, nearest: chosen::nearest(&action, &known), action, known }
        }
        ActionProblem::CostWithoutLabel => {
            EditProblem::CostWithoutLabel { cost: fields.cost.clone().unwrap_or_default() }
        }
        ActionProblem::File(error) => rewriting::problem(opened, error),
    }
}

impl Fields {
    /// What is asked of an action; an expense's step is of the day that it happened on, else of the day it is recorded.
    fn change(&self, day: Date, today: Date) -> Result<ActionChange, Failure> {
        self.hold_texts()?;
        if day > today {
            return Err(EditProblem::NotYet { day }.into());
        }
        if self.works_from.zip(self.works_to).is_some_and(|(from, to)| to.last() < from.first()) {
            return Err(EditProblem::WorksBackwards.into());
        }
        let step_day = match self.happened {
            None => Some(day),
            Some(Period::Day(day)) => Some(day),
            Some(_) => None,
        };
        let step = |amount: Option<Euros>| match (amount, step_day) {
            (None, _) => Ok(None),
            (Some(amount), Some(date)) => Ok(Some(StepChange { date, amount })),
            (Some(_), None) => Err(Failure::from(EditProblem::StepWithoutDay)),
        };
        let cost = match &self.cost {
            None => None,
            Some(id) => Some(CostChange {
                id: id.clone(),
                label: self.label.clone(),
                kind: self.kind,
                year: self.year,
                condition: self.condition.clone(),
                planned: self.planned,
                committed: step(self.committed)?,
                invoiced: step(self.invoiced)?,
                paid: step(self.paid)?,
            }),
        };
        let asked = ActionChange {
            title: self.title.clone(),
            owner: self.owner.clone(),
            due: self.due.clone(),
            due_note: self.due_note.clone(),
            priority: self.priority,
            axis: self.axis.clone(),
            review: self.review,
            works_from: self.works_from,
            works_to: self.works_to,
            status: self.status,
            note: self.note.clone(),
            happened: self.happened,
            cost,
        };
        // When it happened says nothing of its own.
        let nothing = ActionChange { happened: self.happened, ..ActionChange::default() };
        if asked == nothing { Err(EditProblem::NothingAsked.into()) } else { Ok(asked) }
    }

    /// Holds that each text that was given has a letter.
    fn hold_texts(&self) -> Result<(), Failure> {
        let texts = [
            ("--title", &self.title),
            ("--due-note", &self.due_note),
            ("--axis", &self.axis),
            ("--note", &self.note),
            ("--cost", &self.cost),
            ("--label", &self.label),
            ("--condition", &self.condition),
        ];
        let owners = self.owner.iter().map(|owner| ("--owner", owner.as_str()));
        let given = texts.into_iter().filter_map(|(option, text)| Some((option, text.as_deref()?)));
        match given.chain(owners).find(|(_, text)| Text::new(text).is_none()) {
            Some((option, _)) => Err(EditProblem::BlankText { option }.into()),
            None => Ok(()),
        }
    }
}
