//! What residents are sent: messages read by Python's `email`, servers of every mood (aiosmtpd), runs that are killed
//! (`send/*.py`); who is written to, and what of it stays behind. `.ci/run` installs the Python packages; without them the
//! first of these tests are skipped, and say so.

use super::example::council;
use super::python;
use super::rules::copy_folder;
use super::scale::peak_memory;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const PACKAGES: [&str; 2] = ["aiosmtpd", "trustme"];

#[test]
fn python_finds_no_defect_in_any_message_and_nothing_injected() {
    let Some(python) = python::with(&PACKAGES) else { return };
    python::assert_agrees(&python, "send/messages.py", &[]);
}

#[test]
fn servers_of_every_mood_are_told_of_and_nobody_receives_anything_twice() {
    let Some(python) = python::with(&PACKAGES) else { return };
    python::assert_agrees(&python, "send/servers.py", &[]);
}

#[test]
fn a_run_that_is_killed_leaves_nobody_with_two_messages() {
    let Some(python) = python::with(&PACKAGES) else { return };
    let times = std::env::var("COUNCIL_STOPS").unwrap_or_else(|_| "15".to_owned());
    python::assert_agrees(&python, "send/killed.py", &[&times]);
}

/// A copy of the example, with contacts beside it.
struct Home {
    folder: TempDir,
    record: PathBuf,
}

