//! Two who write at once, and what a file keeps besides its bytes.

use super::rules::copy_folder;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

fn record(home: &Path) -> PathBuf {
    let record = home.join("record");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/habitat-exemple"), &record);
    record
}

fn start(record: &Path, args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.current_dir(record).env_remove("COUNCIL_RECORD").args(["--today", "2024-03-15"]).args(args);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn end(child: Child) -> String {
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn those_who_write_at_once_lose_nothing() {
    let home = tempfile::tempdir().unwrap();
    let record = record(home.path());
    let notes: Vec<String> = (0..20).map(|number| format!("Note numéro {number}")).collect();
    let updates = notes.iter().map(|note| ["action", "update", "les-tilleuls", "vitrines", "--note", note]);
    let names: Vec<String> = (0..10).map(|number| format!("nouvelle-{number}")).collect();
    let additions = names.iter().map(|name| ["action", "add", "les-tilleuls", name, "--title", "Une nouvelle"]);
    let running: Vec<Child> = updates.chain(additions).map(|args| start(&record, &args)).collect();
    for child in running {
        end(child);
    }
    let plan = std::fs::read_to_string(record.join("les-tilleuls/plan.yaml")).unwrap();
    for note in &notes {
        assert_eq!(plan.matches(&format!("note: {note}\n")).count(), 1, "{note}");
    }
    for name in &names {
        assert_eq!(plan.matches(&format!("\n  {name}:\n")).count(), 1, "{name}");
    }
}

#[test]
fn who_waits_is_told() {
    let home = tempfile::tempdir().unwrap();
    let record = record(home.path());
    let store = council::store::Store::open(record.clone());
    let lock = store.lock(|| panic!("nobody writes")).unwrap();
    let waiting = start(&record, &["action", "update", "les-tilleuls", "vitrines", "--note", "Posée"]);
    std::thread::sleep(std::time::Duration::from_millis(300));
    let before = std::fs::read_to_string(record.join("les-tilleuls/plan.yaml")).unwrap();
    assert!(!before.contains("note: Posée"), "it did not wait");
    drop(lock);
    let said = end(waiting);
    assert!(said.starts_with("Une autre commande écrit dans le registre"), "{said}");
}

#[test]
fn a_file_that_an_editor_changed_meanwhile_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let store = council::store::Store::open(record(home.path()));
    let lock = store.lock(|| ()).unwrap();
    let path = "les-tilleuls/plan.yaml";
    let before = store.read(path).unwrap();
    let edited = [before.as_slice(), b"# a note\n"].concat();
    std::fs::write(store.place(path), &edited).unwrap();
    let refused = store.rewrite(&lock, path, &before, "axes:\n").unwrap_err();
    assert_eq!(refused.error.kind(), std::io::ErrorKind::ResourceBusy);
    assert_eq!(store.read(path).unwrap(), edited);
    store.rewrite(&lock, path, &edited, "axes:\n").unwrap();
    assert_eq!(store.read(path).unwrap(), b"axes:\n");
}

#[cfg(unix)]
#[test]
fn mode_link_and_owner_survive() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let home = tempfile::tempdir().unwrap();
    let record = record(home.path());
    let (link, target) = (record.join("les-tilleuls/plan.yaml"), home.path().join("plan-elsewhere.yaml"));
    std::fs::rename(&link, &target).unwrap();
    std::os::unix::fs::symlink(&target, &link).unwrap();
    std::fs::set_permissions(&target, std::fs::Permissions::from_mode(0o640)).unwrap();
    // Only an administrator can give a file away.
    let owner = std::os::unix::fs::chown(&target, Some(4242), Some(4343)).is_ok().then_some((4242, 4343));
    end(start(&record, &["action", "update", "les-tilleuls", "vitrines", "--note", "Posée"]));
    assert!(link.is_symlink());
    let metadata = std::fs::metadata(&target).unwrap();
    assert!(std::fs::read_to_string(&target).unwrap().contains("note: Posée"));
    assert_eq!(metadata.mode() & 0o7777, 0o640);
    match owner {
        Some(owner) => assert_eq!((metadata.uid(), metadata.gid()), owner),
        None => eprintln!("skipped: only an administrator can give a file to another owner"),
    }
}

#[test]
fn what_a_stopped_command_left_behind_is_taken_away() {
    let home = tempfile::tempdir().unwrap();
    let record = record(home.path());
    let (old, new) = (record.join("les-tilleuls/.council-abc"), record.join("les-tilleuls/.council-def"));
    std::fs::write(&new, "half").unwrap();
    std::fs::write(&old, "half").unwrap();
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_hours(1);
    std::fs::File::options().append(true).open(&old).unwrap().set_modified(long_ago).unwrap();
    end(start(&record, &["action", "update", "les-tilleuls", "vitrines", "--note", "Posée"]));
    assert!(!old.exists());
    assert!(new.exists(), "another command may be writing it");
}
