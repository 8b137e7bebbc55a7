//! The command line from outside: what is printed where, and how the program ends.

use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};

const NO_BREAK_SPACE: char = '\u{a0}';

fn council(args: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.args(args).env_clear().env("LC_ALL", "en_US.UTF-8").env("RUST_BACKTRACE", "1").stdin(Stdio::null());
    command
}

fn run(line: &str) -> Output {
    let args: Vec<&str> = line.split_whitespace().collect();
    council(&args).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// No-break spaces, once seen to be where they must, become ordinary ones, so that the texts below can be read.
fn stderr(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    for breaking in [" :", " ;", " ?", " !", "« ", " »"] {
        assert!(!text.contains(breaking), "« {breaking} » in {text}");
    }
    text.replace(NO_BREAK_SPACE, " ")
}

#[track_caller]
fn assert_usage(line: &str, expected: &str) {
    let output = run(line);
    assert_eq!(stderr(&output), expected.trim_start(), "council {line}");
    assert_eq!(stdout(&output), "", "council {line}");
    assert_eq!(output.status.code(), Some(2), "council {line}");
}

/// Asserts what is said of a mistyped `council check …` or `council minutes …`, whose usage is asserted once below.
#[track_caller]
fn assert_message(line: &str, expected: &str) {
    let output = run(line);
    assert_eq!(stderr(&output).lines().next(), Some(expected), "council {line}");
    assert_eq!(output.status.code(), Some(2), "council {line}");
}

#[test]
fn a_mistyped_command_is_answered_with_its_usage() {
    assert_usage(
        "check --fixx",
        "
erreur : l'option « --fixx » n'existe pas ; vouliez-vous dire « --fix » ?

Utilisation : council check [OPTIONS] [CHEMIN]...
Pour en savoir plus : council check --help
",
    );
    assert_usage(
        "--lang en --record",
        "
error: '--record <DIR>' lacks a value

Usage: council [OPTIONS] [COMMAND]
To know more: council --help
",
    );
    assert_usage(
        "minutes les-tilleuls --all --lang=en",
        "
error: 'COUNCIL' does not go with '--all'

Usage: council minutes [OPTIONS] [COUNCIL] [DATE]
To know more: council minutes --help
",
    );
}

#[test]
fn unknown_commands() {
    assert_message("chek", "erreur : la commande « chek » n'existe pas ; vouliez-vous dire « check » ?");
    assert_message("help chek", "erreur : la commande « chek » n'existe pas ; vouliez-vous dire « check » ?");
    assert_message("xyz", "erreur : la commande « xyz » n'existe pas");
    assert_message("help --lang", "erreur : « --lang » est de trop : rien de plus n'est attendu");
}

#[test]
fn unknown_options() {
    assert_message("check --zzz", "erreur : l'option « --zzz » n'existe pas");
    assert_message("check -z", "erreur : l'option « -z » n'existe pas");
    assert_message("check --all", "erreur : l'option « --all » n'existe pas ici ; écrivez « council minutes --all »");
    assert_message("--fix check", "erreur : l'option « --fix » n'existe pas ici ; écrivez « council check --fix »");
}

#[test]
fn values() {
    assert_message("--record", "erreur : il manque une valeur à « --record <DOSSIER> »");
    assert_message("check --lang", "erreur : il manque une valeur à « --lang <LANGUE> » : écrivez « fr » ou « en »");
    assert_message("check --lang=", "erreur : il manque une valeur à « --lang <LANGUE> » : écrivez « fr » ou « en »");
    assert_message(
        "check --lang de",
        "erreur : « de » ne convient pas à « --lang <LANGUE> » : écrivez « fr » ou « en »",
    );
    assert_message(
        "check --color oui",
        "erreur : « oui » ne convient pas à « --color <COULEUR> » : écrivez « auto », « always » ou « never »",
    );
    assert_message(
        "check --deny tout",
        "erreur : « tout » ne convient pas à « --deny <NIVEAU> » : écrivez « warnings »",
    );
    assert_message("check --fix=oui", "erreur : « oui » est de trop après « --fix »");
    for date in ["10/05/2023", "2023-02-30", "2023-5-10", "demain"] {
        assert_message(
            &format!("check --today {date}"),
            &format!(
                "erreur : « {date} » n'est pas une date : pour « --today <DATE> », \
                 écrivez l'année, le mois et le jour ainsi : 2023-05-10"
            ),
        );
    }
}

#[test]
fn arguments_that_do_not_go_together() {
    assert_message("minutes a 2023-05-10 c", "erreur : « c » est de trop : rien de plus n'est attendu");
    assert_message("check --dry-run", "erreur : il manque « --fix »");
    assert_message("minutes --all a", "erreur : « --all » ne s'écrit pas avec « CONSEIL »");
    assert_message("minutes --all --stdout", "erreur : « --all » ne s'écrit pas avec « --stdout »");
    assert_message("minutes --check --stdout", "erreur : « --check » ne s'écrit pas avec « --stdout »");
    assert_message("--today 2023-05-10 --today 2023-05-10", "erreur : « --today <DATE> » ne s'écrit qu'une fois");
}

#[test]
fn without_a_command_nor_a_record_the_help_is_printed() {
    let nowhere = tempfile::tempdir().unwrap();
    let output = council(&[""; 0]).current_dir(nowhere.path()).output().unwrap();
    assert_eq!(stdout(&output), stdout(&run("--help")));
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_page_is_the_same_however_it_is_asked_for() {
    for command in ["check", "minutes"] {
        let page = stdout(&run(&format!("{command} --help")));
        assert_eq!(stdout(&run(&format!("{command} -h"))), page);
        assert_eq!(stdout(&run(&format!("help {command}"))), page);
    }
    assert_eq!(stdout(&run("help")), stdout(&run("-h")));
}

const PAGES: [&str; 15] = [
    "",
    "-h",
    "help",
    "help help",
    "help check",
    "check --help",
    "help minutes",
    "minutes -h",
    "help commit",
    "help init",
    "help log",
    "help sync",
    "help new-council",
    "help new-session",
    "help new-survey",
];

#[test]
fn no_page_mixes_the_languages() {
    let english = ["Usage", "Commands", "Print", "default", "possible values", "COMMAND]", "DIR", " the ", " or "];
    let french = ["Utilisation", "Commandes", "Afficher", "défaut", "COMMANDE", "DOSSIER", " le ", " ou ", "\u{a0}"];
    for page in PAGES {
        let text = stdout(&run(page));
        for word in english {
            assert!(!text.contains(word), "« {word} » in `council {page}`:\n{text}");
        }
        let text = stdout(&run(&format!("--lang en {page}")));
        for word in french {
            assert!(!text.contains(word), "« {word} » in `council --lang en {page}`:\n{text}");
        }
    }
    assert_eq!(stdout(&run("--version")), concat!("council ", env!("CARGO_PKG_VERSION"), "\n"));
    assert_eq!(stdout(&run("-V")), stdout(&run("--version --lang en")));
}

#[test]
fn the_language_is_never_the_machine_s() {
    let first_word = |env: Option<&str>, line: &str| {
        let mut command = council(&line.split(' ').collect::<Vec<_>>());
        command.envs(env.map(|language| ("COUNCIL_LANG", language)));
        stderr(&command.output().unwrap()).split([' ', ':']).next().unwrap().to_owned()
    };
    assert_eq!(first_word(None, "xyz"), "erreur");
    assert_eq!(first_word(Some("en"), "xyz"), "error");
    assert_eq!(first_word(Some("en"), "xyz --lang fr"), "erreur");
    assert_eq!(first_word(Some("klingon"), "xyz"), "erreur");
}

#[test]
fn colour_only_where_it_is_wanted() {
    let escape = |command: &mut Command| {
        let output = command.output().unwrap();
        stdout(&output).contains('\u{1b}') || stderr(&output).contains('\u{1b}')
    };
    for line in ["--help", "xyz"] {
        assert!(!escape(&mut council(&[line])), "not a terminal");
        assert!(!escape(council(&[line]).env("NO_COLOR", "1")));
        assert!(!escape(&mut council(&["--color=never", line])));
        assert!(escape(&mut council(&["--color", "always", line])));
        assert!(escape(council(&["--color=always", line]).env("NO_COLOR", "1")), "a flag says more");
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::ffi::OsStrExt as _;

    #[test]
    fn a_word_that_is_not_utf_8() {
        let output = council(&[OsStr::new("minutes"), OsStr::from_bytes(b"r\xe9sidence")]).output().unwrap();
        assert_eq!(
            stderr(&output).lines().next(),
            Some("erreur : un mot de la commande contient des caractères illisibles : il n'est pas en UTF-8")
        );
        assert_eq!(output.status.code(), Some(2));
    }

    #[test]
    fn a_closed_pipe_ends_quietly() {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = council(&["--help"]).stdout(writer).output().unwrap();
        assert_eq!(stderr(&output), "");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_is_status_3() {
    for (lang, expected) in [
        ("fr", "erreur : impossible d'écrire le résultat : il n'y a plus de place sur le disque\n"),
        ("en", "error: cannot write the result: no space is left on the disk\n"),
    ] {
        let full = std::fs::File::create("/dev/full").unwrap();
        let output = council(&["--help", "--lang", lang]).stdout(full).output().unwrap();
        assert_eq!(stderr(&output), expected);
        assert_eq!(output.status.code(), Some(3));
    }
}
