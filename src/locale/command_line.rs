//! What the command line says of itself: the help of every command and argument, and each way of mistyping one.
//! A field without its text does not compile; a field bears its argument's name, so the help is found by that name.
//! Used by `cli` alone.

mod document_problem;
mod english;
mod french;
mod git;
mod pilot_problem;
mod problem;
mod share;

pub use document_problem::DocumentProblem;
pub use git::GitProblem;
pub use pilot_problem::PilotProblem;
pub use problem::{Failure, NewFileProblem, NotHeld, UsageProblem, ValueProblem};
pub use share::ShareProblem;

use super::Language;

/// Texts that are found by the name of the field they stand in.
pub trait Texts {
    /// Finds the text of that name.
    fn get(&self, name: &str) -> Option<&'static str>;
}

macro_rules! texts {
    ($($(#[$about:meta])* $name:ident { $($field:ident),+ $(,)? })+) => {$(
        $(#[$about])*
        #[derive(Debug)]
        pub struct $name {
            $(
                #[doc = concat!("Says `", stringify!($field), "`.")]
                pub $field: &'static str,
            )+
        }

        impl Texts for $name {
            fn get(&self, name: &str) -> Option<&'static str> {
                match name {
                    $(stringify!($field) => Some(self.$field),)+
                    _ => None,
                }
            }
        }
    )+};
}

texts! {
    /// The titles within a help page, without their colon but with the space that goes before it.
    Headings { usage, commands, arguments, options, general, examples, more, error }

    /// What stands for a value, by its English name in lower case: `<DATE>`, `[PATH]...`.
    ValueNames {
        address, amount, audience, color, command, council, date, document, file, format, folder, grouping, id, kind, lang,
        level, new_date, number, owner, path, period, points, priority, reason, rev, rule, seconds, severity, shell, status,
        text, unit, url, year,
    }

    /// The program, and the options that every command takes.
    General { about, examples, record, lang, today, color, format, help, version }

    /// `council help`.
    Help { about }

    /// `council action`.
    Action { about, examples }

    /// `council action add` and `council action update`.
    ActionChange {
        about, examples, council, id, decided, title, owner, due, due_note, priority, axis, review, works_from, works_to,
        status, note, happened, date, cost, label, kind, year, condition, planned, committed, invoiced, paid,
    }

    /// `council approve`.
    Approve { about, examples, council, sessions, at, corrections }

    /// `council actions`.
    Actions { about, examples, council, format, as_of, only, late, owner, status }

    /// `council agenda`.
    Agenda { about, examples, council, session, as_of, stdout, format, open }

    /// `council attendance`, `council diagnosis`, `council planning` and `council status`.
    Sheet { about, examples, council, format, as_of }

    /// `council budget`.
    Budget { about, examples, council, format, as_of, year, unit }

    /// `council calendar`.
    Calendar { about, examples, council, as_of, out }

    /// `council charter`.
    Charter { about, examples, council, format, as_of, year }

    /// `council check`.
    Check { about, examples, paths, changed, fix, dry_run, rule, severity, deny, format }

    /// `council commit`.
    Commit { about, examples, message }

    /// `council completions`.
    Completions { about, examples, shell }

    /// `council explain`.
    Explain { about, examples, rule }

    /// `council export`.
    Export { about, examples, out, as_of }

    /// `council import`.
    Import { about, examples, file, council, decided, skip_bad, dry_run }

    /// `council init`.
    Init { about, examples, folder }

    /// `council kit`.
    Kit { about, examples, out, format }

    /// `council log`.
    Log { about, examples, council, limit }

    /// `council move-session`.
    MoveSession { about, examples, council, from, to }

    /// `council new-council`.
    NewCouncil { about, examples, id, name, residence, unit, reason }

    /// `council new-session`.
    NewSession { about, examples, council, date, edit }

    /// `council new-survey`.
    NewSurvey { about, examples, council, period }

    /// `council notice`.
    Notice { about, examples, council, as_of, stdout, format, open }

    /// `council report`.
    Report { about, examples, council, year, as_of, stdout, format, open }

    /// `council minutes`.
    Minutes { about, examples, council, session, all, check, stdout, format, open }

    /// `council satisfaction`.
    Satisfaction { about, examples, council, format, as_of, by, plan, chart }

    /// `council schema`.
    Schema { about, examples, out }

    /// `council send`.
    Send {
        about, examples, council, session, to, outbox, smtp, what, dry_run, retry_doubtful, again, from, reply_to,
        unsubscribe, credentials, ca, timeout, pause,
    }

    /// `council questionnaire`.
    PrintedQuestions { about, examples, council, period, asked, stdout, format, open }

    /// `council sheet`.
    SignIn { about, examples, council, session, stdout, format, open }

    /// `council site`.
    Site { about, examples, out, url }

    /// `council sync`.
    Sync { about, examples }

    /// `council tender`.
    Tender { about, examples, stdout, format, open }

    /// `council coaching` and `council eligibility`.
    WholeSheet { about, examples, format, as_of }
}

/// All that the command line says of itself in one language.
#[derive(Debug)]
pub struct CommandLine {
    /// The titles within a help page.
    pub headings: Headings,
    /// What stands for a value.
    pub value_names: ValueNames,
    /// The program, and the options that every command takes.
    pub general: General,
    /// `council help`.
    pub help: Help,
    /// `council action`.
    pub action: Action,
    /// `council action add`.
    pub action_add: ActionChange,
    /// `council action update`.
    pub action_update: ActionChange,
    /// `council actions`.
    pub actions: Actions,
    /// `council agenda`.
    pub agenda: Agenda,
    /// `council approve`.
    pub approve: Approve,
    /// `council attendance`.
    pub attendance: Sheet,
    /// `council budget`.
    pub budget: Budget,
    /// `council calendar`.
    pub calendar: Calendar,
    /// `council charter`.
    pub charter: Charter,
    /// `council check`.
    pub check: Check,
    /// `council coaching`.
    pub coaching: WholeSheet,
    /// `council commit`.
    pub commit: Commit,
    /// `council completions`.
    pub completions: Completions,
    /// `council diagnosis`.
    pub diagnosis: Sheet,
    /// `council eligibility`.
    pub eligibility: WholeSheet,
    /// `council explain`.
    pub explain: Explain,
    /// `council export`.
    pub export: Export,
    /// `council import`.
    pub import: Import,
    /// `council init`.
    pub init: Init,
    /// `council kit`.
    pub kit: Kit,
    /// `council log`.
    pub log: Log,
    /// `council minutes`.
    pub minutes: Minutes,
    /// `council move-session`.
    pub move_session: MoveSession,
    /// `council new-council`.
    pub new_council: NewCouncil,
    /// `council new-session`.
    pub new_session: NewSession,
    /// `council new-survey`.
    pub new_survey: NewSurvey,
    /// `council notice`.
    pub notice: Notice,
    /// `council planning`.
    pub planning: Sheet,
    /// `council questionnaire`.
    pub questionnaire: PrintedQuestions,
    /// `council report`.
    pub report: Report,
    /// `council satisfaction`.
    pub satisfaction: Satisfaction,
    /// `council schema`.
    pub schema: Schema,
    /// `council send`.
    pub send: Send,
    /// `council sheet`.
    pub sheet: SignIn,
    /// `council site`.
    pub site: Site,
    /// `council status`.
    pub status: Sheet,
    /// `council sync`.
    pub sync: Sync,
    /// `council tender`.
    pub tender: Tender,
}

impl CommandLine {
    /// Finds what is said of a command.
    pub fn command(&self, name: &str) -> Option<&dyn Texts> {
        match name {
            "action" => Some(&self.action),
            "actions" => Some(&self.actions),
            "agenda" => Some(&self.agenda),
            "add" => Some(&self.action_add),
            "approve" => Some(&self.approve),
            "attendance" => Some(&self.attendance),
            "budget" => Some(&self.budget),
            "calendar" => Some(&self.calendar),
            "charter" => Some(&self.charter),
            "check" => Some(&self.check),
            "coaching" => Some(&self.coaching),
            "commit" => Some(&self.commit),
            "completions" => Some(&self.completions),
            "council" => Some(&self.general),
            "diagnosis" => Some(&self.diagnosis),
            "eligibility" => Some(&self.eligibility),
            "explain" => Some(&self.explain),
            "export" => Some(&self.export),
            "help" => Some(&self.help),
            "import" => Some(&self.import),
            "init" => Some(&self.init),
            "kit" => Some(&self.kit),
            "log" => Some(&self.log),
            "minutes" => Some(&self.minutes),
            "move-session" => Some(&self.move_session),
            "new-council" => Some(&self.new_council),
            "new-session" => Some(&self.new_session),
            "new-survey" => Some(&self.new_survey),
            "notice" => Some(&self.notice),
            "planning" => Some(&self.planning),
            "questionnaire" => Some(&self.questionnaire),
            "report" => Some(&self.report),
            "satisfaction" => Some(&self.satisfaction),
            "schema" => Some(&self.schema),
            "send" => Some(&self.send),
            "sheet" => Some(&self.sheet),
            "site" => Some(&self.site),
            "status" => Some(&self.status),
            "sync" => Some(&self.sync),
            "tender" => Some(&self.tender),
            "update" => Some(&self.action_update),
            _ => None,
        }
    }
}

impl Language {
    /// What the command line says of itself in this language.
    pub const fn command_line(self) -> &'static CommandLine {
        match self {
            Self::French => &french::COMMAND_LINE,
            Self::English => &english::COMMAND_LINE,
        }
    }
}

/// Joins quoted items with commas, and the last one with a word.
fn joined(items: &[String], last: &str, quoted: fn(&str) -> String) -> String {
    let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
    match items.as_slice() {
        [first @ .., end] if !first.is_empty() => format!("{}{last}{end}", first.join(", ")),
        few => few.concat(),
    }
}
