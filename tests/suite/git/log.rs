//! `log`: the history as sentences, whoever wrote it and however.

use super::Repo;
use super::repo::{ODD_FOLDER, PLAN, SESSION};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

#[track_caller]
fn log(repo: &Repo, line: &str) -> String {
    let (out, err, status) = repo.council(line);
    assert_eq!((err.as_str(), status), ("", 0));
    out
}

/// Commits everything by plain git, with words that say nothing, on a day.
fn by_hand(repo: &Repo, day: &str) {
    repo.git("add --all .");
    let mut git = repo.command("git", &repo.root);
    git.args(["commit", "--quiet", "-m", "x"]).env("GIT_AUTHOR_DATE", format!("{day}T12:00:00+0200"));
    assert!(git.env("GIT_COMMITTER_DATE", format!("{day}T12:00:00+0200")).output().unwrap().status.success());
}

#[test]
fn the_latest_comes_first_and_a_day_is_said_once() {
    let repo = Repo::new();
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    by_hand(&repo, "2030-04-01");
    repo.append("les-tilleuls/plan.yaml", "    updates:\n      - date: 2023-05-11\n        note: pièces commandées\n");
    repo.put("charter.yaml", "title: Charte\n");
    by_hand(&repo, "2030-04-01");
    repo.append("les-tilleuls/plan.yaml", "      - date: 2023-05-12\n        status: in-progress\n");
    by_hand(&repo, "2030-04-02");
    assert_eq!(
        log(&repo, "log"),
        "mardi 2 avril 2030, Anne\n  les-tilleuls : 1 action commencée\n\n\
         lundi 1er avril 2030, Anne\n  charte ajoutée\n  les-tilleuls : 1 action actualisée\n  \
         les-tilleuls : séance du 10 mai 2023\n\n\
         mercredi 10 mai 2023, Anne\n  nouveau registre\n  le-parc : nouveau conseil\n  \
         les-tilleuls : nouveau conseil, séance du 3 mai 2023, 1 action nouvelle\n"
    );
    assert_eq!(log(&repo, "log --limit 1 --lang en"), "Tuesday 2 April 2030, Anne\n  les-tilleuls: 1 action begun\n");
}

#[test]
fn of_one_council_even_of_one_that_is_gone() {
    let repo = Repo::new();
    std::fs::remove_dir_all(repo.record.join("le-parc")).unwrap();
    by_hand(&repo, "2030-04-01");
    let of_the_park = "lundi 1er avril 2030, Anne\n  le-parc : conseil supprimé\n\n\
                       mercredi 10 mai 2023, Anne\n  le-parc : nouveau conseil\n";
    assert_eq!(log(&repo, "log le-parc"), of_the_park);
    assert!(!log(&repo, "log les-tilleuls").contains("le-parc"));
    let (out, err, status) = repo.council("log les-tileuls");
    assert_eq!((out.as_str(), status), ("", 2));
    assert!(err.contains("vouliez-vous dire « les-tilleuls » ?"), "{err}");
}

#[test]
fn a_merge_is_told_only_for_what_it_did_of_its_own() {
    let repo = Repo::below(ODD_FOLDER);
    repo.git("checkout --quiet -b autre");
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    by_hand(&repo, "2030-04-01");
    repo.git("checkout --quiet main");
    repo.put("le-parc/sessions/2023-05-10.yaml", SESSION);
    by_hand(&repo, "2030-04-02");
    repo.git("merge --quiet --no-edit autre");
    let sentences =
        |told: &str| told.lines().filter(|line| line.starts_with("  ")).map(str::to_owned).collect::<Vec<_>>();
    let told = sentences(&log(&repo, "log"));
    assert_eq!(told[..2], ["  le-parc : séance du 10 mai 2023", "  les-tilleuls : séance du 10 mai 2023"]);
    assert_eq!(told.len(), 5, "{told:?}");
    // Both sides change the plan; the merge settles it, and ends an action that neither has.
    let with = |bench: &str| PLAN.replace("Remettre les bancs en état", bench);
    repo.git("checkout --quiet -b encore");
    repo.put("les-tilleuls/plan.yaml", &with("Repeindre"));
    by_hand(&repo, "2030-04-03");
    repo.git("checkout --quiet main");
    repo.put("les-tilleuls/plan.yaml", &with("Réparer"));
    by_hand(&repo, "2030-04-04");
    assert!(!repo.try_git("merge --no-edit encore").status.success());
    let done = "    updates:\n      - date: 2023-05-11\n        status: done\n";
    repo.put("les-tilleuls/plan.yaml", &format!("{}{done}", with("Réparer et repeindre")));
    repo.git("commit --quiet --no-edit -a");
    let told = sentences(&log(&repo, "log"));
    assert_eq!(
        told[..3],
        [
            "  les-tilleuls : 1 action réalisée",
            "  les-tilleuls : 1 action modifiée",
            "  les-tilleuls : 1 action modifiée"
        ]
    );
}

