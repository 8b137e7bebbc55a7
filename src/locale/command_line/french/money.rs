//! The help of the commands on money, in French.

use crate::locale::command_line::Budget;

pub(super) const BUDGET: Budget = Budget {
    about: "Montrer le budget de travaux\u{a0}: accordé, engagé, facturé, payé, ce qui reste, et qui l'a décidé",
    examples: "  council budget                           toutes les dotations et toutes les dépenses
  council budget --year 2023 --unit ug-nord
                                           la dotation 2023 d'une Unité de Gestion
  council budget les-tilleuls              ce qu'un conseil a dépensé
  council budget --format csv > budget.csv le relire dans Excel",
    council: "Le conseil, par le nom de son dossier (par défaut, tous)",
    format: "Présentation\u{a0}: table (par défaut), markdown, csv (pour Excel) ou json (pour un programme)",
    as_of: "L'état à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
    year: "Seulement la dotation de cette année (par défaut, toutes)",
    unit: "Seulement la dotation de cette Unité de Gestion, par son nom court dans landlord.yaml",
};
