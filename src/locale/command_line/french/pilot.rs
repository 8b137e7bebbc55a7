//! The commands of the coaching pilot, in French.

use crate::locale::command_line::Kit;

pub(super) const KIT: Kit = Kit {
    about: "Rassembler ce que l'accompagnement a appris, pour une autre résidence (le «\u{a0}pack coaching\u{a0}»)",
    examples: "  council kit --out ../pack                écrire le pack à côté du registre
  council kit --out out/pack               l'écrire dans le dossier out",
    out: "Le dossier où l'écrire\u{a0}: nouveau ou vide, hors du registre ou dans son dossier out",
};
