//! Tables: `tests/tables/<case>/`, with the commands, what is printed, and how each figure is worked out by hand; and
//! what holds of every table: its width, its colours, its CSV and JSON, the memory it takes.

use super::commands::assert_cases;
use super::python;
use super::scale::{generate, peak_memory};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use unicode_width::UnicodeWidthStr as _;

const TODAY: &str = "2024-03-15";
const TABLES: [&str; 4] = ["status", "actions", "planning", "satisfaction"];
/// Those that print several tables under their titles.
const SHEETS: [&str; 3] = ["attendance", "budget", "coaching"];
/// Those that are about no council, each with the records that have what it shows.
const WHOLE: [(&str, &[&str]); 2] = [
    ("coaching", &["examples/habitat-exemple", "tests/tables/coaching-late/record", "tests/documents/kit/second"]),
    ("eligibility", &["examples/habitat-exemple", "tests/tables/eligibility-borders/record", "examples/minimal"]),
];
const LANGUAGES: [&str; 2] = ["fr", "en"];

/// How many councils the two records have whose memory is measured: more than are held at once, in both.
const COUNCILS: [usize; 2] = [140, 400];

/// The records of which every table is printed, each with one of its councils.
const RECORDS: [(&str, &str); 7] = [
    ("examples/habitat-exemple", "les-tilleuls"),
    ("tests/tables/figures/record", "d-objectifs"),
    ("tests/tables/ends/record", "bornes"),
    ("tests/tables/ends/record", "vide"),
    ("tests/tables/budget-edges/record", "a"),
    ("tests/tables/attendance-edges/record", "a"),
    ("tests/tables/texts/record", "conseil-de-concertation-de-la-residence-du-chateau-d-eau"),
];

#[test]
fn tables_print_what_was_worked_out_by_hand() {
    assert_cases("tables", TODAY);
}

#[test]
fn every_case_says_how_its_figures_are_worked_out() {
    for entry in std::fs::read_dir(place("tests/tables")).unwrap() {
        let case = entry.unwrap().path();
        assert!(!case.is_dir() || case.join("figures.md").exists(), "{}", case.display());
    }
}

/// A second program, which shares no code with this one, finds the same figures in the example and in records in which
/// everything is there or missing at random.
#[test]
fn another_program_works_out_the_same_figures() {
    let Some(python) = python::with(&["yaml"]) else { return };
    let generated = tempfile::tempdir().unwrap();
    generate::record(generated.path(), 12, 2023).unwrap();
    let mut records: Vec<(PathBuf, &[&str])> = vec![
        (place("examples/habitat-exemple"), &[TODAY, "2022-06-28"]),
        (place("tests/tables/budget-edges/record"), &[TODAY]),
        (place("tests/tables/attendance-edges/record"), &[TODAY, "2024-05-15"]),
        (generated.path().to_owned(), &[generate::TODAY]),
    ];
    let home = tempfile::tempdir().unwrap();
    for seed in ["1", "2", "3"] {
        let record = home.path().join(seed);
        let script = place("tests/tables/twisted.py");
        let written = Command::new(&python).arg("-B").arg(script).arg(&record).arg(seed).status().unwrap();
        assert!(written.success());
        records.push((record, &["2025-01-15", "2023-06-30"]));
    }
    for (record, days) in records {
        python::assert_agrees(&python, "tables/recompute.py", &[&[record.to_str().unwrap()], days].concat());
    }
}

#[test]
fn no_line_is_wider_than_eighty_columns_whatever_the_texts() {
    for_every_table(|table, arguments| {
        let printed = text(&council(arguments));
        for line in printed.lines() {
            assert!(line.width() <= 80, "{} columns in {table} {arguments:?}: {line}", line.width());
            assert_eq!(line.trim_end(), line, "{table} {arguments:?}");
        }
    });
}

