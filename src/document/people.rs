//! How documents call people and bodies: by name where a consent lets them, by role otherwise.

use super::facts::{ContactFacts, CouncilFacts, LandlordFacts};
use super::markdown::line;
use crate::locale::{counted, of_the, words};
use crate::model::{Contact, Council, Date, Landlord, Language, Member, Publication, Role, Text, Unit};
use crate::record::{CouncilRecord, Record};
use std::collections::BTreeSet;

/// Whoever can be named in a document of this day.
#[derive(Debug, Clone, Copy)]
pub struct People<'a> {
    /// The record.
    pub record: &'a Record,
    /// The council's files.
    pub files: &'a CouncilRecord,
    /// The landlord.
    pub landlord: &'a Landlord,
    /// The council.
    pub council: &'a Council,
    /// The day.
    pub day: Date,
    /// The document's language.
    pub language: Language,
    /// What a consent must be for.
    pub publication: Publication,
}

/// The order in which roles stand in a list of people.
const ROLES: [Role; 7] =
    [Role::Resident, Role::Association, Role::Elected, Role::Partner, Role::Caretaker, Role::Manager, Role::Landlord];

impl<'a> People<'a> {
    /// Whoever can be named of a council on a day, where minutes go; `None` where the council or the landlord could not be
    /// read.
    pub fn of(record: &'a Record, files: &'a CouncilRecord, day: Date, language: Language) -> Option<Self> {
        let (landlord, council) = (record.landlord.value()?, files.council.value()?);
        Some(Self { record, files, landlord, council, day, language, publication: Publication::Minutes })
    }

    /// Whoever can be named in another place.
    pub(super) fn published_in(self, publication: Publication) -> Self {
        Self { publication, ..self }
    }

    /// The landlord, as every document names it.
    pub(super) fn landlord(&self) -> LandlordFacts {
        LandlordFacts { name: line(&self.landlord.name), group: self.landlord.group.as_deref().map(line) }
    }

    /// The body, as every document names it.
    pub(super) fn council(&self) -> CouncilFacts {
        let short = words::council_kind(self.council.kind(), self.language);
        let residence = |id: &Text| {
            let residence = self.landlord.residences.get(id.as_str());
            residence.map_or_else(|| id.to_string(), |residence| line(&residence.name))
        };
        CouncilFacts {
            id: self.files.id.to_string(),
            name: line(&self.council.name),
            of_the: of_the(&line(&self.council.name), self.language),
            short: short.to_owned(),
            of_the_short: of_the(short, self.language),
            residences: self.council.residence.iter().map(residence).collect(),
        }
    }

