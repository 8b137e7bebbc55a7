//! The sittings of the pilot held by a day.

use super::{Pilot, in_language, rows};
use crate::locale::{self, integer};
use crate::model::{Count, Decimal, Id, Sitting};
use crate::table::{Cell, Column, Look, Row, Table, Title, Width};
use serde::Serialize;

/// The sittings, in order of date.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sittings;

#[derive(Serialize)]
struct Object<'a> {
    sitting: &'a str,
    date: String,
    site: &'a str,
    module: &'a str,
    residents: Option<u32>,
    staff: Option<u32>,
    staff_hours: Option<f64>,
    adjusted: Option<&'a str>,
}

impl Table for Sittings {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [date, site, module, residents, staff, hours, adjusted] = in_language(
            look.language,
            ["Date", "Résidence", "Module", "Rés.", "Pers.", "Heures", "Ajusté"],
            ["Date", "Residence", "Module", "Res.", "Staff", "Hours", "Adjusted"],
        );
        vec![
            Column::text(date, Width::Fixed(10)),
            Column::text(site, Width::Share(3)),
            Column::text(module, Width::Share(4)),
            Column::figure(residents, 4),
            Column::figure(staff, 5),
            Column::figure(hours, 6),
            Column::text(adjusted, Width::Share(5)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        Some(Title { name: "sittings", text: in_language(look.language, "Séances", "Sittings") })
    }

    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, _councils: &[Id]) -> Vec<Row> {
        rows(look, |pilot| pilot.held().map(|(id, sitting)| row(pilot, id, sitting)).collect())
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![in_language(
            look.language,
            "Rés. : résidents venus ; Pers. : membres du personnel venus ; Heures : celles de tout le personnel, \
             additionnées.",
            "Res.: residents who came; Staff: staff who came; Hours: those of all staff, added up.",
        )]
    }
}

fn row(pilot: &Pilot<'_>, id: &Id, sitting: &Sitting) -> Row {
    let people = |count: Option<Count>| count.map(|count| integer(count.get(), pilot.language)).unwrap_or_default();
    let hours = sitting.staff_hours.map(|hours| locale::decimal(hours, pilot.language)).unwrap_or_default();
    let cells = vec![
        Cell::from(sitting.date.to_string()),
        Cell::from(pilot.residence(&sitting.site)),
        Cell::from(pilot.module(&sitting.module)),
        Cell::from(people(sitting.residents)),
        Cell::from(people(sitting.staff)),
        Cell::from(hours),
        Cell::from(sitting.adjusted.as_ref().map(ToString::to_string).unwrap_or_default()),
    ];
    let object = Object {
        sitting: id.as_str(),
        date: sitting.date.to_string(),
        site: &sitting.site,
        module: &sitting.module,
        residents: sitting.residents.map(Count::get),
        staff: sitting.staff.map(Count::get),
        staff_hours: sitting.staff_hours.map(Decimal::as_f64),
        adjusted: sitting.adjusted.as_deref(),
    };
    Row::new(cells, &object)
}
