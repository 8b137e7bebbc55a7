//! `<council>/council.yaml` for a new council.

use super::remark::remark;
use super::{Choice, Wording, with_schema, wording};
use crate::locale::of_the;
use crate::model::{Id, Landlord, Language, ProjectKind, Reason, Representation, Residence, WrittenFile};
use crate::record::Record;
use crate::yaml::scalar;
use serde::Serialize;
use std::collections::BTreeMap;

const WORDING: Wording = wording!("council.yaml");

/// Beyond this many, the residences of a landlord are not listed to choose from.
const MOST_RESIDENCES: usize = 20;

/// What is said of a new council. Its residences and its unit are there.
#[derive(Debug)]
pub struct NewCouncil<'a> {
    /// Its id.
    pub id: &'a Id,
    /// Its name; by default made from its residence's.
    pub name: Option<&'a str>,
    /// Its residences; by default the one of the same id.
    pub residences: &'a [String],
    /// Its unit, where it is not its residence's.
    pub unit: Option<&'a str>,
    /// Why it was created.
    pub reasons: &'a [Reason],
}

#[derive(Serialize)]
struct Facts {
    id: String,
    title: String,
    name: String,
    residences: Vec<String>,
    other_residences: Vec<Choice>,
    unit: Option<String>,
    own_unit: Option<String>,
    known_reasons: Vec<&'static str>,
    reason_marks: BTreeMap<&'static str, &'static str>,
    association: String,
    partners: Vec<Choice>,
    question: String,
}

/// The text of a new council's file.
pub fn council(record: &Record, new: &NewCouncil<'_>) -> String {
    let language = record.language();
    let landlord = record.landlord.value();
    let known = |id: &String| landlord.and_then(|landlord| landlord.residences.get(id.as_str()));
    let mut residences = new.residences.to_vec();
    if residences.is_empty() {
        residences.extend(Some(new.id.to_string()).filter(|id| known(id).is_some()));
    }
    let declared: Vec<&Residence> = residences.iter().filter_map(known).collect();
    let name = new.name.map_or_else(|| default_name(new.id, &declared, language), str::to_owned);
    let is_given = |reason: &Reason| new.reasons.contains(reason);
    let first = |ids: Option<&Id>, otherwise: &str| ids.map_or_else(|| otherwise.to_owned(), Id::to_string);
    let facts = Facts {
        id: new.id.to_string(),
        title: remark(&name),
        name: scalar(&name),
        other_residences: if residences.is_empty() { other_residences(landlord) } else { Vec::new() },
        unit: new.unit.map(str::to_owned),
        own_unit: residences.first().and_then(|id| landlord?.unit_of(id)).map(Id::to_string),
        known_reasons: reasons(&declared).into_iter().filter(|reason| !is_given(reason)).map(Reason::code).collect(),
        reason_marks: Reason::ALL.map(|reason| (reason.code(), if is_given(&reason) { "" } else { "# " })).into(),
        association: first(landlord.and_then(|landlord| landlord.associations.keys().next()), "clcv"),
        partners: landlord
            .map(|landlord| landlord.partners.iter().map(|(id, partner)| Choice::new(id, &partner.name)).collect())
            .unwrap_or_default(),
        question: first(
            landlord.and_then(|landlord| landlord.questions.keys().next()),
            match language {
                Language::French => "ensemble",
                Language::English => "overall",
            },
        ),
        residences,
    };
    with_schema(&record.store, WrittenFile::Council, &WORDING.filled(&facts, language))
}

fn default_name(id: &Id, residences: &[&Residence], language: Language) -> String {
    match (residences, language) {
        ([residence], Language::French) => format!("Conseil de Résidents {}", of_the(&residence.name, language)),
        ([residence], Language::English) => format!("Residents' Council {}", of_the(&residence.name, language)),
        (_, Language::French) => format!("Conseil de Résidents ({id})"),
        (_, Language::English) => format!("Residents' Council ({id})"),
    }
}

fn other_residences(landlord: Option<&Landlord>) -> Vec<Choice> {
    let residences = landlord.map(|landlord| &landlord.residences).filter(|known| known.len() <= MOST_RESIDENCES);
    residences.into_iter().flatten().map(|(id, residence)| Choice::new(id, &residence.name)).collect()
}

/// The reasons for a council that the landlord's file speaks of.
fn reasons(residences: &[&Residence]) -> Vec<Reason> {
    let has = |reason: &Reason| {
        residences.iter().any(|residence| {
            let plans = |kind| residence.projects.iter().any(|project| project.kind == Some(kind));
            match reason {
                Reason::NoRepresentation => residence.representation == Some(Representation::None),
                Reason::UnconstructiveRepresentation => {
                    residence.representation == Some(Representation::Unconstructive)
                }
                Reason::PlannedWorks => plans(ProjectKind::Works),
                Reason::ChangedPractice => plans(ProjectKind::Practice),
            }
        })
    };
    Reason::ALL.into_iter().filter(has).collect()
}