#[test]
fn several_tables_are_as_narrow_and_each_has_its_title_once() {
    let commands =
        [&["charter"][..], &["diagnosis"], &["satisfaction", "--by", "landlord"], &["satisfaction", "--plan", "5"]];
    let records = RECORDS.iter().map(|(record, _)| *record).chain(["tests/tables/chain/record"]);
    for record in records {
        for (command, language) in commands.iter().flat_map(|command| LANGUAGES.map(|language| (command, language))) {
            let arguments = [command, &["--record", record, "--lang", language][..]].concat();
            let printed = text(&council(&arguments));
            for line in printed.lines() {
                assert!(line.width() <= 80, "{} columns in {arguments:?}: {line}", line.width());
                assert_eq!(line.trim_end(), line, "{arguments:?}");
            }
            // What follows is the same in every language.
            if language != LANGUAGES[0] {
                continue;
            }
            let objects = json(&council(&[&arguments[..], &["--format", "json"]].concat()));
            let mut tables: Vec<&str> = objects.iter().filter_map(|object| object["table"].as_str()).collect();
            tables.dedup();
            let titles = text(&council(&[&arguments[..], &["--format", "markdown"]].concat()));
            let titles = titles.lines().filter(|line| line.starts_with("## ")).count();
            assert_eq!(titles, tables.len(), "{arguments:?}");
            let marks = text(&council(&[&arguments[..], &["--format", "csv"]].concat())).matches('\u{feff}').count();
            assert_eq!(marks, 1, "{arguments:?}");
        }
    }
}

#[test]
fn a_text_that_fits_the_column_is_never_cut_within_a_word() {
    let printed = text(&council(&["actions", "--record", "examples/habitat-exemple"]));
    for word in ["l'afficher", "(prioritaire)", "régularisation", "Passerelle", "responsable"] {
        assert!(printed.split_whitespace().any(|one| one == word), "{word}");
    }
    let printed = text(&council(&["status", "--record", "examples/habitat-exemple", "--lang", "en"]));
    let titles: Vec<&str> = printed.lines().next().unwrap().split_whitespace().collect();
    assert_eq!(titles, ["Council", "Sessions", "Last", "Next", "Open", "Late", "Done", "No"]);
}

#[test]
fn a_long_text_loses_nothing_but_blanks() {
    let (record, id) = RECORDS[6];
    let printed = text(&council(&["actions", id, "--record", record]));
    let objects = json(&council(&["actions", id, "--record", record, "--format", "json"]));
    for object in objects.iter().filter(|object| object["title"].as_str().unwrap().width() > 60) {
        // The first column holds the title alone, from its first line to the next cell of another action.
        let title: String = object["title"].as_str().unwrap().split_whitespace().collect();
        let column: String = printed.lines().map(|line| line.split("  ").next().unwrap()).collect();
        let column: String = column.split_whitespace().collect();
        assert!(column.contains(&title), "{title}");
    }
}

#[test]
fn colour_is_there_only_when_it_is_asked_for_and_never_alone() {
    let late = ["actions", "--late", "--record", "examples/habitat-exemple"];
    let coloured = text(&council(&[&late[..], &["--color", "always"]].concat()));
    assert!(coloured.contains("\u{1b}[38;5;9m") || coloured.contains("\u{1b}[31m"), "{coloured:?}");
    assert!(coloured.contains("retard"));
    assert_eq!(without_colour(&coloured), text(&council(&late)), "the words are the same");
    // What colours a table is asked once for all of its rows: one record that has every kind of row is enough.
    let (record, one) = RECORDS[0];
    for table in TABLES.into_iter().chain(SHEETS).chain(["eligibility"]) {
        let arguments = [table, one, "--record", record];
        let arguments = if is_whole(table) { &[table, "--record", record] } else { &arguments[..] };
        for colour in [&[][..], &["--color", "never"]] {
            assert!(!text(&council(&[arguments, colour].concat())).contains('\u{1b}'), "{arguments:?} {colour:?}");
        }
        for format in ["markdown", "csv", "json"] {
            let shown = text(&council(&[arguments, &["--color", "always", "--format", format]].concat()));
            assert!(!shown.contains('\u{1b}'), "{arguments:?} {format}");
        }
    }
    assert_eq!(text(&council(&[&late[..], &["--color", "auto"]].concat())), text(&council(&late)));
}

