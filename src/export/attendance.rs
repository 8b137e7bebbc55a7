//! `attendance`: which members came to which session.

use super::column::{Kind, Word, columns};
use super::words::{Presence, all};
use super::{Reference, Table, View};
use crate::model::{Attendance, SessionId, Text};
use std::collections::BTreeSet;

pub(super) const TABLE: Table = Table {
    name: "attendance",
    said: (
        [
            "Présence",
            "Une ligne par séance tenue et par membre noté ; qui n'est connu que par des comptes est dans les séances.",
        ],
        [
            "Attendance",
            "A row a session held and member listed; who is known by numbers alone is in the sessions.",
        ],
    ),
    own: COLUMNS,
    key: &["session", "member"],
    required: &["state"],
    references: &[
        Reference { columns: &["session"], table: "sessions", there: &["session"] },
        Reference { columns: &["member"], table: "members", there: &["member"] },
    ],
    rows,
};

struct Item {
    session: SessionId,
    member: String,
    state: Presence,
    by: Option<String>,
}

columns! {
    item: Item;
    session: Kind::Session, (
        ["Séance", "La séance."],
        ["Session", "The session."],
    ) => item.session;
    member: Kind::Id, (
        ["Membre", "Le membre."],
        ["Member", "The member."],
    ) => item.member;
    state: Kind::Word(all::<Presence>), (
        ["État", "Présent, excusé, absent ; ou représenté, si le membre, excusé ou non, a donné sa voix à un autre."],
        ["State", "Present, excused, absent; or represented, where the member, excused or not, gave another one a voice."],
    ) => Word(item.state);
    represented_by: Kind::Id, (
        ["Représenté par", "Le membre qui a porté sa voix."],
        ["Represented by", "The member who bore the voice."],
    ) => item.by;
}

fn rows(view: &View<'_>) -> Vec<Vec<String>> {
    let sessions = view.held().filter_map(|(id, session)| Some((id, session.attendance.as_ref()?)));
    sessions.flat_map(|(id, attendance)| of_session(view, id, attendance)).map(|item| cells(&item)).collect()
}

/// The members of a session, each once: in the order of its lists.
fn of_session(view: &View<'_>, session: SessionId, attendance: &Attendance) -> Vec<Item> {
    let Attendance { present, excused, absent, proxies, .. } = attendance;
    let listed = |list: &'_ [Text], state: Presence| -> Vec<(String, Presence)> {
        list.iter().map(|id| (id.to_string(), state)).collect()
    };
    let all = [
        listed(present, Presence::Present),
        listed(excused, Presence::Excused),
        listed(absent, Presence::Absent),
        proxies.keys().map(|id| (id.clone(), Presence::Represented)).collect(),
    ];
    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    for (id, listed) in all.into_iter().flatten() {
        let Some(member) = view.member(&id).filter(|_| seen.insert(id.clone())) else { continue };
        let bearer = proxies.get(&id).filter(|_| listed != Presence::Present);
        let state = if bearer.is_some() { Presence::Represented } else { listed };
        items.push(Item { session, member, state, by: bearer.and_then(|proxy| view.member(&proxy.to)) });
    }
    items
}
