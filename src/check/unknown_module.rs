//! `unknown-module`: a sitting or a lesson of the coaching pilot is about a module that it does not have.

use super::context::may_be_lost;
use super::{Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::route;
use crate::yaml::Spot;

pub(super) const RULE: Rule = Rule::error("unknown-module").on_landlord(look);

fn look(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some(file) = &scope.coaching else { return };
    let Some(coaching) = file.value() else { return };
    let mut named: Vec<(Spot, &str)> = Vec::new();
    for (sitting, fields) in &coaching.sittings {
        named.push((route!["sittings", sitting.as_str(), "module"].value(), &fields.module));
    }
    for (lesson, fields) in &coaching.lessons {
        let spot = route!["lessons", lesson.as_str(), "module"].value();
        named.extend(fields.module.iter().map(|id| (spot.clone(), id.as_str())));
    }
    for (spot, id) in named {
        if !coaching.modules.contains_key(id) && !may_be_lost(file, "modules", id) {
            let known = coaching.modules.keys().map(|id| id.as_str());
            findings.unknown(&file.path, spot, (Referent::Module, id), known, &file.path);
        }
    }
}
