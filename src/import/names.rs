//! Who and what a spreadsheet names in words: owners of actions, axes of the plan.

use super::column::{one_line, plain};
use super::due::NOTHING;
use crate::locale::importing::Known;
use crate::locale::words;
use crate::model::{Council, Date, Id, Landlord, Language, Plan, Role};
use crate::record::CouncilRecord;

/// What can be named, each by its names in plain words.
#[derive(Debug, Default)]
pub(super) struct Names {
    known: Vec<(String, Known)>,
}

/// A name that names nothing, or several things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoName {
    /// Nothing is called so; the nearest.
    Unknown(String, Option<Known>),
    /// Several are.
    Several(String, Vec<String>),
}

/// The roles of which a council may have one member alone, whom people then call by it.
const ROLES: [Role; 7] =
    [Role::Resident, Role::Association, Role::Caretaker, Role::Manager, Role::Landlord, Role::Partner, Role::Elected];

impl Names {
    /// Whoever can bear an action of a council, on a day.
    pub(super) fn of_owners(landlord: &Landlord, files: &CouncilRecord, council: &Council, day: Date) -> Self {
        let mut names = Self::default();
        let shared = landlord.units.iter().map(|(id, unit)| (id, &unit.name));
        let shared = shared.chain(landlord.partners.iter().map(|(id, partner)| (id, &partner.name)));
        let shared = shared.chain(landlord.associations.iter().map(|(id, association)| (id, &association.name)));
        for (id, name) in shared.chain(council.groups.iter().map(|(id, group)| (id, &group.name))) {
            names.add(id.as_str(), &[id.as_str(), name]);
        }
        for (id, member) in &council.members {
            names.add(id.as_str(), &[id.as_str()]);
            if let Some(name) = &member.name {
                names.add(id.as_str(), &[name]);
            }
        }
        for role in ROLES {
            let mut bearers = council.members.iter().filter(|(_, member)| member.role == role && member.sits_on(day));
            if let (Some((id, _)), None) = (bearers.next(), bearers.next()) {
                names.add(
                    id.as_str(),
                    &[Language::French, Language::English].map(|language| words::role(role, 1, language)),
                );
            }
        }
        names.add(files.id.as_str(), &[files.id.as_str(), &council.name, "conseil", "conseil de résidents", "council"]);
        names.add("landlord", &["landlord", &landlord.name, "bailleur", "organisme"]);
        names
    }

    /// The axes of a plan, by id, by title, and by theme where one axis alone is of it.
    pub(super) fn of_axes(landlord: &Landlord, plan: Option<&Plan>) -> Self {
        let mut names = Self::default();
        let axes = || plan.into_iter().flat_map(|plan| &plan.axes);
        for (id, axis) in axes() {
            names.add(id.as_str(), &[id.as_str(), &axis.title]);
        }
        for (theme, named) in &landlord.themes {
            let mut of_theme = axes().filter(|(_, axis)| axis.theme.as_deref() == Some(theme.as_str()));
            if let (Some((id, _)), None) = (of_theme.next(), of_theme.next()) {
                names.add(id.as_str(), &[theme.as_str(), &named.name]);
            }
        }
        names
    }

    fn add(&mut self, id: &str, names: &[&str]) {
        for name in names {
            self.known.push((called(name), Known { id: id.to_owned(), name: one_line(name) }));
        }
    }

    /// All of them, each id once with its last name.
    pub(super) fn all(&self) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for (_, known) in &self.known {
            if !ids.contains(&known.id) {
                ids.push(known.id.clone());
            }
        }
        ids
    }

    /// What is called so.
    pub(super) fn one(&self, text: &str) -> Result<String, NoName> {
        let wanted = called(text);
        let mut ids: Vec<String> = Vec::new();
        for (_, known) in self.known.iter().filter(|(name, _)| *name == wanted) {
            if !ids.contains(&known.id) {
                ids.push(known.id.clone());
            }
        }
        match ids.as_slice() {
            [id] => Ok(id.clone()),
            [] => Err(NoName::Unknown(one_line(text), self.nearest(&wanted))),
            _ => Err(NoName::Several(one_line(text), ids)),
        }
    }

    /// Everything that a cell names: it as a whole, else its parts.
    pub(super) fn several(&self, text: &str) -> Result<Vec<String>, NoName> {
        if NOTHING.contains(&plain(text).as_str()) {
            return Ok(Vec::new());
        }
        let whole = self.one(text).map(|id| vec![id]);
        let text = text.replace(" et ", ",").replace(" and ", ",");
        let parts: Vec<&str> =
            text.split([',', ';', '/', '\n', '&', '+']).map(str::trim).filter(|part| !part.is_empty()).collect();
        if whole.is_ok() || parts.len() < 2 {
            return whole;
        }
        let mut ids = Vec::new();
        for part in parts {
            let id = self.one(part)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(ids)
    }

    fn nearest(&self, wanted: &str) -> Option<Known> {
        let alike = |name: &str| strsim::jaro_winkler(name, wanted);
        let best = self.known.iter().max_by(|(one, _), (other, _)| alike(one).total_cmp(&alike(other)))?;
        (alike(&best.0) > 0.8).then(|| best.1.clone())
    }
}

/// A name in plain words, without its article; an *Unité de Gestion* is a « UG », and the number of an axis says nothing.
fn called(name: &str) -> String {
    let mut name = plain(name).replace("unite de gestion", "ug");
    if let Some(rest) = name.strip_prefix("axe ") {
        let numbered =
            rest.split_once(' ').filter(|(number, _)| Id::new(number).is_some() && number.parse::<u8>().is_ok());
        name = numbered.map_or(rest, |(_, title)| title).to_owned();
    }
    for article in ["le ", "la ", "les ", "l ", "un ", "une "] {
        if let Some(rest) = name.strip_prefix(article) {
            return rest.to_owned();
        }
    }
    name
}
