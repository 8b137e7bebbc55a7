//! The axes of each council, action by action: how far each is, and what it cost.

use super::chain::{Chains, Stage, Step};
use super::{amount, say};
use crate::document::one_line;
use crate::locale;
use crate::model::{Language, Status};
use crate::record::CouncilRecord;
use crate::table::actions::state_cell;
use crate::table::{Cell, Column, Look, Row, Table, Title, Width};
use serde::Serialize;

/// The actions of each axis.
#[derive(Debug, Clone, Copy, Default)]
pub struct Axes;

#[derive(Serialize)]
struct Object<'a> {
    council: &'a str,
    axis: Option<&'a str>,
    theme: Option<&'a str>,
    action: Option<&'a str>,
    status: Option<&'static str>,
    days_late: Option<i64>,
    euros: Option<f64>,
}

impl Table for Axes {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [axis, action, state, cost] = match look.language {
            Language::French => ["Axe", "Action", "État", "Coût compté"],
            Language::English => ["Axis", "Action", "State", "Cost counted"],
        };
        look.with_council_column(vec![
            Column::text(axis, Width::Share(2)),
            Column::text(action, Width::Share(3)),
            Column::text(state, Width::Fixed(14)),
            Column::figure(cost, 12),
        ])
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        Some(Title {
            name: "axes",
            text: say(look.language, "Les axes, action par action", "The axes, action by action"),
        })
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let Some(chains) = Chains::of(look.record, files, look.as_of) else { return Vec::new() };
        let mut rows = Vec::new();
        for (id, axis) in chains.axes() {
            let of_axis =
                Of { look, files, axis: Some(id), theme: axis.theme.as_deref(), title: one_line(&axis.title) };
            rows.extend(of_axis.rows(chains.steps(Some(id))));
        }
        let title = say(look.language, "(sans axe)", "(no axis)").to_owned();
        let without = chains.steps(None);
        if !without.is_empty() {
            rows.extend(Of { look, files, axis: None, theme: None, title }.rows(without));
        }
        rows
    }

    fn is_of_all(&self) -> bool {
        true
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![say(
            look.language,
            "Coût compté\u{a0}: le montant facturé, sinon l'engagé, connu ce jour-là. L'action d'une autre instance est comptée \
             chez elle.",
            "Cost counted: what was invoiced, else committed, as known on that day. Another body's action is counted there.",
        )]
    }
}

/// An axis of a council.
struct Of<'a> {
    look: &'a Look<'a>,
    files: &'a CouncilRecord,
    axis: Option<&'a str>,
    theme: Option<&'a str>,
    title: String,
}

impl Of<'_> {
    fn rows(&self, steps: &[Step]) -> Vec<Row> {
        if steps.is_empty() {
            return vec![self.row(0, None)];
        }
        steps.iter().enumerate().map(|(place, step)| self.row(place, Some(step))).collect()
    }

    fn row(&self, place: usize, step: Option<&Step>) -> Row {
        let language = self.look.language;
        let none = say(language, "aucune action", "no action");
        let state = step.map(|step| state_cell(step.status, step.days_late, language)).unwrap_or_default();
        let cost = step.map(|step| locale::euros(step.euros, language)).unwrap_or_default();
        let cells = vec![
            Cell::from(if place == 0 { self.title.clone() } else { String::new() }),
            Cell::from(step.map_or(none, |step| step.title.as_str())),
            state,
            Cell::from(cost),
        ];
        let object = Object {
            council: self.files.id.as_str(),
            axis: self.axis,
            theme: self.theme,
            action: step.map(|step| step.id.as_str()),
            status: step.map(|step| Status::key(step.status)),
            days_late: step.filter(|step| step.stage() == Stage::Late).and_then(|step| step.days_late),
            euros: step.map(|step| amount(step.euros)),
        };
        Row::new(self.look.with_council_cell(self.files, cells), &object)
    }
}
