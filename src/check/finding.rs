//! What a rule found, still as routes; and its way to a place in the user's own text.

use super::Rule;
use super::allow::{Allowed, Allows};
use super::context::Declared;
use super::mending;
use super::nearest::nearest;
use crate::diagnostic::{Diagnostic, Fix, Place};
use crate::locale::problem::{Problem, Reference, Referent};
use crate::model::date_meant;
use crate::record::Written;
use crate::yaml::{Mended, Outline, Source, Spot, Untold};
use std::cell::{Cell, OnceCell};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// How many problems of a council come with the name that was probably meant.
const MOST_SUGGESTED: usize = 300;

/// How many places of a file are found by its lines; for more, a tree is quicker.
const MOST_OUTLINED: usize = 100;

/// Where a finding is.
#[derive(Debug, Clone)]
pub(super) enum At {
    /// The file as a whole.
    File,
    /// A value or a key.
    Spot(Spot),
    /// These bytes.
    Bytes(Range<usize>),
}

/// What a rule found.
#[derive(Debug, Clone)]
pub struct Reported {
    pub(super) rule: &'static Rule,
    pub(super) path: String,
    pub(super) at: At,
    pub(super) problem: Problem,
    pub(super) related: Option<(String, At)>,
    pub(super) fix: Option<Fix>,
    pub(super) key_at: Option<usize>,
}

impl Reported {
    /// Shows another place too: the line that makes it a problem.
    pub fn beside(&mut self, path: &str, spot: Spot) {
        self.related = Some((path.to_owned(), At::Spot(spot)));
    }

    /// Shows another place too, where there is one.
    pub fn beside_spot(&mut self, other: Option<(String, Spot)>) {
        if let Some((path, spot)) = other {
            self.beside(&path, spot);
        }
    }

    /// Names the byte of the key that the text around the place stands under: within a long text there can be no comment,
    /// so that one at the key may silence it too.
    pub fn under_key_at(&mut self, byte: usize) {
        self.key_at = Some(byte);
    }
}

/// What rules found so far. A rule reports under its own name.
#[derive(Debug)]
pub struct Findings<'f> {
    pub(super) rule: &'static Rule,
    pub(super) list: &'f mut Vec<Reported>,
}

impl Findings<'_> {
    /// Reports a problem at a place of a file.
    pub fn report(&mut self, path: &str, spot: Spot, problem: impl Into<Problem>) -> &mut Reported {
        self.push(path, At::Spot(spot), problem.into())
    }

    /// Reports a problem of a file as a whole.
    pub fn report_file(&mut self, path: &str, problem: impl Into<Problem>) -> &mut Reported {
        self.push(path, At::File, problem.into())
    }

    /// Reports a problem at these bytes of a file.
    pub fn report_bytes(&mut self, path: &str, range: Range<usize>, problem: impl Into<Problem>) -> &mut Reported {
        self.push(path, At::Bytes(range), problem.into())
    }

    /// Reports a reference that leads nowhere: with those that there are, and the file in which they are declared.
    pub fn unknown<'k>(
        &mut self,
        path: &str,
        spot: Spot,
        (referent, id): (Referent, &str),
        known: impl Iterator<Item = &'k str>,
        declared_in: &str,
    ) {
        let few = self.list.len() < MOST_SUGGESTED;
        let known: Vec<String> = known.map(str::to_owned).take(if few { usize::MAX } else { 1 }).collect();
        let dated = date_meant(id).map(|date| date.to_string()).filter(|date| known.contains(date));
        // Beyond that many, nobody reads suggestions; and all against all would take for ever.
        let nearest = dated.or_else(|| if few { nearest(id, known.iter().map(String::as_str)) } else { None });
        let declared_in = declared_in.to_owned();
        self.report(path, spot, Reference { referent, id: id.to_owned(), nearest, known, declared_in });
    }

    /// Reports a reference to something that is not declared; the spot is asked for only then.
    pub(super) fn require<T, F>(
        &mut self,
        declared: &Declared<'_, T, F>,
        (referent, id): (Referent, &str),
        path: &str,
        spot: impl FnOnce() -> Spot,
    ) {
        if !declared.has(id) {
            self.unknown(path, spot(), (referent, id), declared.ids(), &declared.file.path);
        }
    }

    pub(super) fn push(&mut self, path: &str, at: At, problem: Problem) -> &mut Reported {
        self.list.push(Reported {
            rule: self.rule,
            path: path.to_owned(),
            at,
            problem,
            related: None,
            fix: None,
            key_at: None,
        });
        let last = self.list.len() - 1;
        &mut self.list[last]
    }
}

/// A file opened to find places in it.
struct Opened {
    source: Source<'static>,
    /// The rules that its comments allow.
    allows: Allows,
    /// The tree, where reading the file took one.
    mended: Option<Arc<Mended>>,
    /// Where places are found without one; none where they cannot be.
    outline: Option<Outline>,
    /// The tree that was read for places alone.
    tree: OnceCell<Mended>,
    /// How many places were looked for.
    looked_for: Cell<usize>,
}

