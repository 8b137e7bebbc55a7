//! `unexpected-file`: something in the record that is none of its files, with the name it should bear.
#![doc = include_str!("../../templates/en/rules/unexpected-file.md")]

use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::store::{ReadError, StrayReason};

pub(super) const RULE: Rule = Rule::error("unexpected-file").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    let Trouble::Stray(stray) = trouble else { return None };
    // A link that leads nowhere is told by unreadable-file.
    if stray.reason == StrayReason::Unreadable(ReadError::BrokenLink) {
        return None;
    }
    let name = stray.path.rsplit('/').next().unwrap_or(&stray.path).to_owned();
    Some(Reading::UnexpectedFile { name, reason: stray.reason.clone() }.into())
}
