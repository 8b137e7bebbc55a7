//! What happened to a record, in sentences: the message of a commit, and the lines of `log`.

mod english;
mod french;

use super::{Language, counted};
use crate::change::{ActionChange, Change, Changes, CostStep, Fate, SessionChange};
use crate::model::{Id, SessionId};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

/// How long the first line of a commit's message may be: what git and the sites that show it do not cut.
const SUBJECT: usize = 72;

/// How many dates are told one by one.
const MOST_DATES: usize = 3;

/// What is told at once: changes of one kind together.
#[derive(Debug)]
enum Item<'a> {
    Council(Fate, usize),
    Closed,
    Sessions(SessionChange, Vec<SessionId>),
    Moved {
        to: SessionId,
        from: SessionId,
    },
    Approved(Vec<SessionId>),
    Minutes(Fate, Vec<SessionId>),
    /// The first of several says that it counts actions; the others follow it.
    Actions {
        change: ActionChange,
        count: usize,
        follows: bool,
    },
    /// Likewise.
    Costs {
        step: CostStep,
        count: usize,
        follows: bool,
    },
    Survey(Fate, &'a str),
    Members(usize),
    Edited,
    Plan,
}

impl Language {
    /// What happened, a sentence for what all councils share and one for each council.
    pub fn told(self, changes: &Changes) -> Vec<String> {
        let mut sentences = Vec::new();
        if !changes.shared.is_empty() {
            sentences.push(self.shared(changes).join(", "));
        }
        for (id, changes) in &changes.councils {
            let items: Vec<String> = items(changes).iter().map(|item| self.item(item, MOST_DATES)).collect();
            sentences.push(self.labelled(id, &items.join(", ")));
        }
        if sentences.is_empty() && !changes.others.is_empty() {
            let count = changes.others.len();
            sentences.push(match self {
                Self::French => counted(count, "autre fichier", "autres fichiers", self),
                Self::English => counted(count, "other file", "other files", self),
            });
        }
        sentences
    }

    /// The message of a commit: what happened on one line, and the whole of it below where it is longer.
    pub fn commit_message(self, changes: &Changes) -> String {
        let sentences = self.told(changes);
        let subject = self.subject(changes);
        if sentences.len() > 1 || sentences.first().is_some_and(|only| *only != subject) {
            return format!("{subject}\n\n{}", sentences.join("\n"));
        }
        subject
    }

    /// What happened, as a commit's first line: whose it is, then what weighs most, as much as there is room for.
    fn subject(self, changes: &Changes) -> String {
        let shared = self.shared(changes);
        let (whose, told): (String, BTreeMap<&Id, &BTreeSet<Change>>) = match changes.councils.iter().next() {
            Some((id, only)) if changes.councils.len() == 1 => (id.to_string(), BTreeMap::from([(id, only)])),
            Some(_) => {
                let count = changes.councils.len();
                let councils = match self {
                    Self::French => counted(count, "conseil", "conseils", self),
                    Self::English => counted(count, "council", "councils", self),
                };
                (councils, changes.councils.iter().collect())
            }
            None => {
                let sentence = self.told(changes).into_iter().next().unwrap_or_else(|| match self {
                    Self::French => "mise à jour".to_owned(),
                    Self::English => "update".to_owned(),
                });
                return fitted(String::new(), &[sentence]);
            }
        };
        // What is told of several councils at once is counted.
        let mut all: Vec<&Change> = told.values().copied().flatten().collect();
        all.sort_unstable();
        let mut items = items(all);
        items.sort_by_key(Item::weight);
        let head = self.labelled(shared.iter().cloned().chain([whose]).collect::<Vec<_>>().join(", "), "");
        let most_dates = if told.len() > 1 { 0 } else { MOST_DATES };
        let dated: Vec<String> = items.iter().map(|item| self.item(item, most_dates)).collect();
        if head.chars().count() + dated.join(", ").chars().count() <= SUBJECT {
            return fitted(head, &dated);
        }
        fitted(head, &items.iter().map(|item| self.item(item, 1)).collect::<Vec<_>>())
    }

    /// The message of the commit that joins two versions.
    pub fn merge_message(self) -> &'static str {
        match self {
            Self::French => "Mise en commun de deux versions",
            Self::English => "Two versions brought together",
        }
    }

    fn shared(self, changes: &Changes) -> Vec<String> {
        let told = changes.shared.iter().map(|change| match self {
            Self::French => french::shared(*change),
            Self::English => english::shared(*change),
        });
        told.collect()
    }

    /// What happened, in a few words; of more sessions than so many, their number is told and not their dates.
    fn item(self, item: &Item<'_>, most_dates: usize) -> String {
        match self {
            Self::French => french::item(item, most_dates),
            Self::English => english::item(item, most_dates),
        }
    }

    fn labelled(self, whose: impl Display, what: &str) -> String {
        match self {
            Self::French => format!("{whose}\u{a0}: {what}"),
            Self::English => format!("{whose}: {what}"),
        }
    }
}

