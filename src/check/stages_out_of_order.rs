//! `stages-out-of-order`: a stage of the coaching pilot ahead of one that it should follow.
#![doc = include_str!("../../templates/en/rules/stages-out-of-order.md")]

use super::{Findings, LandlordScope, Rule};
use crate::locale::problem::{Pilot, StageOrder};
use crate::model::{Period, Stage, StageStatus, Stages};
use crate::route;

pub(super) const RULE: Rule = Rule::error("stages-out-of-order").on_landlord(look);

fn look(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some(file) = &scope.coaching else { return };
    let Some(stages) = file.value().and_then(|coaching| coaching.stages.as_ref()) else { return };
    let mut before = Before::default();
    for (key, stage) in in_order(stages) {
        if file.has_lost_key(|| route!["stages", key]) {
            continue;
        }
        for (field, other, other_field, order) in before.ahead(key, stage) {
            let problem = Pilot::StagesOutOfOrder { stage: key, before: other, order };
            findings
                .report(&file.path, route!["stages", key, field].value(), problem)
                .beside(&file.path, route!["stages", other, other_field].value());
        }
        before.pass(key, stage);
    }
}

fn in_order(stages: &Stages) -> impl Iterator<Item = (&'static str, &Stage)> {
    let Stages { choose, define, experiment, capitalise } = stages;
    let all = [("choose", choose), ("define", define), ("experiment", experiment), ("capitalise", capitalise)];
    all.into_iter().filter_map(|(key, stage)| Some((key, stage.as_ref()?)))
}

/// The last word of the stages before, with the key of the one that says it.
#[derive(Default)]
struct Before {
    status: Option<(&'static str, StageStatus)>,
    from: Option<(&'static str, Period)>,
    to: Option<(&'static str, Period)>,
}

/// What is wrong with a stage: the field that says it, then the key and the field of what it is held against.
type Ahead = (&'static str, &'static str, &'static str, StageOrder);

impl Before {
    fn ahead(&self, key: &'static str, stage: &Stage) -> Vec<Ahead> {
        let by_status = self.status.zip(stage.status).and_then(|((other, before), stage)| {
            let order = StageOrder::Status { stage, before };
            (rank(stage) > rank(before)).then_some(("status", other, "status", order))
        });
        let by_beginning = self.from.zip(stage.from).and_then(|((other, before), stage)| {
            let order = StageOrder::Begins { stage, before };
            is_before(stage, before).then_some(("from", other, "from", order))
        });
        let by_end = self.to.zip(stage.to).and_then(|((other, before), stage)| {
            let order = StageOrder::Ends { stage, before };
            is_before(stage, before).then_some(("to", other, "to", order))
        });
        let backwards = backwards(stage).map(|(from, to)| ("to", key, "from", StageOrder::Backwards { from, to }));
        // A stage a year too early both begins and ends too early: that is told once.
        by_status.into_iter().chain(backwards.or(by_beginning).or(by_end)).collect()
    }

    fn pass(&mut self, key: &'static str, stage: &Stage) {
        self.status = stage.status.map(|status| (key, status)).or(self.status);
        if backwards(stage).is_none() {
            self.from = stage.from.map(|from| (key, from)).or(self.from);
            self.to = stage.to.map(|to| (key, to)).or(self.to);
        }
    }
}

fn rank(status: StageStatus) -> u8 {
    match status {
        StageStatus::Planned => 0,
        StageStatus::InProgress => 1,
        StageStatus::Done => 2,
    }
}

/// The beginning and the end of a stage that ends before it begins.
fn backwards(stage: &Stage) -> Option<(Period, Period)> {
    stage.from.zip(stage.to).filter(|(from, to)| is_before(*to, *from))
}

/// Says whether a period is over before another one begins: of two that share a day nobody can tell.
fn is_before(one: Period, other: Period) -> bool {
    one.last() < other.first()
}
