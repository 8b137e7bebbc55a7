//! Scaffolds: every key of the model has its line, every example reads, a fresh file is free of problems; what `init`
//! makes of a folder; the user's editor.

use council::check::{Scope, check};
use council::document::{Template, minutes};
use council::model::{Council, Date, DocumentKind, Id, Landlord, Language, Reason, Session, SessionId, Survey, Text};
use council::record::Record;
use council::scaffold::{self, NewCouncil};
use council::store::Store;
use council::yaml::{FaultKind, read};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const DAY: &str = "2023-09-12";

/// A record in which texts hold all that has a meaning of its own in a file.
const TRICKY: &str = "Les \"Tilleuls\" : été #12, 'nord' \\ & co";

fn day() -> Date {
    DAY.parse().unwrap()
}

fn session() -> SessionId {
    DAY.parse().unwrap()
}

fn put(home: &TempDir, path: &str, text: &str) {
    let place = home.path().join(path);
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(place, text).unwrap();
}

fn record(home: &TempDir) -> Record {
    Record::open(Store::open(home.path().to_owned()))
}

/// A record that knows nothing but names.
fn bare(language: Language) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    put(&home, "landlord.yaml", &format!("name: X\nlanguage: {language}\n"));
    put(&home, "les-tilleuls/council.yaml", "name: Conseil des Tilleuls\n");
    home
}

/// A record in which each thing that a scaffold may take up is there, under a tricky name.
fn full(language: Language) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let name = council::yaml::quoted(TRICKY);
    put(
        &home,
        "landlord.yaml",
        &format!(
            "name: {name}\nlanguage: {language}\nunits:\n  ug-nord:\n    name: {name}\nresidences:\n  les-tilleuls:\n    \
             name: {name}\n    dwellings: 120\n    unit: ug-nord\n    representation: none\nassociations:\n  clcv:\n    \
             name: {name}\npartners:\n  mairie:\n    name: {name}\nquestions:\n  overall:\n    text: {name}\n  \
             membres:\n    text: {name}\n    asked: members\nmobilisation:\n  affichage:\n    name: {name}\n"
        ),
    );
    put(
        &home,
        "les-tilleuls/council.yaml",
        &format!(
            "name: {name}\nresidence: les-tilleuls\npartners:\n  - mairie\nmembers:\n  r1:\n    role: resident\n    \
             name: {name}\n    consent:\n      given: 2023-01-01\n      for:\n        - minutes\n    association: clcv\n    \
             position: chair\n  r2:\n    role: resident\n    mandates:\n      - since: 2020\n        until: 2021\n"
        ),
    );
    put(
        &home,
        "les-tilleuls/plan.yaml",
        &format!(
            "axes:\n  calme:\n    title: {name}\n    answers:\n      - 2023-05-10/bruit\nactions:\n  banc:\n    title: \
             {name}\n    decided: 2023-05-10\n    axis: calme\n    owner: ug-nord\n    due: 2023-12\n    review: 2023-09\n"
        ),
    );
    put(
        &home,
        "les-tilleuls/sessions/2023-05-10.yaml",
        &format!(
            "status: held\nplace: {name}\ndiagnosis:\n  weaknesses:\n    bruit: {name}\ntopics:\n  - title: {name}\n    \
             outcomes:\n      - postponed: next\n      - action: banc\nnext:\n  date: 2023-09-12\n  place: {name}\n  \
             time: 18:30\n"
        ),
    );
    home
}

fn records() -> Vec<TempDir> {
    let languages = [Language::French, Language::English];
    languages.into_iter().flat_map(|language| [bare(language), full(language)]).collect()
}

fn new_council(record: &Record) -> String {
    let id = Id::new("les-tilleuls").unwrap();
    scaffold::council(record, &NewCouncil { id: &id, name: None, residences: &[], unit: None, reasons: &[] })
}

fn new_session(record: &Record) -> String {
    scaffold::session(record, &record.council(&Id::new("les-tilleuls").unwrap()), session())
}

