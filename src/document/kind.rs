//! What is particular to each kind of document: its built-in wording, and the facts that its templates are given.

use super::facts::{
    AgendaFacts, KitFacts, MinutesFacts, NoticeFacts, QuestionnaireFacts, ReportFacts, SheetFacts, TenderFacts,
};
use super::sample::{Sample, of};
use crate::model::{DocumentKind, Language};
use serde_json::Value;

/// What is particular to a kind of document.
pub(super) struct Kind {
    french: &'static str,
    english: &'static str,
    /// Its facts, with sample values.
    pub(super) sample: fn(Sample) -> Value,
}

/// Takes both languages' templates of this name.
macro_rules! kind {
    ($name:literal, $facts:ty) => {
        Kind {
            french: include_str!(concat!("../../templates/fr/", $name, ".md")),
            english: include_str!(concat!("../../templates/en/", $name, ".md")),
            sample: of::<$facts>,
        }
    };
}

impl From<DocumentKind> for Kind {
    fn from(kind: DocumentKind) -> Self {
        match kind {
            DocumentKind::Agenda => kind!("agenda", AgendaFacts),
            DocumentKind::Kit => kind!("kit", KitFacts),
            DocumentKind::Minutes => kind!("minutes", MinutesFacts),
            DocumentKind::Notice => kind!("notice", NoticeFacts),
            DocumentKind::Questionnaire => kind!("questionnaire", QuestionnaireFacts),
            DocumentKind::Report => kind!("report", ReportFacts),
            DocumentKind::Sheet => kind!("sheet", SheetFacts),
            DocumentKind::Tender => kind!("tender", TenderFacts),
        }
    }
}

impl Kind {
    /// The built-in template in this language.
    pub(super) fn wording(&self, language: Language) -> &'static str {
        match language {
            Language::French => self.french,
            Language::English => self.english,
        }
    }
}

/// Facts of a kind of document in which everything is said.
pub fn sample(kind: DocumentKind) -> Value {
    (Kind::from(kind).sample)(Sample::FULL)
}