/// What happened to a council, changes of one kind together, in the order in which they are told.
fn items<'c>(changes: impl IntoIterator<Item = &'c Change>) -> Vec<Item<'c>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    for change in changes {
        match (change, items.last_mut()) {
            (Change::Session(change, id), Some(Item::Sessions(same, ids))) if same == change => ids.push(*id),
            (Change::Approved(id), Some(Item::Approved(ids))) => ids.push(*id),
            (Change::Minutes(fate, id), Some(Item::Minutes(same, ids))) if same == fate => ids.push(*id),
            (Change::Action(change, _), Some(Item::Actions { change: same, count, .. })) if same == change => {
                *count += 1;
            }
            (Change::Cost(step, ..), Some(Item::Costs { step: same, count, .. })) if same == step => *count += 1,
            (Change::Member(_), Some(Item::Members(count))) => *count += 1,
            (Change::Council(fate), Some(Item::Council(same, count))) if same == fate => *count += 1,
            (Change::Closed, Some(Item::Closed))
            | (Change::Edited, Some(Item::Edited))
            | (Change::Plan, Some(Item::Plan)) => {}
            (_, last) => {
                let after_actions = matches!(last, Some(Item::Actions { .. }));
                let after_costs = matches!(last, Some(Item::Costs { .. }));
                items.push(first(change, after_actions, after_costs));
            }
        }
    }
    items
}

fn first(change: &Change, after_actions: bool, after_costs: bool) -> Item<'_> {
    match change {
        Change::Council(fate) => Item::Council(*fate, 1),
        Change::Closed => Item::Closed,
        Change::Session(change, id) => Item::Sessions(*change, vec![*id]),
        Change::Moved(to, from) => Item::Moved { to: *to, from: *from },
        Change::Approved(id) => Item::Approved(vec![*id]),
        Change::Minutes(fate, id) => Item::Minutes(*fate, vec![*id]),
        Change::Action(change, _) => Item::Actions { change: *change, count: 1, follows: after_actions },
        Change::Cost(step, ..) => Item::Costs { step: *step, count: 1, follows: after_costs },
        Change::Survey(fate, name) => Item::Survey(*fate, name),
        Change::Member(_) => Item::Members(1),
        Change::Edited => Item::Edited,
        Change::Plan => Item::Plan,
    }
}

impl Item<'_> {
    /// What weighs less comes later, and is left out first.
    fn weight(&self) -> u8 {
        match self {
            Self::Council(..) | Self::Closed => 0,
            Self::Sessions(SessionChange::Held | SessionChange::Cancelled | SessionChange::Planned, _)
            | Self::Moved { .. } => 1,
            Self::Approved(_) => 2,
            Self::Actions { .. } => 3,
            Self::Costs { .. } => 4,
            Self::Survey(..) => 5,
            Self::Minutes(..) => 6,
            Self::Sessions(SessionChange::Edited | SessionChange::Removed, _) => 7,
            Self::Members(_) | Self::Edited | Self::Plan => 8,
        }
    }
}

/// As many of these as go into a commit's first line behind its head, and a sign where there are more.
fn fitted(head: String, parts: &[String]) -> String {
    let whole = format!("{head}{}", parts.join(", "));
    if whole.chars().count() <= SUBJECT {
        return whole;
    }
    let mut line = head;
    for (place, part) in parts.iter().enumerate() {
        let joint = if place == 0 { "" } else { ", " };
        let longer = format!("{line}{joint}{part}");
        if longer.chars().count() >= SUBJECT {
            if place == 0 {
                line = longer.chars().take(SUBJECT - 1).collect();
            }
            break;
        }
        line = longer;
    }
    format!("{}…", line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_line_ends_with_a_whole_fact_and_is_never_longer_than_git_shows() {
        let parts =
            ["séance du 10 mai 2023", "2 actions nouvelles", "1 réalisée", "3 dépenses engagées"].map(str::to_owned);
        let line = fitted("les-tilleuls : ".to_owned(), &parts);
        assert_eq!(line, "les-tilleuls : séance du 10 mai 2023, 2 actions nouvelles, 1 réalisée…");
        assert_eq!(fitted(String::new(), &["bref".to_owned()]), "bref");
        assert_eq!(fitted(String::new(), &["é".repeat(100)]).chars().count(), SUBJECT);
    }
}
