//! A plan that two people changed at once, where what they say goes together. Used by `sync`, for what git cannot merge.

use super::order::in_plan;
use crate::model::Plan;
use crate::record::{File, Written as _};
use crate::yaml::{decode, mark_of, merge};

/// The plan that says what both say, in either's text; `None` where they speak of the same thing differently.
pub fn joined_plan(base: &[u8], ours: &[u8], theirs: &[u8]) -> Option<String> {
    let [old, one, other] = [base, ours, theirs].map(|bytes| decode(bytes).ok());
    let mark = mark_of(theirs);
    // Updates stand in the order in which they were recorded, whoever did.
    let both = [merge(old?, one?, other?, in_plan), merge(old?, other?, one?, in_plan)];
    both.into_iter().flatten().find(|text| is_sound(text)).map(|text| format!("{mark}{text}"))
}

fn is_sound(text: &str) -> bool {
    let file: File<Plan> = File::of(String::new(), text.as_bytes().to_vec());
    let mut actions = file.value().into_iter().flat_map(|plan| plan.actions.values());
    file.faults().is_empty() && actions.all(|action| action.updates.is_sorted_by_key(|update| update.date))
}
