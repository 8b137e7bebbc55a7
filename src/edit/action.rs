//! An action that is added to a plan, or that moves: what it is goes into its fields; how it went, and who does it by
//! when from now on, into a new update, so that old minutes stay true.

use super::draft::{Draft, EditError, Rewrite};
use super::order::in_plan;
use crate::model::{Action, CostKind, Date, Euros, Id, Period, Priority, SessionId, Status, Text, TypedPeriod};
use crate::record::CouncilRecord;
use crate::route;
use crate::yaml::{Content, Route};

/// What is to be said of an action; what is left out stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionChange {
    /// What is to be done.
    pub title: Option<String>,
    /// Who does it from now on.
    pub owner: Vec<String>,
    /// When it is due from now on.
    pub due: Option<TypedPeriod>,
    /// When it is due, in words.
    pub due_note: Option<String>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// The axis it belongs to.
    pub axis: Option<String>,
    /// Not on an agenda before.
    pub review: Option<Period>,
    /// When works begin.
    pub works_from: Option<Period>,
    /// When works end.
    pub works_to: Option<Period>,
    /// How far it is.
    pub status: Option<Status>,
    /// A remark.
    pub note: Option<String>,
    /// When it happened.
    pub happened: Option<Period>,
    /// A line of expense.
    pub cost: Option<CostChange>,
}

/// What is to be said of a line of expense.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CostChange {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub label: Option<String>,
    /// The part of the grant it is taken from.
    pub kind: Option<CostKind>,
    /// The year of the grant.
    pub year: Option<Period>,
    /// What it depends on until it is committed.
    pub condition: Option<String>,
    /// Estimated.
    pub planned: Option<Euros>,
    /// Ordered.
    pub committed: Option<StepChange>,
    /// Billed.
    pub invoiced: Option<StepChange>,
    /// Paid.
    pub paid: Option<StepChange>,
}

/// A step of an expense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepChange {
    /// When.
    pub date: Date,
    /// How much.
    pub amount: Euros,
}

/// Why an action cannot be what is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActionProblem {
    /// The plan has an action of this id.
    Exists,
    /// The plan has no action of this id.
    Unknown,
    /// A new line of expense is to say what it is for.
    CostWithoutLabel,
    /// The file cannot be changed.
    File(EditError),
}

impl From<EditError> for ActionProblem {
    fn from(error: EditError) -> Self {
        Self::File(error)
    }
}

/// Adds an action to a council's plan; where there is no plan, `scaffold` begins one. What is said of how it went is
/// recorded on the day given.
///
/// # Errors
/// When there is one of this id already, or the plan cannot be changed.
pub fn add_action(
    files: &CouncilRecord,
    id: &Id,
    decided: SessionId,
    asked: &ActionChange,
    day: Date,
    scaffold: impl FnOnce() -> String,
) -> Result<Rewrite, ActionProblem> {
    let mut draft = begun(files, scaffold)?;
    put_action(&mut draft, files, id, decided, asked, day)?;
    draft.done().ok_or(ActionProblem::Exists)
}

/// The plan to be changed; where there is none, what `scaffold` begins.
pub(super) fn begun(files: &CouncilRecord, scaffold: impl FnOnce() -> String) -> Result<Draft, EditError> {
    let path = &files.paths.plan;
    match &files.plan {
        Some(plan) => Draft::of(path, plan.bytes(), in_plan),
        None => Ok(Draft::new(path, scaffold(), in_plan)),
    }
}

/// Puts an action that the plan has not into a draft of it.
pub(super) fn put_action(
    draft: &mut Draft,
    files: &CouncilRecord,
    id: &Id,
    decided: SessionId,
    asked: &ActionChange,
    day: Date,
) -> Result<(), ActionProblem> {
    if files.actions().any(|(known, _)| known == id) {
        return Err(ActionProblem::Exists);
    }
    readable(files, id)?;
    Ok(draft.set(route!["actions", id.as_str()], Content::Map(new_fields(decided, asked, day)?))?)
}

