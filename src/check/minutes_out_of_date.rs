//! `minutes-out-of-date`: minutes that would be generated otherwise today. Never for those that were approved.
#![doc = include_str!("../../templates/en/rules/minutes-out-of-date.md")]

use super::{CouncilScope, Findings, Rule};
use crate::document::{Template, minutes};
use crate::locale::problem::Sense;
use crate::model::{Session, SessionId};

pub(super) const RULE: Rule = Rule::warning("minutes-out-of-date").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(template) = scope.template else { return };
    // What cannot be relied on makes minutes of nothing; it is told as what it is.
    if scope.record.landlord.is_faulty() || scope.files.is_faulty() {
        return;
    }
    for id in scope.files.listing.minutes.iter().copied() {
        let held = scope.files.session(id).and_then(|file| file.value()).is_some_and(Session::is_held);
        if !held || scope.files.approved_by(id).is_some() {
            continue;
        }
        let path = scope.files.paths.minutes(id);
        let Ok(bytes) = scope.record.store.read_listed(&path, &scope.files.listing) else { continue };
        if let Some(line) = first_difference(scope, id, template, &bytes) {
            let problem = Sense::MinutesOutOfDate { council: scope.files.id.to_string(), session: id, line };
            findings.report_file(&path, problem);
        }
    }
}

/// The first line, from 1, in which the text on the disk is not what would be generated today. `None` where it is the
/// same, or where nothing can be generated, which other rules tell.
fn first_difference(
    scope: &CouncilScope<'_>,
    id: SessionId,
    template: &Template,
    bytes: &[u8],
) -> Option<usize> {
    let fresh = minutes(scope.record, scope.files, id, template).ok()?;
    if bytes == fresh.as_bytes() {
        return None;
    }
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    if text == fresh {
        return None;
    }
    let same = text.lines().zip(fresh.lines()).take_while(|(old, new)| old == new).count();
    Some(same + 1)
}
