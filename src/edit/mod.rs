//! What a command changes in files that are there: one file an intent, from what is asked to the new texts. Writes
//! nothing; `cli` does, once it has checked that the record is no worse for it.

mod action;
mod approval;
mod draft;
mod joined;
mod new_actions;
mod order;
mod publication;
mod session_move;

pub use action::{ActionChange, ActionProblem, CostChange, StepChange, add_action, update_action};
pub use approval::{ApprovalProblem, Approving, approve};
pub use draft::{EditError, Rewrite};
pub use joined::joined_plan;
pub use new_actions::{NewAction, add_actions};
pub use publication::publish;
pub use session_move::{MoveProblem, SessionMove, move_session};
