//! `weekday-mismatch`: a text names a day of the week that its date does not fall on.
#![doc = include_str!("../../templates/en/rules/weekday-mismatch.md")]

use super::folded::folded_letter;
use super::{CouncilScope, Findings, LandlordScope, Rule};
use crate::locale::oversight::Oversight;
use crate::model::{Date, Language};
use crate::record::Written;
use aho_corasick::{AhoCorasick, MatchKind};
use chrono::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue, Wed};
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const RULE: Rule = Rule::warning("weekday-mismatch").on_landlord(in_shared).on_council(in_council);

const WEEKDAYS: [(&str, Weekday, Language); 14] = [
    ("lundi", Mon, Language::French),
    ("mardi", Tue, Language::French),
    ("mercredi", Wed, Language::French),
    ("jeudi", Thu, Language::French),
    ("vendredi", Fri, Language::French),
    ("samedi", Sat, Language::French),
    ("dimanche", Sun, Language::French),
    ("monday", Mon, Language::English),
    ("tuesday", Tue, Language::English),
    ("wednesday", Wed, Language::English),
    ("thursday", Thu, Language::English),
    ("friday", Fri, Language::English),
    ("saturday", Sat, Language::English),
    ("sunday", Sun, Language::English),
];

/// The months without their accents: in French, in English, and cut short.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "january", "janv", "jan"],
    &["fevrier", "february", "fevr", "feb"],
    &["mars", "march", "mar"],
    &["avril", "april", "avr", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "july", "juil", "jul"],
    &["aout", "august", "aug"],
    &["septembre", "september", "sept", "sep"],
    &["octobre", "october", "oct"],
    &["novembre", "november", "nov"],
    &["decembre", "december", "dec"],
];

fn in_shared(scope: &LandlordScope<'_>, findings: &mut Findings<'_>) {
    look(&scope.record.landlord, findings);
    scope.charter.iter().for_each(|file| look(file, findings));
    scope.coaching.iter().for_each(|file| look(file, findings));
    scope.own_templates.iter().for_each(|(_, file)| look(file, findings));
}

fn in_council(scope: &CouncilScope<'_>, findings: &mut Findings<'_>) {
    scope.files.files().into_iter().for_each(|file| look(file, findings));
}

fn look(file: &dyn Written, findings: &mut Findings<'_>) {
    for named in file.readable().into_iter().flat_map(weekdays) {
        if named.date.weekday() != named.weekday {
            let problem = Oversight::WeekdayMismatch { date: named.date, written: named.weekday, language: named.language };
            findings.report_bytes(file.path(), named.range, problem);
        }
    }
}

/// A day of the week with its whole date.
struct Named {
    weekday: Weekday,
    language: Language,
    date: Date,
    /// The bytes of the day's name.
    range: Range<usize>,
}

/// Finds the names of the days of the week as people write them, in one pass: « mardi », « Mardi », « MARDI », in this
/// order for each day.
static NAMES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let capital = |name: &str| format!("{}{}", name[..1].to_uppercase(), &name[1..]);
    let names = WEEKDAYS.iter().flat_map(|(name, _, _)| [(*name).to_owned(), capital(name), name.to_uppercase()]);
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(names).ok()
});

/// In how many ways a name is looked for.
const WAYS: usize = 3;

/// The days of the week in a text that a whole date follows.
fn weekdays(text: &str) -> impl Iterator<Item = Named> {
    NAMES.iter().flat_map(move |names| names.find_iter(text)).filter_map(move |found| {
        let (_, weekday, language) = WEEKDAYS.get(found.pattern().as_usize() / WAYS)?;
        let before = text.get(..found.start())?.chars().next_back();
        let date = date_after(text.get(found.end()..)?, *language)?;
        let is_word = before.is_none_or(|letter| !letter.is_alphanumeric());
        is_word.then_some(Named { weekday: *weekday, language: *language, date, range: found.range() })
    })
}

/// The date that a text begins with: « 10 mai 2023 », « 1er mai 2023 », « 10/05/2023 »; "10th May 2023", "May 10, 2023".
fn date_after(text: &str, language: Language) -> Option<Date> {
    let mut rest = Reader { rest: text };
    rest.gap()?;
    let (day, month) = rest.day_and_month(language)?;
    let year = rest.number(4).filter(|year| *year > 999)?;
    let is_over = rest.rest.chars().next().is_none_or(|next| !next.is_alphanumeric());
    // A day that there is not falls on no day of the week.
    format!("{year:04}-{month:02}-{day:02}").parse().ok().filter(|_| is_over)
}

/// What is left to read of a text.
struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    /// Passes over the blanks between two words, be it a line's end, with a comma or a full stop before them.
    fn gap(&mut self) -> Option<()> {
        let after_stop = self.rest.trim_start_matches([',', '.']);
        let after = after_stop.trim_start();
        let is_gap = after.len() < after_stop.len();
        self.rest = after;
        is_gap.then_some(())
    }

    fn day_and_month(&mut self, language: Language) -> Option<(u32, u32)> {
        let Some(day) = self.number(2) else {
            let month = self.month()?;
            self.gap()?;
            let day = self.number(2)?;
            self.ending();
            self.gap()?;
            return Some((day, month));
        };
        self.ending();
        // Figures alone are day before month in French only.
        if let Some(sign) = self.sign(&['/', '.', '-']).filter(|_| language == Language::French) {
            let month = self.number(2)?;
            self.sign(&[sign])?;
            return Some((day, month));
        }
        self.gap()?;
        let month = self.month()?;
        self.gap()?;
        Some((day, month))
    }

    fn number(&mut self, most: usize) -> Option<u32> {
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = self.rest.get(..digits)?.parse().ok().filter(|_| digits <= most)?;
        self.rest = self.rest.get(digits..)?;
        Some(number)
    }

    /// Passes over what follows the number of a day.
    fn ending(&mut self) {
        let endings = ["er", "ᵉʳ", "st", "nd", "rd", "th"];
        let has = |ending: &&str| self.rest.get(..ending.len()).is_some_and(|start| start.eq_ignore_ascii_case(ending));
        if let Some(ending) = endings.iter().copied().find(has) {
            self.rest = self.rest.get(ending.len()..).unwrap_or_default();
        }
    }

    fn sign(&mut self, signs: &[char]) -> Option<char> {
        let sign = self.rest.chars().next().filter(|sign| signs.contains(sign))?;
        self.rest = self.rest.get(sign.len_utf8()..)?;
        Some(sign)
    }

    fn month(&mut self) -> Option<u32> {
        let is_letter = |sign: char| sign.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&sign);
        let end = self.rest.find(|sign: char| !is_letter(sign)).unwrap_or(self.rest.len());
        let word = self.rest.get(..end).filter(|word| word.len() <= 16)?;
        let folded: String = word.chars().filter_map(folded_letter).collect();
        let month = MONTHS.iter().position(|names| names.contains(&folded.as_str()))?;
        self.rest = self.rest.get(end..)?;
        u32::try_from(month + 1).ok()
    }
}
