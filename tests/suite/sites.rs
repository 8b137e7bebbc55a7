//! The static pages: who is named in them, what is written again and what is taken away, how large a page may grow.

use super::example::{council, example, project};
use super::rules::copy_folder;
use council::model::{Id, Language, Period};
use council::record::Record;
use council::site::{Summary, index};
use council::store::Store;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

const DAY: &str = "2024-03-15";

/// What a page may weigh.
const MOST_BYTES: usize = 100_000;

fn site(record: &Path, out: &Path, day: &str) -> Output {
    council(record, &["site", "--out", out.to_str().unwrap(), "--today", day])
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The text of every file of a site, by its path.
fn files(out: &Path) -> BTreeMap<String, String> {
    fn gather(folder: &Path, root: &Path, files: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, root, files);
            } else {
                let below = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(below, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    gather(out, out, &mut found);
    found
}

/// Every link of a page to another one leads to a file of the site.
fn assert_links(files: &BTreeMap<String, String>) {
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with("html")) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for link in text.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let target = match link.strip_prefix("../") {
                Some(up) => up.to_owned(),
                None if folder.is_empty() => link.to_owned(),
                None => format!("{folder}/{link}"),
            };
            assert!(link.contains(':') || files.contains_key(&target), "{path}: {link}");
        }
    }
}

#[test]
fn members_are_named_only_where_they_agreed_to_stand_on_the_site() {
    let out = TempDir::new().unwrap();
    let output = site(&example(), out.path(), DAY);
    assert!(output.status.success(), "{}", said(&output));
    let files = files(out.path());
    assert_links(&files);
    let all: String =
        files.iter().filter(|(path, _)| path.starts_with("les-tilleuls/")).map(|(_, text)| &**text).collect();
    let body = fs::read_to_string(example().join("les-tilleuls/council.yaml")).unwrap();
    // As the example has it: two of them agreed to the site, two to minutes alone.
    for (name, is_named) in
        [("Mme Delaunay", true), ("Mme Marchetti", true), ("Mme Le Goff", false), ("M. Vasseur", false)]
    {
        assert!(body.contains(name), "{name}");
        assert_eq!(all.contains(name), is_named, "{name}");
    }
    let surname = |name: &str| all.contains(name.rsplit(' ').next().unwrap());
    assert!(!surname("Mme Le Goff") && !surname("M. Vasseur"));
    // Minutes themselves name them.
    let minutes = council(&example(), &["minutes", "les-tilleuls", "2023-03-14", "--stdout"]);
    assert!(String::from_utf8_lossy(&minutes.stdout).contains("Mme Le Goff"));
    for text in files.values() {
        assert!(!text.contains("<script") && text.len() < MOST_BYTES, "{} bytes", text.len());
    }
    assert!(files["les-tilleuls/index.html"].contains("<svg"), "satisfaction is drawn");
}

#[test]
fn only_what_changed_is_written_and_what_is_no_more_is_taken_away() {
    let home = TempDir::new().unwrap();
    let (record, out) = (home.path().join("record"), home.path().join("site"));
    copy_folder(&example(), &record);
    assert!(site(&record, &out, DAY).status.success());
    let before = files(&out);
    let again = site(&record, &out, DAY);
    assert!(said(&again).contains("0 écrit, 0 retiré."), "{}", said(&again));
    fs::write(out.join("a-moi.html"), "à moi").unwrap();
    let page = before.keys().filter(|path| path.starts_with("jean-moulin/20")).max().unwrap().clone();
    fs::remove_file(record.join(page.replace("jean-moulin/", "jean-moulin/sessions/").replace(".html", ".yaml")))
        .unwrap();
    let changed = site(&record, &out, DAY);
    let after = files(&out);
    assert!(said(&changed).contains(", 1 retiré."), "{}", said(&changed));
    assert!(!after.contains_key(&page));
    assert_eq!(after["a-moi.html"], "à moi");
    let differ: BTreeSet<&String> = before.keys().filter(|path| after.get(*path) != before.get(*path)).collect();
    assert!(!differ.is_empty() && differ.iter().all(|path| !path.starts_with("les-tilleuls/")), "{differ:?}");
}

