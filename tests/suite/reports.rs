//! The bilan annuel. Every figure of the documents in `tests/documents/report` is worked out by hand from the files of
//! the example, beside its test.

use super::example::{council, example, project};
use super::rules::copy_folder;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::path::Path;

fn report(record: &Path, args: &[&str]) -> String {
    let output = council(record, &[&["report", "--stdout"], args].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn assert_golden(name: &str, args: &[&str]) {
    let golden = project().join(format!("tests/documents/report/{name}.md"));
    let text = report(&example(), args);
    Assert::new().action_env("SNAPSHOTS").eq(text, Data::read_from(&golden, Some(DataFormat::Text)).raw());
}

/// A record of one council, `c`, of these files, each a path from the root and its text; `landlord.yaml` may be one.
fn record(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let minimal = [("landlord.yaml", "name: Bailleur\n"), ("c/council.yaml", "name: Conseil\n")];
    for (path, text) in minimal.iter().chain(files) {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    root
}

/// Les Tilleuls, 2023, read on 15 March 2024.
///
/// Sessions: 14 March, 13 June, 26 September, 28 November, all held; 11 were held before (2019: 3, 2020: 1, 2021: 2, 2022:
/// 5), so that the first is the 12th.
///
/// Attendance, members + guests + other residents: 8 + 0 + 16 = 24; 6 + 1 + 13 = 20; 6 + 0 + 9 = 15; 8 + 0 + 22 = 30; in
/// all 89, of whom 28 members and 60 other residents. Invited 4 × 120 = 480. Excused 2 in June and 1 in September.
///
/// Decided: nettoyage-local, affiche-jets, rodeos (March), ascenseur-contrat (June), eclairage-halls (September), livrets,
/// chauffage-b (November): 7. Done: jardin-partage (6 June), nettoyage-local (24 May), affiche-jets (20 September),
/// ascenseur-contrat (12 December): 4. Open on 31 December: rodeos, eclairage-halls, livrets, chauffage-b: 4, due in 2024
/// or on no date: none late. Every earlier action had ended by 2022.
///
/// Costs on the grant of 2023: bacs (investment) 1850.00, 1790.40, 1790.40; nettoyage (upkeep) 960.00, 960.00, nothing
/// paid; impression (upkeep, `year: 2023`, ordered in January 2024) 345.00. Upkeep 960 + 345 = 1305.00 ordered, 960.00
/// billed, 0 paid, 960 + 345 = 1305.00 counted. In all 3155.00, 2750.40, 1790.40, and 1305.00 + 1790.40 = 3095.40 counted,
/// as in the comment of landlord.yaml. Grant 4000 + 6000 + 1000 carried over = 11000.
///
/// Satisfaction: the figures at the head of surveys/2023-10.yaml; cleanliness in that wave's own words.
///
/// Charter: minutes after 10, 10, 10 and 10 days: 4 of 4 within 15, and within 30. 4 sessions for 2 or 1 promised.
/// Cleanliness 37/79 = 46.8 % for 80. Due in 2023: jardin-partage (30 June, done 3 June), nettoyage-local (31 May, 22 May),
/// affiche-jets (30 September, 20 September), ascenseur-contrat (31 December, 8 December): 4 of 4. Overall 46/80 = 57.5 %
/// for 50.
#[test]
fn les_tilleuls_2023() {
    assert_golden("les-tilleuls-2023", &["les-tilleuls", "--year", "2023"]);
    assert_golden("les-tilleuls-2023.en", &["les-tilleuls", "--year", "2023", "--lang", "en"]);
}

/// Les Tilleuls, 2022: five sessions, two on 28 June.
///
/// Attendance: 3 + 2 = 5 (1 February), 6 + 12 = 18 (5 April), 5 + 3 = 8 and 7 + 1 guest + 14 = 22 (28 June), 6 + 7 = 13
/// (22 November): 66, of whom 3 + 6 + 5 + 7 + 6 = 27 members and 2 + 12 + 3 + 14 + 7 = 38 others. Invited 3 × 120. Excused
/// 2 + 1 + 1 = 4 in three sessions.
///
/// Decided: fete-voisins, jardin-partage: 2. Done: fete-voisins, arceaux: 2. Dropped: boite-a-livres. Open: jardin-partage.
///
/// Costs: arceaux 2480.00 three times; buffet, of no kind, 300.00 ordered, 287.35 billed and paid: 2780.00, 2767.35,
/// 2767.35, 2767.35. Grant 3500 + 800 and 5000 + 1500: 4300 + 6500 = 10800, as in landlord.yaml.
///
/// Satisfaction: the figures at the head of surveys/2022-06.yaml; cleanliness was asked in other words than before.
///
/// The charter holds from 2023; of the engagements, `accueil` (2019) and `ascenseur` (2021-T4) hold. 57/75 = 76.0 % for 50.
#[test]
fn les_tilleuls_2022() {
    assert_golden("les-tilleuls-2022", &["les-tilleuls", "--year", "2022"]);
}

/// Les Tilleuls, 2024, on 15 March: the year is not over.
///
/// One session, 6 + 1 guest + 15 = 22; one planned. Decided: peinture-hall-b, banc-arret: 2. Open: the four of 2023 and
/// these two: 6; chauffage-b was due by 29 February: 15 days late. Costs: peinture 1480.00 ordered; eclairage 3200 and
/// banc 900 are planned only. Grant 4000 + 6000.
///
/// Minutes of 6 February on the 14th, 8 days: in time, but others are to come. One session for 2: too early; for 1: kept.
/// Due in 2024: eclairage-halls, livrets, chauffage-b (missed), peinture-hall-b: 0 of 4 so far, 3 in time still; rodeos has
/// no date, banc-arret neither.
#[test]
fn les_tilleuls_2024_so_far() {
    assert_golden("les-tilleuls-2024", &["les-tilleuls", "--year", "2024"]);
}

/// Le Parc, 2023. Attendance: 7 + 17 = 24, 6 + 8 = 14, 8 + 26 = 34: 72, of whom 21 members and 51 others; invited 84 twice;
/// excused 1. Decided: panneaux, compteurs-eau, local-poussettes, referents: 4. Done: panneaux, abri-velos: 2. Declined:
/// compteurs-eau. Open: local-poussettes, referents.
///
/// Costs: panneaux (upkeep) 620.00 ordered, 598.80 billed; abri (investment) 5400.00 three times: 6020.00, 5998.80, 5400.00,
/// counted 598.80 + 5400.00 = 5998.80. Grant 2500 + 7000 = 9500.
///
/// Satisfaction: the figures at the head of surveys/2023-11.yaml, of volunteers; the first wave of both questions.
///
/// Minutes after 12 days each. 3 sessions. Cleanliness was not asked. Due: abri-velos (30 September, 12 September),
/// panneaux (31 March, 21 March): 2 of 2; compteurs-eau has no date. Overall 26/40 = 65 %.
#[test]
fn le_parc_2023() {
    assert_golden("le-parc-2023", &["le-parc", "--year", "2023"]);
}

/// Jean-Moulin, 2022, its last year: about thirty people came, a number that is added to nothing. The local commun was
/// dropped; the barrier, due in March, is expected of nobody since the council was closed.
#[test]
fn jean_moulin_2022() {
    assert_golden("jean-moulin-2022", &["jean-moulin", "--year", "2022"]);
}

#[test]
fn the_same_day_gives_the_same_bytes_and_another_day_only_what_was_known() {
    let of = |as_of: &str| report(&example(), &["les-tilleuls", "--year", "2023", "--as-of", as_of]);
    assert_eq!(of("2024-03-15"), report(&example(), &["les-tilleuls", "--year", "2023"]));
    // The booklets were ordered on 9 January 2024.
    let before = of("2024-01-08").replace('\u{a0}', " ");
    assert!(before.contains("| Total | 11 000,00 € | 2 810,00 € | 2 750,40 € | 1 790,40 € | 2 750,40 € |"), "{before}");
    assert!(before.contains("Prévu, et compté nulle part :\n\n- Impression de cent livrets\n"), "{before}");
    // In the middle of the year: two sessions held, the booklets not decided.
    let middle = of("2023-06-30").replace('\u{a0}', " ");
    assert!(
        middle.contains("## Bilan 2023, provisoire\n\nHabitat Exemple, Groupe Exemple. État au 30 juin 2023"),
        "{middle}"
    );
    assert!(middle.contains("2 séances tenues.") && !middle.contains("livrets"), "{middle}");
}

#[test]
fn a_sparse_record_gives_a_short_report() {
    let root = record(&[]);
    let text = report(root.path(), &["--year", "2023"]);
    let said = "# Conseil\n\n## Bilan 2023\n\n\
        Bailleur. Actions\u{a0}: état au 31 décembre 2023. Le reste\u{a0}: tel qu'il était connu le 15 mars 2024.\n";
    assert_eq!(text, said);
    let to_come = council(root.path(), &["report", "--stdout", "--year", "2025"]);
    assert_eq!(to_come.status.code(), Some(2), "the year has not begun");
    let text = report(root.path(), &["--year", "2024", "--lang", "en"]);
    assert_eq!(
        text,
        "# Conseil\n\n## Report on 2024, provisional\n\nBailleur. As it stood on 15 March 2024; the year is not over.\n"
    );
}

#[test]
fn estimates_are_added_to_nothing_and_only_known_numbers_are_told() {
    let session = |attendance: &str| format!("status: held\nattendance:\n{attendance}");
    let about = session("  counts:\n    present: 40\n    excused: 5\n    about: true\n");
    let exact = session("  counts:\n    present: 12\n    excused: 1\n");
    let listed = session("  present:\n    - r\n    - r\n    - s\n  guests:\n    - L'architecte\n  residents: 0\n");
    let partly = session("  present:\n    - r\n");
    let root = record(&[
        ("c/council.yaml", "name: Conseil\nmembers:\n  r:\n    role: resident\n  s:\n    role: resident\n"),
        ("c/sessions/2023-01-10.yaml", &about),
        ("c/sessions/2023-02-10.yaml", &exact),
        ("c/sessions/2023-03-10.yaml", &listed),
        ("c/sessions/2023-04-10.yaml", &partly),
        ("c/sessions/2023-05-10.yaml", "status: held\n"),
    ]);
    let text = report(root.path(), &["--year", "2023"]);
    let rows: Vec<&str> = text.lines().filter(|line| line.contains("2023 |") || line.starts_with("| Total")).collect();
    // 12 + (2 members + 1 guest + 0 others = 3) = 15; what is not listed in April is not known to be nobody.
    let expected = [
        "| 10 janvier 2023 |  | environ 40 |  | environ 5 |  |",
        "| 10 février 2023 |  | 12 |  | 1 |  |",
        "| 10 mars 2023 |  | 3 | 2 |  | 0 |",
        "| 10 avril 2023 |  |  | 1 |  |  |",
        "| 10 mai 2023 |  |  |  |  |  |",
        "| Total connu |  | 15 (2 séances) | 3 (2 séances) | 1 (1 séance) | 0 (1 séance) |",
    ];
    assert_eq!(rows, expected);
}

/// Spending of an own unit: 0.10 three times is 0.30 to the cent, and a grant of one amount stands in no part.
#[test]
fn money_is_exact_and_a_grant_in_one_sum_is_of_no_part() {
    let cost = |id: &str, rest: &str| format!("      {id}:\n        label: \"A | b\"\n{rest}");
    let committed = "        committed:\n          date: 2023-02-01\n          amount: 0,10 €\n";
    let billed = "        committed:\n          date: 2022-12-31\n          amount: 9\n        year: 2023\n        \
        invoiced:\n          date: 2023-01-02\n          amount: 1 234,56\n";
    let plan = format!(
        "actions:\n  a:\n    title: Payer\n    decided: 2022-01-01\n    updates:\n      - date: 2023-01-02\n        \
         note: Il a fallu tout refaire\n    costs:\n{}{}{}{}{}{}",
        cost("one", committed),
        cost("two", committed),
        cost("three", committed),
        cost("four", billed),
        cost("other-year", "        committed:\n          date: 2024-01-01\n          amount: 7\n"),
        cost("no-year", "        planned: 5\n"),
    );
    let landlord = "name: Bailleur\nunits:\n  u:\n    name: Unité\n    grants:\n      2023: 1300\n";
    let root = record(&[
        ("landlord.yaml", landlord),
        ("c/council.yaml", "name: Conseil\nunit: u\n"),
        ("c/plan.yaml", &plan),
        ("c/sessions/2022-01-01.yaml", "status: held\n"),
    ]);
    let text = report(root.path(), &["--year", "2023"]).replace('\u{a0}', " ");
    // Ordered 0.30 + 9.00; billed 1234.56; counted 0.30 + 1234.56.
    let sums = "| Sans part fixée | 1 300,00 € | 9,30 € | 1 234,56 € | 0,00 € | 1 234,86 € |\n\
        | Total | 1 300,00 € | 9,30 € | 1 234,56 € | 0,00 € | 1 234,86 € |\n";
    assert!(text.contains(sums), "{text}");
    assert!(text.contains("| A \\| b | Payer |  | 9,00 € | 1 234,56 € |  |\n"), "{text}");
    assert_eq!(text.matches("| A \\| b |").count(), 4, "{text}");
    assert!(!text.contains("Prévu"), "a cost of no year is no year's: {text}");
}

#[test]
fn bars_end_no_cell() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let plan = "actions:\n  a:\n    title: \"un | deux \\\\| trois \\\\\"\n    decided: 2023-01-10\n    owner: g\n    \
        due_note: \"| fin\"\n";
    let root = record(&[
        ("c/council.yaml", "name: Conseil\ngroups:\n  g:\n    name: la commission | jardin\n"),
        ("c/plan.yaml", plan),
        ("c/sessions/2023-01-10.yaml", "status: held\npurpose: voir | parler\n"),
    ]);
    let text = report(root.path(), &["--year", "2023"]);
    let mut cells = Vec::new();
    let mut inside = false;
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => {
                inside = true;
                cells.push(String::new());
            }
            Event::End(pulldown_cmark::TagEnd::TableCell) => inside = false,
            Event::Text(part) | Event::Code(part) if inside => cells.last_mut().unwrap().push_str(&part),
            _ => {}
        }
    }
    let expected =
        ["Action", "Qui", "Échéance", "État", "un | deux | trois \\", "la commission | jardin", "| fin", "prévue"];
    assert_eq!(cells, expected, "{text}");
}

