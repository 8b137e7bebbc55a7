//! The help of `council charter`.

use crate::locale::command_line::Charter;

pub(super) const CHARTER: Charter = Charter {
    about: "Show what is promised, what is kept, and who signed the charter",
    examples: "  council charter                          all councils, and how many keep each promise
  council charter les-tilleuls             what is kept in a council, year by year
  council charter --year 2023              one year alone
  council charter --format csv             for Excel",
    council: "The council, by the name of its folder (by default, all)",
    format: "Layout: table (by default), markdown, csv (for Excel) or json (for a program)",
    as_of: "The state on this day, such as 2023-05-10 (by default, today)",
    year: "One year alone, such as 2023 (by default, all)",
};
