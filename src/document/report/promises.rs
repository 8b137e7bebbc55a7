//! The charter's commitments and the landlord's engagements, each with its verdict on the year in words.

use super::Report;
use crate::commitments::{Span, Verdict, charter_span, engagement_span, measured};
use crate::document::facts::{PromiseFacts, VerdictFact};
use crate::document::markdown::line;
use crate::document::promises::Promises;
use crate::model::{Language, Measure};

impl Report<'_> {
    /// The charter's title and its commitments; nothing in a year in which it does not hold.
    pub(super) fn commitments(&self) -> (Option<String>, Vec<PromiseFacts>) {
        let file = self.people.record.charter();
        let Some(charter) = file.as_ref().and_then(|file| file.value()) else { return (None, Vec::new()) };
        let span = charter_span(charter, self.year);
        let holding = charter.commitments.values().filter(|_| !span.is_empty());
        let promises: Vec<PromiseFacts> =
            holding.map(|promise| self.promise(&promise.text, promise.measure.as_ref(), span)).collect();
        ((!promises.is_empty()).then(|| line(&charter.title)), promises)
    }

    /// The landlord's engagements that hold in the year.
    pub(super) fn engagements(&self) -> Vec<PromiseFacts> {
        let engagements = self.people.landlord.engagements.values();
        let holding = engagements.map(|promise| (promise, engagement_span(promise, self.year)));
        let holding = holding.filter(|(_, span)| !span.is_empty());
        holding.map(|(promise, span)| self.promise(&promise.text, promise.measure.as_ref(), span)).collect()
    }

    fn promise(&self, text: &str, measure: Option<&Measure>, span: Span) -> PromiseFacts {
        let measured = measured(measure, span, self.people.landlord, self.people.files, self.as_of);
        let words = Promises(self.people.language);
        let (verdict, why) = match measured.verdict {
            Verdict::Kept => (VerdictFact::Kept, None),
            Verdict::Broken => (VerdictFact::Broken, None),
            Verdict::Unmeasured(why) => (VerdictFact::Unmeasured, Some(words.why(why))),
        };
        PromiseFacts {
            text: line(text),
            verdict,
            said: words.verdict(measured.verdict).to_owned(),
            figure: measured.figure.map(|figure| words.figure(figure)),
            why: why.map(str::to_owned),
        }
    }

    pub(super) fn say<'t>(&self, french: &'t str, english: &'t str) -> &'t str {
        match self.people.language {
            Language::French => french,
            Language::English => english,
        }
    }
}
