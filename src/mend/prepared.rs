//! From what would mend a problem to the bytes that it takes, in the files as they are so far.

use super::Done;
use crate::diagnostic::{Diagnostic, Fix};
use crate::locale::mending::{Left, Mended};
use crate::locale::problem::{Problem, Reading, Reference, Referent};
use crate::model::{Date, Id, SessionId};
use crate::record::{CouncilRecord, Record};
use crate::store::{FileKind, Layout, Staged, Store};
use crate::yaml::{Content, Edit, Tree, apply, decode, mark_of, reorder, reword};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// A problem, and what mends it.
#[derive(Debug, Clone)]
pub(super) struct Prepared {
    pub diagnostic: Diagnostic,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    /// Edits of its file.
    Edits(Vec<Edit>),
    /// Another path.
    Path(String),
}

impl Prepared {
    /// Says whether another one changes the same bytes of the same file alike.
    pub fn does_same(&self, other: &Self) -> bool {
        match (&self.what, &other.what) {
            (What::Edits(own), What::Edits(others)) => self.diagnostic.path == other.diagnostic.path && own == others,
            _ => false,
        }
    }
}

/// How many of these problems can be mended, as far as it can be said without trying.
pub fn offered(record: &Record, diagnostics: &[Diagnostic]) -> usize {
    let mut councils = HashMap::new();
    let is_offered = |one: &&Diagnostic| match &one.fix {
        None => false,
        Some(Fix::Name(name)) => new_path(&record.store, &one.path, name).is_ok(),
        Some(Fix::Quotes(_) | Fix::Word { .. } | Fix::Order { .. }) => {
            protection(record, &one.path, &mut councils) == Protection::None
        }
    };
    diagnostics.iter().filter(is_offered).count()
}

/// What mends a problem, as the files are now; or why it is left alone, where that is to be said.
pub(super) fn prepared(record: &Record, diagnostic: &Diagnostic) -> Result<Prepared, Option<Left>> {
    let path = &diagnostic.path;
    let what = match diagnostic.fix.as_ref().ok_or(None)? {
        Fix::Name(name) => What::Path(new_path(&record.store, path, name)?),
        fix @ (Fix::Quotes(_) | Fix::Word { .. } | Fix::Order { .. }) => {
            match protection(record, path, &mut HashMap::new()) {
                Protection::None => {}
                Protection::Approved(by) => return Err(Some(Left::Approved { by })),
                Protection::Uncertain => return Err(None),
            }
            let bytes = record.store.read(path).map_err(|_| None)?;
            let text = decode(&bytes).map_err(|_| None)?;
            What::Edits(edits(text, fix, &diagnostic.problem).ok_or(None)?)
        }
    };
    Ok(Prepared { diagnostic: diagnostic.clone(), what })
}

/// Those that stand alone, and those that would give the same name to several files.
pub(super) fn without_rivals(batch: Vec<Prepared>) -> (Vec<Prepared>, Vec<Prepared>) {
    let mut names: HashMap<String, usize> = HashMap::new();
    for ready in &batch {
        if let What::Path(path) = &ready.what {
            *names.entry(path.clone()).or_default() += 1;
        }
    }
    batch.into_iter().partition(|ready| match &ready.what {
        What::Path(path) => names.get(path) == Some(&1),
        What::Edits(_) => true,
    })
}

/// Puts what was prepared over the changes so far, and says what was done. Of two that touch the same bytes, the first is.
pub(super) fn stage(store: &Store, staged: &Staged, batch: &[Prepared]) -> (Staged, Vec<Done>) {
    let mut staged = staged.clone();
    let mut done = Vec::new();
    let mut files: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for ready in batch {
        if let What::Edits(edits) = &ready.what {
            let own = files.entry(&ready.diagnostic.path).or_default();
            let meets = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
            if edits.iter().all(|edit| own.iter().all(|other| !meets(&edit.range, &other.range))) {
                own.extend(edits);
                done.push(Done::of(&ready.diagnostic));
            }
        }
    }
    for (path, edits) in files {
        let Ok(bytes) = store.read(path) else { continue };
        let Ok(text) = decode(&bytes) else { continue };
        let mark = mark_of(&bytes);
        let edits: Vec<Edit> = edits.into_iter().cloned().collect();
        let after = format!("{mark}{}", apply(text, &edits));
        staged.rewrite(path, bytes, after);
    }
    for ready in batch {
        if let What::Path(to) = &ready.what {
            staged.rename(&ready.diagnostic.path, to);
            done.push(Done::of(&ready.diagnostic));
        }
    }
    (staged, done)
}

impl Done {
    fn of(diagnostic: &Diagnostic) -> Self {
        let line = diagnostic.place.as_ref().map(|place| place.start.line);
        let how = match (&diagnostic.fix, &diagnostic.problem) {
            (Some(Fix::Quotes(edit)), _) => Mended::Quotes { text: edit.replacement.clone() },
            (Some(Fix::Word { meant, .. }), Problem::Reference(Reference { id, .. })) => {
                Mended::Reference { written: id.clone(), meant: meant.clone() }
            }
            (Some(Fix::Word { meant, .. }), Problem::Reading(Reading::UnknownKey { key, .. })) => {
                Mended::Key { written: key.clone(), meant: meant.clone() }
            }
            (Some(Fix::Name(name)), _) => Mended::Name { meant: name.clone() },
            (Some(Fix::Order { .. } | Fix::Word { .. }) | None, _) => Mended::Order,
        };
        Self { path: diagnostic.path.clone(), line, how }
    }
}

