//! `sync`: two clones that meet through a bare repository, and all that can be in the way.

use super::Repo;
use super::repo::{PLAN, SESSION, put};

/// Two clones of a shared record.
fn two() -> (Repo, Repo) {
    let anne = Repo::new();
    anne.share();
    let bruno = anne.clone_for("Bruno");
    (anne, bruno)
}

#[track_caller]
fn synced(repo: &Repo, expected: &str) {
    let (out, err, status) = repo.council("sync");
    assert_eq!((out.as_str(), err.as_str(), status), ("", expected, 0));
}

#[track_caller]
fn refused(repo: &Repo, expected: &str) {
    let (out, err, status) = repo.council("sync");
    assert_eq!((out.as_str(), err.as_str(), status), ("", format!("erreur : {expected}\n").as_str(), 3));
}

fn session(repo: &Repo, path: &str) {
    repo.put(path, SESSION);
    assert_eq!(repo.council("commit").2, 0);
}

#[test]
fn what_each_did_comes_to_both() {
    let (anne, bruno) = two();
    synced(&anne, "Déjà à jour : rien à recevoir ni à envoyer.\n");
    session(&anne, "les-tilleuls/sessions/2023-05-10.yaml");
    synced(&anne, "Reçu : 0 enregistrement. Envoyé : 1 enregistrement.\n");
    session(&bruno, "le-parc/sessions/2023-05-10.yaml");
    synced(&bruno, "Reçu : 1 enregistrement. Envoyé : 2 enregistrements.\nEnsuite : council log\n");
    assert_eq!(bruno.message(), "Mise en commun de deux versions");
    // Nothing of one's own: the branch just moves on.
    synced(&anne, "Reçu : 2 enregistrements. Envoyé : 0 enregistrement.\nEnsuite : council log\n");
    assert_eq!(anne.git("rev-parse HEAD"), bruno.git("rev-parse HEAD"));
    assert_eq!(anne.council("check").2, 0);
}

#[test]
fn whatever_the_settings_say_of_pulling() {
    let (anne, bruno) = two();
    anne.settings(
        "[user]\n\tname = Anne\n\temail = anne@example.org\n[pull]\n\trebase = true\n\tff = only\n[merge]\n\tff = only\n\
         \tautoStash = true\n\tlog = true\n[rebase]\n\tautoStash = true\n[core]\n\teditor = false\n[push]\n\tdefault = nothing\n\
         [branch \"main\"]\n\tmergeOptions = --squash\n[color]\n\tui = always\n[fetch]\n\tall = true\n[remote]\n\tpushDefault = x\n",
    );
    session(&anne, "les-tilleuls/sessions/2023-05-10.yaml");
    session(&bruno, "le-parc/sessions/2023-05-10.yaml");
    synced(&bruno, "Reçu : 0 enregistrement. Envoyé : 1 enregistrement.\n");
    synced(&anne, "Reçu : 1 enregistrement. Envoyé : 2 enregistrements.\nEnsuite : council log\n");
    assert_eq!(anne.git("log -1 --format=%p").split_whitespace().count(), 2);
}

#[test]
fn the_first_push_goes_to_the_only_place_there_is() {
    let anne = Repo::new();
    refused(
        &anne,
        "ce registre n'est relié à aucun dépôt partagé : reliez-le par git remote add origin ADRESSE, puis recommencez",
    );
    anne.share();
    anne.git("branch --unset-upstream");
    anne.git("update-ref -d refs/remotes/origin/main");
    synced(&anne, "Déjà à jour : rien à recevoir ni à envoyer.\n");
    assert_eq!(anne.git("rev-parse --abbrev-ref main@{upstream}"), "origin/main\n");
    // An empty one.
    let empty = anne.home().join("empty.git");
    anne.git(&format!("init --quiet --bare -b main {}", empty.display()));
    anne.git("remote remove origin");
    anne.git(&format!("remote add partage {}", empty.display()));
    synced(&anne, "Reçu : 0 enregistrement. Envoyé : 1 enregistrement.\n");
    assert_eq!(anne.git("rev-parse --abbrev-ref main@{upstream}"), "partage/main\n");
    anne.git("branch --unset-upstream");
    anne.git(&format!("remote add autre {}", empty.display()));
    refused(
        &anne,
        "ce registre est relié à plusieurs dépôts, « autre » et « partage » : choisissez-en un par git push \
         --set-upstream DÉPÔT main",
    );
}

