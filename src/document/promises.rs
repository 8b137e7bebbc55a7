//! How promises are said, in reports and tables alike: what they are measured by, the figure, the verdict, and why there is
//! none.

use super::scores::Scores;
use crate::commitments::{Figure, Tally, Verdict, Why};
use crate::locale::{counted, decimal, in_period, integer, percent, plural};
use crate::model::{Decimal, Language, Measure};
use crate::statistics::{Proportion, rounded};

/// The words of promises in a language.
#[derive(Debug, Clone, Copy)]
pub struct Promises(pub Language);

impl Promises {
    /// « tenu ».
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Kept => self.say("tenu", "kept"),
            Verdict::Broken => self.say("non tenu", "broken"),
            Verdict::Unmeasured(_) => self.say("non mesurable", "not measurable"),
        }
    }

    /// What a promise is measured by; the question is given in full.
    pub fn measure(self, measure: &Measure, question: impl Fn(&str) -> String) -> String {
        let language = self.0;
        match (measure, language) {
            (Measure::MinutesWithinDays(days), Language::French) => {
                let days = counted(days.get(), "jour", "jours", language);
                format!("chaque relevé est publié en {days} au plus après la séance")
            }
            (Measure::MinutesWithinDays(days), Language::English) => {
                let days = counted(days.get(), "day", "days", language);
                format!("each set of minutes is published within {days} of the session")
            }
            (Measure::SessionsPerYear(sessions), Language::French) => {
                format!("{} au moins dans l'année", counted(sessions.get(), "séance tenue", "séances tenues", language))
            }
            (Measure::SessionsPerYear(sessions), Language::English) => {
                format!("at least {} held in the year", counted(sessions.get(), "session", "sessions", language))
            }
            (Measure::Question { question: id, at_least }, Language::French) => {
                let wanted = percent(*at_least, language);
                format!(
                    "{wanted} de satisfaits au moins à la dernière enquête de l'année\u{a0}: «\u{a0}{}\u{a0}»",
                    question(id)
                )
            }
            (Measure::Question { question: id, at_least }, Language::English) => {
                format!(
                    "at least {} satisfied in the year's last survey: “{}”",
                    percent(*at_least, language),
                    question(id)
                )
            }
            (Measure::ActionsOnTime(share), Language::French) => {
                format!(
                    "{} au moins des actions à faire dans l'année, faites à la date promise",
                    percent(*share, language)
                )
            }
            (Measure::ActionsOnTime(share), Language::English) => {
                format!("at least {} of the actions due in the year, done on time", percent(*share, language))
            }
        }
    }

    /// What is said of a promise that nothing measures.
    pub fn unmeasured(self) -> String {
        let verdict = self.verdict(Verdict::Unmeasured(Why::NoMeasure));
        match self.0 {
            Language::French => format!("{verdict}\u{a0}: {}", self.why(Why::NoMeasure)),
            Language::English => format!("{verdict}: {}", self.why(Why::NoMeasure)),
        }
    }

    fn say<'t>(self, french: &'t str, english: &'t str) -> &'t str {
        match self.0 {
            Language::French => french,
            Language::English => english,
        }
    }

    /// Why neither can be said.
    pub fn why(self, why: Why) -> &'static str {
        match (why, self.0) {
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

    /// The figure that a verdict rests on.
    pub fn figure(self, figure: Figure) -> String {
        let language = self.0;
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

    fn score_figure(self, when: &str, proportion: Proportion, wanted: Decimal) -> String {
        let words = Scores(self.0);
        let score = words.proportion(proportion).join(" ");
        let holds = proportion.interval().is_some_and(|interval| {
            interval.low < interval.high && interval.low <= wanted.as_f64() && wanted.as_f64() <= interval.high
        });
        let unsure = if holds {
            self.say("\u{a0}; l'intervalle contient ce seuil", "; the interval holds that mark")
        } else {
            ""
        };
        let wanted = decimal(wanted, self.0);
        match self.0 {
            Language::French => format!("{score} de satisfaits {when}, {wanted}\u{a0}% promis{unsure}"),
            Language::English => format!("{score} satisfied {when}, {wanted}% promised{unsure}"),
        }
    }

    /// What of a tally is not decided.
    fn undecided(self, tally: Tally) -> String {
        let some = |many: u32, french: &str, english: &str| {
            let number = integer(many, self.0);
            if many > 0 { format!(", {number} {}", self.say(french, english)) } else { String::new() }
        };
        let pending = some(tally.pending, "encore dans les délais", "still to come");
        let unsure = some(tally.unsure, "à une date trop imprécise", "on a date that is too vague");
        format!("{pending}{unsure}")
    }
}
