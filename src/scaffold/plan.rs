//! `plan.yaml`, begun with the first action.

use super::{Wording, with_schema, wording};
use crate::model::WrittenFile;
use crate::record::Record;

const PLAN: Wording = wording!("plan.yaml");

/// The text of a new action plan: axes and actions, none of each, with what they are made of in comments.
pub fn plan(record: &Record) -> String {
    with_schema(&record.store, WrittenFile::Plan, &PLAN.filled(&(), record.language()))
}
