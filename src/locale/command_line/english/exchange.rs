//! What `council calendar`, `council export` and `council import` say of themselves, in English.

use crate::locale::command_line::{Calendar, Export, Import, Site};

pub(super) const CALENDAR: Calendar = Calendar {
    about: "Give the sessions and due dates to a calendar (Outlook, Google, a telephone)",
    examples: "  council calendar les-tilleuls --out out/les-tilleuls.ics
                                           the calendar of a council, to open or to import
  council calendar > agenda.ics            that of all councils",
    council: "The council, by the name of its folder (by default, all)",
    as_of: "The state of actions on this day, such as 2023-05-10 (by default, today)",
    out: "The file to write it to, outside the record or below out (by default, it is printed)",
};

pub(super) const EXPORT: Export = Export {
    about: "Give the record's tables, for a spreadsheet or a database",
    examples: "  council export --out ../export           all tables, people called by their role
  council export --out out/2023 --as-of 2023-12-31
                                           their state at the end of 2023",
    out: "The folder to write a table (CSV) a subject into, and what describes them (datapackage.json): outside the record, \
          or below out; the tables from before are replaced",
    as_of: "The state on this date, such as 2023-12-31 (today by default)",
};

pub(super) const IMPORT: Import = Import {
    about: "Take an action plan kept in Excel into a council's plan",
    examples: "  council import plan.csv --council les-tilleuls --dry-run
                                           show what would be written, and what is wrong
  council import plan.csv --council les-tilleuls --decided 2023-05-10
                                           actions decided at this session
  council import plan.csv --council les-tilleuls --skip-bad
                                           leave out the rows that are wrong",
    file: "The file, saved by Excel as CSV (File, Save as)",
    council: "The council, by the name of its folder (not needed where there is only one)",
    decided: "The session that took the actions of which the file does not say it (the last held by default)",
    skip_bad: "Leave out the rows that are wrong, instead of writing nothing",
    dry_run: "Show what would be written, without writing anything",
};

pub(super) const SITE: Site = Site {
    about: "Make a web site of the record: a page a council, a page a session's minutes, an Atom feed",
    examples: "  council site --out ../site               the pages, for any web host
  council site --out ../site --url https://www.landlord.example/councils
                                           with full addresses in the feed",
    out: "The folder of the site, outside the record or below out; only pages that have changed are written",
    url: "Where the site will stand, for the Atom feed",
};
