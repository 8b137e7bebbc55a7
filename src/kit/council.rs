//! The council that a pack begins: its own file, an empty plan, and the first sessions, on dates so far away that nobody
//! takes them for true and nothing is late before somebody sets them.

use super::{PackedFile, free_id};
use crate::document::{Nameless, nested_text, one_line};
use crate::locale::piloting;
use crate::model::{Audience, Coaching, Date, Id, Language, Module, ModuleState, SessionId, Verdict};
use crate::record::{CouncilRecord, Record};
use crate::scaffold::{self, NewCouncil, Preset, PresetPoint};
use crate::store::Layout;
use std::fmt::Write as _;

/// The day of the first session.
const FIRST_DAY: &str = "2099-01-01";

/// How many days lie between two sessions.
const BETWEEN: i64 = 28;

/// A council that is begun.
#[derive(Debug)]
pub(super) struct Begun {
    /// Its id.
    pub id: Id,
    /// Its files, as a council of the record.
    pub council: CouncilRecord,
    /// Its sessions, each with what it is for.
    pub sessions: Vec<(SessionId, String)>,
    /// The first of them.
    pub first_session: SessionId,
    /// The files of its folder.
    pub files: Vec<PackedFile>,
}

impl Begun {
    /// Begins a council after what a record's pilot taught, which the guide of this name tells; nothing where that cannot be
    /// read.
    pub fn of(record: &Record, nameless: &Nameless, guide: &str) -> Option<Self> {
        let language = record.language();
        let file = record.coaching()?;
        let coaching = file.value()?;
        let id = free_id(record, language)?;
        let paths = Layout::council(id.as_str());
        let name = Some(language.pack_council_name());
        let new = NewCouncil { id: &id, name, residences: &[], unit: None, reasons: &[] };
        let text = scaffold::council(record, &new);
        let council = record.council(&id).with(&paths.council, text.as_bytes());
        let first_day: Date = FIRST_DAY.parse().ok()?;
        let told = Told { coaching, nameless, language };
        let mut files = vec![
            PackedFile::new(paths.council.clone(), text),
            PackedFile::new(paths.plan.clone(), scaffold::plan(record)),
        ];
        let mut sessions = Vec::new();
        for (preset, day) in told.sessions().into_iter().zip((0..).map(|place| first_day.plus_days(place * BETWEEN))) {
            let session = SessionId { date: day, rank: 1 };
            let guide = format!("{guide} {}", language.pack_of());
            let preset = Preset { remarks: language.pack_remarks(&guide, &session.to_string()), ..preset };
            sessions.push((session, preset.purpose.clone().unwrap_or_default()));
            let text = scaffold::session_with(record, &council, session, &preset);
            files.push(PackedFile::new(paths.session(session), text));
        }
        let first_session = sessions.first()?.0;
        Some(Self { id, council, sessions, first_session, files })
    }
}

/// What the pilot taught, as the first sessions of a council tell it.
struct Told<'a> {
    coaching: &'a Coaching,
    nameless: &'a Nameless,
    language: Language,
}

impl Told<'_> {
    /// A shared diagnosis, each module for residents, then a shared plan.
    fn sessions(&self) -> Vec<Preset> {
        let language = self.language;
        let point = |title: &str| PresetPoint { title: title.to_owned(), discussion: None };
        let mut sessions = vec![Preset {
            kind: Some("diagnosis"),
            purpose: Some(language.pack_diagnosis().to_owned()),
            points: vec![PresetPoint {
                title: language.pack_coaching_point().to_owned(),
                discussion: Some(self.coaching_on_offer()),
            }],
            ..Preset::default()
        }];
        let kept = self.coaching.modules_in(ModuleState::Kept);
        let for_residents = kept.into_iter().filter(|(_, module)| *module.audience != [Audience::Staff]);
        sessions.extend(for_residents.map(|(id, module)| {
            let title = self.said(&module.title);
            Preset {
                kind: Some("other"),
                purpose: Some(language.pack_module_purpose(&title)),
                points: vec![PresetPoint { discussion: self.module(id, module), title }],
                ..Preset::default()
            }
        }));
        sessions.push(Preset {
            kind: Some("follow-up"),
            purpose: Some(language.pack_plan().to_owned()),
            points: language.pack_plan_points().map(point).into(),
            ..Preset::default()
        });
        sessions
    }

    fn said(&self, text: &str) -> String {
        one_line(&self.nameless.text(text))
    }

    fn coaching_on_offer(&self) -> String {
        let goal = self.said(&self.coaching.goal);
        let mut text = self.language.pack_goal(goal.trim_end_matches('.'));
        let kept = self.coaching.modules_in(ModuleState::Kept);
        if !kept.is_empty() {
            let _ = write!(text, "\n\n{}\n", self.language.pack_modules());
        }
        for (_, module) in kept {
            let audience = piloting::audience(&module.audience, self.language);
            let _ = write!(text, "\n- {}", self.language.pack_module(&self.said(&module.title), audience));
        }
        text
    }

    /// What a module is made of, and what experience changed of it.
    fn module(&self, id: &Id, module: &Module) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(module.content.as_deref().map(|content| nested_text(&self.nameless.text(content), 4)));
        let sittings = self.coaching.sittings_of(id.as_str());
        let adjusted = sittings.iter().filter_map(|(_, sitting)| sitting.adjusted.as_deref());
        let lessons = self.coaching.lessons_of(id.as_str()).filter(|(_, lesson)| lesson.verdict == Verdict::Change);
        let changes = adjusted.chain(lessons.map(|(_, lesson)| lesson.text.as_str()));
        let changes: Vec<String> = changes.map(|change| format!("- {}", self.said(change))).collect();
        if !changes.is_empty() {
            parts.push(format!("{}\n\n{}", self.language.pack_changes(), changes.join("\n")));
        }
        (!parts.is_empty()).then(|| parts.join("\n\n"))
    }
}
