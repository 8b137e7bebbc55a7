//! Completions, asked for as a shell asks: a real bash, zsh and fish run the script that `council completions` prints.

use super::rules::copy_folder;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

const EXAMPLE: &str = "examples/habitat-exemple";

/// Gives bash the line, its last word still being typed, and prints what it would offer, a line each.
const ASK: &str = r#"
source <(council completions bash)
type _clap_complete_council >/dev/null || exit 9
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMP_TYPE=9
_clap_complete_council council "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
"#;

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(EXAMPLE)
}

/// The same for zsh: what it would be shown is printed without the remarks.
const ASK_ZSH: &str = r#"
compdef() { }
_describe() { print -rl -- "${(@)${(@P)3}%%:*}" }
source <(council completions zsh)
words=("$@")
CURRENT=$#
_clap_dynamic_completer_council
"#;

/// Fish has a command for it.
const ASK_FISH: &str = r#"
source (council completions fish | psub)
complete --do-complete "$argv" | string replace --regex '\t.*' ''
"#;

/// Says that a test is skipped where there is no bash.
fn has_bash() -> bool {
    has_shell("bash")
}

fn has_shell(shell: &str) -> bool {
    let has = !cfg!(windows) && Command::new(shell).arg("--version").output().is_ok();
    if !has {
        eprintln!("skipped: there is no {shell} here");
    }
    has
}

/// What bash runs with these words, in this folder, with the program on its path.
fn bash(script: &str, words: &[&str], folder: &Path) -> Output {
    shell("bash", &["--norc", "--noprofile", "-c", script, "bash"], words, folder)
}

fn shell(program: &str, options: &[&str], words: &[&str], folder: &Path) -> Output {
    let council = Path::new(env!("CARGO_BIN_EXE_council")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let places = std::iter::once(council.to_owned()).chain(std::env::split_paths(&path));
    Command::new(program)
        .args(options)
        .args(words)
        .current_dir(folder)
        .env("PATH", std::env::join_paths(places).unwrap())
        .env_remove("COUNCIL_RECORD")
        .env_remove("COUNCIL_LANG")
        .output()
        .unwrap()
}

/// What is offered for the last word of a line.
fn offered(line: &str, folder: &Path) -> Vec<String> {
    let words: Vec<&str> = line.split(' ').collect();
    let output = bash(ASK, &words, folder);
    assert_eq!(output.status.code(), Some(0), "{line}: {output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{line}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().filter(|line| !line.is_empty()).map(|word| word.trim_end().to_owned()).collect()
}

#[test]
fn commands_options_and_values_are_offered() {
    if !has_bash() {
        return;
    }
    let folder = example();
    assert_eq!(offered("council expl", &folder), ["explain"]);
    assert_eq!(offered("council check --sev", &folder), ["--severity"]);
    assert_eq!(offered("council check --severity ", &folder), ["error", "warning"]);
    assert_eq!(offered("council explain unknown-ac", &folder), ["unknown-action"]);
    assert_eq!(offered("council check --rule session-w", &folder), ["session-without-minutes"]);
    assert_eq!(offered("council completions p", &folder), ["powershell"]);
}

#[test]
fn councils_sessions_and_actions_are_those_of_the_record() {
    if !has_bash() {
        return;
    }
    let folder = example();
    let councils = offered("council minutes ", &folder);
    assert!(councils.iter().any(|council| council == "les-tilleuls"), "{councils:?}");
    assert_eq!(councils.iter().filter(|council| !council.starts_with('-')).count(), 5, "{councils:?}");
    for line in [
        "council minutes les-t",
        "council check les-t",
        "council action update les-t",
        "council actions --council les-t",
    ] {
        assert_eq!(offered(line, &folder), ["les-tilleuls"], "{line}");
    }
    let files = std::fs::read_dir(folder.join("les-tilleuls/sessions")).unwrap();
    let mut sessions: Vec<String> =
        files.map(|file| file.unwrap().file_name().to_string_lossy().trim_end_matches(".yaml").to_owned()).collect();
    sessions.sort();
    assert_eq!(offered("council minutes les-tilleuls 2", &folder), sessions);
    assert_eq!(offered("council approve les-tilleuls 2023-05-10 --at 2024", &folder), of_year(&sessions, "2024"));
    assert_eq!(offered("council move-session les-tilleuls 2024", &folder), of_year(&sessions, "2024"));
    let plan = std::fs::read_to_string(folder.join("les-tilleuls/plan.yaml")).unwrap();
    let actions = offered("council action update les-tilleuls ", &folder);
    let ids: Vec<&String> = actions.iter().filter(|id| !id.starts_with('-')).collect();
    assert!(ids.len() > 10, "{actions:?}");
    assert!(ids.iter().all(|id| plan.contains(&format!("\n  {id}:\n"))), "{actions:?}");
    assert!(!offered("council action add les-tilleuls ", &folder).iter().any(|id| ids.contains(&id)));
}

#[test]
fn zsh_and_fish_are_offered_what_bash_is() {
    let folder = example();
    for (program, has) in ["zsh", "fish"].map(|program| (program, has_shell(program))) {
        for line in [
            "council minutes les-t",
            "council minutes les-tilleuls 2024",
            "council approve les-tilleuls 2023-05-10 --at 2024",
            "council action update les-tilleuls e",
            "council explain unknown-a",
        ] {
            if !has || !has_bash() {
                continue;
            }
            let words: Vec<&str> = line.split(' ').collect();
            let output = match program {
                "zsh" => shell("zsh", &["-f", "-c", ASK_ZSH, "zsh"], &words, &folder),
                _ => shell("fish", &["--no-config", "-c", ASK_FISH], &words, &folder),
            };
            assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{program}: {line}");
            let text = String::from_utf8(output.stdout).unwrap();
            let found: Vec<&str> = text.lines().filter(|word| !word.is_empty()).collect();
            assert_eq!(found, offered(line, &folder), "{program}: {line}");
            assert!(!found.is_empty(), "{program}: {line}");
        }
    }
}

#[test]
fn a_title_of_many_lines_is_one_remark() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&example(), folder.path());
    let plan =
        "actions:\n  bancs:\n    title: |\n      Peindre\n      puis vernir : les bancs\n    decided: 2023-05-10\n";
    std::fs::write(folder.path().join("les-tilleuls/plan.yaml"), plan).unwrap();
    let ask = |shell: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_council"))
            .args(["--", "council", "action", "update", "les-tilleuls", "b"])
            .current_dir(folder.path())
            .env("COUNCIL_COMPLETE", shell)
            .env("_CLAP_COMPLETE_INDEX", "4")
            .env_remove("COUNCIL_RECORD")
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for shell in ["zsh", "fish", "powershell"] {
        assert_eq!(ask(shell).trim_end().lines().count(), 1, "{shell}: {}", ask(shell));
    }
}

