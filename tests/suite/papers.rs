//! Agendas, attendance sheets and questionnaires, from a record of twisted texts, and from one that says next to nothing.

use super::rules::copy_folder;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What is written of the record: the name of its golden file, and the command.
const PAPERS: [(&str, &[&str]); 6] = [
    ("agenda", &["agenda", "les-tilleuls"]),
    ("agenda-sparse", &["agenda", "vide"]),
    ("sheet", &["sheet", "les-tilleuls"]),
    ("sheet-sparse", &["sheet", "vide", "2023-06-20-2"]),
    ("questionnaire", &["questionnaire", "les-tilleuls", "2023-10"]),
    ("questionnaire-sparse", &["questionnaire", "vide", "--asked", "members"]),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/papers")
}

fn council(record: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.arg("--record").arg(record).args(["--today", "2023-06-01"]).args(args).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What a command prints instead of writing it.
#[track_caller]
fn printed(record: &Path, args: &[&str]) -> String {
    let output = council(record, &[args, &["--stdout"]].concat());
    assert_eq!((stderr(&output).as_str(), output.status.code()), ("", Some(0)), "{args:?}");
    stdout(&output)
}

/// A copy of the record that a test may change, with these files written into it.
fn copied(files: &[(&str, &str)]) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&folder().join("record"), copy.path());
    for (path, text) in files {
        let path = copy.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    copy
}

/// The cells of every row of every table.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut cell = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => rows.last_mut().unwrap().extend(cell.take()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&text);
                }
            }
            _ => {}
        }
    }
    rows
}

#[test]
fn papers_say_all_that_the_record_holds_and_nothing_else() {
    let assert = Assert::new().action_env("SNAPSHOTS");
    for language in ["fr", "en"] {
        for (name, args) in PAPERS {
            let text = printed(&folder().join("record"), &[args, &["--lang", language]].concat());
            let golden = folder().join(language).join(format!("{name}.md"));
            assert.eq(text, Data::read_from(&golden, Some(DataFormat::Text)).raw());
        }
    }
}

#[test]
fn no_text_of_the_record_breaks_a_table_or_opens_a_heading() {
    for (name, args) in PAPERS {
        let text = printed(&folder().join("record"), args);
        let headings = text.lines().filter(|line| line.starts_with('#')).count();
        let parsed = Parser::new_ext(&text, Options::ENABLE_TABLES);
        let seen = parsed.filter(|event| matches!(event, Event::Start(Tag::Heading { .. }))).count();
        assert_eq!(seen, headings, "{name}");
        let pipes = text.lines().filter(|line| line.starts_with('|') && !line.starts_with("|---")).count();
        assert_eq!(rows(&text).len(), pipes, "{name}: every line of a table is a row of it");
    }
    let sheet = rows(&printed(&folder().join("record"), PAPERS[2].1));
    assert_eq!(sheet[1], ["Mme | D.", "résident, présidence", "", ""]);
    assert_eq!(sheet[4], ["Représentant d'association", "CLCV | section locale", "", ""]);
}

