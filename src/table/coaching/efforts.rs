//! What the sittings of the pilot came to, by site and by module.

use super::{in_language, rows};
use crate::locale::{self, integer};
use crate::model::{Effort, Id, Language, Sitting, Sum};
use crate::table::{Cell, Column, Look, Row, Table, Title, Width};
use serde::Serialize;

/// The sums of the sittings.
#[derive(Debug, Clone, Copy, Default)]
pub struct Efforts;

#[derive(Serialize)]
struct Object<'a> {
    by: &'static str,
    id: Option<&'a str>,
    sittings: usize,
    residents: Option<u64>,
    residents_known: usize,
    staff: Option<u64>,
    staff_known: usize,
    staff_hours: Option<f64>,
    staff_hours_known: usize,
}

impl Table for Efforts {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [by, name, sittings, residents, staff, hours] = in_language(
            look.language,
            ["Par", "", "Séances", "Résidents", "Personnel", "Heures"],
            ["By", "", "Sittings", "Residents", "Staff", "Hours"],
        );
        vec![
            Column::text(by, Width::Fixed(9)),
            Column::text(name, Width::Share(1)),
            Column::figure(sittings, 8),
            Column::figure(residents, 9),
            Column::figure(staff, 9),
            Column::figure(hours, 8),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        Some(Title { name: "efforts", text: in_language(look.language, "Sommes des séances", "Sums of the sittings") })
    }

    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, _councils: &[Id]) -> Vec<Row> {
        rows(look, |pilot| {
            let held: Vec<&Sitting> = pilot.held().map(|(_, sitting)| sitting).collect();
            if held.is_empty() {
                return Vec::new();
            }
            let distinct = |of: Key| {
                let mut ids: Vec<&str> = Vec::new();
                for id in held.iter().map(|sitting| of(sitting)) {
                    if !ids.contains(&id) {
                        ids.push(id);
                    }
                }
                ids
            };
            let sum = |of: Key, id: &str| Effort::of(held.iter().copied().filter(|sitting| of(sitting) == id));
            let (site, module): (Key, Key) = (|sitting| &sitting.site, |sitting| &sitting.module);
            let mut rows = Vec::new();
            for id in distinct(site) {
                rows.push(row(By::Site, Some(id), &pilot.residence(id), sum(site, id), pilot.language));
            }
            for id in distinct(module) {
                rows.push(row(By::Module, Some(id), &pilot.module(id), sum(module, id), pilot.language));
            }
            rows.push(row(By::Total, None, "", Effort::of(held.iter().copied()), pilot.language));
            rows
        })
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![in_language(
            look.language,
            "Une personne venue deux fois compte deux fois. « ≥ » : une séance au moins n'a pas ce nombre.",
            "Somebody who came twice counts twice. \"≥\": a sitting at least does not say that number.",
        )]
    }
}

/// What sittings are grouped by.
type Key = fn(&Sitting) -> &str;

/// What a sum is of.
#[derive(Debug, Clone, Copy)]
enum By {
    Site,
    Module,
    Total,
}

impl By {
    fn code(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Module => "module",
            Self::Total => "total",
        }
    }

    fn words(self, language: Language) -> &'static str {
        match self {
            Self::Site => in_language(language, "résidence", "residence"),
            Self::Module => "module",
            Self::Total => in_language(language, "ensemble", "together"),
        }
    }
}

fn row(by: By, id: Option<&str>, name: &str, effort: Effort, language: Language) -> Row {
    let told = |sum: Sum| match (sum.known, sum.known == effort.sittings) {
        (0, _) => "?".to_owned(),
        (_, true) => locale::decimal(sum.total, language),
        (_, false) => format!("≥ {}", locale::decimal(sum.total, language)),
    };
    // People are whole.
    let people = |sum: Sum| sum.total.to_string().parse().ok().filter(|_| sum.known > 0);
    let cells = vec![
        Cell::from(by.words(language)),
        Cell::from(name),
        Cell::from(integer(effort.sittings, language)),
        Cell::from(told(effort.residents)),
        Cell::from(told(effort.staff)),
        Cell::from(told(effort.hours)),
    ];
    let object = Object {
        by: by.code(),
        id,
        sittings: effort.sittings,
        residents: people(effort.residents),
        residents_known: effort.residents.known,
        staff: people(effort.staff),
        staff_known: effort.staff.known,
        staff_hours: (effort.hours.known > 0).then(|| effort.hours.total.as_f64()),
        staff_hours_known: effort.hours.known,
    };
    Row::new(cells, &object)
}
