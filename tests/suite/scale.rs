//! What holds of a record of any size: what a command opens, what a run tells, and that nothing depends on the machine.

#[path = "../../benches/generate.rs"]
pub(super) mod generate;

use council::check::{Checked, RULES, Scope, check, council_errors};
use council::diagnostic::Severity;
use council::document::{Template, minutes, notice, report};
use council::locale::{Language, counted};
use council::model::{Date, DocumentKind, Id};
use council::record::Record;
use council::store::Store;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const SEED: u64 = 2023;

fn open(root: &Path) -> Record {
    Record::open(Store::open(root.to_owned()))
}

fn today() -> Date {
    generate::TODAY.parse().unwrap()
}

fn checked(root: &Path) -> Checked {
    check(&open(root), &Scope::Whole, today())
}

/// How many files are opened for the minutes of the first council's first session.
fn opened_for_minutes(root: &Path) -> usize {
    let record = open(root);
    let files = record.council(&Id::new(&generate::council_id(0)).unwrap());
    assert_eq!(council_errors(&record, &files, today()), []);
    let template = Template::of(&record, DocumentKind::Minutes, record.language()).unwrap();
    let session = generate::dates(0)[0].parse().unwrap();
    assert!(minutes(&record, &files, session, &template).unwrap().starts_with("# "));
    record.store.files_opened()
}

/// How many files are opened for the notice and the report of the first council.
fn opened_for_accounts(root: &Path) -> usize {
    let record = open(root);
    let files = record.council(&Id::new(&generate::council_id(0)).unwrap());
    let template = |kind| Template::of(&record, kind, record.language()).unwrap();
    let text = notice(&record, &files, today(), &template(DocumentKind::Notice)).unwrap();
    assert!(text.starts_with("# "));
    let text = report(&record, &files, 2023, today(), &template(DocumentKind::Report)).unwrap();
    assert!(text.starts_with("# "));
    record.store.files_opened()
}

#[test]
fn documents_open_as_many_files_in_a_record_of_a_thousand_councils_as_in_one_of_one() {
    let [one, thousand] = [1, 1000].map(|councils| {
        let folder = tempfile::tempdir().unwrap();
        generate::landlord(folder.path(), councils).unwrap();
        generate::council(folder.path(), 0, SEED).unwrap();
        for other in (1..councils).map(generate::council_id) {
            std::fs::create_dir(folder.path().join(&other)).unwrap();
            std::fs::write(folder.path().join(other).join("council.yaml"), "name: Conseil\n").unwrap();
        }
        assert_eq!(open(folder.path()).store.list_root().councils.len(), councils);
        [opened_for_minutes(folder.path()), opened_for_accounts(folder.path())]
    });
    assert_eq!(one, thousand);
    let [minutes, accounts] = one;
    assert!(minutes <= 9, "landlord, council, plan, five sessions, a survey: {minutes}");
    assert!(accounts <= 10, "these, and the charter: {accounts}");
}

#[test]
fn a_generated_record_has_no_error() {
    let folder = tempfile::tempdir().unwrap();
    generate::record(folder.path(), 30, SEED).unwrap();
    let checked = checked(folder.path());
    let of = |severity| checked.diagnostics.iter().filter(move |diagnostic| diagnostic.severity == severity);
    assert_eq!(of(Severity::Error).collect::<Vec<_>>(), Vec::<&council::diagnostic::Diagnostic>::new());
    assert!(of(Severity::Warning).all(|warning| warning.rule != "minutes-out-of-date"));
}

