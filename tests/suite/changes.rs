//! What is said of the difference between two states of a record, from its files alone.

use council::change::{Changes, Comparison};
use council::model::Language;
use std::fmt::Write as _;

const SESSION: &str = "status: held\npurpose: faire connaissance\nplace: la loge\n";

/// Files before and after; an empty text is no file.
fn changes(files: &[(&str, &str, &str)]) -> Changes {
    let mut comparison = Comparison::default();
    for (path, before, after) in files {
        let content = |text: &&str| (!text.is_empty()).then(|| text.as_bytes().to_owned());
        comparison.add(path, content(before).as_deref(), content(after).as_deref());
    }
    comparison.done()
}

#[track_caller]
fn assert_told(files: &[(&str, &str, &str)], french: &[&str], english: &[&str]) {
    let changes = changes(files);
    let told = |language: Language| {
        let sentences = language.told(&changes).into_iter();
        sentences.map(|sentence| sentence.replace('\u{a0}', " ")).collect::<Vec<_>>()
    };
    assert_eq!(told(Language::French), french);
    assert_eq!(told(Language::English), english);
}

fn plan(actions: &str) -> String {
    format!("actions:\n{actions}")
}

fn action(id: &str, more: &str) -> String {
    format!("  {id}:\n    title: {id}\n    decided: 2023-05-10\n{more}")
}

fn updates(updates: &[&str]) -> String {
    let mut text = "    updates:\n".to_owned();
    for (day, update) in updates.iter().enumerate() {
        writeln!(text, "      - date: 2023-06-{:02}\n        {update}", day + 1).unwrap();
    }
    text
}

#[test]
fn sessions() {
    let path = |day: &str| format!("a/sessions/{day}.yaml");
    let (first, second, third) = (path("2023-04-01"), path("2023-05-10"), path("2023-05-10-2"));
    let planned = "status: planned\n";
    let cancelled = "status: cancelled\nreason: neige\n";
    assert_told(&[(&first, "", SESSION)], &["a : séance du 1er avril 2023"], &["a: session of 1 April 2023"]);
    assert_told(
        &[(&first, "", SESSION), (&second, planned, SESSION), (&third, "", SESSION)],
        &["a : séances du 1er avril 2023, du 10 mai 2023 et du 10 mai 2023 (2)"],
        &["a: sessions of 1 April 2023, 10 May 2023 and 10 May 2023 (2)"],
    );
    assert_told(
        &[(&first, SESSION, "status: held\n"), (&second, "", planned), (&third, planned, cancelled)],
        &["a : séance du 10 mai 2023 prévue, séance du 10 mai 2023 (2) annulée, séance du 1er avril 2023 modifiée"],
        &["a: session of 10 May 2023 planned, session of 10 May 2023 (2) cancelled, session of 1 April 2023 edited"],
    );
    let many: Vec<String> = (1..=5).map(|day| path(&format!("2023-06-0{day}"))).collect();
    let many: Vec<(&str, &str, &str)> = many.iter().map(|path| (path.as_str(), "", cancelled)).collect();
    assert_told(&many, &["a : 5 séances annulées"], &["a: 5 sessions cancelled"]);
    assert_told(
        &[(&first, SESSION, "")],
        &["a : séance du 1er avril 2023 supprimée"],
        &["a: session of 1 April 2023 removed"],
    );
}

#[test]
fn a_session_that_moves_takes_its_minutes_along() {
    let (from, to) = ("a/sessions/2023-05-03.yaml", "a/sessions/2023-05-10.yaml");
    assert_told(
        &[
            (from, "# prévue\nstatus: planned\nplace: la loge\ntime: 18:30\n", ""),
            (to, "", "status: held\nplace: la loge\ntime: 18:30\n"),
            ("a/minutes/2023-05-03.md", "x\n", ""),
            ("a/minutes/2023-05-10.md", "", "x\n"),
        ],
        &["a : séance du 10 mai 2023, séance du 3 mai 2023 déplacée au 10 mai 2023"],
        &["a: session of 10 May 2023, session of 3 May 2023 moved to 10 May 2023"],
    );
    assert_told(
        &[(from, SESSION, ""), (to, "", "status: planned\ntime: 10:00\n")],
        &["a : séance du 10 mai 2023 prévue, séance du 3 mai 2023 supprimée"],
        &["a: session of 10 May 2023 planned, session of 3 May 2023 removed"],
    );
}

#[test]
fn minutes_and_their_approval() {
    let minutes = "a/minutes/2023-05-03.md";
    assert_told(&[(minutes, "", "x\n")], &["a : relevé du 3 mai 2023"], &["a: minutes of 3 May 2023"]);
    assert_told(
        &[(minutes, "x\n", "y\n"), ("a/minutes/2023-05-10.md", "x\n", "y\n")],
        &["a : relevés du 3 mai 2023 et du 10 mai 2023 mis à jour"],
        &["a: minutes of 3 May 2023 and 10 May 2023 brought up to date"],
    );
    assert_told(&[(minutes, "x\n", "")], &["a : relevé du 3 mai 2023 supprimé"], &["a: minutes of 3 May 2023 removed"]);
    assert_told(&[(minutes, "x\ny\n", "x\r\ny\r\n")], &[], &[]);
    let approving = format!("{SESSION}approves:\n  2023-05-03:\n    text: sha256:0\n");
    assert_told(
        &[("a/sessions/2023-05-10.yaml", SESSION, &approving), (minutes, "x\n", "y\n")],
        &["a : relevé du 3 mai 2023 approuvé"],
        &["a: minutes of 3 May 2023 approved"],
    );
    assert_told(
        &[("a/sessions/2023-05-03.yaml", "", SESSION), (minutes, "", "y\n")],
        &["a : séance du 3 mai 2023"],
        &["a: session of 3 May 2023"],
    );
}