#[test]
fn a_name_is_in_the_report_only_with_consent_to_reports() {
    let named = |uses: &str| {
        let council = format!(
            "name: Conseil\nmembers:\n  r:\n    role: resident\n    # council: allow name-without-consent\n    \
             name: Mme D.\n    consent:\n      \
             given: 2023-01-01\n{uses}"
        );
        let plan = "actions:\n  a:\n    title: Agir\n    decided: 2023-02-01\n    owner: r\n";
        let root = record(&[
            ("c/council.yaml", &council),
            ("c/plan.yaml", plan),
            ("c/sessions/2023-02-01.yaml", "status: held\n"),
        ]);
        report(root.path(), &["--year", "2023"])
    };
    assert!(named("      for:\n        - report\n").contains("| Agir | Mme D. |"));
    let uses = [
        "      for:\n        - minutes\n        - site\n",
        "      withdrawn: 2024\n      for:\n        - report\n",
        "",
    ];
    for uses in uses {
        let text = named(uses);
        assert!(text.contains("| Agir | un résident |") && !text.contains("Mme D."), "{text}");
    }
}

#[test]
fn figures_of_an_unknown_base_are_told_as_such() {
    let landlord = "name: Bailleur\nquestions:\n  q:\n    text: Content ?\n";
    let survey = "reported:\n  - text: 78 % de contents\n    question: q\n    percent: 78\n  - text: un beau succès\n";
    let root = record(&[
        ("landlord.yaml", landlord),
        ("c/surveys/2023-06.yaml", survey),
        ("c/surveys/reported.yaml", "reported:\n  - text: un jour ou l'autre\n"),
    ]);
    let text = report(root.path(), &["--year", "2023"]).replace('\u{a0}', " ");
    let said = "### Satisfaction\n\nChiffres publiés ailleurs :\n\n- Content ? 78 % de contents (base inconnue)\n\
        - un beau succès (base inconnue)\n";
    assert!(text.ends_with(said), "{text}");
}

