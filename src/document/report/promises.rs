//! The charter's commitments and the landlord's engagements, each with its verdict on the year in words.

use super::Report;
use crate::commitments::{Figure, Span, Tally, Verdict, Why, charter_span, engagement_span, measured};
use crate::document::facts::{PromiseFacts, VerdictFact};
use crate::document::markdown::line;
use crate::document::scores::Scores;
use crate::locale::{counted, decimal, in_period, integer, percent, plural};
use crate::model::{Decimal, Language, Measure};
use crate::statistics::{Proportion, rounded};

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
        let (verdict, french, english) = match measured.verdict {
            Verdict::Kept => (VerdictFact::Kept, "tenu", "kept"),
            Verdict::Broken => (VerdictFact::Broken, "non tenu", "broken"),
            Verdict::Unmeasured(_) => (VerdictFact::Unmeasured, "non mesurable", "not measurable"),
        };
        let why = match measured.verdict {
            Verdict::Kept | Verdict::Broken => None,
            Verdict::Unmeasured(why) => Some(self.say_why(why)),
        };
        PromiseFacts {
            text: line(text),
            verdict,
            said: self.say(french, english).to_owned(),
            figure: measured.figure.map(|figure| self.figure(figure)),
            why: why.map(str::to_owned),
        }
    }

    pub(super) fn say<'t>(&self, french: &'t str, english: &'t str) -> &'t str {
        match self.people.language {
            Language::French => french,
            Language::English => english,
        }
    }

    fn say_why(&self, why: Why) -> &'static str {
        match (why, self.people.language) {
            (Why::NoMeasure, Language::French) => "aucune mesure n'est déclarée",
            (Why::NoMeasure, Language::English) => "no measure is declared",
            (Why::NothingToMeasure, Language::French) => "rien ne permet d'en juger cette année-là",
            (Why::NothingToMeasure, Language::English) => "nothing to judge it by that year",
            (Why::NotOver, Language::French) => "il est trop tôt pour en juger",
            (Why::NotOver, Language::English) => "it is too early to say",
            (Why::PartOfTheYear, Language::French) => "le conseil ou la promesse ne couvrent qu'une partie de l'année",
            (Why::PartOfTheYear, Language::English) => "the council or the promise covers only a part of the year",
            (Why::Imprecise, Language::French) => "une date n'est pas connue au jour près",
            (Why::Imprecise, Language::English) => "a date is not known to the day",
        }
    }

    /// The figure in words.
    fn figure(&self, figure: Figure) -> String {
        let language = self.people.language;
        let number = |many: u32| integer(many, language);
        match figure {
            Figure::Minutes { within, tally } => {
                let kept = number(tally.kept);
                let told = match language {
                    Language::French => {
                        let minutes = counted(tally.total(), "relevé", "relevés", language);
                        let days = counted(within, "jour", "jours", language);
                        let published = plural(tally.kept, "publié", "publiés", language);
                        format!("sur {minutes}, {kept} {published} en {days} au plus")
                    }
                    Language::English => {
                        let days = counted(within, "day", "days", language);
                        format!(
                            "{kept} of {} published within {days}",
                            counted(tally.total(), "set of minutes", "sets of minutes", language)
                        )
                    }
                };
                format!("{told}{}", self.undecided(tally))
            }
            Figure::Sessions { held, wanted } => match language {
                Language::French => {
                    let held = counted(held, "séance tenue", "séances tenues", language);
                    format!("{held}, {} {}", number(wanted), plural(wanted, "promise", "promises", language))
                }
                Language::English => {
                    format!("{} held, {} promised", counted(held, "session", "sessions", language), number(wanted))
                }
            },
            Figure::Score { wave, proportion, wanted } => {
                self.score_figure(&in_period(wave, language), proportion, wanted)
            }
            Figure::Actions { tally, wanted } => {
                let rate = 100.0 * f64::from(tally.kept) / f64::from(tally.total().max(1));
                let rate = Scores(language).percent(rounded(rate));
                let (kept, wanted) = (number(tally.kept), percent(wanted, language));
                let told = match language {
                    Language::French => {
                        let due = counted(tally.total(), "action", "actions", language);
                        let done = plural(tally.kept, "faite", "faites", language);
                        format!("sur {due} à faire, {kept} {done} à la date promise ({rate}), {wanted} promis")
                    }
                    Language::English => {
                        let due = counted(tally.total(), "action", "actions", language);
                        format!("{kept} of {due} due done on time ({rate}), {wanted} promised")
                    }
                };
                format!("{told}{}", self.undecided(tally))
            }
        }
    }

    fn score_figure(&self, when: &str, proportion: Proportion, wanted: Decimal) -> String {
        let words = Scores(self.people.language);
        let score = words.proportion(proportion).join(" ");
        let holds = proportion.interval().is_some_and(|interval| {
            interval.low < interval.high && interval.low <= wanted.as_f64() && wanted.as_f64() <= interval.high
        });
        let unsure = if holds {
            self.say("\u{a0}; l'intervalle contient ce seuil", "; the interval holds that mark")
        } else {
            ""
        };
        let wanted = decimal(wanted, self.people.language);
        match self.people.language {
            Language::French => format!("{score} de satisfaits {when}, {wanted}\u{a0}% promis{unsure}"),
            Language::English => format!("{score} satisfied {when}, {wanted}% promised{unsure}"),
        }
    }

    /// What of a tally is not decided.
    fn undecided(&self, tally: Tally) -> String {
        let some = |many: u32, french: &str, english: &str| {
            let number = integer(many, self.people.language);
            if many > 0 { format!(", {number} {}", self.say(french, english)) } else { String::new() }
        };
        let pending = some(tally.pending, "encore dans les délais", "still to come");
        let unsure = some(tally.unsure, "à une date trop imprécise", "on a date that is too vague");
        format!("{pending}{unsure}")
    }
}
