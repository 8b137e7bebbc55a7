//! Several actions added to a plan at once, as from a spreadsheet.

use super::action::{ActionChange, ActionProblem, add_action};
use super::draft::Rewrite;
use crate::model::{Date, Id, SessionId};
use crate::record::CouncilRecord;

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
    mut files: CouncilRecord,
    new: &[NewAction],
    day: Date,
    scaffold: impl Fn() -> String,
) -> Result<Option<Rewrite>, (usize, ActionProblem)> {
    let before = files.plan.as_ref().map(|plan| plan.bytes().to_vec());
    let mut last = None;
    for (place, action) in new.iter().enumerate() {
        let added = add_action(&files, &action.id, action.decided, &action.asked, day, &scaffold);
        let rewrite = added.map_err(|problem| (place, problem))?;
        files = files.with(&rewrite.path, rewrite.after.as_bytes());
        last = Some(rewrite);
    }
    Ok(last.map(|rewrite| Rewrite { before, ..rewrite }))
}
