//! The help of `council diagnosis`.

use crate::locale::command_line::Sheet;

pub(super) const DIAGNOSIS: Sheet = Sheet {
    about: "Montrer ce que devient le diagnostic\u{a0}: chaque constat, ce qui y répond, ce qui manque",
    examples: "  council diagnosis les-tilleuls           les constats et les axes d'un conseil
  council diagnosis                        tous les conseils, puis thème par thème
  council diagnosis --as-of 2023-06-30     tel qu'on le connaissait à cette date
  council diagnosis --format csv           pour Excel",
    council: "Le conseil, par le nom de son dossier (par défaut, tous)",
    format: "Présentation\u{a0}: table (par défaut), markdown, csv (pour Excel) ou json (pour un programme)",
    as_of: "L'état à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
};
