//! The record as a whole: each value with the file it came from. Loads one council at a time, and keeps none.

mod file;
mod others;

pub use file::{File, TextFile, Written};

use crate::model::{
    Action, Approval, Charter, Coaching, Council, Count, Date, DocumentKind, Id, Landlord, Language, Mark, Plan,
    Session, SessionId, Survey, Text,
};
use crate::store::{CouncilListing, CouncilPaths, FileKind, Layout, RootListing, Store};
use others::Others;
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::OnceLock;

/// A record: its landlord, and the way to the rest.
#[derive(Debug)]
pub struct Record {
    /// The files.
    pub store: Store,
    /// `landlord.yaml`
    pub landlord: File<Landlord>,
    root: OnceLock<RootListing>,
}

impl Record {
    /// Opens a record and reads its landlord.
    pub fn open(store: Store) -> Self {
        let landlord = File::load(&store, Layout::LANDLORD.to_owned());
        Self { store, landlord, root: OnceLock::new() }
    }

    /// What lies at the root: the councils, and what has no place there. Listed once, and only when asked for.
    pub fn root(&self) -> &RootListing {
        self.root.get_or_init(|| self.store.list_root())
    }

    /// Reads `charter.yaml`, where there is one.
    pub fn charter(&self) -> Option<File<Charter>> {
        self.optional(Layout::CHARTER)
    }

    /// Reads `coaching.yaml`, where there is one.
    pub fn coaching(&self) -> Option<File<Coaching>> {
        self.optional(Layout::COACHING)
    }

    /// Reads the landlord's own template of a kind of document, where there is one.
    pub fn own_template(&self, kind: DocumentKind) -> Option<TextFile> {
        let path = Layout::template(kind);
        self.store.exists(&path).then(|| TextFile::load(&self.store, &path))
    }

    /// The language of what is generated.
    pub fn language(&self) -> Language {
        self.landlord.value().map(Landlord::language).unwrap_or_default()
    }

    /// Reads all of a council's files.
    pub fn council(&self, id: &Id) -> CouncilRecord {
        let paths = Layout::council(id.as_str());
        let listing = self.store.list_council(id.as_str());
        let council = File::listed(&self.store, paths.council.clone(), &listing);
        let plan = listing.plan.then(|| File::listed(&self.store, paths.plan.clone(), &listing));
        let session = |id: &SessionId| (*id, File::listed(&self.store, paths.session(*id), &listing));
        let sessions = listing.sessions.iter().map(session).collect();
        let survey = |name: &String| (name.clone(), File::listed(&self.store, paths.survey(name), &listing));
        let surveys = listing.surveys.iter().map(survey).collect();
        CouncilRecord { id: id.clone(), paths, listing, council, plan, sessions, surveys, others: Others::default() }
    }

    /// Reads councils one after another on each core and hands what `work` makes of each to `done`, in the order given. A
    /// council is dropped once its work is done, so that memory does not grow with their number.
    pub fn each_council<T: Send>(
        &self,
        councils: &[Id],
        work: impl Fn(&CouncilRecord) -> T + Sync,
        mut done: impl FnMut(T),
    ) {
        let at_once = rayon::current_num_threads() * 64;
        for some in councils.chunks(at_once) {
            // Split down to one: else a core may be left with many at the end, and the others without.
            let results: Vec<T> = some.par_iter().with_max_len(1).map(|id| work(&self.council(id))).collect();
            results.into_iter().for_each(&mut done);
        }
    }

    /// Reads another council's plan alone.
    pub fn plan_of(&self, council: &str) -> Option<File<Plan>> {
        Id::new(council)?;
        self.optional(&Layout::council(council).plan)
    }

    /// Reads another council's `council.yaml` alone.
    pub fn council_of(&self, council: &str) -> Option<File<Council>> {
        Id::new(council)?;
        self.optional(&Layout::council(council).council)
    }

    fn optional<T: DeserializeOwned>(&self, path: &str) -> Option<File<T>> {
        self.store.exists(path).then(|| File::load(&self.store, path.to_owned()))
    }
}

/// All of one council's files.
#[derive(Debug)]
pub struct CouncilRecord {
    /// Its id.
    pub id: Id,
    /// Where its files are.
    pub paths: CouncilPaths,
    /// What lies in its folder.
    pub listing: CouncilListing,
    /// `council.yaml`
    pub council: File<Council>,
    /// `plan.yaml`, where there is one.
    pub plan: Option<File<Plan>>,
    /// The sessions, in order of date.
    pub sessions: Vec<(SessionId, File<Session>)>,
    /// The survey waves, in order of name.
    pub surveys: Vec<(String, File<Survey>)>,
    others: Others,
}

impl CouncilRecord {
    /// Another council's plan, read once for all that refers to it.
    pub fn plan_of(&self, record: &Record, council: &str) -> Option<Rc<File<Plan>>> {
        self.others.plan(record, council)
    }

