//! What the councils take from the grants of their units, gathered as they stream by: one sum a unit, year and kind, so
//! that it does not grow with their number.

use super::CouncilScope;
use crate::model::{Cost, CostKind, Euros, Id, Year};
use crate::record::{CouncilRecord, Record};
use crate::route;
use std::collections::BTreeMap;

/// What was spent of the three parts of a year's grant: for upkeep, for investment, and of no part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Spent {
    /// *Entretien courant*.
    pub upkeep: Euros,
    /// *Petits travaux d'investissement*.
    pub investment: Euros,
    /// Without a kind.
    pub whole: Euros,
}

impl Spent {
    /// Adds an expense.
    pub fn add(&mut self, kind: Option<CostKind>, amount: Euros) {
        let part = match kind {
            Some(CostKind::Upkeep) => &mut self.upkeep,
            Some(CostKind::Investment) => &mut self.investment,
            None => &mut self.whole,
        };
        *part = *part + amount;
    }

    fn and(self, other: Self) -> Self {
        Self {
            upkeep: self.upkeep + other.upkeep,
            investment: self.investment + other.investment,
            whole: self.whole + other.whole,
        }
    }
}

/// Of what unit and year.
pub(super) type GrantKey = (Id, Year);

/// What was spent, by unit and year; only of grants that are declared.
#[derive(Debug, Clone, Default)]
pub struct Spending(BTreeMap<GrantKey, Spent>);

impl Spending {
    /// What one council spent.
    pub fn of(scope: &CouncilScope<'_>) -> Self {
        let mut spending = Self::default();
        for_each_expense(scope.record, scope.files, |key, _, _, cost, amount| {
            spending.0.entry(key).or_default().add(cost.kind, amount);
        });
        spending
    }

    /// Adds what another council spent.
    pub fn add(&mut self, other: Self) {
        for (key, spent) in other.0 {
            let sum = self.0.entry(key).or_default();
            *sum = sum.and(spent);
        }
    }

    /// Each unit and year, with what was spent in all.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&GrantKey, &Spent)> {
        self.0.iter()
    }
}

/// Goes through the expenses of a council that count against a declared grant: with the action, the cost, and what it
/// counts. Those of which a fault has hidden something are left out.
pub(super) fn for_each_expense(
    record: &Record,
    files: &CouncilRecord,
    mut each: impl FnMut(GrantKey, &Id, &Id, &Cost, Euros),
) {
    let (Some(landlord), Some(council), Some(file)) = (record.landlord.value(), files.council.value(), &files.plan)
    else {
        return;
    };
    if ["unit", "residence"].into_iter().any(|key| files.council.has_lost_key(|| route![key])) {
        return;
    }
    let Some((unit, declared)) = landlord.unit_of_council(council) else { return };
    for (action, fields) in file.value().into_iter().flat_map(|plan| &plan.actions) {
        for (id, cost) in &fields.costs {
            let Some((year, amount)) = cost.grant_year().zip(cost.counted()) else { continue };
            let is_granted = declared.grants.contains_key(&Year(year));
            let lost = || file.is_faulty() && file.has_lost(&route!["actions", action.as_str(), "costs", id.as_str()]);
            if is_granted && !lost() && !grant_is_lost(record, unit, year) {
                each((unit.clone(), Year(year)), action, id, cost, amount);
            }
        }
    }
}

/// Says whether a fault has hidden something of a grant.
fn grant_is_lost(record: &Record, unit: &Id, year: i32) -> bool {
    let route = || route!["units", unit.as_str(), "grants", year.to_string().as_str()];
    record.landlord.is_faulty() && record.landlord.has_lost(&route())
}
