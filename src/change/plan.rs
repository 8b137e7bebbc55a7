//! What happened to the actions of a plan, and to what they cost.

use super::{ActionChange, Change, CostStep};
use crate::model::{Action, Cost, Entries, Id, Plan, Status};
use crate::yaml::read;
use std::collections::BTreeSet;

/// Compares two states of a plan; one that is not there is empty.
pub(super) fn compare(before: &[u8], after: &[u8], changes: &mut BTreeSet<Change>) {
    let told = changes.len();
    if let (Some(before), Some(after)) = (plan(before), plan(after)) {
        for (id, action) in &after.actions {
            match before.actions.get(id) {
                None => drop(changes.insert(Change::Action(ActionChange::New, id.clone()))),
                Some(before) => {
                    changes.extend(of_action(before, action).map(|change| Change::Action(change, id.clone())));
                }
            }
            costs(id, before.actions.get(id), action, changes);
        }
        let gone = before.actions.keys().filter(|id| !after.actions.contains_key(*id));
        changes.extend(gone.map(|id| Change::Action(ActionChange::Removed, id.clone())));
    }
    if changes.len() == told {
        changes.insert(Change::Plan);
    }
}

fn plan(bytes: &[u8]) -> Option<Plan> {
    if bytes.is_empty() { Some(Plan::default()) } else { read(bytes).value }
}

/// What happened to an action that is in both states, but for its costs.
fn of_action(before: &Action, after: &Action) -> Option<ActionChange> {
    let (old, new) = (status(before), status(after));
    let stands = |action: &Action| Action { updates: Vec::new().into(), costs: Entries::default(), ..action.clone() };
    if old != new {
        Some(new.into())
    } else if before.updates.len() < after.updates.len() {
        Some(ActionChange::Noted)
    } else if before.updates != after.updates || stands(before) != stands(after) {
        Some(ActionChange::Edited)
    } else {
        None
    }
}

/// The state that the latest update leaves an action in.
fn status(action: &Action) -> Status {
    action.updates.iter().rev().find_map(|update| update.status).unwrap_or_default()
}

/// The steps that costs have taken; a cost that takes none and is otherwise than before is a change of its action.
fn costs(id: &Id, before: Option<&Action>, after: &Action, changes: &mut BTreeSet<Change>) {
    for (name, cost) in &after.costs {
        let old = before.and_then(|before| before.costs.get(name));
        let mut moved = false;
        for step in [CostStep::Planned, CostStep::Committed, CostStep::Invoiced, CostStep::Paid] {
            if has_taken(cost, step) && !old.is_some_and(|old| has_taken(old, step)) {
                changes.insert(Change::Cost(step, id.clone(), name.clone()));
                moved = true;
            }
        }
        if !moved && before.is_some() && old != Some(cost) {
            changes.insert(Change::Action(ActionChange::Edited, id.clone()));
        }
    }
    let gone = before.is_some_and(|before| before.costs.keys().any(|name| !after.costs.contains_key(name)));
    if gone {
        changes.insert(Change::Action(ActionChange::Edited, id.clone()));
    }
}

fn has_taken(cost: &Cost, step: CostStep) -> bool {
    match step {
        CostStep::Planned => cost.planned.is_some(),
        CostStep::Committed => cost.committed.is_some(),
        CostStep::Invoiced => cost.invoiced.is_some(),
        CostStep::Paid => cost.paid.is_some(),
    }
}
