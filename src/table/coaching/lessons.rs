//! What the pilot taught.

use super::{Pilot, in_language, rows};
use crate::locale::piloting;
use crate::model::{Id, Lesson, Verdict};
use crate::table::{Cell, Column, Look, Row, Table, Title, Width};
use serde::Serialize;

/// The lessons, in the order of the file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lessons;

#[derive(Serialize)]
struct Object<'a> {
    lesson: &'a str,
    text: &'a str,
    verdict: &'static str,
    site: Option<&'a str>,
    module: Option<&'a str>,
}

impl Table for Lessons {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [lesson, verdict, module, site] = in_language(
            look.language,
            ["Leçon", "Suite", "Module", "Résidence"],
            ["Lesson", "Verdict", "Module", "Residence"],
        );
        vec![
            Column::text(lesson, Width::Share(6)),
            Column::text(verdict, Width::Fixed(9)),
            Column::text(module, Width::Share(4)),
            Column::text(site, Width::Share(3)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        Some(Title { name: "lessons", text: in_language(look.language, "Leçons", "Lessons") })
    }

    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, _councils: &[Id]) -> Vec<Row> {
        rows(look, |pilot| pilot.coaching.lessons.iter().map(|(id, lesson)| row(pilot, id, lesson)).collect())
    }
}

fn row(pilot: &Pilot<'_>, id: &Id, lesson: &Lesson) -> Row {
    let cells = vec![
        Cell::from(lesson.text.to_string()),
        Cell::from(piloting::verdict(lesson.verdict, pilot.language)),
        Cell::from(lesson.module.as_deref().map(|module| pilot.module(module)).unwrap_or_default()),
        Cell::from(lesson.site.as_deref().map(|site| pilot.residence(site)).unwrap_or_default()),
    ];
    let object = Object {
        lesson: id.as_str(),
        text: &lesson.text,
        verdict: Verdict::code(lesson.verdict),
        site: lesson.site.as_deref(),
        module: lesson.module.as_deref(),
    };
    Row::new(cells, &object)
}