#[test]
fn csv_opens_in_french_excel_and_runs_no_formula() {
    for_every_table(|table, arguments| {
        // CSV is written alike in every language.
        if !arguments.contains(&LANGUAGES[0]) {
            return;
        }
        let printed = text(&council(&[arguments, &["--format", "csv"]].concat()));
        let body = printed.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("no mark: {arguments:?}"));
        assert!(!body.contains('\u{feff}'));
        if SHEETS.contains(&table) {
            return several(body, arguments);
        }
        assert!(body.ends_with("\r\n") && !body.replace("\r\n", "").contains(['\r', '\n']), "{arguments:?}");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(body.as_bytes());
        let columns = reader.headers().unwrap().len();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let objects = json(&council(&[arguments, &["--format", "json"]].concat()));
        assert_eq!(rows.len(), objects.len(), "{arguments:?}");
        for (row, object) in rows.iter().zip(&objects) {
            assert_eq!(row.len(), columns);
            assert!(!row.iter().any(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
            if table == "actions" {
                let title = object["title"].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(row.iter().any(|cell| cell.contains(&title)), "{title} in {row:?}");
            }
        }
    });
}

/// Tables under their titles, with a blank line between them: as many rows in all as there are objects, each as long as
/// the titles of its table's columns.
fn several(body: &str, arguments: &[&str]) {
    let objects = json(&council(&[arguments, &["--format", "json"]].concat()));
    let mut rows = 0;
    for table in body.split("\r\n\r\n").filter(|_| !objects.is_empty()) {
        let (title, table) = table.split_once("\r\n").unwrap();
        assert!(!title.contains(';'), "{title} in {arguments:?}");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(table.as_bytes());
        let columns = reader.headers().unwrap().len();
        for row in reader.records().map(Result::unwrap) {
            assert_eq!(row.len(), columns);
            let runs =
                |cell: &str| cell.starts_with(['=', '+', '@', '\t', '\r']) || cell.starts_with('-') && !is_number(cell);
            assert!(!row.iter().any(runs), "{row:?}");
            assert!(
                !row.iter().any(|cell| cell.contains('\u{202f}') && is_number(&cell.replace('\u{202f}', ""))),
                "{row:?}"
            );
            rows += 1;
        }
    }
    assert_eq!(rows, objects.len(), "{arguments:?}");
    assert!(objects.iter().all(|object| keys(object)[0] == "table"), "{arguments:?}");
}

fn is_number(cell: &str) -> bool {
    cell.replace(',', ".").parse::<f64>().is_ok()
}

#[test]
fn json_has_the_fields_of_the_contract_in_their_order_and_null_where_there_is_nothing() {
    let actions = "council id title axis owner status priority decided due late days_late updated";
    let satisfaction = "council question period percent low high base returned questioned dwellings sampling change";
    for (record, _) in RECORDS {
        for object in json(&council(&["actions", "--record", record, "--format", "json"])) {
            assert_eq!(keys(&object), actions.split(' ').collect::<Vec<_>>());
            assert!(object["owner"].is_array() && object["late"].is_boolean());
            assert_eq!(object["late"] == Value::Bool(true), object["days_late"].is_u64(), "{object}");
            assert!(object["days_late"].is_null() || object["days_late"].as_u64() > Some(0));
        }
        for object in json(&council(&["satisfaction", "--record", record, "--format", "json"])) {
            assert!(keys(&object).starts_with(&satisfaction.split(' ').collect::<Vec<_>>()), "{object}");
            for change in [&object["change"], &object["change_since_first"]].into_iter().filter(|one| !one.is_null()) {
                assert_eq!(keys(change), ["from", "points", "low", "high", "verdict"]);
            }
            for figure in ["percent", "low", "high"].map(|key| &object[key]).into_iter().filter(|one| !one.is_null()) {
                let tenths = figure.as_f64().unwrap() * 10.0;
                assert!((tenths - tenths.round()).abs() < 1e-9, "{object}");
            }
        }
    }
}

#[test]
fn late_comes_first_high_before_low_and_what_has_ended_last() {
    for (record, _) in RECORDS {
        for day in [TODAY, "2019-09-01", "2020-01-10", "2022-06-29"] {
            let objects = json(&council(&["actions", "--record", record, "--format", "json", "--as-of", day]));
            let rank = |object: &Value| {
                let ended = ["done", "declined", "dropped"].contains(&object["status"].as_str().unwrap());
                let priority = ["high", "normal", "low"].iter().position(|word| object["priority"] == **word).unwrap();
                let late = std::cmp::Reverse(object["days_late"].as_i64());
                // Late ones of all councils, then each council's others.
                (object["days_late"].is_null(), object["council"].as_str().unwrap().to_owned(), ended, priority, late)
            };
            assert!(objects.is_sorted_by_key(rank), "{record} {day}");
        }
    }
}

#[test]
fn memory_does_not_grow_with_the_number_of_councils() {
    if !cfg!(target_os = "linux") || !Path::new("/proc/self/status").exists() {
        eprintln!("skipped: peak memory is read from /proc");
        return;
    }
    // Two threads hold what 128 councils gave. The landlord's file, which grows with the landlord, is the same in both.
    let [few, many] = COUNCILS.map(|councils| {
        let folder = tempfile::tempdir().unwrap();
        generate::landlord(folder.path(), COUNCILS[1]).unwrap();
        for index in 0..councils {
            generate::council(folder.path(), index, 2023).unwrap();
        }
        folder
    });
    let commands = [
        &["status"][..],
        &["actions", "--late"],
        &["budget"],
        &["charter"],
        &["diagnosis"],
        &["satisfaction", "--by", "landlord"],
        &["satisfaction", "--plan", "5"],
    ];
    for arguments in commands {
        let [of_few, of_many] = [&few, &many].map(|folder| {
            let arguments = [arguments, &["--as-of", generate::TODAY]].concat();
            peak_memory(command(&arguments).current_dir(folder.path()))
        });
        eprintln!("{arguments:?}: {of_few} and {of_many} kB for {COUNCILS:?} councils");
        assert!(of_many < of_few + of_few / 10, "{arguments:?}: {of_few} kB, then {of_many} kB");
    }
}

/// Hands over each table of each record, in each language, of all councils and of one.
fn for_every_table(look: impl Fn(&str, &[&str])) {
    for (table, records) in WHOLE {
        for (record, language) in records.iter().flat_map(|record| LANGUAGES.map(|language| (record, language))) {
            look(table, &[table, "--record", record, "--lang", language]);
        }
    }
    for table in TABLES.into_iter().chain(SHEETS).filter(|table| !is_whole(table)) {
        for language in LANGUAGES {
            for (record, one) in RECORDS {
                look(table, &[table, "--record", record, "--lang", language]);
                look(table, &[table, one, "--record", record, "--lang", language]);
            }
        }
    }
}

fn is_whole(table: &str) -> bool {
    WHOLE.iter().any(|(whole, _)| *whole == table)
}

fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.env_remove("COUNCIL_RECORD").env_remove("COUNCIL_LANG").env_remove("NO_COLOR");
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["--today", TODAY]).args(arguments);
    command
}

