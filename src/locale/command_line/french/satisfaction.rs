//! The help of `council satisfaction`.

use crate::locale::command_line::Satisfaction;

pub(super) const SATISFACTION: Satisfaction = Satisfaction {
    about: "Montrer la satisfaction au fil des enquêtes, et ce qu'on peut en dire",
    examples: "  council satisfaction les-tilleuls        les enquêtes d'un conseil
  council satisfaction                     tous les conseils, l'un après l'autre, puis réunis
  council satisfaction --by theme          tous réunis, thème par thème
  council satisfaction --plan 5            combien d'avis il faut pour une précision de ±5 points
  council satisfaction les-tilleuls --chart out/les-tilleuls.svg
                                           un dessin, pour un document ou une page
  council satisfaction --format csv        toutes les enquêtes, pour Excel",
    council: "Le conseil, par le nom de son dossier (par défaut, tous)",
    format: "Présentation\u{a0}: table (par défaut), markdown, csv (pour Excel) ou json (pour un programme)",
    as_of: "L'état à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
    by: "Ne montrer que council (chaque conseil), landlord (tous réunis, question par question), theme (tous réunis, thème \
         par thème) ou coaching (l'accompagnement, avant et après)\u{a0}; sans cette option, tout, sauf en csv et en json, où \
         ce n'est que chaque conseil",
    plan: "Préparer la prochaine enquête\u{a0}: combien d'avis il faut dans chaque résidence pour une précision de tant de \
           points, par exemple 5",
    chart: "Dessiner plutôt les enquêtes d'un conseil dans ce fichier (SVG), à l'extérieur du registre ou sous out",
};