fn new_survey(record: &Record) -> String {
    scaffold::survey(record, &record.council(&Id::new("les-tilleuls").unwrap()), "2023-10".parse().unwrap())
}

/// The scaffold with each example and proposal taken out of its comment.
fn uncommented(text: &str) -> String {
    let mut result = String::new();
    for line in text.lines() {
        let indent = &line[..line.len() - line.trim_start().len()];
        let inner = line.trim_start().strip_prefix("# ").filter(|inner| is_field(inner));
        result.push_str(&inner.map_or_else(|| line.to_owned(), |inner| format!("{indent}{inner}")));
        result.push('\n');
    }
    result
}

/// Says whether a comment is an example rather than prose: a key, an item, or something below one.
fn is_field(comment: &str) -> bool {
    let content = comment.trim_start_matches("- ");
    let key = content.split(':').next().unwrap_or_default();
    let is_key = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_/".contains(letter);
    let after = content.get(key.len()..).unwrap_or_default();
    let has_key = !key.is_empty() && key.chars().all(is_key) && (after == ":" || after.starts_with(": "));
    let is_for_editors = key == "yaml-language-server";
    (has_key && !is_for_editors) || comment.starts_with("- ") || comment.starts_with("  ")
}

#[track_caller]
fn assert_reads<T: DeserializeOwned>(text: &str) -> T {
    let reading = read::<T>(text.as_bytes());
    assert!(reading.faults.is_empty(), "{:#?}\n{text}", reading.faults);
    reading.value.unwrap()
}

#[test]
fn every_scaffold_reads_and_so_do_its_examples() {
    for language in [Language::French, Language::English] {
        let text = scaffold::landlord(language);
        assert_reads::<Landlord>(&text);
        let full: Landlord = assert_reads(&uncommented(&text));
        assert!(full.residences.len() == 1 && full.mobilisation.len() == 1 && full.contact.is_some());
    }
    for home in records() {
        let record = record(&home);
        assert_reads::<Council>(&new_council(&record));
        let full: Council = assert_reads(&uncommented(&new_council(&record)));
        assert!(full.closed.is_some() && full.members.len() == 2 && full.reasons.len() == 4);
        assert_reads::<Session>(&new_session(&record));
        let full: Session = assert_reads(&uncommented(&new_session(&record)));
        assert!(!full.attendance.unwrap().present.is_empty() && !full.topics.is_empty() && full.next.len() == 1);
        assert_reads::<Survey>(&new_survey(&record));
        let full: Survey = assert_reads(&uncommented(&new_survey(&record)));
        assert!(!full.answers.is_empty() && full.reported.len() == 1);
    }
}

#[test]
fn what_is_known_is_filled_in_whatever_the_texts_hold() {
    for language in [Language::French, Language::English] {
        let home = full(language);
        let record = record(&home);
        let council: Council = assert_reads(&new_council(&record));
        assert!(council.name.ends_with(TRICKY) || council.name.contains("Tilleuls"), "{}", council.name);
        assert_eq!(council.residence.first().map(Text::as_str), Some("les-tilleuls"));
        let session: Session = assert_reads(&new_session(&record));
        assert_eq!(session.place.as_deref(), Some(TRICKY));
        assert_eq!(session.time.unwrap().to_string(), "18:30");
        let ticked: Session = assert_reads(&uncommented(&new_session(&record)));
        let present: Vec<String> = ticked.attendance.unwrap().present.iter().map(ToString::to_string).collect();
        assert_eq!(present, ["r1"], "r2 sits no longer");
        assert!(ticked.approves.contains_key("2023-05-10"));
        assert!(ticked.reviews.contains_key("2023-05-10/bruit"));
        let titles: Vec<&str> = ticked.topics.iter().map(|topic| topic.title.as_str()).collect();
        assert_eq!(titles[..2], [TRICKY, TRICKY], "what was put off, and the action to review");
        let survey: Survey = assert_reads(&new_survey(&record));
        assert_eq!(survey.dwellings.unwrap().get(), 120);
        assert_eq!(survey.answers.keys().collect::<Vec<_>>(), ["overall"], "what tenants are asked");
        let files = record.council(&Id::new("les-tilleuls").unwrap());
        assert_eq!(scaffold::announced_date(&files), Some(day()));
    }
}

