//! What limits what may be made of a pilot elsewhere, in words.

use super::{level, stage, stage_status};
use crate::locale::{Language, counted, integer, list_of, plural};
use crate::model::{Decimal, Level, StageName, StageStatus};

const FR: Language = Language::French;
const EN: Language = Language::English;

/// Something that limits what may be made of a pilot elsewhere, with the facts that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// No sitting is recorded.
    NoSitting,
    /// How few residences it was tried in.
    Sites {
        /// Their names.
        sites: Vec<String>,
        /// How many residences the landlord has.
        residences: usize,
    },
    /// How few sittings there were.
    Sittings {
        /// How many.
        sittings: usize,
        /// In how many residences.
        sites: usize,
    },
    /// Modules that were held once.
    OnlyOnce {
        /// Each with the residence.
        modules: Vec<(String, String)>,
    },
    /// Modules that were held several times, in one residence only.
    OneSite {
        /// Each with the residence.
        modules: Vec<(String, String)>,
    },
    /// Modules that were never held.
    Untried {
        /// Their titles.
        modules: Vec<String>,
    },
    /// Sites without a sitting.
    SiteWithoutSitting {
        /// Their names.
        sites: Vec<String>,
    },
    /// Those who came are those who wanted to.
    Volunteers(Volunteers),
    /// The sites are unlike each other.
    SitesDiffer {
        /// Each, with what is known of it.
        sites: Vec<(String, Vec<String>)>,
    },
    /// Stages that are not done.
    StagesNotDone {
        /// Each, with how far it is where that is known.
        stages: Vec<(StageName, Option<StageStatus>)>,
    },
    /// Questions for members or staff that were not asked both before and after.
    NoComparison {
        /// Each, with how many waves asked it.
        questions: Vec<(String, usize)>,
    },
    /// Nothing was written down of what it taught.
    NoLesson,
}

/// Those who came, and the teams.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volunteers {
    /// How many residents came, all sittings together; nothing where no sitting says.
    pub residents: Option<Decimal>,
    /// The dwellings of the sites, where each says.
    pub dwellings: Option<u32>,
    /// The motivation of the teams, site by site.
    pub teams: Vec<(String, Level)>,
    /// The motivation of the teams of residences that were not chosen.
    pub not_chosen: Vec<Level>,
}

impl Limit {
    /// Says it in a sentence or two.
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::French => self.french(),
            Language::English => self.english(),
        }
    }

    fn french(&self) -> String {
        match self {
            Self::NoSitting => {
                "Aucune séance d'accompagnement n'est notée : rien de ce guide n'a été essayé.".to_owned()
            }
            Self::Sites { sites, residences } if *residences <= sites.len() => format!(
                "Peu de sites : {} en tout ({}).",
                counted(sites.len(), "résidence", "résidences", FR),
                list_of(sites, FR)
            ),
            Self::Sites { sites, residences } => format!(
                "Peu de sites : l'accompagnement n'a été essayé que dans {} sur les {} du bailleur ({}).",
                counted(sites.len(), "résidence", "résidences", FR),
                integer(*residences, FR),
                list_of(sites, FR)
            ),
            Self::Sittings { sittings, sites } => format!(
                "Peu de séances : {} en tout, dans {}.",
                integer(*sittings, FR),
                counted(*sites, "résidence", "résidences", FR)
            ),
            Self::OnlyOnce { modules } => {
                format!("Essayé une seule fois : {}.", list_of(&placed(modules), FR))
            }
            Self::OneSite { modules } => {
                format!("Essayé dans une seule résidence : {}.", list_of(&placed(modules), FR))
            }
            Self::Untried { modules } => {
                format!("Écrit mais jamais essayé : {}.", list_of(&quoted(modules, FR), FR))
            }
            Self::SiteWithoutSitting { sites } => {
                let verb = plural(sites.len(), "site retenu", "sites retenus", FR);
                format!(
                    "Aucune séance n'est notée dans {} {verb} : {}.",
                    counted_article(sites.len()),
                    list_of(sites, FR)
                )
            }
            Self::Volunteers(volunteers) => volunteers.french(),
            Self::SitesDiffer { sites } => {
                format!("Des sites qui ne se ressemblent pas : {}.", described(sites, " ; "))
            }
            Self::StagesNotDone { stages } => {
                let stages: Vec<String> = stages
                    .iter()
                    .map(|(name, status)| {
                        let status = status.map_or("rien n'en est dit", |status| stage_status(status, FR));
                        format!("{} ({status})", stage(*name, FR))
                    })
                    .collect();
                format!("Des étapes restent à finir : {}.", stages.join(" ; "))
            }
            Self::NoComparison { questions } => {
                format!("Rien ne permet de comparer avant et après : {}.", asked_once(questions).join(" ; "))
            }
            Self::NoLesson => "Aucune leçon n'a été écrite.".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NoSitting => "No sitting is recorded: nothing in this guide was tried.".to_owned(),
            Self::Sites { sites, residences } if *residences <= sites.len() => format!(
                "Few sites: {} in all ({}).",
                counted(sites.len(), "residence", "residences", EN),
                list_of(sites, EN)
            ),
            Self::Sites { sites, residences } => format!(
                "Few sites: the coaching was tried in {} only, of the landlord's {} ({}).",
                counted(sites.len(), "residence", "residences", EN),
                integer(*residences, EN),
                list_of(sites, EN)
            ),
            Self::Sittings { sittings, sites } => format!(
                "Few sittings: {} in all, in {}.",
                integer(*sittings, EN),
                counted(*sites, "residence", "residences", EN)
            ),
            Self::OnlyOnce { modules } => format!("Tried only once: {}.", list_of(&placed(modules), EN)),
            Self::OneSite { modules } => format!("Tried in one residence only: {}.", list_of(&placed(modules), EN)),
            Self::Untried { modules } => format!("Written but never tried: {}.", list_of(&quoted(modules, EN), EN)),
            Self::SiteWithoutSitting { sites } => {
                format!("Chosen, but no sitting is recorded: {}.", list_of(sites, EN))
            }
            Self::Volunteers(volunteers) => volunteers.english(),
            Self::SitesDiffer { sites } => format!("Sites unlike each other: {}.", described(sites, "; ")),
            Self::StagesNotDone { stages } => {
                let stages: Vec<String> = stages
                    .iter()
                    .map(|(name, status)| {
                        let status = status.map_or("nothing is said of it", |status| stage_status(status, EN));
                        format!("{} ({status})", stage(*name, EN))
                    })
                    .collect();
                format!("Stages are not done: {}.", stages.join("; "))
            }
            Self::NoComparison { questions } => {
                let questions: Vec<String> = questions
                    .iter()
                    .map(|(text, waves)| match waves {
                        0 => format!("\"{text}\" was not asked"),
                        _ => format!("\"{text}\" was asked only once"),
                    })
                    .collect();
                format!("Nothing lets one compare before and after: {}.", questions.join("; "))
            }
            Self::NoLesson => "No lesson was written down.".to_owned(),
        }
    }
}

