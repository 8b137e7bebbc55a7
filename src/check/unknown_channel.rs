//! `unknown-channel`: an invitation went by a way that the landlord does not declare under `mobilisation`.
#![doc = include_str!("../../templates/en/rules/unknown-channel.md")]

use super::context::Declared;
use super::{CouncilScope, Findings, Rule};
use crate::locale::problem::Referent;
use crate::route;

pub(super) const RULE: Rule = Rule::error("unknown-channel").on_council(look);

fn look(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    let Some(landlord) = scope.landlord() else { return };
    let declared = Declared { things: &landlord.mobilisation, file: &scope.record.landlord, key: "mobilisation" };
    for (_, file, session) in scope.sessions() {
        let channels = session.invitation.iter().flat_map(|invitation| invitation.channels.iter());
        for (index, id) in channels.enumerate() {
            let spot = || route!["invitation", "channels", index].value();
            findings.require(&declared, (Referent::Channel, id), &file.path, spot);
        }
    }
}
