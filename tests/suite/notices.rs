//! The notice for the hall: what it chooses, and that it stands on one page whatever the record.

use super::example::{council, example, project};
use super::rules::copy_folder;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::fmt::Write as _;
use std::path::Path;

/// The notice of the only council of a record, or of the one named.
fn notice(record: &Path, args: &[&str]) -> String {
    let output = council(record, &[&["notice", "--stdout"], args].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A record of one council of these files, each a path below its folder and its text.
fn record(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    std::fs::write(root.path().join("landlord.yaml"), "name: Bailleur\n").unwrap();
    for (path, text) in [("council.yaml", "name: Conseil\n")].iter().chain(files) {
        let path = root.path().join("c").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    root
}

/// How many lines of ninety characters a page takes: its texts without their marks, parted between words, and a blank
/// line before each heading.
fn lines_of_a_page(markdown: &str) -> usize {
    let mut lines = 0;
    for line in markdown.lines().filter(|line| !line.is_empty()) {
        let text = line.replace("**", "").replace('\u{a0}', "x");
        lines += usize::from(line.starts_with("## "));
        let mut left = 0_usize;
        for word in text.trim_start_matches(['#', ' ']).split(' ') {
            let length = word.chars().count();
            if left > length {
                left -= length + 1;
            } else {
                lines += 1;
                left = 90_usize.saturating_sub(length);
            }
        }
    }
    lines
}

#[test]
fn notices_of_the_example_say_what_was_chosen() {
    let assert = Assert::new().action_env("SNAPSHOTS");
    for (name, args) in [
        ("les-tilleuls", &["les-tilleuls"][..]),
        ("les-tilleuls.en", &["les-tilleuls", "--lang", "en"]),
        ("les-tilleuls-2022-12-31", &["les-tilleuls", "--as-of", "2022-12-31"]),
        ("le-parc", &["le-parc"]),
        ("ccl", &["ccl"]),
        ("jean-moulin", &["jean-moulin"]),
    ] {
        let golden = project().join(format!("tests/documents/notice/{name}.md"));
        assert.eq(notice(&example(), args), Data::read_from(&golden, Some(DataFormat::Text)).raw());
    }
}

#[test]
fn a_notice_of_the_example_stands_on_a_page_on_any_day() {
    for council in ["les-tilleuls", "le-parc", "ccl", "jean-moulin", "copilotage"] {
        for day in ["2019-12-31", "2021-12-31", "2022-12-31", "2023-06-30", "2023-12-31", "2024-03-15"] {
            let text = notice(&example(), &[council, "--as-of", day]);
            assert!(lines_of_a_page(&text) <= 45, "{} lines:\n{text}", lines_of_a_page(&text));
        }
    }
}

/// A council whose plan has a hundred actions of long words of each sort: done, refused, late, with works.
fn long_record() -> tempfile::TempDir {
    let long =
        "Réaménager entièrement les abords du bâtiment principal avec toutes les entreprises concernées ".repeat(3);
    let long = long.trim_end();
    let mut plan = String::from("axes:\n  a:\n    title: A\n    answers:\n      - 2023-01-10/f\nactions:\n");
    for number in 0..200 {
        let (status, note) = [("done", ""), ("declined", long), ("in-progress", ""), ("on-hold", "")][number % 4];
        write!(
            plan,
            "  n{number}:\n    title: \"{number} {long}\"\n    decided: 2023-02-10\n    axis: a\n    owner:\n      \
             - g\n      - h\n    \
             due: 2023-10-12\n    due_note: {long}\n    works:\n      from: 2024-04-15\n      to: 2024-W18\n    \
             updates:\n      \
             - date: 2024-03-01\n        status: {status}\n        note: n {note}\n"
        )
        .unwrap();
    }
    let council = format!("name: Conseil de Résidents\ngroups:\n  g:\n    name: {long}\n  h:\n    name: {long}\n");
    let session = format!(
        "status: held\ndiagnosis:\n  weaknesses:\n    f: {long}\ntopics:\n  - title: T\n    outcomes:\n      \
         - decision: {long}\n        \
         result: rejected\n        votes:\n          for: 1\n          against: 2\nnext:\n  date: 2024-04-15\n  \
         time: 18:30\n  place: {long}\n  \
         to_confirm:\n    - time\n    - place\n"
    );
    let root = record(&[
        ("council.yaml", &council),
        ("plan.yaml", &plan),
        ("sessions/2023-01-10.yaml", &session),
        ("sessions/2023-02-10.yaml", &session),
    ]);
    let contact = "contact:\n  phone: 01 99 00 12 34\n  \
        hours: du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h\n  mail: accueil@bailleur.example\n";
    std::fs::write(root.path().join("landlord.yaml"), format!("name: Bailleur\n{contact}")).unwrap();
    root
}

#[test]
fn two_hundred_long_actions_stand_on_a_page() {
    let root = long_record();
    for language in ["fr", "en"] {
        let text = notice(root.path(), &["--lang", language]);
        assert!(lines_of_a_page(&text) <= 45, "{} lines:\n{text}", lines_of_a_page(&text));
        assert!(lines_of_a_page(&text) >= 35, "every section is full:\n{text}");
    }
    // 50 of 200 are done, of which 3 are told; 50 refused and a decision of February, the last of two sessions, since
    // January; 50 late and 50 on hold, of which 5; 100 works that are not over, of which 3.
    let text = notice(root.path(), &[]);
    for more in ["et 47 autres", "et 49 autres", "et 95 autres", "et 97 autres"] {
        assert!(text.contains(&format!("- {more}, dans les relevés de discussions\n")), "{more} in\n{text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 190), "{text}");
}

#[test]
fn what_residents_said_is_their_own_point_else_the_last_findings_of_the_axis() {
    let said = |asked_by: &str, answers: &str| {
        let session =
            format!("status: held\ntopics:\n  - title: Un point\n{asked_by}    outcomes:\n      - action: a\n");
        let first = "status: held\ndiagnosis:\n  strengths:\n    s: la vue\n  weaknesses:\n    f: le bruit\n    \
            g: le froid\n    h: le noir\n";
        let plan = format!(
            "axes:\n  x:\n    title: X\n{answers}actions:\n  a:\n    title: Agir\n    decided: 2024-02-01\n    \
             axis: x\n    updates:\n      - \
             date: 2024-03-01\n        happened: 2024-02\n        status: done\n"
        );
        let council = "name: Conseil\nmembers:\n  r:\n    role: resident\n  l:\n    role: landlord\n";
        let root = record(&[
            ("council.yaml", council),
            ("plan.yaml", &plan),
            ("sessions/2023-01-10.yaml", first),
            ("sessions/2024-02-01.yaml", &session),
            ("sessions/2024-03-14.yaml", "status: held\ndiagnosis:\n  weaknesses:\n    k: plus tard\n"),
        ]);
        let text = notice(root.path(), &[]).replace('\u{a0}', " ");
        text.lines().find(|line| line.contains("Agir")).unwrap().to_owned()
    };
    let findings = "    answers:\n      - 2023-01-10/s\n      - 2023-01-10/f\n      - 2023-01-10/g\n      \
        - 2023-01-10/h\n      - 2024-03-14/k\n";
    for asker in ["residents", "r"] {
        assert_eq!(said(&format!("    asked_by: {asker}\n"), findings), "- Un point : **Agir** (février 2024)");
    }
    for asker in ["    asked_by: landlord\n", "    asked_by: l\n", ""] {
        assert_eq!(said(asker, findings), "- Le bruit ; le froid : **Agir** (février 2024)", "{asker}");
        assert_eq!(said(asker, ""), "- **Agir** (février 2024)", "{asker}");
    }
}

#[test]
fn only_what_ended_since_the_last_three_sessions_is_told() {
    let plan = "actions:\n  old:\n    title: Ancienne\n    decided: 2023-01-01\n    updates:\n      \
        - date: 2023-02-01\n        status: done\n  \
        new:\n    title: Récente\n    decided: 2023-01-01\n    updates:\n      - date: 2023-02-02\n        \
        status: done\n  future:\n    \
        title: Future\n    decided: 2023-01-01\n    updates:\n      - date: 2024-03-16\n        \
        status: dropped\n        note: n\n";
    let held = "status: held\n";
    let root = record(&[
        ("plan.yaml", plan),
        ("sessions/2023-01-01.yaml", held),
        ("sessions/2023-02-01.yaml", held),
        ("sessions/2023-03-01.yaml", held),
        ("sessions/2023-04-01.yaml", held),
        ("sessions/2024-04-01.yaml", held),
    ]);
    let text = notice(root.path(), &[]);
    assert!(text.contains("depuis la séance du 1er février 2023"), "{text}");
    assert!(!text.contains("Ancienne"), "recorded that very day, it was told at that session: {text}");
    assert!(text.contains("**Récente** (2 février 2023)"), "{text}");
    assert!(text.contains("- **Future**\u{a0}: personne encore"), "dropped tomorrow: {text}");
}

#[test]
fn the_next_session_is_the_one_planned_else_the_one_announced() {
    let announced = "status: held\nnext:\n  - date: 2024-04-01\n    council: autre\n  - date: 2024-04\n    \
        time: 18h30\n    place: la loge\n    to_confirm:\n      - date\n      - place\n";
    let next = |others: &[(&str, &str)]| {
        let own = [("sessions/2024-02-01.yaml", announced), ("../autre/council.yaml", "name: Autre\n")];
        let files = [&own, others].concat();
        let text = notice(record(&files).path(), &["c"]).replace('\u{a0}', " ");
        text.split_once("## Prochaine séance\n\n").map(|(_, rest)| rest.trim_end().to_owned())
    };
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(next(&[]), said("Avril 2024 à 18 h 30, la loge (date à confirmer, lieu à confirmer)"));
    let planned = ("sessions/2024-04-09.yaml", "status: planned\n");
    assert_eq!(next(&[planned]), said("Mardi 9 avril 2024 à 18 h 30, la loge (lieu à confirmer)"));
    let full = ("sessions/2024-04-09.yaml", "status: planned\ntime: 17:00\nplace: le local\n");
    assert_eq!(next(&[full]), said("Mardi 9 avril 2024 à 17 h, le local"));
    let moved = ("sessions/2024-05-02.yaml", "status: planned\n");
    assert_eq!(next(&[moved]), said("Jeudi 2 mai 2024"), "what was announced for April says nothing of May");
    let cancelled = ("sessions/2024-04-09.yaml", "status: cancelled\nreason: neige\n");
    assert_eq!(next(&[cancelled]), None);
    assert_eq!(next(&[cancelled, moved]), said("Jeudi 2 mai 2024"));
    let past = ("sessions/2024-03-14.yaml", "status: planned\n");
    assert_eq!(next(&[past]), next(&[]), "yesterday is not to come");
    let today = ("sessions/2024-03-15.yaml", "status: planned\n");
    assert_eq!(next(&[today]), said("Vendredi 15 mars 2024"));
}

#[test]
fn a_sparse_record_gives_a_short_notice() {
    let root = record(&[]);
    assert_eq!(notice(root.path(), &[]), "# Conseil\n\nBailleur, le 15 mars 2024\n");
    assert_eq!(notice(root.path(), &["--lang", "en"]), "# Conseil\n\nBailleur, 15 March 2024\n");
}

#[test]
fn whom_to_call_is_the_unit_else_the_landlord() {
    let root = record(&[("council.yaml", "name: Conseil\nunit: u\n")]);
    let landlord = |text: &str| std::fs::write(root.path().join("landlord.yaml"), text).unwrap();
    landlord(
        "name: Bailleur\ncontact:\n  phone: 01 99 00 00 01\nunits:\n  u:\n    name: Unité\n    contact:\n      \
         mail: u@b.example\n",
    );
    assert!(notice(root.path(), &[]).ends_with("\n\nUnité, u@b.example\n"));
    landlord("name: Bailleur\ncontact:\n  phone: 01 99 00 00 01\nunits:\n  u:\n    name: Unité\n    contact:\n");
    assert!(notice(root.path(), &[]).ends_with("\n\nBailleur, 01 99 00 00 01\n"));
}

#[test]
fn a_name_is_on_the_notice_only_with_consent_to_minutes() {
    let named = |uses: &str| {
        let council = format!(
            "name: Conseil\nmembers:\n  r:\n    role: resident\n    # council: allow name-without-consent\n    \
             name: Mme D.\n    consent:\n      \
             given: 2023-01-01\n{uses}"
        );
        let plan = "actions:\n  a:\n    title: Agir\n    decided: 2024-02-01\n    owner: r\n";
        let root =
            record(&[("council.yaml", &council), ("plan.yaml", plan), ("sessions/2024-02-01.yaml", "status: held\n")]);
        notice(root.path(), &[])
    };
    assert!(named("      for:\n        - minutes\n").contains("**Agir**\u{a0}: Mme D."));
    for uses in [
        "      for:\n        - report\n        - site\n",
        "      withdrawn: 2024-01-01\n      for:\n        - minutes\n",
        "",
    ] {
        let text = named(uses);
        assert!(text.contains("**Agir**\u{a0}: un résident") && !text.contains("Mme D."), "{text}");
    }
}

#[test]
fn the_notice_is_written_where_git_does_not_look_and_says_what_comes_next() {
    let root = tempfile::tempdir().unwrap();
    copy_folder(&example(), root.path());
    let output = council(root.path(), &["notice", "le-parc", "--as-of", "2024-03-14"]);
    assert!(output.status.success());
    let path = root.path().join("out/le-parc/notice-2024-03-14.md");
    assert!(String::from_utf8_lossy(&output.stdout).trim_end().ends_with("out/le-parc/notice-2024-03-14.md"));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("Ensuite\u{a0}:"));
    assert_eq!(std::fs::read_to_string(path).unwrap(), notice(root.path(), &["le-parc", "--as-of", "2024-03-14"]));
    let which = council(root.path(), &["notice"]);
    assert_eq!(which.status.code(), Some(2), "{}", String::from_utf8_lossy(&which.stderr));
}

#[test]
fn the_landlords_own_template_is_used_and_its_slips_are_told() {
    let root = tempfile::tempdir().unwrap();
    copy_folder(&example(), root.path());
    let own = |text: &str| {
        std::fs::create_dir_all(root.path().join("templates")).unwrap();
        std::fs::write(root.path().join("templates/notice.md"), text).unwrap();
    };
    own("{% for task in tasks %}\n- {{ task.title }}\n{% endfor %}\n");
    assert_eq!(notice(root.path(), &["ccl"]), "- Joindre le calcul au courrier de régularisation\n");
    own("# {{ council.name }}\n{% for action in done %}\n{{ action.sad }}\n{% endfor %}\n");
    let refused = council(root.path(), &["notice", "ccl"]);
    let said = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said.contains("templates/notice.md:3:4") && said.contains("action.said"), "{said}");
    assert!(!root.path().join("out").exists());
    assert!(council(root.path(), &["minutes", "ccl", "--stdout"]).status.success(), "minutes have their own template");
}
