//! The help of the commands on who came, in French.

use crate::locale::command_line::Sheet;

pub(super) const ATTENDANCE: Sheet = Sheet {
    about: "Montrer qui est venu\u{a0}: invités, présents, membres, personnel, façons de mobiliser, sièges et mandats",
    examples: "  council attendance                       toutes les séances de tous les conseils
  council attendance les-tilleuls          celles d'un conseil
  council attendance --format csv > presences.csv
                                           les relire dans Excel",
    council: "Le conseil, par le nom de son dossier (par défaut, tous)",
    format: "Présentation\u{a0}: table (par défaut), markdown, csv (pour Excel) ou json (pour un programme)",
    as_of: "L'état à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
};
