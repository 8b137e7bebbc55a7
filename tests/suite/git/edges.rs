//! Places and moments that git has and that nobody thinks of: linked work trees, submodules, locks, killed processes.

use super::Repo;
use super::repo::{SESSION, put, said};

#[test]
fn a_record_in_a_linked_work_tree_or_in_a_submodule_is_a_record() {
    let repo = Repo::new();
    repo.share();
    repo.git("worktree add --quiet -b autre ../autre");
    let linked = repo.home().join("autre");
    let outer = repo.home().join("site");
    std::fs::create_dir(&outer).unwrap();
    for args in [&["init", "--quiet"][..], &["submodule", "--quiet", "add", "-b", "main", "../shared.git", "registre"]]
    {
        let output =
            repo.command("git", &outer).args(["-c", "protocol.file.allow=always"]).args(args).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    for folder in [linked, outer.join("registre")] {
        let run = |line: &str| {
            let mut council = repo.command(env!("CARGO_BIN_EXE_council"), &folder);
            said(&council.args(["--today", "2023-05-15"]).args(line.split(' ')).output().unwrap())
        };
        put(&folder.join("les-tilleuls/sessions/2023-05-10.yaml"), SESSION);
        assert_eq!(run("check --changed").2, 0);
        let (out, err, status) = run("commit");
        assert_eq!((out.as_str(), status), ("les-tilleuls : séance du 10 mai 2023\n", 0), "{err}");
        assert!(run("log --limit 1").0.ends_with("\n  les-tilleuls : séance du 10 mai 2023\n"));
        let (_, err, status) = run("sync");
        // The new branch goes with its past.
        let sent = if folder.ends_with("autre") { "2 enregistrements" } else { "1 enregistrement" };
        assert_eq!((err, status), (format!("Reçu : 0 enregistrement. Envoyé : {sent}.\n"), 0));
    }
}

#[test]
fn what_a_hook_of_another_repository_has_set_is_not_heeded() {
    let repo = Repo::new();
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    for line in ["check --changed", "commit", "log"] {
        let mut council = repo.council_command(&line.split(' ').collect::<Vec<_>>());
        let elsewhere = repo.home().join("ailleurs");
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"] {
            council.env(name, &elsewhere);
        }
        let (out, err, status) = said(&council.env("GIT_PREFIX", "x/").output().unwrap());
        assert_eq!(status, 0, "{line}: {out}{err}");
    }
    assert_eq!(repo.message(), "les-tilleuls : séance du 10 mai 2023");
}

#[test]
fn the_language_of_the_machine_changes_nothing() {
    let repo = Repo::bare_folder("");
    repo.put("landlord.yaml", "name: x\n");
    for (name, value) in [("LC_ALL", "fr_FR.UTF-8"), ("LANGUAGE", "fr"), ("LC_ALL", "C")] {
        let (_, err, status) = said(&repo.council_command(&["commit"]).env(name, value).output().unwrap());
        assert!(err.contains("git ne suit pas encore ce registre") && status == 3, "{err}");
    }
}

#[test]
fn a_record_that_git_ignores_is_told() {
    let repo = Repo::below("donnees");
    repo.git("rm --quiet -r --cached .");
    put(&repo.root.join(".gitignore"), "/donnees/\n");
    repo.git("add .");
    repo.git("commit --quiet -m x");
    let (out, err, status) = repo.council("commit");
    assert_eq!((out.as_str(), status), ("", 3));
    assert_eq!(
        err,
        "erreur : git a pour consigne d'ignorer ce registre : retirez-le des fichiers .gitignore, puis recommencez\n"
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_git_does_not_trust() {
    let repo = Repo::new();
    for line in ["check --changed", "commit", "log", "sync"] {
        let mut council = repo.council_command(&line.split(' ').collect::<Vec<_>>());
        let (out, err, status) = said(&council.env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1").output().unwrap());
        assert_eq!((out.as_str(), status), ("", 3));
        let folder = repo.root.display().to_string();
        assert_eq!(
            err,
            format!(
                "erreur : git se méfie de ce dossier, qui appartient à quelqu'un d'autre : si vous lui faites confiance, \
                 lancez git config --global --add safe.directory \"{folder}\", puis recommencez\n"
            )
        );
    }
}

#[cfg(unix)]
#[test]
fn a_lock_that_was_left_behind_is_named() {
    for lock in [".git/index.lock", ".git/HEAD.lock", ".git/refs/heads/main.lock"] {
        let repo = Repo::new();
        repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
        put(&repo.root.join(lock), "");
        let (out, err, status) = repo.council("commit");
        assert_eq!((out.as_str(), status), ("", 3), "{lock}");
        let place = repo.root.join(lock);
        assert_eq!(
            err,
            format!(
                "erreur : git est déjà au travail dans ce registre, ou y a été arrêté net : attendez un instant, puis \
                 recommencez ; si rien ne tourne, supprimez d'abord {}\n",
                place.display()
            )
        );
        std::fs::remove_file(place).unwrap();
        assert_eq!(repo.git("status --porcelain"), "?? les-tilleuls/sessions/2023-05-10.yaml\n", "{lock}");
        assert_eq!(repo.council("commit").2, 0);
    }
}

#[test]
fn what_is_staged_besides_stays_through_a_sync() {
    let anne = Repo::new();
    anne.share();
    let bruno = anne.clone_for("Bruno");
    anne.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    anne.council("commit");
    anne.council("sync");
    put(&bruno.root.join(".notes"), "x\n");
    bruno.git("add .notes");
    let (_, err, status) = bruno.council("sync");
    assert_eq!(
        (err.as_str(), status),
        ("Reçu : 1 enregistrement. Envoyé : 0 enregistrement.\nEnsuite : council log\n", 0)
    );
    assert_eq!(bruno.git("status --porcelain"), "A  .notes\n");
    // Two versions cannot be joined over it, and it is left alone.
    anne.put("les-tilleuls/sessions/2023-05-11.yaml", SESSION);
    anne.council("commit");
    anne.council("sync");
    bruno.put("le-parc/sessions/2023-05-11.yaml", SESSION);
    bruno.council("commit");
    let (_, err, status) = bruno.council("sync");
    assert!(err.contains("changements qui ne sont pas enregistrés dans « .notes »") && status == 3, "{err}");
    assert_eq!(bruno.git("status --porcelain"), "A  .notes\n");
}

#[test]
fn two_commits_at_once_take_everything_in_once() {
    let repo = Repo::new();
    for round in 1..=15 {
        repo.put(&format!("les-tilleuls/sessions/2024-01-{round:02}.yaml"), SESSION);
        let run = || {
            let output = repo.council_command(&["commit"]).output().unwrap();
            let (_, err, status) = said(&output);
            // Told to wait, or that the other has done it.
            assert!(status == 0 || err.contains("git est déjà au travail dans ce registre"), "{err}");
            status
        };
        let ends = std::thread::scope(|scope| [scope.spawn(run), scope.spawn(run)].map(|run| run.join().unwrap()));
        assert!(ends.contains(&0), "one of them works");
        assert_eq!(repo.council("commit").2, 0);
        assert_eq!((repo.commits(), repo.git("status --porcelain").as_str()), (round + 1, ""));
    }
}

/// As two commits at one moment may leave it: committed, and no more in git's index.
#[test]
fn a_file_that_only_the_index_has_lost_is_found_again() {
    let repo = Repo::new();
    repo.put("les-tilleuls/sessions/2024-01-10.yaml", SESSION);
    assert_eq!(repo.council("commit").2, 0);
    let commits = repo.commits();
    repo.git("rm --quiet --cached les-tilleuls/sessions/2024-01-10.yaml");
    assert_eq!(repo.council("commit").2, 0);
    assert_eq!((repo.commits(), repo.git("status --porcelain").as_str()), (commits, ""));
}

/// Every file of a repository that says that git is at work.
#[cfg(unix)]
fn locks(folder: &std::path::Path, into: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            locks(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "lock") {
            into.push(path);
        }
    }
}

/// A `git` that is killed after the time in `KILLED_AFTER`, if it is still at work, when it is to change something.
#[cfg(unix)]
const MORTAL: &str = "#!/bin/sh
case \"$* \" in
  *' commit '* | *' add '* | *' update-index '*) ;;
  *) exec \"$REAL_GIT\" \"$@\" ;;
