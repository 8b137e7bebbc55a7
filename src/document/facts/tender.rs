//! What a template of the *cahier des charges de la consultation* is given. `docs/templates/tender.md` lists it.

use super::{ContactFacts, LandlordFacts};
use serde::{Deserialize, Serialize};

/// The facts of a consultation for a coach. What the record does not say is nothing, for the template to leave a gap.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TenderFacts {
    /// `fr` or `en`.
    pub language: String,
    /// The landlord.
    pub landlord: LandlordFacts,
    /// Whom offers and questions are sent to.
    pub contact: Option<ContactFacts>,
    /// What the coaching is to achieve.
    pub goal: Option<String>,
    /// What it comes from: Markdown of several paragraphs.
    pub context: Option<String>,
    /// What is expected of the provider.
    pub expectations: Vec<String>,
    /// What offers are judged by.
    pub criteria: Vec<String>,
    /// When the work should begin: « au 4e trimestre 2011 ».
    pub start_wanted: Option<String>,
    /// The residences that are chosen.
    pub sites: Vec<TenderResidenceFacts>,
    /// The residences considered, the chosen ones among them.
    pub candidates: Vec<TenderResidenceFacts>,
    /// The four stages, in their order.
    pub stages: Vec<TenderStageFacts>,
    /// The modules wanted.
    pub modules: Vec<TenderModuleFacts>,
    /// The body that steers; nothing where the record names none.
    pub steering: Option<TenderSteeringFacts>,
}

/// A residence.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TenderResidenceFacts {
    /// Its name.
    pub name: String,
    /// Its street and number.
    pub address: Option<String>,
    /// Its town.
    pub city: Option<String>,
    /// « 120 ».
    pub dwellings: Option<String>,
    /// The *Unité de Gestion* that runs it.
    pub unit: Option<String>,
    /// « sans représentation organisée ».
    pub representation: Option<String>,
    /// What the landlord wants to negotiate there: « Rénovation des halls (2024) ».
    pub projects: Vec<String>,
    /// The councils that are there.
    pub councils: Vec<TenderCouncilFacts>,
}

/// A council of a residence.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TenderCouncilFacts {
    /// Its name.
    pub name: String,
    /// What it is to achieve.
    pub objectives: Vec<String>,
    /// Its *charte de voisinage*: « Bien vivre aux Tilleuls, novembre 2019 ».
    pub neighbourhood_charter: Option<String>,
}

/// A stage.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TenderStageFacts {
    /// Its key in `coaching.yaml`: `choose`.
    pub id: String,
    /// « choisir les sites ».
    pub name: String,
    /// « de mars 2023 à octobre 2023 ».
    pub when: Option<String>,
    /// What was noted of it.
    pub note: Option<String>,
}

/// A module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TenderModuleFacts {
    /// Its title.
    pub title: String,
    /// « les résidents et le personnel, ensemble ».
    pub audience: Option<String>,
    /// What it is made of: Markdown of several paragraphs.
    pub content: Option<String>,
}

/// The body that steers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TenderSteeringFacts {
    /// Its name.
    pub name: String,
    /// What it is for: « les deux résidences de l'essai ».
    pub scope: Option<String>,
    /// Its members by role: « 2 résidents ».
    pub members: Vec<String>,
}
