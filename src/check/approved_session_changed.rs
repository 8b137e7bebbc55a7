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
    let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let Some(start) = line_starts.into_iter().find(|start| text[*start..].starts_with(KEY)) else { return false };
    let (head, line) = text.split_at(start);
    let (line, tail) = line.split_at(line.find('\n').map_or(line.len(), |end| end + 1));
    let (value, beside) = line[KEY.len()..].split_at(line[KEY.len()..].find(['#', '\r', '\n']).unwrap_or(line.len() - KEY.len()));
    let (bare, space) = (value.trim_end(), &value[value.trim_end().len()..]);
    // The space before the day came with it, or was there before a comment.
    let own_space = &bare[..bare.len() - bare.trim_start().len()];
    let blank = [format!("{KEY}{space}{beside}"), format!("{KEY}{own_space}{space}{beside}")];
    let without = format!("{head}{tail}");
    let last_line_end = without.strip_suffix('\n').map(|text| text.strip_suffix('\r').unwrap_or(text).to_owned());
    let then = blank.iter().map(|line| format!("{head}{line}{tail}")).chain([without]).chain(last_line_end);
    then.into_iter().any(|then| fingerprint(then.as_bytes()) == approved)
}

#[cfg(test)]
mod tests {
    use super::was;
    use crate::fingerprint::fingerprint;

    #[test]
    fn a_day_of_publication_may_come_after_the_approval() {
        let cases = [
            ("status: held\n", "status: held\npublished: 2023-05-17\n"),
            ("status: held", "status: held\npublished: 2023-05-17\n"),
            ("status: held", "status: held\npublished: 2023-05-17"),
            ("published:\nstatus: held\n", "published: 2023-05-17\nstatus: held\n"),
            ("published: \nstatus: held\n", "published: 2023-05-17\nstatus: held\n"),
            ("published:  # le jour\nstatus: held\n", "published: 2023-05-17  # le jour\nstatus: held\n"),
            ("status: held\r\npublished:\r\n", "status: held\r\npublished: 2023-05-17\r\n"),
        ];
        for (then, now) in cases {
            assert!(was(&fingerprint(then.as_bytes()), now), "{then:?} {now:?}");
            assert!(!was(&fingerprint(then.as_bytes()), &now.replace("held", "planned")), "{now:?}");
        }
    }
}
