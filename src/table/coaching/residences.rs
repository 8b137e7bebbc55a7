//! The residences considered for the pilot, and those chosen.

use super::{Pilot, in_language, rows};
use crate::locale::piloting;
use crate::model::{Id, Level, Text};
use crate::table::{Cell, Column, Look, Row, Table, Title, Width};
use serde::Serialize;

/// The candidates and the sites.
#[derive(Debug, Clone, Copy, Default)]
pub struct Residences;

#[derive(Serialize)]
struct Object<'a> {
    residence: &'a str,
    team_motivation: Option<&'static str>,
    chosen: bool,
    note: Option<&'a str>,
}

impl Table for Residences {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [residence, motivation, chosen, note] = in_language(
            look.language,
            ["Résidence", "Motivation de l'équipe", "Retenue", "Remarque"],
            ["Residence", "Team's motivation", "Chosen", "Remark"],
        );
        vec![
            Column::text(residence, Width::Share(3)),
            Column::text(motivation, Width::Share(3)),
            Column::text(chosen, Width::Fixed(7)),
            Column::text(note, Width::Share(5)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        Some(Title { name: "residences", text: in_language(look.language, "Résidences", "Residences") })
    }

    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, _councils: &[Id]) -> Vec<Row> {
        rows(look, |pilot| {
            let coaching = pilot.coaching;
            let candidates = coaching.candidates.keys().map(String::as_str);
            let others = coaching.sites.iter().map(Text::as_str);
            let others = others.filter(|site| !coaching.candidates.contains_key(*site));
            candidates.chain(others).map(|id| row(pilot, id)).collect()
        })
    }
}

fn row(pilot: &Pilot<'_>, id: &str) -> Row {
    let candidate = pilot.coaching.candidates.get(id);
    let motivation = candidate.and_then(|candidate| candidate.team_motivation);
    let chosen = pilot.coaching.sites.iter().any(|site| site.as_str() == id);
    let note = candidate.and_then(|candidate| candidate.note.as_ref());
    let yes = in_language(pilot.language, ["oui", "non"], ["yes", "no"]);
    let cells = vec![
        Cell::from(pilot.residence(id)),
        Cell::from(motivation.map_or("", |level| piloting::level(level, pilot.language))),
        Cell::from(yes[usize::from(!chosen)]),
        Cell::from(note.map(ToString::to_string).unwrap_or_default()),
    ];
    let object =
        Object { residence: id, team_motivation: motivation.map(Level::code), chosen, note: note.map(Text::as_str) };
    Row::new(cells, &object)
}
