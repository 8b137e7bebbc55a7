//! `plan.yaml`, begun with the first action.

use super::{Wording, wording};
use crate::model::Language;

const PLAN: Wording = wording!("plan.yaml");

/// The text of a new action plan: axes and actions, none of each, with what they are made of in comments.
pub fn plan(language: Language) -> String {
    PLAN.filled(&(), language)
}
