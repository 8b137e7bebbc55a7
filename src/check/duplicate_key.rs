//! `duplicate-key`: the same key twice in one place, of which only one could count.
#![doc = include_str!("../../templates/en/rules/duplicate-key.md")]

use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::yaml::FaultKind;

pub(super) const RULE: Rule = Rule::error("duplicate-key").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    let FaultKind::DuplicateKey { key, .. } = &trouble.fault()?.kind else { return None };
    Some(Reading::DuplicateKey { key: key.clone() }.into())
}
