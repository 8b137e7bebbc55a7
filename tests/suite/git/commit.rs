//! `commit`: what it takes in and what it leaves alone, what it says, when it refuses.

use super::Repo;
use super::repo::{ODD_FILE, ODD_FOLDER, PLAN, SESSION, put};

const NEXT: &str = "Ensuite : council sync\n";

/// Commits, which must work, and gives the subject.
#[track_caller]
fn commit(repo: &Repo) -> String {
    let (out, err, status) = repo.council("commit");
    assert_eq!((err.as_str(), status), (NEXT, 0), "{out}");
    out.trim_end().to_owned()
}

/// A plan in which one action is done and two are new.
fn follow_up() -> String {
    let done = "    updates:\n      - date: 2023-05-10\n        status: done\n";
    let new =
        |id: &str| format!("  {id}:\n    title: {id}\n    decided: 2023-05-10\n    owner: landlord\n    due: 2024\n");
    format!("{PLAN}{done}{}{}", new("lampes"), new("velos"))
}

#[test]
fn the_subject_says_what_happened() {
    let repo = Repo::new();
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    repo.put("les-tilleuls/plan.yaml", &follow_up());
    let subject = "les-tilleuls : séance du 10 mai 2023, 2 actions nouvelles, 1 réalisée";
    assert_eq!(commit(&repo), subject);
    assert_eq!(repo.message(), subject);
    assert_eq!(repo.committed(), ["M les-tilleuls/plan.yaml", "A les-tilleuls/sessions/2023-05-10.yaml"]);
    assert_eq!(repo.git("status --porcelain"), "");
    let (out, err, status) = repo.council("commit");
    assert_eq!((out.as_str(), status), ("", 0));
    assert_eq!(err, "Rien à enregistrer : le registre n'a pas changé depuis le dernier enregistrement.\n");
}

#[test]
fn the_message_may_be_one_s_own() {
    let repo = Repo::new();
    repo.append("les-tilleuls/plan.yaml", "# relu\n");
    let output = repo.council_command(&["commit", "-m", "# Relu par Anne\n\nAvec soin"]).output().unwrap();
    assert!(output.status.success());
    assert_eq!(repo.message(), "# Relu par Anne\n\nAvec soin");
    repo.append("les-tilleuls/plan.yaml", "# relu encore\n");
    assert!(repo.council_command(&["commit", "--message", " "]).output().unwrap().status.success());
    assert_eq!(repo.message(), "les-tilleuls : plan d'action modifié");
}

#[test]
fn several_councils_share_a_subject_and_have_a_line_each() {
    let repo = Repo::new();
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    repo.put("le-parc/sessions/2023-06-20.yaml", "status: planned\n");
    assert_eq!(commit(&repo), "2 conseils : 1 séance, 1 séance prévue");
    assert_eq!(
        repo.message(),
        "2 conseils : 1 séance, 1 séance prévue\n\nle-parc : séance du 20 juin 2023 prévue\n\
         les-tilleuls : séance du 10 mai 2023"
    );
    repo.put("charter.yaml", "title: Charte\n");
    repo.put("le-parc/sessions/2023-06-20.yaml", "status: cancelled\nreason: salle prise\n");
    assert_eq!(commit(&repo), "charte ajoutée, le-parc : séance du 20 juin 2023 annulée");
}

#[test]
fn a_long_sentence_goes_below_the_subject() {
    let repo = Repo::new();
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    repo.put("les-tilleuls/sessions/2023-06-20.yaml", "status: planned\n");
    repo.put("les-tilleuls/plan.yaml", &follow_up());
    assert_eq!(commit(&repo), "les-tilleuls : séance du 10 mai 2023, séance du 20 juin 2023 prévue…");
    assert_eq!(
        repo.message(),
        "les-tilleuls : séance du 10 mai 2023, séance du 20 juin 2023 prévue…\n\n\
         les-tilleuls : séance du 10 mai 2023, séance du 20 juin 2023 prévue, 2 actions nouvelles, 1 réalisée"
    );
}