#[test]
fn a_bar_stays_in_its_cell_however_it_is_written() {
    for name in
        ["| M. A.", "M. A. |", r"M. \| A.", r"M. \\| A.", r"M. \\\| A.", r"M. A.\", "||||", "`|` A.", "a\n| b |\n|---|"]
    {
        let text = name.replace('\n', "\n      ");
        let council = format!(
            "name: Conseil\nmembers:\n  x:\n    role: resident\n    name: |-\n      {text}\n    consent:\n      given: 2022\n      \
             for:\n        - minutes\n"
        );
        let copy = copied(&[("c/council.yaml", &council), ("c/sessions/2023-07-01.yaml", "status: planned\n")]);
        let sheet = printed(copy.path(), &["sheet", "c"]);
        let row = rows(&sheet).swap_remove(1);
        assert_eq!((row.len(), row[1].as_str()), (4, "résident"), "{name}\n{sheet}");
    }
}

#[test]
fn nobody_is_named_without_a_consent_nor_by_an_id() {
    for (_, args) in PAPERS {
        let text = printed(&folder().join("record"), args);
        for hidden in ["Effacé", "m-e", "m-s", "mme-d"] {
            assert!(!text.contains(hidden), "{hidden} in\n{text}");
        }
    }
}

#[test]
fn an_agenda_has_the_state_of_the_day_it_is_of() {
    let record = folder().join("record");
    let late = "Réparer l'éclairage";
    assert!(printed(&record, &["agenda", "les-tilleuls"]).contains(late));
    let later = printed(&record, &["agenda", "les-tilleuls", "2023-06-20", "--as-of", "2023-06-15"]);
    assert!(!later.contains(late), "done on 10 June:\n{later}");
    assert!(later.ends_with("le 15 juin 2023\n"), "{later}");
    let next = printed(&record, &["agenda", "les-tilleuls", "--as-of", "2023-06-21"]);
    assert!(next.contains("mardi 12 septembre 2023"), "{next}");
}

#[test]
fn a_point_that_was_put_off_comes_back_once() {
    let later = |text: &str| text.contains("Reporté à l'automne");
    let record = folder().join("record");
    let autumn = printed(&record, &["agenda", "les-tilleuls", "2023-09-12"]);
    assert!(later(&autumn), "{autumn}");
    assert!(autumn.contains("Tri des déchets"), "the session of June is not held yet:\n{autumn}");
    let held = copied(&[("les-tilleuls/sessions/2023-06-20.yaml", "status: held\n")]);
    let autumn = printed(held.path(), &["agenda", "les-tilleuls", "2023-09-12"]);
    assert!(later(&autumn) && !autumn.contains("Tri des déchets"), "{autumn}");
}

#[test]
fn answers_are_typed_back_in_the_order_of_the_survey_file() {
    let copy = copied(&[]);
    assert!(council(copy.path(), &["new-survey", "les-tilleuls", "2023-11"]).status.success());
    let survey = std::fs::read_to_string(copy.path().join("les-tilleuls/surveys/2023-11.yaml")).unwrap();
    let at = |key: &str| survey.find(&format!("  {key}:\n")).unwrap_or_else(|| panic!("{key} in {survey}"));
    let paper = printed(copy.path(), &["questionnaire", "les-tilleuls", "2023-11"]);
    let rows = rows(&paper);
    let ids: Vec<usize> = rows[1..].iter().map(|row| at(&row[1])).collect();
    assert_eq!(ids.len(), 4);
    assert!(ids.is_sorted(), "{ids:?}");
    let keys: Vec<usize> = rows[0][2..].iter().map(|cell| at(cell.split(['(', ')']).nth(1).unwrap())).collect();
    assert_eq!(keys.len(), 5);
    assert!(keys.is_sorted(), "{keys:?}");
    let boxes: Vec<&str> = paper.lines().filter_map(|line| line.strip_prefix("- ☐ ")).collect();
    let heads: Vec<String> = rows[0][2..].iter().map(|cell| cell.split(" (").next().unwrap().to_lowercase()).collect();
    assert!(boxes.chunks(5).all(|question| question == heads), "{boxes:?}");
    for key in ["questioned", "returned"] {
        assert!(paper.contains(&format!("`{key}`")) && survey.contains(&format!("\n{key}:")), "{key}");
    }
}

#[test]
fn what_a_sheet_counts_has_its_place_in_the_session_file() {
    let copy = copied(&[]);
    let written = council(copy.path(), &["new-session", "les-tilleuls", "--date", "2023-10-10"]);
    assert!(written.status.success(), "{}", stderr(&written));
    let session = std::fs::read_to_string(copy.path().join("les-tilleuls/sessions/2023-10-10.yaml")).unwrap();
    let sheet = printed(copy.path(), &["sheet", "les-tilleuls", "2023-10-10"]);
    let counts = sheet.split("### À reporter").nth(1).unwrap();
    let keys: Vec<&str> = counts.lines().filter(|line| line.starts_with("| ")).flat_map(keys).collect();
    assert!(keys.len() > 10, "{keys:?}");
    for key in keys {
        let typed = [format!("{key}:"), format!("{key} (")];
        assert!(typed.iter().any(|typed| session.contains(typed)), "{key}");
    }
}

/// What stands between backticks in a line.
fn keys(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

#[test]
fn a_template_of_the_landlord_is_used_for_each() {
    let copy = copied(&[
        ("templates/agenda.md", "{{ council.name }} : {% for topic in topics %}{{ topic.title }}, {% endfor %}\n"),
        ("templates/sheet.md", "{% for member in members %}\n- {{ member.name or member.role }}\n{% endfor %}\n"),
        ("templates/questionnaire.md", "{{ asked }} : {{ questions | length }}\n"),
    ]);
    let agenda = printed(copy.path(), &["agenda", "les-tilleuls"]);
    assert_eq!(agenda, "Conseil de Résidents des Tilleuls\u{a0}: \\- Éclairage | square, Vidéosurveillance, Suivi,\n");
    let sheet = printed(copy.path(), &["sheet", "les-tilleuls"]);
    assert_eq!(sheet, "- Mme | D.\n- résident\n- résident\n- représentant d'association\n- M. *Gardien*\n");
    let paper = printed(copy.path(), &["questionnaire", "les-tilleuls"]);
    assert_eq!(paper, "tenants\u{a0}: 4\n");
}

#[test]
fn a_misspelt_variable_is_told_and_refuses_its_own_document_alone() {
    let commands = [
        ("agenda", &["agenda", "les-tilleuls"][..], "{% if false %}{{ session.plcae }}{% endif %}", "session.place"),
        ("sheet", &["sheet", "les-tilleuls"], "{% for m in members %}{{ m.nmae }}{% endfor %}", "m.name"),
        ("questionnaire", &["questionnaire", "les-tilleuls"], "{{ perido }}", "period"),
    ];
    for (name, _, text, meant) in commands {
        let path = format!("templates/{name}.md");
        let copy = copied(&[(&path, text)]);
        let checked = stdout(&council(copy.path(), &["check"]));
        assert_eq!(checked.matches("erreur[template-error]").count(), 1, "{checked}");
        assert!(checked.contains(&path) && checked.contains(meant), "{checked}");
        for (other, args, _, _) in commands {
            let output = council(copy.path(), args);
            let status = if other == name { Some(1) } else { Some(0) };
            assert_eq!(output.status.code(), status, "{other} with a wrong {path}: {}", stderr(&output));
        }
        assert!(!copy.path().join(format!("out/les-tilleuls/{name}-2023-06-20.md")).exists());
    }
}

#[test]
fn a_paper_is_refused_for_errors_in_the_files_it_is_made_of_alone() {
    let agenda = &["agenda", "les-tilleuls"][..];
    let dated = &["sheet", "les-tilleuls", "2023-06-20"];
    let undated = &["sheet", "les-tilleuls"];
    let wave = &["questionnaire", "les-tilleuls", "2023-10"];
    let no_wave = &["questionnaire", "les-tilleuls"];
    let all = [agenda, dated, undated, wave, no_wave];
    for (broken, refused) in [
        ("les-tilleuls/plan.yaml", &[agenda][..]),
        ("les-tilleuls/surveys/2023-10.yaml", &[wave]),
        ("les-tilleuls/sessions/2023-05-10.yaml", &[agenda]),
        ("les-tilleuls/sessions/2023-07-07.yaml", &[agenda, undated]),
        ("les-tilleuls/sessions/2023-7-8.yaml", &[agenda, undated]),
        ("les-tilleuls/sessions/2023-06-20.yaml", &[agenda, dated, undated]),
        ("les-tilleuls/council.yaml", &all),
        ("landlord.yaml", &all),
        ("vide/council.yaml", &[]),
    ] {
        let sound = std::fs::read_to_string(folder().join("record").join(broken)).unwrap_or_default();
        let copy = copied(&[(broken, &format!("{sound}inconnu: 1\n"))]);
        for args in all {
            let output = council(copy.path(), args);
            let expected = if refused.contains(&args) { Some(1) } else { Some(0) };
            assert_eq!(output.status.code(), expected, "{args:?} with a wrong {broken}: {}", stderr(&output));
            assert_eq!(stderr(&output).contains(broken), expected == Some(1), "{args:?}, {broken}");
        }
    }
}

#[test]
fn the_contact_is_the_unit_that_speaks_for_the_body_else_the_landlord() {
    let landlord = "\
name: Habitat
contact:
  phone: 01 99 00 00 00
units:
  nord:
    name: Nord
    contact:
      phone: 01 99 00 00 01
  sud:
    name: Sud
    contact:
      hours: le matin
residences:
  a:
    name: A
    unit: nord
  b:
    name: B
    unit: sud
";
    for (council, called) in [
        ("residence: a\n", "Nord, 01 99 00 00 01\n"),
        ("residence: b\n", "Habitat, 01 99 00 00 00\n"),
        ("residence: b\nunit: nord\n", "Nord, 01 99 00 00 01\n"),
        ("residence:\n  - a\n  - b\n", "Habitat, 01 99 00 00 00\n"),
        ("scope: partout\n", "Habitat, 01 99 00 00 00\n"),
    ] {
        let council = format!("name: Conseil\n{council}");
        let copy = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(copy.path().join("c/sessions")).unwrap();
        for (path, text) in [("landlord.yaml", landlord), ("c/council.yaml", &council)] {
            std::fs::write(copy.path().join(path), text).unwrap();
        }
        std::fs::write(copy.path().join("c/sessions/2023-07-01.yaml"), "status: planned\n").unwrap();
        let agenda = printed(copy.path(), &["agenda", "c"]);
        assert!(agenda.contains(&format!("- Votre contact\u{a0}: {called}")), "{council}{agenda}");
    }
}

#[test]
fn a_record_without_a_contact_or_themes_has_its_papers() {
    let landlord = "name: Habitat\nquestions:\n  q:\n    text: Êtes-vous bien ici ?\n";
    let copy = copied(&[("landlord.yaml", landlord), ("seul/council.yaml", "name: Conseil\n")]);
    let paper = printed(copy.path(), &["questionnaire", "seul"]);
    assert!(paper.contains("- À rendre à la personne qui vous l'a remis.\n"), "{paper}");
    assert_eq!(paper.matches("\n## ").count(), 1, "no heading over questions without a theme:\n{paper}");
    let agenda = printed(copy.path(), &["agenda", "vide"]);
    assert!(!agenda.contains("contact"), "{agenda}");
}
