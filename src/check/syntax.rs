//! `syntax`: a text that is not well formed, most often one that wants quotes.
#![doc = include_str!("../../templates/en/rules/syntax.md")]

use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::yaml::FaultKind;

pub(super) const RULE: Rule = Rule::error("syntax").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    match &trouble.fault()?.kind {
        FaultKind::Syntax(cause) => Some(Reading::Syntax(cause.clone()).into()),
        _ => None,
    }
}
