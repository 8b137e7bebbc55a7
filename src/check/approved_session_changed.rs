//! `approved-session-changed`: the file of a session is not as it was when its minutes were approved. The day they were
//! published may be written later: approval never blocks publishing.
#![doc = include_str!("../../templates/en/rules/approved-session-changed.md")]

use super::{CouncilScope, Findings, Rule};
use crate::fingerprint::fingerprint;
use crate::locale::problem::Sense;
use crate::record::Written as _;
use crate::route;

pub(super) const RULE: Rule = Rule::error("approved-session-changed").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (id, file) in &scope.files.sessions {
        for (by, approval) in scope.files.approvals_of(*id) {
            let Some(approved) = approval.session.as_ref().filter(|_| file.refused().is_none()) else { continue };
            if fingerprint(file.bytes()) != approved.as_str() && !was(approved, &file.text()) {
                let problem = Sense::ApprovedSessionChanged { session: *id, by, path: file.path.clone() };
                let law = route!["approves", id.to_string().as_str(), "session"].value();
                findings.report_file(&file.path, problem).beside(&scope.files.paths.session(by), law);
            }
        }
    }
}

/// Says whether a text, but for the day of publication, is the one approved: that line was blank then, or not there.
fn was(approved: &str, text: &str) -> bool {
    const KEY: &str = "published:";
    let Some(line) = text.split_inclusive('\n').find(|line| line.starts_with(KEY)) else { return false };
    let end = &line[line.trim_end_matches(['\r', '\n']).len()..];
    [String::new(), format!("{KEY}{end}")].iter().any(|then| {
        let before = text.replacen(line, then, 1);
        fingerprint(before.as_bytes()) == approved
    })
}
