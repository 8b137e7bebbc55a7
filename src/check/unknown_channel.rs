//! `unknown-channel`: an invitation went by a way that the landlord does not declare under `mobilisation`.

use super::context::may_be_lost;
use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Referent;
use crate::route;

pub(super) const RULE: Rule = Rule::error("unknown-channel").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(landlord) = scope.landlord() else { return };
    for (_, file, session) in scope.sessions() {
        let channels = session.invitation.iter().flat_map(|invitation| invitation.channels.iter());
        for (index, id) in channels.enumerate() {
            let declared = landlord.mobilisation.contains_key(id.as_str());
            if !declared && !may_be_lost(&scope.record.landlord, "mobilisation", id) {
                let known = landlord.mobilisation.keys().map(|id| id.as_str());
                let spot = route!["invitation", "channels", index].value();
                findings.unknown(&file.path, spot, (Referent::Channel, id), known, &scope.record.landlord.path);
            }
        }
    }
}
