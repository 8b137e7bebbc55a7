//! `unknown-module`: a sitting or a lesson of the coaching pilot is about a module that it does not have.
#![doc = include_str!("../../templates/en/rules/unknown-module.md")]

use super::context::Declared;
use super::{Findings, LandlordScope, Rule};
use crate::locale::problem::Referent;
use crate::route;

pub(super) const RULE: Rule = Rule::error("unknown-module").on_landlord(look);

fn look(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some(file) = &scope.coaching else { return };
    let Some(coaching) = file.value() else { return };
    let declared = Declared { things: &coaching.modules, file, key: "modules" };
    for (sitting, fields) in &coaching.sittings {
        let spot = || route!["sittings", sitting.as_str(), "module"].value();
        findings.require(&declared, (Referent::Module, &fields.module), &file.path, spot);
    }
    for (lesson, fields) in &coaching.lessons {
        if let Some(id) = &fields.module {
            let spot = || route!["lessons", lesson.as_str(), "module"].value();
            findings.require(&declared, (Referent::Module, id), &file.path, spot);
        }
    }
}
