//! `<council>/council.yaml`: a body, its members and its partners.

use super::count::Count;
use super::date::Date;
use super::decimal::Decimal;
use super::entries::Entries;
use super::list::{List, OneOrMany};
use super::period::Period;
use super::text::Text;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Unexpected};

/// A body that meets in sessions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Council {
    /// Its name.
    pub name: Text,
    /// What kind of body it is.
    pub kind: Option<CouncilKind>,
    /// The residences it is for, by id.
    #[serde(default)]
    pub residence: OneOrMany<Text>,
    /// What it is for, where it has no residence.
    pub scope: Option<Text>,
    /// The *Unité de Gestion*; by default its residence's.
    pub unit: Option<Text>,
    /// When it was created.
    pub created: Option<Period>,
    /// Why there is one.
    #[serde(default)]
    pub reasons: List<Reason>,
    /// What it is to achieve.
    #[serde(default)]
    pub objectives: List<Text>,
    /// Its *charte de voisinage*.
    pub neighbourhood_charter: Option<NeighbourhoodCharter>,
    /// The number of its first session; 1 by default.
    pub first_number: Option<FirstNumber>,
    /// Whether it approves minutes; true by default.
    pub approves_minutes: Option<bool>,
    /// Its members.
    #[serde(default)]
    pub members: Entries<Member>,
    /// Those that can see to an action without being one person.
    #[serde(default)]
    pub groups: Entries<Group>,
    /// Its partners, by id.
    #[serde(default)]
    pub partners: List<Text>,
    /// What satisfaction it aims at, by question.
    #[serde(default)]
    pub targets: Entries<Target, String>,
    /// When and why it ended.
    pub closed: Option<Closure>,
}

impl Council {
    /// The body's kind.
    pub fn kind(&self) -> CouncilKind {
        self.kind.unwrap_or_default()
    }

    /// Says whether the body approves its minutes.
    pub fn approves_minutes(&self) -> bool {
        self.approves_minutes.unwrap_or(true)
    }

    /// The number of its first session; `None` where it does not number.
    pub fn first_number(&self) -> Option<u32> {
        match self.first_number {
            None => Some(1),
            Some(FirstNumber::None) => None,
            Some(FirstNumber::Number(number)) => Some(number.get()),
        }
    }

    /// Says whether the body may have been there on this day, as far as its file tells: one that was created in a month may have
    /// been there from the first.
    pub fn is_created_by(&self, day: Date) -> bool {
        self.created.is_none_or(|created| created.first() <= day)
    }

    /// Says whether the body had ended on this day.
    pub fn is_closed_on(&self, day: Date) -> bool {
        self.closed.as_ref().is_some_and(|closure| closure.date.is_none_or(|date| date.first() <= day))
    }
}

/// A kind of body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CouncilKind {
    /// A *Conseil de Résidents*.
    #[default]
    ResidentsCouncil,
    /// A *Conseil de Concertation Locative*.
    Ccl,
    /// A body that steers.
    Steering,
    /// An *Agenda 21*.
    #[serde(rename = "agenda-21")]
    Agenda21,
    /// Another one.
    Other,
}

impl CouncilKind {
    /// Says whether the residents of its residences sit on it, rather than those of a whole landlord or project.
    pub const fn is_of_residents(self) -> bool {
        match self {
            Self::ResidentsCouncil | Self::Agenda21 => true,
            Self::Ccl | Self::Steering | Self::Other => false,
        }
    }
}

/// Why there is a council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// There is no organised representation.
    NoRepresentation,
    /// The representation does not seem constructive.
    UnconstructiveRepresentation,
    /// Works are planned.
    PlannedWorks,
    /// The landlord changes its practice.
    ChangedPractice,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::NoRepresentation, Self::UnconstructiveRepresentation, Self::PlannedWorks, Self::ChangedPractice];

    /// The word that a record writes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoRepresentation => "no-representation",
            Self::UnconstructiveRepresentation => "unconstructive-representation",
            Self::PlannedWorks => "planned-works",
            Self::ChangedPractice => "changed-practice",
        }
    }
}

