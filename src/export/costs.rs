//! `costs`: every line of expense, and what it counts against the grant.

use super::column::{Kind, Word, columns};
use super::words::all;
use super::{Reference, Table, View};
use crate::model::{Cost, CostKind, Date, Id, Money};

pub(super) const TABLE: Table = Table {
    name: "costs",
    said: (
        ["Dépenses", "Une ligne par dépense d'une action, telle qu'on la connaissait à la date de l'état."],
        ["Costs", "A row an expense of an action, as it was known on the day of the state."],
    ),
    own: COLUMNS,
    key: &["action", "cost"],
    required: &["label", "conditional"],
    references: &[Reference { columns: &["action"], table: "actions", there: &["action"] }],
    rows: |view| {
        let costs = view.actions().flat_map(|(action, fields, _)| {
            fields.costs.iter().map(move |(id, cost)| cells(&Item { view, action, id, cost }))
        });
        costs.collect()
    },
};

struct Item<'a> {
    view: &'a View<'a>,
    action: &'a Id,
    id: &'a Id,
    cost: &'a Cost,
}

columns! {
    item: Item<'_>;
    action: Kind::Id, (
        ["Action", "L'action."],
        ["Action", "The action."],
    ) => item.action;
    cost: Kind::Id, (
        ["Dépense", "La dépense, par son nom court."],
        ["Cost", "The expense, by identifier."],
    ) => item.id;
    label: Kind::Text, (
        ["Libellé", "À quoi sert la dépense."],
        ["Label", "What it is for."],
    ) => item.cost.label;
    unit: Kind::Id, (
        ["Unité de Gestion", "Celle dont la dotation est engagée, par son nom court."],
        ["Unit", "The one whose grant it is taken from, by identifier."],
    ) => item.view.landlord.unit_of_council(item.view.council).map(|(id, _)| id);
    grant_year: Kind::Year, (
        ["Année de la dotation", "L'année de la dotation : celle qui est écrite, sinon celle du premier montant daté."],
        ["Grant year", "The year of the grant: as written, else that of the first dated amount."],
    ) => item.cost.grant_year();
    kind: Kind::Word(all::<CostKind>), (
        ["Part", "La part de la dotation : entretien courant (upkeep) ou petits travaux d'investissement (investment)."],
        ["Kind", "The part of the grant: everyday upkeep, or small investment works."],
    ) => item.cost.kind.map(Word);
    condition: Kind::Text, (
        ["Condition", "De quoi dépend la dépense, tant qu'elle n'est pas engagée."],
        ["Condition", "What it depends on until it is committed."],
    ) => item.cost.condition;
    conditional: Kind::Boolean, (
        ["Conditionnelle", "Si elle dépendait encore de cette condition."],
        ["Conditional", "Whether it still depended on that condition."],
    ) => item.cost.is_conditional_on(item.view.day);
    planned: Kind::Amount, (
        ["Prévu", "Le montant prévu, en euros ; il ne compte nulle part."],
        ["Planned", "What is expected, in euros; counted nowhere."],
    ) => item.cost.planned;
    committed: Kind::Amount, (
        ["Engagé", "Le montant engagé, en euros."],
        ["Committed", "What was ordered, in euros."],
    ) => item.known(item.cost.committed.as_ref()).and_then(|step| step.amount);
    committed_date: Kind::Date, (
        ["Engagé le", "Le jour de l'engagement."],
        ["Committed on", "The day of the order."],
    ) => item.known(item.cost.committed.as_ref()).and_then(|step| step.date);
    invoiced: Kind::Amount, (
        ["Facturé", "Le montant facturé, en euros."],
        ["Invoiced", "What was billed, in euros."],
    ) => item.known(item.cost.invoiced.as_ref()).and_then(|step| step.amount);
    invoiced_date: Kind::Date, (
        ["Facturé le", "Le jour de la facture."],
        ["Invoiced on", "The day of the invoice."],
    ) => item.known(item.cost.invoiced.as_ref()).and_then(|step| step.date);
    paid: Kind::Amount, (
        ["Payé", "Le montant payé, en euros."],
        ["Paid", "What was paid, in euros."],
    ) => item.known(item.cost.paid.as_ref()).and_then(|step| step.amount);
    paid_date: Kind::Date, (
        ["Payé le", "Le jour du paiement."],
        ["Paid on", "The day of the payment."],
    ) => item.known(item.cost.paid.as_ref()).and_then(|step| step.date);
    counted: Kind::Amount, (
        ["Compté", "Ce qui compte sur la dotation, en euros : le montant facturé, sinon le montant engagé."],
        ["Counted", "What counts against the grant, in euros: the amount invoiced, else the amount committed."],
    ) => item.cost.counted_on(item.view.day);
}

impl Item<'_> {
    /// A step that was known on the day: not one of a later day.
    fn known<'a>(&self, step: Option<&'a Money>) -> Option<&'a Money> {
        let day: Date = self.view.day;
        step.filter(|step| step.date.is_none_or(|date| date <= day))
    }
}
