//! The sheet: the *feuille d'émargement* of a session, on which those who come sign.

use super::facts::{MeetingFacts, MemberFacts, SheetFacts};
use super::markdown::line;
use super::people::People;
use super::template::{DocumentError, Template};
use crate::locale::words;
use crate::model::{Language, Member, Publication, SessionId};
use crate::record::{CouncilRecord, Record};

/// Writes the sheet of a session in Markdown, with the members who sit on its day. The same record gives the same bytes
/// on every machine and every day.
///
/// # Errors
/// When a file it is made of could not be read, or the template is wrong.
pub fn sheet(
    record: &Record,
    files: &CouncilRecord,
    id: SessionId,
    template: &Template,
) -> Result<String, DocumentError> {
    let facts = facts(record, files, id, template.language).ok_or(DocumentError::Unreadable)?;
    Ok(template.render(&facts)?)
}

/// Writes a sheet to fill in by hand, for a session whose day is not known yet.
///
/// # Errors
/// As above.
pub fn blank_sheet(
    record: &Record,
    files: &CouncilRecord,
    id: SessionId,
    template: &Template,
) -> Result<String, DocumentError> {
    let people = People::of(record, files, id.date, template.language).ok_or(DocumentError::Unreadable)?;
    let session = MeetingFacts {
        id: id.to_string(),
        date: TO_FILL_IN.to_owned(),
        time: None,
        ends: None,
        place: Some(TO_FILL_IN.to_owned()),
        purpose: None,
        of_purpose: None,
    };
    let facts = SheetFacts {
        language: template.language.code().to_owned(),
        landlord: people.landlord(),
        council: people.council(),
        session,
        members: Vec::new(),
        file: files.paths.session(id),
    };
    Ok(template.render(&facts)?)
}

/// What is left to write on paper.
const TO_FILL_IN: &str = "……………………";

fn facts(record: &Record, files: &CouncilRecord, id: SessionId, language: Language) -> Option<SheetFacts> {
    let session = files.session(id)?.value()?;
    let people = People::of(record, files, id.date, language)?;
    let sitting = people.council.members.values().filter(|member| member.sits_on(id.date));
    Some(SheetFacts {
        language: language.code().to_owned(),
        landlord: people.landlord(),
        council: people.council(),
        session: people.meeting(id, session),
        members: sitting.map(|member| people.sitting(member)).collect(),
        file: files.paths.session(id),
    })
}

impl People<'_> {
    fn sitting(&self, member: &Member) -> MemberFacts {
        MemberFacts {
            name: member.public_name(Publication::Minutes, self.day).map(|name| line(name)),
            role: words::role(member.role, 1, self.language).to_owned(),
            association: self.association(member),
            position: member.position.map(|position| words::position(position, self.language).to_owned()),
        }
    }
}
