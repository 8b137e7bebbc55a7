//! The chain of a diagnosis: from what was found, over the axis that takes it up and its actions, to what the survey says;
//! and where it breaks.

use crate::document::one_line;
use crate::model::{
    Action, Axis, Date, Euros, Id, Landlord, Mark, OutcomeKind, Period, Plan, Review, SessionId, Status, Text,
};
use crate::record::{CouncilRecord, Record};
use crate::satisfaction::{Change, FEWEST, Series, Wave, series};
use std::collections::{BTreeMap, BTreeSet};

/// How many sessions may pass before a finding should have been looked at again.
const PATIENCE: usize = 2;

/// A council's findings, axes and actions, as of a day.
pub(super) struct Chains<'a> {
    files: &'a CouncilRecord,
    landlord: &'a Landlord,
    day: Date,
    /// Whether the council has ended: nothing is expected of it any more.
    pub closed: bool,
    series: Vec<Series<'a>>,
    reviews: BTreeMap<&'a str, Vec<(SessionId, Review)>>,
    /// The actions of each axis; those without one under nothing.
    steps: BTreeMap<Option<&'a str>, Vec<Step>>,
}

/// An action as it stands.
#[derive(Debug, Clone)]
pub(super) struct Step {
    /// Its id; `council/id` of another body's.
    pub id: String,
    pub title: String,
    pub status: Status,
    pub days_late: Option<i64>,
    is_owned: bool,
    is_dated: bool,
    /// What it counts against grants; of another body's nothing, which counts there.
    pub euros: Euros,
}

/// How far an action is, as these tables count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    Done,
    Late,
    Open,
    Waiting,
    GivenUp,
}

impl Stage {
    pub const ALL: [Self; 5] = [Self::Done, Self::Late, Self::Open, Self::Waiting, Self::GivenUp];
}

impl Step {
    fn of(id: String, action: &Action, day: Date, is_expected: bool, is_own: bool) -> Self {
        let state = crate::model::ActionState { is_expected, ..action.state_on(day) };
        let counted = action.costs.values().filter_map(|cost| cost.counted_on(day));
        Self {
            id,
            title: one_line(&action.title),
            status: state.status,
            days_late: state.days_late_on(day),
            is_owned: !state.owner.is_empty(),
            is_dated: state.due.is_some() || action.due_note.is_some(),
            euros: if is_own { counted.sum() } else { Euros::ZERO },
        }
    }

    pub fn stage(&self) -> Stage {
        match self.status {
            Status::Done => Stage::Done,
            Status::Declined | Status::Dropped => Stage::GivenUp,
            Status::Proposed | Status::OnHold => Stage::Waiting,
            Status::Planned | Status::InProgress if self.days_late.is_some() => Stage::Late,
            Status::Planned | Status::InProgress => Stage::Open,
        }
    }
}

/// A finding and what became of it.
pub(super) struct Chain<'a> {
    pub session: SessionId,
    pub mark: Mark,
    pub id: &'a Id,
    pub text: &'a Text,
    pub reviews: Vec<(SessionId, Review)>,
    pub axes: Vec<(&'a str, &'a Axis)>,
    pub breaks: Vec<Break>,
}

impl Chain<'_> {
    /// The last that was said of it.
    pub fn state(&self) -> Option<Review> {
        self.reviews.last().map(|(_, review)| *review)
    }

    /// The theme it belongs to: that of the first axis that takes it up.
    pub fn theme(&self) -> Option<&str> {
        self.axes.iter().find_map(|(_, axis)| axis.theme.as_deref())
    }
}

/// An action, for programs and for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub id: String,
    pub title: String,
}

/// Where a chain breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Break {
    /// No axis takes the finding up.
    NoAxis,
    /// The axes that do have no action.
    NoAction,
    /// All their actions have ended, and the finding is not solved.
    AllEnded,
    /// Those that have not wait, or are only proposed.
    AllWaiting,
    /// An action is late.
    Late { action: Named, days: i64 },
    /// Nobody is to do it.
    NoOwner { action: Named },
    /// It has no due date.
    NoDate { action: Named },
    /// No survey of this council asked about the theme.
    NeverAsked,
    /// The axes have no theme, by which a survey could speak of them.
    NoTheme,
    /// Sessions have passed, and none looked at it again.
    NeverReviewed,
}

