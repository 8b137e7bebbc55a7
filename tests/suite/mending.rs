//! What `check --fix` shows and what it writes: the diff is one that git applies, and lists come out in order with every
//! other byte as it was.

use super::rules::copy_folder;
use council::model::Date;
use council::yaml::{Content, Tree, apply, reorder};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for path in std::fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            if path.ends_with(".council") {
                // What is this machine's alone.
            } else if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn council(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.env_remove("COUNCIL_RECORD").env_remove("COUNCIL_LANG").current_dir(folder);
    let output = command.args(["--today", "2023-06-01", "check", "--fix"]).args(args).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Holds that git makes of the diff what `--fix` writes.
fn assert_git_applies(record: &Path) {
    let [shown, written] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    for copy in [&shown, &written] {
        copy_folder(record, copy.path());
    }
    let said = council(shown.path(), &["--dry-run"]);
    assert_eq!(files(shown.path()), files(record), "{}: --dry-run writes nothing", record.display());
    council(written.path(), &[]);
    let is_said = |line: &&str| ["erreur[", "attention["].iter().any(|start| line.starts_with(start));
    let diff: String =
        said.split_inclusive('\n').take_while(|line| !is_said(line) && !line.contains("fichiers lus")).collect();
    assert!(diff.starts_with("diff "), "{}: nothing is mended\n{said}", record.display());
    let patch = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(patch.path(), &diff).unwrap();
    let mut git = Command::new("git");
    git.env("GIT_CEILING_DIRECTORIES", shown.path()).current_dir(shown.path());
    let output = git.args(["-c", "core.autocrlf=false", "apply"]).arg(patch.path()).output().unwrap();
    assert!(output.status.success(), "{}\n{diff}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(files(shown.path()), files(written.path()), "{}\n{diff}", record.display());
}

#[test]
fn git_makes_of_the_diff_what_is_written() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for case in ["check-fix", "fix-keeps", "fix-all", "misnamed-session"] {
        assert_git_applies(&root.join("commands").join(case).join("record"));
    }
    for case in
        ["unexpected-file/folder-with-accent", "unexpected-file/singular-folder", "updates-out-of-order/earlier"]
    {
        assert_git_applies(&root.join("rules").join(case).join("broken"));
    }
}

/// A session of a council with some members, axes and those present, as `--fix` leaves it.
fn session_mended(present: &[&str], axis: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| {
        let place = home.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, text).unwrap();
    };
    put("landlord.yaml", "name: Habitat\nresidences:\n  parc:\n    name: Parc\n");
    let members = ["dupont", "martin", "mme-petit"].map(|id| format!("  {id}:\n    role: resident\n")).concat();
    put("parc/council.yaml", &format!("name: Conseil\nresidence: parc\nmembers:\n{members}"));
    let plan = "axes:\n  batiment-a:\n    title: A\n  tranquillite:\n    title: Tranquillité\n";
    put("parc/plan.yaml", plan);
    let present = present.iter().map(|id| format!("    - {id}\n")).collect::<Vec<_>>().concat();
    let topic = format!("topics:\n  - title: Le hall\n    axis: {axis}\n");
    put("parc/sessions/2023-05-10.yaml", &format!("status: held\nattendance:\n  present:\n{present}{topic}"));
    council(home.path(), &[]);
    std::fs::read_to_string(home.path().join("parc/sessions/2023-05-10.yaml")).unwrap()
}

#[test]
fn a_slip_of_the_hand_is_mended() {
    for (written, meant) in
        [("dpuont", "dupont"), ("duppont", "dupont"), ("Dupont", "dupont"), ("mme-pettit", "mme-petit")]
    {
        let session = session_mended(&[written], "tranquilite");
        assert!(session.contains(&format!("- {meant}\n")), "{written}: {session}");
        assert!(session.contains("axis: tranquillite\n"), "{session}");
    }
}

#[test]
fn an_order_that_would_change_the_state_of_an_action_is_left() {
    let plan = |second: &str| {
        format!(
            "actions:\n  banc:\n    title: Le banc\n    decided: 2023-01-10\n    due: 2023-12\n    owner: landlord\n    \
             updates:\n      - date: 2023-05-28\n        status: in-progress\n      - date: 2023-05-15\n{second}"
        )
    };
    let mended = |text: &str| {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(home.path().join("parc/sessions")).unwrap();
        std::fs::write(home.path().join("landlord.yaml"), "name: Habitat\n").unwrap();
        std::fs::write(home.path().join("parc/council.yaml"), "name: Conseil\nscope: Le parc\n").unwrap();
        std::fs::write(home.path().join("parc/sessions/2023-01-10.yaml"), "status: held\n").unwrap();
        std::fs::write(home.path().join("parc/plan.yaml"), text).unwrap();
        council(home.path(), &[]);
        std::fs::read_to_string(home.path().join("parc/plan.yaml")).unwrap()
    };
    let is_in_order = |text: &str| text.find("2023-05-15") < text.find("2023-05-28");
    assert!(is_in_order(&mended(&plan("        note: vu sur place\n"))));
    let wrong_date = plan("        status: on-hold\n");
    assert_eq!(mended(&wrong_date), wrong_date);
}

#[test]
fn a_file_that_is_given_its_name_is_looked_at_under_it() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join("parc/sessions")).unwrap();
    std::fs::write(home.path().join("landlord.yaml"), "name: Habitat\n").unwrap();
    std::fs::write(home.path().join("parc/council.yaml"), "name: Conseil\nscope: Le parc\n").unwrap();
    std::fs::write(home.path().join("parc/sessions/2023-2-1.yaml"), "status: held\nsecretary: r7\n").unwrap();
    let said = council(home.path(), &["parc/sessions/2023-2-1.yaml"]);
    assert!(said.contains("erreur[unknown-member]") && said.contains("parc/sessions/2023-02-01.yaml:2"), "{said}");
}