fn of_year(sessions: &[String], year: &str) -> Vec<String> {
    sessions.iter().filter(|session| session.starts_with(year)).cloned().collect()
}

#[test]
fn the_record_is_found_as_other_commands_find_it() {
    if !has_bash() {
        return;
    }
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(offered("council minutes les-t", elsewhere.path()), Vec::<String>::new());
    let named = format!("council --record {} minutes les-t", example().display());
    assert_eq!(offered(&named, elsewhere.path()), ["les-tilleuls"]);
    assert_eq!(offered("council minutes les-t", &example().join("les-tilleuls/sessions")), ["les-tilleuls"]);
    let output = bash(
        &format!("export COUNCIL_RECORD='{}'\n{ASK}", example().display()),
        &["council", "minutes", "les-t"],
        elsewhere.path(),
    );
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), "les-tilleuls");
}

#[test]
fn a_broken_record_is_completed_in_silence_and_at_once() {
    if !has_bash() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&example(), folder.path());
    std::fs::write(folder.path().join("landlord.yaml"), "name: [\n<<<<<<< HEAD\n\u{7}").unwrap();
    std::fs::write(folder.path().join("les-tilleuls/council.yaml"), "\u{0}").unwrap();
    let plan = "actions:\n  bancs:\n    title: Peindre : les bancs\n    decided: 2023-05-10\n   \tx\n";
    std::fs::write(folder.path().join("les-tilleuls/plan.yaml"), plan).unwrap();
    let begun = Instant::now();
    assert_eq!(offered("council minutes les-t", folder.path()), ["les-tilleuls"]);
    assert!(!offered("council minutes les-tilleuls 20", folder.path()).is_empty());
    assert!(offered("council action update les-tilleuls z", folder.path()).is_empty());
    std::fs::remove_file(folder.path().join("les-tilleuls/plan.yaml")).unwrap();
    assert!(offered("council action update les-tilleuls z", folder.path()).is_empty());
    // Eight programs, unoptimised, on a machine that does something else besides.
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

#[test]
fn every_shell_has_its_script_and_no_other_has() {
    let run = |shell: &str| {
        Command::new(env!("CARGO_BIN_EXE_council"))
            .args(["completions", shell])
            .env_remove("COUNCIL_LANG")
            .output()
            .unwrap()
    };
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let output = run(shell);
        assert_eq!(output.status.code(), Some(0), "{shell}");
        let script = String::from_utf8(output.stdout).unwrap();
        assert!(script.contains("COUNCIL_COMPLETE") && script.contains(shell), "{script}");
    }
    let output = run("tcsh");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("powershell"), "it says which there are: {said}");
}
