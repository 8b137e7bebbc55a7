//! The help of the commands on who came, in English.

use crate::locale::command_line::Sheet;

pub(super) const ATTENDANCE: Sheet = Sheet {
    about: "Show who came: invited, present, members, staff, ways of mobilising, seats and terms",
    examples: "  council attendance                       all sessions of all councils
  council attendance les-tilleuls          those of one council
  council attendance --format csv > attendance.csv
                                           open them in Excel",
    council: "The council, by the name of its folder (by default, all)",
    format: "Layout: table (default), markdown, csv (for Excel) or json (for a program)",
    as_of: "The state on this date, for example 2023-05-10 (by default, today)",
};