#[test]
fn an_interval_that_holds_the_mark_is_told() {
    // 15 of 22 among 120: 68.2 % [49.2; 82.6], the published reference.
    let landlord = "name: Bailleur\nresidences:\n  r:\n    name: R\n    dwellings: 120\nquestions:\n  q:\n    \
        text: Content ?\nengagements:\n  e:\n    text: Sept sur dix\n    measure:\n      question: q\n      \
        at_least: 70\n";
    let survey = "answers:\n  q:\n    satisfied: 15\n    dissatisfied: 7\n";
    let root = record(&[
        ("landlord.yaml", landlord),
        ("c/council.yaml", "name: Conseil\nresidence: r\n"),
        ("c/surveys/2023-06.yaml", survey),
    ]);
    let text = report(root.path(), &["--year", "2023"]).replace('\u{a0}', " ");
    let said = "- Sept sur dix : **non tenu** (68,2 % [49,2 ; 82,6] de satisfaits en juin 2023, 70 % promis ; l'intervalle contient ce seuil)\n";
    assert!(text.ends_with(said), "{text}");
}

#[test]
fn who_signed_the_charter_and_who_did_not_is_no_part_of_the_report() {
    let text = report(&example(), &["les-tilleuls", "--year", "2023"]);
    for word in ["sign", "Union des locataires", "Familles de Valmont", "Le bureau trouve"] {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
}

#[test]
fn a_report_is_refused_where_a_file_it_is_made_of_is_wrong() {
    for (path, text) in [
        ("charter.yaml", "titel: Charte\n"),
        ("les-tilleuls/surveys/2023-10.yaml", "retuned: 3\n"),
        ("les-tilleuls/plan.yaml", "actions:\n  a:\n    title: A\n"),
    ] {
        let root = tempfile::tempdir().unwrap();
        copy_folder(&example(), root.path());
        std::fs::write(root.path().join(path), text).unwrap();
        let output = council(root.path(), &["report", "les-tilleuls", "--year", "2023", "--stdout"]);
        assert_eq!((output.stdout.len(), output.status.code()), (0, Some(1)), "{path}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(path), "{}", String::from_utf8_lossy(&output.stderr));
    }
    // What another council's files are like is nothing to it, nor is the coaching.
    let root = tempfile::tempdir().unwrap();
    copy_folder(&example(), root.path());
    std::fs::write(root.path().join("le-parc/plan.yaml"), "actions: [\n").unwrap();
    std::fs::write(root.path().join("coaching.yaml"), "gaol: A\n").unwrap();
    let output = council(root.path(), &["report", "les-tilleuls", "--year", "2023"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(root.path().join("out/les-tilleuls/report-2023.md").exists());
}

#[test]
fn the_landlords_own_template_is_used_and_its_slips_are_told() {
    let root = tempfile::tempdir().unwrap();
    copy_folder(&example(), root.path());
    std::fs::create_dir_all(root.path().join("templates")).unwrap();
    let own = |text: &str| std::fs::write(root.path().join("templates/report.md"), text).unwrap();
    own("{% for promise in commitments if promise.verdict == \"broken\" %}\n- {{ promise.text }} ({{ year }})\n\
        {% endfor %}\n");
    let text = report(root.path(), &["les-tilleuls", "--year", "2023"]);
    assert_eq!(text, "- Huit résidents sur dix sont satisfaits de la propreté des parties communes (2023)\n");
    own("# {{ yaer }}\n");
    let output = council(root.path(), &["report", "les-tilleuls", "--year", "2023"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("templates/report.md:1:6") && said.contains("year"), "{said}");
}

#[test]
fn a_year_must_be_said_and_be_one() {
    for args in [&["report", "ccl"][..], &["report", "ccl", "--year", "23"], &["report", "--year", "2023"]] {
        let output = council(&example(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!output.stderr.is_empty());
    }
}
