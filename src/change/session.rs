//! What happened to the sessions of a council.

use super::{Change, SessionChange};
use crate::model::{Session, SessionId, SessionStatus};
use crate::yaml::read;
use std::collections::{BTreeMap, BTreeSet};

/// Compares two states of a session's file, which is in both.
pub(super) fn compare(id: SessionId, before: &[u8], after: &[u8], changes: &mut BTreeSet<Change>) {
    let told = changes.len();
    if let (Some(before), Some(after)) = (session(before), session(after)) {
        if before.status != after.status {
            changes.insert(Change::Session(after.status.into(), id));
        }
        approvals(&after, Some(&before), changes);
    }
    if changes.len() == told {
        changes.insert(Change::Session(SessionChange::Edited, id));
    }
}

fn approvals(after: &Session, before: Option<&Session>, changes: &mut BTreeSet<Change>) {
    let known = |name: &String| before.is_some_and(|before| before.approves.contains_key(name));
    let new = after.approves.keys().filter(|name| !known(name)).filter_map(|name| name.parse().ok());
    changes.extend(new.map(Change::Approved));
}

fn session(bytes: &[u8]) -> Option<Session> {
    read(bytes).value
}

impl From<SessionStatus> for SessionChange {
    fn from(status: SessionStatus) -> Self {
        match status {
            SessionStatus::Planned => Self::Planned,
            SessionStatus::Held => Self::Held,
            SessionStatus::Cancelled => Self::Cancelled,
        }
    }
}

/// The sessions that are there in one state only.
#[derive(Debug, Default)]
pub(super) struct Dated {
    come: BTreeMap<SessionId, Vec<u8>>,
    gone: BTreeMap<SessionId, Vec<u8>>,
}

impl Dated {
    /// Takes in a session that is there after only.
    pub fn come(&mut self, id: SessionId, content: &[u8]) {
        self.come.insert(id, content.to_owned());
    }

    /// Takes in a session that is there before only.
    pub fn gone(&mut self, id: SessionId, content: &[u8]) {
        self.gone.insert(id, content.to_owned());
    }

    /// Says which are the same at another date, and what happened to the others.
    pub fn settle(mut self, changes: &mut BTreeSet<Change>) {
        for (from, before) in self.gone {
            let alike = |after: &Vec<u8>| likeness(&before, after);
            let best = self.come.iter().max_by(|(_, one), (_, other)| alike(one).total_cmp(&alike(other)));
            let to = best.filter(|(_, after)| alike(after) > 0.5).map(|(to, _)| *to);
            let Some((to, after)) = to.and_then(|to| Some((to, self.come.remove(&to)?))) else {
                changes.insert(Change::Session(SessionChange::Removed, from));
                continue;
            };
            changes.insert(Change::Moved(to, from));
            if let (Some(before), Some(after)) = (session(&before), session(&after)) {
                if before.status != after.status {
                    changes.insert(Change::Session(after.status.into(), to));
                }
                approvals(&after, Some(&before), changes);
            }
        }
        for (id, after) in self.come {
            let after = session(&after);
            let change = after.as_ref().map_or(SessionChange::Edited, |after| after.status.into());
            changes.insert(Change::Session(change, id));
            if let Some(after) = after {
                approvals(&after, None, changes);
            }
        }
    }
}

/// How much of two texts is the same, from 0 to 1: the lines of either that the other has too, comments left aside.
fn likeness(one: &[u8], other: &[u8]) -> f64 {
    let (one, other) = (lines(one), lines(other));
    let count = |lines: &BTreeMap<&[u8], u32>| f64::from(lines.values().sum::<u32>());
    let common: u32 = one.iter().map(|(line, times)| *other.get(line).unwrap_or(&0).min(times)).sum();
    let all = count(&one) + count(&other);
    if all == 0.0 { 0.0 } else { 2.0 * f64::from(common) / all }
}

fn lines(text: &[u8]) -> BTreeMap<&[u8], u32> {
    let mut lines = BTreeMap::new();
    for line in text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii) {
        // What a scaffold leaves blank makes no two sessions alike.
        if !line.is_empty() && !line.starts_with(b"#") && !line.ends_with(b":") {
            *lines.entry(line).or_default() += 1;
        }
    }
    lines
}
