//! Minutes, from a record in which everything is said to the text that residents receive.

use council::check::{Scope, check};
use council::document::{DocumentError, Template, minutes};
use council::locale::problem::TemplateFault;
use council::model::{DocumentKind, Id, Language, SessionId};
use council::record::Record;
use council::store::Store;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn full_record() -> PathBuf {
    project().join("tests/documents/minutes/record")
}

fn council(record: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.arg("--record").arg(record).args(["--today", "2023-06-01"]).args(args).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A copy of the full record that a test may change.
fn copied() -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    super::rules::copy_folder(&full_record(), copy.path());
    copy
}

fn with_template(text: &str) -> tempfile::TempDir {
    let copy = copied();
    std::fs::create_dir(copy.path().join("templates")).unwrap();
    std::fs::write(copy.path().join("templates/minutes.md"), text).unwrap();
    copy
}

#[test]
fn minutes_say_all_that_a_session_holds() {
    let assert = Assert::new().action_env("SNAPSHOTS");
    for language in ["fr", "en"] {
        for session in ["2023-02-01", "2023-05-10"] {
            let output = council(&full_record(), &["minutes", "les-tilleuls", session, "--stdout", "--lang", language]);
            assert!(output.status.success(), "{}", stderr(&output));
            let golden = project().join(format!("tests/documents/minutes/{language}/{session}.md"));
            assert.eq(stdout(&output), Data::read_from(&golden, Some(DataFormat::Text)).raw());
        }
    }
}

#[test]
fn minutes_show_actions_as_they_stood_on_the_day() {
    let text = stdout(&council(&full_record(), &["minutes", "les-tilleuls", "2023-05-10", "--stdout"]));
    let line = text.lines().find(|line| line.starts_with("- **Réparer")).unwrap();
    assert!(line.contains("Unité de Gestion Nord, pour avril 2023"), "{line}");
    assert!(!text.contains("4e trimestre 2023 – en cours"), "an update of June is in minutes of May");
}

#[test]
fn minutes_of_gambetta_are_those_of_the_seed() {
    let output = council(&project().join("councils"), &["minutes", "gambetta", "--stdout"]);
    let text = stdout(&output).replace('\u{a0}', " ");
    let findings: Vec<&str> = text.lines().filter(|line| line.starts_with("- ☺") || line.starts_with("- ☹")).collect();
    assert_eq!(
        findings,
        [
            "- ☺ l'implantation de la Résidence au cœur de la Ville",
            "- ☺ la disponibilité et le professionnalisme des gardiens",
            "- ☺ les bonnes relations de voisinage entre les anciens habitants particulièrement",
            "- ☺ le square du 17 – 19 rue de l'Ilette",
            "- ☹ La présence de squatteurs en soirée",
            "- ☹ Le manque de civisme de certains habitants",
            "- ☹ Les nuisances sonores et olfactives liées aux commerces",
            "- ☹ l'esthétisme extérieur des bâtiments",
            "- ☹ la collecte des OM",
        ]
    );
    for said in [
        "Relevé de discussions",
        "Séance du mercredi 6 avril 2011",
        "se sont réunis pour la 1re fois afin de réaliser un diagnostic partagé de territoire.",
        "(Ville de Chelles, Police nationale, Associations de quartier, Commerçants de proximité)",
    ] {
        assert!(text.contains(said), "« {said} » in\n{text}");
    }
}

#[test]
fn the_committed_minutes_are_up_to_date() {
    let output = council(&project().join("councils"), &["minutes", "--all", "--check"]);
    assert_eq!((stdout(&output).as_str(), output.status.code()), ("", Some(0)), "{}", stderr(&output));
}

#[test]
fn minutes_are_written_once_and_then_are_up_to_date() {
    let copy = copied();
    let stale = council(copy.path(), &["minutes", "--all", "--check"]);
    assert_eq!((stdout(&stale).lines().count(), stale.status.code()), (3, Some(1)));
    assert_eq!(stdout(&council(copy.path(), &["minutes", "--all"])).lines().count(), 3);
    let again = council(copy.path(), &["minutes", "--all"]);
    assert_eq!((stdout(&again).as_str(), again.status.code()), ("", Some(0)));
    assert!(council(copy.path(), &["minutes", "--all", "--check"]).status.success());
    let path = copy.path().join("les-tilleuls/minutes/2023-05-10.md");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace('\n', "\r\n")).unwrap();
    assert!(council(copy.path(), &["minutes", "--all", "--check"]).status.success(), "line ends are no change");
    std::fs::write(&path, text.replace("bancs", "bans")).unwrap();
    assert_eq!(council(copy.path(), &["minutes", "--all", "--check"]).status.code(), Some(1));
}

