//! What the English words that stand in files mean, for those who read no English: problems say it beside each word, and
//! know from the French one which is meant.

/// Each word with its meaning, then other French words that people write in its place, in small letters.
const GLOSSES: &[(&str, &str, &[&str])] = &[
    ("adopted", "adoptée", &["accepté", "approuvé", "oui"]),
    ("agenda-21", "Agenda 21", &["agenda21"]),
    ("association", "représentant d'association", &["associatif"]),
    ("better", "en amélioration", &["mieux", "amélioré"]),
    ("cancelled", "annulée", &["canceled"]),
    ("caretaker", "gardien", &["concierge", "gardienne"]),
    ("ccl", "conseil de concertation locative", &[]),
    ("census", "tout le monde", &["recensement", "tous"]),
    ("chair", "préside", &["président", "présidente"]),
    ("change", "à changer", &["changer"]),
    ("changed-practice", "façon de faire changée", &[]),
    ("date", "la date", &[]),
    ("declined", "refusée", &["rejeté"]),
    ("diagnosis", "diagnostic partagé", &["diagnostic"]),
    ("done", "réalisée", &["fait", "terminé", "fini", "achevé"]),
    ("door-to-door", "en porte-à-porte", &["porte-à-porte", "porte à porte"]),
    ("drop", "à abandonner", &["abandonner"]),
    ("dropped", "abandonnée", &[]),
    ("elected", "élu", &[]),
    ("en", "anglais", &["english"]),
    ("evaluation", "évaluation", &[]),
    ("follow-up", "suivi du plan d'action", &["suivi"]),
    ("fr", "français", &["french"]),
    ("held", "tenue", &["réalisé", "fait", "eu lieu"]),
    ("high", "haute", &["urgent", "élevé", "fort"]),
    ("in-progress", "en cours", &[]),
    ("investment", "petits travaux d'investissement", &["investissement", "travaux"]),
    ("keep", "à garder", &["garder"]),
    ("landlord", "représentant du bailleur", &["bailleur", "organisme"]),
    ("low", "basse", &["faible"]),
    ("mail", "par courrier", &["courrier"]),
    ("manager", "responsable de gestion", &["responsable"]),
    ("medium", "moyenne", &["moyen"]),
    ("members", "les membres", &["membres"]),
    ("minutes", "le relevé", &["relevé"]),
    ("mixed", "par divers moyens", &["mixte"]),
    ("next", "la prochaine séance", &["prochaine", "prochaine fois", "prochaine réunion", "séance suivante"]),
    ("no-quorum", "faute de quorum, sans effet", &["sans quorum", "faute de quorum"]),
    ("no-representation", "aucune représentation", &[]),
    ("none", "aucune", &["aucun", "non"]),
    ("normal", "normale", &["moyen"]),
    ("not-reached", "pas atteint", &["non atteint", "non"]),
    ("on-hold", "en attente", &["suspendu", "attente"]),
    ("online", "en ligne", &["internet"]),
    ("organised", "organisée", &["oui"]),
    ("other", "autre", &[]),
    ("paper", "sur papier", &["papier"]),
    ("partner", "partenaire", &[]),
    ("phone", "par téléphone", &["téléphone"]),
    ("place", "le lieu", &["lieu"]),
    ("planned", "prévue", &["planifié", "programmé", "à faire"]),
    ("planned-works", "travaux prévus", &["travaux"]),
    ("practice", "façon de faire", &["pratique"]),
    ("proposed", "proposée", &[]),
    ("random", "un tirage au sort", &["tirage au sort", "aléatoire"]),
    ("reached", "atteint", &["oui"]),
    ("rejected", "rejetée", &["refusé", "non"]),
    ("report", "le bilan", &["bilan"]),
    ("resident", "résident", &["locataire", "habitant", "habitante"]),
    ("residents", "les résidents", &["résident", "habitants", "locataires"]),
    ("residents-council", "conseil de résidents", &["conseil de résidence"]),
    ("room", "en séance", &["séance", "salle"]),
    ("same", "inchangé", &["idem", "pareil"]),
    ("secretary", "secrétaire", &[]),
    ("site", "le site", &[]),
    ("solved", "réglé", &["résolu"]),
    ("staff", "le personnel", &["personnel"]),
    ("steering", "comité de pilotage", &["copil", "pilotage"]),
    ("tenants", "les locataires", &["locataires", "résidents"]),
    ("time", "l'heure", &["heure"]),
    ("unconstructive", "peu constructive", &[]),
    ("unconstructive-representation", "représentation peu constructive", &[]),
    ("undated", "sans date", &[]),
    ("unanimous", "à l'unanimité", &["unanime"]),
    ("upkeep", "entretien courant", &["entretien"]),
    ("voluntary", "qui voulait", &["volontaire"]),
    ("works", "travaux", &[]),
    ("worse", "en recul", &["pire", "dégradé"]),
];

/// The word with what it means: « held (tenue) ».
pub(super) fn glossed(word: &str) -> String {
    match GLOSSES.iter().find(|(known, _, _)| *known == word) {
        Some((_, meaning, _)) => format!("{word} ({meaning})"),
        None => word.to_owned(),
    }
}

/// The one of these words that a French one stands for.
pub(super) fn meant<'k>(written: &str, known: &'k [String]) -> Option<&'k String> {
    let written = stem(written);
    let stands_for = |word: &str| {
        GLOSSES.iter().any(|(known, meaning, others)| {
            *known == word && (stem(meaning) == written || others.iter().any(|other| stem(other) == written))
        })
    };
    known.iter().find(|word| stands_for(word))
}

/// A word without its article, nor what tells one from many, and him from her.
fn stem(word: &str) -> String {
    let small = word.trim().to_lowercase();
    let bare =
        ["le ", "la ", "les ", "l'", "à la "].iter().find_map(|article| small.strip_prefix(article)).unwrap_or(&small);
    bare.trim_end_matches(['s', 'e']).to_owned()
}
