//! `template-error`: the landlord's own template cannot be used: not well formed, or it names what there is none of.

use super::{Findings, LandlordScope, Rule};
use crate::document::Template;
use crate::locale::problem::Reading;
use crate::record::TextFile;

pub(super) const RULE: Rule = Rule::error("template-error").on_landlord(look);

fn look(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    let Some(text) = scope.own_template.as_ref().and_then(TextFile::readable) else { return };
    if let Err(error) = Template::own_minutes(text, scope.record.language()).verify() {
        findings.report_bytes(&error.path, error.range, Reading::Template(error.fault));
    }
}