#[test]
fn a_fresh_scaffold_has_no_problem_on_its_day() {
    for home in records() {
        let text = new_council(&record(&home));
        put(&home, "le-parc/council.yaml", &text);
        let (session, survey) = (new_session(&record(&home)), new_survey(&record(&home)));
        put(&home, "les-tilleuls/sessions/2023-09-12.yaml", &session);
        put(&home, "les-tilleuls/surveys/2023-10.yaml", &survey);
        let new = ["le-parc", "les-tilleuls/sessions/2023-09-12.yaml", "les-tilleuls/surveys"];
        let checked = check(&record(&home), &Scope::Paths(new.map(str::to_owned).into()), day());
        assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
    }
    for language in [Language::French, Language::English] {
        let home = tempfile::tempdir().unwrap();
        put(&home, "landlord.yaml", &scaffold::landlord(language));
        assert_eq!(record(&home).language(), language);
        assert!(check(&record(&home), &Scope::Whole, day()).diagnostics.is_empty());
    }
}

#[test]
fn blank_fields_say_nothing_in_minutes() {
    for language in [Language::French, Language::English] {
        let texts = |text: &str| {
            let home = bare(language);
            put(&home, "les-tilleuls/sessions/2023-09-12.yaml", text);
            let record = record(&home);
            let files = record.council(&Id::new("les-tilleuls").unwrap());
            minutes(&record, &files, session(), &Template::built_in(DocumentKind::Minutes, language)).unwrap()
        };
        let fresh = new_session(&record(&bare(language))).replace("status: planned", "status: held");
        assert_eq!(texts(&fresh), texts("status: held\n"));
    }
}

/// The keys that the model knows where this text has one that it does not.
#[track_caller]
fn known<T: DeserializeOwned>(text: &str) -> &'static [&'static str] {
    let faults = read::<T>(text.as_bytes()).faults;
    let known = faults.iter().find_map(|fault| match &fault.kind {
        FaultKind::UnknownKey { known, .. } => Some(*known),
        _ => None,
    });
    known.unwrap_or_else(|| panic!("{faults:#?}\n{text}"))
}

/// Asserts that each key the model knows at these places is in the text, as a field or an example; a key of a group of
/// which only one may be written is at least named.
#[track_caller]
fn assert_has_keys<T: DeserializeOwned>(text: &str, places: &[&str]) {
    let words: BTreeSet<&str> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    for place in places {
        for key in known::<T>(place) {
            let is_alone = ["measure", "reported", "approves"].iter().any(|group| place.contains(group));
            let has_field = text.lines().any(|line| {
                let line = line.trim_start().trim_start_matches("# ").trim_start().trim_start_matches("- ");
                line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':'))
            });
            assert!(has_field || is_alone && words.contains(key), "no `{key}` of\n{place}\nin\n{text}");
        }
    }
}

