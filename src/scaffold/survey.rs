//! `<council>/surveys/<period>.yaml` for a new wave of the survey.

use super::remark::remark;
use super::{Choice, Wording, with_schema, wording};
use crate::locale::{period, words};
use crate::model::{Asked, Landlord, Language, Period, WrittenFile};
use crate::record::{CouncilRecord, Record};
use serde::Serialize;

const WORDING: Wording = wording!("survey.yaml");

#[derive(Serialize)]
struct Facts {
    council: String,
    period: String,
    dwellings: Option<u32>,
    questions: Vec<Choice>,
    other_questions: Vec<OtherQuestion>,
    question: String,
}

/// A question that is not put to tenants.
#[derive(Serialize)]
struct OtherQuestion {
    id: String,
    name: String,
    to: &'static str,
}

/// The text of a new survey wave's file.
pub fn survey(record: &Record, files: &CouncilRecord, wave: Period) -> String {
    let language = record.language();
    let landlord = record.landlord.value();
    let all = || landlord.into_iter().flat_map(|landlord| &landlord.questions);
    let asked = |question: &crate::model::Question| question.asked.unwrap_or_default();
    let facts = Facts {
        council: title(files),
        period: period(wave, language),
        dwellings: landlord.and_then(|landlord| dwellings(landlord, files)),
        questions: all()
            .filter(|(_, question)| asked(question) == Asked::Tenants)
            .map(|(id, question)| Choice::new(id, &question.text))
            .collect(),
        other_questions: all()
            .filter(|(_, question)| asked(question) != Asked::Tenants)
            .map(|(id, question)| OtherQuestion {
                id: id.to_string(),
                name: remark(&question.text),
                to: words::asked(asked(question), language),
            })
            .collect(),
        question: all().next().map_or_else(
            || match language {
                Language::French => "ensemble".to_owned(),
                Language::English => "overall".to_owned(),
            },
            |(id, _)| id.to_string(),
        ),
    };
    with_schema(&record.store, WrittenFile::Survey, &WORDING.filled(&facts, language))
}

/// What a council is called at the head of its files.
pub(super) fn title(files: &CouncilRecord) -> String {
    files.council.value().map_or_else(|| files.id.to_string(), |council| remark(&council.name))
}

/// How many dwellings a council's residences have, where that is known of each.
pub(super) fn dwellings(landlord: &Landlord, files: &CouncilRecord) -> Option<u32> {
    let residences = &files.council.value()?.residence;
    let mut counts =
        residences.iter().map(|id| landlord.residences.get(id.as_str())?.dwellings.map(crate::model::Count::get));
    let sum = counts.try_fold(0_u32, |sum, count| sum.checked_add(count?))?;
    (sum > 0).then_some(sum)
}