    /// Another council's `council.yaml`, read once for all that refers to it.
    pub fn council_of(&self, record: &Record, council: &str) -> Option<Rc<File<Council>>> {
        self.others.council(record, council)
    }

    /// The files, in order of path.
    pub fn files(&self) -> Vec<&dyn Written> {
        let mut files: Vec<&dyn Written> = vec![&self.council];
        files.extend(self.plan.iter().map(|plan| plan as &dyn Written));
        files.extend(self.sessions.iter().map(|(_, session)| session as &dyn Written));
        files.extend(self.surveys.iter().map(|(_, survey)| survey as &dyn Written));
        files
    }

    /// Says whether anything is wrong, as a file, with what minutes are made of: a session under a wrong name counts.
    pub fn is_faulty(&self) -> bool {
        let sessions = format!("{}/", self.paths.sessions);
        self.council.is_faulty()
            || self.plan.as_ref().is_some_and(File::is_faulty)
            || self.sessions.iter().any(|(_, file)| file.is_faulty())
            || self.listing.strays.iter().any(|stray| stray.path.starts_with(&sessions))
    }

    /// The same files, with these bytes at a path.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: &[u8]) -> Self {
        let (path, bytes) = (path.to_owned(), bytes.to_vec());
        match Layout::kind(&path) {
            Some(FileKind::Council) => self.council = File::of(path, bytes),
            Some(FileKind::Plan) => self.plan = Some(File::of(path, bytes)),
            Some(FileKind::Session(id)) => match self.sessions.binary_search_by_key(&id, |(id, _)| *id) {
                Ok(place) => self.sessions[place].1 = File::of(path, bytes),
                Err(place) => self.sessions.insert(place, (id, File::of(path, bytes))),
            },
            // Nothing else of a council is read once for all.
            Some(
                FileKind::Landlord
                | FileKind::Charter
                | FileKind::Coaching
                | FileKind::Template(_)
                | FileKind::Survey(_)
                | FileKind::Minutes(_),
            )
            | None => {}
        }
        self
    }

    /// The plan, as far as it could be read.
    pub fn plan(&self) -> Option<&Plan> {
        self.plan.as_ref().and_then(File::value)
    }

    /// The actions with their ids, in the order of the plan.
    pub fn actions(&self) -> impl Iterator<Item = (&Id, &Action)> {
        self.plan().into_iter().flat_map(|plan| plan.actions.iter())
    }

    /// The sessions that could be read, in order of date.
    pub fn readable_sessions(&self) -> impl Iterator<Item = (SessionId, &Session)> {
        self.sessions.iter().filter_map(|(id, file)| Some((*id, file.value()?)))
    }

    /// The sessions held, in order of date.
    pub fn held(&self) -> impl Iterator<Item = (SessionId, &Session)> {
        self.readable_sessions().filter(|(_, session)| session.is_held())
    }

    /// A session's file.
    pub fn session(&self, id: SessionId) -> Option<&File<Session>> {
        let place = self.sessions.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.sessions.get(place).map(|(_, file)| file)
    }

    /// The number of each held session: in order of date, from the body's first number; a `number:` restarts the count.
    pub fn numbers(&self) -> BTreeMap<SessionId, u32> {
        let mut next = self.council.value().map_or(Some(1), Council::first_number);
        let mut numbers = BTreeMap::new();
        for (id, session) in self.held() {
            next = session.number.map(Count::get).or(next);
            if let Some(number) = next {
                numbers.insert(id, number);
                next = number.checked_add(1);
            }
        }
        numbers
    }

    /// The sessions, held later, that approved another one's minutes, with what each says of it.
    pub fn approvals_of(&self, id: SessionId) -> impl Iterator<Item = (SessionId, &Approval)> {
        let name = id.to_string();
        let later = self.held().filter(move |(later, _)| *later > id);
        later.filter_map(move |(later, session)| Some((later, session.approves.get(&name)?)))
    }

    /// The session that first approved another one's minutes.
    pub fn approved_by(&self, id: SessionId) -> Option<SessionId> {
        self.approvals_of(id).map(|(by, _)| by).next()
    }

    /// Says whether a session's minutes are frozen: an approval of them has the hash of their text.
    pub fn has_frozen(&self, id: SessionId) -> bool {
        self.frozen_by(id).is_some()
    }

    /// The session that approved another one's minutes with the hash of their text.
    pub fn frozen_by(&self, id: SessionId) -> Option<SessionId> {
        self.approvals_of(id).find(|(_, approval)| approval.freezes()).map(|(by, _)| by)
    }

    /// Every finding of every session that could be read.
    pub fn findings(&self) -> impl Iterator<Item = (SessionId, Mark, &Id, &Text)> {
        self.readable_sessions()
            .flat_map(|(id, session)| session.findings().map(move |(mark, finding, text)| (id, mark, finding, text)))
    }

    /// How many sessions were held after this one, up to a day.
    pub fn held_after(&self, id: SessionId, day: Date) -> usize {
        self.held().filter(|(later, _)| *later > id && later.date <= day).count()
    }
}
