//! The texts in which people write what they like, and the private words in them. Not looked at are public contacts,
//! addresses of residences and the hashes of what was approved.

use super::context::{CouncilScope, LandlordScope};
use super::finding::Findings;
use crate::model::Landlord;
use crate::privacy::{Privacy, Private, national, private_words};
use crate::record::{File, Written};
use crate::store::{FileKind, Layout};
use crate::yaml::{Entry, Kind, Node, Tree};
use std::borrow::Cow;
use std::ops::Range;

/// The keys of this kind of file below which nothing is looked at.
fn not_free(path: &str) -> &'static [&'static str] {
    match Layout::kind(path) {
        Some(FileKind::Landlord) => &["address", "city", "contact"],
        Some(FileKind::Session(_)) => &["approves"],
        _ => &[],
    }
}

/// The key of names: « M. Petit » judges nobody, but a number beside a name reaches somebody.
const NAME: &str = "name";

/// What is free again below them: what was said when minutes were approved.
const FREE_AGAIN: &str = "corrections";

/// Private words in a file.
#[derive(Debug)]
pub(super) struct Said {
    /// What they are.
    pub what: Privacy,
    path: String,
    range: Range<usize>,
    key: Range<usize>,
}

impl Said {
    /// Reports it at its words; a comment at the key of the text allows it too, since a long text has no room for one.
    pub fn report(&self, findings: &mut Findings<'_>) {
        findings.report_bytes(&self.path, self.range.clone(), self.what).under_key_at(self.key.start);
    }
}

/// What is said in a council's files.
pub(super) fn in_council(scope: &CouncilScope<'_>) -> Vec<Said> {
    let (files, landlord) = (scope.files, scope.landlord());
    let mut said = said_in(&files.council, landlord);
    said.extend(files.plan.iter().flat_map(|file| said_in(file, landlord)));
    said.extend(files.sessions.iter().flat_map(|(_, file)| said_in(file, landlord)));
    said.extend(files.surveys.iter().flat_map(|(_, file)| said_in(file, landlord)));
    said
}

/// What is said in the files that all councils share.
pub(super) fn in_landlord(scope: &LandlordScope<'_>) -> Vec<Said> {
    let landlord = scope.record.landlord.value();
    let mut said = said_in(&scope.record.landlord, landlord);
    said.extend(scope.charter.iter().flat_map(|file| said_in(file, landlord)));
    said.extend(scope.coaching.iter().flat_map(|file| said_in(file, landlord)));
    said
}

/// Looks at the text as it is written; only where something stands there is it read as a tree, to know what it is.
fn said_in<T>(file: &File<T>, landlord: Option<&Landlord>) -> Vec<Said> {
    let Some(text) = file.readable() else { return Vec::new() };
    let plain = without_escapes(text);
    let mut found = private_words(&plain);
    found.retain(|private| {
        !landlord.is_some_and(|landlord| is_public(private.what, &plain[private.range.clone()], landlord))
    });
    if found.is_empty() {
        return Vec::new();
    }
    // What cannot be read is told by another rule; once mended, it is looked at.
    let Ok(tree) = Tree::parse(text) else { return Vec::new() };
    let found = found.into_iter().filter_map(|private| {
        let key = key_of(&tree.top, &private, not_free(&file.path), None, true)?;
        Some(Said { what: private.what, path: file.path.clone(), range: private.range, key })
    });
    found.collect()
}

/// The text with blanks for an escape that stands for a blank or a line end, and for the sign before a quotation mark, so
/// that no letter of `\n` is read as one of the word behind it. All other bytes stay where they are.
fn without_escapes(text: &str) -> Cow<'_, str> {
    const ESCAPES: [&str; 9] = ["n", "r", "t", " ", "_", "xa0", "u00a0", "u202f", "u2009"];
    let mut plain = Cow::Borrowed(text);
    let mut next = 0;
    for at in memchr::memchr_iter(b'\\', text.as_bytes()) {
        // The second of two is none of its own.
        if at < next {
            continue;
        }
        next = at + 2;
        let behind = &text[at + 1..];
        let is = |escape: &&&str| behind.get(..escape.len()).is_some_and(|start| start.eq_ignore_ascii_case(escape));
        let length = if behind.starts_with('"') { Some(0) } else { ESCAPES.iter().find(is).map(|escape| escape.len()) };
        if let Some(length) = length {
            plain.to_mut().replace_range(at..=at + length, &" ".repeat(1 + length));
        }
    }
    plain
}

/// The key of the text that holds something private; none where people do not write what they like there.
fn key_of(
    node: &Node,
    private: &Private,
    not_free: &[&str],
    key: Option<&Entry>,
    is_free: bool,
) -> Option<Range<usize>> {
    match &node.kind {
        Kind::Scalar(_) => {
            let holds = node.range.start <= private.range.start && private.range.start < node.range.end;
            key.filter(|_| holds && is_free).map(|entry| entry.key_range.clone())
        }
        Kind::List(items) => items.iter().find_map(|item| key_of(item, private, not_free, key, is_free)),
        Kind::Map(entries) => entries.iter().find_map(|entry| {
            let is_shut = not_free.contains(&entry.key.as_str()) || (entry.key == NAME && !reaches(private.what));
            key_of(&entry.value, private, not_free, Some(entry), entry.key == FREE_AGAIN || (is_free && !is_shut))
        }),
        Kind::Filler => None,
    }
}

/// Says whether it leads to a person wherever it stands.
fn reaches(what: Privacy) -> bool {
    match what {
        Privacy::Mail | Privacy::Phone | Privacy::BankAccount | Privacy::SocialSecurity => true,
        Privacy::Door | Privacy::Comment(_) => false,
    }
}

/// Says whether these words are one of the landlord's public contacts, declared as such.
fn is_public(what: Privacy, words: &str, landlord: &Landlord) -> bool {
    let contacts = landlord.contact.iter().chain(landlord.units.values().filter_map(|unit| unit.contact.as_ref()));
    contacts.into_iter().any(|contact| match what {
        Privacy::Mail => contact.mail.as_ref().is_some_and(|mail| mail.eq_ignore_ascii_case(words)),
        Privacy::Phone => contact.phone.as_ref().is_some_and(|phone| national(phone) == national(words)),
        Privacy::BankAccount | Privacy::SocialSecurity | Privacy::Door | Privacy::Comment(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_hide_no_telephone() {
        for text in [r#""06\_99\_00\_12\_34""#, r#""06\xa099\xa000\t12 34""#, r#""Appelez le\n06 99 00 12 34""#] {
            let plain = without_escapes(text);
            assert_eq!(plain.len(), text.len(), "{text}");
            assert_eq!(private_words(&plain).len(), 1, "{text}");
        }
        assert_eq!(without_escapes(r#""C:\\nadia, \"là\"""#), r#""C:\\nadia,  "là """#);
        assert_eq!(without_escapes("é\\"), "é\\");
    }
}
