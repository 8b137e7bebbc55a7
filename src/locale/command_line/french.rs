//! The command line in French. `\u{a0}` is the no-break space that goes before `: ; ? !` and inside « ».

mod charter;
mod diagnosis;
mod exchange;
mod money;
mod pilot;
mod problem;
mod satisfaction;
mod sending;
mod turnout;

pub(super) use problem::{failure, usage_problem};

use super::{
    Action, ActionChange, Actions, Agenda, Approve, Check, CommandLine, Commit, Completions, Explain, General,
    Headings, Help, Init, Log, Minutes, MoveSession, NewCouncil, NewSession, NewSurvey, Notice, PrintedQuestions,
    Report, Schema, Sheet, SignIn, Sync, ValueNames,
};

/// What may be said of an action, new or not.
const ACTION_CHANGE: ActionChange = ActionChange {
    about: "",
    examples: "",
    council: "",
    id: "",
    decided: "",
    title: "Ce qui est à faire",
    owner: "Qui s'en charge\u{a0}: une Unité de Gestion, un membre, un partenaire, une association, un groupe, le conseil ou \
            landlord\u{a0}; à répéter s'il y en a plusieurs",
    due: "Pour quand\u{a0}: une période (2023-Q4, 2023-10) ou une date",
    due_note: "Pour quand, en toutes lettres",
    priority: "Priorité\u{a0}: high (prioritaire), normal (par défaut) ou low (peut attendre)",
    axis: "L'axe de travail, par son nom court",
    review: "À ne remettre à l'ordre du jour qu'à partir de cette période",
    works_from: "Début des travaux",
    works_to: "Fin des travaux",
    status: "Où elle en est\u{a0}: proposed (proposée), planned (prévue), in-progress (en cours), on-hold (en attente), \
             done (réalisée), declined (refusée) ou dropped (abandonnée)",
    note: "Une remarque\u{a0}; un refus ou un abandon en veut une, avec sa raison",
    happened: "Quand c'est arrivé (une période)\u{a0}; pour une dépense, le jour de l'engagement, de la facture ou du paiement",
    date: "Le jour où c'est noté (par défaut, aujourd'hui)",
    cost: "Une dépense, par son nom court",
    label: "À quoi sert la dépense",
    kind: "Sur quelle part de la dotation\u{a0}: upkeep (entretien courant) ou investment (petits travaux d'investissement)",
    year: "L'année de la dotation (par défaut, celle de l'engagement)",
    condition: "De quoi dépend la dépense, tant qu'elle n'est pas engagée",
    planned: "Le montant prévu, en euros",
    committed: "Le montant engagé",
    invoiced: "Le montant facturé",
    paid: "Le montant payé",
};

