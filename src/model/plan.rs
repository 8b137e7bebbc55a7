//! `<council>/plan.yaml`: the action plan, with its axes.

use super::action::Action;
use super::date::Date;
use super::entries::Entries;
use super::list::List;
use super::money::Euros;
use super::period::Period;
use super::text::Text;
use schemars::JsonSchema;
use serde::Deserialize;

/// A body's action plan.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The axes of work.
    #[serde(default)]
    pub axes: Entries<Axis>,
    /// The actions.
    #[serde(default)]
    pub actions: Entries<Action>,
}

/// An axis of work.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Axis {
    /// Its title.
    pub title: Text,
    /// What it is about: a theme, by its id.
    pub theme: Option<Text>,
    /// The findings it takes up: `session/finding`.
    #[serde(default)]
    pub answers: List<Text>,
    /// The partners it involves, by id.
    #[serde(default)]
    pub partners: List<Text>,
}

/// How urgent an action is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// First.
    High,
    /// As usual.
    #[default]
    Normal,
    /// Last.
    Low,
}

impl Priority {
    /// Every priority with the word it is typed as.
    pub const ALL: [(Self, &'static str); 3] = [(Self::High, "high"), (Self::Normal, "normal"), (Self::Low, "low")];

    /// The word it is typed as.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(priority, _)| *priority == self).map_or("", |(_, key)| key)
    }
}

/// When works take place: the *planning d'intervention*.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Works {
    /// Their beginning.
    pub from: Option<Period>,
    /// Their end.
    pub to: Option<Period>,
}

/// A line of expense, from the estimate to the payment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// What it is for.
    pub label: Text,
    /// The part of the grant it is taken from; the whole by default.
    pub kind: Option<CostKind>,
    /// The year of the grant; by default that of `committed`.
    pub year: Option<Period>,
    /// What it depends on until it is committed.
    pub condition: Option<Text>,
    /// What is expected, in euros: shown, counted nowhere.
    pub planned: Option<Euros>,
    /// What was ordered, and when.
    pub committed: Option<Money>,
    /// What was billed, and when.
    pub invoiced: Option<Money>,
    /// What was paid, and when.
    pub paid: Option<Money>,
}

impl Cost {
    /// The year of the grant it is taken from: its own, else that of its first amount.
    pub fn grant_year(&self) -> Option<i32> {
        let steps = [&self.committed, &self.invoiced, &self.paid];
        let first = || steps.into_iter().flatten().find_map(|step| step.date).map(Date::year);
        self.year.map(|year| year.first().year()).or_else(first)
    }

    /// Says whether anything of it was ordered, billed or paid by a day.
    pub fn is_begun_on(&self, day: Date) -> bool {
        [&self.committed, &self.invoiced, &self.paid].into_iter().flatten().any(|step| step.known_on(day).is_some())
    }

    /// Says whether it still depended on its condition on a day: nothing of it was ordered, billed or paid.
    pub fn is_conditional_on(&self, day: Date) -> bool {
        self.condition.is_some() && !self.is_begun_on(day)
    }

    /// What it counts against the grant, whenever that was known: the invoiced amount, else the committed one.
    pub fn counted(&self) -> Option<Euros> {
        let amount = |step: &Option<Money>| step.as_ref().and_then(|step| step.amount);
        amount(&self.invoiced).or_else(|| amount(&self.committed))
    }

    /// What it counts against the grant, as known on a day: the invoiced amount, else the committed one.
    pub fn counted_on(&self, day: Date) -> Option<Euros> {
        let known = |step: &Option<Money>| step.as_ref().and_then(|step| step.known_on(day));
        known(&self.invoiced).or_else(|| known(&self.committed))
    }
}

impl Money {
    /// The amount, where it is not of a later day.
    pub fn known_on(&self, day: Date) -> Option<Euros> {
        self.amount.filter(|_| self.date.is_none_or(|date| date <= day))
    }
}

/// The part of a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CostKind {
    /// *Entretien courant*.
    Upkeep,
    /// *Petits travaux d'investissement*.
    Investment,
}

impl CostKind {
    /// Every kind with the word it is typed as.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Upkeep, "upkeep"), (Self::Investment, "investment")];

    /// The word it is typed as.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, key)| key)
    }
}

/// An amount, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// On what day.
    pub date: Option<Date>,
    /// How much, in euros.
    pub amount: Option<Euros>,
}
