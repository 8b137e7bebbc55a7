//! What happened between two states of a record, as facts of the field: sessions held, actions done, minutes approved.
//! Made file by file, so that a state need not be loaded; knows nothing of git. Used by `commit` and `log`.

mod comparison;
mod plan;
mod session;

pub use comparison::Comparison;

use crate::model::{Id, SessionId, Status};
use std::collections::{BTreeMap, BTreeSet};

/// What happened to a record. Each set is in the order in which it is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// To what all councils share.
    pub shared: BTreeSet<SharedChange>,
    /// To each council.
    pub councils: BTreeMap<Id, BTreeSet<Change>>,
    /// To files that say nothing of councils: settings, a README; their paths.
    pub others: BTreeSet<String>,
}

/// What happened to a thing as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It was not there before.
    New,
    /// It says something else.
    Edited,
    /// It is no longer there.
    Removed,
}

/// What happened to the files that all councils share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SharedChange {
    /// The landlord's file.
    Landlord(Fate),
    /// The charter.
    Charter(Fate),
    /// The coaching pilot.
    Coaching(Fate),
    /// A template of the landlord's own.
    Template(Fate),
}

/// What happened to a council.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is new, or gone.
    Council(Fate),
    /// It has ended.
    Closed,
    /// A session.
    Session(SessionChange, SessionId),
    /// A session is dated otherwise: the new date, then the old one.
    Moved(SessionId, SessionId),
    /// A later session approved the minutes of this one.
    Approved(SessionId),
    /// The minutes of a session.
    Minutes(Fate, SessionId),
    /// An action.
    Action(ActionChange, Id),
    /// A cost of an action: how far it is, the action, the cost.
    Cost(CostStep, Id, Id),
    /// A survey wave, by name.
    Survey(Fate, String),
    /// A new member.
    Member(Id),
    /// `council.yaml` says something else, of which nothing above tells.
    Edited,
    /// `plan.yaml` says something else, of which nothing above tells.
    Plan,
}

/// What happened to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SessionChange {
    /// It was held.
    Held,
    /// It is planned.
    Planned,
    /// It was cancelled.
    Cancelled,
    /// Its file says something else.
    Edited,
    /// Its file is gone.
    Removed,
}

/// What happened to an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionChange {
    /// It is new, however far it is.
    New,
    /// It has come to another state.
    Done,
    /// It has begun.
    Started,
    /// It is taken on, from proposed, on hold, or an end.
    Planned,
    /// It waits.
    OnHold,
    /// It is refused.
    Declined,
    /// It is given up.
    Dropped,
    /// It is only proposed again.
    Proposed,
    /// Its follow-up says more, and its state is the same.
    Noted,
    /// It says something else.
    Edited,
    /// It is gone.
    Removed,
}

impl From<Status> for ActionChange {
    fn from(status: Status) -> Self {
        match status {
            Status::Proposed => Self::Proposed,
            Status::Planned => Self::Planned,
            Status::InProgress => Self::Started,
            Status::OnHold => Self::OnHold,
            Status::Done => Self::Done,
            Status::Declined => Self::Declined,
            Status::Dropped => Self::Dropped,
        }
    }
}

/// How far a cost has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CostStep {
    /// Estimated.
    Planned,
    /// Ordered.
    Committed,
    /// Billed.
    Invoiced,
    /// Paid.
    Paid,
}

impl Changes {
    /// Says whether nothing happened.
    pub fn is_empty(&self) -> bool {
        self.shared.is_empty() && self.councils.is_empty() && self.others.is_empty()
    }

    /// What happened seen from both of two earlier states: what a merge did of its own.
    #[must_use]
    pub fn common(self, other: &Self) -> Self {
        let mut councils = BTreeMap::new();
        for (id, changes) in self.councils {
            let others = other.councils.get(&id);
            let both: BTreeSet<Change> =
                changes.into_iter().filter(|change| others.is_some_and(|others| others.contains(change))).collect();
            if !both.is_empty() {
                councils.insert(id, both);
            }
        }
        Self {
            shared: self.shared.intersection(&other.shared).copied().collect(),
            councils,
            others: self.others.intersection(&other.others).cloned().collect(),
        }
    }
}
