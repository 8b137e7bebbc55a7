//! The questionnaire of a satisfaction survey: printed, ticked by hand, and typed back into the survey's file.

use super::facts::{AnswerFacts, AskedFact, QuestionFacts, QuestionThemeFacts, QuestionnaireFacts};
use super::markdown::line;
use super::people::People;
use super::template::{DocumentError, Template};
use crate::locale::piloting::{self, Moment};
use crate::locale::{period, words};
use crate::model::{Answers, Asked, Date, Id, Language, Period, Question, Survey};
use crate::record::{CouncilRecord, Record};

/// What a questionnaire is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Questionnaire {
    /// Who answers.
    pub asked: Asked,
    /// The survey wave it is for, whose own wording is used where its file is there.
    pub wave: Option<Period>,
    /// The day it is written.
    pub day: Date,
    /// Before or after the coaching, where it is for that and no wave is named.
    pub moment: Option<Moment>,
}

/// Writes a council's questionnaire in Markdown. The same record gives the same bytes on every machine and every day.
///
/// # Errors
/// When a file it is made of could not be read, or the template is wrong.
pub fn questionnaire(
    record: &Record,
    files: &CouncilRecord,
    wanted: Questionnaire,
    template: &Template,
) -> Result<String, DocumentError> {
    let facts = facts(record, files, wanted, template.language).ok_or(DocumentError::Unreadable)?;
    Ok(template.render(&facts)?)
}

fn facts(
    record: &Record,
    files: &CouncilRecord,
    wanted: Questionnaire,
    language: Language,
) -> Option<QuestionnaireFacts> {
    let people = People::of(record, files, wanted.day, language)?;
    let file = wanted.wave.map(|wave| wave.to_string());
    let survey = file.as_ref().and_then(|name| files.surveys.iter().find(|(known, _)| known == name));
    let survey = survey.and_then(|(_, file)| file.value());
    let asked: Vec<(&Id, &Question)> = people.landlord.questions_for(wanted.asked).collect();
    let themes = people.themes(&asked, survey);
    let printed =
        |id: &Id| themes.iter().flat_map(|theme| &theme.questions).find(|question| question.id == id.as_str());
    let moment = || wanted.moment.map(|when| piloting::moment(when, language).to_owned());
    Some(QuestionnaireFacts {
        language: language.code().to_owned(),
        landlord: people.landlord(),
        council: people.council(),
        period: wanted.wave.map(|wave| period(wave, language)).or_else(moment),
        asked: match wanted.asked {
            Asked::Tenants => AskedFact::Tenants,
            Asked::Members => AskedFact::Members,
            Asked::Staff => AskedFact::Staff,
        },
        contact: people.contact(),
        questions: asked.iter().filter_map(|(id, _)| printed(id).cloned()).collect(),
        themes,
        answers: words::answers(language)
            .map(|(id, text)| AnswerFacts { id: id.to_owned(), text: text.to_owned() })
            .into(),
        file: file.map(|name| files.paths.survey(&name)),
    })
}

/// A question as a wave asks it: in its own words, where it has some.
fn wording(id: &Id, question: &Question, survey: Option<&Survey>) -> String {
    let answers: Option<&Answers> = survey.and_then(|survey| survey.answers.get(id.as_str()));
    let own = answers.and_then(|answers| answers.wording.as_ref());
    line(own.unwrap_or(&question.text))
}

impl People<'_> {
    /// The questions by theme, each theme where it first comes; numbered as they are printed.
    fn themes(&self, asked: &[(&Id, &Question)], survey: Option<&Survey>) -> Vec<QuestionThemeFacts> {
        let mut themes: Vec<Option<&str>> = Vec::new();
        for (_, question) in asked {
            let theme = question.theme.as_deref();
            if !themes.contains(&theme) {
                themes.push(theme);
            }
        }
        let mut numbers = 1..;
        let mut of_theme = |theme: Option<&str>| {
            let own = asked.iter().filter(|(_, question)| question.theme.as_deref() == theme);
            let numbered = own.zip(&mut numbers).map(|((id, question), number)| QuestionFacts {
                number,
                id: id.to_string(),
                text: wording(id, question, survey),
            });
            numbered.collect()
        };
        let named = |id: &str| self.landlord.themes.get(id).map_or_else(|| id.to_owned(), |theme| line(&theme.name));
        let facts = |theme: Option<&str>| QuestionThemeFacts { name: theme.map(named), questions: of_theme(theme) };
        themes.into_iter().map(facts).collect()
    }
}
