//! Every rule's page, in both languages: its form, its examples, which are run, and docs/rules.md, which is made of them.
//! And the names of rules, which are a contract.

use council::check::{COME_WITH_TIME, Example, Page, RULES, Rule, Scope, Section, check};
use council::diagnostic::{Diagnostic, Severity};
use council::locale::no_break;
use council::model::{Date, Language};
use council::record::Record;
use council::store::Store;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The day on which an example is looked at, where it does not say otherwise.
const TODAY: &str = "2023-06-01";

/// The record that examples are put over.
const BASE: [(&str, &str); 2] = [
    ("landlord.yaml", "name: Habitat des Deux Rives\n"),
    ("les-tilleuls/council.yaml", "name: Conseil de Résidents des Tilleuls\nscope: Les Tilleuls\n"),
];

/// The errors that the program must know, by their names.
const ERRORS: [&str; 45] = [
    "answers-exceed-dwellings",
    "approved-minutes-changed",
    "approved-session-changed",
    "bad-amount",
    "bad-date",
    "conflict-markers",
    "cost-shrinks-upward",
    "counts-do-not-add",
    "duplicate-key",
    "ended-without-note",
    "grant-exceeded",
    "mandates-overlap",
    "markdown-html",
    "missing-key",
    "missing-reason",
    "name-without-consent",
    "personal-data",
    "present-and-excused",
    "proxy-absent",
    "site-not-candidate",
    "stages-out-of-order",
    "syntax",
    "text-cut",
    "too-many-sites",
    "unexpected-file",
    "unknown-action",
    "unknown-association",
    "unknown-axis",
    "unknown-channel",
    "unknown-council",
    "unknown-finding",
    "unknown-key",
    "unknown-member",
    "unknown-owner",
    "unknown-partner",
    "unknown-question",
    "unknown-residence",
    "unknown-session",
    "unknown-theme",
    "unknown-unit",
    "unreadable-file",
    "update-before-decision",
    "updates-out-of-order",
    "votes-exceed-present",
    "wrong-type",
];

/// The warnings that the program must know, by their names.
const WARNINGS: [&str; 24] = [
    "action-late",
    "action-silent",
    "action-without-due-date",
    "action-without-owner",
    "axis-without-action",
    "charter-expired",
    "commitment-broken",
    "cost-on-ended-action",
    "mandate-ending",
    "minutes-never-approved",
    "minutes-out-of-date",
    "next-before-session",
    "next-not-held",
    "no-mandate",
    "not-comparable",
    "postponed-forgotten",
    "sensitive-comment",
    "session-not-recorded",
    "session-without-minutes",
    "small-base",
    "unused-allow",
    "weakness-unanswered",
    "weekday-mismatch",
    "wrong-year",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn path_of(rule: &Rule, language: Language) -> PathBuf {
    root().join(format!("templates/{}/rules/{}.md", language.code(), rule.name))
}

fn known(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// Compares with a file as it lies on the disk; `SNAPSHOTS=overwrite` writes it anew instead.
#[track_caller]
fn assert_file(path: &Path, fresh: String) {
    Assert::new().action_env("SNAPSHOTS").eq(fresh, Data::read_from(path, Some(DataFormat::Text)).raw());
}

#[test]
fn every_name_of_the_contract_is_a_rule_of_its_severity() {
    for (severity, names) in [(Severity::Error, &ERRORS[..]), (Severity::Warning, &WARNINGS)] {
        assert!(names.is_sorted(), "in order of name");
        for name in names {
            let rule = known(name).unwrap_or_else(|| panic!("the program does not know the rule {name}"));
            assert_eq!(rule.severity, severity, "{name}");
        }
    }
}

#[test]
fn what_comes_with_time_is_a_warning_of_the_contract() {
    assert!(COME_WITH_TIME.iter().all(|name| WARNINGS.contains(name)));
}

#[test]
fn rules_are_in_order_of_name() {
    assert!(RULES.is_sorted_by(|one, other| one.name < other.name));
}

#[test]
fn every_page_belongs_to_a_rule() {
    let rules: BTreeSet<String> = RULES.iter().map(|rule| format!("{}.md", rule.name)).collect();
    for language in [Language::French, Language::English] {
        let entries = std::fs::read_dir(root().join(format!("templates/{}/rules", language.code()))).unwrap();
        let pages: BTreeSet<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        assert_eq!(pages, rules);
    }
}

#[test]
fn every_page_has_its_four_sections_in_order_and_nothing_else() {
    for (rule, language) in RULES.iter().flat_map(|rule| [(rule, Language::French), (rule, Language::English)]) {
        let page = rule.page(language);
        let shown = format!("{} ({})", rule.name, language.code());
        let prose: Vec<&str> = page.markdown.split("```").step_by(2).collect();
        let titles = prose.iter().flat_map(|text| text.lines()).filter(|line| line.starts_with('#'));
        let named = format!("# {}", rule.name);
        let expected = Section::ALL.map(|section| format!("## {}", section.heading(language)));
        assert_eq!(titles.collect::<Vec<_>>(), [&[named][..], &expected].concat(), "{shown}");
        for section in Section::ALL {
            assert!(page.section(section).len() > 20, "{shown}: {}", section.heading(language));
        }
        let gist = page.gist();
        assert!(gist.ends_with('.') && gist.chars().count() <= MOST_OF_A_GIST, "{shown}: {gist}");
        let banned = ["YAML", "mapping", "sequence", "séquence", "scalar", "scalaire"];
        let said = prose.concat();
        assert!(banned.iter().all(|word| !said.contains(word)), "{shown}: a word for programmers");
    }
}

/// How many characters the first sentence of a page may have: it stands in a list.
const MOST_OF_A_GIST: usize = 220;

#[test]
fn french_pages_are_set_as_the_program_sets_documents() {
    for rule in RULES {
        let path = path_of(rule, Language::French);
        let text = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        assert_file(&path, no_break(&text, Language::French));
    }
}

#[test]
fn the_source_of_a_rule_begins_with_its_page() {
    for rule in RULES {
        let path = root().join(format!("src/check/{}.rs", rule.name.replace('-', "_")));
        let text = std::fs::read_to_string(&path).unwrap();
        let first = text.lines().find(|line| !line.starts_with("//!")).unwrap_or_default();
        let expected = format!("#![doc = include_str!(\"../../templates/en/rules/{}.md\")]", rule.name);
        assert_eq!(first, expected, "{}", path.display());
    }
}

/// What is found in the files of an example, put over the base record.
fn found_in(page: Page) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().unwrap();
    let examples = page.examples();
    let files = BASE.into_iter().chain(examples.iter().map(|example| (example.path, example.text)));
    for (path, text) in files {
        let place = folder.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, text).unwrap();
    }
    let today: Date = examples.iter().find_map(|example| example.today).unwrap_or(TODAY).parse().unwrap();
    check(&Record::open(Store::open(folder.path().to_owned())), &Scope::Whole, today).diagnostics
}

