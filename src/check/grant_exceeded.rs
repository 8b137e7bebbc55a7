//! `grant-exceeded`: the expense that takes more from a unit's grant than the councils' earlier ones have left of it.
#![doc = include_str!("../../templates/en/rules/grant-exceeded.md")]

use super::spending::{GrantKey, Spent, for_each_expense};
use super::{Findings, RecordScope, Rule};
use crate::locale::problem::Figures;
use crate::model::{CarriedOver, Cost, CostKind, Date, Euros, Grant, Id, Period};
use crate::route;
use crate::store::Layout;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule::error("grant-exceeded").on_record(look);

fn look(scope: &RecordScope<'_>, findings: &mut Findings<'_>) {
    let Some(landlord) = scope.record.landlord.value() else { return };
    let grant = |(unit, year): &GrantKey| landlord.units.get(unit.as_str())?.grants.get(year);
    let exceeded: BTreeMap<&GrantKey, Limits> = scope
        .spending
        .iter()
        .filter_map(|(key, spent)| Some((key, Limits::of(grant(key)?), spent)))
        .filter(|(_, limits, spent)| !limits.exceeded(spent).is_empty())
        .map(|(key, limits, _)| (key, limits))
        .collect();
    if exceeded.is_empty() {
        return;
    }
    // Only now is it worth knowing which expense it was: the councils are read once more.
    let mut expenses: BTreeMap<GrantKey, Vec<Expense>> = BTreeMap::new();
    let of_council = |files: &crate::record::CouncilRecord| {
        let mut found = Vec::new();
        for_each_expense(scope.record, files, |key, action, id, cost, amount| {
            if exceeded.contains_key(&key) {
                found.push((key, Expense::new(&files.id, action, id, cost, amount)));
            }
        });
        found
    };
    scope.record.each_council(scope.councils, of_council, |found| {
        for (key, expense) in found {
            expenses.entry(key).or_default().push(expense);
        }
    });
    for (key, mut expenses) in expenses {
        // Stable: of one day, in the order of councils and of their plans.
        expenses.sort_by_key(|expense| expense.date);
        if let Some(limits) = exceeded.get(&key) {
            report(scope, &key, limits, &expenses, findings);
        }
    }
}

/// Reports, of each part of a grant, the expense with which it is exceeded.
fn report(scope: &RecordScope<'_>, key: &GrantKey, limits: &Limits, expenses: &[Expense], findings: &mut Findings<'_>) {
    let (unit, year) = key;
    let mut all = Spent::default();
    for expense in expenses {
        all.add(expense.kind, expense.amount);
    }
    for part in limits.exceeded(&all) {
        let mut spent = Spent::default();
        let crossing = expenses.iter().find(|expense| {
            spent.add(expense.kind, expense.amount);
            limits.exceeded(&spent).contains(&part)
        });
        let Some(expense) = crossing else { continue };
        let kind = part.kind();
        let problem = Figures::GrantExceeded {
            unit: unit.to_string(),
            year: year.0,
            kind,
            granted: limits.granted(part),
            spent: limits.spent(part, &all),
        };
        let costs = route!["actions", expense.action.as_str(), "costs", expense.id.as_str()];
        let grant = route!["units", unit.as_str(), "grants", year.0.to_string().as_str()];
        let grant = match kind {
            Some(kind) => grant.then(kind.key()).value(),
            None => grant.value(),
        };
        let path = Layout::council(expense.council.as_str()).plan;
        findings
            .report(&path, costs.then(expense.step).then("amount").value(), problem)
            .beside(&scope.record.landlord.path, grant);
    }
}

/// An expense that counts against a grant.
struct Expense {
    council: Id,
    action: Id,
    id: Id,
    /// The key of the amount that counts.
    step: &'static str,
    kind: Option<CostKind>,
    amount: Euros,
    /// The day it was ordered, else billed; without one, the last of the year.
    date: Date,
}

impl Expense {
    fn new(council: &Id, action: &Id, id: &Id, cost: &Cost, amount: Euros) -> Self {
        let day = |step: &Option<crate::model::Money>| step.as_ref().and_then(|step| step.date);
        let last = Period::Year(cost.grant_year().unwrap_or(*Date::YEARS.end())).last();
        let is_billed = cost.invoiced.as_ref().is_some_and(|invoiced| invoiced.amount.is_some());
        Self {
            council: council.clone(),
            action: action.clone(),
            id: id.clone(),
            step: if is_billed { "invoiced" } else { "committed" },
            kind: cost.kind,
            amount,
            date: day(&cost.committed).or_else(|| day(&cost.invoiced)).unwrap_or(last),
        }
    }
}

/// A part of a grant that may be exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Kind(CostKind),
    Whole,
}

impl Part {
    fn kind(self) -> Option<CostKind> {
        match self {
            Self::Kind(kind) => Some(kind),
            Self::Whole => None,
        }
    }
}

/// How much may be spent of a year's grant: of each kind where it says so, and in all. What was carried over without a
/// kind may go to any.
#[derive(Debug, Clone, Copy)]
struct Limits {
    upkeep: Option<Euros>,
    investment: Option<Euros>,
    shared: Euros,
}

impl Limits {
    fn of(grant: &Grant) -> Self {
        let part = |kind: CostKind| grant.part(Some(kind));
        let shared = match grant {
            Grant::Whole(amount) => *amount,
            Grant::Parts(parts) => match parts.carried_over {
                Some(CarriedOver::Whole(amount)) => amount,
                Some(CarriedOver::Parts { .. }) | None => Euros::ZERO,
            },
        };
        Self { upkeep: part(CostKind::Upkeep), investment: part(CostKind::Investment), shared }
    }

    /// Says whether all kinds are taken from one amount.
    fn is_one_amount(&self) -> bool {
        self.upkeep.is_none() && self.investment.is_none()
    }

    fn of_kind(&self, kind: CostKind) -> Option<Euros> {
        match kind {
            CostKind::Upkeep => self.upkeep,
            CostKind::Investment => self.investment,
        }
    }

    /// What may be spent of a part at most.
    fn granted(&self, part: Part) -> Euros {
        let kinds = || [self.upkeep, self.investment].into_iter().flatten().sum::<Euros>();
        self.shared + part.kind().map_or_else(kinds, |kind| self.of_kind(kind).unwrap_or_default())
    }

    /// What was spent of a part; of the whole, without the expenses of a kind that nothing was granted for.
    fn spent(&self, part: Part, spent: &Spent) -> Euros {
        let counts = |kind: CostKind| self.is_one_amount() || self.of_kind(kind).is_some();
        match part {
            Part::Kind(CostKind::Upkeep) => spent.upkeep,
            Part::Kind(CostKind::Investment) => spent.investment,
            Part::Whole => {
                let of = |kind: CostKind, amount: Euros| if counts(kind) { amount } else { Euros::ZERO };
                let kinds = of(CostKind::Upkeep, spent.upkeep) + of(CostKind::Investment, spent.investment);
                kinds + spent.whole
            }
        }
    }

    /// The parts of which more was spent than was granted. The whole is told where no kind alone is why.
    fn exceeded(&self, spent: &Spent) -> Vec<Part> {
        let is_exceeded = |part: &Part| self.spent(*part, spent) > self.granted(*part);
        let kinds = CostKind::ALL.map(|(kind, _)| kind).into_iter().filter(|kind| self.of_kind(*kind).is_some());
        let mut exceeded: Vec<Part> = kinds.map(Part::Kind).filter(is_exceeded).collect();
        if exceeded.is_empty() && is_exceeded(&Part::Whole) {
            exceeded.push(Part::Whole);
        }
        exceeded
    }
}
