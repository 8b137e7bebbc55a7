//! The way to a value inside a file: `attendance.present[0]`. Rules speak in routes; the tree turns them into positions.

use std::fmt;

/// One step of a route: into a map by key, or into a list by position.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The value under this key.
    Key(String),
    /// The item at this position, from 0.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<&String> for Step {
    fn from(key: &String) -> Self {
        Self::Key(key.clone())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// The way from the top of a file to one of its values.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route(Vec<Step>);

impl Route {
    /// The top of the file.
    pub fn top() -> Self {
        Self::default()
    }

    /// The route one step further.
    #[must_use]
    pub fn then(mut self, step: impl Into<Step>) -> Self {
        self.0.push(step.into());
        self
    }

    /// The route seen from one step above.
    #[must_use]
    pub fn under(mut self, step: Step) -> Self {
        self.0.insert(0, step);
        self
    }

    /// The steps, from the top.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The route of the value that holds this one; the top has none.
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.0.split_last()?;
        Some(Self(rest.to_vec()))
    }

    /// Says whether one of the two routes leads through the other.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(mine, theirs)| mine == theirs)
    }

    /// The spot of the value itself.
    pub fn value(self) -> Spot {
        Spot { route: self, part: Part::Value }
    }

    /// The spot of the key that the value stands under.
    pub fn key(self) -> Spot {
        Spot { route: self, part: Part::Key }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if place == 0 => write!(out, "{key}")?,
                Step::Key(key) => write!(out, ".{key}")?,
                Step::Index(index) => write!(out, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Builds a [`Route`] from its steps: `route!["attendance", "present", 0]`.
#[macro_export]
macro_rules! route {
    ($($step:expr),* $(,)?) => { $crate::yaml::Route::top()$(.then($step))* };
}

/// Which part of an entry is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The key.
    Key,
    /// The value; its key where the value is blank.
    Value,
}

/// A place that a problem points at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The way to the value.
    pub route: Route,
    /// The value, or the key above it.
    pub part: Part,
}