/// A *charte de voisinage*.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NeighbourhoodCharter {
    /// Its title.
    pub title: Option<Text>,
    /// When it was agreed.
    pub date: Option<Period>,
}

/// The number of a body's first session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstNumber {
    /// Its sessions have no number.
    None,
    /// This one.
    Number(Count),
}

impl<'de> Deserialize<'de> for FirstNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.as_str() {
            "none" => Ok(Self::None),
            _ => text
                .parse()
                .map(Self::Number)
                .map_err(|_| D::Error::invalid_value(Unexpected::Str(&text), &"first-number")),
        }
    }
}

/// A member of a body.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// In what quality.
    pub role: Role,
    /// The person's name.
    pub name: Option<Text>,
    /// The person's consent to being named.
    pub consent: Option<Consent>,
    /// The association the member stands for.
    pub association: Option<Text>,
    /// An office in the body.
    pub position: Option<Position>,
    /// The terms of office.
    #[serde(default)]
    pub mandates: List<Mandate>,
}

/// The quality of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A resident.
    Resident,
    /// Somebody who stands for a tenants' association.
    Association,
    /// A caretaker.
    Caretaker,
    /// A manager of an *Unité de Gestion*.
    Manager,
    /// Somebody else of the landlord's.
    Landlord,
    /// A local partner.
    Partner,
    /// An elected person.
    Elected,
}

/// A person's consent to being named.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// When it was given.
    pub given: Option<Period>,
    /// When it was withdrawn; a withdrawn consent is none.
    pub withdrawn: Option<Period>,
    /// Where the name may stand.
    #[serde(rename = "for", default)]
    pub publications: List<Publication>,
}

/// Where a name may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Publication {
    /// In minutes.
    Minutes,
    /// On the site.
    Site,
    /// In the yearly report.
    Report,
}

/// An office in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// Its chair.
    Chair,
    /// Its secretary.
    Secretary,
}

/// A term of office.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// Its beginning.
    pub since: Option<Period>,
    /// Its end; without one it still runs.
    pub until: Option<Period>,
}

impl Mandate {
    /// How many days before its end a term is told of.
    pub const NOTICE: i64 = 60;

    /// Says whether the term holds on this day; a missing end is an open one.
    pub fn covers(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since.first() <= day) && self.until.is_none_or(|until| day <= until.last())
    }
}

impl Member {
    /// Says whether the member sits on this day; one without mandates always does.
    pub fn sits_on(&self, day: Date) -> bool {
        self.mandates.is_empty() || self.mandates.iter().any(|mandate| mandate.covers(day))
    }

    /// The term that ends last, by its place, with its end; nothing where one has no end.
    pub fn last_term(&self) -> Option<(usize, Period)> {
        let mut last: Option<(usize, Period)> = None;
        for (index, mandate) in self.mandates.iter().enumerate() {
            let until = mandate.until?;
            if last.is_none_or(|(_, latest)| latest.last() < until.last()) {
                last = Some((index, until));
            }
        }
        last
    }

    /// The person's name, where a consent given by this day and not withdrawn lets it stand there. Without one, documents
    /// say the role.
    pub fn public_name(&self, publication: Publication, day: Date) -> Option<&Text> {
        let consents = self.consent.as_ref().is_some_and(|consent| consent.covers(publication, day));
        self.name.as_ref().filter(|_| consents)
    }
}

impl Consent {
    /// Says whether the consent holds on this day for this use. One that is known to a year or a month holds once that is
    /// over: before, nobody can be sure of it.
    pub fn covers(&self, publication: Publication, day: Date) -> bool {
        self.given.is_some_and(|given| given.last() <= day)
            && self.withdrawn.is_none()
            && self.publications.contains(&publication)
    }
}

/// An owner that is not one person.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its name, with its article.
    pub name: Text,
}

/// What satisfaction a body aims at.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The wave it counts from.
    pub from: Option<Period>,
    /// The rise wanted, in *points de pourcentage*.
    pub points: Option<Decimal>,
    /// When it is to be reached.
    pub by: Option<Period>,
}

/// The end of a body.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// When it ended.
    pub date: Option<Period>,
    /// Why it ended.
    pub reason: Option<Text>,
}