impl Break {
    /// Its name in JSON.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NoAxis => "no-axis",
            Self::NoAction => "no-action",
            Self::AllEnded => "all-ended",
            Self::AllWaiting => "all-waiting",
            Self::Late { .. } => "late",
            Self::NoOwner { .. } => "no-owner",
            Self::NoDate { .. } => "no-date",
            Self::NeverAsked => "never-asked",
            Self::NoTheme => "no-theme",
            Self::NeverReviewed => "never-reviewed",
        }
    }

    /// The action it is about, by its id.
    pub fn action(&self) -> Option<&str> {
        match self {
            Self::Late { action, .. } | Self::NoOwner { action } | Self::NoDate { action } => Some(&action.id),
            Self::NoAxis
            | Self::NoAction
            | Self::AllEnded
            | Self::AllWaiting
            | Self::NeverAsked
            | Self::NoTheme
            | Self::NeverReviewed => None,
        }
    }
}

impl<'a> Chains<'a> {
    /// Those of a council; nothing where it could not be read.
    pub fn of(record: &'a Record, files: &'a CouncilRecord, day: Date) -> Option<Self> {
        let (landlord, council) = (record.landlord.value()?, files.council.value()?);
        let closed = council.is_closed_on(day);
        let mut reviews: BTreeMap<&str, Vec<(SessionId, Review)>> = BTreeMap::new();
        for (id, session) in files.held().filter(|(id, _)| id.date <= day) {
            for (finding, review) in &session.reviews {
                reviews.entry(finding.as_str()).or_default().push((id, *review));
            }
        }
        let mut steps: BTreeMap<Option<&str>, Vec<Step>> = BTreeMap::new();
        for (id, action) in files.actions().filter(|(_, action)| action.is_decided_by(day)) {
            let step = Step::of(id.to_string(), action, day, !closed, true);
            steps.entry(action.axis.as_deref()).or_default().push(step);
        }
        for (axis, step) in of_other_bodies(record, files, day) {
            steps.entry(Some(axis)).or_default().push(step);
        }
        Some(Self { files, landlord, day, closed, series: series(landlord, files), reviews, steps })
    }

