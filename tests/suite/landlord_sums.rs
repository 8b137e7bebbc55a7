//! What tables show of all councils together is the sum of what they show of each: promises, diagnoses, satisfaction.

use super::scale::generate;
use council::record::Record;
use council::satisfaction::Pooled;
use council::store::Store;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const DAYS: [&str; 4] = ["2024-03-15", "2023-12-31", "2022-06-30", "2019-05-01"];

/// The records that are added up; the last is generated, with 24 councils.
fn records() -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    generate::record(folder.path(), 24, 7).unwrap();
    let own = ["examples/habitat-exemple", "tests/tables/chain/record", "tests/tables/no-charter/record"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all: Vec<PathBuf> = own.iter().map(|path| root.join(path)).collect();
    all.push(folder.path().to_owned());
    (folder, all)
}

/// The objects of a command, by their table.
fn tables(record: &Path, day: &str, arguments: &[&str]) -> BTreeMap<String, Vec<Value>> {
    let output = Command::new(env!("CARGO_BIN_EXE_council"))
        .env_remove("COUNCIL_RECORD")
        .args(arguments)
        .args(["--format", "json", "--today", day, "--record"])
        .arg(record)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?} {day}: {output:?}");
    let mut tables: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for object in serde_json::from_slice::<Vec<Value>>(&output.stdout).unwrap() {
        let table = object["table"].as_str().unwrap_or_default().to_owned();
        tables.entry(table).or_default().push(object);
    }
    tables
}

fn number(object: &Value, key: &str) -> u64 {
    object[key].as_u64().unwrap_or_else(|| panic!("{key} of {object}"))
}

#[test]
fn a_promise_is_kept_in_as_many_councils_as_keep_it() {
    let (_folder, records) = records();
    for (record, day) in records.iter().flat_map(|record| DAYS.map(|day| (record, day))) {
        let tables = tables(record, day, &["charter"]);
        let mut sums: BTreeMap<(String, String, i64), [u64; 3]> = BTreeMap::new();
        let key = |object: &Value| {
            let text = |key: &str| object[key].as_str().unwrap().to_owned();
            (text("kind"), text("promise"), object["year"].as_i64().unwrap())
        };
        for object in tables.get("councils").into_iter().flatten() {
            let place = ["kept", "broken", "unmeasured"].iter().position(|word| object["verdict"] == **word).unwrap();
            assert_eq!(place == 2, object["why"].is_string(), "{object}");
            sums.entry(key(object)).or_default()[place] += 1;
        }
        let whole = tables.get("landlord").into_iter().flatten();
        let whole =
            whole.map(|object| (key(object), ["kept", "broken", "unmeasured"].map(|word| number(object, word))));
        assert_eq!(whole.collect::<BTreeMap<_, _>>(), sums, "{} {day}", record.display());
        for object in tables.get("landlord").into_iter().flatten() {
            let whys = object["why"].as_object().unwrap().values().map(|many| many.as_u64().unwrap());
            assert_eq!(whys.sum::<u64>(), number(object, "unmeasured"), "{object}");
        }
    }
}

