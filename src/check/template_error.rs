//! `template-error`: one of the landlord's own templates cannot be used: not well formed, or it names what there is none of.
#![doc = include_str!("../../templates/en/rules/template-error.md")]

use super::{Findings, LandlordScope, Rule};
use crate::document::Template;
use crate::locale::problem::Reading;

pub(super) const RULE: Rule = Rule::error("template-error").on_landlord(look);

fn look(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    for (kind, file) in &scope.own_templates {
        let Some(text) = file.readable() else { continue };
        if let Err(error) = Template::own(*kind, text, scope.record.language()).verify() {
            findings.report_bytes(&error.path, error.range, Reading::Template(error.fault));
        }
    }
}
