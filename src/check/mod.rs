//! Checks a record: every rule over every file, in one run. A rule is a file here and a line in the table below.

mod allow;
mod announced;
mod context;
mod finding;
mod folded;
mod free_text;
mod mending;
mod nearest;
mod page;
mod past;
mod run;
mod spending;

pub use context::{CouncilScope, LandlordScope, RecordScope, Trouble};
pub use finding::{Findings, Reported};
pub use page::{Example, Page, Section};
pub use past::{COME_WITH_TIME, Told, grouped};
pub use run::{
    Checked, Scope, check, council_errors, errors_in, pilot_errors, shared_errors, survey_errors, table_errors,
    written_errors,
};

use crate::diagnostic::Severity;
use crate::locale::problem::Problem;
use crate::model::Language;
use page::{Pages, pages_of};

/// A rule: its name, which is also that of its file and of its fixtures, and what it looks at.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The name that users see and write.
    pub name: &'static str,
    /// How grave what it finds is.
    pub severity: Severity,
    pages: Pages,
    /// Whether it looks, or also looks, at other councils: then it is left out, or does less, where only some are checked.
    pub across: bool,
    reading: Option<fn(&Trouble<'_>) -> Option<Problem>>,
    landlord: Option<fn(&LandlordScope<'_>, &mut Findings<'_>)>,
    council: Option<fn(&CouncilScope<'_>, &mut Findings<'_>)>,
    record: Option<fn(&RecordScope<'_>, &mut Findings<'_>)>,
}

impl Rule {
    const fn error(name: &'static str) -> Self {
        let pages = pages_of(name);
        let severity = Severity::Error;
        Self { name, severity, pages, across: false, reading: None, landlord: None, council: None, record: None }
    }

    const fn warning(name: &'static str) -> Self {
        Self { severity: Severity::Warning, ..Self::error(name) }
    }

    /// The page that explains it.
    pub const fn page(&self, language: Language) -> Page {
        self.pages.page(language)
    }

    /// Says whether a comment in the file may silence the rule. What could not be read is left out of the record, which
    /// nobody may overlook: a consent's withdrawal, a vote's result. A cut text is only shorter.
    pub fn may_be_allowed(&self) -> bool {
        self.reading.is_none() || self.name == "text-cut"
    }

    /// Looks at other councils too.
    const fn across_councils(self) -> Self {
        Self { across: true, ..self }
    }

    /// Looks at what is wrong with a file as a file.
    const fn on_reading(self, look: fn(&Trouble<'_>) -> Option<Problem>) -> Self {
        Self { reading: Some(look), ..self }
    }

    /// Looks at the files that all councils share.
    const fn on_landlord(self, look: fn(&LandlordScope<'_>, &mut Findings<'_>)) -> Self {
        Self { landlord: Some(look), ..self }
    }

    /// Looks at one council's files.
    const fn on_council(self, look: fn(&CouncilScope<'_>, &mut Findings<'_>)) -> Self {
        Self { council: Some(look), ..self }
    }

    /// Looks at what all councils come to together, once each has been looked at; only over the whole record.
    const fn on_record(self, look: fn(&RecordScope<'_>, &mut Findings<'_>)) -> Self {
        Self { record: Some(look), across: true, ..self }
    }
}

/// Declares the files of rules, and the table of them.
macro_rules! rules {
    ($($file:ident),* $(,)?) => {
        $(mod $file;)*

        /// Every rule, in the order of their names.
        pub const RULES: &[Rule] = &[$($file::RULE),*];
    };
}

rules![
    action_late,
    action_silent,
    action_without_due_date,
    action_without_owner,
    answers_exceed_dwellings,
    approved_minutes_changed,
    approved_session_changed,
    axis_without_action,
    bad_amount,
    bad_date,
    charter_expired,
    commitment_broken,
    conflict_markers,
    cost_on_ended_action,
    cost_shrinks_upward,
    counts_do_not_add,
    duplicate_key,
    ended_without_note,
    grant_exceeded,
    mandate_ending,
    mandates_overlap,
    markdown_html,
    minutes_never_approved,
    minutes_out_of_date,
    missing_key,
    missing_reason,
    name_without_consent,
    next_before_session,
    next_not_held,
    no_mandate,
    not_comparable,
    personal_data,
    postponed_forgotten,
    present_and_excused,
    proxy_absent,
    sensitive_comment,
    session_not_recorded,
    session_without_minutes,
    site_not_candidate,
    small_base,
    stages_out_of_order,
    syntax,
    template_error,
    text_cut,
    too_many_sites,
    unexpected_file,
    unknown_action,
    unknown_association,
    unknown_axis,
    unknown_channel,
    unknown_council,
    unknown_finding,
    unknown_key,
    unknown_member,
    unknown_module,
    unknown_owner,
    unknown_partner,
    unknown_question,
    unknown_residence,
    unknown_session,
    unknown_theme,
    unknown_unit,
    unreadable_file,
    unused_allow,
    update_before_decision,
    updates_out_of_order,
    votes_exceed_present,
    weakness_unanswered,
    weekday_mismatch,
    wrong_type,
    wrong_year,
];