    /// The body's *Unité de Gestion*: its own, else that of its residences.
    pub(super) fn unit(&self) -> Option<&'a Unit> {
        self.landlord.unit_of_council(self.council).map(|(_, unit)| unit)
    }

    /// Whom to call, in public: the body's *Unité de Gestion*, else the landlord; `None` where neither says.
    pub fn contact(&self) -> Option<ContactFacts> {
        let of_unit = self.unit().and_then(|unit| Some((&unit.name, unit.contact.as_ref()?)));
        let of_landlord = self.landlord.contact.as_ref().map(|contact| (&self.landlord.name, contact));
        [of_unit, of_landlord].into_iter().flatten().map(|(name, contact)| contact_facts(name, contact)).find(is_said)
    }

    /// A member in the singular: « Mme D. », « CLCV », « un résident ».
    pub(super) fn member(&self, id: &str) -> String {
        // An id may be a name: whoever is not a member is nobody that can be named.
        let unknown = || words::somebody(self.language).to_owned();
        self.council.members.get(id).map_or_else(unknown, |member| self.label(member))
    }

    fn label(&self, member: &Member) -> String {
        let role = || words::one_of(member.role, self.language);
        match (member.public_name(self.publication, self.day), self.association(member)) {
            (Some(name), Some(association)) => format!("{} ({association})", line(name)),
            (Some(name), None) => line(name),
            (None, Some(association)) => format!("{} ({association})", role()),
            (None, None) => role(),
        }
    }

    pub(super) fn association(&self, member: &Member) -> Option<String> {
        let id = member.association.as_ref()?;
        Some(self.landlord.associations.get(id.as_str()).map_or_else(|| id.to_string(), |known| line(&known.name)))
    }

    /// A list of members: those who may be named, then the others counted by role.
    pub(super) fn members(&self, ids: &[Text]) -> Vec<String> {
        // Whoever is listed twice came once.
        let mut seen = BTreeSet::new();
        let distinct = ids.iter().filter(|id| seen.insert(id.as_str()));
        let members: Vec<&Member> = distinct.filter_map(|id| self.council.members.get(id.as_str())).collect();
        let is_named = |member: &&&Member| {
            member.public_name(self.publication, self.day).is_some() || member.association.is_some()
        };
        let mut labels: Vec<String> = members.iter().filter(is_named).map(|member| self.label(member)).collect();
        for role in ROLES {
            let others = members.iter().filter(|member| !is_named(member) && member.role == role).count();
            if others > 0 {
                let (one, many) = (words::role(role, 1, self.language), words::role(role, 2, self.language));
                labels.push(counted(others, one, many, self.language));
            }
        }
        labels
    }

    /// A partner's name.
    pub(super) fn partner(&self, id: &str) -> String {
        self.landlord.partners.get(id).map_or_else(|| id.to_owned(), |partner| line(&partner.name))
    }

    /// Whoever bears an action.
    pub(super) fn owner(&self, id: &str) -> String {
        let landlord = self.landlord;
        if id == "landlord" {
            return line(&landlord.name);
        }
        if id == self.files.id.as_str() {
            return line(&self.council.name);
        }
        let name = landlord.units.get(id).map(|unit| &unit.name);
        let name = name.or_else(|| landlord.partners.get(id).map(|partner| &partner.name));
        let name = name.or_else(|| landlord.associations.get(id).map(|association| &association.name));
        let name = name.or_else(|| self.council.groups.get(id).map(|group| &group.name));
        name.map_or_else(|| self.member(id), |name| line(name))
    }

    /// The owners of an action.
    pub fn owners(&self, ids: &[Text]) -> Vec<String> {
        ids.iter().map(|id| self.owner(id)).collect()
    }

    /// Who asked for a topic.
    pub(super) fn asker(&self, id: &str) -> String {
        match (id, self.language) {
            ("residents", Language::French) => "les résidents".to_owned(),
            ("residents", Language::English) => "the residents".to_owned(),
            _ if self.landlord.partners.contains_key(id) => self.partner(id),
            _ => self.owner(id),
        }
    }

    /// Another body's name.
    pub(super) fn other_council(&self, id: &str) -> String {
        let file = self.files.council_of(self.record, id);
        let name = file.as_ref().and_then(|file| file.value()).map(|council| line(&council.name));
        name.unwrap_or_else(|| id.to_owned())
    }
}

/// A body's members counted by role: « 2 résidents », in the order of lists of people; of a day, those who sit then.
pub(super) fn by_role(council: &Council, day: Option<Date>, language: Language) -> Vec<String> {
    let sits = |member: &&Member| day.is_none_or(|day| member.sits_on(day));
    let of_role = |role: Role| {
        let count = council.members.values().filter(|member| member.role == role).filter(sits).count();
        let (one, many) = (words::role(role, 1, language), words::role(role, 2, language));
        (count > 0).then(|| counted(count, one, many, language))
    };
    ROLES.into_iter().filter_map(of_role).collect()
}

/// A contact of this name; nothing where nobody can be reached with it.
pub(super) fn public_contact(name: &str, contact: &Contact) -> Option<ContactFacts> {
    Some(contact_facts(name, contact)).filter(is_said)
}

fn contact_facts(name: &str, contact: &Contact) -> ContactFacts {
    let said = |text: &Option<Text>| text.as_deref().map(line);
    ContactFacts {
        name: line(name),
        phone: said(&contact.phone),
        hours: said(&contact.hours),
        mail: said(&contact.mail),
    }
}

/// Says whether anybody can be reached with it.
fn is_said(contact: &ContactFacts) -> bool {
    contact.phone.is_some() || contact.mail.is_some()
}
