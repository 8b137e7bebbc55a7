//! The stages of the pilot against their dates.

use super::{in_language, rows};
use crate::locale::{self, counted, piloting};
use crate::model::{Date, Id, Language, Stage, StageName, StageStatus, Text};
use crate::table::{Cell, Column, Look, Row, Table, Title, Tone, Width};
use serde::Serialize;

/// The four stages.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stages;

#[derive(Serialize)]
struct Object<'a> {
    stage: &'static str,
    from: Option<String>,
    to: Option<String>,
    status: Option<&'static str>,
    late: bool,
    days_late: Option<i64>,
    note: Option<&'a str>,
}

impl Table for Stages {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [stage, when, status, late, note] = in_language(
            look.language,
            ["Étape", "Prévue", "État", "Retard", "Remarque"],
            ["Stage", "Planned", "State", "Late", "Remark"],
        );
        vec![
            Column::text(stage, Width::Fixed(16)),
            Column::text(when, Width::Share(3)),
            Column::text(status, Width::Fixed(12)),
            Column::text(late, Width::Fixed(10)),
            Column::text(note, Width::Share(4)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        Some(Title { name: "stages", text: in_language(look.language, "Étapes", "Stages") })
    }

    fn passes(&self, _look: &Look<'_>) -> usize {
        0
    }

    fn closing(&self, look: &Look<'_>, _councils: &[Id]) -> Vec<Row> {
        rows(look, |pilot| {
            let row = |name| row(name, pilot.coaching.stage(name), pilot.day, pilot.language);
            StageName::ALL.into_iter().map(row).collect()
        })
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![in_language(
            look.language,
            "L'état est celui que dit coaching.yaml. En retard : l'étape devait être finie, ou commencée, et ne l'est pas.",
            "The state is the one that coaching.yaml says. Late: the stage should be done, or begun, and is not.",
        )]
    }
}

fn row(name: StageName, stage: Option<&Stage>, day: Date, language: Language) -> Row {
    let status = stage.and_then(|stage| stage.status);
    let days_late = stage.and_then(|stage| stage.days_late_on(day));
    let span = stage.and_then(|stage| locale::span(stage.from, stage.to, language));
    let unknown = in_language(language, "non daté", "not dated");
    let said = status
        .map_or(in_language(language, "non noté", "not recorded"), |status| piloting::stage_status(status, language));
    let late = days_late.map(|days| {
        counted(days, in_language(language, "jour", "day"), in_language(language, "jours", "days"), language)
    });
    let note = stage.and_then(|stage| stage.note.as_ref());
    let tone = if status == Some(StageStatus::Done) { Tone::Good } else { Tone::Plain };
    let cells = vec![
        Cell::from(piloting::stage(name, language)),
        Cell::from(span.unwrap_or_else(|| unknown.to_owned())),
        Cell::toned(said, tone),
        Cell::toned(late.unwrap_or_default(), Tone::Bad),
        Cell::from(note.map(ToString::to_string).unwrap_or_default()),
    ];
    let object = Object {
        stage: name.key(),
        from: stage.and_then(|stage| stage.from).map(|from| from.to_string()),
        to: stage.and_then(|stage| stage.to).map(|to| to.to_string()),
        status: status.map(StageStatus::code),
        late: days_late.is_some(),
        days_late,
        note: note.map(Text::as_str),
    };
    Row::new(cells, &object)
}
