//! `updates`: how each action went, step by step.

use super::column::{FIRST, Ids, Kind, LAST, Word, columns};
use super::view::{first, last};
use super::words::all;
use super::{Reference, Table, View};
use crate::model::{Id, Status, Update};

pub(super) const TABLE: Table = Table {
    name: "updates",
    said: (
        ["Suivis", "Une ligne par suivi d'une action, dans l'ordre où ils ont été notés."],
        ["Updates", "A row an update of an action, in the order they were recorded."],
    ),
    own: COLUMNS,
    key: &["action", "update"],
    required: &["date"],
    references: &[Reference { columns: &["action"], table: "actions", there: &["action"] }],
    rows: |view| {
        let updates = view.actions().flat_map(|(action, fields, _)| {
            let known = fields.updates.iter().filter(|update| update.date <= view.day).enumerate();
            known.map(move |(place, update)| cells(&Item { view, action, place: place + 1, update }))
        });
        updates.collect()
    },
};

struct Item<'a> {
    view: &'a View<'a>,
    action: &'a Id,
    place: usize,
    update: &'a Update,
}

columns! {
    item: Item<'_>;
    action: Kind::Id, (
        ["Action", "L'action."],
        ["Action", "The action."],
    ) => item.action;
    update: Kind::Place, (
        ["Rang", "Le rang du suivi."],
        ["Update", "The place of the update."],
    ) => item.place;
    date: Kind::Date, (
        ["Noté le", "Le jour où il a été noté."],
        ["Date", "The day on which it was recorded."],
    ) => item.update.date;
    happened: Kind::Period, (
        ["Arrivé", "Quand c'est arrivé."],
        ["Happened", "When it happened."],
    ) => item.update.happened;
    happened_first: Kind::Date, FIRST => first(item.update.happened);
    happened_last: Kind::Date, LAST => last(item.update.happened);
    status: Kind::Word(all::<Status>), (
        ["État", "Où en est l'action depuis."],
        ["Status", "How far the action is since."],
    ) => item.update.status.map(Word);
    note: Kind::Text, (
        ["Remarque", "Ce qui en a été dit."],
        ["Note", "What was said of it."],
    ) => item.update.note;
    owner: Kind::Ids, (
        ["Porteurs", "Qui s'en charge depuis, si cela change."],
        ["Owner", "Who does it since, where that changes."],
    ) => Ids(item.view.owners(&item.update.owner));
    due: Kind::Period, (
        ["Échéance", "Pour quand depuis, si cela change."],
        ["Due", "When it is due since, where that changes."],
    ) => item.update.due;
    due_first: Kind::Date, FIRST => first(item.update.due.as_ref().map(|due| due.period));
    due_last: Kind::Date, LAST => last(item.update.due.as_ref().map(|due| due.period));
}
