//! Every rule on records made for it: `tests/rules/<rule>/<case>/`, with a broken record, the problem it yields, and the
//! mended record beside it, which yields none.

use council::check::{RULES, Scope, check};
use council::diagnostic::{Diagnostic, Severity, json, text};
use council::mend::mend;
use council::model::{Date, Language};
use council::record::Record;
use council::store::Store;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The day on which a case is looked at, where it does not say otherwise in a file `today`.
const TODAY: &str = "2023-06-01";

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(of).unwrap_or_else(|error| panic!("{}: {error}", of.display()));
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

fn today(case: &Path) -> Date {
    std::fs::read_to_string(case.join("today")).unwrap_or_else(|_| TODAY.to_owned()).trim().parse().unwrap()
}

fn problems(record: &Path, today: Date) -> Vec<Diagnostic> {
    let record = Record::open(Store::open(record.to_owned()));
    check(&record, &Scope::Whole, today).diagnostics
}

fn printed(problems: &[Diagnostic]) -> String {
    let shown_path = |path: &str| path.to_owned();
    let style = text::Style { language: Language::French, color: false, shown_path: &shown_path };
    problems.iter().map(|problem| text::render(problem, &style)).collect()
}

#[test]
fn every_broken_record_yields_its_problem_and_no_other() {
    let assert = Assert::new().action_env("SNAPSHOTS");
    let mut cases = 0;
    for rule in folders(&root()) {
        for case in folders(&rule) {
            let found = problems(&case.join("broken"), today(&case));
            let rules: BTreeSet<&str> = found.iter().map(|problem| problem.rule).collect();
            let shown = printed(&found);
            assert_eq!(rules, BTreeSet::from([name(&rule).as_str()]), "{}:\n{shown}", case.display());
            assert_eq!(found.len(), 1, "{}: one case, one problem\n{shown}", case.display());
            let expected = Data::read_from(&case.join("problem.txt"), Some(DataFormat::Text));
            assert.eq(shown, expected.raw());
            cases += 1;
        }
    }
    assert!(cases >= RULES.len());
}

#[test]
fn every_mended_record_yields_none() {
    for case in folders(&root()).iter().flat_map(|rule| folders(rule)) {
        for quiet in ["mended", "near"].map(|name| case.join(name)).iter().filter(|record| record.is_dir()) {
            let found = problems(quiet, today(&case));
            assert!(found.is_empty(), "{}:\n{}", quiet.display(), printed(&found));
        }
        assert!(case.join("mended").is_dir(), "{} has no mended record", case.display());
    }
}

#[test]
fn every_rule_has_a_record_that_nearly_triggers_it() {
    for rule in folders(&root()) {
        assert!(
            folders(&rule).iter().any(|case| case.join("near").is_dir()),
            "{}: no case has a near one",
            name(&rule)
        );
    }
}

/// Days with whether the broken record's problem is told on them, from the case's file `days`.
fn days(case: &Path) -> Vec<(Date, bool)> {
    let text = std::fs::read_to_string(case.join("days")).unwrap_or_default();
    let read = |line: &str| {
        let (day, verdict) = line.split_once(' ').unwrap_or_else(|| panic!("{}: {line}", case.display()));
        let is_told = match verdict {
            "told" => true,
            "silent" => false,
            _ => panic!("{}: {line}", case.display()),
        };
        (day.parse().unwrap(), is_told)
    };
    text.lines().map(read).collect()
}

#[test]
fn a_rule_that_asks_for_the_day_is_held_on_the_day_before_the_day_and_the_day_after() {
    for rule in folders(&root()) {
        let mut has_border = false;
        for case in folders(&rule) {
            let days = days(&case);
            for (day, is_told) in &days {
                let found = problems(&case.join("broken"), *day);
                let told = found.iter().filter(|problem| problem.rule == name(&rule)).count();
                assert_eq!(told, usize::from(*is_told), "{} on {day}:\n{}", case.display(), printed(&found));
            }
            has_border |= days.windows(3).any(|three| {
                let follow = three.windows(2).all(|pair| pair[1].0 == pair[0].0.plus_days(1));
                follow && three.iter().any(|(_, told)| *told) && three.iter().any(|(_, told)| !told)
            });
        }
        let file = format!("src/check/{}.rs", name(&rule).replace('-', "_"));
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        let asks = text.contains("scope.today") || text.contains(".misdated(");
        assert!(!asks || has_border, "{}: no case has a file `days` with three days around its border", name(&rule));
    }
}