#[test]
fn a_council_with_errors_keeps_its_pages_and_is_told() {
    let home = TempDir::new().unwrap();
    let (record, out) = (home.path().join("record"), home.path().join("site"));
    copy_folder(&example(), &record);
    assert!(site(&record, &out, DAY).status.success());
    let before = files(&out);
    let plan = record.join("les-tilleuls/plan.yaml");
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, text.replace("status: done", "status: faite")).unwrap();
    let output = site(&record, &out, "2024-03-16");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("les-tilleuls") && said(&output).contains("wrong-type"), "{}", said(&output));
    let after = files(&out);
    for (path, text) in before.iter().filter(|(path, _)| path.starts_with("les-tilleuls/")) {
        assert_eq!(after.get(path), Some(text), "{path}");
    }
    assert!(after["le-parc/index.html"] != before["le-parc/index.html"], "a day later");
    assert!(after["index.html"].contains("page pas encore mise à jour"));
    assert_eq!(after["feed.xml"], before["feed.xml"], "its minutes are still there");
    // Where the council's own file cannot be read, nobody can have withdrawn anything.
    let council = record.join("les-tilleuls/council.yaml");
    let body = fs::read_to_string(&council).unwrap();
    fs::write(&council, "name: [").unwrap();
    assert_eq!(site(&record, &out, DAY).status.code(), Some(1));
    for (path, text) in before.iter().filter(|(path, _)| path.starts_with("les-tilleuls/")) {
        assert_eq!(files(&out).get(path), Some(text), "{path}");
    }
    // A consent that is withdrawn is an error as long as the name stands in the file, and its pages go at once.
    assert!(after.values().any(|page| page.contains("Delaunay")));
    let (first, rest) = body.split_once("        - site\n").unwrap();
    fs::write(&council, format!("{first}{rest}")).unwrap();
    let output = site(&record, &out, DAY);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).replace('\u{a0}', " ").contains("Pages non refaites, à cause d'erreurs : les-tilleuls."));
    let after = files(&out);
    assert!(after.keys().all(|path| !path.starts_with("les-tilleuls/")), "{:?}", after.keys());
    assert!(after.values().all(|page| !page.contains("Delaunay")));
    assert_links(&after);
}

#[test]
fn what_is_called_after_somebody_keeps_its_name() {
    let home = TempDir::new().unwrap();
    let (record, out) = (home.path().join("record"), home.path().join("site"));
    copy_folder(&example(), &record);
    let changed = |path: &str, from: &str, to: &str| {
        let text = fs::read_to_string(record.join(path)).unwrap();
        assert!(text.contains(from), "{path}: {from}");
        fs::write(record.join(path), text.replace(from, to)).unwrap();
    };
    changed(
        "les-tilleuls/council.yaml",
        "name: Conseil de Résidents des Tilleuls",
        "name: Conseil de Résidents Louise Éluard",
    );
    changed("les-tilleuls/council.yaml", "name: M. Vasseur", "name: \"Louise d'Aubigny\"");
    changed("les-tilleuls/sessions/2024-04-09.yaml", "Salle commune du 11", "Centre social Louise Michel");
    let output = site(&record, &out, DAY);
    assert!(output.status.success(), "{}", said(&output));
    let pages = files(&out);
    let front = &pages["les-tilleuls/index.html"];
    assert!(
        front.contains("<title>Conseil de Résidents Louise Éluard</title>")
            && front.contains("Centre social Louise Michel")
    );
    assert!(pages["les-tilleuls/2023-03-14.html"].contains("<h1>Conseil de Résidents Louise Éluard</h1>"));
    assert!(pages.values().all(|page| !page.contains("Aubigny")));
    let calendar = council(&record, &["calendar", "les-tilleuls"]);
    let calendar = String::from_utf8(calendar.stdout).unwrap().replace("\r\n ", "");
    assert!(
        calendar.contains("Séance du Conseil de Résidents Louise Éluard")
            && calendar.contains("Centre social Louise Michel")
    );
    assert!(!calendar.contains("Aubigny"));
}

#[test]
fn a_site_goes_over_no_page_of_others_and_never_into_the_record() {
    let home = TempDir::new().unwrap();
    let record = home.path().join("record");
    copy_folder(&project().join("tests/export/record"), &record);
    let others = home.path().join("others");
    fs::create_dir(&others).unwrap();
    fs::write(others.join("index.html"), "la page d'un autre").unwrap();
    let filled = home.path().join("filled");
    fs::create_dir(&filled).unwrap();
    fs::write(filled.join("contacts.csv"), "adresses").unwrap();
    for out in [&others, &filled, &record, &record.join("les-tilleuls/site")] {
        let output = site(&record, out, DAY);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    }
    assert_eq!(fs::read_to_string(others.join("index.html")).unwrap(), "la page d'un autre");
    assert_eq!(fs::read_dir(&others).unwrap().count(), 1);
    assert!(site(&record, &record.join("out/site"), DAY).status.success());
}

