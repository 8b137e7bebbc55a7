//! `conflict-markers`: a file in which git left two versions side by side.
#![doc = include_str!("../../templates/en/rules/conflict-markers.md")]

use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::yaml::FaultKind;

pub(super) const RULE: Rule = Rule::error("conflict-markers").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    matches!(trouble.fault()?.kind, FaultKind::ConflictMarkers).then(|| Reading::ConflictMarkers.into())
}
