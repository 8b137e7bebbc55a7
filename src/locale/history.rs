//! What happened to a record, in sentences: the message of a commit, and the lines of `log`.

mod english;
mod french;

use super::{Language, counted};
use crate::change::{ActionChange, Change, Changes, CostStep, Fate, SessionChange};
use crate::model::{Id, SessionId};
use std::collections::BTreeSet;
use std::fmt::Display;

/// How long the first line of a commit's message may be: what git and the sites that show it do not cut.
const SUBJECT: usize = 72;

/// What is told at once: changes of one kind together.
#[derive(Debug)]
enum Item<'a> {
    Council(Fate),
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
            let items: Vec<String> = items(changes).iter().map(|item| self.item(item)).collect();
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
        let subject = match sentences.as_slice() {
            [] => match self {
                Self::French => "mise à jour".to_owned(),
                Self::English => "update".to_owned(),
            },
            [only] => only.clone(),
            _ => {
                let ids: Vec<&str> = changes.councils.keys().map(Id::as_str).collect();
                let councils = match self {
                    Self::French => counted(ids.len(), "conseil", "conseils", self),
                    Self::English => counted(ids.len(), "council", "councils", self),
                };
                let whose: Vec<String> = self.shared(changes).into_iter().chain([councils]).collect();
                self.labelled(whose.join(", "), &ids.join(", "))
            }
        };
        let short = shortened(&subject);
        if sentences.len() > 1 || short != subject {
            return format!("{short}\n\n{}", sentences.join("\n"));
        }
        short
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

    fn item(self, item: &Item<'_>) -> String {
        match self {
            Self::French => french::item(item),
            Self::English => english::item(item),
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
fn items(changes: &BTreeSet<Change>) -> Vec<Item<'_>> {
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
        Change::Council(fate) => Item::Council(*fate),
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

/// A sentence as a commit's first line: whole where it is short, else up to a comma and with a sign that there is more.
fn shortened(sentence: &str) -> String {
    if sentence.chars().count() <= SUBJECT {
        return sentence.to_owned();
    }
    let most = sentence.char_indices().nth(SUBJECT - 1).map_or(sentence.len(), |(at, _)| at);
    let head = sentence.get(..most).unwrap_or(sentence);
    let cut = head.rfind(", ").unwrap_or(head.len());
    format!("{}…", head.get(..cut).unwrap_or(head).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_line_is_cut_at_a_comma_and_never_longer_than_git_shows() {
        let long = "les-tilleuls : séance du 10 mai 2023, 2 actions nouvelles, 1 réalisée, 3 dépenses engagées";
        assert_eq!(shortened(long), "les-tilleuls : séance du 10 mai 2023, 2 actions nouvelles, 1 réalisée…");
        assert_eq!(shortened("bref"), "bref");
        let word = "é".repeat(100);
        assert_eq!(shortened(&word).chars().count(), SUBJECT);
    }
}
