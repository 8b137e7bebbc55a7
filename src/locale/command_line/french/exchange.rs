//! What `council calendar`, `council export` and `council import` say of themselves, in French.

use crate::locale::command_line::{Calendar, Export, Import, Site};

pub(super) const CALENDAR: Calendar = Calendar {
    about: "Donner les séances et les échéances à un agenda (Outlook, Google, téléphone)",
    examples: "  council calendar les-tilleuls --out out/les-tilleuls.ics
                                           le calendrier d'un conseil, à ouvrir ou à importer
  council calendar > agenda.ics            celui de tous les conseils",
    council: "Le conseil, par le nom de son dossier (par défaut, tous)",
    as_of: "L'état des actions à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
    out: "Le fichier où l'écrire, à l'extérieur du registre ou sous out (par défaut, il est affiché)",
};

pub(super) const EXPORT: Export = Export {
    about: "Donner les tables du registre, pour un tableur ou une base de données",
    examples: "  council export --out ../export           toutes les tables, les personnes dites par leur rôle
  council export --out out/2023 --as-of 2023-12-31
                                           leur état à la fin de 2023",
    out: "Le dossier où écrire une table (CSV) par sujet et leur description (datapackage.json)\u{a0}: à l'extérieur du \
          registre, ou sous out\u{a0}; les tables d'avant sont remplacées",
    as_of: "L'état à cette date, par exemple 2023-12-31 (par défaut, aujourd'hui)",
};

pub(super) const IMPORT: Import = Import {
    about: "Reprendre dans le plan d'un conseil un plan d'action tenu dans Excel",
    examples: "  council import plan.csv --council les-tilleuls --dry-run
                                           montrer ce qui serait écrit, et ce qui ne va pas
  council import plan.csv --council les-tilleuls --decided 2023-05-10
                                           des actions décidées à cette séance
  council import plan.csv --council les-tilleuls --skip-bad
                                           laisser de côté les lignes qui ne vont pas",
    file: "Le fichier, enregistré par Excel au format CSV (Fichier, Enregistrer sous)",
    council: "Le conseil, par le nom de son dossier (inutile s'il n'y en a qu'un)",
    decided: "La séance qui a décidé les actions dont le fichier ne le dit pas (par défaut, la dernière tenue)",
    skip_bad: "Laisser de côté les lignes qui ne vont pas, au lieu de ne rien écrire",
    dry_run: "Montrer ce qui serait écrit, sans rien écrire",
};

pub(super) const SITE: Site = Site {
    about: "Faire un site à partir du registre\u{a0}: une page par conseil, une par relevé, un fil Atom",
    examples: "  council site --out ../site               les pages, à déposer chez n'importe quel hébergeur
  council site --out ../site --url https://www.organisme.example/conseils
                                           avec les adresses complètes dans le fil",
    out: "Le dossier du site, à l'extérieur du registre ou sous out\u{a0}; seules les pages qui ont changé y sont récrites",
    url: "L'adresse où le site sera, pour le fil Atom",
};