esac
\"$REAL_GIT\" \"$@\" <&0 &
sleep \"$KILLED_AFTER\"
kill -KILL \"$!\" 2>/dev/null
wait \"$!\"
";

/// Commits until it works, as somebody does who does what is said: waits, and deletes what is named once nothing runs.
#[cfg(unix)]
fn commit_at_last(repo: &Repo) {
    for attempt in 0.. {
        let (_, err, status) = repo.council("commit");
        if status == 0 {
            return;
        }
        assert!(attempt < 60, "{err}");
        std::thread::sleep(std::time::Duration::from_millis(20));
        let mut left = Vec::new();
        locks(&repo.root.join(".git"), &mut left);
        let named: Vec<_> = left.into_iter().filter(|lock| err.contains(&lock.display().to_string())).collect();
        if attempt > 20 {
            for lock in named {
                std::fs::remove_file(lock).unwrap();
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn a_commit_killed_at_any_moment_loses_nothing_and_the_next_completes_it() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::process::Stdio;
    use std::time::Duration;

    const ROUNDS: u64 = 120;
    let repo = Repo::new();
    repo.council("minutes les-tilleuls");
    repo.council("commit");
    put(&repo.root.join(".notes"), "x\n");
    put(&repo.root.join(".git/info/exclude"), ".council-*\n");
    repo.git("add .notes");
    let programs = repo.home().join("bin");
    put(&programs.join("git"), MORTAL);
    std::fs::set_permissions(programs.join("git"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = std::env::var_os("PATH").unwrap();
    let real = std::env::split_paths(&path).map(|folder| folder.join("git")).find(|git| git.exists()).unwrap();
    let mortal = std::env::join_paths([programs].into_iter().chain(std::env::split_paths(&path))).unwrap();
    for round in 0..ROUNDS {
        let session = format!("les-tilleuls/sessions/2024-{:02}-{:02}.yaml", round / 28 + 1, round % 28 + 1);
        repo.put(&session, SESSION);
        repo.put(
            "les-tilleuls/sessions/2023-05-03.yaml",
            &format!("status: held\npurpose: préparer la {round}e fête\n"),
        );
        let mut council = repo.council_command(&["commit"]);
        council.stdout(Stdio::null()).stderr(Stdio::null());
        if round % 2 == 0 {
            let mut child = council.spawn().unwrap();
            std::thread::sleep(Duration::from_micros(round * 997 % 60_000));
            child.kill().unwrap();
            child.wait().unwrap();
        } else {
            let after = format!("0.{:04}", round * 7 % 150);
            council.env("PATH", &mortal).env("REAL_GIT", &real).env("KILLED_AFTER", after).status().unwrap();
        }
        commit_at_last(&repo);
        assert_eq!(repo.git("status --porcelain"), "A  .notes\n", "round {round}");
        assert_eq!(repo.git(&format!("show HEAD:{session}")), SESSION);
        assert!(
            repo.git("show HEAD:les-tilleuls/minutes/2023-05-03.md").contains(&format!("préparer la {round}e fête"))
        );
    }
    repo.git("fsck --strict");
}