/// All that is said of a new action, in the order of a plan: one change to the text, whatever is said.
fn new_fields(decided: SessionId, asked: &ActionChange, day: Date) -> Result<Vec<(String, Content)>, ActionProblem> {
    let mut fields = Vec::new();
    push(&mut fields, "title", asked.title.as_ref());
    push(&mut fields, "decided", Some(&decided));
    push(&mut fields, "axis", asked.axis.as_ref());
    push_owner(&mut fields, &asked.owner);
    push(&mut fields, "priority", asked.priority.map(Priority::key).as_ref());
    push(&mut fields, "due", asked.due.as_ref().map(|due| &due.typed));
    push(&mut fields, "due_note", asked.due_note.as_ref());
    push(&mut fields, "review", asked.review.as_ref());
    let mut works = Vec::new();
    push(&mut works, "from", asked.works_from.as_ref());
    push(&mut works, "to", asked.works_to.as_ref());
    if !works.is_empty() {
        fields.push(("works".to_owned(), Content::Map(works)));
    }
    if let Some(cost) = &asked.cost {
        let costs = Content::Map(vec![(cost.id.clone(), Content::Map(new_cost(cost)?))]);
        fields.push(("costs".to_owned(), costs));
    }
    let recorded = ActionChange { owner: Vec::new(), due: None, ..asked.clone() };
    if let Some(update) = update(&recorded, day) {
        fields.push(("updates".to_owned(), Content::List(vec![update])));
    }
    Ok(fields)
}

/// All that is said of a new line of expense.
fn new_cost(cost: &CostChange) -> Result<Vec<(String, Content)>, ActionProblem> {
    let mut fields = Vec::new();
    push(&mut fields, "label", Some(cost.label.as_ref().ok_or(ActionProblem::CostWithoutLabel)?));
    push(&mut fields, "kind", cost.kind.map(CostKind::key).as_ref());
    push(&mut fields, "year", cost.year.as_ref());
    push(&mut fields, "condition", cost.condition.as_ref());
    push(&mut fields, "planned", cost.planned.as_ref());
    for (key, step) in [("committed", cost.committed), ("invoiced", cost.invoiced), ("paid", cost.paid)] {
        let Some(step) = step else { continue };
        let mut said = Vec::new();
        push(&mut said, "date", Some(&step.date));
        push(&mut said, "amount", Some(&step.amount));
        fields.push((key.to_owned(), Content::Map(said)));
    }
    Ok(fields)
}

/// Changes an action of a council's plan. What is said of how it went, who does it and by when is recorded on the day
/// given, unless the last update says just that. `None` where the plan says all of it already.
///
/// # Errors
/// When there is no such action, or the plan cannot be changed.
pub fn update_action(
    files: &CouncilRecord,
    id: &Id,
    asked: &ActionChange,
    day: Date,
) -> Result<Option<Rewrite>, ActionProblem> {
    readable(files, id)?;
    let (_, action) = files.actions().find(|(known, _)| *known == id).ok_or(ActionProblem::Unknown)?;
    let plan = files.plan.as_ref().ok_or(ActionProblem::Unknown)?;
    let mut draft = Draft::of(&files.paths.plan, plan.bytes(), in_plan)?;
    let route = route!["actions", id.as_str()];
    set_fields(&mut draft, &route, asked)?;
    set_cost(&mut draft, &route, action, asked.cost.as_ref())?;
    if let Some(update) = update(asked, day)
        && !is_said(asked, day, action)
    {
        draft.append(route.then("updates"), update)?;
    }
    Ok(draft.done())
}

/// Whether an action is there cannot be said where its plan, or what stands under its id, could not be read.
fn readable(files: &CouncilRecord, id: &Id) -> Result<(), EditError> {
    let lost = files.plan.as_ref().filter(|plan| plan.has_lost(&route!["actions", id.as_str()]));
    lost.map_or(Ok(()), |plan| Err(EditError::Faulty { path: plan.path.clone() }))
}

