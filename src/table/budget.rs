//! `budget`: the grants and what the councils made of them, to the cent: by unit and part, by council, by action, and
//! cost line by cost line, with who decided it.

mod grants;
mod lines;
mod spent;

pub use grants::Grants;
pub use lines::Lines;
pub use spent::{Actions, Councils};

use super::{Cell, Column, Look, Side, Width};
use crate::budget::{Amounts, Expense, PARTS, expenses};
use crate::locale;
use crate::model::{CostKind, Euros, Id, Language};
use crate::record::CouncilRecord;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Which expenses are shown; their sums over all councils are gathered once for all tables.
#[derive(Debug, Default)]
pub struct Budget {
    /// Only those taken from this year's grants.
    pub year: Option<i32>,
    /// Only those of this unit.
    pub unit: Option<Id>,
    sums: OnceLock<Sums>,
}

/// The sums of each year and unit, by part of the grant.
type Sums = BTreeMap<(Option<i32>, Option<Id>), [Amounts; 3]>;

impl Budget {
    /// Only the expenses of a year, of a unit, or of both.
    pub fn new(year: Option<i32>, unit: Option<Id>) -> Self {
        Self { year, unit, sums: OnceLock::new() }
    }

    /// Says whether a grant is shown.
    fn takes(&self, year: Option<i32>, unit: Option<&Id>) -> bool {
        self.year.is_none_or(|wanted| year == Some(wanted)) && self.unit.as_ref().is_none_or(|only| unit == Some(only))
    }

    /// A council's expenses that are shown.
    fn expenses<'a>(&self, look: &'a Look<'_>, files: &'a CouncilRecord) -> Vec<Expense<'a>> {
        let landlord = look.record.landlord.value();
        let all = landlord.into_iter().flat_map(|landlord| expenses(landlord, files, look.as_of));
        all.filter(|expense| self.takes(expense.year, expense.unit)).collect()
    }

    /// The sums over these councils, which are gone through the first time.
    fn sums(&self, look: &Look<'_>, councils: &[Id]) -> &Sums {
        self.sums.get_or_init(|| {
            let mut sums = Sums::new();
            let of_council = |files: &CouncilRecord| {
                let mut sums = Sums::new();
                for expense in self.expenses(look, files) {
                    let key = (expense.year, expense.unit.cloned());
                    let of_part = &mut sums.entry(key).or_default()[place(expense.cost.kind)];
                    *of_part = *of_part + expense.amounts;
                }
                sums
            };
            look.record.each_council(councils, of_council, |of_council| {
                for (key, parts) in of_council {
                    let sum = sums.entry(key).or_default();
                    for (sum, part) in sum.iter_mut().zip(parts) {
                        *sum = *sum + part;
                    }
                }
            });
            sums
        })
    }

    /// What all these councils spent.
    fn total(&self, look: &Look<'_>, councils: &[Id]) -> Amounts {
        self.sums(look, councils).values().flatten().copied().sum()
    }
}

/// The place of a part in [`PARTS`].
fn place(kind: Option<CostKind>) -> usize {
    PARTS.iter().position(|part| *part == kind).unwrap_or_default()
}

/// A column of euros, as wide as the terminal allows: most amounts have ten characters.
fn column(title: &'static str) -> Column {
    Column { title, width: Width::Share(2), side: Side::Right }
}

/// The titles of the columns of amounts.
fn columns(look: &Look<'_>) -> [Column; 4] {
    match look.language {
        Language::French => ["Engagé", "Facturé", "Payé", "Compté"],
        Language::English => ["Committed", "Invoiced", "Paid", "Counted"],
    }
    .map(column)
}

/// The amounts of those columns.
fn cells(amounts: Amounts, look: &Look<'_>) -> [Cell; 4] {
    [amounts.committed, amounts.invoiced, amounts.paid, amounts.counted].map(|amount| cell(amount, look))
}

fn cell(amount: Euros, look: &Look<'_>) -> Cell {
    Cell::from(locale::amount(amount, look.language))
}

fn year(year: Option<i32>) -> Cell {
    Cell::from(year.map(|year| year.to_string()).unwrap_or_default())
}

/// An amount as a number of euros, for programs.
#[allow(clippy::cast_precision_loss, reason = "a double tells the cents of 90 billion euros apart")]
fn number(amount: Euros) -> f64 {
    amount.cents() as f64 / 100.0
}

/// What is told of the amounts below each table.
fn note(language: Language) -> &'static str {
    match language {
        Language::French => {
            "En euros. Une dépense compte une fois : le montant facturé, sinon l'engagé. Ce qui est prévu ou conditionnel \
             ne compte nulle part."
        }
        Language::English => {
            "In euros. An expense counts once: what was invoiced, else what was committed. What is planned or conditional \
             counts nowhere."
        }
    }
}
