//! `text-cut`: a text that a `#` or a comma cut short without anybody noticing.
#![doc = include_str!("../../templates/en/rules/text-cut.md")]

use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::yaml::FaultKind;

pub(super) const RULE: Rule = Rule::error("text-cut").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    let FaultKind::TextCut { kept, cut, sign } = &trouble.fault()?.kind else { return None };
    Some(Reading::TextCut { kept: kept.clone(), cut: cut.clone(), sign: *sign }.into())
}
