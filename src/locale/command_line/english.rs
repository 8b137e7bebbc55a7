//! The command line in English.

mod charter;
mod diagnosis;
mod exchange;
mod money;
mod pilot;
mod problem;
mod satisfaction;
mod sending;
mod turnout;

pub(super) use problem::{failure, usage_problem};

use super::{
    Action, ActionChange, Actions, Agenda, Approve, Check, CommandLine, Commit, Completions, Explain, General,
    Headings, Help, Init, Log, Minutes, MoveSession, NewCouncil, NewSession, NewSurvey, Notice, PrintedQuestions,
    Report, Schema, Sheet, SignIn, Sync, ValueNames,
};

/// What may be said of an action, new or not.
const ACTION_CHANGE: ActionChange = ActionChange {
    about: "",
    examples: "",
    council: "",
    id: "",
    decided: "",
    title: "What is to be done",
    owner: "Who does it: a management unit, a member, a partner, an association, a group, the council or landlord; may be \
            repeated",
    due: "By when: a period (2023-Q4, 2023-10) or a date",
    due_note: "By when, in words",
    priority: "Priority: high, normal (the default) or low",
    axis: "The axis of work, by its short name",
    review: "Not on an agenda before this period",
    works_from: "When works begin",
    works_to: "When works end",
    status: "How far it is: proposed, planned, in-progress, on-hold, done, declined or dropped",
    note: "A remark; a refusal or a withdrawal wants one, with its reason",
    happened: "When it happened (a period); for an expense, the day of the order, the invoice or the payment",
    date: "The day it is recorded (today by default)",
    cost: "An expense, by its short name",
    label: "What the expense is for",
    kind: "The part of the grant it is taken from: upkeep or investment",
    year: "The year of the grant (by default, that of the commitment)",
    condition: "What the expense depends on until it is committed",
    planned: "The amount expected, in euros",
    committed: "The amount ordered",
    invoiced: "The amount invoiced",
    paid: "The amount paid",
};