#[test]
fn what_is_not_committed_goes_first() {
    let (anne, _) = two();
    anne.append("les-tilleuls/plan.yaml", "# relu\n");
    let words = "des changements du registre ne sont pas encore enregistrés : lancez d'abord council commit";
    refused(&anne, words);
    anne.git("checkout --quiet .");
    anne.put("le-parc/sessions/2023-05-10.yaml", SESSION);
    refused(&anne, words);
    let unborn = Repo::bare_folder("");
    unborn.git("init --quiet");
    unborn.put("landlord.yaml", "name: x\n");
    refused(&unborn, words);
    unborn.put(".gitignore", "*\n");
    refused(&unborn, "rien n'est encore enregistré dans ce registre : lancez d'abord council commit");
}

#[test]
fn the_same_lines_changed_on_both_sides_are_settled_by_hand() {
    let (anne, bruno) = two();
    let retitle = |repo: &Repo, title: &str| {
        repo.put("les-tilleuls/plan.yaml", &PLAN.replace("Remettre les bancs en état", title));
        repo.put("les-tilleuls/council.yaml", &format!("name: {title}\nscope: le quartier\n"));
        assert_eq!(repo.council("commit").2, 0);
    };
    retitle(&anne, "Repeindre les bancs");
    synced(&anne, "Reçu : 0 enregistrement. Envoyé : 1 enregistrement.\n");
    retitle(&bruno, "Réparer les bancs");
    bruno.remove("le-parc/council.yaml");
    std::fs::remove_dir(bruno.record.join("le-parc")).unwrap();
    bruno.council("commit");
    anne.append("le-parc/council.yaml", "# relu\n");
    anne.council("commit");
    anne.council("sync");
    let (out, err, status) = bruno.council("sync");
    assert_eq!((out.as_str(), status), ("", 1));
    assert_eq!(
        err,
        "Rien n'est envoyé : les mêmes lignes ont été changées des deux côtés, dans :\n  \
         le-parc/council.yaml (supprimé d'un côté, changé de l'autre : à garder ou à supprimer)\n  \
         les-tilleuls/council.yaml\n  les-tilleuls/plan.yaml\n\
         Ensuite : ouvrez ces fichiers, gardez ce qui convient et effacez les lignes <<<<<<<, ======= et >>>>>>>, puis \
         council check, council commit et council sync. Pour renoncer : git merge --abort\n"
    );
    refused(
        &bruno,
        "la mise en commun de deux versions n'est pas terminée : corrigez les fichiers, puis lancez council commit ; pour \
         y renoncer : git merge --abort",
    );
    assert_eq!(bruno.council("commit").2, 1, "marks are left");
    bruno.put("les-tilleuls/plan.yaml", &PLAN.replace("Remettre", "Réparer et repeindre"));
    bruno.put("les-tilleuls/council.yaml", "name: Conseil des Tilleuls\nscope: le quartier\n");
    let (out, err, status) = bruno.council("commit");
    assert_eq!((out.as_str(), status), ("Mise en commun de deux versions\n", 0), "{err}");
    synced(&bruno, "Reçu : 0 enregistrement. Envoyé : 3 enregistrements.\n");
    synced(&anne, "Reçu : 3 enregistrements. Envoyé : 0 enregistrement.\nEnsuite : council log\n");
    assert!(anne.text("les-tilleuls/plan.yaml").contains("Réparer et repeindre"));
    assert!(anne.text("le-parc/council.yaml").contains("# relu"));
}

