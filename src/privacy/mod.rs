//! Words that a record kept for ever should not hold: what reaches or identifies a person, and what is said of one. Takes a
//! text and gives the bytes; knows nothing of records. Used by the rules on words.

mod account;
mod contact;
mod digits;
mod door;
mod lexicon;
mod person;
mod scan;
mod sentence;
mod word;

pub use contact::national;
use lexicon::{Anchor, lexicon};
use sentence::Sentence;
use std::ops::Range;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// An e-mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// A bank account.
    BankAccount,
    /// A social-security number.
    SocialSecurity,
    /// A flat, a door or a floor, beside a complaint.
    Door,
    /// Something said of a person.
    Comment(Matter),
}

/// What is said of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// What somebody thinks of the person.
    Judgement,
    /// Health.
    Health,
    /// An offence, true or not.
    Offence,
    /// Debts and means.
    Debt,
    /// Origin.
    Origin,
    /// Religion.
    Religion,
    /// Membership of a union.
    Union,
}

impl Privacy {
    /// Says whether it reaches or identifies a person, rather than judging one.
    pub fn is_data(self) -> bool {
        !matches!(self, Self::Comment(_))
    }
}

/// Something found, with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Private {
    /// What it is.
    pub what: Privacy,
    /// Where it is.
    pub range: Range<usize>,
}

/// Finds what is private in a text, in order: one pass for words and a quick one for digits; a sentence is taken apart only
/// where one of them stops.
pub fn private_words(text: &str) -> Vec<Private> {
    let mut found = Vec::new();
    let mut add = |what, range: Option<Range<usize>>| found.extend(range.map(|range| Private { what, range }));
    digits::each_number(text, |run| {
        let is_within_word = run.before().ends_with(|sign: char| sign.is_ascii_lowercase() || sign == '_');
        if let Some(range) = account::bank_account(run) {
            add(Privacy::BankAccount, Some(range));
        } else if !is_within_word && account::is_social_security(run) {
            add(Privacy::SocialSecurity, Some(run.start()..run.end()));
        } else if !is_within_word {
            add(Privacy::Phone, contact::phone(run));
        }
    });
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        add(Privacy::Mail, contact::mail(text, &(at..at + 1)));
    }
    let mut last = Looked::default();
    lexicon().each_anchor(text, |word, anchor| match anchor {
        Anchor::At => add(Privacy::Mail, contact::mail(text, &word)),
        Anchor::Door if door::has_number_near(text, &word) => add(Privacy::Door, last.door(text, word.start)),
        Anchor::Occupant if door::has_number_after(text, word.end) => add(Privacy::Door, last.door(text, word.start)),
        Anchor::Door | Anchor::Occupant => {}
        Anchor::Words(expressions) => {
            if let Some((matter, range)) = last.comment(text, word.start, expressions) {
                add(Privacy::Comment(matter), Some(range));
            }
        }
    });
    found.sort_by_key(|private| private.range.start);
    found.dedup_by(|next, first| next.range.start < first.range.end);
    found
}

/// The sentence that was looked at last, and what it has told: one door and one comment a sentence are enough.
#[derive(Default)]
struct Looked {
    sentence: Sentence,
    told_door: bool,
    told_comment: bool,
}

impl Looked {
    fn turn_to(&mut self, text: &str, at: usize) {
        if !self.sentence.range.contains(&at) {
            *self = Self { sentence: Sentence::around(text, at), told_door: false, told_comment: false };
        }
    }

    fn door(&mut self, text: &str, at: usize) -> Option<Range<usize>> {
        self.turn_to(text, at);
        let range = if self.told_door { None } else { door::complained_of(&self.sentence) };
        self.told_door |= range.is_some();
        range
    }

    fn comment(&mut self, text: &str, at: usize, expressions: &[usize]) -> Option<(Matter, Range<usize>)> {
        self.turn_to(text, at);
        let said = if self.told_comment { None } else { person::said_of(&self.sentence, at, expressions) };
        self.told_comment |= said.is_some();
        said
    }
}