#[test]
fn the_record_s_language_is_that_of_its_history() {
    let repo = Repo::new();
    repo.append("landlord.yaml", "language: en\n");
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    let (out, err, status) = repo.council("commit");
    assert_eq!((out.as_str(), status), ("landlord's file edited, les-tilleuls: session of 10 May 2023\n", 0));
    assert_eq!(err, NEXT);
    repo.put("les-tilleuls/plan.yaml", &follow_up());
    let (out, err, _) = repo.council("commit --lang en");
    assert_eq!(out, "les-tilleuls: 2 new actions, 1 done\n");
    assert_eq!(err, "Next: council sync\n");
}

#[test]
fn only_the_record_s_own_files_are_taken_in_and_what_was_staged_stays_staged() {
    for folder in ["", &format!("{ODD_FOLDER}/registre")] {
        let repo = Repo::below(folder);
        put(&repo.root.join(".ailleurs/notes.txt"), "x\n");
        put(&repo.root.join(".ailleurs/mis de côté.txt"), "x\n");
        repo.git("add :/.ailleurs/mis*");
        repo.put(&format!(".brouillons/{ODD_FILE}"), "x\n");
        repo.put("les-tilleuls/attachments/plan.pdf", "x\n");
        repo.put("README.md", "# Lisez-moi\n");
        repo.put(".editorconfig", "root = true\n");
        repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
        repo.put("les-tilleuls/sessions/2023-05-10-2.yaml", SESSION);
        repo.git("add :/*2023-05-10.yaml");
        // Staged in one state, and in another one by now.
        repo.put("les-tilleuls/sessions/2023-05-10.yaml", &format!("{SESSION}place: la loge\n"));
        let (out, err, status) = repo.council("commit");
        assert_eq!((out.as_str(), status), ("les-tilleuls : séances du 10 mai 2023 et du 10 mai 2023 (2)\n", 0));
        let left = if folder.is_empty() {
            "3 autres fichiers ont changé dans ce dossier : ils ne sont pas du registre, et ne sont pas enregistrés.\n"
        } else {
            "1 autre fichier a changé dans ce dossier : il n'est pas du registre, et n'est pas enregistré.\n"
        };
        assert_eq!(err, format!("{left}{NEXT}"));
        assert_eq!(repo.committed().len(), 5, "{:?}", repo.committed());
        let status = repo.git("-c core.quotepath=false status --porcelain --untracked-files=all");
        let lines: Vec<&str> = status.lines().map(|line| &line[..2]).collect();
        assert_eq!(lines, ["A ", "??", "??"], "{status}");
        assert!(repo.git("show HEAD").contains("+place: la loge"));
    }
}

#[test]
fn what_is_gone_and_what_bears_another_name_is_taken_in() {
    let repo = Repo::new();
    repo.rename("les-tilleuls/sessions/2023-05-03.yaml", "les-tilleuls/sessions/2023-05-10.yaml");
    repo.put("les-tilleuls/plan.yaml", &PLAN.replace("2023-05-03", "2023-05-10"));
    assert_eq!(commit(&repo), "les-tilleuls : séance du 3 mai 2023 déplacée au 10 mai 2023…");
    repo.git("rm --quiet les-tilleuls/plan.yaml");
    std::fs::remove_dir_all(repo.record.join("le-parc")).unwrap();
    assert_eq!(commit(&repo), "2 conseils : conseil supprimé, 1 action supprimée");
    assert_eq!(repo.committed(), ["D le-parc/council.yaml", "D les-tilleuls/plan.yaml"]);
    assert!(
        repo.message().contains("le-parc : conseil supprimé\nles-tilleuls : 1 action supprimée"),
        "{}",
        repo.message()
    );
}

