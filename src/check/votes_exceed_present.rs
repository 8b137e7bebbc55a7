//! `votes-exceed-present`: more voices than people who could vote in the room.
#![doc = include_str!("../../templates/en/rules/votes-exceed-present.md")]

use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Figures;
use crate::model::{Attendance, Outcome, Session, VoteMode};
use crate::record::File;
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("votes-exceed-present").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for (_, file, session) in scope.sessions() {
        let Some((attendance, in_the_room)) = voters(file, session) else { continue };
        let proxies = attendance.voices_borne();
        let possible = in_the_room.saturating_add(proxies);
        for (topic, fields) in session.topics.iter().enumerate() {
            for (index, outcome) in fields.outcomes.iter().enumerate() {
                let route = || route!["topics", topic, "outcomes", index];
                let Some(votes) = counted_in_the_room(outcome).filter(|votes| *votes > possible) else { continue };
                if file.has_lost_key(|| route().then("vote_mode")) {
                    continue;
                }
                let problem = Figures::VotesExceedPresent { votes, possible, proxies };
                findings.report(&file.path, route().then("votes").key(), problem).beside(&file.path, source(attendance));
            }
        }
    }
}

/// How many of those present could vote, where the file says it, and nothing of it was lost.
fn voters<'a>(file: &File<Session>, session: &'a Session) -> Option<(&'a Attendance, u32)> {
    let attendance = session.attendance.as_ref().filter(|attendance| !attendance.is_estimate())?;
    let voters = attendance.voters_present()?;
    (!file.has_lost_key(|| route!["attendance"])).then_some((attendance, voters))
}

fn counted_in_the_room(outcome: &Outcome) -> Option<u32> {
    let is_here = outcome.vote_mode.unwrap_or_default() == VoteMode::Room;
    outcome.votes.filter(|_| is_here)?.total()
}

/// The line that says how many could vote.
fn source(attendance: &Attendance) -> Spot {
    let counts = attendance.counts.as_ref();
    if counts.is_some_and(|counts| counts.voters.is_some()) {
        return route!["attendance", "counts", "voters"].value();
    }
    if counts.is_some_and(|counts| counts.present.is_some()) {
        return route!["attendance", "counts", "present"].value();
    }
    let key = if attendance.present.is_empty() { "residents" } else { "present" };
    route!["attendance", key].key()
}