fn council(arguments: &[&str]) -> Output {
    let output = command(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
    output
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn json(output: &Output) -> Vec<Value> {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

fn without_colour(text: &str) -> String {
    let mut plain = String::new();
    let mut parts = text.split("\u{1b}[");
    plain.push_str(parts.next().unwrap());
    for part in parts {
        plain.push_str(part.split_once('m').unwrap().1);
    }
    let lines: Vec<&str> = plain.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n"))
}

#[test]
fn colour_makes_no_line_longer() {
    for_every_table(|_, arguments| {
        let printed = text(&council(&[arguments, &["--color", "always"]].concat()));
        for line in printed.lines() {
            let mut plain = String::new();
            let mut rest = line;
            while let Some((before, after)) = rest.split_once('\u{1b}') {
                plain.push_str(before);
                rest = after.split_once('m').map_or("", |(_, rest)| rest);
            }
            plain.push_str(rest);
            assert!(unicode_width::UnicodeWidthStr::width(plain.as_str()) <= 80, "{arguments:?}: {plain}");
        }
    });
}

#[test]
fn late_actions_of_all_councils_come_first() {
    let rows = json(&council(&[
        "actions",
        "--format",
        "json",
        "--record",
        "examples/habitat-exemple",
        "--today",
        "2024-03-15",
    ]));
    let late: Vec<bool> = rows.iter().map(|row| row["late"].as_bool().unwrap()).collect();
    assert!(late[0] && late.windows(2).all(|two| two[0] >= two[1]), "{late:?}");
}