#[test]
fn every_example_triggers_its_rule() {
    for (rule, language) in RULES.iter().flat_map(|rule| [(rule, Language::French), (rule, Language::English)]) {
        let shown = format!("{} ({})", rule.name, language.code());
        let page = rule.page(language);
        let blocks = page.section(Section::Example).matches("```").count();
        assert_eq!(page.examples().len() * 2, blocks, "{shown}: a block whose first line is not `# path`");
        let found = found_in(page);
        let rules: BTreeSet<&str> = found.iter().map(|problem| problem.rule).collect();
        assert!(rules.contains(rule.name), "{shown}: the example triggers {rules:?}");
        // An example may refer to what it leaves out; but all else that is wrong in it would mislead.
        let is_left_out = |name: &str| name.starts_with("unknown-") && name != "unknown-key";
        for problem in found.iter().filter(|problem| problem.rule != rule.name && !is_left_out(problem.rule)) {
            assert_eq!(problem.severity, Severity::Warning, "{shown}: the example triggers {}", problem.rule);
        }
    }
}

#[test]
fn both_languages_show_the_same_example_in_the_same_files() {
    let files =
        |page: Page| page.examples().iter().map(|Example { path, today, .. }| (*path, *today)).collect::<Vec<_>>();
    for rule in RULES {
        assert_eq!(files(rule.page(Language::French)), files(rule.page(Language::English)), "{}", rule.name);
    }
}

/// What `council explain` prints in this language.
fn explained(language: Language, rule: Option<&str>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    let output = command.args(["--lang", language.code(), "explain"]).args(rule).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn explain_lists_every_rule_and_prints_every_page_in_lines_that_fit() {
    for language in [Language::French, Language::English] {
        let list = explained(language, None);
        let named: Vec<&str> = list.lines().filter(|line| !line.starts_with("   ")).collect();
        for rule in RULES {
            let page = explained(language, Some(rule.name));
            assert!(page.starts_with(&format!("{} (", rule.name)), "{page}");
            let lines =
                named.iter().filter(|line| line.strip_prefix("  ").is_some_and(|line| line.starts_with(rule.name)));
            assert_eq!(lines.filter(|line| line[2 + rule.name.len()..].starts_with(' ')).count(), 1, "{}", rule.name);
            let prose = page.lines().filter(|line| !line.starts_with("    ")).collect::<Vec<_>>().join("\n");
            assert!(!prose.contains('`') && !prose.contains("##"), "{page}");
            assert!(prose.lines().chain(list.lines()).all(|line| line.chars().count() <= 100), "{page}");
            for example in rule.page(language).examples() {
                assert!(page.contains(&format!("    # {}\n", example.path)), "{page}");
            }
        }
    }
}

#[test]
fn the_list_of_rules_is_made_of_their_pages() {
    let mut text = String::from(
        "# Les règles\n\nCe que `council check` vérifie, règle par règle. Dans un terminal, `council explain` donne la \
         même liste, et `council explain` suivi d'un nom, la même page. Cette page-ci est faite par un test : elle ne se \
         corrige pas à la main.\n\nUne *erreur* rend le registre peu sûr ; un *avertissement* signale ce que quelqu'un \
         devrait regarder. Pour faire taire une règle à un endroit, écrivez sur la ligne, ou juste au-dessus, une \
         remarque qui la nomme : `# council: allow action-late`.\n",
    );
    for (severity, title) in [(Severity::Error, "Erreurs"), (Severity::Warning, "Avertissements")] {
        write!(text, "\n## {title}\n\n").unwrap();
        for rule in RULES.iter().filter(|rule| rule.severity == severity) {
            let gist = rule.page(Language::French).gist();
            writeln!(text, "- [{0}](#{0}) : {gist}", rule.name).unwrap();
        }
    }
    text.push_str("\n## Les pages\n");
    for rule in RULES {
        let page = rule.page(Language::French).markdown.trim_end();
        let mut in_block = false;
        text.push('\n');
        for line in page.lines() {
            in_block ^= line.starts_with("```");
            let deeper = if line.starts_with('#') && !in_block { "##" } else { "" };
            writeln!(text, "{deeper}{line}").unwrap();
        }
    }
    assert_file(&root().join("docs/rules.md"), no_break(&text, Language::French));
}
