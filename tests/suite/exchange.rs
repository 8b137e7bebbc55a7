//! What the record gives to other programs and takes from them: `export`, held against what was looked at by hand
//! (`export/expected/`), and by Frictionless and `DuckDB` where they are; `import`, in every form that Excel writes.

use super::example::{council, example, project};
use super::python;
use super::rules::copy_folder;
use super::scale::{generate, peak_memory};
use council::spreadsheet::{comma_separated, decode, for_excel, lines};
use proptest::prelude::*;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The record of the golden export, and its day.
const RECORD: &str = "tests/export/record";
const DAY: &str = "2024-01-15";

fn export(record: &Path, out: &Path, day: &str, more: &[&str]) -> Output {
    let out = out.to_str().unwrap();
    council(record, &[&["export", "--out", out, "--as-of", day], more].concat())
}

/// A file of each name, with its text.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let text =
        |path: PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap());
    names.into_iter().map(text).collect()
}

#[test]
fn an_export_is_what_was_looked_at_and_the_same_each_time() {
    let (home, record) = (TempDir::new().unwrap(), project().join(RECORD));
    let [one, other] = ["one", "other"].map(|name| home.path().join(name));
    for out in [&one, &other, &other] {
        let exported = export(&record, out, DAY, &[]);
        assert_eq!(exported.status.code(), Some(0), "{exported:?}");
        assert_eq!(exported.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count(), 12);
    }
    let written = files(&one);
    assert_eq!(written, files(&other), "the same bytes");
    assert_eq!(written.len(), 12, "nothing else is left there");
    let assert = Assert::new().action_env("SNAPSHOTS");
    for (name, text) in &written {
        let golden = project().join("tests/export/expected").join(name);
        assert.eq(text.clone(), Data::read_from(&golden, Some(DataFormat::Text)).raw());
    }
}

#[test]
fn an_export_writes_over_its_own_tables_alone() {
    let (home, record) = (TempDir::new().unwrap(), project().join(RECORD));
    let out = home.path().join("out");
    fs::create_dir(&out).unwrap();
    for (name, seal) in [("sessions.csv", None), ("datapackage.json", Some("{\"name\": \"mes-donnees\"}"))] {
        fs::write(out.join(name), seal.unwrap_or("à moi")).unwrap();
        let refused = export(&record, &out, DAY, &[]);
        assert_eq!(refused.status.code(), Some(2), "{refused:?}");
        assert_eq!(fs::read_dir(&out).unwrap().count(), 1, "nothing is written beside {name}");
        assert_eq!(fs::read_to_string(out.join(name)).unwrap(), seal.unwrap_or("à moi"));
        fs::remove_file(out.join(name)).unwrap();
    }
    fs::create_dir(out.join("satisfaction.csv")).unwrap();
    assert_eq!(export(&record, &out, DAY, &[]).status.code(), Some(2));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
    fs::remove_dir(out.join("satisfaction.csv")).unwrap();
    for _ in 0..2 {
        assert_eq!(export(&record, &out, DAY, &[]).status.code(), Some(0));
    }
}

