//! Five people work in clones of one record, by `council` and by text editor, and share through plain git: how often a
//! merge needs a hand, why, and that nothing is lost. `docs/decisions/0006-where-a-new-action-goes.md` has the figures.

use crate::chance::Dice;
use crate::git::repo::Repo;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const PEOPLE: [&str; 5] = ["Anne", "Brahim", "Chloé", "Denis", "Elsa"];

/// How many rounds of work there are.
const ROUNDS: usize = 200;

/// Which run it is; `COUNCIL_SEED` asks for another.
const SEED: u64 = 5;

/// A word for an id: letters as they come in French titles of actions.
const WORDS: [&str; 24] = [
    "abri",
    "bancs",
    "boites",
    "caves",
    "chauffage",
    "digicode",
    "eclairage",
    "encombrants",
    "fete",
    "fuite",
    "graffitis",
    "hall",
    "interphone",
    "jardin",
    "local",
    "menage",
    "numeros",
    "ordures",
    "parking",
    "portail",
    "rampe",
    "tri",
    "velos",
    "vitrines",
];

/// What was written so far: the texts that must be found in the end.
#[derive(Default)]
struct Facts {
    texts: BTreeSet<String>,
    actions: Vec<String>,
    sessions: Vec<String>,
}

struct Simulation {
    people: Vec<Repo>,
    dice: Dice,
    facts: Facts,
    round: usize,
    merges: usize,
    /// What each person changed in the plan and has not shared yet, as commands without their day.
    unshared: Vec<Vec<String>>,
    /// Why merges needed a hand, and how often.
    conflicts: BTreeMap<&'static str, usize>,
    conflicted: usize,
}

#[test]
fn five_clones_lose_nothing() {
    let mut simulation = Simulation::new();
    for round in 0..ROUNDS {
        simulation.round = round;
        let who = simulation.dice.below(PEOPLE.len());
        simulation.work(who);
        // People share at the end of their day, not after each change.
        if simulation.dice.one_in(3) {
            simulation.share(who);
        }
    }
    // Everybody shares once more, and once more to have what the last one shared.
    for who in (0..PEOPLE.len()).chain(0..PEOPLE.len()) {
        simulation.share(who);
    }
    eprintln!(
        "{} clones, {ROUNDS} rounds: {} merges, {} needed a hand {:?}",
        PEOPLE.len(),
        simulation.merges,
        simulation.conflicted,
        simulation.conflicts
    );
    simulation.hold();
    // With new actions at the end of the file it is three merges out of five.
    assert!(simulation.conflicted * 2 < simulation.merges);
}