#[test]
fn minutes_in_conflict_are_made_anew() {
    let (anne, bruno) = two();
    anne.council("minutes les-tilleuls");
    anne.council("commit");
    anne.council("sync");
    bruno.council("sync");
    let topics = "topics:\n  - title: Les bancs\n";
    anne.put("les-tilleuls/sessions/2023-05-03.yaml", &format!("{SESSION}{topics}"));
    bruno.put("les-tilleuls/sessions/2023-05-03.yaml", &format!("place: la loge\nkind: diagnosis\n\n\n{SESSION}"));
    // The sessions' files merge by themselves; the minutes, made from each, do not.
    for repo in [&anne, &bruno] {
        repo.council("commit");
        repo.append("les-tilleuls/minutes/2023-05-03.md", &format!("de {}\n", repo.root.display()));
        repo.git("commit --quiet -a -m x");
    }
    anne.council("sync");
    let (_, err, status) = bruno.council("sync");
    assert_eq!(status, 0, "{err}");
    assert!(err.starts_with("1 relevé écrit.\nReçu : 2 enregistrements. Envoyé : 3"), "{err}");
    let minutes = bruno.text("les-tilleuls/minutes/2023-05-03.md");
    assert!(minutes.contains("Les bancs") && !minutes.contains("<<<<<<<"), "{minutes}");
    assert_eq!(bruno.council("minutes les-tilleuls 2023-05-03 --check").2, 0);
    assert_eq!(bruno.git("status --porcelain"), "");
}

#[test]
fn approved_minutes_in_conflict_are_not_made_anew() {
    let (anne, bruno) = two();
    anne.put("les-tilleuls/minutes/2023-05-03.md", "Le relevé\n");
    anne.put("les-tilleuls/sessions/2023-05-10.yaml", &format!("{SESSION}approves:\n  2023-05-03:\n"));
    anne.git("add .");
    anne.git("commit --quiet -m approuvé");
    anne.council("sync");
    bruno.council("sync");
    for repo in [&anne, &bruno] {
        repo.put("les-tilleuls/minutes/2023-05-03.md", &format!("Le relevé de {}\n", repo.root.display()));
        repo.git("commit --quiet -a -m x");
    }
    anne.council("sync");
    let (_, err, status) = bruno.council("sync");
    assert!(err.contains("dans :\n  les-tilleuls/minutes/2023-05-03.md\nEnsuite : ouvrez") && status == 1, "{err}");
    let (_, err, status) = bruno.council("commit");
    assert!(err.contains("deux versions restent à départager dans :\n  les-tilleuls/minutes/2023-05-03.md\n"), "{err}");
    assert_eq!(status, 1);
    bruno.git("merge --abort");
}

#[test]
fn a_record_with_errors_is_not_sent() {
    let (anne, bruno) = two();
    let entry = "  lampes:\n    title: Lampes\n    decided: 2023-05-03\n    owner: landlord\n    due: 2024\n";
    // Each is sound; together they declare the same action twice.
    anne.put("les-tilleuls/plan.yaml", &PLAN.replace("actions:\n", &format!("actions:\n{entry}")));
    bruno.put("les-tilleuls/plan.yaml", &format!("{PLAN}{entry}"));
    for repo in [&anne, &bruno] {
        assert_eq!(repo.council("commit").2, 0);
    }
    anne.council("sync");
    let before = anne.git("--git-dir ../shared.git rev-parse main");
    let (out, err, status) = bruno.council("sync");
    assert_eq!((out.as_str(), status), ("", 1));
    assert!(err.starts_with("erreur[duplicate-key]"), "{err}");
    let end = "Rien n'est envoyé : 1 erreur à corriger.\nEnsuite : corrigez, puis council commit et council sync\n";
    assert!(err.ends_with(end), "{err}");
    assert_eq!(anne.git("--git-dir ../shared.git rev-parse main"), before);
    bruno.put("les-tilleuls/plan.yaml", &format!("{PLAN}{entry}"));
    bruno.council("commit");
    synced(&bruno, "Reçu : 0 enregistrement. Envoyé : 3 enregistrements.\n");
}

#[cfg(unix)]
#[test]
fn somebody_who_pushes_in_between_is_merged_too() {
    let (anne, bruno) = two();
    session(&anne, "les-tilleuls/sessions/2023-05-10.yaml");
    session(&bruno, "le-parc/sessions/2023-05-10.yaml");
    // Just before Bruno's push, Anne's comes in, once.
    bruno.hook(
        "pre-push",
        &format!("mkdir .pushed 2>/dev/null || exit 0\ncd '{}' && git push --quiet", anne.root.display()),
    );
    synced(&bruno, "Reçu : 1 enregistrement. Envoyé : 2 enregistrements.\nEnsuite : council log\n");
    assert_eq!(bruno.git("log -1 --format=%p").split_whitespace().count(), 2);
    // And every time.
    session(&bruno, "le-parc/sessions/2023-05-11.yaml");
    let script = format!("cd '{}' && git commit --quiet --allow-empty -m x && git push --quiet", anne.root.display());
    anne.council("sync");
    bruno.hook("pre-push", &script);
    refused(
        &bruno,
        "d'autres envoient leurs changements au même moment, plusieurs fois de suite : attendez une minute, puis relancez \
         council sync",
    );
}