pub(super) const COMMAND_LINE: CommandLine = CommandLine {
    headings: Headings {
        usage: "Utilisation\u{a0}",
        commands: "Commandes\u{a0}",
        arguments: "Arguments\u{a0}",
        options: "Options\u{a0}",
        general: "Options générales\u{a0}",
        examples: "Exemples\u{a0}",
        more: "Pour en savoir plus\u{a0}",
        error: "erreur\u{a0}",
    },
    value_names: ValueNames {
        address: "ADRESSE",
        document: "DOCUMENT",
        seconds: "SECONDES",
        amount: "MONTANT",
        audience: "PUBLIC",
        color: "COULEUR",
        command: "COMMANDE",
        council: "CONSEIL",
        date: "DATE",
        grouping: "REGROUPEMENT",
        points: "POINTS",
        file: "FICHIER",
        id: "NOM-COURT",
        period: "PÉRIODE",
        priority: "PRIORITÉ",
        reason: "RAISON",
        rev: "ÉTAT-ANCIEN",
        rule: "RÈGLE",
        severity: "GRAVITÉ",
        shell: "SHELL",
        text: "TEXTE",
        url: "ADRESSE",
        unit: "UNITÉ",
        year: "ANNÉE",
        format: "FORMAT",
        folder: "DOSSIER",
        lang: "LANGUE",
        kind: "NATURE",
        level: "NIVEAU",
        new_date: "NOUVELLE-DATE",
        number: "NOMBRE",
        owner: "PORTEUR",
        path: "CHEMIN",
        status: "ÉTAT",
    },
    general: General {
        about: "La mémoire des Conseils de Résidents\u{a0}: séances, plans d'action, relevés de discussions",
        examples: "  council check                            vérifier tous les fichiers du registre
  council minutes les-tilleuls             rédiger le relevé de la dernière séance
  council help minutes                     lire l'aide d'une commande",
        record: "Dossier du registre\u{a0}; sans cette option, il est cherché à partir du dossier courant",
        lang: "Langue des messages\u{a0}: fr (par défaut) ou en",
        today: "Faire comme si l'on était à cette date, par exemple 2023-05-10",
        color: "Couleurs\u{a0}: auto (par défaut\u{a0}: à l'écran seulement), always (toujours) ou never (jamais)",
        format: "Sans commande\u{a0}: présentation de l'état du registre, table (par défaut), markdown, csv ou json",
        help: "Afficher cette aide",
        version: "Afficher la version",
    },
    help: Help { about: "Afficher l'aide du programme ou d'une commande" },
    action: Action {
        about: "Ajouter une action au plan, ou dire où elle en est",
        examples:
            "  council action add les-tilleuls bancs --title \"Repeindre les bancs\" --owner ug-nord --due 2023-Q4
                                           ajouter une action
  council action update les-tilleuls bancs --status done --note \"Repeints en vert\"
                                           dire qu'elle est réalisée",
    },
    action_add: ActionChange {
        about: "Ajouter une action au plan d'un conseil",
        examples:
            "  council action add les-tilleuls bancs --title \"Repeindre les bancs\" --owner ug-nord --due 2023-Q4
                                           ajouter une action, décidée à la dernière séance
  council action add les-tilleuls bancs --title \"Repeindre les bancs\" --decided 2023-05-10
                                           ajouter une action décidée à cette séance",
        council: "Le conseil, par le nom de son dossier",
        id: "Le nom court de l'action\u{a0}: en minuscules, sans accent ni espace",
        decided: "La séance qui l'a décidée, par sa date (par défaut, la dernière tenue)",
        ..ACTION_CHANGE
    },
    action_update: ActionChange {
        about: "Dire où en est une action, ou la changer",
        examples: "  council action update les-tilleuls bancs --status done --note \"Repeints en vert\"
  council action update les-tilleuls bancs --due 2024-Q1 --note \"Peinture en rupture\"
  council action update les-tilleuls bancs --cost peinture --invoiced 142,50 --happened 2023-09-04",
        council: "Le conseil, par le nom de son dossier",
        id: "L'action, par son nom court",
        decided: "",
        ..ACTION_CHANGE
    },
    actions: Actions {
        about: "Montrer les actions\u{a0}: qui, quoi, pour quand, et où elles en sont",
        examples: "  council actions                          toutes les actions, les retards d'abord
  council actions --late                   seulement celles en retard
  council actions les-tilleuls --owner ug-nord --status in-progress",
        council: "Le conseil, par le nom de son dossier (par défaut, tous)",
        format: "Présentation\u{a0}: table (par défaut), markdown, csv (pour Excel) ou json (pour un programme)",
        as_of: "L'état à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
        only: "Le conseil, comme l'argument CONSEIL",
        late: "Seulement les actions en retard",
        owner: "Seulement celles de ce porteur, par son nom court",
        status: "Seulement celles dans cet état\u{a0}: proposed (proposée), planned (prévue), in-progress (en cours), on-hold (en attente), \
                 done (réalisée), declined (refusée) ou dropped (abandonnée)",
    },
    agenda: Agenda {
        about: "Rédiger la convocation et l'ordre du jour de la prochaine séance",
        examples: "  council agenda les-tilleuls              la prochaine séance prévue
  council agenda les-tilleuls 2023-09-12   celle de cette date
  council agenda --stdout                  l'afficher sans rien écrire",
        council: "Le conseil, par le nom de son dossier (inutile s'il n'y en a qu'un)",
        session: "La séance, par sa date, par exemple 2023-09-12 (par défaut, la prochaine prévue)",
        as_of: "L'état des actions à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
        stdout: "Afficher le document au lieu de l'écrire dans le dossier out",
        format: "Présentation\u{a0}: md (Markdown, par défaut), html (une page pour l'écran et le papier) ou text (pour un courriel)",
        open: "Montrer la page dans le navigateur (avec --format html, qui va sans dire)",
    },
    approve: Approve {
        about: "Noter qu'une séance a approuvé des relevés plus anciens\u{a0}: leur texte ne change plus",
        examples: "  council approve les-tilleuls 2023-05-10 --at 2023-09-12
                                           le relevé du 10 mai, approuvé le 12 septembre
  council approve les-tilleuls 2023-03-14 2023-05-10 --at 2023-09-12
                                           plusieurs relevés approuvés le même jour
  council approve les-tilleuls 2023-05-10 --at 2023-09-12 --corrections \"M. B. était excusé\"",
        council: "Le conseil, par le nom de son dossier",
        sessions: "Les séances dont le relevé est approuvé, par leur date",
        at: "La séance qui les approuve, par sa date",
        corrections: "Ce qui a été corrigé lors de l'approbation, pour un seul relevé",
    },
    attendance: turnout::ATTENDANCE,
    budget: money::BUDGET,
    calendar: exchange::CALENDAR,
    charter: charter::CHARTER,
    check: Check {
        about: "Vérifier le registre\u{a0}: toutes les erreurs en une fois, avec leur remède",
        examples: "  council check                            vérifier tout le registre
  council check les-tilleuls               vérifier un seul conseil
  council check --rule action-late         ne montrer que ce que trouve une règle
  council check --changed                  vérifier ce qui n'est pas encore enregistré
  council check --fix --dry-run            montrer les corrections possibles, sans rien changer
  council check --fix                      corriger ce qui peut l'être sans risque",
        paths: "Fichiers ou dossiers à vérifier (par défaut, tout le registre)",
        changed: "Seulement les conseils changés depuis cet état de l'histoire, par exemple main (par défaut, le \
                  dernier enregistré)\u{a0}; tout, si un fichier de l'organisme a changé",
        fix: "Corriger ce qui peut l'être sans risque\u{a0}: mots-clés et références mal orthographiés, guillemets, noms de \
              fichiers, ordre des suivis",
        dry_run: "Avec --fix\u{a0}: montrer les corrections sans rien écrire, comme le fait git",
        rule: "Seulement ce que trouve cette règle, tout à la suite\u{a0}; à répéter s'il y en a plusieurs",
        severity: "Seulement les erreurs (error) ou seulement les avertissements (warning)",
        deny: "Refuser aussi ce niveau\u{a0}: warnings (les avertissements comptent comme des erreurs)",
        format: "Présentation\u{a0}: text (par défaut) ou json (un objet par ligne, pour un programme)",
    },
    coaching: pilot::COACHING,
    commit: Commit {
        about: "Enregistrer les changements du registre dans son histoire, après vérification",
        examples: "  council commit                           vérifier, mettre à jour les relevés, enregistrer
  council commit -m \"Correction du plan\"   la même chose, avec vos propres mots",
        message: "Dire ce qui a changé avec vos propres mots, au lieu de ceux que le programme trouve",
    },
    completions: Completions {
        about: "Donner à votre terminal de quoi compléter les commandes par la touche Tab",
        examples: "  source <(council completions bash)       compléter dans ce terminal-ci (bash)
  council completions fish > ~/.config/fish/completions/council.fish
                                           compléter toujours (fish)",
        shell: "L'interpréteur de commandes\u{a0}: bash, zsh, fish ou powershell",
    },
    diagnosis: diagnosis::DIAGNOSIS,
    eligibility: pilot::ELIGIBILITY,
    explain: Explain {
        about: "Expliquer une règle de council check\u{a0}: ce qu'elle trouve, pourquoi, et comment corriger",
        examples: "  council explain                          la liste des règles
  council explain unknown-member           la page de cette règle",
        rule: "La règle, par son nom, celui que donne council check entre crochets (par défaut, la liste de toutes)",
    },
    export: exchange::EXPORT,
    import: exchange::IMPORT,
    init: Init {
        about: "Créer un registre\u{a0}: fichiers commentés, git, réglages des éditeurs",
        examples: "  council init registre                    créer le registre dans le dossier registre
  council init .                           le créer dans le dossier courant, ou compléter ce qui manque",
        folder: "Le dossier du registre\u{a0}; il est créé s'il n'existe pas, et rien de ce qu'il contient n'est changé",
    },
    kit: pilot::KIT,
    log: Log {
        about: "Relire l'histoire du registre\u{a0}: qui a fait quoi, et quand",
        examples: "  council log                              toute l'histoire, en commençant par la fin
  council log les-tilleuls --limit 10      les dix derniers enregistrements d'un conseil",
        council: "Le conseil, par le nom de son dossier (par défaut, tout le registre)",
        limit: "Combien d'enregistrements montrer (par défaut, tous)",
    },
    move_session: MoveSession {
        about: "Changer la date d'une séance\u{a0}: le nom de son fichier, et tout ce qui s'y rapporte",
        examples: "  council move-session les-tilleuls 2023-09-12 2023-09-19
                                           la séance du 12 septembre a lieu le 19",
        council: "Le conseil, par le nom de son dossier",
        from: "La date actuelle de la séance",
        to: "Sa nouvelle date",
    },
    new_council: NewCouncil {
        about: "Créer un conseil\u{a0}: son fichier, rempli avec ce qui est déjà connu",
        examples:
            "  council new-council les-tilleuls         créer un conseil\u{a0}; sa résidence est celle du même nom
  council new-council nord --residence les-tilleuls --residence le-parc
                                           créer un conseil pour deux résidences
  council new-council le-parc --reason planned-works
                                           créer un conseil parce que des travaux sont prévus",
        id: "Le nom court du conseil, qui devient celui de son dossier\u{a0}: en minuscules, sans accent ni espace",
        name: "Son nom en toutes lettres (par défaut, d'après celui de sa résidence)",
        residence: "Sa résidence, par son nom court dans landlord.yaml\u{a0}; à répéter s'il y en a plusieurs",
        unit: "Son Unité de Gestion, par son nom court (par défaut, celle de sa résidence)",
        reason: "Pourquoi il est créé\u{a0}: no-representation (pas de représentation), \
                 unconstructive-representation (représentation peu constructive), planned-works (travaux prévus) ou \
                 changed-practice (façon de faire qui change)\u{a0}; à répéter s'il y en a plusieurs",
    },
    new_session: NewSession {
        about: "Préparer une séance\u{a0}: son fichier, rempli avec ce qui est déjà connu",
        examples: "  council new-session les-tilleuls         préparer la séance annoncée à la précédente
  council new-session les-tilleuls --date 2023-09-12
                                           préparer la séance du 12 septembre 2023
  council new-session --edit               la préparer et ouvrir son fichier aussitôt",
        council: "Le conseil, par le nom de son dossier (inutile s'il n'y en a qu'un)",
        date: "La date de la séance (par défaut, celle qui a été annoncée, sinon aujourd'hui)",
        edit: "Ouvrir le fichier dans votre éditeur (variable EDITOR), puis le vérifier",
    },
    new_survey: NewSurvey {
        about: "Préparer une enquête de satisfaction\u{a0}: son fichier, avec les questions",
        examples: "  council new-survey les-tilleuls 2023-10  préparer l'enquête d'octobre 2023
  council new-survey 2023-Q4               celle du 4e trimestre, s'il n'y a qu'un conseil",
        council: "Le conseil, par le nom de son dossier (inutile s'il n'y en a qu'un)",
        period: "La période de l'enquête\u{a0}: un mois (2023-10), un trimestre (2023-Q4), une année (2023)…",
    },
    minutes: Minutes {
        about: "Rédiger le relevé de discussions d'une séance",
        examples: "  council minutes les-tilleuls             le relevé de la dernière séance tenue
  council minutes les-tilleuls 2023-05-10  le relevé de cette séance
  council minutes --all                    tous les relevés
  council minutes --all --check            dire lesquels ne sont plus à jour, sans rien écrire",
        council: "Le conseil, par le nom de son dossier (inutile s'il n'y en a qu'un)",
        session: "La séance, par sa date, par exemple 2023-05-10 (par défaut, la dernière tenue)",
        all: "Rédiger les relevés de toutes les séances tenues",
        check: "Dire si un relevé n'est plus à jour, sans rien écrire",
        stdout: "Afficher le relevé au lieu de l'écrire dans son fichier",
        format: "Présentation\u{a0}: md (Markdown, par défaut), html (une page pour l'écran et le papier) ou text (pour un courriel)",
        open: "Montrer la page dans le navigateur (avec --format html, qui va sans dire)",
    },
    notice: Notice {
        about: "Écrire l'affiche du hall, sur une page\u{a0}: ce qui est fait, refusé, à venir",
        examples: "  council notice les-tilleuls              l'affiche d'aujourd'hui
  council notice --as-of 2023-05-10        celle de ce jour-là
  council notice les-tilleuls --stdout     la montrer sans rien écrire",
        council: "Le conseil, par le nom de son dossier (inutile s'il n'y en a qu'un)",
        as_of: "L'état à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
        stdout: "Afficher l'affiche au lieu de l'écrire dans son fichier",
        format: "Présentation\u{a0}: md (Markdown, par défaut), html (une page pour l'écran et le papier) ou text (pour un courriel)",
        open: "Montrer la page dans le navigateur (avec --format html, qui va sans dire)",
    },
    planning: Sheet {
        about: "Montrer le planning d'intervention, trimestre par trimestre",
        examples: "  council planning les-tilleuls            les travaux d'un conseil
  council planning --format markdown       tous les travaux, pour un document",
        council: "Le conseil, par le nom de son dossier (par défaut, tous)",
        format: "Présentation\u{a0}: table (par défaut), markdown, csv (pour Excel) ou json (pour un programme)",
        as_of: "L'état à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
    },
    questionnaire: PrintedQuestions {
        about: "Rédiger le questionnaire de satisfaction, prêt à imprimer",
        examples: "  council questionnaire les-tilleuls       les questions posées aux locataires
  council questionnaire les-tilleuls 2023-10
                                           pour l'enquête d'octobre 2023, avec ses propres mots
  council questionnaire --asked staff      celles posées au personnel",
        council: "Le conseil, par le nom de son dossier (inutile s'il n'y en a qu'un)",
        period: "La période de l'enquête, par exemple 2023-10 (par défaut, aucune n'est dite)",
        asked: "Qui répond\u{a0}: tenants (les locataires, par défaut), members (les membres) ou staff (le personnel)",
        stdout: "Afficher le document au lieu de l'écrire dans le dossier out",
        format: "Présentation\u{a0}: md (Markdown, par défaut), html (une page pour l'écran et le papier) ou text (pour un courriel)",
        open: "Montrer la page dans le navigateur (avec --format html, qui va sans dire)",
    },
    report: Report {
        about: "Écrire le bilan annuel d'un conseil",
        examples: "  council report les-tilleuls --year 2023  le bilan de 2023
  council report --year 2023 --stdout      le montrer sans rien écrire",
        council: "Le conseil, par le nom de son dossier (inutile s'il n'y en a qu'un)",
        year: "L'année du bilan, par exemple 2023",
        as_of: "Ce qu'on savait à cette date, par exemple 2024-03-15 (par défaut, aujourd'hui)",
        stdout: "Afficher le bilan au lieu de l'écrire dans son fichier",
        format: "Présentation\u{a0}: md (Markdown, par défaut), html (une page pour l'écran et le papier) ou text (pour un courriel)",
        open: "Montrer la page dans le navigateur (avec --format html, qui va sans dire)",
    },
    satisfaction: satisfaction::SATISFACTION,
    schema: Schema {
        about: "Écrire ce qui aide les éditeurs\u{a0}: chaque champ, son sens, ses valeurs",
        examples: "  council schema --out .schemas            refaire ceux du registre, après une mise à jour
  council schema --out schemas --lang en   en anglais",
        out: "Le dossier où écrire un schéma (JSON Schema) par sorte de fichier\u{a0}; ceux d'avant sont remplacés",
    },
    send: sending::SEND,
    sheet: SignIn {
        about: "Rédiger la feuille d'émargement d'une séance",
        examples: "  council sheet les-tilleuls               la prochaine séance prévue
  council sheet les-tilleuls 2023-09-12    celle de cette date",
        council: "Le conseil, par le nom de son dossier (inutile s'il n'y en a qu'un)",
        session: "La séance, par sa date, par exemple 2023-09-12 (par défaut, la prochaine prévue)",
        stdout: "Afficher le document au lieu de l'écrire dans le dossier out",
        format: "Présentation\u{a0}: md (Markdown, par défaut), html (une page pour l'écran et le papier) ou text (pour un courriel)",
        open: "Montrer la page dans le navigateur (avec --format html, qui va sans dire)",
    },
    site: exchange::SITE,
    status: Sheet {
        about: "Montrer où en est chaque conseil\u{a0}: séances, actions, relevés",
        examples: "  council status                           tous les conseils
  council status --as-of 2023-12-31        l'état à la fin de 2023",
        council: "Le conseil, par le nom de son dossier (par défaut, tous)",
        format: "Présentation\u{a0}: table (par défaut), markdown, csv (pour Excel) ou json (pour un programme)",
        as_of: "L'état à cette date, par exemple 2023-05-10 (par défaut, aujourd'hui)",
    },
    sync: Sync {
        about: "Recevoir ce que les autres ont enregistré, vérifier, envoyer ce que vous avez enregistré",
        examples: "  council commit                           d'abord, enregistrer ses propres changements
  council sync                             puis recevoir, vérifier, envoyer",
    },
    tender: pilot::TENDER,
};
