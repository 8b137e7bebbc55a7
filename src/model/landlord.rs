//! `landlord.yaml`: the landlord, its units and their grants, residences, associations, partners, themes, questions,
//! engagements, and the ways of getting people to come.

use super::charter::Measure;
use super::council::Council;
use super::entries::{Entries, Values};
use super::id::Id;
use super::language::Language;
use super::money::Euros;
use super::period::Period;
use super::plan::CostKind;
use super::residence::Residence;
use super::text::Text;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use std::fmt;

/// The landlord, and all that its councils share.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Landlord {
    /// The landlord's name.
    pub name: Text,
    /// The group it belongs to.
    pub group: Option<Text>,
    /// The language of what is generated.
    pub language: Option<Language>,
    /// How to reach the landlord: printed on notices and agendas, never a person's own.
    pub contact: Option<Contact>,
    /// The *Unités de Gestion*.
    #[serde(default)]
    pub units: Entries<Unit>,
    /// The residences.
    #[serde(default)]
    pub residences: Entries<Residence>,
    /// The tenants' associations.
    #[serde(default)]
    pub associations: Entries<Association>,
    /// The local partners.
    #[serde(default)]
    pub partners: Entries<Partner>,
    /// What findings, axes and questions are about.
    #[serde(default)]
    pub themes: Entries<Theme>,
    /// The survey questions, declared once so that waves can be compared.
    #[serde(default)]
    pub questions: Entries<Question>,
    /// The quality-of-service engagements.
    #[serde(default)]
    pub engagements: Entries<Engagement>,
    /// The ways of getting people to come.
    #[serde(default)]
    pub mobilisation: Entries<Means>,
}

/// A public contact.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The telephone number.
    pub phone: Option<Text>,
    /// When it is answered.
    pub hours: Option<Text>,
    /// The mail address.
    pub mail: Option<Text>,
}

/// An *Unité de Gestion*.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its name.
    pub name: Text,
    /// How to reach it: the caretaker's lodge, say.
    pub contact: Option<Contact>,
    /// The *dotation spécifique*, by year, in euros: one amount, or by kind of expense.
    #[serde(default)]
    pub grants: Values<Grant, Year>,
}

/// A year that a grant is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(pub i32);

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.parse() {
            Ok(Period::Year(year)) => Ok(Self(year)),
            _ => Err(D::Error::invalid_value(Unexpected::Str(&text), &"year")),
        }
    }
}

/// A year's grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grant {
    /// One amount for all.
    Whole(Euros),
    /// By kind of expense.
    Parts(GrantParts),
}

/// A year's grant by kind of expense.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantParts {
    /// For everyday upkeep (*entretien courant*).
    pub upkeep: Option<Euros>,
    /// For small works (*petits travaux d'investissement*).
    pub investment: Option<Euros>,
    /// What was left of the year before: one amount, or by kind of expense.
    pub carried_over: Option<CarriedOver>,
}

/// What was left of the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CarriedOver {
    /// One amount for all.
    Whole(Euros),
    /// By kind of expense.
    Parts {
        /// *Entretien courant*.
        upkeep: Option<Euros>,
        /// *Petits travaux d'investissement*.
        investment: Option<Euros>,
    },
}

impl Grant {
    /// What may be spent on one kind of expense, or, without one, on all alike: what is granted and what was carried over.
    pub fn part(&self, kind: Option<CostKind>) -> Option<Euros> {
        self.granted(kind).into_iter().chain(self.carried_over(kind)).reduce(|sum, amount| sum + amount)
    }

    /// What is granted for one kind of expense, or, without one, for all alike.
    pub fn granted(&self, kind: Option<CostKind>) -> Option<Euros> {
        match (self, kind) {
            (Self::Whole(amount), None) => Some(*amount),
            (Self::Whole(_), Some(_)) | (Self::Parts(_), None) => None,
            (Self::Parts(parts), Some(CostKind::Upkeep)) => parts.upkeep,
            (Self::Parts(parts), Some(CostKind::Investment)) => parts.investment,
        }
    }

    /// What was carried over for one kind of expense, or, without one, for all alike.
    pub fn carried_over(&self, kind: Option<CostKind>) -> Option<Euros> {
        match self {
            Self::Whole(_) => None,
            Self::Parts(parts) => parts.carried_over_for(kind),
        }
    }
}

impl GrantParts {
    fn carried_over_for(&self, kind: Option<CostKind>) -> Option<Euros> {
        match (self.carried_over.as_ref()?, kind) {
            (CarriedOver::Whole(amount), None) => Some(*amount),
            (CarriedOver::Parts { upkeep, .. }, Some(CostKind::Upkeep)) => *upkeep,
            (CarriedOver::Parts { investment, .. }, Some(CostKind::Investment)) => *investment,
            (CarriedOver::Whole(_), Some(_)) | (CarriedOver::Parts { .. }, None) => None,
        }
    }
}

