//! What was spent, summed up by council and year, and by action.

use super::{Budget, Cell, Column, Look, Width, cells, columns, note, number, year};
use crate::budget::Amounts;
use crate::model::{Id, Language};
use crate::record::CouncilRecord;
use crate::table::{Row, Table, Title};
use serde::Serialize;
use std::collections::BTreeMap;

/// What each council spent of each year's grant.
#[derive(Debug, Clone, Copy)]
pub struct Councils<'a>(pub &'a Budget);

/// What each action cost, over the years.
#[derive(Debug, Clone, Copy)]
pub struct Actions<'a>(pub &'a Budget);

/// The amounts of an object.
#[derive(Serialize)]
struct Sum {
    committed: f64,
    invoiced: f64,
    paid: f64,
    counted: f64,
    planned: f64,
    conditional: f64,
}

impl From<Amounts> for Sum {
    fn from(of: Amounts) -> Self {
        let [committed, invoiced, paid] = [of.committed, of.invoiced, of.paid].map(number);
        let [counted, planned, conditional] = [of.counted, of.planned, of.conditional].map(number);
        Self { committed, invoiced, paid, counted, planned, conditional }
    }
}

#[derive(Serialize)]
struct OfCouncil<'a> {
    /// Nothing for the sum of all councils and years.
    council: Option<&'a str>,
    unit: Option<&'a str>,
    year: Option<i32>,
    #[serde(flatten)]
    sum: Sum,
}

#[derive(Serialize)]
struct OfAction<'a> {
    /// Nothing for the sum of all actions.
    council: Option<&'a str>,
    action: Option<&'a str>,
    title: Option<&'a str>,
    #[serde(flatten)]
    sum: Sum,
}

impl Table for Councils<'_> {
    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Par conseil et par année",
            Language::English => "By council and year",
        };
        Some(Title { name: "councils", text })
    }

    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [council, unit, year] = match look.language {
            Language::French => ["Conseil", "Unité", "Année"],
            Language::English => ["Council", "Unit", "Year"],
        };
        let mut all = vec![
            Column::text(council, Width::Fixed(12)),
            Column::text(unit, Width::Share(2)),
            Column::text(year, Width::Fixed(5)),
        ];
        all.extend(columns(look));
        all
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let mut years: BTreeMap<Option<i32>, Amounts> = BTreeMap::new();
        let expenses = self.0.expenses(look, files);
        for expense in &expenses {
            let sum = years.entry(expense.year).or_default();
            *sum = *sum + expense.amounts;
        }
        let unit = expenses.first().and_then(|expense| expense.unit).map(Id::as_str);
        let row = |(of, amounts): (Option<i32>, Amounts)| {
            let mut row = vec![Cell::from(files.id.as_str()), Cell::from(unit.unwrap_or_default()), year(of)];
            row.extend(cells(amounts, look));
            Row::new(row, &OfCouncil { council: Some(files.id.as_str()), unit, year: of, sum: amounts.into() })
        };
        years.into_iter().map(row).collect()
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let total = self.0.total(look, councils);
        if total == Amounts::default() {
            return Vec::new();
        }
        let mut row = vec![Cell::from("Total"), Cell::default(), Cell::default()];
        row.extend(cells(total, look));
        vec![Row::new(row, &OfCouncil { council: None, unit: None, year: None, sum: total.into() })]
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        let shared = look.one_council.then_some(match look.language {
            Language::French => {
                "La dotation est celle de l'Unité de Gestion, que d'autres conseils peuvent partager : council budget, sans \
                 nom de conseil, dit ce qu'il en reste."
            }
            Language::English => {
                "The grant is that of the unit, which other councils may share: council budget, without a council, tells \
                 what is left of it."
            }
        });
        [note(look.language)].into_iter().chain(shared).collect()
    }
}

impl Table for Actions<'_> {
    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Par action",
            Language::English => "By action",
        };
        Some(Title { name: "actions", text })
    }

    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let mut all = vec![Column::text("Action", Width::Share(3))];
        all.extend(columns(look));
        look.with_council_column(all)
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let expenses = self.0.expenses(look, files);
        let of_actions = expenses.chunk_by(|one, next| one.action == next.action);
        let row = |(action, title, amounts): (&str, &str, Amounts)| {
            let mut row = vec![Cell::from(title)];
            row.extend(cells(amounts, look));
            let object = OfAction {
                council: Some(files.id.as_str()),
                action: Some(action),
                title: Some(title),
                sum: amounts.into(),
            };
            Row::new(look.with_council_cell(files, row), &object)
        };
        let summed = of_actions.filter_map(|lines| {
            let first = lines.first()?;
            Some((first.action.as_str(), first.title, lines.iter().map(|line| line.amounts).sum()))
        });
        summed.map(row).collect()
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let total = self.0.total(look, councils);
        if total == Amounts::default() {
            return Vec::new();
        }
        let mut row = vec![Cell::from("Total")];
        row.resize(if look.one_council { 1 } else { 2 }, Cell::default());
        row.extend(cells(total, look));
        vec![Row::new(row, &OfAction { council: None, action: None, title: None, sum: total.into() })]
    }
}
