//! Where a new entry goes in each map of a file: as in the scaffolds and in `docs`.

use crate::yaml::{KeyOrder, Route, Step};

/// In `plan.yaml`. Why actions go by the alphabet: `docs/decisions/0006-where-a-new-action-goes.md`.
pub(super) fn in_plan(map: &Route) -> KeyOrder {
    let keys: Vec<&str> = map.steps().iter().map(key).collect();
    match keys.as_slice() {
        [] => KeyOrder::Of(&["axes", "actions"]),
        ["axes" | "actions"] => KeyOrder::Alphabetical { apart: true },
        ["actions", _] => KeyOrder::Of(&[
            "title", "decided", "axis", "owner", "priority", "due", "due_note", "review", "works", "costs", "updates",
        ]),
        ["actions", _, "works"] => KeyOrder::Of(&["from", "to"]),
        ["actions", _, "costs", _] => {
            KeyOrder::Of(&["label", "kind", "year", "condition", "planned", "committed", "invoiced", "paid"])
        }
        ["actions", _, "costs", _, _] => KeyOrder::Of(&["date", "amount"]),
        _ => KeyOrder::Of(&[]),
    }
}

/// In a session's file.
pub(super) fn in_session(map: &Route) -> KeyOrder {
    let keys: Vec<&str> = map.steps().iter().map(key).collect();
    match keys.as_slice() {
        [] => KeyOrder::Of(&[
            "status",
            "reason",
            "number",
            "kind",
            "purpose",
            "time",
            "ends",
            "place",
            "chair",
            "secretary",
            "invitation",
            "attendance",
            "quorum",
            "approves",
            "diagnosis",
            "reviews",
            "topics",
            "partners",
            "next",
            "published",
            "errata",
        ]),
        ["approves"] => KeyOrder::Alphabetical { apart: false },
        ["approves", _] => KeyOrder::Of(&["text", "session", "corrections"]),
        _ => KeyOrder::Of(&[]),
    }
}

/// In any other file, to which nothing is added.
pub(super) fn at_the_end(_: &Route) -> KeyOrder {
    KeyOrder::Of(&[])
}

fn key(step: &Step) -> &str {
    match step {
        Step::Key(key) => key,
        Step::Index(_) => "",
    }
}
