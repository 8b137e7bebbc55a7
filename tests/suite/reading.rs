//! What holds of reading whatever is written: no text is changed in silence, both readers agree, quotes keep a text.

use council::model::{Charter, Coaching, Council, Landlord, List, Plan, Session, Survey, Text};
use council::store::{FileKind, Layout};
use council::yaml::{Reading, apply, quoted, read, read_carefully};
use proptest::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    title: Text,
    #[serde(default)]
    list: List<Text>,
}

/// Texts such as people type, with every sign that means something to the reader.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-zéèçàœ’']{1,8}",
        1 => "[-:#,&*!|>%@`\"'?{}\\[\\]\\\\~]{1,2}",
        1 => prop_oneof![Just("l'accès"), Just("18:30"), Just("#12"), Just("«"), Just("»"), Just(":"), Just("😐")]
            .prop_map(str::to_owned),
    ];
    prop::collection::vec(word, 1..7).prop_map(|words| words.join(" "))
}

/// Says whether a line holds more than a text: quotes around it, a comment after a space, the sign of a text over
/// several lines, nothing.
fn is_more_than_text(text: &str) -> bool {
    let comment = text.match_indices('#').any(|(at, _)| {
        let glued = text[at + 1..].starts_with(char::is_alphanumeric);
        (at == 0 || text[..at].ends_with(' ')) && !glued
    });
    text.starts_with(['"', '\'', '|', '>', '~', '#']) || comment
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn quotes_keep_every_text(text in "[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\r]{1,40}") {
        // `~` and `null` stand for nothing, quoted or not: nobody has them for a title.
        prop_assume!(Text::new(&text).is_some());
        let note: Reading<Note> = read(format!("title: {}\n", quoted(&text)).as_bytes());
        prop_assert!(note.faults.is_empty(), "{:?}", note.faults);
        let read = note.value.unwrap();
        prop_assert_eq!(read.title.as_str(), text);
    }

    #[test]
    fn no_text_is_changed_in_silence(text in text(), in_list: bool) {
        let file = if in_list { format!("title: x\nlist:\n  - {text}\n") } else { format!("title: {text}\n") };
        let note: Reading<Note> = read(file.as_bytes());
        let kept = note.value.as_ref().and_then(|note| if in_list { note.list.first() } else { Some(&note.title) });
        if note.faults.is_empty() && !is_more_than_text(&text) {
            prop_assert_eq!(kept.map(Text::as_str), Some(text.as_str()), "{}", file);
        }
    }

    #[test]
    fn what_is_mended_says_what_was_typed(text in text()) {
        prop_assume!(!is_more_than_text(&text));
        let file = format!("title: {text}\n");
        let note: Reading<Note> = read(file.as_bytes());
        let [fault] = note.faults.as_slice() else { return Ok(()) };
        let Some(fix) = &fault.fix else { return Ok(()) };
        let mended = apply(&file, std::slice::from_ref(fix));
        let again: Reading<Note> = read(mended.as_bytes());
        prop_assert!(again.faults.is_empty(), "{mended}: {:?}", again.faults);
        let said = again.value.unwrap().title;
        prop_assert_eq!(said.as_str(), text);
    }

    #[test]
    fn nothing_makes_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..60), text in "[\\PC\\n\\t:#\\-\\[\\]{}'\"&*!|> ]{0,80}") {
        let _: Reading<Session> = read(&bytes);
        let _: Reading<Session> = read(text.as_bytes());
        let _: Reading<Plan> = read_carefully(text.as_bytes());
    }
}

pub fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            into.push(path);
        }
    }
}

fn agree<T: DeserializeOwned + Debug>(path: &Path) {
    let Ok(bytes) = std::fs::read(path) else { return };
    let (fast, careful): (Reading<T>, Reading<T>) = (read(&bytes), read_carefully(&bytes));
    assert_eq!(format!("{:?}", fast.faults), format!("{:?}", careful.faults), "{}", path.display());
    assert_eq!(format!("{:?}", fast.value), format!("{:?}", careful.value), "{}", path.display());
}

#[test]
fn both_readers_agree_on_every_file_of_the_project() {
    let mut paths = Vec::new();
    for folder in ["councils", "examples", "tests"] {
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut paths);
    }
    let mut seen = 0;
    for path in &paths {
        let parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let kind = (1..=3).rev().find_map(|count| Layout::kind(&parts[parts.len() - count..].join("/")));
        match kind {
            Some(FileKind::Landlord) => agree::<Landlord>(path),
            Some(FileKind::Charter) => agree::<Charter>(path),
            Some(FileKind::Coaching) => agree::<Coaching>(path),
            Some(FileKind::Council) => agree::<Council>(path),
            Some(FileKind::Plan) => agree::<Plan>(path),
            Some(FileKind::Session(_)) => agree::<Session>(path),
            Some(FileKind::Survey(_)) => agree::<Survey>(path),
            Some(FileKind::Template(_) | FileKind::Minutes(_)) | None => continue,
        }
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}