/// Sets the fields of what an action is.
fn set_fields(draft: &mut Draft, action: &Route, asked: &ActionChange) -> Result<(), EditError> {
    let at = |key: &str| action.clone().then(key);
    draft.set_text(at("title"), asked.title.as_ref())?;
    draft.set_text(at("axis"), asked.axis.as_ref())?;
    draft.set_text(at("priority"), asked.priority.map(Priority::key))?;
    draft.set_text(at("due_note"), asked.due_note.as_ref())?;
    draft.set_text(at("review"), asked.review.as_ref())?;
    draft.set_text(at("works").then("from"), asked.works_from.as_ref())?;
    draft.set_text(at("works").then("to"), asked.works_to.as_ref())
}

/// Sets what is said of a line of expense.
fn set_cost(
    draft: &mut Draft,
    action: &Route,
    known: &Action,
    asked: Option<&CostChange>,
) -> Result<(), ActionProblem> {
    let Some(cost) = asked else { return Ok(()) };
    let is_known = known.costs.iter().any(|(id, _)| id.as_str() == cost.id);
    if !is_known && cost.label.is_none() {
        return Err(ActionProblem::CostWithoutLabel);
    }
    let at = |key: &str| action.clone().then("costs").then(cost.id.as_str()).then(key);
    draft.set_text(at("label"), cost.label.as_ref())?;
    draft.set_text(at("kind"), cost.kind.map(CostKind::key))?;
    draft.set_text(at("year"), cost.year.as_ref())?;
    draft.set_text(at("condition"), cost.condition.as_ref())?;
    draft.set_text(at("planned"), cost.planned.as_ref())?;
    for (key, step) in [("committed", cost.committed), ("invoiced", cost.invoiced), ("paid", cost.paid)] {
        let Some(step) = step else { continue };
        draft.set_text(at(key).then("date"), Some(&step.date))?;
        draft.set_text(at(key).then("amount"), Some(&step.amount))?;
    }
    Ok(())
}

/// The update that records how an action went; `None` where nothing of it is said.
fn update(asked: &ActionChange, day: Date) -> Option<Content> {
    let mut fields = Vec::new();
    push(&mut fields, "happened", asked.happened.as_ref());
    push(&mut fields, "status", asked.status.map(Status::key).as_ref());
    push(&mut fields, "note", asked.note.as_ref());
    push_owner(&mut fields, &asked.owner);
    push(&mut fields, "due", asked.due.as_ref().map(|due| &due.typed));
    // When an expense happened is the date of its step.
    let only_when = asked.cost.is_some() && fields.iter().all(|(key, _)| key == "happened");
    fields.insert(0, ("date".to_owned(), Content::text(&day)));
    (fields.len() > 1 && !only_when).then_some(Content::Map(fields))
}

/// Says whether all that is asked holds already, so that a command that is given again records nothing twice: the last
/// update says it, or it is only an owner or a due date, and they are so.
fn is_said(asked: &ActionChange, day: Date, action: &Action) -> bool {
    let is_owner = |owner: &[Text]| owner.iter().map(Text::as_str).eq(asked.owner.iter().map(String::as_str));
    let is_last = action.updates.last().is_some_and(|last| {
        (last.date, last.happened, last.status) == (day, asked.happened, asked.status)
            && last.note.as_ref().map(Text::as_str) == asked.note.as_deref()
            && last.due == asked.due
            && is_owner(&last.owner)
    });
    let state = action.state_on(day);
    let is_news = asked.status.is_some() || asked.note.is_some() || asked.happened.is_some();
    let is_so = !is_news
        && (asked.owner.is_empty() || is_owner(state.owner))
        && asked.due.as_ref().is_none_or(|due| state.due == Some(due.period));
    is_last || is_so
}

fn push(fields: &mut Vec<(String, Content)>, key: &str, text: Option<&(impl ToString + ?Sized)>) {
    if let Some(text) = text {
        fields.push((key.to_owned(), Content::text(text)));
    }
}

fn push_owner(fields: &mut Vec<(String, Content)>, owner: &[String]) {
    match owner {
        [] => {}
        [one] => push(fields, "owner", Some(one)),
        several => {
            fields.push(("owner".to_owned(), Content::List(several.iter().map(Content::text).collect())));
        }
    }
}
