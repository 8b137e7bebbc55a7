//! The help of the commands on money, in English.

use crate::locale::command_line::Budget;

pub(super) const BUDGET: Budget = Budget {
    about: "Show the works budget: granted, committed, invoiced, paid, what is left, and who decided it",
    examples: "  council budget                           all grants and all expenses
  council budget --year 2023 --unit ug-nord
                                           the 2023 grant of a unit
  council budget les-tilleuls              what a council spent
  council budget --format csv > budget.csv open it in Excel",
    council: "The council, by the name of its folder (by default, all)",
    format: "Layout: table (default), markdown, csv (for Excel) or json (for a program)",
    as_of: "The state on this date, for example 2023-05-10 (by default, today)",
    year: "Only the grant of this year (by default, all)",
    unit: "Only the grant of this unit, by its short name in landlord.yaml",
};
