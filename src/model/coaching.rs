//! `coaching.yaml`: the coaching pilot, from the choice of its sites to what it taught.

use super::count::Count;
use super::date::Date;
use super::entries::Entries;
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