/// A thousand more actions of all states, still open in most sessions, with much to say.
fn with_a_thousand_actions(record: &Path) {
    let plan = record.join("les-tilleuls/plan.yaml");
    let text = fs::read_to_string(&plan).unwrap();
    let title = "Remplacer les boîtes aux lettres abîmées & reposer les noms des habitants de l'entrée".repeat(2);
    let states = ["proposed", "planned", "in-progress", "on-hold", "done", "declined", "dropped"];
    let action = |number: usize| {
        let state = states[number % states.len()];
        let reason =
            if matches!(state, "on-hold" | "declined" | "dropped") { "        note: Budget épuisé\n" } else { "" };
        format!(
            "  de-plus-{number}:\n    title: De plus, numéro {number}. {title}\n    decided: 2019-03-12\n    owner: ug-orne\n    \
             updates:\n      - date: 2024-02-{:02}\n        status: {state}\n{reason}",
            1 + number % 28
        )
    };
    let more: String = (0..1000).map(action).collect();
    fs::write(&plan, text.replacen("\nactions:\n", &format!("\nactions:\n{more}"), 1)).unwrap();
}

#[test]
fn no_page_is_larger_than_a_hundred_kilobytes_and_nothing_is_lost_by_that() {
    let home = TempDir::new().unwrap();
    let (record, out) = (home.path().join("record"), home.path().join("site"));
    copy_folder(&example(), &record);
    with_a_thousand_actions(&record);
    let output = site(&record, &out, DAY);
    assert!(output.status.success(), "{}", said(&output));
    let files = files(&out);
    assert_links(&files);
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with("html")) {
        assert!(text.len() < MOST_BYTES, "{path}: {} bytes", text.len());
    }
    let listed = |start: &str| -> usize {
        let pages = files.iter().filter(|(path, _)| path.starts_with(start));
        pages.map(|(_, text)| text.matches("De plus, numéro ").count()).sum()
    };
    assert_eq!(listed("les-tilleuls/actions-"), 1000);
    let releve = "les-tilleuls/2023-03-14";
    assert!(files.keys().filter(|path| path.starts_with(releve)).count() > 2);
    let markdown = council(&record, &["minutes", "les-tilleuls", "2023-03-14", "--stdout"]).stdout;
    assert_eq!(listed(releve), String::from_utf8_lossy(&markdown).matches("De plus, numéro ").count());
    assert!(files[&format!("{releve}-page-2.html")].contains("<h1>Séance du mardi 14 mars 2023, page 2 sur "));
}

#[test]
fn days_are_said_as_residents_say_them() {
    let out = TempDir::new().unwrap();
    assert!(site(&example(), out.path(), DAY).status.success());
    let page = files(out.path()).remove("les-tilleuls/index.html").unwrap();
    let texts: String = page.split('>').filter_map(|part| part.split('<').next()).collect::<Vec<_>>().join(" ");
    let words = texts.split(|sign: char| !sign.is_alphanumeric() && sign != '-');
    let is_date = |text: &&str| text.parse::<Period>().is_ok_and(|period| !matches!(period, Period::Year(_)));
    assert_eq!(words.filter(is_date).collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(page.contains(">septembre 2023<") || page.contains(" septembre 2023<"));
}

#[test]
fn an_index_of_many_councils_has_several_pages() {
    let record = Record::open(Store::open(example()));
    let summary = |number: usize| Summary {
        id: Id::new(&format!("conseil-{number}")).unwrap(),
        name: format!("Conseil de Résidents de la résidence des Grands Champs, numéro {number}"),
        next: Some("mardi 9 avril 2024, 18 h 30, Salle commune du 11 de la rue des Grands Champs".to_owned()),
        has_ended: number.is_multiple_of(7),
        is_of_before: false,
        published: Vec::new(),
    };
    let summaries: Vec<Summary> = (0..1000).map(summary).collect();
    let pages = index(record.landlord.value().unwrap(), &summaries, None, Language::French);
    assert!(pages.len() > 3 && pages.iter().all(|page| page.text.len() < MOST_BYTES));
    let listed: usize = pages.iter().map(|page| page.text.matches("numéro ").count()).sum();
    assert_eq!(listed, 1000);
}
