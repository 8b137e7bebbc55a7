//! What `council export` and `council import` say of themselves, in French.

use crate::locale::command_line::Export;

pub(super) const EXPORT: Export = Export {
    about: "Donner les tables du registre, pour un tableur ou une base de données",
    examples: "  council export --out ../export           toutes les tables, sans le nom de personne
  council export --out out/2023 --as-of 2023-12-31
                                           leur état à la fin de 2023",
    out: "Le dossier où écrire une table (CSV) par sujet et leur description (datapackage.json)\u{a0}: à l'extérieur du \
          registre, ou sous out\u{a0}; les tables d'avant sont remplacées",
    as_of: "L'état à cette date, par exemple 2023-12-31 (par défaut, aujourd'hui)",
};
