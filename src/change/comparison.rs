//! Comparing two states of a record, one file after another.

use super::session::{self, Dated};
use super::{Change, Changes, Fate, SessionChange, SharedChange, plan};
use crate::model::{Council, Id, SessionId};
use crate::store::{FileKind, Layout};
use crate::yaml::read;
use std::collections::{BTreeMap, BTreeSet};

/// Two states of a record that are being compared.
#[derive(Debug, Default)]
pub struct Comparison {
    changes: Changes,
    /// The sessions that are there in one of the states only: perhaps the same, moved to another date.
    dated: BTreeMap<Id, Dated>,
}

impl Comparison {
    /// Takes a file in: what it held before, and what it holds after. A content that cannot be read is an empty one.
    pub fn add(&mut self, path: &str, before: Option<&[u8]>, after: Option<&[u8]>) {
        let fate = match (before, after) {
            (None, None) => return,
            (None, Some(_)) => Fate::New,
            (Some(_), None) => Fate::Removed,
            (Some(before), Some(after)) if same_text(before, after) => return,
            (Some(_), Some(_)) => Fate::Edited,
        };
        let kind = Layout::kind(path);
        match kind {
            Some(FileKind::Landlord) => drop(self.changes.shared.insert(SharedChange::Landlord(fate))),
            Some(FileKind::Charter) => drop(self.changes.shared.insert(SharedChange::Charter(fate))),
            Some(FileKind::Coaching) => drop(self.changes.shared.insert(SharedChange::Coaching(fate))),
            Some(FileKind::Template(_)) => drop(self.changes.shared.insert(SharedChange::Template(fate))),
            None => drop(self.changes.others.insert(path.to_owned())),
            Some(
                FileKind::Council | FileKind::Plan | FileKind::Session(_) | FileKind::Survey(_) | FileKind::Minutes(_),
            ) => {
                if let Some((id, kind)) = path.split('/').next().and_then(Id::new).zip(kind) {
                    self.add_to_council(&id, kind, fate, before.unwrap_or_default(), after.unwrap_or_default());
                }
            }
        }
    }

    fn add_to_council(&mut self, id: &Id, kind: FileKind, fate: Fate, before: &[u8], after: &[u8]) {
        let changes = self.changes.councils.entry(id.clone()).or_default();
        match kind {
            FileKind::Council => council(fate, before, after, changes),
            FileKind::Plan => plan::compare(before, after, changes),
            FileKind::Survey(name) => drop(changes.insert(Change::Survey(fate, name))),
            FileKind::Minutes(session) => drop(changes.insert(Change::Minutes(fate, session))),
            FileKind::Session(session) => match fate {
                Fate::Edited => session::compare(session, before, after, changes),
                Fate::New => self.dated.entry(id.clone()).or_default().come(session, after),
                Fate::Removed => self.dated.entry(id.clone()).or_default().gone(session, before),
            },
            FileKind::Landlord | FileKind::Charter | FileKind::Coaching | FileKind::Template(_) => {}
        }
    }

    /// What happened, once all files were taken in.
    pub fn done(mut self) -> Changes {
        for (id, dated) in self.dated {
            dated.settle(self.changes.councils.entry(id).or_default());
        }
        for changes in self.changes.councils.values_mut() {
            leave_out_what_goes_without_saying(changes);
        }
        self.changes.councils.retain(|_, changes| !changes.is_empty());
        self.changes
    }
}

fn council(fate: Fate, before: &[u8], after: &[u8], changes: &mut BTreeSet<Change>) {
    if fate != Fate::Edited {
        changes.insert(Change::Council(fate));
        return;
    }
    let told = changes.len();
    if let (Some(before), Some(after)) = (read::<Council>(before).value, read::<Council>(after).value) {
        if before.closed.is_none() && after.closed.is_some() {
            changes.insert(Change::Closed);
        }
        let new = after.members.keys().filter(|member| !before.members.contains_key(*member));
        changes.extend(new.cloned().map(Change::Member));
    }
    if changes.len() == told {
        changes.insert(Change::Edited);
    }
}

/// Takes out what follows from the rest: the files of a council that is gone, the minutes of a session that was held
/// just now, minutes that follow their session to another date or were only brought up to date.
fn leave_out_what_goes_without_saying(changes: &mut BTreeSet<Change>) {
    if changes.contains(&Change::Council(Fate::Removed)) {
        changes.retain(|change| *change == Change::Council(Fate::Removed));
    }
    if changes.contains(&Change::Council(Fate::New)) {
        changes.retain(|change| !matches!(change, Change::Member(_) | Change::Plan));
    }
    let (mut come, mut gone) = (BTreeSet::<SessionId>::new(), BTreeSet::<SessionId>::new());
    for change in changes.iter() {
        if let Change::Session(SessionChange::Held, session) | Change::Moved(session, _) = change {
            come.insert(*session);
        }
        if let Change::Session(SessionChange::Removed, session) | Change::Moved(_, session) = change {
            gone.insert(*session);
        }
    }
    let only_minutes = changes.iter().all(|change| matches!(change, Change::Minutes(..)));
    changes.retain(|change| {
        let Change::Minutes(fate, session) = change else { return true };
        match fate {
            Fate::New => !come.contains(session),
            Fate::Edited => only_minutes,
            Fate::Removed => !gone.contains(session),
        }
    });
}

/// Says whether two texts differ in their line ends at most, which a checkout may change.
fn same_text(one: &[u8], other: &[u8]) -> bool {
    let plain = |bytes: &[u8]| bytes.iter().copied().filter(|byte| *byte != b'\r').collect::<Vec<u8>>();
    one == other || plain(one) == plain(other)
}
