//! `unknown-key`: a key that does not belong where it stands.
#![doc = include_str!("../../templates/en/rules/unknown-key.md")]

use super::nearest::nearest;
use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::yaml::FaultKind;

pub(super) const RULE: Rule = Rule::error("unknown-key").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    let FaultKind::UnknownKey { key, known } = &trouble.fault()?.kind else { return None };
    let nearest = nearest(key, known.iter().copied());
    let known = known.iter().map(|key| (*key).to_owned()).collect();
    Some(Reading::UnknownKey { key: key.clone(), nearest, known }.into())
}