/// The files opened so far.
struct Places<'a> {
    files: &'a [&'a dyn Written],
    opened: HashMap<String, Option<Opened>>,
    used: HashSet<Allowed>,
}

/// Findings with their places.
#[derive(Debug, Default)]
pub(super) struct Located {
    /// Those that no comment in the file allows.
    pub diagnostics: Vec<Diagnostic>,
    /// What comments allowed of the others.
    pub used: HashSet<Allowed>,
}

/// Turns findings into diagnostics with places, and leaves out those that a comment in the file allows.
pub(super) fn located(findings: Vec<Reported>, files: &[&dyn Written]) -> Located {
    let mut places = Places { files, opened: HashMap::new(), used: HashSet::new() };
    let diagnostics = findings.into_iter().filter_map(|finding| finding.locate(&mut places)).collect();
    Located { diagnostics, used: places.used }
}

impl Reported {
    /// Says whether it is a reference that was never written: a required one that is missing, which was told.
    fn is_about_a_filler(&self, files: &[&dyn Written]) -> bool {
        let (Problem::Reference(_), At::Spot(spot)) = (&self.problem, &self.at) else { return false };
        let file = files.iter().find(|file| file.path() == self.path);
        file.is_some_and(|file| file.lost().contains(&spot.route))
    }

    /// The line of the comment that allows it: at its own line, or at that of its key.
    fn allowed_at(&self, file: &Opened, line: usize) -> Option<usize> {
        let at_key = || file.allows.line_for(self.rule.name, file.source.line_of(self.key_at?));
        file.allows.line_for(self.rule.name, line).or_else(at_key)
    }

    fn locate(self, places: &mut Places<'_>) -> Option<Diagnostic> {
        if self.is_about_a_filler(places.files) {
            return None;
        }
        if let (Problem::Reference(_), At::Spot(spot)) = (&self.problem, &self.at)
            && places.file(&self.path).is_some_and(|file| file.has_told_at(spot))
        {
            return None;
        }
        let (place, range) = match (&self.at, places.file(&self.path)) {
            (At::File, _) | (_, None) => (None, None),
            (at, Some(file)) => {
                let range = file.range(at);
                (Some(file.place(range.clone())), range)
            }
        };
        if let (Some(place), Some(file)) = (&place, places.file(&self.path))
            && self.rule.may_be_allowed()
            && let Some(line) = self.allowed_at(file, place.start.line)
        {
            places.used.insert(Allowed { path: self.path, line, rule: self.rule.name.to_owned() });
            return None;
        }
        let related = self.related.and_then(|(path, at)| {
            let file = places.file(&path)?;
            let place = file.place(file.range(&at));
            Some((path, place))
        });
        let fix = self.fix.or_else(|| mending::fix(&self.problem, range));
        Some(Diagnostic {
            rule: self.rule.name,
            severity: self.rule.severity,
            path: self.path,
            place,
            problem: self.problem,
            related,
            fix,
        })
    }
}

impl Places<'_> {
    fn file(&mut self, path: &str) -> Option<&Opened> {
        if !self.opened.contains_key(path) {
            let file = self.files.iter().find(|file| file.path() == path);
            let ready = file.map(|file| Opened::new(*file));
            self.opened.insert(path.to_owned(), ready);
        }
        self.opened.get(path).and_then(Option::as_ref)
    }
}

impl Opened {
    fn new(file: &dyn Written) -> Self {
        let source = Source::new(file.text());
        let mended = file.mended();
        let outline = if mended.is_none() { Outline::of(source.text()) } else { None };
        Self { allows: Allows::of(&source), source, mended, outline, tree: OnceCell::new(), looked_for: Cell::new(0) }
    }

    /// Says whether the value at a spot was reported already, by a fault of the file.
    fn has_told_at(&self, spot: &Spot) -> bool {
        self.mended.as_ref().is_some_and(|mended| mended.has_told_at(spot))
    }

    /// The place of these bytes; for the file as a whole, its first line.
    fn place(&self, range: Option<Range<usize>>) -> Place {
        Place::new(&self.source, range.unwrap_or_else(|| first_line(&self.source)))
    }

    /// The bytes of a key or a value; `None` for the file as a whole.
    fn range(&self, at: &At) -> Option<Range<usize>> {
        match at {
            At::File => None,
            At::Bytes(range) => Some(range.clone()),
            At::Spot(spot) => {
                let text = self.source.text();
                let read = || self.tree.get_or_init(|| Mended::read(text));
                let count = self.looked_for.replace(self.looked_for.get() + 1);
                let outline = self.outline.as_ref().filter(|_| count < MOST_OUTLINED);
                let outlined = outline.map_or(Err(Untold), |outline| outline.range(text, spot));
                outlined.unwrap_or_else(|_| self.mended.as_deref().unwrap_or_else(read).range(spot))
            }
        }
    }
}

/// The first line that says something, for a problem of the file's top.
fn first_line(source: &Source<'_>) -> Range<usize> {
    let says = |line: &usize| {
        let text = source.line(*line).trim();
        !text.is_empty() && !text.starts_with('#')
    };
    source.line_range((1..=source.line_count()).find(says).unwrap_or(1))
}