#[test]
fn the_first_commit_of_a_record() {
    let repo = Repo::bare_folder("");
    assert_eq!(repo.council("init .").2, 0);
    let text = repo.text("landlord.yaml");
    assert!(text.contains("name:"));
    repo.put("les-tilleuls/council.yaml", "name: Conseil\nscope: le quartier\nmembers:\n  r1:\n    role: resident\n");
    let (out, err, _) = repo.council("commit");
    assert_eq!(out, "nouveau registre, les-tilleuls : nouveau conseil\n");
    let hook = "2 fichiers lus : 0 erreur, 0 avertissement.\nSeules les erreurs sont comptées.\n";
    assert_eq!(err, format!("{hook}{NEXT}"), "the hook has checked it too");
    assert_eq!(
        repo.message(),
        "nouveau registre, les-tilleuls : nouveau conseil\n\nnouveau registre\nles-tilleuls : nouveau conseil"
    );
    assert_eq!(repo.git("status --porcelain"), "");
    repo.put(".gitignore", "out/\n");
    repo.put("README.md", "x\n");
    assert_eq!(repo.council("commit").0, "2 autres fichiers\n");
}

#[test]
fn a_record_with_errors_is_not_committed() {
    let repo = Repo::new();
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", "status: tenue\n");
    let (out, err, status) = repo.council("commit");
    assert_eq!((out.as_str(), status), ("", 1));
    assert!(err.starts_with("erreur[wrong-type] : « tenue »"), "{err}");
    assert!(
        err.ends_with("Rien n'est enregistré : 1 erreur à corriger.\nEnsuite : corrigez, puis council commit\n"),
        "{err}"
    );
    assert_eq!(repo.commits(), 1);
    assert_eq!(repo.git("status --porcelain"), "?? les-tilleuls/sessions/2023-05-10.yaml\n");
}

#[test]
fn minutes_that_are_there_are_brought_up_to_date() {
    let repo = Repo::new();
    assert_eq!(repo.council("minutes les-tilleuls").2, 0);
    assert_eq!(commit(&repo), "les-tilleuls : relevé du 3 mai 2023");
    repo.put("les-tilleuls/sessions/2023-05-03.yaml", "status: held\npurpose: choisir un nom\n");
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    let (out, err, status) = repo.council("commit");
    assert_eq!((out.as_str(), status), ("les-tilleuls : séance du 10 mai 2023, séance du 3 mai 2023 modifiée\n", 0));
    assert_eq!(err, format!("1 relevé écrit.\n{NEXT}"));
    assert!(repo.text("les-tilleuls/minutes/2023-05-03.md").contains("choisir un nom"));
    assert!(!repo.record.join("les-tilleuls/minutes/2023-05-10.md").exists(), "nobody asked for these");
    assert_eq!(repo.git("status --porcelain"), "");
    // All councils' minutes are made with the landlord's template.
    repo.put("templates/minutes.md", "Notre relevé\n");
    let (out, _, _) = repo.council("commit");
    assert_eq!(out, "modèle de document ajouté, les-tilleuls : relevé du 3 mai 2023 mis à jo…\n");
    assert!(repo.text("les-tilleuls/minutes/2023-05-03.md").starts_with("Notre relevé"));
}

#[test]
fn approved_minutes_are_left_alone() {
    for hash in ["", "\n    text: sha256:0\n    session: sha256:0"] {
        let repo = Repo::new();
        repo.council("minutes les-tilleuls");
        repo.put("les-tilleuls/minutes/2023-05-03.md", "Ce qui fut approuvé\n");
        repo.git("add .");
        repo.git("commit --quiet -m relevé");
        repo.put("les-tilleuls/sessions/2023-05-10.yaml", &format!("{SESSION}approves:\n  2023-05-03:{hash}\n"));
        if hash.is_empty() {
            assert_eq!(commit(&repo), "les-tilleuls : séance du 10 mai 2023, relevé du 3 mai 2023 approuvé");
        } else {
            repo.council("commit");
        }
        assert_eq!(repo.text("les-tilleuls/minutes/2023-05-03.md"), "Ce qui fut approuvé\n");
    }
}

