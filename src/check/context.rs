//! What a rule may look at: one council's files with the landlord's, or the files that all councils share.

use super::free_text::{Said, in_council, in_landlord};
use super::spending::Spending;
use crate::document::Template;
use crate::model::{Council, Date, DocumentKind, Entries, Id, Landlord, Plan, Session, SessionId, Survey};
use crate::record::{CouncilRecord, File, Record, TextFile, Written};
use crate::store::{ReadError, Stray};
use crate::yaml::{Fault, Route, Spot, Step};
use std::cell::OnceCell;

/// Something wrong with a file as a file.
#[derive(Debug, Clone, Copy)]
pub enum Trouble<'a> {
    /// In its text.
    Fault(&'a Fault),
    /// It could not be opened.
    Refused(ReadError),
    /// It has no place in the record.
    Stray(&'a Stray),
}

impl<'a> Trouble<'a> {
    /// The fault, where it is one.
    pub fn fault(self) -> Option<&'a Fault> {
        match self {
            Self::Fault(fault) => Some(fault),
            Self::Refused(_) | Self::Stray(_) => None,
        }
    }
}

/// The files that all councils share.
pub struct LandlordScope<'a> {
    /// The record.
    pub record: &'a Record,
    /// `charter.yaml`
    pub charter: Option<File<crate::model::Charter>>,
    /// `coaching.yaml`
    pub coaching: Option<File<crate::model::Coaching>>,
    /// The day it is; `None` where only errors are looked for.
    pub today: Option<Date>,
    /// The landlord's own templates that are looked at.
    pub own_templates: Vec<(DocumentKind, TextFile)>,
    /// Whether references to councils are followed.
    pub whole: bool,
    /// The private words, once somebody asked.
    pub(super) said: OnceCell<Vec<Said>>,
}

impl LandlordScope<'_> {
    /// The private words in the files; looked for once for all rules.
    pub(super) fn said(&self) -> &[Said] {
        self.said.get_or_init(|| in_landlord(self))
    }
}

/// One council's files, with the landlord's.
pub struct CouncilScope<'a> {
    /// The record.
    pub record: &'a Record,
    /// The council's files.
    pub files: &'a CouncilRecord,
    /// `charter.yaml`
    pub charter: Option<&'a File<crate::model::Charter>>,
    /// The day it is.
    pub today: Date,
    /// What minutes are written with; `None` where it cannot be used.
    pub template: Option<&'a Template>,
    /// Whether references to other councils are followed.
    pub whole: bool,
    /// The private words, once somebody asked.
    pub(super) said: OnceCell<Vec<Said>>,
}

/// What all councils come to together.
pub struct RecordScope<'a> {
    /// The record.
    pub record: &'a Record,
    /// The councils.
    pub councils: &'a [Id],
    /// What they take from the grants.
    pub spending: &'a Spending,
}

impl<'a> CouncilScope<'a> {
    /// The private words in the files; looked for once for all rules.
    pub(super) fn said(&self) -> &[Said] {
        self.said.get_or_init(|| in_council(self))
    }

    /// The landlord, as far as it could be read.
    pub fn landlord(&self) -> Option<&'a Landlord> {
        self.record.landlord.value()
    }

    /// The council, as far as it could be read.
    pub fn council(&self) -> Option<&'a Council> {
        self.files.council.value()
    }

    /// The plan with its file, where it could be read.
    pub fn plan(&self) -> Option<(&'a File<Plan>, &'a Plan)> {
        let file = self.files.plan.as_ref()?;
        Some((file, file.value()?))
    }

    /// The sessions with their files, in order, as far as they could be read.
    pub fn sessions(&self) -> impl Iterator<Item = (SessionId, &'a File<Session>, &'a Session)> {
        self.files.sessions.iter().filter_map(|(id, file)| Some((*id, file, file.value()?)))
    }

    /// The survey waves with their files, as far as they could be read.
    pub fn surveys(&self) -> impl Iterator<Item = (&'a File<Survey>, &'a Survey)> {
        self.files.surveys.iter().filter_map(|(_, file)| Some((file, file.value()?)))
    }

    /// The last session that was held, where its status is written: for what sessions are waited for.
    pub fn last_held(&self) -> Option<(String, Spot)> {
        let last = self.files.held().filter(|(id, _)| id.date <= self.today).last();
        last.map(|(id, _)| (self.files.paths.session(id), Route::top().then("status").value()))
    }

    /// Says whether the body has ended, or may have: then nothing is expected of it any more.
    pub fn is_closed(&self) -> bool {
        let uncertain = self.files.council.has_lost_key(|| Route::top().then("closed"));
        uncertain || self.council().is_some_and(|council| council.is_closed_on(self.today))
    }

    /// Looks for the session of this name.
    pub fn session(&self, name: &str) -> Found<'a> {
        let Ok(id) = name.parse::<SessionId>() else { return Found::Nowhere };
        match self.files.session(id) {
            Some(file) => file.value().map_or(Found::Unread, Found::There),
            None if self.files.listing.has_misnamed(id) => Found::Unread,
            None => Found::Nowhere,
        }
    }
}

/// What a reference to a session leads to.
#[derive(Debug, Clone, Copy)]
pub enum Found<'a> {
    /// A session.
    There(&'a Session),
    /// One whose file could not be read, which other rules tell.
    Unread,
    /// None.
    Nowhere,
}

/// What a reference may lead to: the things that a file declares under a key.
pub(super) struct Declared<'a, T, F> {
    /// The things.
    pub things: &'a Entries<T>,
    /// The file.
    pub file: &'a File<F>,
    /// The key.
    pub key: &'static str,
}

impl<T, F> Declared<'_, T, F> {
    /// Says whether this thing is there, or would be but for a fault that was reported: where nothing is declared, under
    /// a key that is written otherwise too.
    pub fn has(&self, id: &str) -> bool {
        let may_be_elsewhere = || self.file.lost().iter().any(|lost| lost.steps().len() == 1);
        self.things.contains_key(id)
            || may_be_lost(self.file, self.key, id)
            || (self.things.is_empty() && may_be_elsewhere())
    }

    /// The ids of the things that are there.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.things.keys().map(Id::as_str)
    }
}

/// Says whether something declared under a key of this file is missing because of a fault that was reported.
pub(super) fn may_be_lost<T>(file: &File<T>, key: &str, id: &str) -> bool {
    if !file.is_faulty() {
        return file.value().is_none();
    }
    let is_misnamed = |lost: &Route| match lost.steps() {
        [Step::Key(holder), Step::Key(name)] => holder == key && Id::suggestion(name) == id,
        _ => false,
    };
    let holder = Route::top().then(key);
    file.value().is_none()
        || file.has_misspelt(&holder)
        || file.has_lost(&holder.then(id))
        || file.lost().iter().any(is_misnamed)
}
