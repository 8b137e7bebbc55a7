//! What was spent in the year, against the grant of the council's unit. Other councils of the unit draw on the same grant
//! and are not looked at, so that nothing is said of what is left of it.

use super::Report;
use crate::budget::{Amounts, PARTS};
use crate::document::facts::{CostFacts, PlannedCostFacts, SpendingFacts, SumFacts};
use crate::document::markdown::line;
use crate::locale::{euros, words};
use crate::model::{Cost, CostKind, Euros, Grant, Money, Text, Year};

/// The sums of a part of the grant.
#[derive(Clone, Copy, Default)]
struct Sums {
    granted: Option<Euros>,
    amounts: Amounts,
}

impl Report<'_> {
    pub(super) fn spending(&self) -> Option<SpendingFacts> {
        let plan = self.people.files.plan();
        let actions = plan.into_iter().flat_map(|plan| plan.actions.values());
        let actions = actions.filter(|action| action.is_decided_by(self.as_of));
        let costs: Vec<(&Text, &Cost)> = actions
            .flat_map(|action| action.costs.values().map(move |cost| (&action.title, cost)))
            .filter(|(_, cost)| cost.grant_year() == Some(self.year))
            .collect();
        let unit = self.people.unit();
        let grant = unit.and_then(|unit| unit.grants.get(&Year(self.year)));
        if costs.is_empty() && grant.is_none() {
            return None;
        }
        let (counted, planned): (Vec<_>, Vec<_>) =
            costs.into_iter().partition(|(_, cost)| cost.is_begun_on(self.as_of));
        let sums = PARTS.map(|kind| self.sums(kind, &counted, grant));
        let total = sums.iter().copied().fold(Sums::default(), Sums::and);
        let shown = PARTS
            .iter()
            .zip(&sums)
            .filter(|(kind, sums)| sums.granted.is_some() || counted.iter().any(|(_, cost)| cost.kind == **kind));
        Some(SpendingFacts {
            unit: unit.map(|unit| line(&unit.name)),
            is_granted: grant.is_some(),
            sums: shown
                .map(|(kind, sums)| self.sum_facts(words::grant_part(*kind, self.people.language), *sums))
                .collect(),
            total: self.sum_facts("total", total),
            costs: counted.iter().map(|(action, cost)| self.cost(action, cost)).collect(),
            planned: planned.iter().map(|(_, cost)| self.planned_cost(cost)).collect(),
        })
    }

    fn known(&self, step: Option<&Money>) -> Option<Euros> {
        step.and_then(|step| step.known_on(self.as_of))
    }

    fn sums(&self, kind: Option<CostKind>, costs: &[(&Text, &Cost)], grant: Option<&Grant>) -> Sums {
        let of_kind = costs.iter().map(|(_, cost)| *cost).filter(|cost| cost.kind == kind);
        Sums {
            granted: grant.and_then(|grant| grant.part(kind)),
            amounts: of_kind.map(|cost| Amounts::of(cost, self.as_of)).sum(),
        }
    }

    fn sum_facts(&self, kind: &str, sums: Sums) -> SumFacts {
        let told = |amount: Euros| euros(amount, self.people.language);
        SumFacts {
            kind: kind.to_owned(),
            granted: sums.granted.map(told),
            committed: told(sums.amounts.committed),
            invoiced: told(sums.amounts.invoiced),
            paid: told(sums.amounts.paid),
            counted: told(sums.amounts.counted),
        }
    }

    fn cost(&self, action: &Text, cost: &Cost) -> CostFacts {
        let told = |step: Option<&Money>| self.known(step).map(|amount| euros(amount, self.people.language));
        CostFacts {
            label: line(&cost.label),
            action: line(action),
            kind: cost.kind.map(|kind| words::grant_part(Some(kind), self.people.language).to_owned()),
            committed: told(cost.committed.as_ref()),
            invoiced: told(cost.invoiced.as_ref()),
            paid: told(cost.paid.as_ref()),
        }
    }

    fn planned_cost(&self, cost: &Cost) -> PlannedCostFacts {
        PlannedCostFacts {
            label: line(&cost.label),
            amount: cost.planned.map(|amount| euros(amount, self.people.language)),
            condition: cost.condition.as_deref().map(line),
        }
    }
}

impl Sums {
    fn and(self, other: Self) -> Self {
        Self {
            granted: self.granted.into_iter().chain(other.granted).reduce(|sum, amount| sum + amount),
            amounts: self.amounts + other.amounts,
        }
    }
}
