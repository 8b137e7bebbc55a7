//! Calendars: read back by `PyPI`'s icalendar (`calendar/read.py`), which holds each event against the record; and that an
//! event stays the same one whatever becomes of it.

use super::example::{council, example, project};
use super::python;
use super::rules::copy_folder;
use super::scale::generate;
use council::calendar::of_session;
use council::model::{Id, Language};
use council::record::Record;
use council::store::Store;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const RECORD: &str = "tests/commands/calendar/record";

fn printed(record: &Path, args: &[&str]) -> String {
    let output = council(record, &[&["calendar", "les-tilleuls"], args].concat());
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn copy() -> TempDir {
    let copy = TempDir::new().unwrap();
    copy_folder(&project().join(RECORD), copy.path());
    copy
}

/// The lines of a calendar, unfolded, that begin with this.
fn lines(calendar: &str, start: &str) -> BTreeSet<String> {
    let whole = calendar.replace("\r\n ", "");
    whole.split("\r\n").filter(|line| line.starts_with(start)).map(str::to_owned).collect()
}

#[test]
fn icalendar_reads_every_event_as_the_record_has_it() {
    let Some(python) = python::with(&["icalendar", "yaml"]) else { return };
    let generated = TempDir::new().unwrap();
    generate::record(generated.path(), 20, 2023).unwrap();
    for (record, day) in [
        (project().join(RECORD), "2023-06-01"),
        (example(), "2024-03-15"),
        (project().join("councils"), "2024-03-15"),
        (project().join("tests/documents/minutes/record"), "2023-06-01"),
        (generated.path().to_owned(), generate::TODAY),
    ] {
        python::assert_agrees(&python, "calendar/read.py", &[record.to_str().unwrap(), day]);
    }
}

#[test]
fn lines_end_and_fold_as_the_standard_has_it() {
    for args in [&["--lang", "fr"][..], &["--lang", "en"]] {
        let calendar = printed(&project().join(RECORD), args);
        assert!(calendar.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count());
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
        let place = "Loge du 3\\, rue des Tilleuls";
        assert!(
            lines(&calendar, "LOCATION:").iter().any(|line| line.contains(place) && line.contains("le \\\\ portail"))
        );
    }
}

#[test]
fn the_day_it_is_written_on_is_not_in_it() {
    let record = example();
    let on = |today: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
        command
            .arg("--record")
            .arg(&record)
            .args(["--today", today, "calendar", "--as-of", "2024-03-15"])
            .output()
            .unwrap()
    };
    let (early, late) = (on("2024-03-15"), on("2031-01-01"));
    assert_eq!(early.stdout, late.stdout);
    assert!(!early.stdout.is_empty());
}

#[test]
fn an_event_stays_the_same_one_when_its_session_is_moved_held_or_cancelled() {
    let copy = copy();
    let sessions = copy.path().join("les-tilleuls/sessions");
    let before = lines(&printed(copy.path(), &[]), "UID:");
    let held = std::fs::read_to_string(sessions.join("2023-06-20.yaml")).unwrap();
    for status in ["held", "cancelled\nreason: une panne"] {
        std::fs::write(sessions.join("2023-06-20.yaml"), held.replace("planned", status)).unwrap();
        assert_eq!(lines(&printed(copy.path(), &[]), "UID:"), before, "{status}");
    }
    std::fs::rename(sessions.join("2023-06-20.yaml"), sessions.join("2023-07-04.yaml")).unwrap();
    assert_eq!(lines(&printed(copy.path(), &[]), "UID:"), before, "moved");
    std::fs::rename(sessions.join("2023-07-04.yaml"), sessions.join("2023-06-06.yaml")).unwrap();
    assert_eq!(lines(&printed(copy.path(), &[]), "UID:"), before, "on the day that was announced");
    std::fs::remove_file(sessions.join("2023-06-06.yaml")).unwrap();
    assert_eq!(lines(&printed(copy.path(), &[]), "UID:"), before, "only announced");
}

#[test]
fn a_calendar_of_one_session_has_the_event_of_the_whole_one() {
    let record = Record::open(Store::open(project().join(RECORD)));
    let files = record.council(&Id::new("les-tilleuls").unwrap());
    let whole = printed(&project().join(RECORD), &[]);
    for (id, _) in files.readable_sessions() {
        let one = of_session(&record, &files, id, Language::French).unwrap();
        let event = &one[one.find("BEGIN:VEVENT").unwrap()..one.find("END:VCALENDAR").unwrap()];
        assert!(whole.contains(event), "{event} in {whole}");
        assert_eq!(one.matches("BEGIN:VEVENT").count(), 1);
        assert!(one.contains("METHOD:PUBLISH\r\n"));
    }
    assert_eq!(of_session(&record, &files, "2020-01-01".parse().unwrap(), Language::French), None);
}

#[test]
fn one_error_gives_no_calendar() {
    let copy = copy();
    std::fs::write(copy.path().join("le-parc/sessions/2023-09-12.yaml"), "status: perhaps\n").unwrap();
    let output = council(copy.path(), &["calendar"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8(output.stderr).unwrap().contains("2023-09-12.yaml"));
    assert!(council(copy.path(), &["calendar", "les-tilleuls"]).status.success(), "another council is not concerned");
}