#[test]
fn git_must_know_who_commits() {
    let repo = Repo::new();
    repo.settings("[user]\n\tuseConfigOnly = true\n");
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    let output = repo.council_command(&["commit"]).env_remove("GIT_AUTHOR_NAME").output().unwrap();
    let (out, err, status) = super::repo::said(&output);
    assert_eq!((out.as_str(), status), ("", 3));
    assert_eq!(
        err,
        "erreur : git ne sait pas qui vous êtes : dites-le-lui une fois par git config --global user.name \
         \"Prénom Nom\" et git config --global user.email \"adresse@exemple.fr\", puis recommencez\n"
    );
    assert_eq!(repo.git("status --porcelain"), "?? les-tilleuls/sessions/2023-05-10.yaml\n");
}

#[cfg(unix)]
#[test]
fn a_hook_that_refuses_is_heard_and_all_stays_as_it_was() {
    let repo = Repo::new();
    repo.put("notes.txt.md", "x\n");
    repo.remove("notes.txt.md");
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    repo.append("les-tilleuls/plan.yaml", "# relu\n");
    put(&repo.root.join(".hidden"), "x\n");
    repo.git("add .hidden les-tilleuls/plan.yaml");
    let before = repo.git("status --porcelain");
    repo.hook("pre-commit", "echo 'pas le vendredi' >&2; exit 1");
    let (out, err, status) = repo.council("commit");
    assert_eq!((out.as_str(), status), ("", 3));
    assert_eq!(
        err,
        "pas le vendredi\nerreur : git a refusé d'enregistrer, et rien n'est changé ; la raison est ci-dessus\n"
    );
    assert_eq!(repo.git("status --porcelain"), before);
    repo.hook("pre-commit", "echo \"bon $(basename \"$HOME\")\" >&2");
    let (_, err, status) = repo.council("commit");
    assert!(err.starts_with("bon ") && status == 0, "{err}");
    assert_eq!(repo.git("status --porcelain"), "A  .hidden\n");
}

#[test]
fn a_detached_head_or_something_under_way_is_refused() {
    let repo = Repo::new();
    repo.put("les-tilleuls/plan.yaml", &PLAN.replace("bancs en", "bancs\u{a0}en"));
    repo.git("commit --quiet -a -m un");
    repo.git("checkout --quiet -b autre HEAD~1");
    repo.put("les-tilleuls/plan.yaml", &PLAN.replace("bancs en", "bancs, en"));
    repo.git("commit --quiet -a -m deux");
    let refused = |words: &str| {
        for command in ["commit", "sync"] {
            let (out, err, status) = repo.council(command);
            assert_eq!((out.as_str(), status), ("", 3));
            assert!(err.starts_with("erreur : ") && err.contains(words) && err.lines().count() == 1, "{err}");
        }
    };
    for (command, end) in [("rebase", "--abort"), ("cherry-pick", "--abort"), ("revert", "--abort")] {
        assert!(
            !repo.try_git(&format!("{command} --no-edit main").replace("rebase --no-edit", "rebase")).status.success()
        );
        refused(&format!("git {command}, n'est pas terminée : terminez-la, ou abandonnez-la par git {command} {end}"));
        repo.git(&format!("{command} {end}"));
    }
    repo.git("bisect start");
    refused("git bisect reset");
    repo.git("bisect reset");
    repo.git("checkout --quiet --detach");
    refused("revenez d'abord à la branche, par exemple par git switch main");
    repo.git("checkout --quiet autre");
    assert_eq!(repo.council("commit").2, 0);
}

#[test]
fn a_merge_is_completed_once_nothing_is_in_conflict() {
    let repo = Repo::below("registre");
    let change = |title: &str| {
        repo.put("les-tilleuls/plan.yaml", &PLAN.replace("Remettre les bancs en état", title));
        put(&repo.root.join("ailleurs.txt"), title);
        repo.git("add --all .");
        repo.git("commit --quiet -m x");
    };
    repo.git("checkout --quiet -b autre");
    change("Réparer les bancs");
    repo.git("checkout --quiet main");
    change("Repeindre les bancs");
    assert!(!repo.try_git("merge autre").status.success());
    let (_, err, status) = repo.council("commit");
    assert_eq!(status, 3);
    assert!(err.contains("hors du registre, deux versions restent à départager dans « ailleurs.txt »"), "{err}");
    put(&repo.root.join("ailleurs.txt"), "les deux\n");
    repo.git("add :/ailleurs.txt");
    let (_, err, status) = repo.council("commit");
    assert!(status == 1 && err.contains("[conflict-markers]"), "{err}");
    repo.put("les-tilleuls/plan.yaml", &PLAN.replace("Remettre", "Réparer et repeindre"));
    let (out, err, status) = repo.council("commit");
    assert_eq!((out.as_str(), err.as_str(), status), ("Mise en commun de deux versions\n", NEXT, 0));
    assert_eq!(repo.git("log -1 --format=%p").split_whitespace().count(), 2);
    assert_eq!(repo.git("status --porcelain"), "");
}

