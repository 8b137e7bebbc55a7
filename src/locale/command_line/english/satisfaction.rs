//! The help of `council satisfaction`.

use crate::locale::command_line::Satisfaction;

pub(super) const SATISFACTION: Satisfaction = Satisfaction {
    about: "Show satisfaction over the surveys, and what may be said of it",
    examples: "  council satisfaction les-tilleuls        the surveys of a council
  council satisfaction                     all councils, one after another, then together
  council satisfaction --by theme          all together, theme by theme
  council satisfaction --plan 5            how many opinions a precision of ±5 points needs
  council satisfaction les-tilleuls --chart out/les-tilleuls.svg
                                           a drawing, for a document or a page
  council satisfaction --format csv        all surveys, for Excel",
    council: "The council, by the name of its folder (by default, all)",
    format: "Layout: table (by default), markdown, csv (for Excel) or json (for a program)",
    as_of: "The state on this day, such as 2023-05-10 (by default, today)",
    by: "Show only council (each council), landlord (all together, question by question), theme (all together, theme by \
         theme) or coaching (before the coaching and after); without this option, all of it, but in csv and json each \
         council alone",
    plan: "Prepare the next survey: how many opinions each residence needs for a precision of so many points, such as 5",
    chart: "Draw the surveys of a council into this file (SVG) instead, outside the record or below out",
};