#[test]
fn a_rule_that_shows_another_line_does_so_in_a_case_and_says_what_it_is_in_both_languages() {
    for rule in folders(&root()) {
        let mut shows = false;
        for case in folders(&rule) {
            for problem in problems(&case.join("broken"), today(&case)).iter().filter(|found| found.related.is_some()) {
                shows = true;
                for language in [Language::French, Language::English] {
                    assert_ne!(problem.problem.words(language).related, "", "{}", case.display());
                }
            }
        }
        let file = format!("src/check/{}.rs", name(&rule).replace('-', "_"));
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        assert!(shows || !text.contains(".beside"), "{}: no case shows the other line", name(&rule));
    }
}

#[test]
fn every_rule_has_its_folder_and_every_folder_its_rule() {
    let rules: BTreeSet<String> = RULES.iter().map(|rule| rule.name.to_owned()).collect();
    let folders: BTreeSet<String> = folders(&root()).iter().map(|folder| name(folder)).collect();
    assert_eq!(folders, rules);
}

/// `unused-allow` says nothing of a rule that may not have run, so a rule must say that it depends on the scope.
#[test]
fn every_rule_that_asks_whether_all_councils_are_checked_says_so() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check");
    for rule in RULES {
        let file = folder.join(format!("{}.rs", rule.name.replace('-', "_")));
        let text = std::fs::read_to_string(file).unwrap();
        let asks = text.contains("scope.whole") || text.contains(".on_record(");
        assert_eq!(rule.across, asks, "{}: `across_councils` goes with `scope.whole`", rule.name);
    }
}

#[test]
fn a_comment_is_useless_only_where_its_rule_ran() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    };
    write("landlord.yaml", "name: Habitat\n");
    write("les-tilleuls/council.yaml", "name: Conseil\nscope: les Tilleuls\n");
    let allows = |rules: &str| format!("# council: allow {rules}\nstatus: held\n");
    write("les-tilleuls/sessions/2023-05-30.yaml", &allows("unknown-council, session-not-recorded, unknwon-council"));
    let told = |scope: Scope| {
        let record = Record::open(Store::open(folder.path().to_owned()));
        let found = check(&record, &scope, TODAY.parse().unwrap()).diagnostics;
        assert!(found.iter().all(|problem| problem.rule == "unused-allow"), "{}", printed(&found));
        found.iter().map(|problem| problem.place.as_ref().unwrap().start.column).collect::<Vec<_>>()
    };
    let [across, own, misspelt] = [18, 35, 57];
    assert_eq!(told(Scope::Whole), [across, own, misspelt]);
    assert_eq!(told(Scope::Paths(vec!["les-tilleuls".to_owned()])), [own, misspelt]);
    // A rule that was silent for what could not be read may find something once it can.
    write("les-tilleuls/plan.yaml", "actions: [\n");
    let record = Record::open(Store::open(folder.path().to_owned()));
    let found = check(&record, &Scope::Whole, TODAY.parse().unwrap()).diagnostics;
    let useless = found.iter().filter(|problem| problem.rule == "unused-allow");
    let columns: Vec<usize> = useless.map(|problem| problem.place.as_ref().unwrap().start.column).collect();
    assert_eq!(columns, [misspelt]);
}

#[test]
fn what_mends_a_problem_by_itself_does_mend_it() {
    let mut mended = 0;
    for case in folders(&root()).iter().flat_map(|rule| folders(rule)) {
        let broken = case.join("broken");
        let record = Record::open(Store::open(broken.clone()));
        let mending = mend(&record, &Scope::Whole, today(&case), &|_| true);
        if mending.done.is_empty() {
            continue;
        }
        mended += 1;
        let record = Record::open(Store::with(broken, mending.staged));
        // A file that is read again may have something to look at.
        let mut left = check(&record, &Scope::Whole, today(&case)).diagnostics;
        left.retain(|problem| problem.severity == Severity::Error);
        assert!(left.is_empty(), "{}:\n{}", case.display(), printed(&left));
    }
    assert!(mended > 50, "{mended} cases mended");
}

#[test]
fn json_says_the_same_place_as_text() {
    for case in folders(&root()).iter().flat_map(|rule| folders(rule)) {
        for problem in problems(&case.join("broken"), today(&case)) {
            let object: serde_json::Value = serde_json::from_str(&json::render(&problem, Language::French)).unwrap();
            let shown = printed(std::slice::from_ref(&problem));
            let place = match object["line"].as_u64() {
                Some(line) => format!("--> {}:{line}:{}\n", problem.path, object["column"]),
                None => format!("--> {}\n", problem.path),
            };
            assert!(shown.contains(&place), "{place} in\n{shown}");
        }
    }
}

pub(super) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}
