//! Whole commands as users type them: `tests/commands/<case>/`, with the commands, a record, what is printed, and the
//! record as it is left.

use super::rules::copy_folder;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The cases in a folder of `tests`.
fn cases(root: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(root);
    let entries = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = entries.filter(|path| path.join("commands").exists()).collect();
    cases.sort();
    cases
}

/// The record of a case: its own, else the example that ships with the program.
fn record(case: &Path) -> PathBuf {
    let own = case.join("record");
    if own.exists() { own } else { Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/habitat-exemple") }
}

/// Runs one line of a case in a folder; `in FOLDER` before the command says from where, `KEY=VALUE` sets a variable.
fn run(line: &str, home: &Path, today: &str) -> String {
    let words = words(line);
    let mut words = words.iter().map(String::as_str).peekable();
    let mut folder = home.to_owned();
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.env_remove("COUNCIL_RECORD").env_remove("COUNCIL_LANG").env_remove("NO_COLOR");
    if words.next_if_eq(&"in").is_some() {
        folder.push(words.next().unwrap());
    }
    while let Some((key, value)) = words.peek().and_then(|word| word.split_once('=')) {
        command.env(key, value);
        words.next();
    }
    assert_eq!(words.next(), Some("council"), "{line}");
    let args: Vec<&str> = words.collect();
    let output = command.current_dir(folder).args(["--today", today]).args(args).output().unwrap();
    let mut shown = format!("$ {line}\n{}", visible(&String::from_utf8(output.stdout).unwrap()));
    let said = String::from_utf8(output.stderr).unwrap();
    if !said.is_empty() {
        write!(shown, "[stderr]\n{said}").unwrap();
    }
    writeln!(shown, "[exit {}]\n", output.status.code().unwrap()).unwrap();
    shown
}

/// The words of a line; double quotes hold several together, and `\\n` within them is a line end.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, part) in line.split('"').enumerate() {
        if place % 2 == 1 {
            words.push(part.replace("\\n", "\n"));
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// A text in which line ends, the byte-order mark and colours can be told apart.
fn visible(text: &str) -> String {
    text.replace('\r', "␍").replace('\u{feff}', "⟨BOM⟩").replace('\u{1b}', "␛")
}

/// Every file below a folder, with its bytes shown so that line ends can be told apart.
fn contents(folder: &Path, prefix: &str, into: &mut String) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = format!("{prefix}{}", path.file_name().unwrap().to_string_lossy());
        if name.ends_with(".council") {
            // What is this machine's alone.
        } else if path.is_dir() {
            contents(&path, &format!("{name}/"), into);
        } else {
            let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
            write!(into, "== {name}\n{}", visible(&text)).unwrap();
        }
    }
}

#[test]
fn commands_print_and_leave_what_they_should() {
    assert_cases("commands", "2023-06-01");
}

/// Holds every case in a folder of `tests`, its commands run on this day.
pub(super) fn assert_cases(root: &str, today: &str) {
    let assert = Assert::new().action_env("SNAPSHOTS");
    for case in cases(root) {
        let home = tempfile::tempdir().unwrap();
        copy_folder(&record(&case), home.path());
        let mut before = String::new();
        contents(home.path(), "", &mut before);
        let lines = std::fs::read_to_string(case.join("commands")).unwrap();
        let mut shown: String = lines.lines().map(|line| run(line, home.path(), today)).collect();
        let mut after = String::new();
        contents(home.path(), "", &mut after);
        if after != before {
            write!(shown, "The record is now:\n{after}").unwrap();
        }
        assert.eq(shown, Data::read_from(&case.join("expected.txt"), Some(DataFormat::Text)).raw());
    }
}
