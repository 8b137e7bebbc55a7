//! Problems as people are told them: where one rule finds the same again and again in a council's past, as in a history
//! that was imported, the first few stand for all. Programs get every one.

use crate::diagnostic::Diagnostic;
use std::collections::HashMap;

/// The warnings that come with time alone.
pub const COME_WITH_TIME: [&str; 9] = [
    "action-late",
    "action-silent",
    "action-without-due-date",
    "action-without-owner",
    "axis-without-action",
    "mandate-ending",
    "minutes-never-approved",
    "session-without-minutes",
    "weakness-unanswered",
];

/// How many problems of a rule are told in a council before the others are counted only.
const FEW: usize = 3;

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<'d> {
    /// A problem.
    Problem(&'d Diagnostic),
    /// Others like the one before.
    Others {
        /// Their rule.
        rule: &'static str,
        /// The council that they are in.
        council: &'d str,
        /// How many they are.
        count: usize,
    },
}

/// Tells problems in their order, and of those that come with time, per council and rule, the first few.
pub fn grouped(diagnostics: &[Diagnostic]) -> Vec<Told<'_>> {
    let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
    for key in diagnostics.iter().filter_map(group) {
        *counts.entry(key).or_default() += 1;
    }
    // A line that takes the place of one problem would hide it for nothing.
    counts.retain(|_, count| *count > FEW + 1);
    let mut told_of: HashMap<(&str, &str), usize> = HashMap::new();
    let mut told = Vec::with_capacity(diagnostics.len());
    for diagnostic in diagnostics {
        let Some((key, all)) = group(diagnostic).and_then(|key| Some((key, *counts.get(&key)?))) else {
            told.push(Told::Problem(diagnostic));
            continue;
        };
        let so_far = told_of.entry(key).or_default();
        *so_far += 1;
        if *so_far <= FEW {
            told.push(Told::Problem(diagnostic));
        }
        if *so_far == FEW {
            told.push(Told::Others { rule: diagnostic.rule, council: key.1, count: all - FEW });
        }
    }
    told
}

/// The rule and the council of a problem that comes with time.
fn group(diagnostic: &Diagnostic) -> Option<(&'static str, &str)> {
    let (council, _) = diagnostic.path.split_once('/')?;
    COME_WITH_TIME.contains(&diagnostic.rule).then_some((diagnostic.rule, council))
}