#[cfg(unix)]
#[test]
fn a_rule_of_the_shared_repository_is_heard() {
    use std::os::unix::fs::PermissionsExt as _;
    let (anne, _) = two();
    session(&anne, "les-tilleuls/sessions/2023-05-10.yaml");
    let hook = anne.shared().join("hooks/pre-receive");
    put(&hook, "#!/bin/sh\necho 'branche gardée' >&2\nexit 1\n");
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    let (_, err, status) = anne.council("sync");
    assert_eq!(status, 3);
    assert_eq!(err, "branche gardée\nerreur : l'envoi vers « origin » a été refusé ; la raison est ci-dessus\n");
}

#[test]
fn a_shared_repository_that_cannot_be_asked() {
    let (anne, _) = two();
    anne.git("remote set-url origin /nulle/part.git");
    refused(&anne, "le dépôt partagé « origin » est introuvable : vérifiez son adresse par git remote get-url origin");
    anne.git("remote set-url origin http://127.0.0.1:9/x.git");
    refused(
        &anne,
        "le dépôt partagé « origin » ne répond pas : vérifiez votre connexion, puis recommencez ; rien n'est perdu",
    );
    anne.git("remote set-url origin ssh://nobody@127.0.0.1:9/x.git");
    assert_eq!(anne.council("sync").2, 3);
    let other = Repo::new();
    other.share();
    anne.git(&format!("remote set-url origin {}", other.shared().display()));
    other.append("landlord.yaml", "# autre\n");
    other.git("commit --quiet --amend -a -m autre");
    other.git("push --quiet --force");
    refused(
        &anne,
        "le dépôt partagé « origin » contient un autre registre, sans rien de commun avec celui-ci : vérifiez son adresse \
         par git remote get-url origin",
    );
}

#[test]
fn other_files_that_are_not_committed_are_left_alone_or_named() {
    let (anne, bruno) = two();
    put(&anne.root.join(".notes"), "x\n");
    anne.git("add .notes");
    anne.git("commit --quiet -m notes");
    anne.council("sync");
    put(&bruno.root.join(".notes"), "à moi\n");
    refused(
        &bruno,
        "la mise en commun effacerait des changements qui ne sont pas enregistrés dans « .notes » : enregistrez-les par git \
         commit, ou mettez-les de côté, puis recommencez",
    );
    assert_eq!(bruno.text(".notes"), "à moi\n");
    std::fs::rename(bruno.root.join(".notes"), bruno.root.join(".autres")).unwrap();
    synced(&bruno, "Reçu : 1 enregistrement. Envoyé : 0 enregistrement.\nEnsuite : council log\n");
    assert_eq!(bruno.text(".autres"), "à moi\n");
}

/// Two clones in which each has said something of the plan and committed it.
fn two_plans(one: &str, other: &str) -> (Repo, Repo) {
    let (anne, bruno) = two();
    for (repo, line) in [(&anne, one), (&bruno, other)] {
        let said = repo.council(line);
        assert_eq!(said.2, 0, "{said:?}");
        assert_eq!(repo.council("commit").2, 0);
    }
    synced(&anne, "Reçu : 0 enregistrement. Envoyé : 1 enregistrement.\n");
    (anne, bruno)
}

#[test]
fn two_new_actions_in_one_place_are_both_kept_whole() {
    let add = |id: &str| format!("action add les-tilleuls {id} --title {id} --owner landlord --due 2024");
    let (_, bruno) = two_plans(&add("caves-a"), &add("caves-b"));
    synced(&bruno, "Reçu : 1 enregistrement. Envoyé : 2 enregistrements.\nEnsuite : council log\n");
    let plan = bruno.text("les-tilleuls/plan.yaml");
    for id in ["caves-a", "caves-b"] {
        let whole = format!("  {id}:\n    title: {id}\n    decided: 2023-05-03\n    owner: landlord\n    due: 2024\n");
        assert!(plan.contains(&whole), "{plan}");
    }
    assert_eq!(bruno.council("check").2, 0);
}

