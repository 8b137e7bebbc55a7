//! The ready files for checking a record elsewhere: they read, and every `council` command in them works on a record.

use serde_yaml::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const FILES: [&str; 3] = ["docs/ci/github.yml", "docs/ci/gitlab.yml", ".pre-commit-hooks.yaml"];

fn parsed(path: &str) -> Value {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every line of every text in a file that runs `council`.
fn commands(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            let lines = text.lines().map(str::trim).filter(|line| line.starts_with("council "));
            into.extend(lines.map(str::to_owned));
        }
        Value::Sequence(items) => items.iter().for_each(|item| commands(item, into)),
        Value::Mapping(entries) => {
            entries.iter().filter(|(key, _)| **key != "name").for_each(|(_, value)| commands(value, into));
        }
        _ => {}
    }
}

/// A committed copy of the smallest example, as a server checks it out: no branch, no identity.
fn checkout() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    super::rules::copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/minimal"), home.path());
    let identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
    for line in ["init --quiet", "add .", "commit --quiet -m x", "checkout --quiet --detach"] {
        let mut git = Command::new("git");
        git.current_dir(home.path()).args(identity).args(line.split(' '));
        assert!(alone(&mut git).status.success(), "{line}");
    }
    home
}

fn alone(command: &mut Command) -> Output {
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").output().unwrap()
}

#[test]
fn every_council_command_of_the_ready_files_works() {
    let home = checkout();
    for path in FILES {
        let mut found = BTreeSet::new();
        commands(&parsed(path), &mut found);
        assert!(found.iter().any(|line| line.starts_with("council check")), "{path} never checks: {found:?}");
        for line in found {
            let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
            command.current_dir(home.path()).args(line.split_whitespace().skip(1)).env("COUNCIL_RECORD", ".");
            let output = alone(&mut command);
            assert!(output.status.success(), "{path}: {line}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn a_server_says_where_the_program_comes_from_at_the_top() {
    let github = parsed("docs/ci/github.yml");
    let gitlab = parsed("docs/ci/gitlab.yml");
    for settings in [&github["env"], &gitlab["variables"]] {
        for name in ["COUNCIL_SOURCE", "COUNCIL_VERSION", "COUNCIL_RECORD"] {
            assert!(settings[name].is_string(), "{name}");
        }
    }
    let hook = &parsed(".pre-commit-hooks.yaml")[0];
    assert_eq!((hook["language"].as_str(), hook["pass_filenames"].as_bool()), (Some("rust"), Some(false)));
}
