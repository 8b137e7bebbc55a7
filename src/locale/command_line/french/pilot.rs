//! The commands of the coaching pilot, and of the residences that councils are for, in French.

use crate::locale::command_line::{Kit, Tender, WholeSheet};

pub(super) const COACHING: WholeSheet = WholeSheet {
    about: "Montrer où en est l'accompagnement\u{a0}: étapes, résidences, séances, leçons, pilotage",
    examples: "  council coaching                         l'accompagnement aujourd'hui
  council coaching --as-of 2023-06-30      ses retards, ses séances et son comité à cette date
  council coaching --format csv            pour Excel",
    format: "Présentation\u{a0}: table (par défaut), markdown, csv (pour Excel) ou json (pour un programme)",
    as_of: "Retards, séances et comité de pilotage à cette date (par défaut, aujourd'hui)\u{a0}; l'état des étapes et les leçons \
            sont ceux de coaching.yaml",
};

pub(super) const ELIGIBILITY: WholeSheet = WholeSheet {
    about: "Montrer quelles résidences pourraient avoir un conseil, et ce qui manque pour en décider",
    examples: "  council eligibility                      toutes les résidences
  council eligibility --format csv         pour Excel",
    format: "Présentation\u{a0}: table (par défaut), markdown, csv (pour Excel) ou json (pour un programme)",
    as_of: "L'état des conseils à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
};

pub(super) const KIT: Kit = Kit {
    about: "Rassembler ce que l'accompagnement a appris, pour une autre résidence (le «\u{a0}pack coaching\u{a0}»)",
    examples: "  council kit --out ../pack                écrire le pack à côté du registre
  council kit --out out/pack               l'écrire dans le dossier out",
    out: "Le dossier où l'écrire\u{a0}: nouveau ou vide, hors du registre ou dans son dossier out",
    format: "Présentation du guide, des questionnaires et de la feuille d'émargement\u{a0}: md (Markdown, par défaut), html \
             (des pages pour l'écran et le papier) ou text",
};

pub(super) const TENDER: Tender = Tender {
    about: "Rédiger le cahier des charges de la consultation, pour choisir qui accompagnera",
    examples: "  council tender                           l'écrire dans le dossier out
  council tender --stdout                  l'afficher",
    stdout: "Afficher le document au lieu de l'écrire dans le dossier out",
    format: "Présentation\u{a0}: md (Markdown, par défaut), html (une page pour l'écran et le papier) ou text (pour un courriel)",
    open: "Montrer la page dans le navigateur (avec --format html, qui va sans dire)",
};