#[test]
fn nobody_and_nothing_is_taken_for_another() {
    for other in ["dupond", "durant", "martine", "marin", "mr-petit"] {
        assert!(session_mended(&[other], "batiment-a").contains(&format!("- {other}\n")), "{other}");
    }
    assert!(session_mended(&["dupont"], "batiment-b").contains("axis: batiment-b\n"));
    // Somebody would be gone without a trace.
    assert!(session_mended(&["dupont", "duppont"], "batiment-a").contains("- duppont\n"));
}

#[cfg(unix)]
#[test]
fn a_link_and_a_mode_keep_what_they_are() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let home = tempfile::tempdir().unwrap();
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands/misnamed-session/record"), home.path());
    let sessions = home.path().join("le-parc/sessions");
    std::fs::set_permissions(sessions.join("2023-2-10.yaml"), std::fs::Permissions::from_mode(0o640)).unwrap();
    std::fs::write(home.path().join("le-parc/README.md"), "status: held\n").unwrap();
    symlink("../README.md", sessions.join("2023-4-10.yaml")).unwrap();
    council(home.path(), &[]);
    let mode = std::fs::metadata(sessions.join("2023-02-10.yaml")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(std::fs::read_link(sessions.join("2023-04-10.yaml")).unwrap(), Path::new("../README.md"));
}

/// An item of a list, as its lines: the comments above it, its own, those below it.
#[derive(Debug, Clone)]
struct Item {
    day: u32,
    above: usize,
    note: usize,
    below: bool,
    gap: usize,
}

fn item() -> impl Strategy<Value = Item> {
    (1..29_u32, 0..3_usize, 0..5_usize, any::<bool>(), 0..3_usize).prop_map(|(day, above, note, below, gap)| Item {
        day,
        above,
        note,
        below,
        gap,
    })
}

/// The list as people write it.
fn written(items: &[Item], indent: usize, eol: &str, ends: bool) -> String {
    let margin = " ".repeat(indent);
    let mut lines = vec!["title: é # le titre".to_owned(), "updates: # à tenir à jour".to_owned()];
    for (place, item) in items.iter().enumerate() {
        lines.extend((0..item.gap).filter(|_| place > 0).map(|_| String::new()));
        lines.extend((0..item.above).map(|line| format!("{margin}# avant {place} {line}")));
        lines.push(format!("{margin}- date: 2023-05-{:02}  # jour {place}", item.day));
        match item.note {
            0 => {}
            1 => lines.push(format!("{margin}  note: 'noté {place}'")),
            2 => lines.extend([
                format!("{margin}  note: |"),
                format!("{margin}    un # {place}"),
                String::new(),
                format!("{margin}    deux"),
            ]),
            3 => lines.extend([format!("{margin}  note: long {place}"), format!("{margin}    suite")]),
            _ => lines.extend([format!("{margin}  owner:"), format!("{margin}    - r{place}")]),
        }
        lines.extend(item.below.then(|| format!("{margin}  # après {place}")));
    }
    if ends {
        lines.extend([String::new(), "# la fin".to_owned(), "due: 2023-Q4".to_owned(), String::new()]);
    }
    lines.join(eol)
}

fn dated(item: &Content) -> Option<Date> {
    let Content::Map(entries) = item else { return None };
    entries.iter().find_map(|(key, date)| match date {
        Content::Text(date) if key == "date" => date.parse().ok(),
        _ => None,
    })
}

fn updates(text: &str) -> Vec<Content> {
    let Content::Map(entries) = Content::of(&Tree::parse(text).unwrap().top) else { panic!("{text}") };
    let found = entries.into_iter().find(|(key, _)| key == "updates").unwrap();
    let Content::List(items) = found.1 else { panic!("{text}") };
    items
}

/// The end of a text at the end of a file may be missing.
fn said(items: &[Content]) -> Vec<String> {
    items.iter().map(|item| format!("{item:?}").replace("\\n\")", "\")")).collect()
}

proptest! {
    #[test]
    fn a_list_comes_out_in_order_with_every_line_once(
        items in prop::collection::vec(item(), 2..7),
        indent in 0..5_usize,
        crlf in any::<bool>(),
        ends in any::<bool>(),
    ) {
        let text = written(&items, indent, if crlf { "\r\n" } else { "\n" }, ends);
        let at = text.find("2023-05-").unwrap();
        let before = updates(&text);
        let mut sorted = before.clone();
        sorted.sort_by_key(|item| dated(item).unwrap());
        let Some(edit) = reorder(&text, &(at..at + 10), dated) else {
            prop_assert_eq!(before, sorted, "{}", text);
            return Ok(());
        };
        let after = apply(&text, std::slice::from_ref(&edit));
        prop_assert_eq!(said(&updates(&after)), said(&sorted), "{}", after);
        let lines = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        prop_assert_eq!(lines(&text), lines(&after), "{}", after);
        prop_assert!(after.starts_with("title: é # le titre"));
        prop_assert_eq!(ends, after.ends_with(if crlf { "# la fin\r\ndue: 2023-Q4\r\n" } else { "# la fin\ndue: 2023-Q4\n" }));
        // Each item has its own comments still.
        let order: Vec<&str> = after.lines().filter_map(|line| line.split("# ").nth(1)).collect();
        let place = |comment: &str| order.iter().position(|line| *line == comment);
        for (index, item) in items.iter().enumerate() {
            let own = place(&format!("jour {index}")).unwrap();
            for line in 0..item.above {
                prop_assert_eq!(place(&format!("avant {index} {line}")), Some(own + line - item.above), "{}", after);
            }
        }
    }
}
