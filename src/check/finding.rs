//! What a rule found, still as routes; and its way to a place in the user's own text.

use super::Rule;
use super::nearest::nearest;
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::problem::{Problem, Reference, Referent};
use crate::model::date_meant;
use crate::record::Written;
use crate::yaml::{Edit, Mended, Source, Spot};
use std::collections::HashMap;
use std::ops::Range;

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
    pub(super) fix: Option<Edit>,
}

impl Reported {
    /// Shows another place too: the line that makes it a problem.
    pub fn beside(&mut self, path: &str, spot: Spot) {
        self.related = Some((path.to_owned(), At::Spot(spot)));
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
        let known: Vec<String> = known.map(str::to_owned).collect();
        let dated = date_meant(id).map(|date| date.to_string()).filter(|date| known.contains(date));
        let nearest = dated.or_else(|| nearest(id, known.iter().map(String::as_str)));
        let declared_in = declared_in.to_owned();
        self.report(path, spot, Reference { referent, id: id.to_owned(), nearest, known, declared_in });
    }

    pub(super) fn push(&mut self, path: &str, at: At, problem: Problem) -> &mut Reported {
        self.list.push(Reported { rule: self.rule, path: path.to_owned(), at, problem, related: None, fix: None });
        let last = self.list.len() - 1;
        &mut self.list[last]
    }
}

/// A file opened to find places in it.
struct Opened {
    text: String,
    mended: Mended,
}

/// Turns findings into diagnostics with places, and leaves out those that a comment in the file allows.
pub(super) fn located(findings: Vec<Reported>, files: &[&dyn Written]) -> Vec<Diagnostic> {
    let mut opened: HashMap<String, Option<Opened>> = HashMap::new();
    findings.into_iter().filter_map(|finding| finding.locate(files, &mut opened)).collect()
}

impl Reported {
    /// Says whether it is a reference that was never written: a required one that is missing, which was told.
    fn is_about_a_filler(&self, files: &[&dyn Written]) -> bool {
        let (Problem::Reference(_), At::Spot(spot)) = (&self.problem, &self.at) else { return false };
        let file = files.iter().find(|file| file.path() == self.path);
        file.is_some_and(|file| file.lost().contains(&spot.route))
    }

    fn locate(self, files: &[&dyn Written], opened: &mut HashMap<String, Option<Opened>>) -> Option<Diagnostic> {
        if self.is_about_a_filler(files) {
            return None;
        }
        let place = match &self.at {
            At::File => None,
            at => find(files, opened, &self.path).map(|file| file.place(at)),
        };
        if let (Some(place), Some(file)) = (&place, find(files, opened, &self.path))
            && file.allows(self.rule.name, place.start.line)
        {
            return None;
        }
        let related = self.related.and_then(|(path, at)| {
            let place = find(files, opened, &path)?.place(&at);
            Some((path, place))
        });
        Some(Diagnostic {
            rule: self.rule.name,
            severity: self.rule.severity,
            path: self.path,
            place,
            problem: self.problem,
            related,
            fix: self.fix,
        })
    }
}

fn find<'o>(files: &[&dyn Written], opened: &'o mut HashMap<String, Option<Opened>>, path: &str) -> Option<&'o Opened> {
    if !opened.contains_key(path) {
        let file = files.iter().find(|file| file.path() == path);
        let ready = file.map(|file| {
            let text = file.text();
            let mut mended = Mended::read(&text);
            mended.leave_out(file.lost());
            Opened { text, mended }
        });
        opened.insert(path.to_owned(), ready);
    }
    opened.get(path).and_then(Option::as_ref)
}

impl Opened {
    fn place(&self, at: &At) -> Place {
        let source = Source::new(&self.text);
        let range = match at {
            At::File => 0..0,
            At::Bytes(range) => range.clone(),
            At::Spot(spot) => self.mended.range(spot).unwrap_or_else(|| first_line(&source)),
        };
        Place::new(&source, range)
    }

    /// Says whether `# council: allow RULE` stands on this line or on the one above.
    fn allows(&self, rule: &str, line: usize) -> bool {
        let source = Source::new(&self.text);
        let allowed = |line: &str| {
            let comment = line.split_once("# council: allow ").map(|(_, rules)| rules);
            comment.is_some_and(|rules| rules.split([',', ' ']).any(|name| name == rule))
        };
        let above = line.checked_sub(1).map(|above| source.line(above).trim_start());
        allowed(source.line(line)) || above.is_some_and(|above| above.starts_with('#') && allowed(above))
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
