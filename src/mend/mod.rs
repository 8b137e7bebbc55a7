//! What `check --fix` does: mends problems where there is just one way, in memory, round after round, until nothing is left
//! that it could mend. What comes of it is held against `check` before it counts; `cli` shows it or writes it.

mod diff;
mod prepared;

pub use diff::diff;
pub use prepared::offered;

use crate::check::{Scope, check};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::mending::{Left, Mended};
use crate::locale::problem::{Problem, Reading};
use crate::model::Date;
use crate::record::Record;
use crate::store::{Staged, Store};
use prepared::{Prepared, prepared, stage};
use std::path::Path;

/// How often it looks again: a mended word can bring another problem to light.
const MOST_ROUNDS: usize = 40;

/// How many times in a row what a mended word brings to light may be mended in its turn, before the word is given up.
const MOST_FOLLOWING: usize = 4;

/// What was mended, and what was left.
#[derive(Debug, Default)]
pub struct Mending {
    /// The files as they are to be.
    pub staged: Staged,
    /// What was mended, in the order in which it was.
    pub done: Vec<Done>,
    /// What could have been mended but for a reason.
    pub left: Vec<LeftAlone>,
}

/// A problem that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The file, under the name that it had then.
    pub path: String,
    /// The line it was on.
    pub line: Option<usize>,
    /// How it was mended.
    pub how: Mended,
}

/// A problem that was left alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftAlone {
    /// The file.
    pub path: String,
    /// The line it is on; `None` for the file as a whole.
    pub line: Option<usize>,
    /// Why.
    pub why: Left,
}

/// What is mended first, so that what comes after is judged by all that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// What keeps a text from being read.
    Syntax,
    /// What keeps a file or a value from being read.
    Reading,
    /// What was read.
    Sense,
}

impl Phase {
    const ALL: [Self; 3] = [Self::Syntax, Self::Reading, Self::Sense];

    fn of(diagnostic: &Diagnostic) -> Self {
        match &diagnostic.problem {
            Problem::Reading(Reading::Syntax(_)) => Self::Syntax,
            Problem::Reading(_) => Self::Reading,
            _ => Self::Sense,
        }
    }
}

/// Mends what is found in this part of a record, of the problems that are wanted.
pub fn mend(record: &Record, scope: &Scope, today: Date, wanted: &dyn Fn(&Diagnostic) -> bool) -> Mending {
    let root = record.store.root();
    let mut mender = Mender { root, scope, today, wanted, before: Vec::new(), refused: Vec::new(), left: Vec::new() };
    let mut state = mender.state(Staged::default(), Vec::new());
    mender.before = state.errors();
    for _ in 0..MOST_ROUNDS {
        match mender.round(&state) {
            Some(next) => state = next,
            None => break,
        }
    }
    let State { staged, done, .. } = state;
    Mending { staged, done, left: mender.left }
}

/// A record as it is so far.
struct State {
    record: Record,
    staged: Staged,
    done: Vec<Done>,
    /// What is found in all of it.
    found: Vec<Diagnostic>,
}

impl State {
    fn errors(&self) -> Vec<Diagnostic> {
        self.found.iter().filter(|found| found.severity == Severity::Error).cloned().collect()
    }
}

struct Mender<'a> {
    root: &'a Path,
    scope: &'a Scope,
    today: Date,
    wanted: &'a dyn Fn(&Diagnostic) -> bool,
    /// The errors that there may be.
    before: Vec<Diagnostic>,
    /// The problems that are not tried again.
    refused: Vec<Diagnostic>,
    left: Vec<LeftAlone>,
}