#[test]
fn twenty_problems_in_ten_files_are_told_in_one_run_in_the_order_of_the_files() {
    let folder = tempfile::tempdir().unwrap();
    generate::record(folder.path(), 12, SEED).unwrap();
    let mut expected = Vec::new();
    for council in (0..10).rev() {
        let path = format!("{}/sessions/{}.yaml", generate::council_id(council), generate::dates(council)[2]);
        let place = folder.path().join(&path);
        let text = std::fs::read_to_string(&place).unwrap();
        let broken = text.replacen("chair: r1\n", "chair: r77\n", 1).replacen("  - ville\n", "  - vile\n", 1);
        let (chair, partner) = (line_of(&broken, "chair: r77"), line_of(&broken, "  - vile"));
        assert!(chair < partner);
        std::fs::write(place, broken).unwrap();
        expected.push((path.clone(), chair, "unknown-member"));
        expected.push((path, partner, "unknown-partner"));
    }
    expected.sort();
    let checked = checked(folder.path());
    let errors = checked.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let told: Vec<(String, usize, &str)> =
        errors.map(|error| (error.path.clone(), error.place.as_ref().unwrap().start.line, error.rule)).collect();
    assert_eq!(told, expected);
    assert!(checked.diagnostics.is_sorted_by(|one, other| one.order() <= other.order()));
}

/// How long ten thousand problems may take to be told, on a slow machine and unoptimised: some ten times as long as they
/// do. What is quadratic in councils or in problems takes far longer.
const PATIENCE: Duration = Duration::from_mins(5);

/// The members whom a session of each council names wrongly: nine in its attendance, and the chair.
const STRANGERS: usize = 10;

/// Breaks the third session of a council; returns its path and the lines on which somebody is named wrongly.
fn with_strangers(root: &Path, index: usize) -> (String, Vec<usize>) {
    let path = format!("{}/sessions/{}.yaml", generate::council_id(index), generate::dates(index)[2]);
    let text = std::fs::read_to_string(root.join(&path)).unwrap();
    let is_member = |line: &str| line == "chair: r1" || (line.starts_with("    - r") && line.len() == "    - r1".len());
    let lines: Vec<usize> = (1..).zip(text.lines()).filter(|(_, line)| is_member(line)).map(|(line, _)| line).collect();
    let broken: Vec<String> = text
        .lines()
        .map(|line| if is_member(line) { line.replace(" r", " inconnu-") } else { line.to_owned() })
        .collect();
    std::fs::write(root.join(&path), broken.join("\n") + "\n").unwrap();
    (path, lines)
}

/// The rule and the place of each problem of a printed check.
fn told_in(printed: &str) -> Vec<(&str, (String, usize, usize))> {
    let mut told = Vec::new();
    let mut rule = "";
    for line in printed.lines() {
        if let Some(title) = line.strip_prefix("erreur[").or_else(|| line.strip_prefix("attention[")) {
            rule = title.split(']').next().unwrap();
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            let mut parts = place.rsplitn(3, ':');
            let mut number = || parts.next().and_then(|number| number.parse().ok());
            if let (Some(column), Some(line)) = (number(), number()) {
                told.push((rule, (parts.next().unwrap().to_owned(), line, column)));
            }
        }
    }
    told
}

#[test]
fn ten_thousand_problems_in_a_thousand_councils_are_all_printed_in_order() {
    const COUNCILS: usize = 1000;
    let folder = tempfile::tempdir().unwrap();
    generate::landlord(folder.path(), COUNCILS).unwrap();
    let mut expected = Vec::new();
    for index in 0..COUNCILS {
        generate::council(folder.path(), index, SEED).unwrap();
        let (path, lines) = with_strangers(folder.path(), index);
        assert_eq!(lines.len(), STRANGERS);
        expected.extend(lines.into_iter().map(|line| (path.clone(), line)));
    }
    let begun = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.args(["--today", generate::TODAY, "check"]).current_dir(folder.path()).env_remove("COUNCIL_LANG");
    let output = command.env_remove("COUNCIL_RECORD").output().unwrap();
    let taken = begun.elapsed();
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8(output.stdout).unwrap();
    let told = told_in(&printed);
    assert!(told.is_sorted_by(|(_, one), (_, other)| one <= other), "problems are told in order of file and line");
    let strangers = told.iter().filter(|(rule, _)| *rule == "unknown-member");
    let strangers: Vec<(String, usize)> = strangers.map(|(_, (path, line, _))| (path.clone(), *line)).collect();
    assert_eq!(strangers.len(), COUNCILS * STRANGERS);
    assert!(strangers == expected, "every problem is told, once, at its place");
    let summary = printed.lines().rev().nth(1).unwrap();
    let errors = told.len() - told.iter().filter(|(rule, _)| is_warning(rule)).count();
    let counted = counted(errors, "erreur", "erreurs", Language::French);
    assert!(summary.contains(&format!("\u{a0}: {counted}, ")), "{summary}");
    assert!(taken < PATIENCE, "{taken:?}");
}