impl Simulation {
    fn new() -> Self {
        let first = Repo::new();
        let sessions: Vec<String> = (1..=4).map(|month| format!("2022-0{month}-10")).collect();
        for session in &sessions {
            let text = "status: held\n\n# Ce qui s'est dit.\ntopics:\n  - title: Premier point\n    discussion: Rien à signaler.\n\n  - \
                        title: Second point\n    discussion: Rien non plus.\n";
            first.put(&format!("les-tilleuls/sessions/{session}.yaml"), text);
        }
        first.put(
            "les-tilleuls/council.yaml",
            "name: Conseil des Tilleuls\nscope: le quartier\napproves_minutes: false\n",
        );
        first.remove("les-tilleuls/plan.yaml");
        let actions = ["boites", "digicode", "jardin", "parking", "vitrines"];
        for action in actions {
            let said =
                first.council(&format!("action add les-tilleuls {action} --title {action} --decided 2022-01-10"));
            assert_eq!(said.2, 0, "{said:?}");
        }
        first.git("add .");
        first.git("commit --quiet -m départ");
        first.share();
        let people = PEOPLE.iter().map(|name| first.clone_for(name)).collect();
        let actions = actions.map(str::to_owned).to_vec();
        Self {
            people,
            dice: Dice::new(std::env::var("COUNCIL_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(SEED)),
            facts: Facts { actions, sessions, texts: BTreeSet::new() },
            round: 0,
            merges: 0,
            unshared: vec![Vec::new(); PEOPLE.len()],
            conflicts: BTreeMap::new(),
            conflicted: 0,
        }
    }

    /// One change by one person, committed.
    fn work(&mut self, who: usize) {
        let round = self.round;
        let fact = format!("fait-{round}");
        let known = self.known_actions(who);
        let action = self.dice.pick(&known.iter().map(String::as_str).collect::<Vec<_>>()).to_owned();
        let session = self.dice.pick(&self.facts.sessions.iter().map(String::as_str).collect::<Vec<_>>()).to_owned();
        match self.dice.below(10) {
            0..=2 => {
                let id = format!("{}-{round}", self.dice.pick(&WORDS));
                self.plan(who, format!("add les-tilleuls {id} --title {fact} --decided {session}"));
                self.facts.actions.push(id);
            }
            3..=5 => self.plan(who, format!("update les-tilleuls {action} --note {fact}")),
            6 => {
                self.plan(
                    who,
                    format!("update les-tilleuls {action} --cost c{round} --label {fact} --planned {round}"),
                );
            }
            7 => self.edit(who, &format!("les-tilleuls/sessions/{session}.yaml"), |text| {
                text.replacen("Rien à signaler.", &format!("Rien à signaler. {fact}."), 1)
            }),
            8 => self.edit(who, &format!("les-tilleuls/sessions/{session}.yaml"), |text| {
                format!("{text}  - title: {fact}\n")
            }),
            _ => {
                let date = format!("2021-{:02}-{:02}", 1 + self.dice.below(12), 1 + self.dice.below(28));
                let path = self.people[who].record.join(format!("les-tilleuls/sessions/{date}.yaml"));
                if path.exists() {
                    return;
                }
                let text = format!("status: held\npurpose: {fact}\n");
                std::fs::write(path, text).unwrap();
            }
        }
        self.facts.texts.insert(fact);
        let person = &self.people[who];
        person.git("add --all");
        person.git(&format!("commit --quiet -m tour-{round}"));
    }

    /// The actions that somebody's clone has.
    fn known_actions(&self, who: usize) -> Vec<String> {
        let plan = self.people[who].text("les-tilleuls/plan.yaml");
        let is_there = |action: &&String| plan.contains(&format!("\n  {action}:\n"));
        self.facts.actions.iter().filter(is_there).cloned().collect()
    }

    /// Changes the plan by a command.
    fn plan(&mut self, who: usize, line: String) {
        self.council(who, &line);
        self.unshared[who].push(line);
    }

    fn council(&self, who: usize, line: &str) {
        // Updates are recorded day after day.
        let day = format!("2022-{:02}-{:02}", 5 + self.round / 28, 1 + self.round % 28);
        let said = self.people[who].council(&format!("action {line} --date {day}"));
        assert_eq!(said.2, 0, "round {}: {line}: {said:?}", self.round);
    }

    fn edit(&self, who: usize, path: &str, change: impl FnOnce(String) -> String) {
        let person = &self.people[who];
        person.put(path, &change(person.text(path)));
    }

    /// Merges what the others shared, and shares.
    fn share(&mut self, who: usize) {
        self.people[who].git("fetch --quiet");
        let behind = self.people[who].git("rev-list --count HEAD..origin/main");
        if behind.trim() != "0" {
            let ahead = self.people[who].git("rev-list --count origin/main..HEAD");
            self.merges += usize::from(ahead.trim() != "0");
            if !self.people[who].try_git("merge --quiet --no-edit origin/main").status.success() {
                self.conflicted += 1;
                self.settle(who);
            }
        }
        self.people[who].git("push --quiet origin HEAD:main");
        self.unshared[who].clear();
    }

    /// Settles a conflict by hand: in a session, keeps what both sides wrote; in the plan, takes what the others shared and
    /// says again what was said since.
    fn settle(&mut self, who: usize) {
        let files = self.people[who].git("diff --name-only --diff-filter=U");
        for path in files.lines() {
            let text = self.people[who].text(path);
            let mut kept = String::new();
            let mut rest = text.as_str();
            while let Some((before, ours, theirs, after)) = conflict(rest) {
                *self.conflicts.entry(reason(path, ours, theirs)).or_default() += 1;
                kept.push_str(before);
                kept.push_str(&both(ours, theirs));
                rest = after;
            }
            kept.push_str(rest);
            self.people[who].put(path, &kept);
            if path.ends_with("plan.yaml") {
                self.people[who].git(&format!("checkout --quiet --theirs -- {path}"));
                for line in self.unshared[who].clone() {
                    self.council(who, &line);
                }
            }
        }
        let person = &self.people[who];
        person.git("add --all");
        person.git("commit --quiet --no-edit");
    }

    /// Nothing is lost, in any clone, and the record is sound.
    fn hold(&self) {
        for person in &self.people {
            let mut all = String::new();
            collect(&person.record.join("les-tilleuls"), &mut all);
            let words: BTreeSet<&str> = all.split(|sign: char| !(sign.is_alphanumeric() || sign == '-')).collect();
            let lost: Vec<&String> = self.facts.texts.iter().filter(|text| !words.contains(text.as_str())).collect();
            assert_eq!(lost, Vec::<&String>::new(), "lost");
            let (out, err, status) = person.council("check");
            assert_eq!(status, 0, "{out}\n{err}");
            assert!(person.git("status --porcelain").is_empty());
        }
    }
}

/// What stands before a conflict, its two sides, and what stands behind it.
fn conflict(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, rest) = text.split_once("<<<<<<< ")?;
    let (_, rest) = rest.split_once('\n')?;
    let (ours, rest) = rest.split_once("=======\n")?;
    let (theirs, rest) = rest.split_once(">>>>>>> ")?;
    Some((before, ours, theirs, rest.split_once('\n').map_or("", |(_, rest)| rest)))
}

/// What both sides wrote: one passage with what each added, or the one behind the other.
fn both(ours: &str, theirs: &str) -> String {
    match (ours.split_once("signaler."), theirs.split_once("signaler.")) {
        (Some((head, own)), Some((_, other))) => format!("{head}signaler.{}{other}", own.trim_end_matches('\n')),
        _ => format!("{theirs}{ours}"),
    }
}

fn reason(path: &str, ours: &str, theirs: &str) -> &'static str {
    // An action begins two spaces from the margin; what is said of it stands deeper.
    let begins = |side: &str| side.lines().find(|line| !line.is_empty()).is_some_and(|line| !line.starts_with("    "));
    match (path.ends_with("plan.yaml"), begins(ours), begins(theirs)) {
        (false, ..) => "one passage of a session, edited twice",
        (true, true, true) => "two new actions in one place",
        (true, false, false) => "one action, changed twice",
        (true, ..) => "a new action right behind one that changed",
    }
}

fn collect(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, into);
        } else {
            into.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}
