//! The *pack coaching* of the example and of a second pilot with other modules (`documents/kit/`, whose figures are worked
//! out by hand in `figures.md`): what its guide says, its steps followed to the letter, and that nobody is named in it.

use super::rules::copy_folder;
use council::kit::pack;
use council::model::{DocumentKind, Language};
use council::record::Record;
use council::render::Form;
use council::store::Store;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const EXAMPLE: &str = "examples/habitat-exemple";
const SECOND: &str = "tests/documents/kit/second";

fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn copied(record: &str) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&place(record), copy.path());
    copy
}

/// The record with this file changed by hand.
fn changed(record: &str, path: &str, from: &str, to: &str) -> tempfile::TempDir {
    let copy = copied(record);
    let text = std::fs::read_to_string(copy.path().join(path)).unwrap();
    assert!(text.contains(from), "{path}");
    std::fs::write(copy.path().join(path), text.replace(from, to)).unwrap();
    copy
}

fn council(record: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.env_remove("COUNCIL_RECORD").env_remove("COUNCIL_LANG");
    command.arg("--record").arg(record).args(args).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The files of a record's pack, as the library makes them.
fn packed(record: &Path) -> BTreeMap<String, String> {
    let record = Record::open(Store::open(record.to_owned()));
    pack(&record, Form::Markdown).unwrap().into_iter().map(|file| (file.path, file.text)).collect()
}

/// Every file below a folder.
fn contents(folder: &Path) -> BTreeMap<String, String> {
    let store = Store::open(folder.to_owned());
    let paths = store.files_at("").into_iter().map(|path| path.trim_start_matches('/').to_owned());
    paths.map(|path| (path.clone(), String::from_utf8(store.read(&path).unwrap()).unwrap())).collect()
}

#[test]
fn the_guide_says_what_each_pilot_taught() {
    let assert = Assert::new().action_env("SNAPSHOTS");
    let english = changed(SECOND, "landlord.yaml", "name: Foyer du Val", "name: Foyer du Val\nlanguage: en");
    let cases = [("example", place(EXAMPLE)), ("second", place(SECOND)), ("second-en", english.path().to_owned())];
    for (name, record) in cases {
        let files = packed(&record);
        let sessions: Vec<String> = files
            .iter()
            .filter(|(path, _)| path.contains("/sessions/"))
            .map(|(path, text)| {
                // What scaffolds say in comments is held elsewhere.
                let fields: Vec<&str> = text
                    .lines()
                    .filter(|line| !line.trim_start().starts_with('#') && !line.trim_end().ends_with(':'))
                    .filter(|line| !line.is_empty())
                    .collect();
                format!("== {path}\n{}\n", fields.join("\n"))
            })
            .collect();
        for (kind, text) in [("guide.md", files["guide.md"].clone()), ("sessions.txt", sessions.concat())] {
            let golden = place(&format!("tests/documents/kit/{name}-{kind}"));
            assert.eq(text, Data::read_from(&golden, Some(DataFormat::Text)).raw());
        }
    }
}

/// The commands of a guide's steps, in their order.
fn steps(guide: &str) -> String {
    let blocks = guide.split("```sh\n").skip(1);
    let commands: Vec<&str> = blocks.map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(commands.len() > 4, "{guide}");
    commands.concat()
}

/// Follows a guide in its folder, as somebody would in a terminal: what was printed.
fn followed(pack: &Path, commands: &str) -> String {
    let program = "exec 2>&1; council() { \"$COUNCIL\" \"$@\"; }\n";
    let output = Command::new("sh")
        .args(["-euc", &format!("{program}{commands}")])
        .current_dir(pack)
        .env("COUNCIL", env!("CARGO_BIN_EXE_council"))
        .env_remove("COUNCIL_RECORD")
        .env_remove("COUNCIL_LANG")
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{printed}");
    printed
}

#[test]
#[cfg_attr(windows, ignore = "the steps are run by `sh`")]
fn a_newcomer_who_follows_the_guide_to_the_letter_ends_with_a_council_that_passes_check() {
    let english = changed(EXAMPLE, "landlord.yaml", "language: fr", "language: en");
    let cases = [
        (place(EXAMPLE), "registre/nouveau-conseil", "0 erreur, 0 avertissement"),
        (place(SECOND), "registre/nouveau-conseil", "0 erreur, 0 avertissement"),
        (english.path().to_owned(), "record/new-council", "0 erreur, 0 avertissement"),
    ];
    for (record, folder, sound) in cases {
        let home = tempfile::tempdir().unwrap();
        let pack = home.path().join("pack");
        let made = council(&record, &["kit", "--out", pack.to_str().unwrap()]);
        assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
        let guide = std::fs::read_to_string(pack.join("guide.md")).unwrap();
        let printed = followed(&pack, &steps(&guide));
        assert_eq!(printed.matches(sound).count(), 2, "{printed}");
        let council_folder = home.path().join(folder);
        assert!(council_folder.join("sessions/2098-11-15.yaml").exists(), "{printed}");
        assert!(!council_folder.join("sessions/2099-01-01.yaml").exists());
        let whole = council(council_folder.parent().unwrap(), &["check", "--deny", "warnings"]);
        assert_eq!(whole.status.code(), Some(0), "{}", stderr(&whole));
        filled_in(&guide, &council_folder);
    }
}

/// What the guide's fourth step says by hand: the residence and the questions in the landlord's file, then the council's.
fn filled_in(guide: &str, council_folder: &Path) {
    let record = council_folder.parent().unwrap();
    let pasted = guide.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    let path = record.join("landlord.yaml");
    let mut landlord = std::fs::read_to_string(&path).unwrap();
    let mut below = String::new();
    for line in pasted.lines().rev() {
        if line.starts_with(' ') {
            below = format!("{line}\n{below}");
        } else {
            assert_eq!(landlord.matches(&format!("\n{line}\n")).count(), 1, "{line}");
            landlord = landlord.replace(&format!("\n{line}\n"), &format!("\n{line}\n{below}"));
            below.clear();
        }
    }
    landlord = landlord.replace("\nresidences:\n", "\nresidences:\n  les-acacias:\n    name: Les Acacias\n");
    std::fs::write(&path, landlord).unwrap();
    let path = council_folder.join("council.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text.replace("\nresidence:\n", "\nresidence: les-acacias\n");
    std::fs::write(&path, text.replace("\ncreated:\n", "\ncreated: 2024-03-15\n")).unwrap();
    let whole = council(record, &["check", "--deny", "warnings", "--today", "2024-03-20"]);
    assert_eq!(whole.status.code(), Some(0), "{}", stderr(&whole));
    let asked = council(record, &["questionnaire", council_folder.file_name().unwrap().to_str().unwrap(), "--stdout"]);
    assert_eq!(asked.status.code(), Some(0), "{}", stderr(&asked));
    assert!(String::from_utf8_lossy(&asked.stdout).contains('?'));
}

#[test]
#[cfg_attr(windows, ignore = "the steps are run by `sh`")]
fn a_colleague_puts_it_into_the_record_that_is_there_under_the_residence_s_name() {
    let home = tempfile::tempdir().unwrap();
    let (record, pack) = (home.path().join("habitat"), home.path().join("pack"));
    copy_folder(&place(EXAMPLE), &record);
    assert!(council(&record, &["kit", "--out", pack.to_str().unwrap()]).status.success());
    let before = contents(&record);
    let commands = steps(&std::fs::read_to_string(pack.join("guide.md")).unwrap());
    // As the guide says: the record's folder, and the second name.
    let commands = commands.replace("../registre", "../habitat").replace("cp -r nouveau-conseil", "cp -r NAME");
    let commands = commands.replace("nouveau-conseil", "bords-de-l-orne").replace("NAME", "nouveau-conseil");
    followed(&pack, &commands);
    let whole = council(&record, &["check", "--today", "2024-03-15"]);
    assert_eq!(whole.status.code(), Some(0), "{}", stderr(&whole));
    let after = contents(&record);
    for (path, text) in &before {
        assert_eq!(after.get(path), Some(text), "{path}");
    }
    assert!(after.contains_key("bords-de-l-orne/sessions/2098-11-15.yaml"));
}

#[test]
fn nobody_is_named_in_a_pack() {
    for record in [EXAMPLE, SECOND] {
        let read = Record::open(Store::open(place(record)));
        let mut people = Vec::new();
        for id in &read.root().councils {
            let files = read.council(id);
            let council = files.council.value().unwrap();
            people.extend(council.members.values().filter_map(|member| Some(member.name.as_ref()?.to_string())));
            for (_, session) in files.readable_sessions() {
                let guests = session.attendance.iter().flat_map(|attendance| attendance.guests.iter());
                people.extend(guests.map(ToString::to_string));
            }
        }
        assert!(people.len() > 2, "{people:?}");
        // The scaffold of any session has a guest in an example.
        let scaffold = std::fs::read_to_string(place("templates/fr/session.yaml")).unwrap();
        for (path, text) in packed(&place(record)) {
            let lines = text.lines().filter(|line| !scaffold.contains(line.trim()) || line.is_empty());
            let text = lines.collect::<Vec<_>>().join("\n").to_lowercase();
            for person in &people {
                let surname = person.rsplit(' ').next().unwrap().to_lowercase();
                assert!(!text.contains(&person.to_lowercase()), "{person} in {path}");
                let is_word = |at: usize| {
                    let next = text[at + surname.len()..].chars().next();
                    let last = text[..at].chars().next_back();
                    [next, last].into_iter().flatten().all(|sign| !sign.is_alphanumeric())
                };
                let is_name = person.starts_with('M') && surname.len() > 2;
                let named = is_name && text.match_indices(&surname).any(|(at, _)| is_word(at));
                assert!(!named, "{surname} in {path}");
            }
        }
    }
}

#[test]
fn pilots_with_other_modules_give_other_packs() {
    let (example, second) = (packed(&place(EXAMPLE)), packed(&place(SECOND)));
    for (title, own, other) in [
        ("Écouter et reformuler", &example, &second),
        ("Préparer une demande", &example, &second),
        ("Le tour de parole", &second, &example),
    ] {
        for path in ["guide.md", "nouveau-conseil/sessions/2099-01-01.yaml", "nouveau-conseil/sessions/"] {
            let holds = |files: &BTreeMap<String, String>| {
                files.iter().any(|(name, text)| name.starts_with(path) && text.contains(title))
            };
            assert!(holds(own) && !holds(other), "{title} in {path}");
        }
    }
    assert_ne!(example.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
}

#[test]
fn the_same_record_gives_the_same_bytes_on_any_day_and_in_any_folder() {
    let home = tempfile::tempdir().unwrap();
    let written = |name: &str, today: &str| {
        let folder = home.path().join(name);
        let made = council(&place(EXAMPLE), &["kit", "--out", folder.to_str().unwrap(), "--today", today]);
        assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
        contents(&folder)
    };
    let first = written("one", "2024-03-15");
    assert_eq!(first, written("some/where/else", "2031-12-31"));
    assert_eq!(first, packed(&place(EXAMPLE)));
}

/// What a section cites: `coaching.yaml, lessons.duree`, `copilotage/council.yaml`, `lessons.duree`.
fn citations(guide: &str) -> Vec<String> {
    let lines = guide.lines().filter_map(|line| line.split("*Source : ").nth(1));
    let cited = lines.flat_map(|line| line.trim_end_matches('*').split(" ; "));
    cited.map(|citation| citation.trim_matches(['`', '\u{a0}', ' ']).to_owned()).collect()
}

#[test]
fn each_section_cites_records_that_are_there() {
    for record in [EXAMPLE, SECOND] {
        let guide = packed(&place(record))["guide.md"].replace('\u{a0}', " ");
        for section in guide.split("\n## ").skip(1) {
            let is_steps = section.starts_with("Mettre");
            assert!(is_steps || section.contains("*Source : "), "{section}");
        }
        for citation in citations(&guide) {
            let (file, key) = match citation.split_once(", ") {
                Some((file, key)) => (file.to_owned(), Some(key.to_owned())),
                None if citation.contains('/') => (citation.clone(), None),
                None => ("coaching.yaml".to_owned(), Some(citation.clone())),
            };
            let text = std::fs::read_to_string(place(record).join(&file)).unwrap_or_else(|_| panic!("{citation}"));
            let Some(key) = key else { continue };
            // A stage or a list of which nothing is said is what its citation shows.
            let last = key.rsplit('.').next().unwrap();
            let is_there = text.lines().any(|line| line.trim_start().starts_with(&format!("{last}:")));
            assert!(is_there || key == "stages.capitalise", "{citation}");
        }
    }
}

#[test]
fn the_landlord_s_own_templates_word_the_pack_and_are_in_it() {
    let copy = copied(SECOND);
    let templates = copy.path().join("templates");
    std::fs::create_dir_all(&templates).unwrap();
    std::fs::write(
        templates.join("kit.md"),
        "Nos modules :\n{% for it in modules %}\n- {{ it.title }}\n{% endfor %}\n",
    )
    .unwrap();
    let sheet = "{# Fait par Mme Roux et de Paul Durand, 06 12 34 56 78 #}Signez : {{ session.date }}\n";
    std::fs::write(templates.join("sheet.md"), sheet).unwrap();
    let files = packed(copy.path());
    assert_eq!(files["guide.md"], "Nos modules\u{a0}:\n- Le tour de parole\n- Écrire une affiche\n");
    assert_eq!(files["emargement.md"], "Signez\u{a0}: ……………………\n");
    let masked = "{# Fait par une personne et d'une personne, […] #}Signez : {{ session.date }}\n";
    assert_eq!(files["templates/sheet.md"], masked);
    for kind in DocumentKind::ALL {
        assert!(files.contains_key(&format!("templates/{}.md", kind.name())), "{kind:?}");
    }
    assert_eq!(files["templates/minutes.md"], std::fs::read_to_string(place("templates/fr/minutes.md")).unwrap());
}

#[test]
fn a_pack_writes_over_nothing_and_a_stopped_one_is_finished() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("pack");
    let make = || council(&place(SECOND), &["kit", "--out", folder.to_str().unwrap()]);
    assert_eq!(make().status.code(), Some(0));
    let whole = contents(&folder);
    std::fs::remove_file(folder.join("templates/report.md")).unwrap();
    assert_eq!(make().status.code(), Some(0), "stopped before the last file");
    assert_eq!(contents(&folder), whole);
    std::fs::write(folder.join("nouveau-conseil/council.yaml"), "name: Le nôtre\n").unwrap();
    let refused = make();
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("nouveau-conseil/council.yaml"), "{}", stderr(&refused));
    assert_eq!(contents(&folder)["nouveau-conseil/council.yaml"], "name: Le nôtre\n");
    let other = home.path().join("documents");
    std::fs::create_dir(&other).unwrap();
    std::fs::write(other.join("lettre.txt"), "Bonjour").unwrap();
    let refused = council(&place(SECOND), &["kit", "--out", other.to_str().unwrap(), "--lang", "en"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("holds something else already"), "{}", stderr(&refused));
    assert_eq!(contents(&other).len(), 1);
}

#[test]
fn a_pack_that_cannot_be_made_says_why_and_writes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("pack");
    let refused = |record: &Path, lang: &str, out: &Path| {
        let output = council(record, &["kit", "--out", out.to_str().unwrap(), "--lang", lang]);
        (output.status.code(), stderr(&output))
    };
    let (code, said) = refused(&place("examples/minimal"), "fr", &out);
    assert_eq!(code, Some(2));
    assert!(said.contains("ce registre n'a pas de coaching.yaml"), "{said}");
    let (code, said) = refused(&place("examples/minimal"), "en", &out);
    assert_eq!(code, Some(2));
    assert!(said.contains("this record has no coaching.yaml"), "{said}");
    let broken = changed(SECOND, "coaching.yaml", "verdict: drop", "verdict: laisser");
    let (code, said) = refused(broken.path(), "fr", &out);
    assert_eq!(code, Some(1));
    assert!(said.contains("coaching.yaml:") && said.contains("wrong-type"), "{said}");
    let unnamed = changed(SECOND, "vergers/council.yaml", "role: caretaker", "role: gardienne");
    let (code, said) = refused(unnamed.path(), "fr", &out);
    assert_eq!((code, said.contains("vergers/council.yaml")), (Some(1), true), "{said}");
    let unread = changed(EXAMPLE, "copilotage/surveys/2023-06.yaml", "answers:", "answres:");
    let (code, said) = refused(unread.path(), "fr", &out);
    assert_eq!((code, said.contains("copilotage/surveys/2023-06.yaml")), (Some(1), true), "{said}");
    let copy = copied(SECOND);
    let (code, said) = refused(copy.path(), "fr", &copy.path().join("pack"));
    assert_eq!(code, Some(2));
    assert!(said.contains("dans le registre"), "{said}");
    assert!(!out.exists() && !copy.path().join("pack").exists());
    assert_eq!(refused(copy.path(), "fr", &copy.path().join("out/pack")).0, Some(0));
    #[cfg(unix)]
    {
        let link = home.path().join("link");
        std::os::unix::fs::symlink(copy.path(), &link).unwrap();
        assert_eq!(refused(copy.path(), "fr", &link.join("pack")).0, Some(2), "through a link");
        assert!(!copy.path().join("pack").exists());
    }
}

#[test]
fn a_pilot_that_has_only_begun_says_so() {
    let record = Record::open(Store::open(place("councils")));
    assert_eq!(record.language(), Language::French);
    let guide = &packed(&place("councils"))["guide.md"].replace('\u{a0}', " ");
    for said in [
        "Aucun module n'a encore été essayé et retenu.",
        "Aucune séance d'accompagnement n'est notée : rien de ce guide n'a été essayé.",
        "Des étapes restent à finir : choisir les sites (prévue) ; définir l'accompagnement (prévue)",
        "Aucune leçon n'a été écrite.",
    ] {
        assert!(guide.contains(said), "{said}\n{guide}");
    }
}

#[test]
fn a_pack_of_pages_names_the_pages() {
    let record = Record::open(Store::open(place(EXAMPLE)));
    let files: BTreeMap<String, String> =
        pack(&record, Form::Html).unwrap().into_iter().map(|file| (file.path, file.text)).collect();
    let guide = &files["guide.html"];
    for page in ["emargement.html", "questionnaires/avant-locataires.html"] {
        assert!(files.contains_key(page) && guide.contains(page), "{page}: {:?}", files.keys());
        assert!(files[page].starts_with("<!DOCTYPE html>"), "{page}");
    }
    assert!(!files.contains_key("guide.md") && files.contains_key("templates/kit.md"));
    assert!(files.iter().any(|(path, text)| path.contains("/sessions/") && text.contains("guide.html")));
}