#[test]
fn settings_of_the_user_s_do_not_confuse_it() {
    let repo = Repo::new();
    let template = repo.home().join("message");
    std::fs::write(&template, "Modèle\n").unwrap();
    repo.settings(&format!(
        "[user]\n\tname = Anne\n\temail = anne@example.org\n[color]\n\tui = always\n[core]\n\tautocrlf = true\n\tsafecrlf = true\n\
         \tpager = false\n\tquotepath = true\n[status]\n\tshort = true\n\tbranch = true\n[diff]\n\texternal = false\n\
         \tnoprefix = true\n\trelative = true\n\trenames = copies\n\tautoRefreshIndex = false\n\tmnemonicPrefix = true\n\
         [commit]\n\tverbose = true\n\ttemplate = {}\n\tcleanup = scissors\n[i18n]\n\tcommitEncoding = ISO-8859-1\n\
         \tlogOutputEncoding = ISO-8859-1\n[log]\n\tshowSignature = true\n\tshowRoot = false\n\tdate = relative\n\tdecorate = full\n\
         [merge]\n\tconflictStyle = diff3\n\tff = false\n[pull]\n\trebase = true\n[push]\n\tdefault = nothing\n",
        template.display()
    ));
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", &SESSION.replace('\n', "\r\n"));
    repo.append("les-tilleuls/plan.yaml", "# relu\n");
    // Only looked at, not changed.
    let text = repo.text("landlord.yaml");
    repo.put("landlord.yaml", &text);
    assert_eq!(commit(&repo), "les-tilleuls : séance du 10 mai 2023, plan d'action modifié");
    assert_eq!(repo.committed().len(), 2);
    assert!(repo.git("cat-file commit HEAD").contains("séance du 10"));
    let (out, err, status) = repo.council("log");
    assert!(!out.contains('\u{1b}') && status == 0, "{out}{err}");
    assert!(out.contains("les-tilleuls : séance du 10 mai 2023, plan d'action modifié"), "{out}");
}

#[test]
fn a_commit_that_was_stopped_halfway_is_completed_by_the_next() {
    let repo = Repo::new();
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    // What is left where the process is killed between the two steps.
    repo.git("add --intent-to-add les-tilleuls/sessions/2023-05-10.yaml");
    assert_eq!(commit(&repo), "les-tilleuls : séance du 10 mai 2023");
    assert_eq!(repo.git("status --porcelain"), "");
}

#[test]
fn minutes_that_somebody_left_out_of_date_are_made_anew_even_where_nothing_else_has_changed() {
    let repo = Repo::new();
    assert_eq!(repo.council("minutes --all").2, 0);
    assert_eq!(repo.council("commit").2, 0);
    repo.put("les-tilleuls/sessions/2023-05-03.yaml", &SESSION.replace("faire connaissance", "choisir un nom"));
    repo.git("commit --quiet --all --message autrement");
    let (out, err, status) = repo.council("commit");
    assert_eq!((out.as_str(), status), ("les-tilleuls : relevé du 3 mai 2023 mis à jour\n", 0));
    assert_eq!(err, format!("1 relevé écrit.\n{NEXT}"));
    assert!(repo.text("les-tilleuls/minutes/2023-05-03.md").contains("choisir un nom"));
    assert_eq!(repo.council("minutes --all --check").2, 0);
}
