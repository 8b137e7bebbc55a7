//! The commands of the coaching pilot, in English.

use crate::locale::command_line::Kit;

pub(super) const KIT: Kit = Kit {
    about: "Gather what the coaching taught, for another residence (the coaching pack)",
    examples: "  council kit --out ../pack                write the pack beside the record
  council kit --out out/pack               write it in the folder out",
    out: "The folder to write it to: new or empty, outside the record or in its folder out",
};