#[test]
fn every_key_of_the_model_has_its_line() {
    for language in [Language::French, Language::English] {
        let home = bare(language);
        let record = record(&home);
        assert_has_keys::<Landlord>(
            &scaffold::landlord(language),
            &[
                "name: x\nzzz: 1",
                "name: x\ncontact:\n  zzz: 1",
                "name: x\nunits:\n  x:\n    name: x\n    zzz: 1",
                "name: x\nunits:\n  x:\n    name: x\n    grants:\n      2023:\n        zzz: 1",
                "name: x\nresidences:\n  x:\n    name: x\n    zzz: 1",
                "name: x\nresidences:\n  x:\n    name: x\n    projects:\n      - text: x\n        zzz: 1",
                "name: x\nassociations:\n  x:\n    name: x\n    zzz: 1",
                "name: x\npartners:\n  x:\n    name: x\n    zzz: 1",
                "name: x\nthemes:\n  x:\n    name: x\n    zzz: 1",
                "name: x\nquestions:\n  x:\n    text: x\n    zzz: 1",
                "name: x\nengagements:\n  x:\n    text: x\n    zzz: 1",
                "name: x\nengagements:\n  x:\n    text: x\n    measure:\n      zzz: 1",
                "name: x\nmobilisation:\n  x:\n    name: x\n    zzz: 1",
            ],
        );
        assert_has_keys::<Council>(
            &new_council(&record),
            &[
                "name: x\nzzz: 1",
                "name: x\nneighbourhood_charter:\n  zzz: 1",
                "name: x\nmembers:\n  x:\n    role: resident\n    zzz: 1",
                "name: x\nmembers:\n  x:\n    role: resident\n    consent:\n      zzz: 1",
                "name: x\nmembers:\n  x:\n    role: resident\n    mandates:\n      - zzz: 1",
                "name: x\ngroups:\n  x:\n    name: x\n    zzz: 1",
                "name: x\ntargets:\n  x:\n    zzz: 1",
                "name: x\nclosed:\n  zzz: 1",
            ],
        );
        assert_has_keys::<Session>(
            &new_session(&record),
            &[
                "status: held\nzzz: 1",
                "status: held\ninvitation:\n  zzz: 1",
                "status: held\nattendance:\n  zzz: 1",
                "status: held\nattendance:\n  counts:\n    zzz: 1",
                "status: held\nattendance:\n  proxies:\n    x:\n      to: x\n      zzz: 1",
                "status: held\napproves:\n  x:\n    zzz: 1",
                "status: held\ndiagnosis:\n  zzz: 1",
                "status: held\ntopics:\n  - title: x\n    zzz: 1",
                "status: held\ntopics:\n  - title: x\n    outcomes:\n      - decision: x\n        zzz: 1",
                "status: held\ntopics:\n  - title: x\n    outcomes:\n      - decision: x\n        votes:\n          zzz: 1",
                "status: held\nnext:\n  zzz: 1",
                "status: held\nerrata:\n  - date: 2023-01-01\n    text: x\n    zzz: 1",
            ],
        );
        assert_has_keys::<Survey>(
            &new_survey(&record),
            &["zzz: 1", "method:\n  zzz: 1", "answers:\n  x:\n    zzz: 1", "reported:\n  - text: x\n    zzz: 1"],
        );
    }
}

#[test]
fn the_codes_of_reasons_are_those_that_are_read() {
    for reason in Reason::ALL {
        let council: Council = assert_reads(&format!("name: x\nreasons:\n  - {}\n", reason.code()));
        assert_eq!(council.reasons.first(), Some(&reason));
    }
}

#[test]
fn no_line_is_too_long_to_be_read() {
    for home in records() {
        let record = record(&home);
        let language = record.language();
        for text in [scaffold::landlord(language), new_council(&record), new_session(&record), new_survey(&record)] {
            for line in text.lines().filter(|line| !line.contains("Tilleuls")) {
                assert!(line.chars().count() <= 120, "{line}");
            }
            assert!(!text.contains(" \n") && !text.contains("\n\n\n"), "{text}");
        }
    }
}

fn council(folder: &Path, line: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.current_dir(folder).args(["--today", "2023-06-01"]).args(line.split_whitespace());
    for name in ["COUNCIL_RECORD", "COUNCIL_LANG", "VISUAL", "EDITOR"] {
        command.env_remove(name);
    }
    without_outer_git(&mut command);
    command
}

/// Takes away what a machine's own settings of git could change.
fn without_outer_git(command: &mut Command) {
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.env("GIT_CEILING_DIRECTORIES", std::env::temp_dir());
}

fn said(output: &Output) -> (String, String, i32) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replace('\u{a0}', " ");
    (text(&output.stdout), text(&output.stderr), output.status.code().unwrap())
}

fn run(folder: &Path, line: &str) -> (String, String, i32) {
    said(&council(folder, line).output().unwrap())
}

