//! The help of `council diagnosis`.

use crate::locale::command_line::Sheet;

pub(super) const DIAGNOSIS: Sheet = Sheet {
    about: "Show what becomes of the diagnosis: each finding, what answers it, what is missing",
    examples: "  council diagnosis les-tilleuls           the findings and the axes of a council
  council diagnosis                        all councils, then theme by theme
  council diagnosis --as-of 2023-06-30     as it was known on this day
  council diagnosis --format csv           for Excel",
    council: "The council, by the name of its folder (by default, all)",
    format: "Layout: table (by default), markdown, csv (for Excel) or json (for a program)",
    as_of: "The state on this day, such as 2023-05-10 (by default, today)",
};
