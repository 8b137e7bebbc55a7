//! What the *pack coaching* holds besides its guide: the names of its files, and the words of the council that it begins.
//! Used by the pack.

use super::Language;

impl Language {
    /// The folder of the council that the pack begins.
    pub fn pack_council(self) -> &'static str {
        match self {
            Self::French => "nouveau-conseil",
            Self::English => "new-council",
        }
    }

    /// What that council is called until somebody names it.
    pub fn pack_council_name(self) -> &'static str {
        match self {
            Self::French => "Conseil de Résidents (nom à écrire)",
            Self::English => "Residents' Council (name to be written)",
        }
    }

    /// The attendance sheet to print.
    pub fn pack_sheet(self) -> &'static str {
        match self {
            Self::French => "emargement.md",
            Self::English => "attendance-sheet.md",
        }
    }

    /// Behind the name of the guide: of what it is.
    pub fn pack_of(self) -> &'static str {
        match self {
            Self::French => "du pack",
            Self::English => "of the pack",
        }
    }

    /// What is said at the head of a session of the pack.
    pub fn pack_remarks(self, guide: &str, session: &str) -> Vec<String> {
        match self {
            Self::French => vec![
                format!("Préparée à partir d'un accompagnement déjà mené\u{a0}: voyez {guide}."),
                format!(
                    "La date, {session}, est à remplacer\u{a0}: council move-session CONSEIL {session} VRAIE-DATE. D'ici là, \
                     rien n'est en retard."
                ),
            ],
            Self::English => vec![
                format!("Prepared from a coaching that was carried out already: see {guide}."),
                format!(
                    "The date, {session}, is to be replaced: council move-session COUNCIL {session} TRUE-DATE. Until then, \
                     nothing is late."
                ),
            ],
        }
    }

    /// What the first session is for.
    pub fn pack_diagnosis(self) -> &'static str {
        match self {
            Self::French => "réaliser un diagnostic partagé",
            Self::English => "make a shared diagnosis",
        }
    }

    /// Its point on the coaching.
    pub fn pack_coaching_point(self) -> &'static str {
        match self {
            Self::French => "L'accompagnement proposé",
            Self::English => "The coaching on offer",
        }
    }

    /// What is said of the coaching there, before the modules.
    pub fn pack_goal(self, goal: &str) -> String {
        match self {
            Self::French => format!("But de l'accompagnement\u{a0}: {goal}."),
            Self::English => format!("What the coaching is for: {goal}."),
        }
    }

    /// What comes before the list of modules.
    pub fn pack_modules(self) -> &'static str {
        match self {
            Self::French => "Les modules, dans l'ordre\u{a0}:",
            Self::English => "The modules, in their order:",
        }
    }

    /// A module in that list.
    pub fn pack_module(self, title: &str, audience: Option<&str>) -> String {
        match (self, audience) {
            (_, None) => title.to_owned(),
            (Self::French, Some(audience)) => format!("{title} (pour {audience})"),
            (Self::English, Some(audience)) => format!("{title} (for {audience})"),
        }
    }

    /// What the session of a module is for.
    pub fn pack_module_purpose(self, title: &str) -> String {
        match self {
            Self::French => format!("suivre le module «\u{a0}{title}\u{a0}»"),
            Self::English => format!("follow the module \"{title}\""),
        }
    }

    /// What comes before the list of what experience changed.
    pub fn pack_changes(self) -> &'static str {
        match self {
            Self::French => "Ce que l'expérience a changé\u{a0}:",
            Self::English => "What experience changed:",
        }
    }

    /// What the last session is for.
    pub fn pack_plan(self) -> &'static str {
        match self {
            Self::French => "définir un plan d'action partagé",
            Self::English => "agree on a shared action plan",
        }
    }

    /// Its points.
    pub fn pack_plan_points(self) -> [&'static str; 2] {
        match self {
            Self::French => ["Les priorités", "Le planning d'intervention"],
            Self::English => ["Priorities", "When works take place"],
        }
    }

    /// What to do once the pack is written.
    pub fn next_after_kit(self, guide: &str) -> String {
        match self {
            Self::French => format!("Ensuite\u{a0}: lisez {guide}, qui dit comment s'en servir\n"),
            Self::English => format!("Next: read {guide}, which says how to use it\n"),
        }
    }
}