#[test]
fn the_diagnosis_by_theme_is_the_sum_of_findings_and_actions() {
    const REVIEWS: [&str; 4] = ["solved", "better", "same", "worse"];
    const KINDS: [(&str, &str); 3] = [("strength", "strengths"), ("mixed", "mixed"), ("weakness", "weaknesses")];
    let (_folder, records) = records();
    for (record, day) in records.iter().flat_map(|record| DAYS.map(|day| (record, day))) {
        let tables = tables(record, day, &["diagnosis"]);
        let mut sums: BTreeMap<(Option<String>, &str), u64> = BTreeMap::new();
        let mut cents: BTreeMap<Option<String>, i64> = BTreeMap::new();
        let theme = |object: &Value| object["theme"].as_str().map(str::to_owned);
        #[allow(clippy::cast_possible_truncation, reason = "euros to the cent")]
        let in_cents = |object: &Value| (object["euros"].as_f64().unwrap() * 100.0).round() as i64;
        for object in tables.get("findings").into_iter().flatten() {
            let first = object["axes"].as_array().unwrap().iter().find_map(theme);
            let (_, kind) = KINDS.into_iter().find(|(kind, _)| object["kind"] == *kind).unwrap();
            *sums.entry((first.clone(), kind)).or_default() += 1;
            if let Some(last) = object["reviews"].as_array().unwrap().last() {
                let review = REVIEWS.into_iter().find(|review| last["review"] == *review).unwrap();
                *sums.entry((first.clone(), review)).or_default() += 1;
            }
            if object["breaks"].as_array().unwrap().iter().any(|at| at["at"] == "no-axis") {
                *sums.entry((first, "unanswered")).or_default() += 1;
            }
        }
        let is_own = |object: &&Value| object["action"].as_str().is_some_and(|action| !action.contains('/'));
        for object in tables.get("axes").into_iter().flatten().filter(is_own) {
            let stage = match object["status"].as_str().unwrap() {
                "done" => "done",
                "declined" | "dropped" => "given_up",
                "proposed" | "on-hold" => "waiting",
                _ if object["days_late"].is_i64() => "late",
                _ => "open",
            };
            *sums.entry((theme(object), stage)).or_default() += 1;
            *cents.entry(theme(object)).or_default() += in_cents(object);
        }
        let mut told = 0;
        for object in tables.get("themes").into_iter().flatten() {
            for key in ["strengths", "mixed", "weaknesses", "unanswered", "done", "late", "open", "waiting", "given_up"]
                .into_iter()
                .chain(REVIEWS)
            {
                let sum = sums.get(&(theme(object), key)).copied().unwrap_or_default();
                assert_eq!(number(object, key), sum, "{key} {} {day}: {object}", record.display());
                told += sum;
            }
            assert_eq!(in_cents(object), cents.get(&theme(object)).copied().unwrap_or_default(), "{object}");
        }
        assert_eq!(told, sums.values().sum::<u64>(), "{} {day}", record.display());
    }
}

#[test]
fn a_council_that_is_named_is_shown_alone() {
    let record = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/habitat-exemple");
    for (command, whole) in [("charter", &["landlord", "taking-part"][..]), ("diagnosis", &["themes"])] {
        let [one, all] = [&[command, "le-parc"][..], &[command]].map(|arguments| tables(&record, DAYS[0], arguments));
        for name in whole {
            assert!(all.contains_key(*name) && !one.contains_key(*name), "{command} {name}");
        }
        for (name, objects) in &one {
            let of_council = |object: &&Value| object["council"].is_null() || object["council"] == "le-parc";
            assert_eq!(objects.iter().collect::<Vec<_>>(), all[name].iter().filter(of_council).collect::<Vec<_>>());
        }
    }
}

/// Every council's own answers of a record.
fn of_councils(record: &Record) -> Vec<Pooled> {
    let landlord = record.landlord.value().unwrap();
    let day = DAYS[0].parse().unwrap();
    record.root().councils.iter().map(|id| Pooled::of(landlord, &record.council(id), day)).collect()
}

fn added(parts: impl IntoIterator<Item = Pooled>) -> Pooled {
    parts.into_iter().fold(Pooled::default(), |mut all, part| {
        all.add(part);
        all
    })
}

proptest! {
    #[test]
    fn answers_are_added_up_in_any_order_and_in_any_groups(
        which in 0_usize..2, order in Just((0..64_usize).collect::<Vec<_>>()).prop_shuffle(), cut in 0_usize..64,
    ) {
        let path = ["examples/habitat-exemple", "tests/tables/chain/record"][which];
        let record = Record::open(Store::open(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)));
        let parts = of_councils(&record);
        let all = added(parts.clone());
        let shuffled: Vec<Pooled> = order.into_iter().filter_map(|place| parts.get(place).cloned()).collect();
        prop_assert_eq!(&added(shuffled.clone()), &all);
        let (some, others) = shuffled.split_at(cut.min(shuffled.len()));
        prop_assert_eq!(&added([added(some.iter().cloned()), added(others.iter().cloned())]), &all);
    }
}