#[test]
fn actions_by_what_became_of_them() {
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    let before = plan(&ids.map(|id| action(id, "")).concat());
    let became = |id: &str, what: &[&str]| action(id, &updates(what));
    let after = plan(
        &[
            became("a", &["status: done"]),
            became("b", &["status: in-progress", "status: done"]),
            became("c", &["status: in-progress"]),
            became("d", &["status: on-hold"]),
            became("e", &["status: declined\n        note: trop cher"]),
            became("f", &["status: dropped\n        note: sans objet"]),
            became("g", &["note: devis demandé"]),
            action("h", "    due: 2024\n"),
            action("new", ""),
            action("other", "    updates:\n      - date: 2023-06-01\n        status: done\n"),
        ]
        .concat(),
    );
    assert_told(
        &[("x/plan.yaml", &before, &after)],
        &[
            "x : 2 actions nouvelles, 2 réalisées, 1 commencée, 1 en attente, 1 refusée, 1 abandonnée, 1 actualisée, 1 modifiée, \
           1 supprimée",
        ],
        &["x: 2 new actions, 2 done, 1 begun, 1 on hold, 1 declined, 1 dropped, 1 followed up, 1 edited, 1 removed"],
    );
    let held = plan(&became("a", &["status: on-hold"]));
    let again = plan(&became("a", &["status: on-hold", "status: planned"]));
    assert_told(&[("x/plan.yaml", &held, &again)], &["x : 1 action reprise"], &["x: 1 action taken on again"]);
    let axes = "axes:\n  tranquillite:\n    title: Tranquillité\n";
    assert_told(&[("x/plan.yaml", "", axes)], &["x : plan d'action modifié"], &["x: action plan edited"]);
    assert_told(&[("x/plan.yaml", &held, "actions: [\n")], &["x : plan d'action modifié"], &["x: action plan edited"]);
}

#[test]
fn costs_by_the_steps_they_take() {
    let cost = |steps: &str| plan(&action("a", &format!("    costs:\n      devis:\n        label: Devis\n{steps}")));
    let planned = "        planned: 1200\n";
    let committed = "        committed:\n          date: 2023-06-01\n          amount: 1200\n";
    let paid = "        invoiced:\n          amount: 1200\n        paid:\n          amount: 1200\n";
    let (bare, all) = (cost(planned), cost(&format!("{planned}{committed}{paid}")));
    assert_told(
        &[("x/plan.yaml", &bare, &all)],
        &["x : 1 dépense engagée, 1 facturée, 1 payée"],
        &["x: 1 expense committed, 1 invoiced, 1 paid"],
    );
    assert_told(
        &[("x/plan.yaml", "", &bare)],
        &["x : 1 action nouvelle, 1 dépense estimée"],
        &["x: 1 new action, 1 expense estimated"],
    );
    let dearer = cost(&planned.replace("1200", "1300"));
    assert_told(&[("x/plan.yaml", &bare, &dearer)], &["x : 1 action modifiée"], &["x: 1 action edited"]);
}

#[test]
fn councils_surveys_and_what_they_share() {
    let council = "name: Conseil\n";
    let members = "name: Conseil\nmembers:\n  r1:\n    role: resident\n  r2:\n    role: resident\n";
    let path = "a/council.yaml";
    assert_told(&[(path, "", members)], &["a : nouveau conseil"], &["a: new council"]);
    assert_told(&[(path, council, members)], &["a : 2 nouveaux membres"], &["a: 2 new members"]);
    assert_told(&[(path, members, council)], &["a : fiche du conseil modifiée"], &["a: council's file edited"]);
    let closed = "name: Conseil\nclosed:\n  date: 2027-01-01\n";
    assert_told(&[(path, council, closed)], &["a : conseil clos"], &["a: council closed"]);
    assert_told(
        &[(path, council, ""), ("a/sessions/2023-05-03.yaml", SESSION, ""), ("b/council.yaml", "", council)],
        &["a : conseil supprimé", "b : nouveau conseil"],
        &["a: council removed", "b: new council"],
    );
    for (name, french, english) in [
        ("2023-10", "enquête d'octobre 2023", "survey of October 2023"),
        ("2023-Q4", "enquête du 4e trimestre 2023", "survey of the 4th quarter of 2023"),
        ("2023", "enquête de 2023", "survey of 2023"),
        ("reported", "chiffres publiés", "published figures"),
    ] {
        let path = format!("a/surveys/{name}.yaml");
        assert_told(&[(&path, "", "x\n")], &[&format!("a : {french}")], &[&format!("a: {english}")]);
    }
    assert_told(
        &[("a/surveys/2023.yaml", "x\n", "y\n"), ("a/surveys/reported.yaml", "x\n", "")],
        &["a : enquête de 2023 modifiée, chiffres publiés supprimés"],
        &["a: survey of 2023 edited, published figures removed"],
    );
    assert_told(
        &[
            ("landlord.yaml", "name: x\n", "name: y\n"),
            ("charter.yaml", "x\n", ""),
            ("coaching.yaml", "", "x\n"),
            ("templates/minutes.md", "x\n", "y\n"),
            (".editorconfig", "", "x\n"),
        ],
        &["fiche de l'organisme modifiée, charte supprimée, accompagnement ajouté, modèle de document modifié"],
        &["landlord's file edited, charter removed, coaching added, document template edited"],
    );
    assert_told(&[("README.md", "x\n", "y\n"), (".gitignore", "", "x\n")], &["2 autres fichiers"], &["2 other files"]);
    assert_told(&[("landlord.yaml", "", "name: y\n")], &["nouveau registre"], &["new record"]);
}
