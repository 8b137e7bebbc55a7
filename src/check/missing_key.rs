//! `missing-key`: a required key that is not there, or has no value.

use super::nearest::nearest;
use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::yaml::{Fault, FaultKind};

pub(super) const RULE: Rule = Rule::error("missing-key").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    let Trouble::Fault(fault, others) = trouble else { return None };
    let FaultKind::MissingKey { key } = &fault.kind else { return None };
    let misspelt = others.iter().any(|other| is_misspelling(other, key) && other.spot.route.parent() == fault.spot.route.parent());
    (!misspelt).then(|| Reading::MissingKey { key: key.clone() }.into())
}

/// Says whether a fault is an unknown key that was meant to be this one: then that is the problem, and the only one.
fn is_misspelling(fault: &Fault, missing: &str) -> bool {
    match &fault.kind {
        FaultKind::UnknownKey { key, known } => nearest(key, known.iter().copied()).as_deref() == Some(missing),
        _ => false,
    }
}
