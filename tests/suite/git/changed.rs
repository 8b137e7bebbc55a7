//! `check --changed`, and the hook that runs it.

use super::Repo;
use super::repo::{ODD_FILE, ODD_FOLDER, PLAN, SESSION, put, said};

const FAULTY: &str = "status: tenue\n";

/// The summary line of a check that found nothing: how many files it read.
fn summary(repo: &Repo, line: &str) -> String {
    let (out, err, status) = repo.council(line);
    assert_eq!((err.as_str(), status), ("", 0), "{out}");
    out
}

#[test]
fn nothing_has_changed() {
    let repo = Repo::new();
    assert_eq!(summary(&repo, "check --changed"), "Rien n'a changé : rien à vérifier.\n");
    assert_eq!(summary(&repo, "check --changed --format json"), "");
    assert_eq!(summary(&repo, "check --changed --lang en"), "Nothing has changed: nothing to check.\n");
}

#[test]
fn only_the_councils_touched_are_looked_at() {
    let repo = Repo::new();
    repo.put("le-parc/sessions/2023-05-04.yaml", FAULTY);
    repo.git("add .");
    repo.git("commit --quiet -m faute");
    repo.append("les-tilleuls/plan.yaml", "# relu\n");
    let partial = "4 fichiers lus : 0 erreur, 0 avertissement. Les règles entre conseils n'ont pas été vérifiées.\n";
    assert_eq!(summary(&repo, "check --changed"), partial);
    assert_eq!(repo.council("check --changed HEAD~1").2, 1, "the commit before has no such session");
    assert_eq!(repo.council("check").2, 1);
}

#[test]
fn what_git_does_not_know_yet_what_is_staged_and_what_is_gone_count() {
    for stage in [false, true] {
        let repo = Repo::new();
        repo.put("le-parc/sessions/2023-05-04.yaml", FAULTY);
        repo.put("les-tilleuls/sessions/2023-05-03.yaml", "status: passée\n");
        repo.remove("les-tilleuls/plan.yaml");
        if stage {
            repo.git("add --all .");
        }
        let (out, _, status) = repo.council("check --changed --format json");
        assert_eq!((out.lines().count(), status), (2, 1), "{out}");
    }
}

#[test]
fn a_landlord_s_file_or_a_council_that_is_gone_concerns_every_council() {
    let whole = "5 fichiers lus : 0 erreur, 0 avertissement.\n";
    let repo = Repo::new();
    repo.append("landlord.yaml", "# relu\n");
    assert_eq!(summary(&repo, "check --changed"), whole);
    for (path, text) in
        [("charter.yaml", "title: Charte\n"), ("templates/minutes.md", "x\n"), ("coaching.yaml", "goal: x\n")]
    {
        let repo = Repo::new();
        repo.put(path, text);
        assert!(!summary(&repo, "check --changed").contains("entre conseils"), "{path}");
    }
    let repo = Repo::new();
    std::fs::remove_dir_all(repo.record.join("le-parc")).unwrap();
    assert_eq!(summary(&repo, "check --changed"), "4 fichiers lus : 0 erreur, 0 avertissement.\n");
}

#[test]
fn before_the_first_commit_everything_is_new() {
    let repo = Repo::new();
    repo.git("checkout --quiet --orphan autre");
    assert_eq!(summary(&repo, "check --changed"), "5 fichiers lus : 0 erreur, 0 avertissement.\n");
    repo.git("rm --quiet -r --cached .");
    assert_eq!(summary(&repo, "check --changed"), "5 fichiers lus : 0 erreur, 0 avertissement.\n");
}

#[test]
fn an_unknown_state_is_a_mistyped_command() {
    let repo = Repo::new();
    for line in ["check --changed nulle-part", "check --changed=--all", "check --changed HEAD~7"] {
        let (out, err, status) = repo.council(line);
        assert_eq!((out.as_str(), status), ("", 2), "{err}");
        assert!(err.contains("ne désigne aucun enregistrement de l'histoire du registre"), "{err}");
    }
    let (_, err, status) = repo.council("check --changed HEAD les-tilleuls");
    assert_eq!(status, 2);
    assert!(err.starts_with("erreur : « --changed [<ÉTAT-ANCIEN>] » ne s'écrit pas avec « CHEMIN »"), "{err}");
}

#[test]
fn without_a_repository_or_without_git_it_says_so() {
    let repo = Repo::bare_folder("");
    repo.put("landlord.yaml", "name: x\n");
    for command in ["check --changed", "commit", "log", "sync"] {
        let (out, err, status) = repo.council(command);
        assert_eq!((out.as_str(), status), ("", 3));
        assert_eq!(err, "erreur : git ne suit pas encore ce registre : lancez d'abord council init .\n");
        let output = repo.council_command(&command.split(' ').collect::<Vec<_>>()).env("PATH", repo.home()).output();
        let (_, err, status) = said(&output.unwrap());
        assert_eq!(status, 3);
        assert_eq!(err, "erreur : git n'est pas installé sur cette machine : installez-le, puis recommencez\n");
    }
}

