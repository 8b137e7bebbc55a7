//! Files that no editor should have written: each gets a clear sentence at its place, nothing panics, nothing is lost.

use super::rules::copy_folder;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output};

fn council(record: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.arg("--record").arg(record).args(["--today", "2023-06-01"]).args(args).output().unwrap()
}

/// A record whose only session's file holds these bytes.
fn record_with(session: &[u8]) -> tempfile::TempDir {
    let record = tempfile::tempdir().unwrap();
    let sessions = record.path().join("les-tilleuls/sessions");
    std::fs::create_dir_all(&sessions).unwrap();
    std::fs::write(record.path().join("landlord.yaml"), "name: Habitat des Deux Rives\n").unwrap();
    std::fs::write(record.path().join("les-tilleuls/council.yaml"), "name: Conseil des Tilleuls\n").unwrap();
    std::fs::write(sessions.join("2023-05-10.yaml"), session).unwrap();
    record
}

/// Checks a record and returns its problems as `rule line:column`; a panic or an unknown exit fails.
fn problems(record: &Path) -> Vec<String> {
    let output = council(record, &["check", "--format", "json"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{:?}: {said}", output.status);
    let lines = String::from_utf8(output.stdout).unwrap();
    let objects = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    objects.map(|it| format!("{} {}:{}", it["rule"].as_str().unwrap(), it["line"], it["column"])).collect()
}

/// Asserts that a session's file with these bytes yields this problem first.
#[track_caller]
fn assert_first(session: impl AsRef<[u8]>, expected: &str) {
    let record = record_with(session.as_ref());
    let found = problems(record.path());
    assert_eq!(found.first().map(String::as_str), Some(expected), "of {}", found.len());
    let untouched = std::fs::read(record.path().join("les-tilleuls/sessions/2023-05-10.yaml")).unwrap();
    assert_eq!(untouched, session.as_ref());
}

const WELL: &str = "status: cancelled\nreason: salle indisponible\n";

#[test]
fn bytes_that_are_no_text() {
    assert_first(b"status: cancelled\nreason: \xe9t\xe9\n", "unreadable-file 2:9");
    assert_first("status: cancelled\nreason: é\0té\n", "unreadable-file 2:10");
    assert_first("status: cancelled\nreason: a\u{85}b\n", "unreadable-file 2:10");
    assert_first(b"\xff\xfes\0t\0", "unreadable-file 1:1");
}

#[test]
fn files_without_anything() {
    for nothing in ["", "\n", "# rien\n", "\u{feff}", "---\n", "~\n"] {
        assert_first(nothing, "missing-key 1:1");
    }
}

#[test]
fn files_too_large_or_too_deep() {
    assert_first(format!("{WELL}# {}\n", "x".repeat(10_000_000)), "unreadable-file null:null");
    for open in ["[", "{a:", "- ", "? ", "{? ", "[{"] {
        let record = record_with(format!("{WELL}topics: {}\n", open.repeat(100_000)).as_bytes());
        let found = problems(record.path());
        assert!(found.iter().any(|problem| problem.starts_with("syntax 3:")), "{open}: {found:?}");
    }
    let mut steps = String::new();
    for depth in 0..1_200 {
        writeln!(steps, "{}a:", " ".repeat(depth)).unwrap();
    }
    assert_first(steps, "syntax 33:33");
}

#[test]
fn files_full_of_aliases() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (one, next) in ('a'..'j').zip('b'..='j') {
        let alias = format!("*{one}, ").repeat(9);
        writeln!(bomb, "{next}: &{next} [{alias}]").unwrap();
    }
    let record = record_with(bomb.as_bytes());
    assert!(problems(record.path()).iter().any(|problem| problem == "syntax 1:4"));
}

#[test]
fn marks_and_line_ends_of_other_systems() {
    assert_first("\u{feff}reazon: été\nstatus: cancelled\nreason: x\n", "unknown-key 1:1");
    assert_first("status: cancelled\r\nreason: été 😐\r\nplase: x\r\n", "unknown-key 3:1");
    assert_first("status: cancelled\n<<<<<<< HEAD\nreason: a\n=======\nreason: b\n>>>>>>> x\n", "conflict-markers 2:1");
    assert_first(format!("{WELL}---\nstatus: held\n"), "syntax 3:1");
    assert!(problems(record_with(WELL.replace('\n', "\r\n").as_bytes()).path()).is_empty());
    assert!(problems(record_with(format!("\u{feff}{WELL}").as_bytes()).path()).is_empty());
}

#[test]
fn a_thousand_problems_in_a_file_are_bounded_and_told() {
    let mut unknown = String::new();
    for index in 0..2_000 {
        writeln!(unknown, "k{index}: 1").unwrap();
    }
    assert_first(format!("{WELL}{unknown}"), "unknown-key 3:1");
    assert_first(WELL.repeat(2_000), "duplicate-key 3:1");
    assert_first("reason: a : b\n".repeat(1_000), "syntax 1:11");
    assert_first(format!("status: cancelled\nreason: \"{}", "x\n".repeat(10_000)), "syntax 2:9");
}

#[cfg(unix)]
#[test]
fn things_that_are_no_files() {
    let record = record_with(WELL.as_bytes());
    let council = record.path().join("les-tilleuls");
    std::os::unix::fs::symlink("/nowhere/at/all", council.join("plan.yaml")).unwrap();
    assert_eq!(problems(record.path()), ["unreadable-file null:null"]);
    std::fs::remove_file(council.join("plan.yaml")).unwrap();
    std::fs::create_dir(council.join("plan.yaml")).unwrap();
    assert_eq!(problems(record.path()), ["unreadable-file null:null"]);
    std::fs::remove_dir(council.join("plan.yaml")).unwrap();
    std::os::unix::fs::symlink("surveys", council.join("surveys")).unwrap();
    assert_eq!(problems(record.path()), ["unexpected-file null:null"]);
    std::fs::remove_file(council.join("surveys")).unwrap();
    std::os::unix::fs::symlink("..", council.join("sessions/haut")).unwrap();
    assert_eq!(problems(record.path()), ["unexpected-file null:null"]);
    std::fs::remove_file(council.join("sessions/haut")).unwrap();
    std::fs::write(council.join("sessions/a\nb.yaml"), "x").unwrap();
    assert_eq!(problems(record.path()), ["unexpected-file null:null"]);
}

/// Whoever opens a pipe waits for somebody to write into it.
#[cfg(unix)]
#[test]
fn a_pipe_keeps_nobody_waiting() {
    let unreadable = ["unreadable-file null:null"].as_slice();
    // What is wrong with minutes that cannot be read is told by no rule.
    for (name, told) in [
        ("council.yaml", unreadable),
        ("plan.yaml", unreadable),
        ("sessions/2023-06-10.yaml", unreadable),
        ("surveys/2023-06.yaml", unreadable),
        ("minutes/2023-05-10.md", &[]),
    ] {
        let record = record_with(WELL.as_bytes());
        let pipe = record.path().join("les-tilleuls").join(name);
        std::fs::create_dir_all(pipe.parent().unwrap()).unwrap();
        if pipe.exists() {
            std::fs::remove_file(&pipe).unwrap();
        }
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success(), "{name}");
        assert_eq!(problems(record.path()), told, "{name}");
    }
}

