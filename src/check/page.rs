//! The page of each rule: what it finds, why it matters, an example and how to mend it. `templates/en/rules` feeds
//! rustdoc too; `council explain` and docs/rules.md are made of both languages' pages.

use crate::model::Language;

/// A rule's page in each language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages {
    french: &'static str,
    english: &'static str,
}

/// A rule's page in one language: Markdown of a fixed form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The page as it was written.
    pub markdown: &'static str,
    language: Language,
}

/// A section of a page, in the order in which all pages have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What the rule finds.
    Finds,
    /// Why it matters, for a caretaker or a tenant.
    Matters,
    /// Files in which the rule fires.
    Example,
    /// How to mend it.
    Mend,
}

/// A file in which a rule fires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Its path in the record.
    pub path: &'static str,
    /// The day to look at it, where that matters: `2024-01-01`.
    pub today: Option<&'static str>,
    /// Its text.
    pub text: &'static str,
}

macro_rules! pages {
    ($($rule:literal),* $(,)?) => {
        const PAGES: &[(&str, Pages)] = &[$((
            $rule,
            Pages {
                french: include_str!(concat!("../../templates/fr/rules/", $rule, ".md")),
                english: include_str!(concat!("../../templates/en/rules/", $rule, ".md")),
            },
        )),*];
    };
}

// Written out once more, because nothing makes the name of a page from that of a module.
pages![
    "action-late",
    "action-silent",
    "action-without-due-date",
    "action-without-owner",
    "answers-exceed-dwellings",
    "approved-minutes-changed",
    "approved-session-changed",
    "axis-without-action",
    "bad-amount",
    "bad-date",
    "charter-expired",
    "commitment-broken",
    "conflict-markers",
    "cost-on-ended-action",
    "cost-shrinks-upward",
    "counts-do-not-add",
    "duplicate-key",
    "ended-without-note",
    "grant-exceeded",
    "mandate-ending",
    "mandates-overlap",
    "markdown-html",
    "minutes-never-approved",
    "minutes-out-of-date",
    "missing-key",
    "missing-reason",
    "name-without-consent",
    "next-before-session",
    "next-not-held",
    "no-mandate",
    "not-comparable",
    "personal-data",
    "postponed-forgotten",
    "present-and-excused",
    "proxy-absent",
    "sensitive-comment",
    "session-not-recorded",
    "session-without-minutes",
    "site-not-candidate",
    "small-base",
    "stages-out-of-order",
    "syntax",
    "template-error",
    "text-cut",
    "too-many-sites",
    "unexpected-file",
    "unknown-action",
    "unknown-association",
    "unknown-axis",
    "unknown-channel",
    "unknown-council",
    "unknown-finding",
    "unknown-key",
    "unknown-member",
    "unknown-module",
    "unknown-owner",
    "unknown-partner",
    "unknown-question",
    "unknown-residence",
    "unknown-session",
    "unknown-theme",
    "unknown-unit",
    "unreadable-file",
    "unused-allow",
    "update-before-decision",
    "updates-out-of-order",
    "votes-exceed-present",
    "weakness-unanswered",
    "weekday-mismatch",
    "wrong-type",
    "wrong-year",
];

/// The pages of the rule of this name. A rule without pages does not compile.
#[allow(clippy::panic, reason = "it stops the compiler, never the program")]
pub(super) const fn pages_of(rule: &str) -> Pages {
    let mut index = 0;
    while index < PAGES.len() {
        if is_same(PAGES[index].0.as_bytes(), rule.as_bytes()) {
            return PAGES[index].1;
        }
        index += 1;
    }
    panic!("internal error: a rule's name is not in the list of pages, src/check/page.rs")
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

impl Pages {
    /// The page in this language.
    pub const fn page(self, language: Language) -> Page {
        let markdown = match language {
            Language::French => self.french,
            Language::English => self.english,
        };
        Page { markdown, language }
    }
}

impl Section {
    /// Every section, in order.
    pub const ALL: [Self; 4] = [Self::Finds, Self::Matters, Self::Example, Self::Mend];

    /// The heading that it stands under.
    pub fn heading(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::French, Self::Finds) => "Ce que la règle trouve",
            (Language::French, Self::Matters) => "Pourquoi c'est important",
            (Language::French, Self::Example) => "Exemple",
            (Language::French, Self::Mend) => "Comment corriger",
            (Language::English, Self::Finds) => "What it finds",
            (Language::English, Self::Matters) => "Why it matters",
            (Language::English, Self::Example) => "Example",
            (Language::English, Self::Mend) => "How to mend it",
        }
    }
}

impl Page {
    /// What stands in a section; nothing where the page has none.
    pub fn section(self, section: Section) -> &'static str {
        let heading = section.heading(self.language);
        let mut parts = self.markdown.split("\n## ").skip(1);
        let body = parts.find_map(|part| part.strip_prefix(heading)?.strip_prefix('\n'));
        body.unwrap_or_default().trim_matches('\n')
    }

    /// What the rule finds, in one sentence.
    pub fn gist(self) -> String {
        let text = self.section(Section::Finds).replace('\n', " ");
        let end = text.find(". ").map_or(text.len(), |end| end + 1);
        text[..end].to_owned()
    }

    /// The files of the example.
    pub fn examples(self) -> Vec<Example> {
        let blocks = self.section(Section::Example).split("```").skip(1).step_by(2);
        blocks.filter_map(Example::read).collect()
    }
}

impl Example {
    /// Reads what stands between fences: the block's kind, then the file's path, then perhaps the day, then its text.
    fn read(block: &'static str) -> Option<Self> {
        let (_, file) = block.split_once('\n')?;
        let (path, text) = file.strip_prefix("# ")?.split_once('\n')?;
        let dated = text.strip_prefix("# today: ").and_then(|text| text.split_once('\n'));
        let (today, text) = dated.map_or((None, text), |(day, text)| (Some(day.trim()), text));
        Some(Self { path: path.trim(), today, text })
    }
}