impl Mender<'_> {
    fn state(&self, staged: Staged, done: Vec<Done>) -> State {
        let record = Record::open(Store::with(self.root.to_owned(), staged.clone()));
        let found = check(&record, &Scope::Whole, self.today).diagnostics;
        State { record, staged, done, found }
    }

    /// The record with some more of it mended; `None` where nothing more can be.
    fn round(&mut self, state: &State) -> Option<State> {
        let part = match self.scope {
            Scope::Whole => None,
            Scope::Paths(_) => Some(check(&state.record, &self.scope.renamed(&state.staged), self.today).diagnostics),
        };
        let mut found: Vec<Diagnostic> = part.as_ref().unwrap_or(&state.found).clone();
        found.retain(|one| one.fix.is_some() && (self.wanted)(one) && !self.refused.iter().any(|it| it.is_same(one)));
        for phase in Phase::ALL {
            let asked: Vec<Diagnostic> = found.iter().filter(|one| Phase::of(one) == phase).cloned().collect();
            let batch = self.prepared(&state.record, asked);
            if batch.is_empty() {
                continue;
            }
            if phase == Phase::Syntax {
                // Quotes only let be read what could not be: what shows then was there.
                let next = self.with(state, &batch);
                self.before = next.errors();
                return Some(next);
            }
            if let Some(next) = self.held(state, &batch) {
                // What was hidden and shows now is known; the next mends are held against it too.
                self.before = next.errors();
                return Some(next);
            }
        }
        None
    }

    /// What can be mended of these, and how; the others are not tried again.
    fn prepared(&mut self, record: &Record, asked: Vec<Diagnostic>) -> Vec<Prepared> {
        let mut batch = Vec::new();
        for diagnostic in asked {
            match prepared(record, &diagnostic) {
                // One order mends all that is told of a list.
                Ok(ready) if batch.iter().any(|other: &Prepared| other.does_same(&ready)) => {
                    self.refused.push(diagnostic);
                }
                Ok(ready) => batch.push(ready),
                Err(why) => {
                    self.leave(&diagnostic, why.unwrap_or(Left::Unclear));
                    self.refused.push(diagnostic);
                }
            }
        }
        let (clear, twice) = prepared::without_rivals(batch);
        for rival in twice {
            self.leave(&rival.diagnostic, Left::Unclear);
            self.refused.push(rival.diagnostic);
        }
        clear
    }

    fn leave(&mut self, diagnostic: &Diagnostic, why: Left) {
        let whole_file = matches!(why, Left::Approved { .. });
        let line = diagnostic.place.as_ref().map(|place| place.start.line).filter(|_| !whole_file);
        let left = LeftAlone { path: diagnostic.path.clone(), line, why };
        if !self.left.contains(&left) {
            self.left.push(left);
        }
    }

    /// The record with as many of these mended as raise no error that was not there; `None` where none is.
    fn held(&mut self, state: &State, batch: &[Prepared]) -> Option<State> {
        let mut accepted: Vec<Prepared> = Vec::new();
        let mut best = None;
        let mut waiting = vec![batch.to_vec()];
        while let Some(some) = waiting.pop() {
            let tried: Vec<Prepared> = accepted.iter().chain(&some).cloned().collect();
            match self.settled(state, &tried) {
                Ok(next) => {
                    accepted = tried;
                    best = Some(next);
                }
                Err(raised) => match some.as_slice() {
                    [] => {}
                    [one] => {
                        self.leave(&one.diagnostic, Left::Worse { rule: raised });
                        self.refused.push(one.diagnostic.clone());
                    }
                    // All of them are tried on the same text, since each has its place there.
                    several => {
                        let (first, second) = several.split_at(several.len() / 2);
                        waiting.push(second.to_vec());
                        waiting.push(first.to_vec());
                    }
                },
            }
        }
        best
    }

    /// The record with these mended, and with what they bring to light; else the rule that finds an error that was not
    /// there and cannot be mended.
    fn settled(&self, state: &State, batch: &[Prepared]) -> Result<State, &'static str> {
        let named = state.staged.renames().len();
        let mut next = self.with(state, batch);
        for _ in 0..MOST_FOLLOWING {
            let raised = self.raised(&next, named);
            let Some(first) = raised.first() else { return Ok(next) };
            let scope = self.scope.renamed(&next.staged);
            let may_follow = |one: &Diagnostic| (self.wanted)(one) && scope.covers(&one.path);
            let follow = raised.iter().filter(|one| may_follow(one)).map(|one| prepared(&next.record, one));
            let follow: Vec<Prepared> = follow.collect::<Result<_, _>>().unwrap_or_default();
            if follow.len() < raised.len() {
                return Err(first.rule);
            }
            next = self.with(&next, &follow);
        }
        self.raised(&next, named).first().map_or(Ok(next), |first| Err(first.rule))
    }

    /// The errors that were not there; `named` is how many files and folders had another name before.
    fn raised(&self, state: &State, named: usize) -> Vec<Diagnostic> {
        let mut known: Vec<&Diagnostic> = self.before.iter().collect();
        let mut raised = state.errors();
        raised.retain(|error| {
            let at = known.iter().position(|other| other.is_same(error));
            at.map(|at| known.swap_remove(at)).is_none() && !was_hidden(&state.staged.renames()[named..], error)
        });
        raised
    }

    fn with(&self, state: &State, batch: &[Prepared]) -> State {
        let (staged, done) = stage(&state.record.store, &state.staged, batch);
        self.state(staged, state.done.iter().cloned().chain(done).collect())
    }
}

/// Says whether an error was there already, in a file that nobody read for its wrong name: `council.yml` hides its council.
fn was_hidden(renames: &[(String, String)], error: &Diagnostic) -> bool {
    let is_below = |to: &str| {
        let to = to.strip_suffix("/council.yaml").unwrap_or(to);
        error.path.strip_prefix(to).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    error.rule != "unreadable-file" && renames.iter().any(|(_, to)| is_below(to))
}
