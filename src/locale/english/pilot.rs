//! English words for problems of what the record says of the coaching pilot.

use super::listed;
use crate::locale::phrase::{sentences, words};
use crate::locale::problem::{Pilot, StageOrder, Words};
use crate::locale::{counted, in_period};
use crate::model::{Language, StageStatus};

const EN: Language = Language::English;

pub(in crate::locale) fn pilot(problem: &Pilot) -> Words {
    match problem {
        Pilot::TooManySites { sites } => too_many_sites(*sites),
        Pilot::SiteNotCandidate { site, candidates } => site_not_candidate(site, candidates),
        Pilot::StagesOutOfOrder { stage, before, order } => stages_out_of_order(stage, before, *order),
    }
}

fn too_many_sites(sites: usize) -> Words {
    let label = if sites > 3 { "one site too many" } else { "two or three are wanted" };
    Words {
        related: "the choice is done".to_owned(),
        ..words(
            format!(
                "the sites are chosen, and there are {}: two or three are wanted",
                counted(sites, "site", "sites", EN)
            ),
            label,
            "keep two or three residences under “sites:”; if the choice is not over, write “status: in-progress” under \
             “choose:”.",
        )
    }
}

fn site_not_candidate(site: &str, candidates: &[String]) -> Words {
    let known =
        if candidates.is_empty() { String::new() } else { format!("residences considered: {}.", listed(candidates)) };
    let remedy = format!("add “{site}:” under “candidates:”, or remove it from the sites.");
    Words {
        related: "the residences considered".to_owned(),
        ..words(
            format!("the residence “{site}” is a site without having been considered"),
            "not among the candidates",
            sentences(&[known, remedy]),
        )
    }
}

fn stages_out_of_order(stage: &str, before: &str, order: StageOrder) -> Words {
    let (message, label, related) = match order {
        StageOrder::Status { stage: is, before: was } => (
            format!("the stage “{stage}” is {}, while “{before}” is {}", status(is), status(was)),
            status(is).to_owned(),
            status(was).to_owned(),
        ),
        StageOrder::Begins { stage: from, before: earlier } => (
            format!("the stage “{stage}” begins before “{before}”"),
            format!("begins {}", in_period(from, EN)),
            format!("begins {}", in_period(earlier, EN)),
        ),
        StageOrder::Ends { stage: to, before: earlier } => (
            format!("the stage “{stage}” ends before “{before}”"),
            format!("ends {}", in_period(to, EN)),
            format!("ends {}", in_period(earlier, EN)),
        ),
        StageOrder::Backwards { from, to } => (
            format!("the stage “{stage}” ends before it begins"),
            format!("ends {}", in_period(to, EN)),
            format!("begins {}", in_period(from, EN)),
        ),
    };
    let help = match order {
        StageOrder::Status { .. } => "correct the “status:” of one of the two",
        StageOrder::Begins { .. } => "correct the “from:” of one of the two",
        StageOrder::Ends { .. } => "correct the “to:” of one of the two",
        StageOrder::Backwards { .. } => "correct “from:” or “to:” of this stage",
    };
    let help = format!("{help}: the stages follow each other as “choose”, “define”, “experiment”, “capitalise”.");
    Words { related, ..words(message, label, help) }
}

fn status(status: StageStatus) -> &'static str {
    match status {
        StageStatus::Planned => "planned",
        StageStatus::InProgress => "in progress",
        StageStatus::Done => "done",
    }
}