pub(super) const COMMAND_LINE: CommandLine = CommandLine {
    headings: Headings {
        usage: "Usage",
        commands: "Commands",
        arguments: "Arguments",
        options: "Options",
        general: "General options",
        examples: "Examples",
        more: "To know more",
        error: "error",
    },
    value_names: ValueNames {
        address: "ADDRESS",
        document: "DOCUMENT",
        seconds: "SECONDS",
        amount: "AMOUNT",
        audience: "AUDIENCE",
        color: "COLOR",
        command: "COMMAND",
        council: "COUNCIL",
        date: "DATE",
        grouping: "GROUPING",
        points: "POINTS",
        file: "FILE",
        id: "ID",
        period: "PERIOD",
        priority: "PRIORITY",
        reason: "REASON",
        rev: "REVISION",
        rule: "RULE",
        severity: "SEVERITY",
        shell: "SHELL",
        text: "TEXT",
        url: "URL",
        unit: "UNIT",
        year: "YEAR",
        format: "FORMAT",
        folder: "DIR",
        lang: "LANG",
        kind: "KIND",
        level: "LEVEL",
        new_date: "NEW-DATE",
        number: "NUMBER",
        owner: "OWNER",
        path: "PATH",
        status: "STATUS",
    },
    general: General {
        about: "The memory of residents' councils: sessions, action plans, minutes",
        examples: "  council check                            check all the files of the record
  council minutes les-tilleuls             write the minutes of the latest session
  council help minutes                     read the help of a command",
        record: "Folder of the record; without it, searched for from the current folder",
        lang: "Language of the messages: fr (default) or en",
        today: "Act as if today were this date, such as 2023-05-10",
        color: "Colours: auto (default: on a terminal only), always or never",
        format: "Without a command: layout of the state of the record, table (the default), markdown, csv or json",
        help: "Print this help",
        version: "Print the version",
    },
    help: Help { about: "Print the help of the program or of a command" },
    action: Action {
        about: "Add an action to the plan, or say how it goes on",
        examples: "  council action add les-tilleuls bancs --title \"Paint the benches\" --owner ug-nord --due 2023-Q4
                                           add an action
  council action update les-tilleuls bancs --status done --note \"Painted green\"
                                           say that it is done",
    },
    action_add: ActionChange {
        about: "Add an action to a council's plan",
        examples: "  council action add les-tilleuls bancs --title \"Paint the benches\" --owner ug-nord --due 2023-Q4
                                           add an action that the latest session took
  council action add les-tilleuls bancs --title \"Paint the benches\" --decided 2023-05-10
                                           add an action that this session took",
        council: "The council, by the name of its folder",
        id: "The action's short name: in lower case, without accents or spaces",
        decided: "The session that took it, by its date (the latest held by default)",
        ..ACTION_CHANGE
    },
    action_update: ActionChange {
        about: "Say how an action goes on, or change it",
        examples: "  council action update les-tilleuls bancs --status done --note \"Painted green\"
  council action update les-tilleuls bancs --due 2024-Q1 --note \"No paint to be had\"
  council action update les-tilleuls bancs --cost paint --invoiced 142.50 --happened 2023-09-04",
        council: "The council, by the name of its folder",
        id: "The action, by its short name",
        decided: "",
        ..ACTION_CHANGE
    },
    actions: Actions {
        about: "Show the actions: who, what, by when, and how they stand",
        examples: "  council actions                          all actions, late ones first
  council actions --late                   only those that are late
  council actions les-tilleuls --owner ug-nord --status in-progress",
        council: "The council, by the name of its folder (all of them by default)",
        format: "Layout: table (the default), markdown, csv (for Excel) or json (for a program)",
        as_of: "The state on this date, such as 2023-05-10 (today by default)",
        only: "The council, as the argument COUNCIL",
        late: "Only the actions that are late",
        owner: "Only those of this owner, by its id",
        status: "Only those in this state: proposed, planned, in-progress, on-hold, done, declined or dropped",
    },
    agenda: Agenda {
        about: "Write the invitation to the coming session, with its agenda",
        examples: "  council agenda les-tilleuls              the next planned session
  council agenda les-tilleuls 2023-09-12   that of this date
  council agenda --stdout                  print it, write nothing",
        council: "The council, by the name of its folder (not needed where there is only one)",
        session: "The session, by its date, such as 2023-09-12 (by default, the next planned)",
        as_of: "The state of actions on that date, such as 2023-05-10 (by default, today)",
        stdout: "Print the document instead of writing it to the folder out",
        format: "Layout: md (Markdown, the default), html (a page for the screen and for paper) or text (for an e-mail)",
        open: "Show the page in the browser (with --format html, which goes without saying)",
    },
    approve: Approve {
        about: "Record that a session approved earlier minutes: their text changes no more",
        examples: "  council approve les-tilleuls 2023-05-10 --at 2023-09-12
                                           the minutes of 10 May, approved on 12 September
  council approve les-tilleuls 2023-03-14 2023-05-10 --at 2023-09-12
                                           several minutes approved on the same day
  council approve les-tilleuls 2023-05-10 --at 2023-09-12 --corrections \"Mr B. had excused himself\"",
        council: "The council, by the name of its folder",
        sessions: "The sessions whose minutes are approved, by their dates",
        at: "The session that approves them, by its date",
        corrections: "What was corrected at the approval, of one session's minutes",
    },
    attendance: turnout::ATTENDANCE,
    budget: money::BUDGET,
    calendar: exchange::CALENDAR,
    charter: charter::CHARTER,
    check: Check {
        about: "Check the record: every problem in one run, with its remedy",
        examples: "  council check                            check the whole record
  council check les-tilleuls               check one council
  council check --rule action-late         show only what one rule finds
  council check --changed                  check what is not committed yet
  council check --fix --dry-run            show what could be mended, change nothing
  council check --fix                      mend what can safely be mended",
        paths: "Files or folders to check (by default, the whole record)",
        changed: "Only the councils changed since this state of the history, such as main (by default, the latest \
                  commit); everything, if a file of the landlord's has changed",
        fix: "Mend what can safely be mended: misspelt keys and references, quotes, names of files, order of updates",
        dry_run: "With --fix: show what would be mended, as git does, and write nothing",
        rule: "Only what this rule finds, all of it; may be repeated",
        severity: "Only errors (error) or only warnings (warning)",
        deny: "Refuse this level too: warnings (they count as errors)",
        format: "Layout: text (default) or json (an object a line, for a program)",
    },
    coaching: pilot::COACHING,
    commit: Commit {
        about: "Take the changes of the record into its history, once checked",
        examples: "  council commit                           check, bring the minutes up to date, commit
  council commit -m \"Plan corrected\"       the same, in your own words",
        message: "Say what has changed in your own words, instead of those that the program finds",
    },
    completions: Completions {
        about: "Teach your terminal to complete commands with the Tab key",
        examples: "  source <(council completions bash)       complete in this terminal (bash)
  council completions fish > ~/.config/fish/completions/council.fish
                                           complete always (fish)",
        shell: "The shell: bash, zsh, fish or powershell",
    },
    diagnosis: diagnosis::DIAGNOSIS,
    eligibility: pilot::ELIGIBILITY,
    explain: Explain {
        about: "Explain a rule of council check: what it finds, why, and how to mend it",
        examples: "  council explain                          the list of rules
  council explain unknown-member           the page of that rule",
        rule: "The rule, by its name, the one that council check prints in brackets (by default, the list of all)",
    },
    export: exchange::EXPORT,
    import: exchange::IMPORT,
    init: Init {
        about: "Make a record: commented files, git, editor settings",
        examples: "  council init record                      make the record in the folder record
  council init .                           make it in the current folder, or add what is lacking",
        folder: "The folder of the record; made where there is none, and nothing in it is changed",
    },
    kit: pilot::KIT,
    log: Log {
        about: "Read the record's history again: who did what, and when",
        examples: "  council log                              the whole history, the latest first
  council log les-tilleuls --limit 10      the ten latest commits of a council",
        council: "The council, by the name of its folder (the whole record by default)",
        limit: "How many commits to show (all by default)",
    },
    move_session: MoveSession {
        about: "Give a session another date: its file's name, and all that refers to it",
        examples: "  council move-session les-tilleuls 2023-09-12 2023-09-19
                                           the session of 12 September takes place on the 19th",
        council: "The council, by the name of its folder",
        from: "The session's date as it is",
        to: "Its new date",
    },
    new_council: NewCouncil {
        about: "Make a council: its file, with what is known filled in",
        examples: "  council new-council les-tilleuls         make a council, of the residence of the same name
  council new-council nord --residence les-tilleuls --residence le-parc
                                           make a council for two residences
  council new-council le-parc --reason planned-works
                                           make a council because works are planned",
        id: "The short name of the council, which becomes that of its folder: lower case, without accents or spaces",
        name: "Its name in full (by default, from that of its residence)",
        residence: "Its residence, by the short name in landlord.yaml; repeated where there are several",
        unit: "Its management unit, by the short name (by default, that of its residence)",
        reason: "Why it is made: no-representation, unconstructive-representation, planned-works, changed-practice; \
                 repeated where there are several",
    },
    new_session: NewSession {
        about: "Prepare a session: its file, with what is known filled in",
        examples: "  council new-session les-tilleuls         prepare the session announced at the one before
  council new-session les-tilleuls --date 2023-09-12
                                           prepare the session of 12 September 2023
  council new-session --edit               prepare it and open its file at once",
        council: "The council, by the name of its folder (not needed where there is only one)",
        date: "The date of the session (by default the one announced, else today)",
        edit: "Open the file in your editor (variable EDITOR), then check it",
    },
    new_survey: NewSurvey {
        about: "Prepare a satisfaction survey: its file, with the questions",
        examples: "  council new-survey les-tilleuls 2023-10  prepare the survey of October 2023
  council new-survey 2023-Q4               that of the 4th quarter, where there is only one council",
        council: "The council, by the name of its folder (not needed where there is only one)",
        period: "The period of the survey: a month (2023-10), a quarter (2023-Q4), a year (2023)…",
    },
    minutes: Minutes {
        about: "Write the minutes of a session",
        examples: "  council minutes les-tilleuls             the minutes of the latest held session
  council minutes les-tilleuls 2023-05-10  the minutes of that session
  council minutes --all                    all the minutes
  council minutes --all --check            tell which are out of date, write nothing",
        council: "The council, by the name of its folder (not needed where there is only one)",
        session: "The session, by its date, such as 2023-05-10 (by default, the latest held)",
        all: "Write the minutes of every held session",
        check: "Tell whether minutes are out of date, write nothing",
        stdout: "Print the minutes instead of writing them to their file",
        format: "Layout: md (Markdown, the default), html (a page for the screen and for paper) or text (for an e-mail)",
        open: "Show the page in the browser (with --format html, which goes without saying)",
    },
    notice: Notice {
        about: "Write the notice for the hall, on one page: what is done, refused, to come",
        examples: "  council notice les-tilleuls              today's notice
  council notice --as-of 2023-05-10        that of this day
  council notice les-tilleuls --stdout     show it without writing anything",
        council: "The council, by the name of its folder (not needed if there is only one)",
        as_of: "The state on this date, such as 2023-05-10 (today by default)",
        stdout: "Print the notice instead of writing it to its file",
        format: "Layout: md (Markdown, the default), html (a page for the screen and for paper) or text (for an e-mail)",
        open: "Show the page in the browser (with --format html, which goes without saying)",
    },
    planning: Sheet {
        about: "Show the works, quarter by quarter",
        examples: "  council planning les-tilleuls            the works of a council
  council planning --format markdown       all works, for a document",
        council: "The council, by the name of its folder (all of them by default)",
        format: "Layout: table (the default), markdown, csv (for Excel) or json (for a program)",
        as_of: "The state on this date, such as 2023-05-10 (today by default)",
    },
    questionnaire: PrintedQuestions {
        about: "Write the satisfaction questionnaire, ready to print",
        examples: "  council questionnaire les-tilleuls       the questions put to tenants
  council questionnaire les-tilleuls 2023-10
                                           for the survey of October 2023, in its own words
  council questionnaire --asked staff      those put to staff",
        council: "The council, by the name of its folder (not needed where there is only one)",
        period: "The period of the survey, such as 2023-10 (by default, none is said)",
        asked: "Who answers: tenants (by default), members or staff",
        stdout: "Print the document instead of writing it to the folder out",
        format: "Layout: md (Markdown, the default), html (a page for the screen and for paper) or text (for an e-mail)",
        open: "Show the page in the browser (with --format html, which goes without saying)",
    },
    report: Report {
        about: "Write the yearly report of a council",
        examples: "  council report les-tilleuls --year 2023  the report on 2023
  council report --year 2023 --stdout      show it without writing anything",
        council: "The council, by the name of its folder (not needed if there is only one)",
        year: "The year of the report, such as 2023",
        as_of: "What was known on this date, such as 2024-03-15 (today by default)",
        stdout: "Print the report instead of writing it to its file",
        format: "Layout: md (Markdown, the default), html (a page for the screen and for paper) or text (for an e-mail)",
        open: "Show the page in the browser (with --format html, which goes without saying)",
    },
    satisfaction: satisfaction::SATISFACTION,
    schema: Schema {
        about: "Write what helps editors: each field, what it means, what may stand there",
        examples: "  council schema --out .schemas            make those of the record again, after an update
  council schema --out schemas --lang fr   in French",
        out: "The folder to write a JSON Schema a kind of file into; those from before are replaced",
    },
    send: sending::SEND,
    sheet: SignIn {
        about: "Write the attendance sheet of a session",
        examples: "  council sheet les-tilleuls               the next planned session
  council sheet les-tilleuls 2023-09-12    that of this date",
        council: "The council, by the name of its folder (not needed where there is only one)",
        session: "The session, by its date, such as 2023-09-12 (by default, the next planned)",
        stdout: "Print the document instead of writing it to the folder out",
        format: "Layout: md (Markdown, the default), html (a page for the screen and for paper) or text (for an e-mail)",
        open: "Show the page in the browser (with --format html, which goes without saying)",
    },
    site: exchange::SITE,
    status: Sheet {
        about: "Show where each council stands: sessions, actions, minutes",
        examples: "  council status                           all councils
  council status --as-of 2023-12-31        the state at the end of 2023",
        council: "The council, by the name of its folder (all of them by default)",
        format: "Layout: table (the default), markdown, csv (for Excel) or json (for a program)",
        as_of: "The state on this date, such as 2023-05-10 (today by default)",
    },
    sync: Sync {
        about: "Receive what others committed, check it, send what you committed",
        examples: "  council commit                           first, commit your own changes
  council sync                             then receive, check, send",
    },
    tender: pilot::TENDER,
};
