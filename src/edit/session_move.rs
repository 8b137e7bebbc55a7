//! A session that takes place on another day: its file's name, and every reference to it.

use super::draft::{Draft, EditError, Rewrite};
use super::order::at_the_end;
use crate::model::{Date, Id, Landlord, OutcomeKind, Plan, Session, SessionId, Text};
use crate::record::{CouncilRecord, File, Record, Written as _};
use crate::route;
use crate::yaml::{Content, Route};

/// What moving a session takes, in this order; whoever is stopped in between can ask again, as long as its minutes have
/// their old name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionMove {
    /// The session's file and its new name; `None` where it bears it already.
    pub file: Option<(String, String)>,
    /// The files that refer to it.
    pub rewrites: Vec<Rewrite>,
    /// Its minutes and their new name, where there are any.
    pub minutes: Option<(String, String)>,
}

/// Why a session cannot be moved as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoveProblem {
    /// There is no such session, nor anything left of its move.
    Unknown,
    /// There is a session of the new name.
    Exists,
    /// There are minutes of the new name.
    MinutesExist,
    /// It was held, which nobody can have done on a day to come.
    NotYet,
    /// Its minutes were approved, by this session: their text names the day.
    Approved {
        /// The session that approved them.
        by: SessionId,
    },
    /// The file of this session, which refers to it, may no longer change: its minutes were approved.
    Closed {
        /// The session that refers to it.
        session: SessionId,
    },
    /// It would no longer lie between the sessions that it approves and the one that approves it.
    OutOfOrder {
        /// The other session.
        session: SessionId,
    },
    /// A file cannot be changed.
    File(EditError),
}

impl From<EditError> for MoveProblem {
    fn from(error: EditError) -> Self {
        Self::File(error)
    }
}

/// Moves a session of a council; one whose file was renamed already has what refers to it follow.
///
/// # Errors
/// When it cannot be moved, or a file that refers to it cannot be changed.
pub fn move_session(
    record: &Record,
    files: &CouncilRecord,
    from: SessionId,
    to: SessionId,
    today: Date,
) -> Result<SessionMove, MoveProblem> {
    let is_there = files.session(from).is_some();
    if is_there && files.session(to).is_some() {
        return Err(MoveProblem::Exists);
    }
    if let Some(by) = files.frozen_by(from) {
        return Err(MoveProblem::Approved { by });
    }
    let renaming = Renaming { council: &files.id, from, to };
    let rewrites = renaming.rewrites(record, files)?;
    let (old, new) = (files.paths.minutes(from), files.paths.minutes(to));
    let has_minutes = record.store.exists(&old);
    // Where the session has its new name already, the new minutes are what a move that was stopped has written.
    if is_there && has_minutes && record.store.exists(&new) {
        return Err(MoveProblem::MinutesExist);
    }
    let is_held = files.session(from).and_then(File::value).is_some_and(Session::is_held);
    if is_held && to.date > today {
        return Err(MoveProblem::NotYet);
    }
    let is_under_way = files.session(to).is_some() && (has_minutes || !rewrites.is_empty());
    if !is_there && !is_under_way {
        return Err(MoveProblem::Unknown);
    }
    renaming.keeps_order(files)?;
    for rewrite in &rewrites {
        let closed = files.sessions.iter().find(|(id, file)| file.path == rewrite.path && files.has_frozen(*id));
        if let Some((session, _)) = closed {
            return Err(MoveProblem::Closed { session: *session });
        }
    }
    let file = is_there.then(|| (files.paths.session(from), files.paths.session(to)));
    Ok(SessionMove { file, rewrites, minutes: has_minutes.then_some((old, new)) })
}

struct Renaming<'a> {
    council: &'a Id,
    from: SessionId,
    to: SessionId,
}

/// What refers to the session in a file: values, and keys, with what each is to be.
#[derive(Debug, Default)]
struct References {
    values: Vec<(Route, String)>,
    keys: Vec<(Route, String)>,
}

