//! `eligibility`: the residences against the three criteria for a council, the councils that are there, and what is
//! missing to decide. Made of `landlord.yaml` and of each `council.yaml`.

use super::{Cell, Column, Look, Row, Table, Tone, Width, listed};
use crate::locale::{self, eligibility as words};
use crate::model::{Council, Eligibility, Id, Language, Project, Reason, Representation, Residence, Text};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Which residences could have a council on a day.
#[derive(Debug, Clone, Copy, Default)]
pub struct EligibilityTable;

#[derive(Serialize)]
struct Object<'a> {
    residence: &'a str,
    name: &'a str,
    representation: Option<&'static str>,
    no_representation: Option<bool>,
    unconstructive: Option<bool>,
    to_negotiate: bool,
    projects: Vec<ProjectObject<'a>>,
    councils: Vec<CouncilObject<'a>>,
    verdict: &'static str,
    missing: Vec<&'static str>,
}

#[derive(Serialize)]
struct ProjectObject<'a> {
    text: &'a str,
    kind: Option<&'static str>,
    planned: Option<String>,
    over: bool,
}

#[derive(Serialize)]
struct CouncilObject<'a> {
    council: &'a str,
    open: bool,
    reasons: Vec<&'static str>,
    closed: Option<String>,
    closed_reason: Option<&'a str>,
}

/// A council of the residents of some residences.
struct Body {
    id: Id,
    council: Council,
}

impl Table for EligibilityTable {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [residence, criteria, councils, verdict, missing] = match look.language {
            Language::French => ["Résidence", "Critères", "Conseil", "Verdict", "Manque"],
            Language::English => ["Residence", "Criteria", "Council", "Verdict", "Missing"],
        };
        vec![
            Column::text(residence, Width::Share(5)),
            Column::text(criteria, Width::Share(9)),
            Column::text(councils, Width::Share(8)),
            Column::text(verdict, Width::Fixed(11)),
            Column::text(missing, Width::Fixed(16)),
        ]
    }

    /// The rows are of residences: councils are looked at together.
    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let Some(landlord) = look.record.landlord.value() else { return Vec::new() };
        let bodies: Vec<Body> = councils.iter().filter_map(|id| body(look, id)).collect();
        let mut of: BTreeMap<&str, Vec<&Body>> = BTreeMap::new();
        for body in &bodies {
            let residences: BTreeSet<&str> = body.council.residence.iter().map(Text::as_str).collect();
            for residence in residences {
                of.entry(residence).or_default().push(body);
            }
        }
        let of = |id: &Id| of.get(id.as_str()).map(Vec::as_slice).unwrap_or_default();
        landlord.residences.iter().map(|(id, residence)| row(look, id, residence, of(id))).collect()
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        match look.language {
            Language::French => vec![
                "Critères : pas de représentation organisée, une représentation qui ne paraît pas constructive, ou des \
                 travaux ou des changements de gestion à négocier. Un projet dont la date est passée ne compte plus.",
                "Manque : ce qui n'est pas rempli dans landlord.yaml, sous la résidence (representation, projects). « À instruire » : c'est trop peu \
                 pour décider, ou un conseil y a pris fin, et il faut savoir pourquoi.",
            ],
            Language::English => vec![
                "Criteria: no organised representation, one that does not seem constructive, or works or changes of \
                 practice to negotiate. A project whose date is past no longer counts.",
                "Missing: what is not filled in in landlord.yaml, below the residence (representation, projects). \"To examine\": that is too little to \
                 decide, or a council has ended there, and somebody should know why.",
            ],
        }
    }
}

/// A council of residents that was there on the day.
fn body(look: &Look<'_>, id: &Id) -> Option<Body> {
    let file = look.record.council_of(id.as_str())?;
    let council = file.value()?.clone();
    (council.is_created_by(look.as_of) && council.kind().is_of_residents()).then(|| Body { id: id.clone(), council })
}