    fn plan(&self) -> Option<&'a Plan> {
        self.files.plan()
    }

    /// The axes, in the order of the plan.
    pub fn axes(&self) -> impl Iterator<Item = (&'a str, &'a Axis)> {
        let axes = self.plan().into_iter().flat_map(|plan| plan.axes.iter());
        axes.map(|(id, axis)| (id.as_str(), axis))
    }

    /// The actions of an axis, or of none.
    pub fn steps(&self, axis: Option<&str>) -> &[Step] {
        let of_axis = self.steps.iter().find(|(id, _)| **id == axis);
        of_axis.map(|(_, steps)| steps.as_slice()).unwrap_or_default()
    }

    /// The findings of the sessions held, in their order.
    pub fn findings(&self) -> impl Iterator<Item = Chain<'a>> {
        let held = self.files.held().filter(|(id, _)| id.date <= self.day);
        held.flat_map(|(session, held)| held.findings().map(move |finding| (session, finding)))
            .map(|(session, (mark, id, text))| self.chain(session, mark, id, text))
    }

    fn chain(&self, session: SessionId, mark: Mark, id: &'a Id, text: &'a Text) -> Chain<'a> {
        let name = format!("{session}/{id}");
        let reviews = self.reviews.get(name.as_str()).cloned().unwrap_or_default();
        let takes_up = |axis: &Axis| axis.answers.iter().any(|answered| answered.as_str() == name);
        let axes = self.axes().filter(|(_, axis)| takes_up(axis)).collect();
        let mut chain = Chain { session, mark, id, text, reviews, axes, breaks: Vec::new() };
        chain.breaks = self.breaks(&chain);
        chain
    }

    /// Where a chain breaks. A strength needs no answer, what is solved no more, and nobody expects any of a council that has
    /// ended.
    fn breaks(&self, chain: &Chain<'_>) -> Vec<Break> {
        if self.closed || chain.mark == Mark::Strength || chain.state() == Some(Review::Solved) {
            return Vec::new();
        }
        let mut breaks = Vec::new();
        if chain.axes.is_empty() {
            breaks.push(Break::NoAxis);
        } else {
            breaks.extend(self.action_breaks(chain));
            breaks.extend(self.survey_break(chain));
        }
        if chain.reviews.is_empty() && self.files.held_after(chain.session, self.day) >= PATIENCE {
            breaks.push(Break::NeverReviewed);
        }
        breaks
    }

    fn action_breaks(&self, chain: &Chain<'_>) -> Vec<Break> {
        let steps: Vec<&Step> = chain.axes.iter().flat_map(|(id, _)| self.steps(Some(id))).collect();
        let open: Vec<&&Step> = steps.iter().filter(|step| !step.status.is_ended()).collect();
        if steps.is_empty() {
            return vec![Break::NoAction];
        }
        if open.is_empty() {
            return vec![Break::AllEnded];
        }
        let mut breaks = Vec::new();
        if open.iter().all(|step| step.stage() == Stage::Waiting) {
            breaks.push(Break::AllWaiting);
        }
        for step in open.iter().filter(|step| step.stage() != Stage::Waiting) {
            let action = Named { id: step.id.clone(), title: step.title.clone() };
            if let Some(days) = step.days_late {
                breaks.push(Break::Late { action: action.clone(), days });
            }
            if !step.is_owned {
                breaks.push(Break::NoOwner { action: action.clone() });
            }
            if !step.is_dated {
                breaks.push(Break::NoDate { action });
            }
        }
        breaks
    }

    fn survey_break(&self, chain: &Chain<'_>) -> Option<Break> {
        let themes: BTreeSet<&str> = chain.axes.iter().filter_map(|(_, axis)| axis.theme.as_deref()).collect();
        if themes.is_empty() {
            return Some(Break::NoTheme);
        }
        let was_asked = themes.iter().any(|theme| !self.said_of(theme).is_empty());
        (!was_asked).then_some(Break::NeverAsked)
    }

    /// What the surveys of this council last said of a theme, question by question.
    pub fn said_of(&self, theme: &str) -> Vec<Said<'_>> {
        let of_theme = |series: &&Series<'_>| {
            let question = self.landlord.questions.get(series.question);
            question.is_some_and(|question| question.theme.as_deref() == Some(theme))
        };
        let found = self.series.iter().filter(of_theme).filter_map(|series| {
            let known = series.waves.iter().filter(|wave| wave.period.first() <= self.day).count();
            let last = known.checked_sub(1)?;
            let before = last.checked_sub(1).map(|before| &series.waves[before]);
            Some(Said { question: series.question, wave: &series.waves[last], before })
        });
        found.collect()
    }
}

/// What a survey last said of a question.
pub(super) struct Said<'a> {
    pub question: &'a str,
    pub wave: &'a Wave<'a>,
    before: Option<&'a Wave<'a>>,
}

impl Said<'_> {
    /// Says whether the figure may be shown.
    pub fn is_shown(&self) -> bool {
        self.wave.proportion.base >= FEWEST
    }

    /// What may be said of the change since the wave before, with that wave's period.
    pub fn change_since(&self) -> Option<(Period, Change)> {
        let before = self.before.filter(|before| before.proportion.base >= FEWEST && self.is_shown())?;
        self.wave.change_from(before).map(|change| (before.period, change))
    }
}

/// The actions of other bodies that sessions took on topics of an axis, each once.
fn of_other_bodies<'a>(record: &Record, files: &'a CouncilRecord, day: Date) -> Vec<(&'a str, Step)> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let topics = files.held().filter(|(id, _)| id.date <= day).flat_map(|(_, session)| session.topics.iter());
    for topic in topics {
        let Some(axis) = topic.axis.as_deref() else { continue };
        for outcome in &topic.outcomes {
            let OutcomeKind::Action(name) = &outcome.kind else { continue };
            let Some((council, id)) = name.split_once('/').filter(|(council, _)| *council != files.id.as_str()) else {
                continue;
            };
            let file = files.plan_of(record, council);
            let action = file.as_ref().and_then(|file| file.value()).and_then(|plan| plan.actions.get(id));
            let Some(action) = action.filter(|action| action.is_decided_by(day)) else { continue };
            if seen.insert((axis, name.as_str())) {
                let other = files.council_of(record, council);
                let closed = other.as_ref().and_then(|file| file.value()).is_some_and(|other| other.is_closed_on(day));
                found.push((axis, Step::of(name.to_string(), action, day, !closed, false)));
            }
        }
    }
    found
}
