//! The *cahier des charges de la consultation* of the example, where everything is said, and of the founding text's own
//! record, where much is not (`documents/tender/`).

use super::rules::copy_folder;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn council(record: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.env_remove("COUNCIL_RECORD").env_remove("COUNCIL_LANG");
    command.arg("--record").arg(record).args(["--today", "2024-03-15"]).args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[track_caller]
fn printed(record: &Path, args: &[&str]) -> String {
    let output = council(record, &[&["tender", "--stdout"], args].concat());
    assert_eq!((text(&output.stderr).as_str(), output.status.code()), ("", Some(0)));
    text(&output.stdout)
}

/// A record whose coaching is this.
fn with_coaching(coaching: &str) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&place("examples/minimal"), copy.path());
    std::fs::write(copy.path().join("coaching.yaml"), coaching).unwrap();
    copy
}

#[test]
fn a_tender_says_what_the_record_says_and_leaves_a_gap_elsewhere() {
    let assert = Assert::new().action_env("SNAPSHOTS");
    for (name, record) in [("example", "examples/habitat-exemple"), ("founding-text", "councils")] {
        for language in ["fr", "en"] {
            let fresh = printed(&place(record), &["--lang", language]);
            let golden = place(&format!("tests/documents/tender/{name}-{language}.md"));
            assert.eq(fresh, Data::read_from(&golden, Some(DataFormat::Text)).raw());
        }
    }
}

#[test]
fn a_record_that_says_next_to_nothing_gets_a_gap_for_each_part() {
    let copy = with_coaching("goal: se parler\n");
    let fresh = printed(copy.path(), &[]).replace('\u{a0}', " ");
    for gap in [
        "d'où vient le projet",
        "ce que le prestataire doit faire",
        "les résidences pressenties",
        "quand l'accompagnement doit commencer",
        "les modules souhaités",
        "qui pilote l'accompagnement",
        "ce sur quoi les offres seront jugées",
        "le service à joindre",
    ] {
        assert!(fresh.contains(&format!("*À compléter : {gap}")), "{gap}\n{fresh}");
    }
    assert_eq!(fresh.matches("| à compléter |").count(), 4, "a date for each stage\n{fresh}");
}

#[test]
fn candidates_are_named_until_sites_are_chosen_and_never_judged() {
    let landlord = "name: Foyer\nresidences:\n  a:\n    name: L'Orée\n    dwellings: 12\n  b:\n    name: Le | Bourg\n";
    let copy = with_coaching(
        "goal: se parler\ncandidates:\n  a:\n    team_motivation: low\n    note: Équipe fatiguée\n  b:\n    team_motivation: high\n",
    );
    std::fs::write(copy.path().join("landlord.yaml"), landlord).unwrap();
    let fresh = printed(copy.path(), &[]);
    assert!(fresh.contains("parmi 2 résidences pressenties"), "{fresh}");
    assert!(fresh.contains("| L'Orée | à compléter | 12 |") && fresh.contains("Le \\| Bourg"), "{fresh}");
    for judged in ["fatiguée", "faible", "forte", "motivation"] {
        assert!(!fresh.contains(judged), "{judged}\n{fresh}");
    }
}

#[test]
fn it_goes_to_the_folder_out_with_the_landlord_s_own_words_where_there_are() {
    let copy = with_coaching("goal: se parler\n");
    let output = council(copy.path(), &["tender"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(copy.path().join("out/tender-2024-03-15.md").exists());
    std::fs::create_dir_all(copy.path().join("templates")).unwrap();
    std::fs::write(copy.path().join("templates/tender.md"), "Pour : {{ goal }}\n").unwrap();
    assert_eq!(printed(copy.path(), &[]), "Pour\u{a0}: se parler\n");
    std::fs::write(copy.path().join("templates/tender.md"), "{{ gaol }}\n").unwrap();
    let output = council(copy.path(), &["tender", "--stdout"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("goal"), "{}", text(&output.stderr));
}

#[test]
fn without_a_coaching_all_is_to_be_filled_in() {
    let fresh = printed(&place("examples/minimal"), &[]).replace('\u{a0}', " ");
    assert!(fresh.contains("*À compléter : ce que l'accompagnement doit permettre*"), "{fresh}");
    assert_eq!(fresh.matches("| à compléter |").count(), 4, "{fresh}");
}

/// A council that will end is still there; a term that is over seats nobody; a project of past years is settled.
#[test]
fn a_tender_is_of_its_day() {
    let copy = with_coaching("goal: se parler\ncandidates:\n  a:\n  b:\nsites:\n  - a\n  - b\nsteering: pilote\n");
    let landlord = "name: Foyer\nresidences:\n  a:\n    name: L'Orée\n    projects:\n      - text: Façades\n        kind: works\n        \
                    planned: 2022\n      - text: Halls\n        kind: works\n        planned: 2024\n  b:\n    name: Le Bourg\n";
    std::fs::write(copy.path().join("landlord.yaml"), landlord).unwrap();
    for (id, council) in [
        ("orée", "name: Conseil de l'Orée\nresidence: a\nclosed:\n  date: 2030-01-01\n  reason: vente\n"),
        (
            "pilote",
            "name: Pilotage\nkind: steering\nmembers:\n  r1:\n    role: resident\n  r2:\n    role: resident\n    mandates:\n      - since: 2020\n        until: 2021\n",
        ),
    ] {
        let folder = copy.path().join(id.replace('é', "e"));
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("council.yaml"), council).unwrap();
    }
    let fresh = printed(copy.path(), &[]).replace('\u{a0}', " ");
    assert!(fresh.contains("Conseil de l'Orée") && fresh.contains("Halls (2024)"), "{fresh}");
    assert!(!fresh.contains("Façades") && fresh.contains("Y siègent 1 résident."), "{fresh}");
}

#[test]
fn with_errors_in_the_coaching_nothing_is_written() {
    let copy = with_coaching("goal: se parler\ntender:\n  criterias:\n    - le prix\n");
    let output = council(copy.path(), &["tender"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(1), ""));
    assert!(text(&output.stderr).contains("unknown-key"), "{}", text(&output.stderr));
    assert!(!copy.path().join("out").exists());
}
