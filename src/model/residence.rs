//! A residence, in `landlord.yaml`: how its tenants are represented, what is to be negotiated there, and whether it could
//! have a council.

use super::count::Count;
use super::date::Date;
use super::list::List;
use super::period::Period;
use super::text::Text;
use schemars::JsonSchema;
use serde::Deserialize;

/// A residence.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Residence {
    /// Its name.
    pub name: Text,
    /// Its street and number.
    pub address: Option<Text>,
    /// Its town.
    pub city: Option<Text>,
    /// How many dwellings it has.
    pub dwellings: Option<Count>,
    /// The *Unité de Gestion* that runs it, by its id.
    pub unit: Option<Text>,
    /// How its tenants are represented.
    pub representation: Option<Representation>,
    /// What the landlord wants to negotiate there.
    #[serde(default)]
    pub projects: List<Project>,
}

/// How the tenants of a residence are represented: the seed's first two reasons for a council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Representation {
    /// There is none.
    None,
    /// There is an organised one.
    Organised,
    /// There is one that does not seem constructive.
    Unconstructive,
}

/// Works on the estate, or changes to the landlord's practice, that it wants to negotiate.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// What it is.
    pub text: Text,
    /// Works, or practice.
    pub kind: Option<ProjectKind>,
    /// When it is planned.
    pub planned: Option<Period>,
}

/// Whether a residence could have a council of its residents: the seed's three criteria, and the councils that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eligibility {
    /// It meets a criterion, and has none.
    Eligible,
    /// The record does not say enough; or a council has ended there, and somebody should know why.
    ToExamine,
    /// It has one.
    HasCouncil,
    /// It meets none.
    Outside,
}

impl Eligibility {
    /// The word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::ToExamine => "to-examine",
            Self::HasCouncil => "has-council",
            Self::Outside => "outside",
        }
    }
}

impl Residence {
    /// What is still to be negotiated on a day: what was planned for a time that is over is not.
    pub fn to_negotiate(&self, day: Date) -> impl Iterator<Item = &Project> {
        self.projects.iter().filter(move |project| !project.is_over_on(day))
    }

    /// Whether it could have a council, on a day on which it has an open one or one that has ended.
    pub fn eligibility(&self, day: Date, has_open: bool, has_ended: bool) -> Eligibility {
        let is_wanted = match self.representation {
            Some(Representation::None | Representation::Unconstructive) => Some(true),
            Some(Representation::Organised) => Some(false),
            None => None,
        };
        match (is_wanted, self.to_negotiate(day).next().is_some()) {
            _ if has_open => Eligibility::HasCouncil,
            (Some(true), _) | (_, true) if has_ended => Eligibility::ToExamine,
            (Some(true), _) | (_, true) => Eligibility::Eligible,
            (Some(false), false) => Eligibility::Outside,
            (None, false) => Eligibility::ToExamine,
        }
    }
}

impl Project {
    /// Says whether the time it was planned for is over.
    pub fn is_over_on(&self, day: Date) -> bool {
        self.planned.is_some_and(|planned| planned.last() < day)
    }
}

impl Representation {
    /// The word that a record writes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Organised => "organised",
            Self::Unconstructive => "unconstructive",
        }
    }
}

impl ProjectKind {
    /// The word that a record writes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::Practice => "practice",
        }
    }
}

/// What a project changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProjectKind {
    /// The estate.
    Works,
    /// The way it is managed.
    Practice,
}
