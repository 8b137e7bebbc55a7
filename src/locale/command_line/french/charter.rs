//! The help of `council charter`.

use crate::locale::command_line::Charter;

pub(super) const CHARTER: Charter = Charter {
    about: "Montrer ce qui est promis, ce qui est tenu, et qui a signé la charte",
    examples: "  council charter                          tous les conseils, et combien tiennent chaque promesse
  council charter les-tilleuls             ce qui est tenu dans un conseil, année par année
  council charter --year 2023              une seule année
  council charter --format csv             pour Excel",
    council: "Le conseil, par le nom de son dossier (par défaut, tous)",
    format: "Présentation\u{a0}: table (par défaut), markdown, csv (pour Excel) ou json (pour un programme)",
    as_of: "L'état à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
    year: "Une seule année, par exemple 2023 (par défaut, toutes)",
};