#[test]
fn what_cannot_be_read_and_what_is_not_the_record_s_is_put_up_with() {
    let repo = Repo::new();
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", ": ]\n");
    repo.put("les-tilleuls/plan.yaml", "actions: [\n");
    by_hand(&repo, "2030-04-01");
    repo.put("notes.txt", "x\n");
    by_hand(&repo, "2030-04-02");
    std::fs::write(repo.record.join("les-tilleuls/plan.yaml"), b"\xff\xfe\x00").unwrap();
    repo.put("README.md", "x\n");
    by_hand(&repo, "2030-04-03");
    repo.put("les-tilleuls/plan.yaml", PLAN);
    repo.put("les-tilleuls/sessions/2023-05-10.yaml", SESSION);
    by_hand(&repo, "2030-04-04");
    repo.put("les-tilleuls/plan.yaml", &PLAN.replace('\n', "\r\n"));
    repo.put("README.md", "y\n");
    by_hand(&repo, "2030-04-05");
    let told = log(&repo, "log --limit 4");
    let sentences: Vec<&str> = told.lines().filter(|line| line.starts_with("  ")).collect();
    assert_eq!(
        sentences,
        [
            "  1 autre fichier",
            "  les-tilleuls : séance du 10 mai 2023 modifiée, plan d'action modifié",
            "  les-tilleuls : plan d'action modifié",
            "  les-tilleuls : séance du 10 mai 2023 modifiée, plan d'action modifié",
        ]
    );
}

#[test]
fn before_the_first_commit_there_is_nothing_to_tell() {
    let repo = Repo::bare_folder("");
    repo.git("init --quiet");
    repo.put("landlord.yaml", "name: x\n");
    let (out, err, status) = repo.council("log");
    assert_eq!((out.as_str(), err.as_str(), status), ("", "L'histoire du registre est encore vide.\n", 0));
}

#[test]
fn a_detached_head_and_something_under_way_do_not_matter() {
    let repo = Repo::new();
    let told = log(&repo, "log");
    repo.git("checkout --quiet --detach");
    assert_eq!(log(&repo, "log"), told);
    repo.git("bisect start");
    assert_eq!(log(&repo, "log"), told);
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_it_quietly() {
    let repo = Repo::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = repo.council_command(&["log"]).stdout(writer).output().unwrap();
    assert_eq!((String::from_utf8_lossy(&output.stderr).as_ref(), output.status.code()), ("", Some(0)));
}

#[test]
fn a_thousand_commits_are_told_at_once() {
    const COMMITS: usize = 1000;
    let repo = Repo::new();
    let mut stream = String::from("feature done\n");
    for number in 1..=COMMITS {
        let mut plan = "actions:\n".to_owned();
        for action in 0..=(number % 40) {
            writeln!(plan, "  a-{action}:\n    title: {number}\n    decided: 2023-05-03").unwrap();
        }
        let (year, month, day) = (2024 + number / 336, number / 28 % 12 + 1, number % 28 + 1);
        let session = format!("les-tilleuls/sessions/{year}-{month:02}-{day:02}.yaml");
        write!(
            stream,
            "commit refs/heads/main\ncommitter Anne <anne@example.org> {} +0000\ndata 1\nx\n{}M 100644 inline les-tilleuls/plan.yaml\n\
             data {}\n{plan}\nM 100644 inline {session}\ndata {}\n{SESSION}\n",
            1_700_000_000 + number * 86_400,
            if number == 1 { "from refs/heads/main^0\n" } else { "" },
            plan.len(),
            SESSION.len()
        )
        .unwrap();
    }
    stream.push_str("done\n");
    let mut import =
        repo.command("git", &repo.root).args(["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn().unwrap();
    import.stdin.take().unwrap().write_all(stream.as_bytes()).unwrap();
    assert!(import.wait().unwrap().success());
    let begun = Instant::now();
    let told = log(&repo, "log");
    let took = begun.elapsed();
    assert_eq!(told.matches(" : séance du ").count(), COMMITS);
    assert!(took < Duration::from_secs(20), "{took:?}");
    let begun = Instant::now();
    log(&repo, "log --limit 3");
    assert!(begun.elapsed() < Duration::from_secs(2), "the rest is not waited for");
}
