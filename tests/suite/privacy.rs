//! The words that the rules on privacy stop at, measured on `words/sentences.txt`: labelled sentences, one half of which
//! nobody tuned for.

use council::check::{Scope, check};
use council::locale::problem::Problem;
use council::privacy::private_words;
use council::record::Record;
use council::store::Store;
use std::path::Path;

/// What each rule is held to, on each half.
const LEAST: f64 = 0.95;

struct Labelled {
    label: String,
    sentence: String,
}

fn sentences() -> Vec<Labelled> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/words/sentences.txt");
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let labelled = lines.map(|line| {
        let (label, sentence) = line.split_once(" | ").unwrap_or_else(|| panic!("no label: {line}"));
        assert!(matches!(label, "none" | "personal-data" | "sensitive-comment"), "{line}");
        Labelled { label: label.to_owned(), sentence: sentence.to_owned() }
    });
    labelled.collect()
}

/// The rules that find something in a sentence.
fn found(sentence: &str) -> Vec<&'static str> {
    let rule = |is_data| if is_data { "personal-data" } else { "sensitive-comment" };
    private_words(sentence).iter().map(|private| rule(private.what.is_data())).collect()
}

struct Measured {
    precision: f64,
    recall: f64,
    wrong: Vec<String>,
}

fn measure(rule: &str, sentences: &[&Labelled]) -> Measured {
    let (mut hits, mut told, mut wanted) = (0.0, 0.0, 0.0);
    let mut wrong = Vec::new();
    for labelled in sentences {
        let is_told = found(&labelled.sentence).contains(&rule);
        let is_wanted = labelled.label == rule;
        told += f64::from(u8::from(is_told));
        wanted += f64::from(u8::from(is_wanted));
        hits += f64::from(u8::from(is_told && is_wanted));
        if is_told != is_wanted {
            wrong.push(format!("  {} {}", if is_told { "too much:" } else { "missed:  " }, labelled.sentence));
        }
    }
    Measured { precision: hits / told, recall: hits / wanted, wrong }
}

#[test]
fn what_is_private_is_found_and_nothing_else() {
    let all = sentences();
    assert!(all.len() >= 360);
    let quiet = all.iter().filter(|labelled| labelled.label == "none").count();
    assert!(
        (0.4..0.6).contains(&(f64::from(u32::try_from(quiet).unwrap()) / f64::from(u32::try_from(all.len()).unwrap())))
    );
    let half = |parity: usize| all.iter().skip(parity).step_by(2).collect::<Vec<_>>();
    let mut low = Vec::new();
    for rule in ["personal-data", "sensitive-comment"] {
        for (name, sentences) in [("tuned on", half(0)), ("held out", half(1))] {
            let Measured { precision, recall, wrong } = measure(rule, &sentences);
            eprintln!("{rule}, {name}: {} sentences, precision {precision:.3}, recall {recall:.3}", sentences.len());
            let is_shown = name == "tuned on" || std::env::var_os("COUNCIL_HELD_OUT").is_some();
            eprintln!("{}", if is_shown { wrong.join("\n") } else { String::new() });
            low.extend((precision <= LEAST || recall <= LEAST).then_some((rule, name)));
        }
    }
    assert!(low.is_empty(), "{low:?}");
}

#[test]
fn real_and_example_records_say_nothing_private() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for record in ["councils", "examples/habitat-exemple", "examples/minimal"] {
        let opened = Record::open(Store::open(root.join(record)));
        let found = check(&opened, &Scope::Whole, "2024-03-15".parse().unwrap()).diagnostics;
        let private = found.iter().filter(|problem| matches!(problem.problem, Problem::Privacy(_)));
        assert_eq!(private.map(|problem| format!("{} {:?}", problem.path, problem.place)).collect::<Vec<_>>(), [""; 0]);
    }
}

/// In each of these texts, these rules find something.
fn assert_found(rules: &[&str], texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), rules, "{text}");
    }
}

#[test]
fn quotation_marks_hide_nothing() {
    assert_found(
        &["sensitive-comment"],
        &["M. Roux est « alcoolique »", "M. Roux est \"alcoolique\"", "M. Roux est “alcoolique”, dit-on"],
    );
    assert_found(
        &[],
        &[
            "Le thème « alcoolique et voisin » est proposé pour une pièce de théâtre.",
            "Elle a « Le Malade imaginaire » au programme.",
            "Il est au « Fou du roi ».",
            "M. Petit a dit non. \"Il est là\" \"malade\" se dit souffrant",
        ],
    );
}

#[test]
fn who_suffered_an_offence_is_accused_of_none() {
    assert_found(
        &[],
        &[
            "M. Roux a été agressé dans le hall.",
            "Mme Roux a encore été insultée.",
            "La gardienne a été régulièrement agressée par un inconnu.",
            "M. Roux a été volé, puis cambriolé deux fois.",
        ],
    );
    assert_found(
        &["sensitive-comment"],
        &["M. Roux a agressé le gardien.", "Elle a insulté la gardienne.", "M. Roux a été condamné."],
    );
}

#[test]
fn a_telephone_is_found_whatever_blanks_part_it() {
    assert_found(
        &["personal-data"],
        &[
            "06\u{a0}12 34 56 78",
            "06  12  34  56  78",
            "06\u{2009}12\u{2009}34\u{2009}56\u{2009}78",
            "06\u{202f}12\u{a0}34 56 78",
        ],
    );
    assert_found(&[], &["06.12 34.56 78", "Lot n° 0612345678"]);
}

#[test]
fn any_text_is_read_without_a_panic() {
    for text in
        ["", "@", "0", "+", "é@é.é", "a@b.", "(0)", "+33 (0", "M.", "est fou", "\u{301}fou", "0\u{a0}", "FR76", "du 5"]
    {
        private_words(text);
    }
    for labelled in sentences() {
        for (at, _) in labelled.sentence.char_indices() {
            private_words(&labelled.sentence[at..]);
            private_words(&labelled.sentence[..at]);
        }
    }
}
