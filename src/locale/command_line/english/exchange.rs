//! What `council export` and `council import` say of themselves, in English.

use crate::locale::command_line::Export;

pub(super) const EXPORT: Export = Export {
    about: "Give the record's tables, for a spreadsheet or a database",
    examples: "  council export --out ../export           all tables, without anybody's name
  council export --out out/2023 --as-of 2023-12-31
                                           their state at the end of 2023",
    out: "The folder to write a table (CSV) a subject into, and what describes them (datapackage.json): outside the record, \
          or below out; the tables from before are replaced",
    as_of: "The state on this date, such as 2023-12-31 (today by default)",
};
