//! Commands that are stopped at any moment: each file is as it was or as it was to be, and the same command, given again,
//! finishes what was begun.

use super::rules::copy_folder;
use crate::chance::Dice;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant, SystemTime};

/// How often each command is stopped; `COUNCIL_STOPS` asks for another number.
const TIMES: u32 = 20;

/// Every file of a record but what is this machine's alone, with its bytes.
type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> Files {
    fn collect(folder: &Path, prefix: &str, into: &mut Files) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{prefix}{}", path.file_name().unwrap().to_string_lossy());
            // A file that is not whole yet bears a hidden name, which no command reads.
            if name.split('/').any(|part| part.starts_with(".council")) {
                continue;
            }
            if path.is_dir() {
                collect(&path, &format!("{name}/"), into);
            } else {
                into.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    let mut into = Files::new();
    collect(folder, "", &mut into);
    into
}

fn council(record: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.current_dir(record).env_remove("COUNCIL_RECORD").args(["--today", "2024-03-15"]).args(args);
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    command
}

fn finished(record: &Path, args: &[&str]) -> Output {
    council(record, args).output().unwrap()
}

/// A copy of the example in which `prepare` was run.
fn record(home: &Path, name: &str, prepare: &[&str]) -> PathBuf {
    let record = home.join(name);
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/habitat-exemple"), &record);
    for folder in prepare {
        std::fs::remove_dir_all(record.join(folder)).unwrap();
    }
    record
}

/// When anything last came into each folder of the record, or went.
fn touched(record: &Path) -> Vec<SystemTime> {
    let below = ["les-tilleuls", "les-tilleuls/sessions", "les-tilleuls/minutes", "ccl", "le-parc"];
    below.iter().filter_map(|folder| std::fs::metadata(record.join(folder)).ok()?.modified().ok()).collect()
}

/// Stops a command at random moments of its run. `gone` are folders that are not there before; `last` is run in the end
/// both where nothing was stopped and where something was.
fn stopped(args: &[&str], gone: &[&str], last: &[&str]) {
    let home = tempfile::tempdir().unwrap();
    let whole = record(home.path(), "whole", gone);
    let before = files(&whole);
    let start = Instant::now();
    let output = finished(&whole, args);
    let takes = start.elapsed();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    let after = files(&whole);
    assert_ne!(before, after, "{args:?} changes nothing");
    finished(&whole, last);
    let end = files(&whole);
    let times = std::env::var("COUNCIL_STOPS").ok().and_then(|number| number.parse().ok()).unwrap_or(TIMES);
    let mut dice = Dice::new(u64::from(times));
    let (mut early, mut late) = (0, 0);
    for time in 0..times {
        let record = record(home.path(), &time.to_string(), gone);
        let untouched = touched(&record);
        let mut running = council(&record, args).spawn().unwrap();
        if time % 2 == 0 {
            let moment = takes.mul_f64(1.1).as_micros().try_into().unwrap_or(usize::MAX);
            std::thread::sleep(Duration::from_micros(dice.below(moment) as u64));
        } else {
            // Right in the middle of its writing.
            while touched(&record) == untouched && running.try_wait().unwrap().is_none() {
                std::thread::sleep(Duration::from_micros(50));
            }
            std::thread::sleep(Duration::from_micros(dice.below(6_000) as u64));
        }
        let _ = running.kill();
        running.wait().unwrap();
        let now = files(&record);
        early += u32::from(now == before);
        late += u32::from(now == after);
        for (name, bytes) in &now {
            let is_whole = before.get(name) == Some(bytes) || after.get(name) == Some(bytes);
            // A session that was moved has its own file rewritten afterwards.
            let is_moved = name.contains("2019-03-13") && before.get(&name.replace("03-13", "03-12")) == Some(bytes);
            assert!(is_whole || is_moved, "{args:?} left {name} torn:\n{}", String::from_utf8_lossy(bytes));
        }
        let is_lost = |name: &&String| after.contains_key(*name) && !now.contains_key(*name);
        assert_eq!(before.keys().find(is_lost), None, "{args:?} lost a file");
        let is_there = |day: &str| now.keys().any(|name| name.ends_with(&format!("sessions/{day}.yaml")));
        assert!(is_there("2019-03-12") || is_there("2019-03-13"), "{args:?} lost a session");
        let again = finished(&record, args);
        // Where all was done, there is no session of the old name to move.
        let said = String::from_utf8_lossy(&again.stderr);
        assert!(again.status.success() || now == after, "{args:?}, given again, says {said}");
        finished(&record, last);
        let now = files(&record);
        let differing: Vec<&String> = end.keys().filter(|name| now.get(*name) != end.get(*name)).collect();
        assert!(now == end, "{args:?}, given again, leaves {differing:?} otherwise");
        std::fs::remove_dir_all(&record).unwrap();
    }
    let between = times - early - late;
    eprintln!("{args:?}: stopped {times} times, {early} before it wrote, {late} after, {between} in between");
}

#[test]
fn an_update_is_there_or_not() {
    stopped(
        &["action", "update", "les-tilleuls", "vitrines", "--note", "Posée", "--due", "2024-Q4", "--review", "2024-06"],
        &[],
        &["check"],
    );
}

#[test]
fn minutes_are_written_whole() {
    let gone = ["les-tilleuls/minutes", "ccl/minutes"];
    stopped(&["minutes", "--all"], &gone, &["check"]);
}

#[test]
fn an_approval_comes_after_its_texts() {
    stopped(&["approve", "les-tilleuls", "2023-11-28", "--at", "2024-02-06"], &["les-tilleuls/minutes"], &["check"]);
}

#[test]
fn a_session_moves_with_all_that_refers_to_it() {
    stopped(&["move-session", "les-tilleuls", "2019-03-12", "2019-03-13"], &[], &["check"]);
}
