//! `councils`: the bodies, with their landlord.

use super::column::{FIRST, Ids, Kind, LAST, Word, columns};
use super::view::{first, last};
use super::words::all;
use super::{Table, View};
use crate::model::{CouncilKind, Date, Reason, Text};

pub(super) const TABLE: Table = Table {
    name: "councils",
    said: (
        ["Conseils", "Une ligne par conseil."],
        ["Councils", "A row a council."],
    ),
    own: COLUMNS,
    key: &[],
    required: &["landlord_name", "as_of", "name", "kind", "approves_minutes", "closed"],
    references: &[],
    rows: |view| vec![cells(view)],
};

columns! {
    view: View<'_>;
    landlord_name: Kind::Name, (
        ["Nom de l'organisme", "Le nom de l'organisme."],
        ["Landlord's name", "The landlord's name."],
    ) => view.landlord.name;
    landlord_group: Kind::Name, (
        ["Groupe", "Le groupe dont l'organisme fait partie."],
        ["Group", "The group that the landlord belongs to."],
    ) => view.landlord.group;
    as_of: Kind::Date, (
        ["État au", "Le jour dont toutes les tables donnent l'état."],
        ["As of", "The day whose state all tables give."],
    ) => view.day;
    name: Kind::Name, (
        ["Nom", "Le nom du conseil."],
        ["Name", "The council's name."],
    ) => view.council.name;
    kind: Kind::Word(all::<CouncilKind>), (
        ["Nature", "De quelle sorte d'instance il s'agit."],
        ["Kind", "What kind of body it is."],
    ) => Word(view.council.kind());
    residences: Kind::Ids, (
        ["Résidences", "Ses résidences, par leur nom court, séparées par un espace."],
        ["Residences", "Its residences, by identifier, a space between them."],
    ) => Ids(view.council.residence.iter());
    city: Kind::Name, (
        ["Commune", "La commune de ses résidences, si elles sont toutes dans la même."],
        ["Town", "The town of its residences, where they are all in one."],
    ) => city(view);
    scope: Kind::Name, (
        ["Périmètre", "Pour quoi il est fait, s'il n'a pas de résidence."],
        ["Scope", "What it is for, where it has no residence."],
    ) => view.council.scope;
    unit: Kind::Id, (
        ["Unité de Gestion", "Son Unité de Gestion, par son nom court : la sienne, sinon celle de ses résidences."],
        ["Unit", "Its Unité de Gestion, by identifier: its own, else that of its residences."],
    ) => view.landlord.unit_of_council(view.council).map(|(id, _)| id);
    unit_name: Kind::Name, (
        ["Nom de l'Unité de Gestion", "Le nom de cette Unité de Gestion."],
        ["Unit's name", "The name of that Unité de Gestion."],
    ) => view.landlord.unit_of_council(view.council).map(|(_, unit)| &unit.name);
    dwellings: Kind::Count, (
        ["Logements", "Combien de logements comptent ses résidences ; vide si l'une d'elles ne le dit pas."],
        ["Dwellings", "How many dwellings its residences have; empty where one of them does not say."],
    ) => view.landlord.dwellings_of(view.council);
    created: Kind::Period, (
        ["Création", "Quand il a été créé."],
        ["Created", "When it was created."],
    ) => view.council.created;
    created_first: Kind::Date, FIRST => first(view.council.created);
    created_last: Kind::Date, LAST => last(view.council.created);
    reasons: Kind::Words(all::<Reason>), (
        ["Raisons", "Pourquoi il a été créé, les raisons séparées par un espace."],
        ["Reasons", "Why there is one, a space between the reasons."],
    ) => Ids(view.council.reasons.iter().map(|reason| reason.code()));
    approves_minutes: Kind::Boolean, (
        ["Approuve ses relevés", "Si le conseil approuve ses relevés de discussions."],
        ["Approves minutes", "Whether the body approves its minutes."],
    ) => view.council.approves_minutes();
    closed: Kind::Boolean, (
        ["Clos", "Si le conseil avait pris fin à la date de l'état."],
        ["Closed", "Whether the body had ended on the day of the state."],
    ) => view.council.is_closed_on(view.day);
    closed_since: Kind::Date, (
        ["Clos depuis", "Le premier jour de la date à laquelle il a pris fin, si elle est connue."],
        ["Closed since", "The first day of the date on which it ended, where it is known."],
    ) => closed_since(view);
}

/// The town of the residences, where all of them are in one.
fn city<'a>(view: &View<'a>) -> Option<&'a Text> {
    let of = |id: &Text| view.landlord.residences.get(id.as_str()).and_then(|residence| residence.city.as_ref());
    let mut cities = view.council.residence.iter().map(of);
    let first = cities.next()??;
    cities.all(|city| city == Some(first)).then_some(first)
}

fn closed_since(view: &View<'_>) -> Option<Date> {
    let closure = view.council.closed.as_ref().filter(|_| view.council.is_closed_on(view.day))?;
    first(closure.date)
}
