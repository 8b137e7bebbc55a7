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
        let ([expense, decided], of_spreadsheets, expected) = match look.language {
            Language::French => (
                ["Dépense", "Décidée"],
                ["Conseil", "Action", "Unité", "Année", "Part"],
                ["Prévu", "Conditionnel", "Condition"],
            ),
            Language::English => (
                ["Expense", "Decided"],
                ["Council", "Action", "Unit", "Year", "Part"],
                ["Planned", "Conditional", "Condition"],
            ),
        };
        let of_spreadsheet = |title| Column::text(title, Width::Spreadsheet);
        let mut columns = vec![Column::text(expense, Width::Share(4))];
        columns.extend(of_spreadsheets.map(of_spreadsheet));
        columns.push(Column::text(decided, Width::Fixed(12)));
        columns.extend(super::columns(look));
        let [planned, conditional, condition] = expected;
        columns.extend([planned, conditional].map(|title| Column { width: Width::Spreadsheet, ..column(title) }));
        columns.push(of_spreadsheet(condition));
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
        let mut cells = vec![Cell::from("Total")];
        cells.resize(7, Cell::default());
        cells.extend(super::cells(total, look));
        cells.extend([total.planned, total.conditional].map(|amount| super::cell(amount, look)));
        cells.push(Cell::default());
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
    let some = |amount: Euros| Some(amount).filter(|amount| *amount != Euros::ZERO);
    let [planned, conditional] = [expense.amounts.planned, expense.amounts.conditional].map(some);
    let amount = |amount: Option<Euros>| amount.map(|amount| super::cell(amount, look)).unwrap_or_default();
    let unit = expense.unit.map(Id::as_str);
    let part = cost.kind.map(|kind| words::grant_part(Some(kind), language));
    let waits_for = cost.condition.as_deref().filter(|_| cost.is_conditional_on(look.as_of));
    let of_grant = [expense.year.map(|year| year.to_string()), unit.map(str::to_owned), part.map(str::to_owned)];
    let of_grant: Vec<String> = of_grant.into_iter().flatten().collect();
    let mut below = vec![format!("({})", expense.title)];
    below.extend((!of_grant.is_empty()).then(|| of_grant.join(", ")));
    below.extend(expected(planned.or(conditional), waits_for, language));
    let cells = vec![
        Cell::from(cost.label.to_string()).above(&below),
        Cell::from(files.id.as_str()),
        Cell::from(expense.title),
        Cell::from(unit.unwrap_or_default()),
        year(expense.year),
        Cell::from(part.unwrap_or_default()),
        decided(look, files, expense.decided),
        amount(committed),
        amount(invoiced),
        amount(paid),
        amount(some(expense.amounts.counted)),
        amount(planned),
        amount(conditional),
        Cell::from(waits_for.unwrap_or_default()),
    ];
    let object = Object {
        council: Some(files.id.as_str()),
        action: Some(expense.action.as_str()),
        cost: Some(expense.id.as_str()),
        label: Some(&cost.label),
        path: Some(&files.paths.plan),
        unit,
        year: expense.year,
        kind: cost.kind.map(CostKind::key),
        decided: expense.decided.session().map(|session| session.to_string()),
        in_minutes: Some(matches!(expense.decided, Decided::Session { in_minutes: true, .. })),
        condition: cost.condition.as_deref(),
        planned: planned.or(conditional).map(number),
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
    let council = (!look.one_council).then(|| files.id.to_string());
    let unsaid = |in_minutes: bool| (!in_minutes).then(|| say("hors relevé", "not in minutes"));
    let (text, tone, remark) = match decided {
        Decided::Session { session, in_minutes } => (session.to_string(), Tone::Plain, unsaid(in_minutes)),
        Decided::NotHeld | Decided::Before(_) => (say("personne", "nobody"), Tone::Bad, None),
    };
    let below: Vec<String> = council.into_iter().chain(remark).collect();
    Cell::toned(text, tone).above(&below)
}
