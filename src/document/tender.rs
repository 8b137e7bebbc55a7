//! The tender: the *cahier des charges de la consultation*, by which a landlord looks for a coach.

use super::facts::{
    ContactFacts, LandlordFacts, TenderCouncilFacts, TenderFacts, TenderModuleFacts, TenderResidenceFacts,
    TenderStageFacts, TenderSteeringFacts,
};
use super::markdown::{line, nested};
use super::people::{by_role, public_contact};
use super::template::{DocumentError, Template};
use crate::locale::{self, in_period, integer, period, piloting};
use crate::model::{Coaching, Date, Id, Landlord, Language, Project, StageName, StageStatus, Text};
use crate::record::Record;

/// Writes the *cahier des charges* in Markdown, as of a day; without `coaching.yaml`, one that is to be filled in. The same
/// record gives the same bytes on every machine.
///
/// # Errors
/// When a file it is made of could not be read, or the template is wrong.
pub fn tender(record: &Record, day: Date, template: &Template) -> Result<String, DocumentError> {
    let facts = facts(record, day, template.language).ok_or(DocumentError::Unreadable)?;
    Ok(template.render(&facts)?)
}

fn facts(record: &Record, day: Date, language: Language) -> Option<TenderFacts> {
    let landlord = record.landlord.value()?;
    let file = record.coaching();
    let coaching = match &file {
        Some(file) => Some(file.value()?),
        None => None,
    };
    let wanted = coaching.and_then(|coaching| coaching.tender.as_ref());
    let lines = |texts: &[Text]| texts.iter().map(|text| line(text)).collect::<Vec<_>>();
    let bodies = bodies(record, day, language);
    let residence = |id: &str| residence(landlord, &bodies, (id, day), language);
    Some(TenderFacts {
        language: language.code().to_owned(),
        landlord: LandlordFacts { name: line(&landlord.name), group: landlord.group.as_deref().map(line) },
        contact: contact(landlord),
        goal: coaching.map(|coaching| line(coaching.goal.trim_end_matches(['.', ' ']))),
        context: wanted.and_then(|tender| tender.context.as_deref()).map(|context| nested(context, 3)),
        expectations: wanted.map(|tender| lines(&tender.expectations)).unwrap_or_default(),
        criteria: wanted.map(|tender| lines(&tender.criteria)).unwrap_or_default(),
        start_wanted: wanted.and_then(|tender| tender.start_wanted).map(|when| in_period(when, language)),
        sites: coaching.into_iter().flat_map(|coaching| coaching.sites.iter()).map(|id| residence(id)).collect(),
        candidates: coaching
            .into_iter()
            .flat_map(|coaching| coaching.candidates.keys())
            .map(|id| residence(id))
            .collect(),
        stages: StageName::ALL.into_iter().map(|name| stage(coaching, name, language)).collect(),
        modules: coaching
            .into_iter()
            .flat_map(|coaching| coaching.modules.values())
            .map(|module| TenderModuleFacts {
                title: line(&module.title),
                audience: piloting::audience(&module.audience, language).map(str::to_owned),
                content: module.content.as_deref().map(|content| nested(content, 4)),
            })
            .collect(),
        steering: coaching
            .and_then(|coaching| coaching.steering.as_deref())
            .and_then(|id| steering(record, (id, day), language)),
    })
}

/// A council of residents, with the residences it is for.
struct Body {
    residences: Vec<Text>,
    facts: TenderCouncilFacts,
}

/// The councils of residents that have not ended by a day.
fn bodies(record: &Record, day: Date, language: Language) -> Vec<Body> {
    let councils = record.root().councils.iter().filter_map(|id| record.council_of(id.as_str()));
    let of_residents = councils.filter_map(|file| {
        let council = file.value()?;
        let is_open = !council.is_closed_on(day) && council.kind().is_of_residents();
        let charter = council.neighbourhood_charter.as_ref().map(|charter| {
            let title = charter.title.as_deref().map(line);
            let date = charter.date.map(|date| period(date, language));
            title.into_iter().chain(date).collect::<Vec<_>>().join(", ")
        });
        is_open.then(|| Body {
            residences: council.residence.to_vec(),
            facts: TenderCouncilFacts {
                name: line(&council.name),
                objectives: council.objectives.iter().map(|objective| line(objective)).collect(),
                neighbourhood_charter: charter.filter(|charter| !charter.is_empty()),
            },
        })
    });
    of_residents.collect()
}

fn residence(
    landlord: &Landlord,
    bodies: &[Body],
    (id, day): (&str, Date),
    language: Language,
) -> TenderResidenceFacts {
    // What was to be done by then is no more to be negotiated.
    let is_to_come = |project: &&Project| project.planned.is_none_or(|planned| planned.last() >= day);
    let known = landlord.residences.get(id);
    let unit = landlord.unit_of(id).and_then(|unit| landlord.units.get(unit.as_str()));
    let is_there = |body: &&Body| body.residences.iter().any(|residence| residence.as_str() == id);
    TenderResidenceFacts {
        name: known.map_or_else(|| id.to_owned(), |residence| line(&residence.name)),
        address: known.and_then(|residence| residence.address.as_deref()).map(line),
        city: known.and_then(|residence| residence.city.as_deref()).map(line),
        dwellings: known.and_then(|residence| residence.dwellings).map(|count| integer(count.get(), language)),
        unit: unit.map(|unit| line(&unit.name)),
        representation: known
            .and_then(|residence| residence.representation)
            .map(|kind| piloting::representation(kind, language).to_owned()),
        projects: known
            .into_iter()
            .flat_map(|residence| residence.projects.iter())
            .filter(is_to_come)
            .map(|project| self::project(project, language))
            .collect(),
        councils: bodies.iter().filter(is_there).map(|body| body.facts.clone()).collect(),
    }
}

/// « Rénovation des halls (2024) ».
fn project(project: &Project, language: Language) -> String {
    let text = line(&project.text);
    project.planned.map_or(text.clone(), |when| format!("{text} ({})", period(when, language)))
}

fn stage(coaching: Option<&Coaching>, name: StageName, language: Language) -> TenderStageFacts {
    let stage = coaching.and_then(|coaching| coaching.stage(name));
    // What came of a stage is no offer's business.
    let to_come = stage.filter(|stage| stage.status != Some(StageStatus::Done));
    TenderStageFacts {
        id: name.key().to_owned(),
        name: piloting::stage(name, language).to_owned(),
        when: stage.and_then(|stage| locale::span(stage.from, stage.to, language)),
        note: to_come.and_then(|stage| stage.note.as_deref()).map(line),
    }
}

fn steering(record: &Record, (id, day): (&str, Date), language: Language) -> Option<TenderSteeringFacts> {
    Id::new(id)?;
    let file = record.council_of(id)?;
    let council = file.value()?;
    Some(TenderSteeringFacts {
        name: line(&council.name),
        scope: council.scope.as_deref().map(line),
        members: by_role(council, Some(day), language),
    })
}

fn contact(landlord: &Landlord) -> Option<ContactFacts> {
    landlord.contact.as_ref().and_then(|contact| public_contact(&landlord.name, contact))
}