#[test]
fn nothing_is_imported_after_a_quote_that_is_never_closed_nor_into_a_session_that_a_day_is_taken_for() {
    let home = TempDir::new().unwrap();
    copy_folder(&example(), home.path());
    let plan = home.path().join("les-tilleuls/plan.yaml");
    let before = fs::read(&plan).unwrap();
    let sheets = [
        ("Action;Porteur\n\"Ouvert;ug-orne\nB;ug-orne\n", 2, "ligne 2"),
        ("Action;Porteur;Réunion du\nPeindre A;ug-orne;3 juin\n", 1, "3 juin"),
        ("Action;Porteur;Coût prévu\nPeindre A;ug-orne;-50\n", 1, "-50"),
        ("Action;Porteur\nRepeindre le hall du 3;ug-orne\n", 1, "peinture-hall-b"),
    ];
    for (sheet, status, said) in sheets {
        let file = home.path().join("../plan-a-importer.csv");
        fs::write(&file, sheet).unwrap();
        let file = file.to_str().unwrap();
        let output = council(home.path(), &["import", file, "--council", "les-tilleuls", "--today", "2024-03-15"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{sheet}: {told}");
        assert!(told.contains(said), "{told}");
        assert_eq!(fs::read(&plan).unwrap(), before, "{sheet}");
    }
}

#[test]
fn no_name_and_no_discussion_is_exported() {
    let home = TempDir::new().unwrap();
    assert!(export(&project().join(RECORD), home.path(), DAY, &[]).status.success());
    for (name, text) in files(home.path()) {
        for said in ["Durand", "durand", "Lenoir", "raconte", "gardien,caretaker"] {
            assert!(!text.contains(said), "{said} in {name}");
        }
    }
    let home = TempDir::new().unwrap();
    let record = TempDir::new().unwrap();
    copy_folder(&example(), record.path());
    let note = "--note=Vu avec Mme Delaunay, Kaci et Mme Inconnue au 3";
    let update = council(record.path(), &["action", "update", "les-tilleuls", "peinture-hall-b", note]);
    assert!(update.status.success(), "{update:?}");
    assert!(export(record.path(), home.path(), "2031-01-01", &[]).status.success());
    for (name, text) in files(home.path()) {
        for said in ["Ferreira", "Bonnet", "M. Sow", "Delaunay", "Kaci", "Inconnue"] {
            assert!(!text.contains(said), "{said} in {name}");
        }
    }
}

#[test]
fn what_was_not_known_on_the_day_is_not_exported() {
    let home = TempDir::new().unwrap();
    assert!(export(&project().join(RECORD), home.path(), "2023-06-20", &[]).status.success());
    let table = |name: &str| fs::read_to_string(home.path().join(name)).unwrap();
    let rows = |name: &str| table(name).lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert!(
        table("actions.csv").contains(",in-progress,high,2023-T3,2023-07-01,2023-09-30,,false,"),
        "the first due date"
    );
    assert!(!table("actions.csv").contains("poussettes"), "decided in September");
    assert!(!table("costs.csv").contains("1180.00"), "billed in July");
    assert!(table("costs.csv").contains(",1200.00,2023-06-01,,,,,1200.00"));
    assert!(rows("surveys.csv").is_empty() && rows("satisfaction.csv").is_empty(), "asked in October");
    assert!(!table("sessions.csv").contains("2023-09-12"), "neither the session nor its approval");
    assert!(table("sessions.csv").contains("2024-02-06,2024-02-06,,planned"), "what is to come is");
    assert!(!table("findings.csv").contains("better"));
    assert!(table("councils.csv").contains(",false,false,"), "not closed yet");
}

#[test]
fn an_error_leaves_the_export_before_as_it_was() {
    let home = TempDir::new().unwrap();
    let (record, out) = (home.path().join("record"), home.path().join("out"));
    copy_folder(&project().join(RECORD), &record);
    assert!(export(&record, &out, DAY, &[]).status.success());
    let before = files(&out);
    let plan = record.join("les-tilleuls/plan.yaml");
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, text.replace("owner: landlord", "owner: personne")).unwrap();
    let refused = export(&record, &out, DAY, &[]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("unknown-owner") && said.contains("Rien n'est exporté"), "{said}");
    assert_eq!(files(&out), before);
    let nowhere = home.path().join("nowhere");
    assert_eq!(export(&record, &nowhere.join("below"), DAY, &[]).status.code(), Some(1));
    assert!(!nowhere.exists(), "no empty folder is left");
}

#[test]
fn an_export_never_mingles_with_the_record() {
    let home = TempDir::new().unwrap();
    let record = home.path().join("record");
    copy_folder(&project().join(RECORD), &record);
    let mut refused = vec![record.clone(), record.join("les-tilleuls"), record.join("a/b"), record.join("outside")];
    #[cfg(unix)]
    {
        let link = home.path().join("link");
        std::os::unix::fs::symlink(&record, &link).unwrap();
        refused.push(link.join("export"));
    }
    for out in refused {
        let answer = export(&record, &out, DAY, &[]);
        assert_eq!(answer.status.code(), Some(2), "{}", out.display());
        assert!(String::from_utf8(answer.stderr).unwrap().contains("est dans le registre"));
        assert!(!out.join("actions.csv").exists() && !record.join("a").exists());
    }
    assert!(export(&record, &record.join("out/tables"), DAY, &[]).status.success());
    assert!(export(&record, &home.path().join("beside"), DAY, &[]).status.success());
}

#[test]
fn both_languages_describe_the_same_columns() {
    let homes = ["fr", "en"].map(|language| {
        let home = TempDir::new().unwrap();
        assert!(export(&project().join(RECORD), home.path(), DAY, &["--lang", language]).status.success());
        home
    });
    let [french, english] = homes.each_ref().map(|home| files(home.path()));
    for ((name, one), (_, other)) in french.iter().zip(&english) {
        if name != "datapackage.json" {
            assert_eq!(one, other, "{name}");
            continue;
        }
        let [one, other]: [serde_json::Value; 2] = [one, other].map(|text| serde_json::from_str(text).unwrap());
        let resources = [one, other].map(|package| package["resources"].as_array().unwrap().clone());
        for (one, other) in resources[0].iter().zip(&resources[1]) {
            assert_eq!(one["schema"]["primaryKey"], other["schema"]["primaryKey"]);
            let fields = [one, other].map(|resource| resource["schema"]["fields"].as_array().unwrap().clone());
            assert_eq!(fields[0].len(), fields[1].len());
            for (one, other) in fields[0].iter().zip(&fields[1]) {
                assert_eq!((&one["name"], &one["type"]), (&other["name"], &other["type"]));
                assert_ne!(one["description"], other["description"], "{one}");
                assert!(one["title"].is_string() && other["title"].is_string());
            }
        }
    }
}

#[test]
fn memory_does_not_grow_with_the_number_of_councils() {
    if !Path::new("/proc/self/status").exists() {
        eprintln!("skipped: peak memory is read from /proc");
        return;
    }
    // Two threads hold 128 councils between them; the landlord's file is the same in both records.
    let [few, many] = [150, 600].map(|councils| {
        let home = TempDir::new().unwrap();
        generate::landlord(home.path(), 600).unwrap();
        for index in 0..councils {
            generate::council(home.path(), index, 2023).unwrap();
        }
        let out = TempDir::new().unwrap();
        let mut export = Command::new(env!("CARGO_BIN_EXE_council"));
        export.arg("--record").arg(home.path()).args(["export", "--as-of", generate::TODAY, "--out"]).arg(out.path());
        peak_memory(&mut export)
    });
    assert!(many < few + few / 5, "{few} kB for 150 councils, {many} kB for 600");
}

#[test]
fn frictionless_finds_exports_valid_and_duckdb_finds_the_figures_of_the_tables() {
    let Some(python) = python::with(&["frictionless", "duckdb"]) else { return };
    let generated = TempDir::new().unwrap();
    generate::record(generated.path(), 30, 2023).unwrap();
    let records = [
        (example(), "2024-03-15"),
        (example(), "2022-06-29"),
        (project().join(RECORD), DAY),
        (project().join("tests/tables/figures/record"), "2024-03-15"),
        (project().join("tests/tables/budget-edges/record"), "2024-03-15"),
        (project().join("tests/tables/attendance-edges/record"), "2024-03-15"),
        (project().join("tests/documents/minutes/record"), "2023-06-01"),
        (generated.path().to_owned(), generate::TODAY),
    ];
    for (record, day) in records {
        python::assert_agrees(&python, "export/questions.py", &[record.to_str().unwrap(), day]);
    }
}

#[test]
fn the_queries_for_a_federation_run_and_agree_with_its_members_tables() {
    let Some(python) = python::with(&["duckdb"]) else { return };
    python::assert_agrees(&python, "export/federation.py", &["--landlords", "3", "--councils", "4"]);
}

/// A spreadsheet with what makes it hard to read: titles, blank rows, cells over several lines, quotes.
const SHEET: &str = "Plan d'action 2023\n\nIntitulé de l’action;Responsable;Échéance;État;Coût prévu;Observations;Où;\n\
    Réparer l'éclairage;Unité de Gestion Nord;30/09/2023;en cours;1\u{a0}200,00\u{a0}€;\"Devis reçu ;\nil est \"\"bon\"\"\";Square;\n\
    ;;;;;;;\n\
    Fleurir le cœur d'îlot;la mairie;T4 2023;réalisé;;;;\n\n\
    Poser un banc;r1;septembre 2023;à faire;;;;\n";

/// The bytes that Windows-1252 has for a text.
fn windows(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '€' => 0x80,
        '’' => 0x92,
        'œ' => 0x9c,
        letter => u8::try_from(u32::from(letter)).unwrap(),
    };
    text.chars().map(byte).collect()
}

