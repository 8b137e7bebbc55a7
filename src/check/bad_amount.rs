//! `bad-amount`: an amount of euros that is none, or that can be read in two ways.
#![doc = include_str!("../../templates/en/rules/bad-amount.md")]

use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::model::{Euros, MoneyError};
use crate::yaml::{Expected, FaultKind, Found};

pub(super) const RULE: Rule = Rule::error("bad-amount").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    match &trouble.fault()?.kind {
        FaultKind::WrongType { expected: Expected::Amount, found: Found::Text(text) } => {
            let ambiguous = matches!(text.parse::<Euros>(), Err(MoneyError::Ambiguous));
            Some(Reading::BadAmount { text: text.clone(), ambiguous }.into())
        }
        _ => None,
    }
}
