//! `coaching`: where the pilot stands on a day, in several tables: its stages, residences, sittings and their sums,
//! lessons, and the body that steers it. Made of `coaching.yaml`, the landlord's file and that body's files.

mod efforts;
mod lessons;
mod residences;
mod sittings;
mod stages;
mod steering;

pub use efforts::Efforts;
pub use lessons::Lessons;
pub use residences::Residences;
pub use sittings::Sittings;
pub use stages::Stages;
pub use steering::{Balance, SteeringSessions};

use super::{Look, Row, Table};
use crate::model::{Coaching, Date, Id, Landlord, Language, Sitting};
use crate::record::{CouncilRecord, Record};

/// The pilot's tables, in the order in which they are printed.
pub const TABLES: [&dyn Table; 7] = [&Stages, &Residences, &Sittings, &Efforts, &Lessons, &Balance, &SteeringSessions];

/// The files of the body that steers the pilot, where the record has it.
pub fn steering(record: &Record) -> Option<CouncilRecord> {
    let file = record.coaching()?;
    let id = Id::new(file.value()?.steering.as_deref()?)?;
    record.store.has_council(id.as_str()).then(|| record.council(&id))
}

/// Makes rows of the pilot, where it can be read.
fn rows(look: &Look<'_>, make: impl FnOnce(&Pilot<'_>) -> Vec<Row>) -> Vec<Row> {
    let (Some(landlord), Some(file)) = (look.record.landlord.value(), look.record.coaching()) else {
        return Vec::new();
    };
    let Some(coaching) = file.value() else { return Vec::new() };
    make(&Pilot { coaching, landlord, day: look.as_of, language: look.language })
}

/// The pilot on a day.
struct Pilot<'a> {
    coaching: &'a Coaching,
    landlord: &'a Landlord,
    day: Date,
    language: Language,
}

impl Pilot<'_> {
    /// The sittings held by the day, in order.
    fn held(&self) -> impl Iterator<Item = (&Id, &Sitting)> {
        let by_date = self.coaching.sittings_by_date().into_iter();
        by_date.filter(|(_, sitting)| sitting.date <= self.day)
    }

    fn residence(&self, id: &str) -> String {
        self.landlord.residences.get(id).map_or_else(|| id.to_owned(), |residence| residence.name.to_string())
    }

    fn module(&self, id: &str) -> String {
        self.coaching.modules.get(id).map_or_else(|| id.to_owned(), |module| module.title.to_string())
    }
}

/// The texts of a language.
fn in_language<T>(language: Language, french: T, english: T) -> T {
    match language {
        Language::French => french,
        Language::English => english,
    }
}