#[test]
fn names_that_no_record_has_do_not_confuse_it() {
    let repo = Repo::below(&format!("{ODD_FOLDER}/registre"));
    assert_eq!(summary(&repo, "check --changed"), "Rien n'a changé : rien à vérifier.\n");
    put(&repo.root.join("ailleurs/x.txt"), "x\n");
    assert_eq!(summary(&repo, "check --changed"), "Rien n'a changé : rien à vérifier.\n");
    repo.put(&format!("les-tilleuls/attachments/{ODD_FILE}"), "x\n");
    repo.append("les-tilleuls/plan.yaml", "# relu\n");
    assert!(summary(&repo, "check --changed").starts_with("4 fichiers lus : 0 erreur"));
    repo.put(ODD_FILE, "x\n");
    let (out, _, status) = repo.council("check --changed");
    assert!(out.contains("erreur[unexpected-file]") && status == 1, "{out}");
}

#[test]
fn problems_are_mended_in_the_same_scope() {
    let repo = Repo::new();
    repo.put("les-tilleuls/plan.yaml", &PLAN.replace("Remettre les bancs en état", "'L'accès aux bancs'"));
    let (out, _, status) = repo.council("check --changed --fix");
    assert_eq!(status, 0, "{out}");
    assert!(repo.text("les-tilleuls/plan.yaml").contains("\"L'accès aux bancs\""));
}

#[cfg(unix)]
#[test]
fn the_hook_checks_what_a_commit_takes_in() {
    for folder in ["", "l'office/le registre"] {
        let repo = Repo::below(folder);
        assert_eq!(repo.council("init .").2, 0);
        repo.git("add .");
        repo.git("commit --quiet -m réglages");
        repo.put("les-tilleuls/sessions/2023-05-10.yaml", FAULTY);
        repo.put("le-parc/sessions/2023-05-10.yaml", SESSION);
        repo.git("add .");
        for line in ["commit -m suite", "commit -a -m suite", "commit -m suite -- :/*.yaml"] {
            let refused = repo.try_git(line);
            let shown = String::from_utf8_lossy(&refused.stderr).into_owned();
            assert!(!refused.status.success() && shown.contains("[wrong-type]"), "{line}: {shown}");
        }
        repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
        repo.git("commit --quiet -a -m suite");
    }
}

#[cfg(unix)]
#[test]
fn the_hook_works_in_a_linked_work_tree_and_in_a_submodule() {
    let repo = Repo::new();
    assert_eq!(repo.council("init .").2, 0);
    repo.git("add .");
    repo.git("commit --quiet -m réglages");
    repo.git("worktree add --quiet ../autre");
    let other = repo.home().join("autre");
    let commit = |folder: &std::path::Path| {
        put(&folder.join("les-tilleuls/sessions/2023-05-10.yaml"), FAULTY);
        let mut git = repo.command("git", folder);
        let added = git.args(["add", "."]).output().unwrap();
        assert!(added.status.success());
        let output = repo.command("git", folder).args(["commit", "-m", "suite"]).output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (well, shown) = commit(&other);
    assert!(!well && shown.contains("[wrong-type]"), "{shown}");

    let outer = repo.home().join("site");
    std::fs::create_dir(&outer).unwrap();
    let git = |args: &[&str]| {
        let output =
            repo.command("git", &outer).args(["-c", "protocol.file.allow=always"]).args(args).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    git(&["init", "--quiet"]);
    git(&["submodule", "--quiet", "add", "-b", "main", "../registre", "registre"]);
    let inner = outer.join("registre");
    let init = repo.command(env!("CARGO_BIN_EXE_council"), &inner).args(["init", "."]).output().unwrap();
    assert!(String::from_utf8_lossy(&init.stdout).contains("hooks/pre-commit"));
    let (well, shown) = commit(&inner);
    assert!(!well && shown.contains("[wrong-type]"), "{shown}");
}

#[cfg(unix)]
#[test]
fn the_hook_says_when_what_is_staged_is_not_what_it_checks() {
    let repo = Repo::new();
    assert_eq!(repo.council("init .").2, 0);
    repo.git("add .");
    let said = |repo: &Repo| {
        let output = repo.try_git("commit --message essai");
        String::from_utf8(output.stderr).unwrap().replace('\u{a0}', " ")
    };
    assert!(!said(&repo).contains("Attention"), "all is staged as it is");
    repo.append("les-tilleuls/plan.yaml", "# relu\n");
    repo.git("add .");
    repo.append("les-tilleuls/plan.yaml", "# et encore\n");
    let note = "Attention : des fichiers du registre ont changé depuis git add";
    assert!(said(&repo).contains(note));
    // `council commit` takes the files as they are.
    repo.append("les-tilleuls/plan.yaml", "# et toujours\n");
    let (_, err, status) = repo.council("commit");
    assert!(status == 0 && !err.contains(note), "{err}");
}
