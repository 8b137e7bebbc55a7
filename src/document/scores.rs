//! How satisfaction is said, in tables and documents alike: a score with its interval, what it rests on, a change with
//! its verdict. Each in parts, so that a table can put them one below another.

use crate::locale::{self, words};
use crate::model::Language;
use crate::satisfaction::{Change, Wave};
use crate::statistics::{Proportion, rounded};

/// The words of satisfaction in a language.
#[derive(Debug, Clone, Copy)]
pub struct Scores(pub Language);

impl Scores {
    /// « 68,2 % », « [49,2 ; 82,6] »; « aucun avis » where nobody has one.
    pub fn score(self, wave: &Wave<'_>) -> Vec<String> {
        self.proportion(wave.proportion)
    }

    /// The same, of its numbers.
    pub fn proportion(self, proportion: Proportion) -> Vec<String> {
        match (proportion.percent(), proportion.interval()) {
            (Some(percent), Some(interval)) => vec![
                self.percent(rounded(percent)),
                format!("[{} ; {}]", self.decimal(rounded(interval.low)), self.decimal(rounded(interval.high))),
            ],
            _ => vec![self.say("aucun avis", "no opinion")],
        }
    }

    /// « +9,1 points », « [−18,2 ; +34,7] », « non concluant »; « non comparable ».
    pub fn change(self, change: Change) -> Vec<String> {
        match change {
            Change::NotComparable => vec![self.say("non comparable", "not comparable")],
            Change::Compared(difference) => {
                let [points, low, high] =
                    [difference.points, difference.low, difference.high].map(|value| self.signed(rounded(value)));
                let unit = words::points(rounded(difference.points), self.0);
                let verdict = words::verdict(difference.verdict, self.0).to_owned();
                vec![format!("{points} {unit}"), format!("[{low} ; {high}]"), verdict]
            }
        }
    }

    /// A change in one line: « +9,1 points [−18,2 ; +34,7], non concluant ».
    pub(super) fn told(self, change: Change) -> String {
        match self.change(change).as_slice() {
            [points, interval, verdict] => format!("{points} {interval}, {verdict}"),
            parts => parts.join(", "),
        }
    }

    /// What a score rests on: opinions, forms, dwellings, the means and those asked.
    pub fn answers(self, wave: &Wave<'_>) -> Vec<String> {
        let language = self.0;
        let mut parts = vec![match language {
            Language::French => locale::counted(wave.proportion.base, "avis", "avis", language),
            Language::English => locale::counted(wave.proportion.base, "opinion", "opinions", language),
        }];
        parts.extend(self.forms(wave));
        parts.extend(wave.dwellings.map(|many| words::population(wave.asked, many, language)));
        parts.extend(wave.mode.map(|mode| words::mode(mode, language).to_owned()));
        parts.extend(wave.sampling.map(|sampling| words::sampling(sampling, language).to_owned()));
        parts
    }

    /// What is said of a figure without its base.
    pub fn unknown_base(self) -> String {
        self.say("base inconnue", "unknown base")
    }

    /// What must be known of answers that people gave of their own accord.
    pub fn about_volunteers(self) -> &'static str {
        match self.0 {
            Language::French => {
                "Des réponses volontaires ne sont pas un échantillon tiré au sort : elles ne disent que l'avis de ceux \
                 qui ont répondu."
            }
            Language::English => {
                "Voluntary answers are no random sample: they only tell what those who answered think."
            }
        }
    }

    /// How many forms came back, of how many.
    fn forms(self, wave: &Wave<'_>) -> Option<String> {
        let language = self.0;
        let returned = wave.returned.map(|returned| match language {
            Language::French => locale::counted(returned, "retour", "retours", language),
            Language::English => locale::counted(returned, "form", "forms", language),
        });
        let questioned = wave.questioned.map(|questioned| locale::integer(questioned, language));
        let rate = wave.response_rate().map(|rate| format!(" ({})", self.percent(rounded(rate)))).unwrap_or_default();
        match (returned, questioned, language) {
            (None, None, _) => None,
            (Some(returned), None, _) => Some(returned),
            (None, Some(questioned), Language::French) => Some(format!("{questioned} demandés")),
            (None, Some(questioned), Language::English) => Some(format!("{questioned} asked")),
            (Some(returned), Some(questioned), Language::French) => Some(format!("{returned} sur {questioned}{rate}")),
            (Some(returned), Some(questioned), Language::English) => Some(format!("{returned} of {questioned}{rate}")),
        }
    }

    /// A figure with its one decimal, zero too: it says how precise the figure is.
    pub fn decimal(self, value: f64) -> String {
        let text = format!("{value:.1}");
        match self.0 {
            Language::French => text.replace('.', ","),
            Language::English => text,
        }
    }

    /// « 68,2 % ».
    pub fn percent(self, value: f64) -> String {
        match self.0 {
            Language::French => format!("{}\u{a0}%", self.decimal(value)),
            Language::English => format!("{}%", self.decimal(value)),
        }
    }

    fn signed(self, value: f64) -> String {
        let text = self.decimal(value.abs());
        let sign = if value > 0.0 {
            "+"
        } else if value < 0.0 {
            "−"
        } else {
            ""
        };
        format!("{sign}{text}")
    }

    fn say(self, french: &str, english: &str) -> String {
        match self.0 {
            Language::French => french.to_owned(),
            Language::English => english.to_owned(),
        }
    }
}
