//! `actions`: the action plans, as they stood on the day.

use super::column::{FIRST, Ids, Kind, LAST, Word, columns};
use super::view::{first, last, owner_kinds};
use super::words::all;
use super::{Reference, Table, View};
use crate::model::{Action, ActionState, Axis, Date, Id, Period, Priority, Status};

pub(super) const TABLE: Table = Table {
    name: "actions",
    said: (
        ["Actions", "Une ligne par action décidée à la date de l'état, telle qu'elle était ce jour-là."],
        ["Actions", "A row an action decided by the day of the state, as it stood on it."],
    ),
    own: COLUMNS,
    key: &["action"],
    required: &["title", "decided", "status", "priority", "late"],
    references: &[Reference { columns: &["decided"], table: "sessions", there: &["session"] }],
    rows: |view| view.actions().map(|(id, action, state)| cells(&Item { view, id, action, state })).collect(),
};

struct Item<'a> {
    view: &'a View<'a>,
    id: &'a Id,
    action: &'a Action,
    state: ActionState<'a>,
}

columns! {
    item: Item<'_>;
    action: Kind::Id, (
        ["Action", "L'action, par son nom court."],
        ["Action", "The action, by identifier."],
    ) => item.id;
    title: Kind::Text, (
        ["Intitulé", "Ce qui est à faire."],
        ["Title", "What is to be done."],
    ) => item.action.title;
    axis: Kind::Id, (
        ["Axe", "L'axe de travail, par son nom court."],
        ["Axis", "The axis of work, by identifier."],
    ) => item.action.axis;
    axis_title: Kind::Text, (
        ["Intitulé de l'axe", "L'intitulé de cet axe."],
        ["Axis' title", "The title of that axis."],
    ) => item.axis().map(|axis| &axis.title);
    theme: Kind::Id, (
        ["Thème", "Le thème de cet axe, par son nom court."],
        ["Theme", "The theme of that axis, by identifier."],
    ) => item.axis().and_then(|axis| axis.theme.as_ref());
    decided: Kind::Session, (
        ["Décidée le", "La séance qui l'a décidée."],
        ["Decided", "The session that took it."],
    ) => item.action.decided;
    owner: Kind::Ids, (
        ["Porteurs", "Qui s'en charge, par son nom court ; plusieurs porteurs sont séparés par un espace."],
        ["Owner", "Who does it, by identifier; a space between several."],
    ) => Ids(item.view.owners(item.state.owner));
    owner_kind: Kind::Words(owner_kinds), (
        ["Nature des porteurs", "Ce qu'est chacun de ces porteurs, dans le même ordre."],
        ["Kind of owner", "What each of these owners is, in the same order."],
    ) => Ids(item.state.owner.iter().filter_map(|owner| item.view.owner_kind(owner)).collect::<Vec<_>>());
    status: Kind::Word(all::<Status>), (
        ["État", "Où elle en était."],
        ["Status", "How far it was."],
    ) => Word(item.state.status);
    priority: Kind::Word(all::<Priority>), (
        ["Priorité", "Sa priorité."],
        ["Priority", "How urgent it is."],
    ) => Word(item.action.priority.unwrap_or_default());
    due: Kind::Period, (
        ["Échéance", "Pour quand, tel que c'est écrit."],
        ["Due", "When it is due, as it was typed."],
    ) => item.state.due_typed;
    due_first: Kind::Date, FIRST => first(item.state.due);
    due_last: Kind::Date, (
        ["Dernier jour", "Le dernier jour de cette période : l'action est en retard dès le lendemain."],
        ["Last day", "The last day of that period: the action is late from the day after."],
    ) => last(item.state.due);
    due_note: Kind::Text, (
        ["Échéance en mots", "Pour quand, en toutes lettres."],
        ["Due in words", "When it is due, in words."],
    ) => item.action.due_note;
    late: Kind::Boolean, (
        ["En retard", "Si elle était attendue et en retard."],
        ["Late", "Whether it was expected and late."],
    ) => item.state.days_late_on(item.view.day).is_some();
    days_late: Kind::Count, (
        ["Jours de retard", "De combien de jours ; vide si elle n'est pas en retard."],
        ["Days late", "By how many days; empty where it is not late."],
    ) => item.state.days_late_on(item.view.day);
    updated: Kind::Date, (
        ["Dernier suivi", "Le jour du dernier suivi."],
        ["Updated", "The day of the last update."],
    ) => item.state.last.map(|update| update.date);
    ended: Kind::Date, (
        ["Close le", "Le jour du suivi qui l'a dite réalisée, refusée ou abandonnée, si elle l'est encore."],
        ["Ended", "The day of the update that made it done, declined or dropped, where it still is."],
    ) => item.ended();
    review: Kind::Period, (
        ["À revoir", "À ne remettre à l'ordre du jour qu'à partir de cette période."],
        ["Review", "Not on an agenda before."],
    ) => item.action.review;
    works_from: Kind::Period, (
        ["Début des travaux", "Quand les travaux commencent."],
        ["Works from", "When works begin."],
    ) => item.works(|works| works.from);
    works_from_first: Kind::Date, FIRST => first(item.works(|works| works.from));
    works_to: Kind::Period, (
        ["Fin des travaux", "Quand les travaux finissent."],
        ["Works to", "When works end."],
    ) => item.works(|works| works.to);
    works_to_last: Kind::Date, LAST => last(item.works(|works| works.to));
}

impl Item<'_> {
    fn axis(&self) -> Option<&Axis> {
        self.view.files.plan()?.axes.get(self.action.axis.as_deref()?)
    }

    fn works(&self, of: fn(&crate::model::Works) -> Option<Period>) -> Option<Period> {
        self.action.works.as_ref().and_then(of)
    }

    /// The day since when the action is ended, in whatever way.
    fn ended(&self) -> Option<Date> {
        let known = self.action.updates.iter().filter(|update| update.date <= self.view.day);
        let mut since = None;
        for update in known {
            since = match update.status {
                Some(status) if status.is_ended() => since.or(Some(update.date)),
                Some(_) => None,
                None => since,
            };
        }
        since
    }
}
