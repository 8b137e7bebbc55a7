//! The commands of the coaching pilot, and of the residences that councils are for, in English.

use crate::locale::command_line::{Kit, Tender, WholeSheet};

pub(super) const COACHING: WholeSheet = WholeSheet {
    about: "Show where the coaching stands: stages, residences, sittings, lessons, steering",
    examples: "  council coaching                         the coaching today
  council coaching --as-of 2023-06-30      its delays, sittings and steering body on that day
  council coaching --format csv            for Excel",
    format: "Layout: table (the default), markdown, csv (for Excel) or json (for a program)",
    as_of: "Delays, sittings and the steering body on this date (today by default); the state of stages and the lessons are \
            those of coaching.yaml",
};

pub(super) const ELIGIBILITY: WholeSheet = WholeSheet {
    about: "Show which residences could have a council, and what is missing to decide",
    examples: "  council eligibility                      all residences
  council eligibility --format csv         for Excel",
    format: "Layout: table (the default), markdown, csv (for Excel) or json (for a program)",
    as_of: "The state of the councils on this date, such as 2023-05-10 (today by default)",
};

pub(super) const KIT: Kit = Kit {
    about: "Gather what the coaching taught, for another residence (the coaching pack)",
    examples: "  council kit --out ../pack                write the pack beside the record
  council kit --out out/pack               write it in the folder out",
    out: "The folder to write it to: new or empty, outside the record or in its folder out",
    format: "Layout of the guide, the questionnaires and the attendance sheet: md (Markdown, the default), html (pages for \
             the screen and for paper) or text",
};

pub(super) const TENDER: Tender = Tender {
    about: "Write the specification of the consultation, to choose who will coach",
    examples: "  council tender                           write it to the folder out
  council tender --stdout                  print it",
    stdout: "Print the document instead of writing it to the folder out",
    format: "Layout: md (Markdown, the default), html (a page for the screen and for paper) or text (for an e-mail)",
    open: "Show the page in the browser (with --format html, which goes without saying)",
};