fn git(folder: &Path, line: &str) -> Output {
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=x", "-c", "user.email=x@example.org"]);
    command.args(line.split_whitespace());
    without_outer_git(&mut command);
    // The hook calls the program that is tested.
    let program = Path::new(env!("CARGO_BIN_EXE_council")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = [program.to_owned()].into_iter().chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(paths).unwrap()).output().unwrap()
}

#[test]
fn init_makes_a_record_whose_commits_are_checked() {
    let home = tempfile::tempdir().unwrap();
    let (out, err, status) = run(home.path(), "init registre");
    assert_eq!(status, 0, "{err}");
    assert_eq!(
        out,
        "registre/landlord.yaml\nregistre/.gitignore\nregistre/.editorconfig\nregistre/.vscode/settings.json\n\
         registre/.vscode/extensions.json\nregistre/.schemas\nregistre/.git/hooks/pre-commit\n"
    );
    assert_eq!(
        err,
        "Ensuite : complétez registre/landlord.yaml, puis cd registre et council new-council les-tilleuls\n"
    );
    let record = home.path().join("registre");
    assert_eq!(run(&record, "check").2, 0);
    git(&record, "add .");
    assert!(git(&record, "commit -m début").status.success());
    std::fs::write(record.join("landlord.yaml"), "nom: x\n").unwrap();
    let refused = git(&record, "commit -a -m suite");
    assert!(!refused.status.success());
    let shown = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(shown.contains("unknown-key") || shown.contains("missing-key"), "{shown}");
    std::fs::create_dir_all(record.join("out")).unwrap();
    std::fs::write(record.join("out/x"), "").unwrap();
    let status = git(&record, "status --porcelain");
    assert_eq!(String::from_utf8_lossy(&status.stdout), " M landlord.yaml\n");
}

#[test]
fn init_twice_changes_nothing_and_says_so() {
    let home = tempfile::tempdir().unwrap();
    run(home.path(), "init . --lang en");
    std::fs::write(home.path().join("landlord.yaml"), "name: X\nlanguage: en\n").unwrap();
    let (out, err, status) = run(home.path(), "init .");
    assert_eq!((out.as_str(), status), ("", 0));
    assert_eq!(err.lines().filter(|line| line.ends_with("existe déjà : laissé tel quel.")).count(), 6, "{err}");
    assert_eq!(std::fs::read_to_string(home.path().join("landlord.yaml")).unwrap(), "name: X\nlanguage: en\n");
    // The schemas are the program's own: another version's, or another language's, are replaced.
    let schema = home.path().join(".schemas/session.schema.json");
    let own = std::fs::read_to_string(&schema).unwrap();
    std::fs::write(&schema, "{}").unwrap();
    assert_eq!(run(home.path(), "init .").0, ".schemas\n");
    assert_eq!(std::fs::read_to_string(&schema).unwrap(), own);
    // A copy made by git lacks the hook alone.
    std::fs::remove_file(home.path().join(".git/hooks/pre-commit")).unwrap();
    assert_eq!(run(home.path(), "init .").0, ".git/hooks/pre-commit\n");
}

#[test]
fn init_keeps_what_is_in_the_folder() {
    let home = tempfile::tempdir().unwrap();
    put(&home, ".gitignore", "/out\n");
    put(&home, ".git/hooks/pre-commit", "mine\n");
    put(&home, "notes.txt", "x\n");
    git(home.path(), "init --quiet");
    let (out, err, status) = run(home.path(), "init .");
    assert_eq!(out, "landlord.yaml\n.editorconfig\n.vscode/settings.json\n.vscode/extensions.json\n.schemas\n");
    assert!(err.contains("Ajoutez à .gitignore, une par ligne : .council/\n"), "{err}");
    assert_eq!(status, 0);
    let kept = |path: &str| std::fs::read_to_string(home.path().join(path)).unwrap();
    assert_eq!((kept(".gitignore"), kept(".git/hooks/pre-commit")), ("/out\n".to_owned(), "mine\n".to_owned()));
}