#[test]
fn approved_minutes_are_never_written_again() {
    let copy = copied();
    let minutes = copy.path().join("les-tilleuls/minutes");
    std::fs::create_dir(&minutes).unwrap();
    std::fs::write(minutes.join("2023-02-01.md"), "Le texte approuvé.\n").unwrap();
    let session = copy.path().join("les-tilleuls/sessions/2023-05-10.yaml");
    let text = std::fs::read_to_string(&session).unwrap();
    std::fs::write(&session, text.replace("    corrections:", "    text: sha256:0\n    corrections:")).unwrap();
    let output = council(copy.path(), &["minutes", "les-tilleuls", "2023-02-01"]);
    assert!(stderr(&output).contains("approuvé"), "{}", stderr(&output));
    let shown = stdout(&council(copy.path(), &["minutes", "les-tilleuls", "2023-02-01", "--stdout"]));
    assert_eq!(shown, "Le texte approuvé.\n");
    assert_eq!(std::fs::read_to_string(minutes.join("2023-02-01.md")).unwrap(), shown);
    assert!(!stdout(&council(copy.path(), &["check"])).contains("minutes-out-of-date"));
}

#[test]
fn a_body_that_never_approves_has_no_banner() {
    let copy = copied();
    let draft = |copy: &Path| stdout(&council(copy, &["minutes", "les-tilleuls", "--stdout"])).contains("non approuvé");
    assert!(draft(copy.path()));
    let path = copy.path().join("les-tilleuls/council.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{text}approves_minutes: false\n")).unwrap();
    assert!(!draft(copy.path()));
}

#[test]
fn a_template_of_the_landlord_is_used() {
    let copy = with_template(
        "# {{ council.name }}\n\n## Ce que nous retenons\n\n{% for topic in topics %}\n- {{ topic.title }}\
         {% if topic.asked_by %}, demandé par {{ topic.asked_by }}{% endif %}\n\n{% endfor %}\n",
    );
    let text = stdout(&council(copy.path(), &["minutes", "les-tilleuls", "--stdout"]));
    let expected = "# Conseil de Résidents des Tilleuls\n\n## Ce que nous retenons\n\n\
                    - Éclairage du square, demandé par les résidents\n\n\
                    - Fête des voisins, demandé par un résident\n\n\
                    - Tri des déchets, demandé par Habitat des Deux Rives\n\n\
                    - Un point qui n'a rien donné\n";
    assert_eq!(text, expected);
    assert!(council(copy.path(), &["check"]).status.success());
}