#[test]
fn a_landlord_that_cannot_be_read_leaves_the_rest_checked() {
    let record = record_with(b"statut: held\n");
    std::fs::write(record.path().join("landlord.yaml"), b"name: \xff\n").unwrap();
    assert_eq!(problems(record.path()), ["unreadable-file 1:7", "unknown-key 1:1"]);
}

#[test]
fn a_council_by_a_name_that_leads_elsewhere_is_unknown() {
    let record = record_with(WELL.as_bytes());
    for name in ["../x", "..", ".", "/", "les-tilleuls/..", "", "LES-TILLEULS", "les-tileuls"] {
        let output = council(record.path(), &["minutes", name, "--stdout"]);
        assert_eq!(output.status.code(), Some(2), "{name:?}");
    }
    let output = council(record.path(), &["minutes", "les-tileuls"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("les-tilleuls"), "offers the nearest");
}

#[test]
fn no_record_is_no_work() {
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(council(empty.path(), &["check"]).status.code(), Some(3));
    assert_eq!(council(&empty.path().join("nowhere"), &["check"]).status.code(), Some(3));
}

/// A command that may not override permissions, run by nobody in particular where the tests run as root.
#[cfg(unix)]
fn as_nobody(folder: &Path, args: &[&str]) -> Option<Output> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let binary = folder.join("council-binary");
    std::fs::copy(env!("CARGO_BIN_EXE_council"), &binary).unwrap();
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new(&binary);
    command.current_dir(folder.join("record")).args(["--today", "2023-06-01"]).args(args);
    if std::fs::metadata(&binary).unwrap().uid() == 0 {
        command.uid(65_534).gid(65_534);
    }
    match command.output() {
        Ok(output) => Some(output),
        Err(error) => {
            eprintln!("skipped: cannot run as another user: {error}");
            None
        }
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_left_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let record = folder.path().join("record");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/minutes/record"), &record);
    let council = record.join("les-tilleuls");
    std::fs::set_permissions(&council, std::fs::Permissions::from_mode(0o555)).unwrap();
    let output = as_nobody(folder.path(), &["minutes", "les-tilleuls"]);
    std::fs::set_permissions(&council, std::fs::Permissions::from_mode(0o755)).unwrap();
    let Some(output) = output else { return };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("l'accès est refusé"), "{said}");
    assert!(!council.join("minutes").exists());
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let record = folder.path().join("record");
    copy_folder(record_with(WELL.as_bytes()).path(), &record);
    let session = record.join("les-tilleuls/sessions/2023-05-10.yaml");
    std::fs::set_permissions(&session, std::fs::Permissions::from_mode(0o000)).unwrap();
    let Some(output) = as_nobody(folder.path(), &["check"]) else { return };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("erreur[unreadable-file]"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_each_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=128k", "tmpfs"]).arg(&disk).output();
    if !mounted.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: no small disk can be mounted by this user");
        return;
    }
    let record = disk.join("record");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/minutes/record"), &record);
    let first = council(&record, &["minutes", "les-tilleuls"]);
    let path = record.join("les-tilleuls/minutes/2023-05-10.md");
    std::fs::write(&path, "ancien\n").unwrap();
    let filler = disk.join("filler");
    while std::fs::read(&filler).map_or(0, |bytes| bytes.len()) < 128 << 10 {
        let mut bytes = std::fs::read(&filler).unwrap_or_default();
        bytes.extend([0; 1024]);
        if std::fs::write(&filler, bytes).is_err() {
            break;
        }
    }
    let output = council(&record, &["minutes", "les-tilleuls"]);
    let kept = std::fs::read_to_string(&path).unwrap();
    let left: Vec<String> = std::fs::read_dir(record.join("les-tilleuls/minutes"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let unmounted = Command::new("umount").arg(&disk).status();
    assert!(unmounted.is_ok_and(|status| status.success()));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(first.status.success());
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("plus de place sur le disque"), "{said}");
    assert_eq!((kept.as_str(), left.as_slice()), ("ancien\n", ["2023-05-10.md".to_owned()].as_slice()));
}
