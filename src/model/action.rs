//! An action of the plan: what was promised, by whom, for when, and how it went.

use super::date::Date;
use super::entries::Entries;
use super::list::{List, OneOrMany};
use super::period::{Period, TypedPeriod};
use super::plan::{Cost, Priority, Works};
use super::session_id::SessionId;
use super::text::Text;
use schemars::JsonSchema;
use serde::Deserialize;

/// An action. It is one record for its whole life: séances refer to it, nothing is copied forward.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// What is to be done.
    pub title: Text,
    /// The session that took it: its date.
    pub decided: Text,
    /// The axis it belongs to, by its id.
    pub axis: Option<Text>,
    /// Who does it: a unit, member, partner, association, group, the council's id, or `landlord`.
    #[serde(default)]
    pub owner: OneOrMany<Text>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// When it is due, at the end of the period.
    pub due: Option<TypedPeriod>,
    /// When it is due, in words.
    pub due_note: Option<Text>,
    /// Not on an agenda before.
    pub review: Option<Period>,
    /// When works take place.
    pub works: Option<Works>,
    /// What it costs.
    #[serde(default)]
    pub costs: Entries<Cost>,
    /// How it went, in the order it was recorded; the last is what holds.
    #[serde(default)]
    pub updates: List<Update>,
}

/// A step in an action's life.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// When it was recorded.
    pub date: Date,
    /// When it happened.
    pub happened: Option<Period>,
    /// How far the action is since.
    pub status: Option<Status>,
    /// A remark.
    pub note: Option<Text>,
    /// Who does it since.
    #[serde(default)]
    pub owner: OneOrMany<Text>,
    /// When it is due since.
    pub due: Option<TypedPeriod>,
}

/// How far an action is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Suggested, not yet taken on.
    Proposed,
    /// Taken on; until an update says otherwise.
    #[default]
    Planned,
    /// Begun.
    InProgress,
    /// Waiting.
    OnHold,
    /// Done.
    Done,
    /// Refused.
    Declined,
    /// Given up.
    Dropped,
}

impl Status {
    /// Every status with the word it is typed as.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Proposed, "proposed"),
        (Self::Planned, "planned"),
        (Self::InProgress, "in-progress"),
        (Self::OnHold, "on-hold"),
        (Self::Done, "done"),
        (Self::Declined, "declined"),
        (Self::Dropped, "dropped"),
    ];

    /// The word it is typed as.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(status, _)| *status == self).map_or("", |(_, key)| key)
    }

    /// Says whether nothing more is to be done.
    pub fn is_ended(self) -> bool {
        matches!(self, Self::Done | Self::Declined | Self::Dropped)
    }

    /// Says whether the action is refused or given up, which wants a reason.
    pub fn wants_reason(self) -> bool {
        matches!(self, Self::Declined | Self::Dropped)
    }
}

/// An action as it stands on a day.
#[derive(Debug, Clone)]
pub struct ActionState<'a> {
    /// How far it is.
    pub status: Status,
    /// Who does it.
    pub owner: &'a [Text],
    /// When it is due.
    pub due: Option<Period>,
    /// When it is due, as it was typed.
    pub due_typed: Option<&'a str>,
    /// The last update counted.
    pub last: Option<&'a Update>,
    /// Whether anybody still expects it; of a body that has ended nobody does.
    pub is_expected: bool,
}

impl Action {
    /// Says whether the action is there on a day: it is not before the session that took it.
    pub fn is_decided_by(&self, day: Date) -> bool {
        self.decided.parse::<SessionId>().map_or(true, |session| session.date <= day)
    }

    /// The action as of a day: the updates recorded by then count, each for what it says.
    pub fn state_on(&self, day: Date) -> ActionState<'_> {
        let mut due = self.due.as_ref();
        let mut state = ActionState {
            status: Status::default(),
            owner: &self.owner,
            due: None,
            due_typed: None,
            last: None,
            is_expected: true,
        };
        for update in self.updates.iter().filter(|update| update.date <= day) {
            state.status = update.status.unwrap_or(state.status);
            if !update.owner.is_empty() {
                state.owner = &update.owner;
            }
            due = update.due.as_ref().or(due);
            state.last = Some(update);
        }
        state.due = due.map(|due| due.period);
        state.due_typed = due.map(|due| due.typed.as_str());
        state
    }
}

impl ActionState<'_> {
    /// Says whether the action is expected to move: neither ended nor on hold nor only proposed.
    pub fn is_pending(&self) -> bool {
        matches!(self.status, Status::Planned | Status::InProgress)
    }

    /// How many days past its due period the action is on a day; `None` where it is not late.
    pub fn days_late_on(&self, day: Date) -> Option<i64> {
        let due = self.due.filter(|_| self.is_pending() && self.is_expected)?;
        let days = day.days_since(due.last());
        (days > 0).then_some(days)
    }
}
