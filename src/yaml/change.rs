//! One change to a text: the lines it needs, and no other byte. The text that comes of it is read again, and must say
//! what was asked and nothing else; or there is none.

use super::content::Content;
use super::edit::{Edit, apply};
use super::route::{Route, Step};
use super::splice::Splicer;
use super::tree::Tree;
use std::fmt;

/// What is to be changed in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Puts a value where the route leads: over a text or nothing, or as an entry that was not there, with all that
    /// leads to it.
    Set {
        /// Where.
        route: Route,
        /// What.
        content: Content,
    },
    /// Adds an item at the end of the list where the route leads.
    Append {
        /// Where.
        route: Route,
        /// What.
        item: Content,
    },
    /// Gives the entry where the route leads another key.
    Rename {
        /// Where.
        route: Route,
        /// The new key.
        key: String,
    },
}

/// Where a new entry goes in a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyOrder {
    /// After the last of those that come before it here.
    Of(&'static [&'static str]),
    /// After the one that comes before it in the alphabet, wherever that one stands.
    Alphabetical {
        /// Whether a blank line sets entries apart, where the text does not show it yet.
        apart: bool,
    },
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeError {
    /// The text cannot be read.
    Unreadable,
    /// The route leads to nothing that could be changed so.
    Nowhere(Route),
    /// It is written in a way that cannot be changed without changing more.
    Unwritable(Route),
}

impl fmt::Display for ChangeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => out.write_str("the text cannot be read"),
            Self::Nowhere(route) => write!(out, "nothing to change at {route}"),
            Self::Unwritable(route) => write!(out, "{route} cannot be changed without changing more"),
        }
    }
}

impl std::error::Error for ChangeError {}

/// Makes a change to a text, given without its byte-order mark; `order` says where a new entry goes in the map at a
/// route.
///
/// # Errors
/// When the text cannot be read, or the change cannot be made without changing more than what was asked.
pub fn change(text: &str, change: &Change, order: fn(&Route) -> KeyOrder) -> Result<String, ChangeError> {
    edits(text, change, order).map(|edits| apply(text, &edits))
}

/// The edits that make a change, held against the text that comes of them.
pub(super) fn edits(text: &str, change: &Change, order: fn(&Route) -> KeyOrder) -> Result<Vec<Edit>, ChangeError> {
    let before = tree(text).ok_or(ChangeError::Unreadable)?;
    let edits = Splicer::new(text, order).edits(&before.top, change)?;
    let changed = apply(text, &edits);
    let after = tree(&changed).ok_or_else(|| ChangeError::Unwritable(change.route().clone()))?;
    let asked = change.applied(Content::of(&before.top));
    let says_it = asked.is_some_and(|asked| same(&asked, &Content::of(&after.top)))
        && comments(text, &before) == comments(&changed, &after);
    if says_it { Ok(edits) } else { Err(ChangeError::Unwritable(change.route().clone())) }
}

/// The tree of a text in which nothing is wrong.
pub(super) fn tree(text: &str) -> Option<Tree> {
    Tree::parse(text).ok().filter(|tree| tree.faults.is_empty())
}

/// The comments of a text, in their order.
pub(super) fn comments<'t>(text: &'t str, tree: &Tree) -> Vec<&'t str> {
    tree.comments.iter().map(|range| text.get(range.clone()).unwrap_or_default().trim_end()).collect()
}

impl Change {
    pub(super) fn route(&self) -> &Route {
        match self {
            Self::Set { route, .. } | Self::Append { route, .. } | Self::Rename { route, .. } => route,
        }
    }

    /// What a text says once the change is made; `None` where the route leads nowhere.
    fn applied(&self, before: Content) -> Option<Content> {
        self.applied_at(self.route().steps(), before)
    }

    fn applied_at(&self, steps: &[Step], content: Content) -> Option<Content> {
        let Some((step, rest)) = steps.split_first() else { return self.applied_to(content) };
        match (step, content) {
            (_, content) if content.is_nothing() && !matches!(self, Self::Rename { .. }) => Some(self.asked(steps)),
            (Step::Key(key), Content::Map(mut entries)) => {
                let entry = entries.iter_mut().find(|(entry, _)| entry == key);
                match (entry, self) {
                    (Some((entry, _)), Self::Rename { key: new, .. }) if rest.is_empty() => entry.clone_from(new),
                    (Some((_, value)), _) => *value = self.applied_at(rest, value.clone())?,
                    (None, Self::Rename { .. }) => return None,
                    (None, Self::Set { .. } | Self::Append { .. }) => entries.push((key.clone(), self.asked(rest))),
                }
                Some(Content::Map(entries))
            }
            (Step::Index(index), Content::List(mut items)) => {
                let item = items.iter_mut().filter(|item| !item.is_nothing()).nth(*index)?;
                *item = self.applied_at(rest, item.clone())?;
                Some(Content::List(items))
            }
            // One value stands where a list may stand.
            (Step::Index(0), content) => self.applied_at(rest, content),
            _ => None,
        }
    }

    fn applied_to(&self, content: Content) -> Option<Content> {
        match (self, content) {
            (Self::Set { content: asked, .. }, _) => Some(asked.clone()),
            (Self::Append { item, .. }, Content::List(mut items)) => {
                items.push(item.clone());
                Some(Content::List(items))
            }
            (Self::Append { .. }, content) => content.is_nothing().then(|| self.asked(&[])),
            (Self::Rename { .. }, _) => None,
        }
    }

    /// The value asked for, within all that leads to it by these steps.
    pub(super) fn asked(&self, steps: &[Step]) -> Content {
        let content = match self {
            Self::Set { content, .. } => content.clone(),
            Self::Append { item, .. } => Content::List(vec![item.clone()]),
            Self::Rename { .. } => Content::Text(String::new()),
        };
        steps.iter().rfold(content, |content, step| match step {
            Step::Key(key) => Content::Map(vec![(key.clone(), content)]),
            Step::Index(_) => Content::List(vec![content]),
        })
    }
}

/// Says whether two values say the same, in whatever order their keys stand. A line end at the end of a text, which the
/// end of the file may have taken away, counts for nothing.
pub(super) fn same(one: &Content, other: &Content) -> bool {
    match (one, other) {
        (Content::Text(one), Content::Text(other)) => {
            one == other || one.strip_suffix('\n') == Some(other) || other.strip_suffix('\n') == Some(one)
        }
        (Content::List(one), Content::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Content::Map(one), Content::Map(entries)) => {
            let is_there = |(key, value): &(String, Content)| other.entry(key).is_some_and(|other| same(value, other));
            one.len() == entries.len() && one.iter().all(is_there)
        }
        // Nothing is nothing, whether as a text, a list or a map.
        (one, other) => one.is_nothing() && other.is_nothing(),
    }
}