impl Renaming<'_> {
    fn rewrites(&self, record: &Record, files: &CouncilRecord) -> Result<Vec<Rewrite>, MoveProblem> {
        let mut rewrites = Vec::new();
        if let Some(file) = &files.plan {
            rewrites.extend(Self::rewrite(file, &self.in_plan(readable(file)?))?);
        }
        for (id, file) in &files.sessions {
            rewrites.extend(Self::rewrite(file, &self.in_session(*id, readable(file)?, true))?);
        }
        if let Some(landlord) = record.landlord.value() {
            rewrites.extend(Self::rewrite(&record.landlord, &self.in_landlord(landlord))?);
        }
        for council in record.root().councils.iter().filter(|council| *council != self.council) {
            rewrites.extend(self.in_council(record, council)?);
        }
        // The session's own file has its new name by then.
        let (old, new) = (files.paths.session(self.from), files.paths.session(self.to));
        for rewrite in rewrites.iter_mut().filter(|rewrite| rewrite.path == old) {
            rewrite.path.clone_from(&new);
        }
        Ok(rewrites)
    }

    /// What refers to the session in another council's files; only those that name it are read.
    fn in_council(&self, record: &Record, council: &Id) -> Result<Vec<Rewrite>, MoveProblem> {
        let name = format!("{}/{}", self.council, self.from);
        let paths = crate::store::Layout::council(council.as_str());
        let listing = record.store.list_council(council.as_str());
        let mut rewrites = Vec::new();
        for id in &listing.sessions {
            let path = paths.session(*id);
            let bytes = record.store.read(&path).map_err(|_| EditError::Faulty { path: path.clone() })?;
            if String::from_utf8_lossy(&bytes).contains(&name) {
                let file: File<Session> = File::of(path, bytes);
                rewrites.extend(Self::rewrite(&file, &self.in_session(*id, readable(&file)?, false))?);
            }
        }
        Ok(rewrites)
    }

    fn rewrite<T>(file: &File<T>, references: &References) -> Result<Option<Rewrite>, MoveProblem> {
        if references.values.is_empty() && references.keys.is_empty() {
            return Ok(None);
        }
        // Places in lists count what could be read alone.
        if !file.lost().is_empty() {
            return Err(EditError::Faulty { path: file.path.clone() }.into());
        }
        let mut draft = Draft::of(&file.path, file.bytes(), at_the_end)?;
        for (route, value) in &references.values {
            draft.set(route.clone(), Content::text(value))?;
        }
        for (route, key) in &references.keys {
            draft.rename(route.clone(), key.clone())?;
        }
        Ok(draft.done())
    }

    fn in_plan(&self, plan: &Plan) -> References {
        let mut references = References::default();
        for (id, action) in &plan.actions {
            references.value(route!["actions", id.as_str(), "decided"], self.renamed(&action.decided));
        }
        for (id, axis) in &plan.axes {
            for (place, answer) in axis.answers.iter().enumerate() {
                references.value(route!["axes", id.as_str(), "answers", place], self.renamed(answer));
            }
        }
        references
    }

    fn in_session(&self, id: SessionId, session: &Session, is_own: bool) -> References {
        let mut references = References::default();
        for (place, topic) in session.topics.iter().enumerate() {
            for (outcome_place, outcome) in topic.outcomes.iter().enumerate() {
                if let OutcomeKind::Postponed(until) = &outcome.kind {
                    let own = self.renamed(until).filter(|_| is_own);
                    let route = route!["topics", place, "outcomes", outcome_place, "postponed"];
                    references.value(route, own.or_else(|| self.renamed_elsewhere(until)));
                }
            }
        }
        if !is_own {
            return references;
        }
        for name in session.approves.keys() {
            references.key(route!["approves", name], self.renamed(name));
        }
        for name in session.reviews.keys() {
            references.key(route!["reviews", name], self.renamed(name));
        }
        for (place, erratum) in session.errata.iter().enumerate() {
            // Later than its session, it is the day of the correction.
            let is_of_minutes = erratum.date < id.date && self.from.rank == 1 && erratum.date == self.from.date;
            references.value(route!["errata", place, "date"], is_of_minutes.then(|| self.to.date.to_string()));
        }
        references
    }

    fn in_landlord(&self, landlord: &Landlord) -> References {
        let mut references = References::default();
        for (id, means) in &landlord.mobilisation {
            let proposed = means.proposed.as_ref().and_then(|place: &Text| self.renamed_elsewhere(place));
            references.value(route!["mobilisation", id.as_str(), "proposed"], proposed);
        }
        references
    }

    /// A reference as it is to be, where it is to this session: `session`, `session/finding`.
    fn renamed(&self, name: &str) -> Option<String> {
        let from = self.from.to_string();
        let rest = name.strip_prefix(&from)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| format!("{}{rest}", self.to))
    }

    /// The same of a reference by way of the council: `council/session`.
    fn renamed_elsewhere(&self, name: &str) -> Option<String> {
        let (council, session) = name.split_once('/')?;
        let renamed = self.renamed(session).filter(|_| council == self.council.as_str())?;
        Some(format!("{council}/{renamed}"))
    }

    /// A session approves earlier ones, and is approved by a later one.
    fn keeps_order(&self, files: &CouncilRecord) -> Result<(), MoveProblem> {
        let moved = files.session(self.from).or_else(|| files.session(self.to)).and_then(File::value);
        let names = moved.into_iter().flat_map(|session| session.approves.keys());
        let mut earlier = names.filter_map(|name| name.parse::<SessionId>().ok());
        let own = self.from.to_string();
        let mut later = files.held().filter(|(by, session)| *by > self.from && session.approves.contains_key(&own));
        let overtaken = earlier.find(|earlier| *earlier >= self.to);
        match overtaken.or_else(|| later.find(|(by, _)| *by <= self.to).map(|(by, _)| by)) {
            Some(session) => Err(MoveProblem::OutOfOrder { session }),
            None => Ok(()),
        }
    }
}

/// What a file says, where it can be read: what cannot may refer to the session.
fn readable<T>(file: &File<T>) -> Result<&T, EditError> {
    file.value().ok_or_else(|| EditError::Faulty { path: file.path.clone() })
}

impl References {
    fn value(&mut self, route: Route, renamed: Option<String>) {
        self.values.extend(renamed.map(|renamed| (route, renamed)));
    }

    fn key(&mut self, route: Route, renamed: Option<String>) {
        self.keys.extend(renamed.map(|renamed| (route, renamed)));
    }
}