fn row(look: &Look<'_>, id: &Id, residence: &Residence, bodies: &[&Body]) -> Row {
    let (day, language) = (look.as_of, look.language);
    let has_open = bodies.iter().any(|body| !body.council.is_closed_on(day));
    let verdict = residence.eligibility(day, has_open, !bodies.is_empty() && !has_open);
    let missing = missing(look, residence, verdict);
    let mut criteria = vec![words::representation(residence.representation, language).to_owned()];
    criteria.extend(residence.to_negotiate(day).map(|project| told(project, language)));
    let tone = match verdict {
        Eligibility::Eligible => Tone::Good,
        Eligibility::ToExamine => Tone::Bad,
        Eligibility::HasCouncil | Eligibility::Outside => Tone::Plain,
    };
    let cells = vec![
        Cell::from(residence.name.to_string()),
        Cell::from(listed(&criteria, language)),
        Cell::from(listed(&bodies.iter().map(|body| body.told(look)).collect::<Vec<_>>(), language)),
        Cell::toned(words::verdict(verdict, language), tone),
        Cell::from(listed(&missing.iter().map(|what| what.words(language).to_owned()).collect::<Vec<_>>(), language)),
    ];
    let is = |wanted: Representation| residence.representation.map(|known| known == wanted);
    let object = Object {
        residence: id.as_str(),
        name: &residence.name,
        representation: residence.representation.map(Representation::code),
        no_representation: is(Representation::None),
        unconstructive: is(Representation::Unconstructive),
        to_negotiate: residence.to_negotiate(day).next().is_some(),
        projects: residence
            .projects
            .iter()
            .map(|project| ProjectObject {
                text: &project.text,
                kind: project.kind.map(crate::model::ProjectKind::code),
                planned: project.planned.map(|planned| planned.to_string()),
                over: project.is_over_on(day),
            })
            .collect(),
        councils: bodies.iter().map(|body| body.object(look)).collect(),
        verdict: verdict.code(),
        missing: missing.into_iter().map(Missing::key).collect(),
    };
    Row::new(cells, &object)
}

/// What is missing to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missing {
    /// The key of that name below the residence is silent.
    Representation,
    /// So is this one.
    Projects,
    /// A council has ended there: whether to begin again.
    Decision,
}

impl Missing {
    fn key(self) -> &'static str {
        match self {
            Self::Representation => "representation",
            Self::Projects => "projects",
            Self::Decision => "decision",
        }
    }

    fn words(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Representation, Language::French) => "représentation",
            (Self::Representation, Language::English) => "representation",
            (Self::Projects, Language::French) => "projets",
            (Self::Projects, Language::English) => "projects",
            (Self::Decision, Language::French) => "décision de recommencer",
            (Self::Decision, Language::English) => "decision to begin again",
        }
    }
}

/// What would have to be filled in, or decided.
fn missing(look: &Look<'_>, residence: &Residence, verdict: Eligibility) -> Vec<Missing> {
    let representation = residence.representation.is_none().then_some(Missing::Representation);
    let projects = residence.to_negotiate(look.as_of).next().is_none().then_some(Missing::Projects);
    match verdict {
        Eligibility::Eligible | Eligibility::HasCouncil => Vec::new(),
        // A new project would be a reason.
        Eligibility::Outside => projects.into_iter().collect(),
        // Where one has ended, a criterion is met already.
        Eligibility::ToExamine => match representation {
            Some(silent) => std::iter::once(silent).chain(projects).collect(),
            None => vec![Missing::Decision],
        },
    }
}

/// « travaux : Rénovation des halls (2024) ».
fn told(project: &Project, language: Language) -> String {
    let kind = words::project_kind(project.kind, language);
    let when = project.planned.map(|when| format!(" ({})", locale::period(when, language))).unwrap_or_default();
    match language {
        Language::French => format!("{kind} : {}{when}", project.text),
        Language::English => format!("{kind}: {}{when}", project.text),
    }
}

impl Body {
    /// Its id, whether it is open, and why it was created, or why it ended.
    fn told(&self, look: &Look<'_>) -> String {
        let language = look.language;
        let reasons: Vec<&str> = self.council.reasons.iter().map(|reason| words::reason(*reason, language)).collect();
        let closed = self.council.closed.as_ref().filter(|_| self.council.is_closed_on(look.as_of));
        let state = match (closed, language) {
            (None, Language::French) => "ouvert".to_owned(),
            (None, Language::English) => "open".to_owned(),
            (Some(closure), _) => {
                let word = match language {
                    Language::French => "fermé",
                    Language::English => "closed",
                };
                let when = closure.date.map(|date| locale::in_period(date, language));
                let parts = std::iter::once(word.to_owned()).chain(when).collect::<Vec<_>>().join(" ");
                closure.reason.as_ref().map_or(parts.clone(), |reason| match language {
                    Language::French => format!("{parts} : {reason}"),
                    Language::English => format!("{parts}: {reason}"),
                })
            }
        };
        let reasons = if reasons.is_empty() { String::new() } else { format!(" ({})", reasons.join(", ")) };
        format!("{}{reasons}, {state}", self.id)
    }

    fn object(&self, look: &Look<'_>) -> CouncilObject<'_> {
        let closed = self.council.closed.as_ref().filter(|_| self.council.is_closed_on(look.as_of));
        CouncilObject {
            council: self.id.as_str(),
            open: closed.is_none(),
            reasons: self.council.reasons.iter().map(|reason| Reason::code(*reason)).collect(),
            closed: closed.and_then(|closure| closure.date).map(|date| date.to_string()),
            closed_reason: closed.and_then(|closure| closure.reason.as_deref()),
        }
    }
}
