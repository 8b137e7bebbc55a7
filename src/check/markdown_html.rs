//! `markdown-html`: raw HTML in a text, a link that runs something, an image taken from elsewhere.
#![doc = include_str!("../../templates/en/rules/markdown-html.md")]

use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::document::{hazards, may_be_hazardous};
use crate::record::Written;
use crate::yaml::{Kind, Node, Tree};
use std::ops::Range;

pub(super) const RULE: Rule = Rule::error("markdown-html").on_landlord(in_landlord).on_council(in_council);

fn in_landlord(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    in_file(&scope.record.landlord, findings);
    if let Some(charter) = &scope.charter {
        in_file(charter, findings);
    }
    if let Some(coaching) = &scope.coaching {
        in_file(coaching, findings);
    }
}

fn in_council(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    for file in scope.files.files() {
        in_file(file, findings);
    }
}

/// Looks at every text of a file: any of them may end up in a document, and documents are Markdown.
fn in_file(file: &dyn Written, findings: &mut Findings<'_>) {
    // Between double quotes a backslash may stand for any sign.
    let is_of_interest = |text: &&str| may_be_hazardous(text.as_bytes()) || memchr::memchr(b'\\', text.as_bytes()).is_some();
    let Some(text) = file.readable().filter(is_of_interest) else { return };
    // What is not well formed is told first, and looked at once it is mended.
    if let Ok(tree) = Tree::parse(text) {
        in_value(&tree.top, None, (text, file.path()), findings);
    }
}

fn in_value(node: &Node, key_at: Option<usize>, (text, path): (&str, &str), findings: &mut Findings<'_>) {
    match &node.kind {
        Kind::Scalar(value) => {
            for (hazard, range) in hazards(value) {
                let words = value.get(range).unwrap_or_default();
                let found = findings.report_bytes(path, place(node, text, words), hazard);
                if let Some(byte) = key_at {
                    found.under_key_at(byte);
                }
            }
        }
        Kind::List(items) => items.iter().for_each(|item| in_value(item, None, (text, path), findings)),
        Kind::Map(entries) => entries.iter().for_each(|entry| {
            in_value(&entry.value, Some(entry.key_range.start), (text, path), findings);
        }),
        Kind::Filler => {}
    }
}

/// The bytes of some words of a value, as far as they are written alike; else those of the value.
fn place(node: &Node, text: &str, words: &str) -> Range<usize> {
    let words = words.lines().next().unwrap_or_default();
    let written = text.get(node.range.clone()).unwrap_or_default();
    match written.find(words) {
        Some(at) if !words.is_empty() => node.range.start + at..node.range.start + at + words.len(),
        _ => node.range.clone(),
    }
}