#[test]
fn two_updates_of_one_action_stand_in_the_order_of_their_days() {
    let update = |day: &str| format!("action update les-tilleuls bancs --note noté-le-{day} --date {day}");
    let (_, bruno) = two_plans(&update("2023-05-14"), &update("2023-05-12"));
    synced(&bruno, "Reçu : 1 enregistrement. Envoyé : 2 enregistrements.\nEnsuite : council log\n");
    let plan = bruno.text("les-tilleuls/plan.yaml");
    assert!(plan.find("noté-le-2023-05-12").unwrap() < plan.find("noté-le-2023-05-14").unwrap(), "{plan}");
    assert_eq!(bruno.council("check").2, 0);
}

#[test]
fn what_two_people_say_otherwise_is_left_to_them_with_both_sides_whole() {
    let title = |title: &str| format!("action update les-tilleuls bancs --title {title} --review 2023-09");
    let (_, bruno) = two_plans(&title("Bancs-neufs"), &title("Bancs-peints"));
    let (_, err, status) = bruno.council("sync");
    assert_eq!(status, 1, "{err}");
    assert!(err.starts_with("Rien n'est envoyé : les mêmes lignes ont été changées des deux côtés"), "{err}");
    let plan = bruno.text("les-tilleuls/plan.yaml");
    assert!(!plan.contains("|||||||"), "{plan}");
    assert!(plan.contains("Bancs-neufs") && plan.contains("Bancs-peints"), "{plan}");
}

#[test]
fn sides_that_end_alike_are_left_whole_too() {
    let (anne, bruno) = two();
    let edit = |repo: &Repo, text: &str| {
        repo.append(
            "les-tilleuls/sessions/2023-05-03.yaml",
            &format!("topics:\n  - title: {text}\n    axis:\n    discussion: dit\n"),
        );
        assert_eq!(repo.council("commit").2, 0);
    };
    edit(&anne, "Caves");
    edit(&bruno, "Vélos");
    synced(&anne, "Reçu : 0 enregistrement. Envoyé : 1 enregistrement.\n");
    assert_eq!(bruno.council("sync").2, 1);
    let text = bruno.text("les-tilleuls/sessions/2023-05-03.yaml");
    assert_eq!(text.matches("discussion: dit").count(), 2, "{text}");
}

#[test]
fn minutes_that_two_versions_make_say_otherwise_are_made_anew_and_sent() {
    let (anne, bruno) = two();
    let held = |repo: &Repo, day: &str| {
        repo.put(&format!("les-tilleuls/sessions/{day}.yaml"), SESSION);
        assert_eq!(repo.council(&format!("minutes les-tilleuls {day}")).2, 0);
        assert_eq!(repo.council("commit").2, 0);
    };
    held(&anne, "2023-05-14");
    held(&bruno, "2023-05-10");
    synced(&anne, "Reçu : 0 enregistrement. Envoyé : 1 enregistrement.\n");
    assert!(anne.text("les-tilleuls/minutes/2023-05-14.md").contains("la 2e fois"));
    synced(&bruno, "1 relevé écrit.\nReçu : 1 enregistrement. Envoyé : 3 enregistrements.\nEnsuite : council log\n");
    assert!(bruno.text("les-tilleuls/minutes/2023-05-14.md").contains("la 3e fois"));
    assert_eq!(bruno.council("minutes --all --check").2, 1, "the first session has none");
    assert_eq!(bruno.git("status --porcelain"), "");
}

#[cfg(unix)]
#[test]
fn a_hook_that_writes_into_the_record_is_not_waited_for_for_ever() {
    let (anne, bruno) = two();
    session(&anne, "les-tilleuls/sessions/2023-05-10.yaml");
    synced(&anne, "Reçu : 0 enregistrement. Envoyé : 1 enregistrement.\n");
    session(&bruno, "le-parc/sessions/2023-05-10.yaml");
    bruno.hook("post-merge", "council minutes --all >&2");
    let (_, err, status) = bruno.council("sync");
    assert_eq!(status, 0, "{err}");
    assert!(bruno.record.join("le-parc/minutes/2023-05-10.md").exists(), "{err}");
}
