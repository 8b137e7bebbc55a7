//! `unreadable-file`: a file that cannot be opened, or whose bytes are no text.
#![doc = include_str!("../../templates/en/rules/unreadable-file.md")]

use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::store::{ReadError, StrayReason};
use crate::yaml::FaultKind;

pub(super) const RULE: Rule = Rule::error("unreadable-file").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    match trouble {
        Trouble::Refused(error) => Some(Reading::Refused(*error).into()),
        Trouble::Fault(fault) => match &fault.kind {
            FaultKind::Unreadable(cause) => Some(Reading::NoText(cause.clone()).into()),
            _ => None,
        },
        Trouble::Stray(stray) => match stray.reason {
            StrayReason::Unreadable(ReadError::BrokenLink) => Some(Reading::Refused(ReadError::BrokenLink).into()),
            _ => None,
        },
    }
}
