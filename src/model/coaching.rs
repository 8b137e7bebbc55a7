//! `coaching.yaml`: the coaching pilot, from the choice of its sites to what it taught.

use super::count::Count;
use super::date::Date;
use super::entries::Entries;
use super::id::Id;
use super::list::List;
use super::period::Period;
use super::text::Text;
use schemars::JsonSchema;
use serde::Deserialize;

/// The coaching pilot.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coaching {
    /// What it is to achieve.
    pub goal: Text,
    /// The residences considered, by id.
    #[serde(default)]
    pub candidates: Entries<Candidate, String>,
    /// The residences chosen: two or three once stage `choose` is done.
    #[serde(default)]
    pub sites: List<Text>,
    /// The council that steers it.
    pub steering: Option<Text>,
    /// The four stages.
    pub stages: Option<Stages>,
    /// What is taught.
    #[serde(default)]
    pub modules: Entries<Module>,
    /// The sittings held.
    #[serde(default)]
    pub sittings: Entries<Sitting>,
    /// What was learnt.
    #[serde(default)]
    pub lessons: Entries<Lesson>,
    /// The *cahier des charges de la consultation*.
    pub tender: Option<Tender>,
}

/// How a module fared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModuleState {
    /// It was tried, and is kept: as it is, or changed.
    Kept,
    /// It was tried, and all that was learnt of it is to drop it.
    Dropped,
    /// No sitting was held of it.
    Untried,
}

impl Coaching {
    /// The stage of this name, where anything is said of it.
    pub fn stage(&self, name: StageName) -> Option<&Stage> {
        let stages = self.stages.as_ref()?;
        match name {
            StageName::Choose => stages.choose.as_ref(),
            StageName::Define => stages.define.as_ref(),
            StageName::Experiment => stages.experiment.as_ref(),
            StageName::Capitalise => stages.capitalise.as_ref(),
        }
    }

    /// The sittings in order of date; those of one day in the order of the file.
    pub fn sittings_by_date(&self) -> Vec<(&Id, &Sitting)> {
        let mut sittings: Vec<_> = self.sittings.iter().collect();
        sittings.sort_by_key(|(_, sitting)| sitting.date);
        sittings
    }

    /// The sittings of a module, in order of date.
    pub fn sittings_of(&self, module: &str) -> Vec<(&Id, &Sitting)> {
        let all = self.sittings_by_date().into_iter();
        all.filter(|(_, sitting)| sitting.module.as_str() == module).collect()
    }

    /// What was learnt of a module, in the order of the file.
    pub fn lessons_of(&self, module: &str) -> impl Iterator<Item = (&Id, &Lesson)> {
        self.lessons.iter().filter(move |(_, lesson)| lesson.module.as_deref() == Some(module))
    }

    /// How a module fared. A lesson to drop something of it drops all of it only where no other lesson keeps or changes it
    /// and no sitting adjusted it: what was adjusted went on.
    pub fn state_of(&self, module: &str) -> ModuleState {
        let sittings = self.sittings_of(module);
        let mut lessons = self.lessons_of(module).peekable();
        let is_told = lessons.peek().is_some();
        let is_dropped = is_told
            && lessons.all(|(_, lesson)| lesson.verdict == Verdict::Drop)
            && sittings.iter().all(|(_, sitting)| sitting.adjusted.is_none());
        match (sittings.is_empty(), is_dropped) {
            (_, true) => ModuleState::Dropped,
            (true, false) => ModuleState::Untried,
            (false, false) => ModuleState::Kept,
        }
    }

    /// The modules that fared so: in the order in which they were first held, those never held in the order of the file.
    pub fn modules_in(&self, state: ModuleState) -> Vec<(&Id, &Module)> {
        let mut modules: Vec<_> = self.modules.iter().filter(|(id, _)| self.state_of(id.as_str()) == state).collect();
        modules.sort_by_key(|(id, _)| {
            let first = self.sittings_of(id.as_str()).first().map(|(_, sitting)| sitting.date);
            (first.is_none(), first)
        });
        modules
    }
}

