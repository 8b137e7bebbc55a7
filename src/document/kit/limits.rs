//! What limits what may be made of a pilot elsewhere: each limit from facts of the record, with the records that say so.

use super::{Pilot, in_coaching};
use crate::locale::counted;
use crate::locale::piloting::{self, Limit, Volunteers};
use crate::model::{Asked, Effort, Id, Language, Module, ModuleState, StageName, StageStatus};
use crate::store::Layout;
use std::collections::BTreeSet;

/// Fewer sites than this are few: the most that a pilot has.
const FEW_SITES: usize = 4;

/// Fewer sittings than this are few: with two a module and a site, nobody can tell a module from its circumstances.
const FEW_SITTINGS: usize = 12;

impl Pilot<'_> {
    /// The limits that the record shows.
    pub(super) fn limits(&self) -> Vec<(Limit, Vec<String>)> {
        let mut limits = Vec::new();
        if self.coaching.sittings.is_empty() {
            limits.push((Limit::NoSitting, vec![in_coaching("sittings")]));
        } else {
            limits.extend(self.few_sites());
            limits.extend(self.few_sittings());
            limits.extend(self.narrow_modules());
            limits.extend(self.unvisited_sites());
            limits.push(self.volunteers());
        }
        let untried = self.titles(&self.coaching.modules_in(ModuleState::Untried));
        if !untried.is_empty() && !self.coaching.sittings.is_empty() {
            limits.push((Limit::Untried { modules: untried }, vec![in_coaching("modules"), in_coaching("sittings")]));
        }
        limits.extend(self.unlike_sites());
        limits.extend(self.open_stages());
        limits.extend(self.no_comparison());
        if self.coaching.lessons.is_empty() {
            limits.push((Limit::NoLesson, vec![in_coaching("lessons")]));
        }
        limits
    }

    fn titles(&self, modules: &[(&Id, &Module)]) -> Vec<String> {
        modules.iter().map(|(id, _)| self.title(id.as_str())).collect()
    }

    fn few_sites(&self) -> Option<(Limit, Vec<String>)> {
        let sites: Vec<String> = self.sites_tried().into_iter().map(|site| self.residence(site)).collect();
        let residences = self.landlord.residences.len();
        let sources = vec![in_coaching("sittings"), format!("{}, residences", Layout::LANDLORD)];
        (sites.len() < FEW_SITES).then_some((Limit::Sites { sites, residences }, sources))
    }

    fn few_sittings(&self) -> Option<(Limit, Vec<String>)> {
        let sittings = self.coaching.sittings.len();
        let limit = Limit::Sittings { sittings, sites: self.sites_tried().len() };
        (sittings < FEW_SITTINGS).then(|| (limit, vec![in_coaching("sittings")]))
    }

    /// Modules held once, and those held in one residence only.
    fn narrow_modules(&self) -> Vec<(Limit, Vec<String>)> {
        let (mut once, mut one_site) = (Vec::new(), Vec::new());
        for (id, _) in self.coaching.modules_in(ModuleState::Kept) {
            let sittings = self.coaching.sittings_of(id.as_str());
            let sites: BTreeSet<&str> = sittings.iter().map(|(_, sitting)| sitting.site.as_str()).collect();
            let Some(site) = sites.first().filter(|_| sites.len() == 1) else { continue };
            let module = (self.title(id.as_str()), self.residence(site));
            if sittings.len() == 1 { once.push(module) } else { one_site.push(module) }
        }
        let mut limits = Vec::new();
        if !once.is_empty() {
            limits.push((Limit::OnlyOnce { modules: once }, vec![in_coaching("sittings")]));
        }
        if !one_site.is_empty() {
            limits.push((Limit::OneSite { modules: one_site }, vec![in_coaching("sittings")]));
        }
        limits
    }

    fn unvisited_sites(&self) -> Option<(Limit, Vec<String>)> {
        let tried = self.sites_tried();
        let sites = self.coaching.sites.iter().filter(|site| !tried.contains(&site.as_str()));
        let sites: Vec<String> = sites.map(|site| self.residence(site)).collect();
        let sources = vec![in_coaching("sites"), in_coaching("sittings")];
        (!sites.is_empty()).then_some((Limit::SiteWithoutSitting { sites }, sources))
    }

    fn volunteers(&self) -> (Limit, Vec<String>) {
        let came = Effort::of(self.coaching.sittings.values()).residents;
        let dwellings = |site: &&str| Some(self.landlord.residences.get(*site)?.dwellings?.get());
        let sites = self.sites_tried();
        let dwellings = sites.iter().map(dwellings).try_fold(0_u32, |sum, some| sum.checked_add(some?));
        let is_site = |id: &str| self.coaching.sites.iter().any(|site| site.as_str() == id);
        let levels =
            self.coaching.candidates.iter().filter_map(|(id, candidate)| Some((id, candidate.team_motivation?)));
        let (teams, others): (Vec<_>, Vec<_>) = levels.partition(|(id, _)| is_site(id));
        let mut sources = vec![in_coaching("sittings")];
        if !teams.is_empty() || !others.is_empty() {
            sources.push(in_coaching("candidates"));
        }
        let limit = Limit::Volunteers(Volunteers {
            residents: (came.known > 0).then_some(came.total),
            dwellings,
            teams: teams.into_iter().map(|(id, level)| (self.residence(id), level)).collect(),
            not_chosen: others.into_iter().map(|(_, level)| level).collect(),
        });
        (limit, sources)
    }

    /// What is known of each site, where they differ in any of it.
    fn unlike_sites(&self) -> Option<(Limit, Vec<String>)> {
        let facts = |site: &str| {
            let residence = self.landlord.residences.get(site);
            let dwellings = residence.and_then(|residence| residence.dwellings).map(|count| match self.language {
                Language::French => counted(count.get(), "logement", "logements", self.language),
                Language::English => counted(count.get(), "dwelling", "dwellings", self.language),
            });
            let representation = residence.and_then(|residence| residence.representation);
            let representation = representation.map(|kind| piloting::representation(kind, self.language).to_owned());
            let unit = self.landlord.unit_of(site).and_then(|id| self.landlord.units.get(id.as_str()));
            let unit = unit.map(|unit| unit.name.to_string());
            [dwellings, representation, unit].into_iter().flatten().collect::<Vec<String>>()
        };
        let sites: Vec<(String, Vec<String>)> = self
            .coaching
            .sites
            .iter()
            .map(|site| (self.residence(site), facts(site)))
            .filter(|(_, facts)| !facts.is_empty())
            .collect();
        let differ = sites.iter().any(|(_, facts)| sites.first().is_some_and(|(_, first)| first != facts));
        let sources = self.coaching.sites.iter().map(|site| format!("{}, residences.{site}", Layout::LANDLORD));
        differ.then(|| (Limit::SitesDiffer { sites }, sources.collect()))
    }

    fn open_stages(&self) -> Option<(Limit, Vec<String>)> {
        let status = |name| self.coaching.stage(name).and_then(|stage| stage.status);
        let open = StageName::ALL.into_iter().map(|name| (name, status(name)));
        let stages: Vec<_> = open.filter(|(_, status)| *status != Some(StageStatus::Done)).collect();
        let sources = stages.iter().map(|(name, _)| in_coaching(&format!("stages.{}", name.key()))).collect();
        (!stages.is_empty()).then_some((Limit::StagesNotDone { stages }, sources))
    }

    /// The questions for members and staff that were asked in fewer than two waves of the body that steers.
    fn no_comparison(&self) -> Option<(Limit, Vec<String>)> {
        let files = self.steering?;
        let of_coaching =
            [Asked::Members, Asked::Staff].into_iter().flat_map(|asked| self.landlord.questions_for(asked));
        let mut sources = Vec::new();
        let mut questions = Vec::new();
        for (id, question) in of_coaching {
            let asks = |name: &&String| {
                let survey = files.surveys.iter().find(|(known, _)| known == *name).and_then(|(_, file)| file.value());
                survey.is_some_and(|survey| survey.answers.contains_key(id.as_str()))
            };
            let waves: Vec<&String> = files.surveys.iter().map(|(name, _)| name).filter(asks).collect();
            if waves.len() < 2 {
                sources.push(format!("{}, questions.{id}", Layout::LANDLORD));
                sources.extend(waves.iter().map(|name| files.paths.survey(name)));
                questions.push((self.said(&question.text), waves.len()));
            }
        }
        (!questions.is_empty()).then_some((Limit::NoComparison { questions }, sources))
    }
}