fn utf16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// The same rows with another sign between cells.
fn parted(by: u8) -> String {
    let rows: Vec<Vec<String>> = lines(SHEET, b';').into_iter().map(|line| line.cells).collect();
    let text = if by == b',' { comma_separated(&rows) } else { for_excel(&rows) };
    if by == b'\t' { SHEET.replace("reçu ;", "reçu \u{1}").replace(';', "\t").replace('\u{1}', ";") } else { text }
}

/// The plan that comes of importing these bytes into the record of `commands/action`, and what was said.
fn imported(bytes: &[u8], more: &[&str]) -> (String, Output) {
    let home = TempDir::new().unwrap();
    copy_folder(&project().join("tests/commands/action/record"), home.path());
    let file = TempDir::new().unwrap();
    let sheet = file.path().join("plan.csv");
    fs::write(&sheet, bytes).unwrap();
    let output =
        council(home.path(), &[&["import", sheet.to_str().unwrap(), "--council", "les-tilleuls"], more].concat());
    (fs::read_to_string(home.path().join("les-tilleuls/plan.yaml")).unwrap(), output)
}

#[test]
fn a_spreadsheet_says_the_same_in_every_form_that_excel_writes() {
    let (plan, output) = imported(SHEET.as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    for said in [
        "  reparer-l-eclairage:\n    title: Réparer l'éclairage\n",
        "owner: mairie\n",
        "due: 2023-Q4\n",
        "planned: 1200.00\n",
    ] {
        assert!(plan.contains(said), "{said} in\n{plan}");
    }
    assert!(plan.contains("          Devis reçu ;\n          il est \"bon\"\n          Où : Square\n"), "{plan}");
    assert!(plan.contains("  fleurir-le-coeur-d-ilot:\n"));
    let forms = [
        ("mark", [b"\xef\xbb\xbf", SHEET.as_bytes()].concat()),
        ("CRLF", SHEET.replace('\n', "\r\n").into_bytes()),
        ("Windows-1252", windows(SHEET)),
        ("Windows-1252, CRLF", windows(&SHEET.replace('\n', "\r\n").replace("reçu ;\r\n", "reçu ;\n"))),
        ("commas", parted(b',').into_bytes()),
        ("Excel", windows(&parted(b';'))),
        ("tabs", parted(b'\t').into_bytes()),
        ("UTF-16 with tabs", utf16(&parted(b'\t'))),
    ];
    for (form, bytes) in forms {
        let (same, output) = imported(&bytes, &[]);
        assert_eq!(output.status.code(), Some(0), "{form}: {output:?}");
        assert_eq!(same, plan, "{form}");
    }
}

#[test]
fn an_import_leaves_every_other_line_of_the_plan() {
    let before = fs::read_to_string(project().join("tests/commands/action/record/les-tilleuls/plan.yaml")).unwrap();
    let (after, _) = imported(SHEET.as_bytes(), &[]);
    let mut rest = after.lines();
    for line in before.lines() {
        assert!(rest.any(|other| other == line), "{line:?} is gone from\n{after}");
    }
    let (same, output) = imported(SHEET.replace("réalisé", "peut-être").as_bytes(), &[]);
    assert_eq!((same, output.status.code()), (before.clone(), Some(1)), "nothing is written where one row is wrong");
    let (dry, output) = imported(SHEET.as_bytes(), &["--dry-run"]);
    assert_eq!((dry, output.status.code()), (before, Some(0)));
    assert!(String::from_utf8(output.stdout).unwrap().contains("+  poser-un-banc:\n"));
}

#[test]
fn a_problem_names_the_line_that_an_editor_shows() {
    for ends in ["\n", "\r\n"] {
        let wrong = SHEET.replace("septembre 2023", "le 40 mai 2023").replace('\n', ends);
        let (_, output) = imported(wrong.as_bytes(), &[]);
        let said = String::from_utf8(output.stderr).unwrap();
        let line = wrong.split(ends).position(|line| line.contains("40 mai")).unwrap() + 1;
        assert!(said.contains(&format!("ligne {line}, colonne")), "{line} in {said}");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn what_is_no_csv_is_said_to_be_none() {
    for (bytes, said) in [
        (&b"PK\x03\x04xl/workbook.xml"[..], "classeur Excel"),
        (b"\x00\x01\x02", "n'est pas un fichier CSV"),
        (b"", "ligne d'en-têtes"),
    ] {
        let (_, output) = imported(bytes, &[]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains(said), "{said}");
    }
}

#[test]
fn every_byte_of_windows_is_a_letter_and_utf_8_stays_itself() {
    let all: Vec<u8> = (0xa0..=0xff).chain([0x80, 0x85, 0x92, 0x9c, 0x9f]).collect();
    let read = decode(&all).unwrap();
    assert!(read.starts_with("\u{a0}¡¢") && read.ends_with("þÿ€…’œŸ"), "{read}");
    assert_eq!(decode("déjà « vu » €".as_bytes()).unwrap(), "déjà « vu » €");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_table_gives_back_every_text(
        rows in (1..6_usize).prop_flat_map(|width| {
            let cell = prop_oneof![
                prop::string::string_regex("[ \"';,\r\n\tàé€-]{0,8}").unwrap(),
                any::<String>(),
            ];
            prop::collection::vec(prop::collection::vec(cell, width), 1..6)
        })
    ) {
        let back: Vec<Vec<String>> = lines(&comma_separated(&rows), b',').into_iter().map(|line| line.cells).collect();
        prop_assert_eq!(&back, &rows);
        let back: Vec<Vec<String>> = lines(&for_excel(&rows), b';').into_iter().map(|line| line.cells).collect();
        prop_assert_eq!(&back, &rows);
    }
}
