//! `findings`: the shared diagnosis, each finding with what became of it.

use super::column::{Ids, Kind, Word, columns};
use super::words::all;
use super::{Reference, Table, View};
use crate::model::{Id, Mark, Review, SessionId, Text};

pub(super) const TABLE: Table = Table {
    name: "findings",
    said: (
        ["Constats", "Une ligne par constat d'un diagnostic partagé."],
        ["Findings", "A row a finding of a shared diagnosis."],
    ),
    own: COLUMNS,
    key: &["session", "finding", "kind"],
    required: &["text"],
    references: &[Reference { columns: &["session"], table: "sessions", there: &["session"] }],
    rows: |view| {
        let findings = view.held().flat_map(|(session, said)| {
            said.findings().map(move |(kind, id, text)| cells(&Item { view, session, kind, id, text }))
        });
        findings.collect()
    },
};

struct Item<'a> {
    view: &'a View<'a>,
    session: SessionId,
    kind: Mark,
    id: &'a Id,
    text: &'a Text,
}

columns! {
    item: Item<'_>;
    session: Kind::Session, (
        ["Séance", "La séance du diagnostic."],
        ["Session", "The session of the diagnosis."],
    ) => item.session;
    finding: Kind::Id, (
        ["Constat", "Le constat, par son nom court."],
        ["Finding", "The finding, by identifier."],
    ) => item.id;
    kind: Kind::Word(all::<Mark>), (
        ["Nature", "Point fort (strength), point mitigé (mixed) ou levier d'amélioration (weakness)."],
        ["Kind", "A strong point, a mixed one, or something to improve."],
    ) => Word(item.kind);
    text: Kind::Text, (
        ["Texte", "Le constat, tel qu'il est dans le relevé."],
        ["Text", "The finding, as it is in the minutes."],
    ) => item.text;
    review: Kind::Word(all::<Review>), (
        ["Suite", "Ce qu'il était devenu la dernière fois qu'une séance en a reparlé."],
        ["Review", "How it had fared when a session last looked at it again."],
    ) => item.review().map(|(_, review)| Word(review));
    reviewed_in: Kind::Session, (
        ["Revu le", "La séance qui en a reparlé la dernière."],
        ["Reviewed in", "The session that last looked at it again."],
    ) => item.review().map(|(session, _)| session);
    axes: Kind::Ids, (
        ["Axes", "Les axes du plan d'action qui y répondent, par leur nom court, séparés par un espace."],
        ["Axes", "The axes of the plan that take it up, by identifier, a space between them."],
    ) => Ids(item.axes());
}

impl Item<'_> {
    fn name(&self) -> String {
        format!("{}/{}", self.session, self.id)
    }

    fn review(&self) -> Option<(SessionId, Review)> {
        let name = self.name();
        self.view.held().filter_map(|(id, session)| Some((id, *session.reviews.get(&name)?))).last()
    }

    fn axes(&self) -> Vec<&Id> {
        let name = self.name();
        let axes = self.view.files.plan().into_iter().flat_map(|plan| &plan.axes);
        axes.filter(|(_, axis)| axis.answers.iter().any(|answer| **answer == *name)).map(|(id, _)| id).collect()
    }
}
