//! `unused-allow`: a comment that is to silence a rule, and silences nothing.
#![doc = include_str!("../../templates/en/rules/unused-allow.md")]

use super::allow::{Allowed, allowed, is_allowed};
use super::nearest::nearest;
use super::{RULES, Rule};
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::oversight::{Oversight, UselessAllow};
use crate::record::Written;
use crate::yaml::Source;
use std::collections::HashSet;

/// It looks at what the other rules found, once they all did: it has no look of its own.
pub(super) const RULE: Rule = Rule::warning("unused-allow");

/// A comment that may turn out to silence nothing, with what is said of it then.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// What it allows.
    pub allowed: Allowed,
    diagnostic: Diagnostic,
}

/// The comments of these files that no rule has needed so far.
///
/// `whole` says whether the rules across councils ran. Where a file is faulty, rules were silent for that, and nothing is
/// said of theirs.
pub(super) fn candidates(files: &[&dyn Written], whole: bool) -> Vec<Candidate> {
    let mark = memchr::memmem::Finder::new(super::allow::MARK);
    let has_mark = |text: &&str| mark.find(text.as_bytes()).is_some();
    let marked = files.iter().filter_map(|file| Some((*file, file.readable().filter(has_mark)?)));
    let marked: Vec<(&dyn Written, &str)> = marked.collect();
    if marked.is_empty() {
        return Vec::new();
    }
    let is_sound = files.iter().all(|file| file.refused().is_none() && file.faults().is_empty());
    let mut found = Vec::new();
    for (file, text) in marked {
        let source = Source::new(text);
        for line in 1..=source.line_count() {
            for (place, (range, name)) in allowed(source.line(line)).enumerate() {
                let Some(cause) = cause(name, place == 0, is_sound, whole) else { continue };
                if is_allowed(&source, RULE.name, line).is_some() {
                    continue;
                }
                let start = source.line_range(line).start;
                let place = Place::new(&source, start + range.start..start + range.end);
                let allowed = Allowed { path: file.path().to_owned(), line, rule: name.to_owned() };
                let problem = Oversight::UnusedAllow { rule: name.to_owned(), cause };
                found.push(Candidate { allowed, diagnostic: diagnostic(file.path(), place, problem) });
            }
        }
    }
    found
}

/// Those that really silenced nothing.
pub(super) fn unused(candidates: Vec<Candidate>, used: &HashSet<Allowed>) -> impl Iterator<Item = Diagnostic> {
    candidates.into_iter().filter(|candidate| !used.contains(&candidate.allowed)).map(|candidate| candidate.diagnostic)
}

/// Why a name in such a comment is of no use, if no rule needed it; `None` where it may be of use in another run, or is no
/// rule's name: after the first, it may be the reason that somebody gives.
fn cause(name: &str, is_first: bool, is_sound: bool, whole: bool) -> Option<UselessAllow> {
    match RULES.iter().find(|rule| rule.name == name) {
        Some(rule) if rule.name == RULE.name => None,
        Some(rule) if !rule.may_be_allowed() => Some(UselessAllow::Never),
        Some(rule) => (is_sound && (whole || !rule.across)).then_some(UselessAllow::Idle),
        None => {
            let nearest = nearest(name, RULES.iter().map(|rule| rule.name));
            let is_meant = is_first || (name.contains('-') && nearest.is_some());
            is_meant.then_some(UselessAllow::Unknown { nearest })
        }
    }
}

fn diagnostic(path: &str, place: Place, problem: Oversight) -> Diagnostic {
    Diagnostic {
        rule: RULE.name,
        severity: RULE.severity,
        path: path.to_owned(),
        place: Some(place),
        problem: problem.into(),
        related: None,
        fix: None,
    }
}