/// Asserts that a template's error is told by both commands, at this place.
#[track_caller]
fn assert_told(template: &str, place: &str, said: &str) {
    let copy = with_template(template);
    for (args, printed) in [
        (&["check"][..], stdout as fn(&Output) -> String),
        (&["minutes", "les-tilleuls", "--stdout"], stderr),
        (&["minutes", "--all"], stderr),
    ] {
        let output = council(copy.path(), args);
        let text = printed(&output);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {text}");
        assert_eq!(text.matches("erreur[template-error]").count(), 1, "{text}");
        assert!(text.contains(&format!("templates/minutes.md:{place}")), "{place} in {text}");
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn an_error_in_a_template_is_told_at_its_line() {
    assert_told("# {{ council.name }}\n\n{{ sesion.date }}\n", "3:4", "session.date");
    assert_told("# {{ council.name }}\n{{ session.dtae }}\n", "2:4", "session.date");
    assert_told("é é {{ council.nom }}\n", "1:8", "council.nom");
    assert_told("{% for topic in topics %}\n{{ topic.titel }}\n{% endfor %}\n", "2:4", "topic.title");
    assert_told("{% if darft %}x{% endif %}\n", "1:7", "draft");
    assert_told("ligne\n{% for topic in topics %}\n", "", "le modèle est mal formé");
    assert_told("ligne\n{{ council.name | capitale }}\n", "2:", "capitale");
}

#[test]
fn a_template_that_writes_nothing_is_refused() {
    for text in ["", "\n\n", "{# to be written #}\n{% if draft %}\n{% endif %}"] {
        let record = with_template(text);
        let output = council(record.path(), &["minutes", "les-tilleuls", "2023-05-10", "--lang", "en"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("this template writes nothing"), "{}", stderr(&output));
    }
    let for_some = with_template("{% if council.id == 'elsewhere' %}{{ council.name }}{% endif %}");
    assert!(council(for_some.path(), &["minutes", "les-tilleuls", "2023-05-10", "--stdout"]).status.success());
}

#[test]
fn who_misspells_a_filter_is_told_all_of_ours() {
    let engine = std::fs::read_to_string(project().join("src/document/engine.rs")).unwrap();
    let filters: Vec<&str> = engine.split("add_filter(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(filters.len() > 5, "{filters:?}");
    let record = with_template("{{ council.name | capitl }}");
    for language in ["fr", "en"] {
        let told = stderr(&council(record.path(), &["minutes", "les-tilleuls", "--lang", language]));
        for filter in &filters {
            assert!(told.contains(&format!(" {filter},")), "{filter} is not in {told}");
        }
    }
}

#[test]
fn a_misspelt_variable_is_refused_within_a_filter_too() {
    for said in ["[topic.titel] | list", "2 | plural(\"jour\", topic.titel)", "2 | counted(\"jour\", topic.titel)"] {
        let text = format!("{{% for topic in topics %}}{{{{ {said} }}}}{{% endfor %}}");
        let error = Template::own(DocumentKind::Minutes, &text, Language::French).verify().unwrap_err();
        assert!(matches!(error.fault, TemplateFault::UnknownVariable { .. }), "{text}: {error:?}");
    }
}

#[test]
fn a_template_that_is_wrong_refuses_its_own_document_alone() {
    let copy = with_template("{{ council.nom }}\n");
    assert_eq!(council(copy.path(), &["minutes", "les-tilleuls"]).status.code(), Some(1));
    let table = council(copy.path(), &["status"]);
    assert_eq!((stderr(&table).as_str(), table.status.code()), ("", Some(0)));
}

#[test]
fn a_template_that_only_some_records_would_break_is_told() {
    // What it relies on is there in one session, and missing in another.
    assert_told("{% if attendance %}{{ attendance.counts.present }}{% endif %}\n", "1:23", "attendance.counts.present");
    assert_told("{{ topics[0].title }}\n", "1:10", "[0].title");
    assert_told("{% if session.quorum == \"not-reached\" %}{{ 1 / 0 }}{% endif %}\n", "1:44", "1 / 0");
}

#[test]
fn a_template_cannot_run_for_ever() {
    let text = "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}";
    let record = Record::open(Store::open(full_record()));
    let files = record.council(&Id::new("les-tilleuls").unwrap());
    let session: SessionId = "2023-05-10".parse().unwrap();
    let template = Template::own(DocumentKind::Minutes, text, Language::French);
    match minutes(&record, &files, session, &template) {
        Err(DocumentError::Template(error)) => {
            assert_eq!(error.fault, TemplateFault::TooLong);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn built_in_templates_name_nothing_unknown() {
    for kind in DocumentKind::ALL.iter().copied() {
        for language in [Language::French, Language::English] {
            Template::built_in(kind, language).verify().unwrap();
        }
    }
}

#[test]
fn minutes_are_refused_where_a_file_they_are_made_of_is_wrong() {
    let copy = copied();
    let survey = copy.path().join("les-tilleuls/surveys");
    std::fs::create_dir(&survey).unwrap();
    std::fs::write(survey.join("2023-04.yaml"), "retuned: 3\n").unwrap();
    assert!(council(copy.path(), &["minutes", "les-tilleuls"]).status.success(), "minutes read no survey");
    let path = copy.path().join("les-tilleuls/plan.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("due: 2023-04", "due: 2023-13")).unwrap();
    let output = council(copy.path(), &["minutes", "les-tilleuls", "--stdout"]);
    assert_eq!((stdout(&output).as_str(), output.status.code()), ("", Some(1)));
    assert!(stderr(&output).contains("erreur[bad-date]"), "{}", stderr(&output));
}

#[test]
fn the_full_record_has_no_error() {
    let record = Record::open(Store::open(full_record()));
    let errors = check(&record, &Scope::Whole, "2023-06-01".parse().unwrap());
    assert_eq!(errors.count(council::diagnostic::Severity::Error), 0);
}

#[test]
fn an_error_in_a_template_with_windows_line_ends_is_told_at_its_line() {
    assert_told(
        "# {{ council.name }}\r\n\r\n{% if draft %}\r\nProjet\r\n{% endif %}\r\n{{ sesion.date }}\r\n",
        "6:4",
        "session.date",
    );
    assert_told("Le lieu de la séance\n{{ lieu }}\n", "2:4", "lieu");
    assert_told(
        "{% for action in follow_up %}{% if not action.owners %}{{ action.titel }}{% endif %}{% endfor %}\n",
        "1:59",
        "action.title",
    );
    assert_told("{{ attendance.present }}\n", "1:4", "attendance.present");
}

/// The minutes of a session that was held, with this as the discussion of its only topic.
fn discussed(discussion: &str) -> String {
    let copy = copied();
    let block = discussion.replace('\n', "\n      ");
    let session = format!(
        "status: held\ntopics:\n  - title: Premier\n    # council: allow markdown-html\n    \
         discussion: |\n      {block}\n  - title: Second\nnext:\n  date: 2023-09\n"
    );
    std::fs::write(copy.path().join("les-tilleuls/sessions/2023-05-11.yaml"), session).unwrap();
    stdout(&council(copy.path(), &["minutes", "les-tilleuls", "2023-05-11", "--stdout"]))
}

#[test]
fn a_discussion_cannot_break_the_document_around_it() {
    use pulldown_cmark::{Event, Parser, Tag};
    for discussion in [
        "```\ncode",
        "~~~~ text\ncode\n~~~",
        "<!-- caché",
        "<script>alert(1)\n\nsuite",
        "> cité\n```",
        "# Un\n\nDeux\n===",
        "- a\n  ```\n  b",
    ] {
        let text = discussed(discussion);
        let events: Vec<Event<'_>> = Parser::new(&text).collect();
        let levels = events.iter().filter_map(|event| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
            _ => None,
        });
        let levels: Vec<usize> = levels.collect();
        assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{levels:?} in\n{text}");
        assert_eq!(levels.iter().filter(|level| **level == 4).count(), 2, "{discussion}:\n{text}");
        let html = events.iter().any(|event| matches!(event, Event::Html(_)));
        assert!(!html, "{discussion}:\n{text}");
        let headings = text.lines().filter(|line| line.starts_with("### ")).count();
        let seen = levels.iter().filter(|level| **level == 3).count();
        assert_eq!(seen, headings, "{discussion}:\n{text}");
    }
}

#[test]
fn a_name_is_printed_only_by_a_consent_that_surely_holds() {
    let named = |consent: &str| {
        let copy = copied();
        let path = copy.path().join("les-tilleuls/council.yaml");
        let text = std::fs::read_to_string(&path).unwrap();
        let start = text.find("    consent:").unwrap();
        let end = text.find("    position:").unwrap();
        std::fs::write(&path, format!("{}{consent}{}", &text[..start], &text[end..])).unwrap();
        stdout(&council(copy.path(), &["minutes", "les-tilleuls", "2023-05-10", "--stdout"])).contains("Mme D.")
    };
    let consent = |given: &str, rest: &str| format!("    consent:\n      given: {given}\n{rest}");
    let minutes = "      for:\n        - minutes\n";
    assert!(named(&consent("2023-05-10", minutes)));
    assert!(named(&consent("2022", minutes)));
    assert!(!named(&consent("2023-05-11", minutes)), "later than the session");
    assert!(!named(&consent("2023-05", minutes)), "perhaps later than the session");
    assert!(!named(&consent("2022", "      for:\n        - site\n")), "for something else");
    assert!(!named(&consent("2022", &format!("      withdrawn: 2024\n{minutes}"))), "withdrawn");
    assert!(!named(""), "none");
}

#[test]
fn the_records_of_the_project_have_no_error_on_any_day() {
    for record in ["councils", "examples/minimal"] {
        for today in ["1900-01-01", "2011-04-05", "2011-04-06", "2012-02-29", "2026-11-24", "2199-12-31"] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
            let args = ["check", "--deny", "warnings", "--today", today, "--record", record];
            let output = command.current_dir(project()).args(args).output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{record} on {today}: {}", stdout(&output));
        }
    }
}
