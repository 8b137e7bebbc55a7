//! Which keys `council send` reads besides those of the document it sends: found out with the program, by what a trial says.

use super::example::{council, example};
use super::readers::{KeyName, changed, places};
use super::rules::copy_folder;
use council::model::WrittenFile;
use council::schema::Group;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The files that a message of this session is made of, its document left aside.
const FILES: [&str; 3] = ["landlord.yaml", "les-tilleuls/council.yaml", "les-tilleuls/sessions/2024-02-06.yaml"];

/// How many values are put in a key's place.
const TRIED: usize = 2;

/// The keys.
pub fn read_by_send(forms: &[(WrittenFile, Group)]) -> BTreeSet<KeyName> {
    let home = tempfile::tempdir().unwrap();
    let contacts = home.path().join("contacts.csv");
    fs::write(
        &contacts,
        "Courriel;Conseil\nzoe@exemple.fr;les-tilleuls\nmarc@exemple.fr;Conseil de Résidents des Tilleuls\n",
    )
    .unwrap();
    let said = |record: &Path| -> Vec<Option<String>> {
        let trial = ["send", "les-tilleuls", "2024-02-06", "--dry-run", "--to", contacts.to_str().unwrap()];
        let outputs = [&[][..], &["--again"]].map(|more| council(record, &[&trial, more].concat()));
        let words = |output: std::process::Output| {
            let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            // Each copy stands elsewhere.
            let path = |word: &str| word.find("les-tilleuls/").unwrap_or(0);
            let words = said.split_whitespace().map(|word| &word[path(word)..]);
            // What the rules find is of `check`.
            (!said.contains("erreur[")).then(|| words.collect::<Vec<_>>().join(" "))
        };
        outputs.map(words).into()
    };
    let before = said(&example());
    assert!(before.iter().all(Option::is_some) && before[0] != before[1], "{before:?}");
    // A trial changes nothing: one copy serves many, each file as it was once it has been tried.
    let copied = || {
        let copy = tempfile::tempdir().unwrap();
        copy_folder(&example(), copy.path());
        copy
    };
    let tried = places(&example(), forms).into_par_iter().filter(|(_, place)| FILES.contains(&place.path.as_str()));
    let read = tried.map_init(copied, |copy, (kind, place)| {
        let sound = place.others.iter().take(TRIED).filter(|text| changed(&example(), &place.path, text).is_some());
        let is_read = sound.into_iter().any(|text| {
            fs::write(copy.path().join(&place.path), text).unwrap();
            said(copy.path()).iter().zip(&before).any(|(after, before)| after.is_some() && after != before)
        });
        fs::copy(example().join(&place.path), copy.path().join(&place.path)).unwrap();
        is_read.then_some((kind, place.key))
    });
    read.flatten_iter().collect()
}
