//! `unused-allow`: a comment that is to silence a rule, and silences nothing.
#![doc = include_str!("../../templates/en/rules/unused-allow.md")]

use super::allow::{Allowed, Allows, Name, may_allow};
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
    let is_sound = files.iter().all(|file| file.refused().is_none() && file.faults().is_empty());
    let mut found = Vec::new();
    for file in files {
        let Some(text) = file.readable().filter(|text| may_allow(text)) else { continue };
        let source = Source::new(text);
        let allows = Allows::of(&source);
        for name in allows.names() {
            let Some(cause) = cause(name, is_sound, whole) else { continue };
            if allows.line_for(RULE.name, name.line).is_some() {
                continue;
            }
            let place = Place::new(&source, name.range.clone());
            let allowed = Allowed { path: file.path().to_owned(), line: name.line, rule: name.rule.clone() };
            let problem = Oversight::UnusedAllow { rule: text[name.range.clone()].to_owned(), cause };
            found.push(Candidate { allowed, diagnostic: diagnostic(file.path(), place, problem) });
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
fn cause(name: &Name, is_sound: bool, whole: bool) -> Option<UselessAllow> {
    match RULES.iter().find(|rule| rule.name == name.rule) {
        Some(rule) if rule.name == RULE.name => None,
        Some(rule) if !rule.may_be_allowed() => Some(UselessAllow::Never),
        Some(rule) => (is_sound && (whole || !rule.across)).then_some(UselessAllow::Idle),
        None => {
            let nearest = nearest(&name.rule, RULES.iter().map(|rule| rule.name));
            let is_meant = name.is_first || (name.rule.contains('-') && nearest.is_some());
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