impl Volunteers {
    fn french(&self) -> String {
        let Self { residents, dwellings, teams, not_chosen } = self;
        let mut said = vec!["Des volontaires : sont venus ceux qui le voulaient bien.".to_owned()];
        match (residents, dwellings) {
            (Some(residents), Some(dwellings)) => said.push(format!(
                "{}, toutes séances confondues, pour {}.",
                counted_decimal(*residents, "présence de résident notée", "présences de résidents notées", FR),
                counted(*dwellings, "logement", "logements", FR)
            )),
            (Some(residents), None) => said.push(format!(
                "{}, toutes séances confondues.",
                counted_decimal(*residents, "présence de résident notée", "présences de résidents notées", FR)
            )),
            (None, _) => said.push("Le nombre de résidents venus n'est pas noté.".to_owned()),
        }
        if !teams.is_empty() {
            let teams: Vec<String> = teams.iter().map(|(site, of)| format!("{} ({site})", level(*of, FR))).collect();
            said.push(format!("Motivation des équipes des sites : {}.", list_of(&teams, FR)));
        }
        if !not_chosen.is_empty() {
            let levels: Vec<&str> = not_chosen.iter().map(|of| level(*of, FR)).collect();
            said.push(format!(
                "{} n'{} pas été {} (motivation de l'équipe : {}).",
                counted(not_chosen.len(), "résidence candidate", "résidences candidates", FR),
                plural(not_chosen.len(), "a", "ont", FR),
                plural(not_chosen.len(), "retenue", "retenues", FR),
                list_of(&levels, FR)
            ));
        }
        said.join(" ")
    }

    fn english(&self) -> String {
        let Self { residents, dwellings, teams, not_chosen } = self;
        let mut said = vec!["Volunteers: those came who wanted to.".to_owned()];
        match (residents, dwellings) {
            (Some(residents), Some(dwellings)) => said.push(format!(
                "Residents came {}, all sittings together, from {}.",
                counted_decimal(*residents, "time", "times", EN),
                counted(*dwellings, "dwelling", "dwellings", EN)
            )),
            (Some(residents), None) => said.push(format!(
                "Residents came {}, all sittings together.",
                counted_decimal(*residents, "time", "times", EN)
            )),
            (None, _) => said.push("How many residents came is not recorded.".to_owned()),
        }
        if !teams.is_empty() {
            let teams: Vec<String> = teams.iter().map(|(site, of)| format!("{} ({site})", level(*of, EN))).collect();
            said.push(format!("Motivation of the teams of the sites: {}.", list_of(&teams, EN)));
        }
        if !not_chosen.is_empty() {
            let levels: Vec<&str> = not_chosen.iter().map(|of| level(*of, EN)).collect();
            said.push(format!(
                "{} {} not chosen (motivation of the team: {}).",
                counted(not_chosen.len(), "residence considered", "residences considered", EN),
                plural(not_chosen.len(), "was", "were", EN),
                list_of(&levels, EN)
            ));
        }
        said.join(" ")
    }
}

/// « « … » n'a été posée qu'une fois ».
fn asked_once(questions: &[(String, usize)]) -> Vec<String> {
    questions
        .iter()
        .map(|(text, waves)| match waves {
            0 => format!("« {text} » n'a pas été posée"),
            _ => format!("« {text} » n'a été posée qu'une fois"),
        })
        .collect()
}

/// « ce », « ces 2 ».
fn counted_article(count: usize) -> String {
    if count > 1 { format!("ces {count}") } else { "ce".to_owned() }
}

fn counted_decimal(number: Decimal, one: &str, many: &str, language: Language) -> String {
    // Sums of people are whole numbers.
    let whole: i128 = number.to_string().parse().unwrap_or_default();
    counted(whole, one, many, language)
}

fn quoted(titles: &[String], language: Language) -> Vec<String> {
    titles
        .iter()
        .map(|title| match language {
            Language::French => format!("« {title} »"),
            Language::English => format!("\"{title}\""),
        })
        .collect()
}

/// « Écouter (Les Tilleuls) ».
fn placed(modules: &[(String, String)]) -> Vec<String> {
    modules.iter().map(|(module, site)| format!("{module} ({site})")).collect()
}

/// « Les Tilleuls (120 logements) ».
fn described(sites: &[(String, Vec<String>)], between: &str) -> String {
    let sites: Vec<String> = sites.iter().map(|(site, facts)| format!("{site} ({})", facts.join(", "))).collect();
    sites.join(between)
}
