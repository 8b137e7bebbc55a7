//! What actions cost, as known on a day, and who decided it. Tables and reports are made from it.
//!
//! A cost counts once against the grant of its unit, year and kind: the invoiced amount, else the committed one. What is
//! planned, or depends on a condition and is not committed, counts nowhere.

use crate::model::{Action, Cost, CostKind, Date, Euros, Id, Landlord, Money, SessionId};
use crate::record::CouncilRecord;
use std::iter::Sum;
use std::ops::Add;

/// The parts of a grant in the order of tables; the last is what is taken from the whole.
pub const PARTS: [Option<CostKind>; 3] = [Some(CostKind::Upkeep), Some(CostKind::Investment), None];

/// The amounts of an expense or of several, as known on a day, in euros.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amounts {
    /// What is expected of expenses that are not begun.
    pub planned: Euros,
    /// What is expected of those that depend on a condition.
    pub conditional: Euros,
    /// What was ordered.
    pub committed: Euros,
    /// What was billed.
    pub invoiced: Euros,
    /// What was paid.
    pub paid: Euros,
    /// What counts against the grant.
    pub counted: Euros,
}

impl Amounts {
    /// A cost's amounts as known on a day.
    pub fn of(cost: &Cost, day: Date) -> Self {
        let known = |step: &Option<Money>| step.as_ref().and_then(|step| step.known_on(day));
        let steps = [&cost.committed, &cost.invoiced, &cost.paid].map(known);
        let [committed, invoiced, paid] = steps.map(Option::unwrap_or_default);
        let expected = cost.planned.filter(|_| !cost.is_begun_on(day)).unwrap_or_default();
        let (planned, conditional) =
            if cost.is_conditional_on(day) { (Euros::ZERO, expected) } else { (expected, Euros::ZERO) };
        let counted = cost.counted_on(day).unwrap_or_default();
        Self { planned, conditional, committed, invoiced, paid, counted }
    }
}

impl Add for Amounts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            planned: self.planned + other.planned,
            conditional: self.conditional + other.conditional,
            committed: self.committed + other.committed,
            invoiced: self.invoiced + other.invoiced,
            paid: self.paid + other.paid,
            counted: self.counted + other.counted,
        }
    }
}

impl Sum for Amounts {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}

/// A cost line of an action, as known on a day.
#[derive(Debug, Clone, Copy)]
pub struct Expense<'a> {
    /// The action's id.
    pub action: &'a Id,
    /// What is done for it.
    pub title: &'a str,
    /// The cost's id.
    pub id: &'a Id,
    /// The line itself.
    pub cost: &'a Cost,
    /// The unit whose grant it is taken from.
    pub unit: Option<&'a Id>,
    /// The year of the grant.
    pub year: Option<i32>,
    /// Its amounts.
    pub amounts: Amounts,
    /// Who decided it.
    pub decided: Decided,
}

/// Who decided an expense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// The council, in the session that took the action.
    Session {
        /// The session.
        session: SessionId,
        /// Whether one of its topics ends in that action, so that the minutes tell it.
        in_minutes: bool,
    },
    /// Nobody: the session that the action names was not held.
    NotHeld,
    /// Nobody: it was ordered or billed before that session.
    Before(SessionId),
}

impl Decided {
    /// The session that decided it.
    pub fn session(self) -> Option<SessionId> {
        match self {
            Self::Session { session, .. } => Some(session),
            Self::NotHeld | Self::Before(_) => None,
        }
    }
}

/// A council's expenses as known on a day, in the order of its plan. What was expected of an action that has been refused
/// or given up is expected no longer.
pub fn expenses<'a>(landlord: &'a Landlord, files: &'a CouncilRecord, day: Date) -> impl Iterator<Item = Expense<'a>> {
    let unit = files.council.value().and_then(|council| landlord.unit_of_council(council)).map(|(id, _)| id);
    let actions = files.actions().filter(move |(_, action)| action.is_decided_by(day));
    actions.flat_map(move |(id, action)| {
        let is_given_up = action.state_on(day).status.wants_reason();
        action.costs.iter().map(move |(cost_id, cost)| {
            let mut amounts = Amounts::of(cost, day);
            if is_given_up {
                amounts = Amounts { planned: Euros::ZERO, conditional: Euros::ZERO, ..amounts };
            }
            Expense {
                action: id,
                title: &action.title,
                id: cost_id,
                cost,
                unit,
                year: cost.grant_year(),
                amounts,
                decided: decided(files, (id, action), cost),
            }
        })
    })
}

fn decided(files: &CouncilRecord, (id, action): (&Id, &Action), cost: &Cost) -> Decided {
    let named = action.decided.parse::<SessionId>().ok();
    let held = named.and_then(|session| Some((session, files.session(session)?.value()?)));
    let Some((session, file)) = held.filter(|(_, file)| file.is_held()) else { return Decided::NotHeld };
    let mut spent = [&cost.committed, &cost.invoiced].into_iter().flatten().filter_map(|step| step.date);
    if spent.any(|date| date < session.date) {
        return Decided::Before(session);
    }
    Decided::Session { session, in_minutes: file.actions().any(|told| told.as_str() == id.as_str()) }
}
