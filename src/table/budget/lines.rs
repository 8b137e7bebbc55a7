//! Every expense: the cost line that each euro comes from, and who decided it.

use super::{Budget, Cell, Column, Look, Width, column, number, year};
use crate::budget::{Amounts, Decided, Expense};
use crate::locale::{self, words};
use crate::model::{CostKind, Euros, Id, Language, Money};
use crate::record::CouncilRecord;
use crate::table::{Row, Table, Title, Tone};
use serde::Serialize;

/// Every expense, in the order of years and plans.
#[derive(Debug, Clone, Copy)]
pub struct Lines<'a>(pub &'a Budget);

/// Without a council it is the total.
#[derive(Serialize, Default)]
struct Object<'a> {
    council: Option<&'a str>,
    action: Option<&'a str>,
    cost: Option<&'a str>,
    label: Option<&'a str>,
    /// The plan that the line stands in.
    path: Option<&'a str>,
    unit: Option<&'a str>,
    year: Option<i32>,
    kind: Option<&'static str>,
    /// The session that decided it; nothing where nobody did.
    decided: Option<String>,
    /// Whether that session's minutes tell the action.
    in_minutes: Option<bool>,
    condition: Option<&'a str>,
    planned: Option<f64>,
    committed: Option<f64>,
    committed_on: Option<String>,
    invoiced: Option<f64>,
    invoiced_on: Option<String>,
    paid: Option<f64>,
    paid_on: Option<String>,
    counted: f64,
}

impl Table for Lines<'_> {
    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Ligne par ligne",
            Language::English => "Line by line",
        };
        Some(Title { name: "lines", text })
    }

    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let ([expense, year, decided], amounts) = match look.language {
            Language::French => (["Dépense", "Année", "Décidée"], ["Engagé", "Facturé", "Payé"]),
            Language::English => (["Expense", "Year", "Decided"], ["Committed", "Invoiced", "Paid"]),
        };
        let mut columns = vec![
            Column::text(expense, Width::Share(4)),
            Column::text(year, Width::Fixed(5)),
            Column::text(decided, Width::Fixed(12)),
        ];
        columns.extend(amounts.map(column));
        columns
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let mut expenses = self.0.expenses(look, files);
        expenses.sort_by_key(|expense| expense.year.unwrap_or(i32::MAX));
        expenses.iter().map(|expense| row(look, files, expense)).collect()
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let total = self.0.total(look, councils);
        if total == Amounts::default() {
            return Vec::new();
        }
        let [committed, invoiced, paid] =
            [total.committed, total.invoiced, total.paid].map(|amount| super::cell(amount, look));
        let cells = vec![Cell::from("Total"), Cell::default(), Cell::default(), committed, invoiced, paid];
        let [planned, committed, invoiced, paid] =
            [total.planned + total.conditional, total.committed, total.invoiced, total.paid]
                .map(|sum| Some(number(sum)));
        let counted = number(total.counted);
        vec![Row::new(cells, &Object { planned, committed, invoiced, paid, counted, ..Object::default() })]
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![match look.language {
            Language::French => {
                "Décidée : la séance du conseil qui a pris l'action. « Hors relevé » : aucun point de cette séance ne la \
                 cite. « Personne » : la séance n'a pas eu lieu, ou la dépense est plus ancienne qu'elle."
            }
            Language::English => {
                "Decided: the council's session that took the action. \"Not in minutes\": no topic of that session tells it. \
                 \"Nobody\": the session was not held, or the expense is older than it."
            }
        }]
    }
}

fn row(look: &Look<'_>, files: &CouncilRecord, expense: &Expense<'_>) -> Row {
    let language = look.language;
    let cost = expense.cost;
    let known = |step: &Option<Money>| step.as_ref().and_then(|step| step.known_on(look.as_of));
    let steps = [&cost.committed, &cost.invoiced, &cost.paid];
    let [committed, invoiced, paid] = steps.map(known);
    let on = |step: &Option<Money>| step.as_ref().and_then(|step| step.date).filter(|date| *date <= look.as_of);
    let [committed_on, invoiced_on, paid_on] = steps.map(|step| on(step).map(|date| date.to_string()));
    let planned = expense.amounts.planned + expense.amounts.conditional;
    let planned = Some(planned).filter(|planned| *planned != Euros::ZERO);
    let amount = |amount: Option<Euros>| amount.map(|amount| super::cell(amount, look)).unwrap_or_default();
    let mut told = vec![cost.label.to_string(), action(expense.title, cost.kind, language)];
    told.extend(expected(planned, cost.condition.as_deref().filter(|_| committed.is_none()), language));
    let cells = vec![
        Cell::from(told.join("\n")),
        year(expense.year),
        decided(look, files, expense.decided),
        amount(committed),
        amount(invoiced),
        amount(paid),
    ];
    let object = Object {
        council: Some(files.id.as_str()),
        action: Some(expense.action.as_str()),
        cost: Some(expense.id.as_str()),
        label: Some(&cost.label),
        path: Some(&files.paths.plan),
        unit: expense.unit.map(Id::as_str),
        year: expense.year,
        kind: cost.kind.map(CostKind::key),
        decided: expense.decided.session().map(|session| session.to_string()),
        in_minutes: Some(matches!(expense.decided, Decided::Session { in_minutes: true, .. })),
        condition: cost.condition.as_deref(),
        planned: planned.map(number),
        committed: committed.map(number),
        committed_on,
        invoiced: invoiced.map(number),
        invoiced_on,
        paid: paid.map(number),
        paid_on,
        counted: number(expense.amounts.counted),
    };
    Row::new(cells, &object)
}

/// « (Réparer l'éclairage du square ; entretien courant) »
fn action(title: &str, kind: Option<CostKind>, language: Language) -> String {
    match kind {
        None => format!("({title})"),
        Some(kind) => {
            let kind = words::grant_part(Some(kind), language);
            match language {
                Language::French => format!("({title}\u{a0}; {kind})"),
                Language::English => format!("({title}; {kind})"),
            }
        }
    }
}

/// What is expected of an expense that is not begun, and what it depends on.
fn expected(planned: Option<Euros>, condition: Option<&str>, language: Language) -> Option<String> {
    let amount = planned.map(|planned| match language {
        Language::French => format!("prévu\u{a0}: {}", locale::euros(planned, language)),
        Language::English => format!("planned: {}", locale::euros(planned, language)),
    });
    let parts: Vec<String> = amount.into_iter().chain(condition.map(str::to_owned)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn decided(look: &Look<'_>, files: &CouncilRecord, decided: Decided) -> Cell {
    let french = look.language == Language::French;
    let say = |in_french: &str, in_english: &str| if french { in_french.to_owned() } else { in_english.to_owned() };
    let mut lines = if look.one_council { Vec::new() } else { vec![files.id.to_string()] };
    let tone = match decided {
        Decided::Session { session, in_minutes } => {
            lines.push(session.to_string());
            if !in_minutes {
                lines.push(say("hors relevé", "not in minutes"));
            }
            Tone::Plain
        }
        Decided::NotHeld | Decided::Before(_) => {
            lines.push(say("personne", "nobody"));
            Tone::Bad
        }
    };
    Cell::toned(lines.join("\n"), tone)
}
