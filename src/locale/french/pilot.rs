//! French words for problems of what the record says of the coaching pilot.

use super::listed;
use crate::locale::phrase::{sentences, words};
use crate::locale::problem::{Pilot, StageOrder, Words};
use crate::locale::{in_period, plural};
use crate::model::{Language, StageStatus};

const FR: Language = Language::French;

pub(in crate::locale) fn pilot(problem: &Pilot) -> Words {
    match problem {
        Pilot::TooManySites { sites } => too_many_sites(*sites),
        Pilot::SiteNotCandidate { site, candidates } => site_not_candidate(site, candidates),
        Pilot::StagesOutOfOrder { stage, before, order } => stages_out_of_order(stage, before, *order),
    }
}

fn too_many_sites(sites: usize) -> Words {
    let chosen = plural(sites, "site retenu", "sites retenus", FR);
    let label = if sites > 3 { "un site de trop" } else { "il en faut deux ou trois" };
    Words {
        related: "le choix est fait".to_owned(),
        ..words(
            format!("le choix des sites est fait, avec {sites} {chosen} : il en faut deux ou trois"),
            label,
            "gardez deux ou trois résidences sous « sites: » ; si le choix n'est pas fini, écrivez « status: in-progress » \
             sous « choose: ».",
        )
    }
}

fn site_not_candidate(site: &str, candidates: &[String]) -> Words {
    let known =
        if candidates.is_empty() { String::new() } else { format!("résidences étudiées : {}.", listed(candidates)) };
    let remedy = format!("ajoutez « {site}: » sous « candidates: », ou retirez-la des sites.");
    Words {
        related: "les résidences étudiées".to_owned(),
        ..words(
            format!("la résidence « {site} » est un site sans avoir été étudiée"),
            "absent des candidats",
            sentences(&[known, remedy]),
        )
    }
}

fn stages_out_of_order(stage: &str, before: &str, order: StageOrder) -> Words {
    let (message, label, related) = match order {
        StageOrder::Status { stage: is, before: was } => (
            format!("l'étape « {stage} » est {}, alors que « {before} » est {}", status(is), status(was)),
            status(is).to_owned(),
            status(was).to_owned(),
        ),
        StageOrder::Begins { stage: from, before: earlier } => (
            format!("l'étape « {stage} » commence avant « {before} »"),
            format!("commence {}", in_period(from, FR)),
            format!("commence {}", in_period(earlier, FR)),
        ),
        StageOrder::Ends { stage: to, before: earlier } => (
            format!("l'étape « {stage} » finit avant « {before} »"),
            format!("finit {}", in_period(to, FR)),
            format!("finit {}", in_period(earlier, FR)),
        ),
        StageOrder::Backwards { from, to } => (
            format!("l'étape « {stage} » finit avant d'avoir commencé"),
            format!("finit {}", in_period(to, FR)),
            format!("commence {}", in_period(from, FR)),
        ),
    };
    let help = match order {
        StageOrder::Status { .. } => "corrigez le « status: » de l'une des deux",
        StageOrder::Begins { .. } => "corrigez le « from: » de l'une des deux",
        StageOrder::Ends { .. } => "corrigez le « to: » de l'une des deux",
        StageOrder::Backwards { .. } => "corrigez « from: » ou « to: » de cette étape",
    };
    let help =
        format!("{help} : les étapes se suivent dans l'ordre « choose », « define », « experiment », « capitalise ».");
    Words { related, ..words(message, label, help) }
}

fn status(status: StageStatus) -> &'static str {
    match status {
        StageStatus::Planned => "prévue",
        StageStatus::InProgress => "en cours",
        StageStatus::Done => "terminée",
    }
}