/// The edits of a text.
fn edits(text: &str, fix: &Fix, problem: &Problem) -> Option<Vec<Edit>> {
    match fix {
        Fix::Quotes(edit) => Some(vec![edit.clone()]),
        Fix::Word { at, meant } => reword(text, at, |written| match problem {
            Problem::Reference(reference) => with_part(written, reference, meant),
            _ => Some(meant.clone()),
        }),
        Fix::Order { at } => {
            let date = |item: &Content| match item {
                Content::Map(entries) => {
                    entries.iter().find(|(key, _)| key == "date").and_then(|(_, date)| match date {
                        Content::Text(date) => date.parse::<Date>().ok(),
                        Content::List(_) | Content::Map(_) => None,
                    })
                }
                Content::Text(_) | Content::List(_) => None,
            };
            let edit = reorder(text, at, date)?;
            let after = apply(text, std::slice::from_ref(&edit));
            // The last word holds: where it would be another one, perhaps it is a date that is wrong.
            let stays = LAST_HOLDS.iter().all(|key| last_words(text, key) == last_words(&after, key));
            stays.then(|| vec![edit])
        }
        Fix::Name(_) => None,
    }
}

/// The keys of an update of which the last that is written holds.
const LAST_HOLDS: [&str; 3] = ["status", "owner", "due"];

/// What each action's updates say last under a key.
fn last_words(text: &str, key: &str) -> Option<Vec<Option<Content>>> {
    let tree = Tree::parse(text).ok()?;
    let Content::Map(top) = Content::of(&tree.top) else { return None };
    let Content::Map(actions) = &top.iter().find(|(name, _)| name == "actions")?.1 else { return None };
    let under = |content: &Content, key: &str| match content {
        Content::Map(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone()),
        Content::Text(_) | Content::List(_) => None,
    };
    let last = |action: &Content| match under(action, "updates") {
        Some(Content::List(updates)) => updates.iter().rev().find_map(|update| under(update, key)),
        _ => None,
    };
    Some(actions.iter().map(|(_, action)| last(action)).collect())
}

/// A reference with what was meant in the place of what is wrong: all of it, what comes before `/`, or what comes after.
fn with_part(written: &str, reference: &Reference, meant: &str) -> Option<String> {
    let wrong = reference.id.as_str();
    if written == wrong {
        return Some(meant.to_owned());
    }
    let (first, last) = written.split_once('/')?;
    let is_last = last == wrong && (first != wrong || reference.referent == Referent::Action);
    if is_last {
        return Some(format!("{first}/{meant}"));
    }
    (first == wrong).then(|| format!("{meant}/{last}"))
}

/// The path with another name in the same folder, where nothing stands in the way.
fn new_path(store: &Store, path: &str, name: &str) -> Result<String, Option<Left>> {
    let folder = path.rsplit_once('/').map(|(folder, _)| folder);
    let to = folder.map_or_else(|| name.to_owned(), |folder| format!("{folder}/{name}"));
    if folder.is_none() && Layout::is_reserved(name) || !store.exists(path) {
        return Err(None);
    }
    if store.is_free(path, &to) { Ok(to) } else { Err(Some(Left::Taken { name: name.to_owned() })) }
}

/// What keeps a file's text as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Protection {
    None,
    /// This session approved it, with its hash.
    Approved(SessionId),
    /// A file that cannot be read yet may have approved it.
    Uncertain,
}

fn protection(record: &Record, path: &str, councils: &mut HashMap<String, Option<CouncilRecord>>) -> Protection {
    let Some((FileKind::Session(session), (council, _))) = Layout::kind(path).zip(path.split_once('/')) else {
        return Protection::None;
    };
    let files = councils.entry(council.to_owned()).or_insert_with(|| Id::new(council).map(|id| record.council(&id)));
    let Some(files) = files else { return Protection::None };
    if let Some(by) = files.frozen_by(session) {
        return Protection::Approved(by);
    }
    let name = session.to_string();
    let may_freeze = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        text.contains(&name) && text.contains("sha256:")
    };
    let unread = files.sessions.iter().filter(|(id, file)| *id != session && file.is_faulty());
    let in_unread = unread.into_iter().any(|(_, file)| file.refused.is_some() || may_freeze(file.bytes()));
    let sessions = format!("{}/", files.paths.sessions);
    let mut strays = files.listing.strays.iter().filter(|stray| stray.path.starts_with(&sessions));
    let mut in_stray = || strays.any(|stray| record.store.read(&stray.path).map_or(true, |bytes| may_freeze(&bytes)));
    if in_unread || in_stray() { Protection::Uncertain } else { Protection::None }
}
