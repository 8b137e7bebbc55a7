//! A plausible record of any size, without an error in it, for the bench and for the tests of scale. The same seed gives
//! the same bytes.

use council::document::{Template, minutes};
use council::model::{DocumentKind, Id, SessionId};
use council::record::Record;
use council::store::Store;
use rayon::prelude::*;
use std::fmt::Write as _;
use std::io;
use std::path::Path;

/// A day after all that is generated.
pub const TODAY: &str = "2025-01-15";

/// The months in which a council meets; the day is the council's own.
const MONTHS: [&str; 5] = ["2023-02", "2023-06", "2023-11", "2024-03", "2024-09"];

/// How many councils a unit looks after.
const PER_UNIT: usize = 20;

const PLACES: [&str; 12] = [
    "Tilleuls",
    "Érables",
    "Acacias",
    "Hêtres",
    "Genêts",
    "Bruyères",
    "Peupliers",
    "Mûriers",
    "Cèdres",
    "Aulnes",
    "Frênes",
    "Églantiers",
];
const PARTNERS: [(&str, &str); 6] = [
    ("police-nationale", "Police nationale"),
    ("ville", "Ville de Rivebourg"),
    ("centre-social", "Centre social de l'Étang"),
    ("mission-locale", "Mission locale"),
    ("regie-de-quartier", "Régie de quartier"),
    ("bibliotheque", "Bibliothèque du Château d'eau"),
];
const ASSOCIATIONS: [(&str, &str); 3] = [
    ("amicale", "Amicale des locataires"),
    ("confederation", "Confédération du cadre de vie"),
    ("familles", "Familles d'ici"),
];
const THEMES: [(&str, &str); 4] = [
    ("tranquillite", "Tranquillité"),
    ("proprete", "Propreté"),
    ("cadre-de-vie", "Cadre de vie"),
    ("lien-social", "Lien social"),
];
const CHANNELS: [(&str, &str); 4] = [
    ("porte-a-porte", "Porte-à-porte"),
    ("affichage", "Affichage dans les halls"),
    ("courrier", "Courrier aux locataires"),
    ("cafe", "Café au pied de l'immeuble"),
];
const STRENGTHS: [(&str, &str); 4] = [
    ("gardiens", "la disponibilité et le professionnalisme des gardiens"),
    ("espaces-verts", "des espaces verts entretenus, appréciés des familles"),
    ("entraide", "l'entraide entre voisins, surtout envers les plus âgés"),
    ("transports", "la proximité des transports et de l'école"),
];
const WEAKNESSES: [(&str, &str); 4] = [
    ("squatteurs", "La présence de squatteurs en soirée dans les halls 3 et 5"),
    ("encombrants", "Les encombrants déposés n'importe où, n'importe quand"),
    ("eclairage", "Un éclairage défaillant aux abords du square et dans les caves"),
    ("ascenseurs", "Des pannes d'ascenseur à répétition, mal annoncées"),
];
const TOPICS: [&str; 10] = [
    "Éclairage du square",
    "Propreté des parties communes",
    "Pannes d'ascenseur",
    "Fête des voisins",
    "Stationnement gênant",
    "Jardin partagé",
    "Nuisances sonores",
    "Travaux de rénovation des halls",
    "Régularisation des charges",
    "Accès aux caves",
];
const SENTENCES: [&str; 18] = [
    "Les résidents rappellent que le sujet avait déjà été évoqué l'an dernier, sans qu'une réponse leur soit parvenue.",
    "Le gardien précise qu'il a signalé le problème dès le début du mois et qu'une entreprise est passée deux fois.",
    "Le bailleur indique que le marché d'entretien arrive à échéance et que le nouveau prestataire sera plus réactif.",
    "Une habitante du bâtiment C souligne que les personnes âgées n'osent plus sortir une fois la nuit tombée.",
    "Il est proposé de faire le tour de la résidence ensemble, un soir, pour repérer les points noirs.",
    "La Ville confirme que l'éclairage du mail relève de sa compétence et qu'un devis a été demandé.",
    "Plusieurs participants regrettent le manque d'information lors des coupures d'eau ; un affichage 48 h avant est demandé.",
    "Le responsable de l'Unité de Gestion s'engage à revenir vers le conseil avec un calendrier précis.",
    "Après échanges, chacun convient que la priorité va aux halls, puis aux locaux à poussettes.",
    "Le centre social propose d'associer les jeunes à la remise en peinture, dans le cadre d'un chantier éducatif.",
    "Les encombrants sont ramassés le premier mardi du mois, mais l'information n'est pas connue de tous.",
    "On s'interroge sur le coût : 1 200 € pour les projecteurs, 350 € pour la pose, « et qui paiera l'entretien ? »",
    "La police nationale rappelle qu'il faut appeler à chaque fois, même si l'on a l'impression que cela ne sert à rien.",
    "L'association des locataires demande que les contrôles soient contradictoires et que le relevé en soit remis.",
    "Une visite technique a eu lieu ; elle a montré que la porte du parking ne ferme plus depuis l'été.",
    "Le jardin partagé compte désormais quatorze familles, et une liste d'attente s'est constituée.",
    "Il est noté que la situation s'est améliorée à l'entrée principale, moins à l'arrière du bâtiment.",
    "Les participants remercient l'équipe de proximité pour sa disponibilité pendant les travaux.",
];
const POINTS: [&str; 5] = [
    "**Hall 3** : vitre à remplacer, serrure à revoir ;",
    "**Hall 5** : boîtes aux lettres *forcées* à deux reprises ;",
    "local à vélos : la clé est à demander à la loge ;",
    "square : deux bancs, un point d'eau, une poubelle de plus ;",
    "parking : marquage effacé, épave à faire enlever.",
];
const INFORMATIONS: [&str; 4] = [
    "La Ville confirme le passage de l'entreprise avant la fin du mois",
    "Le contrat d'entretien des ascenseurs est renégocié",
    "Un numéro unique est affiché dans chaque hall",
    "Les travaux de la chaufferie dureront six semaines",
];
const DECISIONS: [&str; 3] =
    ["Financer la fête des voisins", "Acheter deux bancs pour le square", "Installer un panneau d'affichage par hall"];