fn is_warning(rule: &str) -> bool {
    RULES.iter().any(|known| known.name == rule && known.severity == Severity::Warning)
}

fn line_of(text: &str, wanted: &str) -> usize {
    text.lines().position(|line| line == wanted).unwrap() + 1
}

#[test]
fn the_same_record_gives_the_same_bytes_whatever_the_machine_is_set_to() {
    let folder = tempfile::tempdir().unwrap();
    generate::record(folder.path(), 3, SEED).unwrap();
    let machines: [&[(&str, &str)]; 4] = [
        &[("LC_ALL", "fr_FR.UTF-8"), ("TZ", "Europe/Paris"), ("COLUMNS", "40"), ("RAYON_NUM_THREADS", "1")],
        &[("LANG", "de_DE.ISO-8859-1"), ("TZ", "Pacific/Kiritimati"), ("TERM", "xterm-256color")],
        &[("LC_ALL", "C"), ("LANG", "C"), ("TZ", "America/Anchorage"), ("TERM", "dumb"), ("COLUMNS", "200")],
        &[("LANG", "tr_TR.UTF-8"), ("LC_NUMERIC", "ar_EG.UTF-8"), ("RAYON_NUM_THREADS", "7")],
    ];
    let (council, session) = (generate::council_id(1), generate::dates(1)[2].clone());
    let commands: [&[&str]; 5] = [
        &["check"],
        &["check", "--format", "json"],
        &["minutes", &council, &session, "--stdout"],
        &["notice", &council, "--stdout"],
        &["report", &council, "--year", "2023", "--stdout"],
    ];
    for command in commands {
        let outputs = machines.map(|machine| {
            let output = Command::new(env!("CARGO_BIN_EXE_council"))
                .args(["--lang", "fr", "--today", generate::TODAY])
                .args(command)
                .current_dir(folder.path())
                .env_clear()
                .envs(machine.iter().copied())
                .stdin(Stdio::null())
                .output()
                .unwrap();
            assert_eq!(output.status.code(), Some(0), "{command:?}: {output:?}");
            assert!(output.stdout.len() > 1000, "{command:?}");
            (output.stdout, output.stderr)
        });
        assert!(outputs.iter().all(|output| *output == outputs[0]), "{command:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_record_and_minutes_do_not_depend_on_the_day() {
    let read = |root: &Path| {
        let index = 4;
        let paths = ["council.yaml", "plan.yaml", "surveys/2023-10.yaml"].map(str::to_owned);
        let minutes = format!("minutes/{}.md", generate::dates(index)[0]);
        let sessions = generate::dates(index).map(|date| format!("sessions/{date}.yaml"));
        let paths = paths.into_iter().chain(sessions).chain([minutes]);
        paths.map(|path| std::fs::read(root.join(generate::council_id(index)).join(path)).unwrap()).collect::<Vec<_>>()
    };
    let [one, other] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    generate::record(one.path(), 5, SEED).unwrap();
    generate::record(other.path(), 5, SEED).unwrap();
    assert_eq!(read(one.path()), read(other.path()));
    let print = |today: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
        command.args(["--today", today, "minutes", "conseil-00004", "--stdout"]).current_dir(one.path());
        command.output().unwrap().stdout
    };
    assert_eq!(print("2024-10-01"), print("2031-03-29"));
}

/// The most memory that a command held, in kilobytes; looked at every millisecond until it ends well.
pub(super) fn peak_memory(command: &mut Command) -> u64 {
    command.env("RAYON_NUM_THREADS", "2").stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    let exit = loop {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        most = most.max(line.split_whitespace().next().and_then(|kb| kb.parse().ok()).unwrap_or(0));
        if let Some(exit) = child.try_wait().unwrap() {
            break exit;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    assert!(exit.success() && most > 0);
    most
}
