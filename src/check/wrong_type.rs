//! `wrong-type`: a value of the wrong form, or a word outside its list. Dates and amounts have rules of their own.
#![doc = include_str!("../../templates/en/rules/wrong-type.md")]

use super::nearest::nearest;
use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::yaml::{Expected, FaultKind, Found};

pub(super) const RULE: Rule = Rule::error("wrong-type").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    let fault = trouble.fault()?;
    let key = fault.key().to_owned();
    match &fault.kind {
        FaultKind::WrongType {
            expected: Expected::Date | Expected::Period | Expected::Signature | Expected::Amount,
            found: Found::Text(_),
        } => None,
        FaultKind::WrongType { expected, found } => {
            let quoted = fault.fix.as_ref().map(|fix| fix.replacement.clone());
            Some(Reading::WrongType { key, expected: *expected, found: found.clone(), quoted }.into())
        }
        FaultKind::UnknownValue { value, known } => {
            let nearest = nearest(value, known.iter().copied());
            let known = known.iter().map(|word| (*word).to_owned()).collect();
            Some(Reading::UnknownValue { key, value: value.clone(), nearest, known }.into())
        }
        _ => None,
    }
}