const ACTIONS: [&str; 15] = [
    "Réparer l'éclairage du square",
    "Remplacer la vitre du hall 3",
    "Afficher le calendrier des encombrants",
    "Organiser une visite de nuit",
    "Rencontrer le prestataire de ménage",
    "Poser un arceau devant le porche",
    "Préparer la fête des voisins",
    "Remettre en peinture le local à poussettes",
    "Revoir la fermeture du parking",
    "Installer un composteur",
    "Demander un devis pour les bancs",
    "Écrire à la Ville au sujet du mail",
    "Distribuer un guide du tri",
    "Vérifier les détecteurs des caves",
    "Ouvrir une permanence mensuelle",
];

/// Numbers from a seed: splitmix64.
struct Draw(u64);

impl Draw {
    fn new(seed: u64, index: usize) -> Self {
        Self(seed ^ (index as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// A number below this one.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end.max(1) as u64).unwrap_or(0)
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Lines of a file, each with its indentation.
macro_rules! line {
    ($text:expr, $($format:tt)*) => {
        let _ = writeln!($text, $($format)*);
    };
}

/// Writes a record of so many councils, with up-to-date minutes of about half of the sessions.
pub fn record(root: &Path, councils: usize, seed: u64) -> io::Result<()> {
    landlord(root, councils)?;
    (0..councils).into_par_iter().try_for_each(|index| council(root, index, seed))?;
    let record = Record::open(Store::open(root.to_owned()));
    let template = Template::of(&record, DocumentKind::Minutes, record.language()).ok_or(io::ErrorKind::InvalidData)?;
    (0..councils).into_par_iter().try_for_each(|index| write_minutes(&record, index, &template))
}

/// A council's id.
pub fn council_id(index: usize) -> String {
    format!("conseil-{index:05}")
}

/// The dates of a council's sessions.
pub fn dates(index: usize) -> [String; 5] {
    MONTHS.map(|month| format!("{month}-{:02}", index % 28 + 1))
}

/// Writes the landlord of so many councils: a residence for each.
pub fn landlord(root: &Path, councils: usize) -> io::Result<()> {
    let mut text =
        String::from("name: Habitat des Deux Rives\ncontact:\n  hours: du lundi au vendredi, de 9 h à 12 h\n");
    line!(text, "units:");
    for unit in 0..=councils / PER_UNIT {
        line!(text, "  ug-{unit:03}:\n    name: Unité de Gestion {unit}\n    grants:");
        for year in 2023..=2024 {
            line!(text, "      {year}:\n        upkeep: 90000.00\n        investment: 120000.00");
        }
    }
    line!(text, "residences:");
    for index in 0..councils {
        line!(text, "  residence-{index:05}:\n    name: Les {}", residence_name(index));
        line!(text, "    address: {}, rue des {}\n    city: Rivebourg", index % 90 + 1, PLACES[index % PLACES.len()]);
        line!(text, "    dwellings: {}\n    unit: {}", dwellings(index), unit_id(index));
    }
    for (key, entries) in [("associations", &ASSOCIATIONS[..]), ("partners", &PARTNERS), ("themes", &THEMES)] {
        line!(text, "{key}:");
        for (id, name) in entries {
            line!(text, "  {id}:\n    name: {name}");
        }
    }
    line!(text, "questions:\n  overall:\n    text: Êtes-vous satisfait de votre résidence ?\n    asked: tenants");
    for (id, name) in THEMES {
        line!(text, "  {id}:\n    text: Que pensez-vous de ce qui suit, {name} ?\n    theme: {id}");
    }
    line!(text, "mobilisation:");
    for (id, name) in CHANNELS {
        line!(text, "  {id}:\n    name: {name}\n    proposed: {}/{}", council_id(0), dates(0)[0]);
    }
    std::fs::create_dir_all(root)?;
    std::fs::write(root.join("landlord.yaml"), text)
}

/// Writes a council's files but for its minutes.
pub fn council(root: &Path, index: usize, seed: u64) -> io::Result<()> {
    let folder = root.join(council_id(index));
    for below in ["sessions", "surveys", "minutes"] {
        std::fs::create_dir_all(folder.join(below))?;
    }
    let mut draw = Draw::new(seed, index);
    let body = Body { index, dates: dates(index), actions: 10 + draw.below(6) };
    std::fs::write(folder.join("council.yaml"), body.council())?;
    std::fs::write(folder.join("plan.yaml"), body.plan(&mut draw))?;
    for (place, date) in body.dates.iter().enumerate() {
        std::fs::write(folder.join(format!("sessions/{date}.yaml")), body.session(place, &mut draw))?;
    }
    std::fs::write(folder.join("surveys/2023-10.yaml"), body.survey(&mut draw))
}

/// Writes the minutes of every other session of a council.
pub fn write_minutes(record: &Record, index: usize, template: &Template) -> io::Result<()> {
    let id = Id::new(&council_id(index)).ok_or(io::ErrorKind::InvalidInput)?;
    let files = record.council(&id);
    let sessions: Vec<SessionId> = files.held().map(|(session, _)| session).collect();
    for session in sessions.into_iter().skip(index % 2).step_by(2) {
        let text = minutes(record, &files, session, template)
            .map_err(|error| io::Error::other(format!("{id}, {session}: {error:?}")))?;
        std::fs::write(record.store.place(&files.paths.minutes(session)), text)?;
    }
    Ok(())
}

fn residence_name(index: usize) -> String {
    format!("{} {}", PLACES[index % PLACES.len()], index / PLACES.len() + 1)
}

fn dwellings(index: usize) -> usize {
    60 + index % 140
}

fn unit_id(index: usize) -> String {
    format!("ug-{:03}", index / PER_UNIT)
}

fn listed(text: &mut String, indent: &str, key: &str, items: &[&str]) {
    if !items.is_empty() {
        line!(text, "{indent}{key}:");
        for item in items {
            line!(text, "{indent}  - {item}");
        }
    }
}

/// A council about to be written.
struct Body {
    index: usize,
    dates: [String; 5],
    actions: usize,
}

impl Body {
    fn council(&self) -> String {
        let mut text = format!("name: Conseil de Résidents des {}\n", residence_name(self.index));
        line!(text, "residence: residence-{:05}\ncreated: 2023-01\nreasons:\n  - no-representation", self.index);
        line!(text, "approves_minutes: {}", self.index.is_multiple_of(3));
        line!(text, "objectives:\n  - Une résidence durable, où il fait bon vivre\nmembers:");
        for resident in 1..=10 {
            line!(text, "  r{resident}:\n    role: resident");
            if resident <= 6 {
                let letter = char::from(b'A' + u8::try_from((self.index + resident) % 26).unwrap_or_default());
                line!(text, "    name: {} {letter}.", if resident % 2 == 0 { "M." } else { "Mme" });
                line!(text, "    consent:\n      given: 2023-01-01\n      for:\n        - minutes");
            }
            line!(text, "    mandates:\n      - since: 2023-01-01\n        until: 2026-12-31");
        }
        line!(text, "  a1:\n    role: association\n    association: amicale");
        line!(text, "  g1:\n    role: caretaker\n  m1:\n    role: manager\n    position: secretary");
        line!(text, "groups:\n  commission-jardin:\n    name: la commission jardin");
        listed(&mut text, "", "partners", &[PARTNERS[self.index % PARTNERS.len()].0, "ville"]);
        line!(text, "targets:\n  overall:\n    from: 2023-10\n    points: 10\n    by: 2028");
        text
    }

    fn plan(&self, draw: &mut Draw) -> String {
        let mut text = String::from("axes:\n");
        for (place, (theme, name)) in THEMES.iter().enumerate().take(3) {
            line!(text, "  {theme}:\n    title: {name} au quotidien\n    theme: {theme}\n    answers:");
            line!(text, "      - {}/{}", self.dates[0], WEAKNESSES[place].0);
            line!(text, "    partners:\n      - {}", draw.of(&PARTNERS).0);
        }
        line!(text, "actions:");
        for place in 0..self.actions {
            self.action(place, draw, &mut text);
        }
        text
    }

    /// The place among the sessions of the one that took an action.
    fn decided(place: usize) -> usize {
        place % 4
    }

    fn action(&self, place: usize, draw: &mut Draw, text: &mut String) {
        let decided = Self::decided(place);
        line!(text, "  action-{place:02}:\n    title: {}\n    decided: {}", ACTIONS[place], self.dates[decided]);
        line!(text, "    axis: {}", draw.of(&THEMES[..3]).0);
        let owners =
            [unit_id(self.index), council_id(self.index), "ville".into(), "g1".into(), "commission-jardin".into()];
        line!(text, "    owner: {}", draw.of(&owners));
        line!(text, "    priority: {}", draw.of(&["high", "normal", "low"]));
        line!(text, "    due: {}", draw.of(&["2024-Q4", "2025-S1", "2024-12", "2025"]));
        if place.is_multiple_of(4) {
            line!(text, "    works:\n      from: 2024-05\n      to: 2024-10");
            line!(text, "    costs:\n      fournitures:\n        label: Fournitures et pose, devis de l'entreprise");
            let amount = 200 + draw.below(900);
            line!(text, "        kind: upkeep\n        year: 2024\n        planned: {amount}.00");
            line!(text, "        committed:\n          date: 2024-04-10\n          amount: {amount}.00");
        }
        line!(text, "    updates:");
        for (later, date) in self.dates.iter().enumerate().skip(decided + 1) {
            line!(text, "      - date: {date}");
            let (status, note) = match (later, place % 5) {
                (4, 0 | 1) => ("done", "Fait ; les habitants ont été prévenus"),
                (4, 2) => ("dropped", "Abandonné, la Ville s'en charge"),
                _ => ("in-progress", "Devis reçu, à présenter à la prochaine séance"),
            };
            line!(text, "        status: {status}\n        note: {note}");
        }
    }

    fn session(&self, place: usize, draw: &mut Draw) -> String {
        let kind = ["diagnosis", "follow-up", "works", "evaluation", "follow-up"][place];
        let mut text = format!("status: held\nkind: {kind}\n");
        if place == 0 {
            line!(text, "purpose: réaliser un diagnostic partagé");
        }
        line!(text, "time: 18:30\nends: 20 h 15\nplace: Loge du {}, rue des Tilleuls", draw.below(9) + 1);
        line!(text, "chair: r1\nsecretary: m1\ninvitation:\n  invited: {}", dwellings(self.index));
        listed(&mut text, "  ", "channels", &["affichage", draw.of(&CHANNELS[..1]).0]);
        line!(text, "attendance:");
        listed(&mut text, "  ", "present", &["r1", "r2", "r3", "r4", "r5", "r6", "g1", "m1", "a1"]);
        listed(&mut text, "  ", "excused", &["r7", "r8"]);
        listed(&mut text, "  ", "absent", &["r9"]);
        line!(text, "  proxies:\n    r7:\n      to: r1\n  guests:\n    - L'adjointe au maire chargée du logement");
        line!(text, "  residents: {}\nquorum: reached", draw.below(20));
        if place == 1 {
            line!(text, "approves:\n  {}:", self.dates[0]);
        }
        if place == 0 {
            line!(text, "diagnosis:\n  strengths:");
            for (id, said) in STRENGTHS {
                line!(text, "    {id}: {said}");
            }
            line!(text, "  weaknesses:");
            for (id, said) in WEAKNESSES {
                line!(text, "    {id}: {said}");
            }
        }
        if place == 3 {
            line!(text, "reviews:");
            for (id, _) in WEAKNESSES {
                line!(text, "  {}/{id}: {}", self.dates[0], draw.of(&["solved", "better", "same"]));
            }
        }
        line!(text, "topics:");
        for topic in 0..4 + draw.below(3) {
            self.topic(place, topic, draw, &mut text);
        }
        listed(&mut text, "", "partners", &["ville", draw.of(&PARTNERS[2..]).0]);
        if let Some(next) = self.dates.get(place + 1) {
            line!(text, "next:\n  date: {next}\n  time: 18h30\n  place: Loge du 3, rue des Tilleuls");
        }
        text
    }

    fn topic(&self, place: usize, topic: usize, draw: &mut Draw, text: &mut String) {
        line!(text, "  - title: {}", draw.of(&TOPICS));
        line!(text, "    axis: {}", draw.of(&THEMES[..3]).0);
        line!(text, "    asked_by: {}\n    discussion: |", draw.of(&["residents", "landlord", "r2", "ville"]));
        for paragraph in 0..=draw.below(3) {
            if paragraph > 0 {
                text.push('\n');
            }
            for _ in 0..2 + draw.below(2) {
                line!(text, "      {}", draw.of(&SENTENCES));
            }
        }
        if draw.below(3) == 0 {
            text.push('\n');
            for _ in 0..3 {
                line!(text, "      - {}", draw.of(&POINTS));
            }
        }
        line!(text, "    outcomes:\n      - information: {}", draw.of(&INFORMATIONS));
        match topic {
            0 => {
                for action in (0..self.actions).filter(|action| Self::decided(*action) == place) {
                    line!(text, "      - action: action-{action:02}");
                }
            }
            1 => {
                line!(text, "      - decision: {}\n        result: adopted\n        votes:", draw.of(&DECISIONS));
                line!(text, "          for: {}\n          against: 1\n          abstained: 1", 3 + draw.below(3));
                line!(text, "        asked: 1000\n        amount: {}.50", 200 + draw.below(700));
                line!(text, "        condition: si la Ville ne finance pas");
            }
            2 => {
                line!(text, "      - decision: {}\n        result: adopted", draw.of(&DECISIONS));
                line!(text, "        votes: unanimous");
            }
            3 => {
                line!(text, "      - postponed: next");
                // One council in ten refers to its neighbour's plan.
                if self.index % 10 == 9 {
                    line!(text, "      - action: {}/action-00", council_id(self.index - 1));
                }
            }
            _ => {}
        }
    }

    fn survey(&self, draw: &mut Draw) -> String {
        let dwellings = dwellings(self.index);
        let returned = 58 + draw.below(3);
        let mut text = format!("dwellings: {dwellings}\nquestioned: {dwellings}\nreturned: {returned}\n");
        line!(text, "method:\n  mode: paper\n  sampling: voluntary\nanswers:");
        for question in std::iter::once("overall").chain(THEMES.map(|(id, _)| id)) {
            let satisfied = 30 + draw.below(10);
            line!(text, "  {question}:\n    very_satisfied: {}\n    satisfied: {satisfied}", draw.below(8));
            line!(text, "    dissatisfied: {}\n    no_opinion: 2", draw.below(10));
        }
        text
    }
}