impl<'de> Deserialize<'de> for Grant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match deserializer.deserialize_any(AmountOr::<GrantParts>::default())? {
            Either::Amount(amount) => Self::Whole(amount),
            Either::Parts(parts) => Self::Parts(parts),
        })
    }
}

impl<'de> Deserialize<'de> for CarriedOver {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match deserializer.deserialize_any(AmountOr::<CarriedOverParts>::default())? {
            Either::Amount(amount) => Self::Whole(amount),
            Either::Parts(CarriedOverParts { upkeep, investment }) => Self::Parts { upkeep, investment },
        })
    }
}

/// What was left of the year before, by kind of expense.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CarriedOverParts {
    /// For everyday upkeep (*entretien courant*).
    upkeep: Option<Euros>,
    /// For small works (*petits travaux d'investissement*).
    investment: Option<Euros>,
}

enum Either<T> {
    Amount(Euros),
    Parts(T),
}

struct AmountOr<T>(std::marker::PhantomData<T>);

impl<T> Default for AmountOr<T> {
    fn default() -> Self {
        Self(std::marker::PhantomData)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for AmountOr<T> {
    type Value = Either<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("grant")
    }

    // Only the text of an amount is exact. A number read by serde is refused here, and the file is read again by the
    // careful reader, which gives every scalar as its text.
    fn visit_str<E: Error>(self, text: &str) -> Result<Either<T>, E> {
        text.parse().map(Either::Amount).map_err(|_| E::invalid_value(Unexpected::Str(text), &"amount"))
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<Either<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(access)).map(Either::Parts)
    }
}

/// A tenants' association.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Association {
    /// Its name.
    pub name: Text,
}

/// A local partner.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Its name.
    pub name: Text,
}

/// What findings, axes and questions are about.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its name.
    pub name: Text,
}

/// A survey question.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question as it is asked.
    pub text: Text,
    /// What it is about: a theme, by its id.
    pub theme: Option<Text>,
    /// Who is asked; tenants by default.
    pub asked: Option<Asked>,
}

/// Who a question is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// The tenants.
    #[default]
    Tenants,
    /// The members of councils.
    Members,
    /// The landlord's staff.
    Staff,
}

impl Asked {
    /// All of them, each with the word it is typed as.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Tenants, "tenants"), (Self::Members, "members"), (Self::Staff, "staff")];

    /// The word it is typed as.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(asked, _)| *asked == self).map_or("", |(_, key)| key)
    }
}

/// A quality-of-service engagement: a tool of management of the landlord's own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Engagement {
    /// What is promised.
    pub text: Text,
    /// Since when.
    pub since: Option<Period>,
    /// What shows whether it is kept.
    pub measure: Option<Measure>,
}

/// A way of getting people to come.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Means {
    /// Its name.
    pub name: Text,
    /// Where it was proposed: `council/session`.
    pub proposed: Option<Text>,
}

impl Landlord {
    /// The language of what is generated.
    pub fn language(&self) -> Language {
        self.language.unwrap_or_default()
    }

    /// The questions that are put to these people, in the order of the file.
    pub fn questions_for(&self, asked: Asked) -> impl Iterator<Item = (&Id, &Question)> {
        self.questions.iter().filter(move |(_, question)| question.asked.unwrap_or_default() == asked)
    }

    /// The dwellings of a council's residences; nothing where one of them does not say.
    pub fn dwellings_of(&self, council: &Council) -> Option<u32> {
        let mut dwellings = council.residence.iter().map(|id| self.residences.get(id.as_str())?.dwellings);
        let first = dwellings.next()??;
        dwellings.try_fold(first.get(), |sum, more| more.map(|more| sum.saturating_add(more.get())))
    }

    /// The unit of a council: its own, else that of its residences; of residences run by several units, none speaks for
    /// the body.
    pub fn unit_of_council<'a>(&'a self, council: &'a Council) -> Option<(&'a Id, &'a Unit)> {
        let own = council.unit.as_deref();
        let mut of_residences = council.residence.iter().filter_map(|id| self.unit_of(id)).map(Id::as_str);
        let first = of_residences.next();
        let only = first.filter(|first| of_residences.all(|other| other == *first));
        own.or(only).and_then(|id| self.units.get_key_value(id))
    }

    /// The unit that runs a residence, where both are declared.
    pub fn unit_of(&self, residence: &str) -> Option<&Id> {
        let unit = self.residences.get(residence)?.unit.as_ref()?;
        self.units.get_key_value(unit.as_str()).map(|(id, _)| id)
    }
}