/// A residence considered as a site.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// How willing its team is.
    pub team_motivation: Option<Level>,
    /// A remark.
    pub note: Option<Text>,
}

/// A degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// High.
    High,
    /// Medium.
    Medium,
    /// Low.
    Low,
}

/// The four stages, in their order.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stages {
    /// Choosing the sites.
    pub choose: Option<Stage>,
    /// Defining what the coaching is made of.
    pub define: Option<Stage>,
    /// Trying it out.
    pub experiment: Option<Stage>,
    /// Drawing the lessons.
    pub capitalise: Option<Stage>,
}

/// Which of the four stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageName {
    /// Choosing the sites.
    Choose,
    /// Defining what the coaching is made of.
    Define,
    /// Trying it out.
    Experiment,
    /// Drawing the lessons.
    Capitalise,
}

impl StageName {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Choose, Self::Define, Self::Experiment, Self::Capitalise];

    /// The key of the stage in `coaching.yaml`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Choose => "choose",
            Self::Define => "define",
            Self::Experiment => "experiment",
            Self::Capitalise => "capitalise",
        }
    }
}

/// One stage.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its beginning.
    pub from: Option<Period>,
    /// Its end.
    pub to: Option<Period>,
    /// How far it is.
    pub status: Option<StageStatus>,
    /// A remark.
    pub note: Option<Text>,
}

impl Stage {
    /// For how many days it should have been done, or have begun; nothing where it is not late.
    pub fn days_late_on(&self, day: Date) -> Option<i64> {
        let should_have = match self.status {
            Some(StageStatus::Done) => None,
            Some(StageStatus::InProgress) => self.to,
            Some(StageStatus::Planned) | None => self.from.or(self.to),
        };
        should_have.map(|when| day.days_since(when.last())).filter(|days| *days > 0)
    }
}

impl StageStatus {
    /// The word that a record writes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::InProgress => "in-progress",
            Self::Done => "done",
        }
    }
}

impl Level {
    /// The word that a record writes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

impl Verdict {
    /// The word that a record writes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Change => "change",
            Self::Drop => "drop",
        }
    }
}

/// How far a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StageStatus {
    /// Not begun.
    Planned,
    /// Begun.
    InProgress,
    /// Over.
    Done,
}

/// Something that is taught.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Module {
    /// Its title.
    pub title: Text,
    /// Who it is for.
    #[serde(rename = "for", default)]
    pub audience: List<Audience>,
    /// What it is made of, in Markdown.
    pub content: Option<Text>,
}

/// Who a module is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The residents.
    Residents,
    /// The landlord's staff.
    Staff,
}

/// One sitting of a module, on a site.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sitting {
    /// Its day.
    pub date: Date,
    /// The residence's id.
    pub site: Text,
    /// The module's id.
    pub module: Text,
    /// How many residents came.
    pub residents: Option<Count>,
    /// How many of the staff came.
    pub staff: Option<Count>,
    /// Hours of staff time, all persons together.
    pub staff_hours: Option<super::decimal::Decimal>,
    /// What was changed.
    pub adjusted: Option<Text>,
}

/// Something the pilot taught.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// What was learnt.
    pub text: Text,
    /// What follows from it.
    pub verdict: Verdict,
    /// The residence it was learnt in.
    pub site: Option<Text>,
    /// The module it is about.
    pub module: Option<Text>,
}

/// What follows from a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Keep it.
    Keep,
    /// Change it.
    Change,
    /// Drop it.
    Drop,
}

/// The *cahier des charges de la consultation*.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tender {
    /// When the work should begin.
    pub start_wanted: Option<Period>,
    /// What it comes from.
    pub context: Option<Text>,
    /// What is expected of the provider.
    #[serde(default)]
    pub expectations: List<Text>,
    /// What offers are judged by.
    #[serde(default)]
    pub criteria: List<Text>,
}
