//! `missing-key`: a required key that is not there, or has no value.
#![doc = include_str!("../../templates/en/rules/missing-key.md")]

use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::yaml::FaultKind;

pub(super) const RULE: Rule = Rule::error("missing-key").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    let FaultKind::MissingKey { key } = &trouble.fault()?.kind else { return None };
    Some(Reading::MissingKey { key: key.clone() }.into())
}
