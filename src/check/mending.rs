//! What mends a problem where there is just one way, whichever rule found it; quotes apart, which the reader of the text
//! proposes. Whoever writes it holds the record against `check` first.

use super::nearest::only_near;
use crate::diagnostic::Fix;
use crate::locale::problem::{Problem, Reading, Reference, Referent, Sense};
use crate::model::{Id, date_meant};
use crate::store::StrayReason;
use std::ops::Range;

/// How many letters a word of an id must have to be taken for another one misspelt: `g1` is not `r1`, nor `bat-a` `bat-b`.
const FEWEST_LETTERS: usize = 4;

/// What mends a problem at these bytes.
pub(super) fn fix(problem: &Problem, at: Option<Range<usize>>) -> Option<Fix> {
    match problem {
        Problem::Reading(Reading::UnknownKey { key, known, .. }) => {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            Some(Fix::Word { at: at?, meant: only_near(key, &known)?.to_owned() })
        }
        Problem::Reading(Reading::UnexpectedFile { reason: StrayReason::Misnamed(name), .. }) => {
            Some(Fix::Name(name.clone()))
        }
        Problem::Reference(reference) => Some(Fix::Word { at: at?, meant: meant(reference)? }),
        Problem::Sense(Sense::UpdatesOutOfOrder { .. }) => Some(Fix::Order { at: at? }),
        _ => None,
    }
}

/// The id that was surely meant.
fn meant(reference: &Reference) -> Option<String> {
    // Where there are too many problems, those that are known are not all told.
    let nearest = reference.nearest.as_ref()?;
    if date_meant(&reference.id).is_some_and(|date| date.to_string() == *nearest) {
        return Some(nearest.clone());
    }
    // Of `session/finding`, the finding is wrong.
    let within = reference.id.split_once('/').filter(|_| reference.referent == Referent::Finding);
    let (holder, id) = within.map_or((None, reference.id.as_str()), |(holder, id)| (Some(holder), id));
    let known = reference.known.iter().map(String::as_str);
    let known: Vec<&str> = match holder {
        Some(holder) => known.filter_map(|known| known.strip_prefix(holder)?.strip_prefix('/')).collect(),
        None => known.collect(),
    };
    let near = only_near(id, &known)?;
    let may_be_person = matches!(reference.referent, Referent::Member | Referent::Asker | Referent::Owner);
    let is_sure = Id::suggestion(id) == Id::suggestion(near) || is_slip(id, near, may_be_person);
    is_sure.then(|| holder.map_or_else(|| near.to_owned(), |holder| format!("{holder}/{near}")))
}

/// Says whether an id is another one with one slip of the hand in one of its words. What may be a person's name has
/// neighbours that are names too, « Dupond » and « Dupont »: only two letters that changed places, or one that is doubled
/// or should be, are a slip there.
fn is_slip(written: &str, meant: &str, may_be_person: bool) -> bool {
    let written = written.to_lowercase();
    let words = |id: &str| id.split('-').map(|word| word.chars().collect::<Vec<char>>()).collect::<Vec<_>>();
    let (ours, theirs) = (words(&written), words(meant));
    let mut differ = ours.iter().zip(&theirs).filter(|(one, other)| one != other);
    let (Some((one, other)), None) = (differ.next(), differ.next()) else { return false };
    if ours.len() != theirs.len() || one.len().min(other.len()) < FEWEST_LETTERS {
        return false;
    }
    let text = |word: &[char]| word.iter().collect::<String>();
    let sorted = |word: &[char]| {
        let mut letters = word.to_vec();
        letters.sort_unstable();
        letters
    };
    let single = |word: &[char]| {
        let mut letters = word.to_vec();
        letters.dedup();
        letters
    };
    let is_near = strsim::osa_distance(&text(one), &text(other)) == 1;
    is_near && (!may_be_person || sorted(one) == sorted(other) || single(one) == single(other))
}
