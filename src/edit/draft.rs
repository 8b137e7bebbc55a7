//! A file's text as it becomes, change by change.

use crate::yaml::{Change, ChangeError, Content, KeyOrder, Route, Tree, change, decode, mark_of};

/// A file with its new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// Its path, from the record's root.
    pub path: String,
    /// Its bytes as they were read; `None` where it is new.
    pub before: Option<Vec<u8>>,
    /// Its text as it is to be.
    pub after: String,
}

/// Why a file cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// It cannot be read; `check` says why.
    Faulty {
        /// Its path, from the record's root.
        path: String,
    },
    /// A value is written in a way that only its writer can change.
    Unwritable {
        /// The file's path, from the record's root.
        path: String,
        /// The way to the value.
        route: Route,
    },
}

/// A file's text as it becomes.
#[derive(Debug)]
pub(super) struct Draft {
    path: String,
    before: Option<Vec<u8>>,
    /// The byte-order mark that the file begins with, which is kept.
    mark: &'static str,
    text: String,
    order: fn(&Route) -> KeyOrder,
}

impl Draft {
    /// Takes a file's bytes; `order` says where a new entry goes in the map at a route.
    pub(super) fn of(path: &str, bytes: &[u8], order: fn(&Route) -> KeyOrder) -> Result<Self, EditError> {
        let text = decode(bytes).map_err(|_| EditError::Faulty { path: path.to_owned() })?.to_owned();
        Ok(Self { path: path.to_owned(), before: Some(bytes.to_vec()), mark: mark_of(bytes), text, order })
    }

    /// Begins a new file with this text.
    pub(super) fn new(path: &str, text: String, order: fn(&Route) -> KeyOrder) -> Self {
        Self { path: path.to_owned(), before: None, mark: "", text, order }
    }

    /// Puts a value where the route leads, unless it says that already.
    pub(super) fn set(&mut self, route: Route, content: Content) -> Result<(), EditError> {
        let says_so = Tree::parse(&self.text)
            .is_ok_and(|tree| tree.find(&route).is_some_and(|node| !node.is_blank() && Content::of(node) == content));
        if says_so { Ok(()) } else { self.make(&Change::Set { route, content }) }
    }

    /// Puts a text where the route leads, if there is one.
    pub(super) fn set_text(&mut self, route: Route, text: Option<&(impl ToString + ?Sized)>) -> Result<(), EditError> {
        text.map_or(Ok(()), |text| self.set(route, Content::text(text)))
    }

    /// Adds an item at the end of the list where the route leads.
    pub(super) fn append(&mut self, route: Route, item: Content) -> Result<(), EditError> {
        self.make(&Change::Append { route, item })
    }

    /// Gives the entry where the route leads another key.
    pub(super) fn rename(&mut self, route: Route, key: String) -> Result<(), EditError> {
        self.make(&Change::Rename { route, key })
    }

    fn make(&mut self, asked: &Change) -> Result<(), EditError> {
        self.text = change(&self.text, asked, self.order).map_err(|error| match error {
            ChangeError::Unreadable => EditError::Faulty { path: self.path.clone() },
            ChangeError::Nowhere(route) | ChangeError::Unwritable(route) => {
                EditError::Unwritable { path: self.path.clone(), route }
            }
        })?;
        Ok(())
    }

    /// The file with its new text; `None` where it is as it was.
    pub(super) fn done(self) -> Option<Rewrite> {
        let after = format!("{}{}", self.mark, self.text);
        let changed = self.before.as_deref() != Some(after.as_bytes());
        changed.then_some(Rewrite { path: self.path, before: self.before, after })
    }
}
