//! Several actions added to a plan at once, as from a spreadsheet.

use super::action::{ActionChange, ActionProblem, begun, put_action};
use super::draft::Rewrite;
use crate::model::{Date, Id, SessionId};
use crate::record::CouncilRecord;
use std::collections::BTreeSet;

/// An action to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAction {
    /// Its id.
    pub id: Id,
    /// The session that took it.
    pub decided: SessionId,
    /// What is said of it.
    pub asked: ActionChange,
}

/// Adds actions to a council's plan, one after another; where there is no plan, `scaffold` begins one. `None` where there
/// are none to add.
///
/// # Errors
/// The place of the first that cannot be added, and why.
pub fn add_actions(
    files: &CouncilRecord,
    new: &[NewAction],
    day: Date,
    scaffold: impl FnOnce() -> String,
) -> Result<Option<Rewrite>, (usize, ActionProblem)> {
    if new.is_empty() {
        return Ok(None);
    }
    let mut draft = begun(files, scaffold).map_err(|error| (0, error.into()))?;
    let mut ids = BTreeSet::new();
    for (place, action) in new.iter().enumerate() {
        if !ids.insert(&action.id) {
            return Err((place, ActionProblem::Exists));
        }
        let put = put_action(&mut draft, files, &action.id, action.decided, &action.asked, day);
        put.map_err(|problem| (place, problem))?;
    }
    Ok(draft.done())
}
