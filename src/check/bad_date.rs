//! `bad-date`: a date or a period that is none, or that does not exist.
#![doc = include_str!("../../templates/en/rules/bad-date.md")]

use super::{Rule, Trouble};
use crate::locale::problem::{Problem, Reading};
use crate::model::{DateError, Period, PeriodError, date_meant};
use crate::yaml::{Expected, FaultKind, Found};

pub(super) const RULE: Rule = Rule::error("bad-date").on_reading(look);

fn look(trouble: &Trouble<'_>) -> Option<Problem> {
    let FaultKind::WrongType { expected, found: Found::Text(text) } = &trouble.fault()?.kind else { return None };
    let (period, no_such_day) = match expected {
        Expected::Date => {
            let error = text.parse::<crate::model::Date>().err();
            (false, matches!(error, Some(DateError::NoSuchDay | DateError::YearOutOfRange)))
        }
        Expected::Period | Expected::Signature => {
            let error = text.parse::<Period>().err();
            (true, matches!(error, Some(PeriodError::NoSuchPeriod | PeriodError::YearOutOfRange)))
        }
        _ => return None,
    };
    // « non datée », « sans date »
    let is_undated = *expected == Expected::Signature && text.to_lowercase().contains("dat");
    let meant = date_meant(text).map(|date| date.to_string()).or_else(|| is_undated.then(|| "undated".to_owned()));
    Some(Reading::BadDate { text: text.clone(), period, meant, no_such_day }.into())
}
