//! `members`: who sits, without anybody's name.

use super::column::{FIRST, Kind, LAST, Word, columns};
use super::view::{first, last};
use super::words::all;
use super::{Table, View};
use crate::model::{Id, Mandate, Member, Period, Position, Role};

pub(super) const TABLE: Table = Table {
    name: "members",
    said: (
        ["Membres", "Une ligne par membre, sans le nom de personne."],
        ["Members", "A row a member, without anybody's name."],
    ),
    own: COLUMNS,
    key: &["member"],
    required: &["role", "mandates", "sits", "consent"],
    references: &[],
    rows: |view| view.council.members.iter().map(|(id, member)| cells(&Item { view, id, member })).collect(),
};

struct Item<'a> {
    view: &'a View<'a>,
    id: &'a Id,
    member: &'a Member,
}

columns! {
    item: Item<'_>;
    member: Kind::Id, (
        [
            "Membre",
            "Le membre, par son nom court ; un nom court qui pourrait être celui de quelqu'un est remplacé par sa qualité et sa place.",
        ],
        ["Member", "The member, by identifier; one that could be a person's name gives way to the role and a place."],
    ) => item.view.member(item.id.as_str());
    role: Kind::Word(all::<Role>), (
        ["Qualité", "En quelle qualité le membre siège."],
        ["Role", "In what quality the member sits."],
    ) => Word(item.member.role);
    association: Kind::Id, (
        ["Association", "L'association que le membre représente, par son nom court."],
        ["Association", "The association that the member stands for, by identifier."],
    ) => item.member.association;
    position: Kind::Word(all::<Position>), (
        ["Fonction", "Sa fonction dans le conseil."],
        ["Position", "The member's office in the body."],
    ) => item.member.position.map(Word);
    mandates: Kind::Count, (
        ["Mandats", "Combien de mandats sont notés."],
        ["Mandates", "How many terms of office are recorded."],
    ) => item.member.mandates.len();
    since: Kind::Period, (
        ["Depuis", "Le début de son premier mandat."],
        ["Since", "The beginning of the first term."],
    ) => item.since();
    since_first: Kind::Date, FIRST => first(item.since());
    since_last: Kind::Date, LAST => last(item.since());
    until: Kind::Period, (
        ["Jusqu'à", "La fin de son dernier mandat ; vide si l'un d'eux court encore."],
        ["Until", "The end of the last term; empty where one still runs."],
    ) => item.until();
    until_first: Kind::Date, FIRST => first(item.until());
    until_last: Kind::Date, LAST => last(item.until());
    sits: Kind::Boolean, (
        ["Siège", "Si le membre siégeait à la date de l'état ; sans mandat noté, il siège."],
        ["Sits", "Whether the member sat on the day of the state; one without mandates does."],
    ) => item.member.sits_on(item.view.day);
    consent: Kind::Boolean, (
        ["Accord", "Si le membre a donné son accord pour être nommé quelque part, et ne l'a pas retiré."],
        ["Consent", "Whether the member consented to being named somewhere, and did not withdraw it."],
    ) => item.consents();
}

impl Item<'_> {
    fn mandates(&self) -> &[Mandate] {
        &self.member.mandates
    }

    fn since(&self) -> Option<Period> {
        self.mandates().iter().filter_map(|mandate| mandate.since).min_by_key(|since| since.first())
    }

    fn until(&self) -> Option<Period> {
        let is_open = self.mandates().iter().any(|mandate| mandate.until.is_none());
        self.mandates().iter().filter(|_| !is_open).filter_map(|mandate| mandate.until).max_by_key(|until| until.last())
    }

    fn consents(&self) -> bool {
        let given = |consent: &crate::model::Consent| {
            consent.publications.iter().any(|publication| consent.covers(*publication, self.view.day))
        };
        self.member.consent.as_ref().is_some_and(given)
    }
}