#[test]
fn init_below_a_repository_checks_the_record_alone() {
    let home = tempfile::tempdir().unwrap();
    git(home.path(), "init --quiet");
    let (out, _, _) = run(home.path(), "init l'office/registre");
    assert!(out.ends_with("\n.git/hooks/pre-commit\n"), "{out}");
    assert!(!home.path().join("l'office/registre/.git").exists());
    let hook = std::fs::read_to_string(home.path().join(".git/hooks/pre-commit")).unwrap();
    assert!(hook.contains("--record 'l'\\''office/registre'"), "{hook}");
    git(home.path(), "add .");
    assert!(git(home.path(), "commit -m début").status.success());
    let (out, err, status) = run(home.path(), "init l'office/registre/autre");
    assert_eq!((out.as_str(), status), ("", 2));
    assert!(err.contains("un registre ne peut pas en contenir un autre"), "{err}");
    assert!(!home.path().join("l'office/registre/autre").exists());
}

#[test]
fn init_leaves_shared_hooks_alone() {
    let home = tempfile::tempdir().unwrap();
    git(home.path(), "init --quiet");
    git(home.path(), "config core.hooksPath .partage");
    let (out, err, status) = run(home.path(), "init .");
    assert!(!out.contains("pre-commit") && err.contains(".partage") && status == 0, "{err}");
    assert!(!home.path().join(".partage").exists());
}

#[test]
fn init_works_without_git() {
    let home = tempfile::tempdir().unwrap();
    let empty = tempfile::tempdir().unwrap();
    let (out, err, status) = said(&council(home.path(), "init .").env("PATH", empty.path()).output().unwrap());
    assert_eq!(
        out,
        "landlord.yaml\n.gitignore\n.editorconfig\n.vscode/settings.json\n.vscode/extensions.json\n.schemas\n"
    );
    assert!(err.starts_with("git n'est pas installé"), "{err}");
    assert_eq!(status, 0);
    assert!(!home.path().join(".git").exists());
}

#[test]
fn where_nothing_can_be_written_the_status_is_3() {
    let home = bare(Language::French);
    put(&home, "les-tilleuls/sessions", "a file\n");
    put(&home, "x", "a file\n");
    for line in ["new-session les-tilleuls", "init x"] {
        let (out, err, status) = run(home.path(), if line == "init x" { "init x/y" } else { line });
        let within = line == "init x";
        assert_eq!((out.as_str(), status), ("", if within { 2 } else { 3 }), "{err}");
    }
    let other = tempfile::tempdir().unwrap();
    put(&other, "x", "a file\n");
    assert_eq!(run(other.path(), "init x").2, 3);
}

#[cfg(unix)]
#[test]
fn an_edited_session_is_checked_on_return() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = bare(Language::French);
    let script = home.path().join(".editor");
    put(&home, ".editor", "#!/bin/sh\nsed -i.bak 's/^status: planned/status: tenue/' \"$2\" && rm \"$2.bak\"\n");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    let edit = |editor: &str| {
        let mut command = council(home.path(), "new-session --edit");
        said(&command.env("EDITOR", editor).output().unwrap())
    };
    let (out, err, status) = edit(&format!("{} --wait", script.display()));
    assert_eq!((out.as_str(), status), ("les-tilleuls/sessions/2023-06-01.yaml\n", 1));
    assert!(err.starts_with("erreur[wrong-type] : « tenue »"), "{err}");
    let (out, err, status) = edit("true");
    assert_eq!((out.as_str(), status), ("les-tilleuls/sessions/2023-06-01-2.yaml\n", 0), "{err}");
    assert!(err.starts_with("Il y a déjà une séance ce jour-là : celle-ci s'appelle 2023-06-01-2.\n"), "{err}");
    let (out, err, status) = edit("/nulle/part/editeur");
    assert_eq!((out.as_str(), status), ("les-tilleuls/sessions/2023-06-01-3.yaml\n", 3));
    assert!(err.contains("l'éditeur « /nulle/part/editeur » : il est introuvable"), "{err}");
}