impl Home {
    fn new(contacts: impl AsRef<[u8]>) -> Self {
        let folder = TempDir::new().unwrap();
        let record = folder.path().join("record");
        copy_folder(&super::example::example(), &record);
        fs::write(folder.path().join("contacts.csv"), contacts).unwrap();
        Self { folder, record }
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn send(&self, more: &[&str]) -> Output {
        let contacts = self.at("contacts.csv");
        council(&self.record, &[&["send", "les-tilleuls", "--what", "agenda", "--to", &contacts], more].concat())
    }

    /// The sending of an invitation on a day, to go on with.
    fn command(&self, day: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
        command.arg("--record").arg(&self.record).args(["--today", day, "send", "les-tilleuls", "--what", "agenda"]);
        command.args(["--to", &self.at("contacts.csv")]);
        command
    }

    fn write(&self) -> Output {
        self.send(&["--outbox", &self.at("box")])
    }

    fn messages(&self) -> usize {
        fs::read_dir(self.folder.path().join("box")).map_or(0, Iterator::count)
    }

    fn ledger(&self) -> PathBuf {
        let sent = fs::read_dir(self.record.join(".council/sent")).unwrap();
        sent.map(|entry| entry.unwrap().path()).next().unwrap()
    }
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap().replace('\u{a0}', " ")
}

#[track_caller]
fn assert_ends(output: &Output, status: i32, words: &str) {
    assert_eq!(output.status.code(), Some(status), "{}", said(output));
    assert!(said(output).contains(words), "{}", said(output));
}

const TWO: &str = "Courriel;Nom\nzoe@exemple.fr;Zoé\nmarc@exemple.fr;Marc\n";

#[test]
fn contacts_are_read_as_offices_export_them() {
    let text = "Prénom;Nom;Désabonné;Conseil;Adresse mail\r\n\
                Zoé;Bœuf;;Les Tilleuls;zoe@exemple.fr\r\n\
                Marc;;non;les-tilleuls;marc@exemple.fr\r\n\
                ;;oui;les-tilleuls;stop@exemple.fr\r\n\
                ;;;les-tilleuls;Zoe@Exemple.fr\r\n\
                ;;;les-tilleuls;nimporte\r\n\
                ;;;tilleuil;x@exemple.fr\r\n\
                ;;;le-parc;parc@exemple.fr\r\n\
                ;;;les-tilleuls;STOP@exemple.fr\r\n\
                ;Paul;;les-tilleuls;\r\n\
                ;Luc;;les-tilleuls;néant\r\n";
    let windows: Vec<u8> =
        text.chars().map(|sign| if sign == 'œ' { 0x9c } else { u8::try_from(sign).unwrap() }).collect();
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let comma = text.replace(';', ",");
    let forms = [text.as_bytes(), &windows, &wide, comma.as_bytes()];
    for bytes in forms.into_iter().chain([format!("\u{feff}{}", text.replace(';', "\t")).as_bytes()]) {
        let home = Home::new(bytes);
        let output = home.send(&["--dry-run"]);
        let words = "2 messages à envoyer, 2 sans adresse, 1 adresse incorrecte, 1 conseil inconnu, 1 doublon, 2 désabonnés, 1 d'un autre conseil.";
        assert_ends(&output, 1, words);
        let rows = [
            "ligne 6 : adresse incorrecte",
            "lignes 10 et 11 : sans adresse de courriel",
            "contacts.csv : colonnes lues : Prénom, Nom, Désabonné, Conseil, Adresse mail\n",
            "ligne 7 : conseil inconnu",
            "ligne 5 : adresse déjà vue",
            "lignes 4 et 9 : ne veut",
        ];
        assert!(rows.iter().all(|row| said(&output).contains(row)), "{}", said(&output));
        assert!(!said(&output).contains('@'), "{}", said(&output));
        assert!(String::from_utf8_lossy(&output.stdout).starts_with("Objet"));
        assert!(!home.record.join(".council").exists(), "a trial wrote something");
        assert_ends(&home.write(), 1, "2 messages écrits");
        assert_eq!(home.messages(), 2);
    }
}

#[test]
fn what_is_no_file_of_contacts_is_refused() {
    for (bytes, words) in [
        (&b"PK\x03\x04..."[..], "classeur Excel"),
        (b"a\0b", "CSV"),
        (b"Nom;T\xe9l\nx;06 12 34 56 78\n", "Courriel"),
        (b"", "Courriel"),
        (b"Courriel;Nom\n\n;\n", "aucune ligne"),
        (b"Courriel\n\"a@b.fr\nc@d.fr\n", "ligne 2"),
    ] {
        assert_ends(&Home::new(bytes).send(&["--dry-run"]), 2, words);
    }
    let home = Home::new(TWO);
    fs::remove_file(home.at("contacts.csv")).unwrap();
    assert_ends(&home.send(&["--dry-run"]), 2, "introuvable");
}

#[test]
fn contacts_that_git_keeps_or_could_are_refused_and_so_is_an_outbox_in_the_record() {
    let home = Home::new(TWO);
    let git = |folder: &Path, args: &[&str]| {
        assert!(Command::new("git").arg("-C").arg(folder).args(args).output().unwrap().status.success(), "{args:?}");
    };
    let in_record = |name: &str| {
        fs::create_dir_all(home.record.join("out")).unwrap();
        let path = home.record.join(name);
        fs::write(&path, TWO).unwrap();
        let path = path.to_str().unwrap().to_owned();
        council(&home.record, &["send", "les-tilleuls", "--what", "notice", "--dry-run", "--to", &path])
    };
    assert_ends(&in_record("contacts.csv"), 2, "gardé par git");
    git(&home.record, &["init", "--quiet"]);
    fs::write(home.record.join(".gitignore"), "out/\n").unwrap();
    assert_ends(&in_record("contacts.csv"), 2, "gardé par git");
    assert_ends(&in_record("out/contacts.csv"), 0, "2 messages à envoyer");
    git(&home.record, &["add", "--force", "out/contacts.csv"]);
    assert_ends(&in_record("out/contacts.csv"), 2, "gardé par git");
    // Another repository than the record's.
    git(home.folder.path(), &["init", "--quiet"]);
    assert_ends(&home.send(&["--dry-run"]), 0, "2 messages");
    git(home.folder.path(), &["add", "contacts.csv"]);
    assert_ends(&home.send(&["--dry-run"]), 2, "gardé par git");
    git(home.folder.path(), &["rm", "--quiet", "--cached", "contacts.csv"]);
    // The folder that the program proposes, which is not there yet.
    let proposed = home.record.join("out/courrier");
    fs::remove_dir_all(home.record.join("out")).unwrap();
    git(&home.record, &["rm", "--quiet", "--cached", "--force", "out/contacts.csv"]);
    assert_ends(&home.send(&["--outbox", proposed.to_str().unwrap()]), 0, "2 messages écrits");
    fs::write(home.record.join(".gitignore"), "").unwrap();
    let other = home.record.join("out/autre");
    assert_ends(&home.send(&["--outbox", other.to_str().unwrap()]), 2, "gardé par git");
    let inside = home.record.join("les-tilleuls/box");
    assert_ends(&home.send(&["--outbox", inside.to_str().unwrap()]), 2, "dans le registre");
    assert!(!inside.exists());
}

#[test]
fn the_ledger_holds_through_what_happens_to_files() {
    let home = Home::new(TWO);
    assert_ends(&home.write(), 0, "2 messages écrits");
    assert_ends(&home.write(), 0, "0 message écrit, 2 déjà écrits");
    let whole = fs::read_to_string(home.ledger()).unwrap();
    assert_eq!(whole.lines().count(), 5);
    assert!(!whole.contains("exemple") && !whole.contains("zoe") && !whole.contains("Marc"));
    // The last line was not written whole: that it was sent is not known, but the file is there.
    fs::write(home.ledger(), &whole[..whole.len() - 20]).unwrap();
    assert_ends(&home.write(), 0, "0 message écrit, 2 déjà écrits");
    assert_eq!(fs::read_to_string(home.ledger()).unwrap(), whole);
    // Nobody knows what became of the message.
    fs::write(home.ledger(), &whole[..whole.len() - 20]).unwrap();
    fs::remove_dir_all(home.at("box")).unwrap();
    assert_ends(&home.write(), 1, "ligne 3 : envoi interrompu");
    assert_eq!(home.messages(), 0);
    assert_ends(&home.send(&["--outbox", &home.at("box"), "--retry-doubtful"]), 0, "1 message écrit, 1 déjà écrit");
    // A line in between is none.
    fs::write(home.ledger(), whole.replace("laid ", "lid ")).unwrap();
    assert_ends(&home.write(), 3, "abîmé, ligne 3");
    fs::write(home.ledger(), &whole).unwrap();
    fs::write(home.record.join(".council/key"), [7; 32]).unwrap();
    assert_ends(&home.write(), 3, "autre clé");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::remove_dir_all(home.record.join(".council")).unwrap();
        fs::remove_dir_all(home.at("box")).unwrap();
        assert_ends(&home.write(), 0, "2 messages écrits");
        let mode = fs::metadata(home.record.join(".council/key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn what_was_published_elsewhere_or_reads_otherwise_leaves_only_when_asked_again() {
    let home = Home::new(TWO);
    let minutes = |more: &[&str]| {
        let (contacts, out) = (home.at("contacts.csv"), home.at("box"));
        let args = ["send", "les-tilleuls", "2024-02-06", "--to", &contacts, "--outbox", &out];
        council(&home.record, &[&args[..], more].concat())
    };
    assert_ends(&minutes(&[]), 1, "--again");
    assert_eq!(home.messages(), 0);
    assert_ends(&minutes(&["--again"]), 0, "2 messages écrits");
    assert_ends(&minutes(&[]), 0, "2 déjà écrits");
    assert_ends(&minutes(&["--again"]), 0, "2 déjà écrits");
    // What lay in an outbox and is gone from there is written again where that is asked for.
    fs::remove_dir_all(home.at("box")).unwrap();
    assert_ends(&minutes(&[]), 0, "2 déjà écrits");
    assert_eq!(home.messages(), 0);
    assert_ends(&minutes(&["--again"]), 0, "2 messages écrits");
    assert_eq!(home.messages(), 2);
    let path = home.record.join("les-tilleuls/sessions/2024-02-06.yaml");
    let session = fs::read_to_string(&path).unwrap();
    fs::write(&path, session.replace("le lundi et le vendredi", "le lundi")).unwrap();
    let changed = minutes(&[]);
    assert_ends(&changed, 0, "2 l'ont déjà dans un autre texte");
    assert_ends(&changed, 0, "Le texte a changé depuis : --again");
}

#[test]
fn who_sends_and_through_what_is_said_well_or_refused() {
    let home = Home::new(TWO);
    for (more, words) in [
        (&["--smtp", "smtp://moi:secret@exemple.fr"][..], "ligne de commande"),
        (&["--smtp", "exemple.fr"], "smtps://"),
        (&["--dry-run", "--from", "a\r\nBcc: b@c.fr"], "n'est pas une adresse"),
        (&["--dry-run", "--smtp", "smtps://x", "--outbox", "y"], "--outbox"),
        (&[], "--outbox DOSSIER"),
        (&[], "--smtp smtps://"),
        (&["--dry-run", "--from", "zoe"], "écrivez par exemple --from"),
        (&["--dry-run", "--timeout", "0"], "un nombre entier de 1 à 3600"),
        (&["--dry-run", "--pause", "x"], "un nombre entier de 0 à 3600"),
        (&["--dry-run", "2024-02-06"], "écrivez --what minutes"),
    ] {
        assert_ends(&home.send(more), 2, words);
    }
    let minutes = ["send", "les-tilleuls", "2024-04-09", "--dry-run", "--to", &home.at("contacts.csv")];
    assert_ends(&council(&home.record, &minutes), 2, "n'a pas encore eu lieu");
    let file = home.record.join("landlord.yaml");
    let landlord = fs::read_to_string(&file).unwrap();
    let mail = landlord.lines().find(|line| line.trim_start().starts_with("mail:")).unwrap();
    fs::write(&file, landlord.replace(mail, "  mail: \"à l'accueil\"")).unwrap();
    assert_ends(&home.send(&["--dry-run"]), 2, "dans landlord.yaml");
}

#[test]
fn columns_in_other_words_are_read_and_what_is_not_read_is_told() {
    let home = Home::new(
        "E-mail 1;Nom;Téléphone;Ne veut plus de mail\nzoe@exemple.fr;Zoé;0102030405;\nmarc@exemple.fr;Marc;;x\n",
    );
    let output = home.send(&["--dry-run"]);
    assert_ends(&output, 0, "1 message à envoyer, 1 désabonné.");
    assert_ends(&output, 0, "colonnes lues : E-mail 1, Nom, Ne veut plus de mail ; pas lues : Téléphone\n");
    assert!(!said(&output).contains("0102030405"));
}

#[test]
fn who_said_no_and_who_is_of_no_council_is_not_written_to() {
    let home = Home::new(
        "Courriel;Accord pour e-mail;Conseil\na@exemple.fr;non;les-tilleuls\nb@exemple.fr;oui;les-tilleuls\nc@exemple.fr;;les-tilleuls\n\
         d@exemple.fr;oui;\n",
    );
    let output = home.send(&["--dry-run"]);
    assert_ends(&output, 0, "2 messages à envoyer, 1 sans conseil, 1 désabonné.");
    assert_ends(&output, 0, "ligne 5 : conseil non indiqué");
}

#[test]
fn an_invitation_is_the_same_one_the_day_after() {
    let home = Home::new(TWO);
    assert_ends(&home.write(), 0, "2 messages écrits");
    let output = home.command("2024-03-19").args(["--outbox", &home.at("box")]).output().unwrap();
    assert_ends(&output, 0, "0 message écrit, 2 déjà écrits");
    assert_eq!(home.messages(), 2);
}

#[test]
fn a_password_that_git_would_keep_is_refused_for_what_it_is() {
    let home = Home::new(TWO);
    fs::write(home.record.join("login.txt"), "moi\nsecret\n").unwrap();
    let login = home.record.join("login.txt");
    let output = home.send(&["--smtp", "smtps://exemple.fr", "--credentials", login.to_str().unwrap()]);
    assert_ends(
        &output,
        2,
        "le mot de passe avec lui, pour toujours et dans chaque copie : déplacez-le hors du registre",
    );
}

#[test]
fn a_long_file_of_contacts_is_never_held() {
    if !Path::new("/proc/self/status").exists() {
        eprintln!("skipped: peak memory is read from /proc");
        return;
    }
    let filler = "x".repeat(400);
    let rows = (0..200_000).map(|row| format!("habitant{row}@exemple.fr;{filler}\n"));
    let home = Home::new(std::iter::once("Courriel;Remarque\n".to_owned()).chain(rows).collect::<String>());
    let most = peak_memory(home.command("2024-03-15").arg("--dry-run"));
    // The file has 85 MB.
    assert!(most < 60_000, "{most} kB");
}
