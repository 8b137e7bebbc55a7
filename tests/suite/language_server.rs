//! What an editor shows of a record: the YAML language server, as Visual Studio Code runs it, over the settings that
//! `init` writes. Skipped, and said so, where it is not installed; `.ci/run` installs it under `target/tools`.

use council::check::{Scope, check};
use council::model::WrittenFile;
use council::record::Record;
use council::scaffold;
use council::store::{Layout, Store};
use council::yaml::decode;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;
use tempfile::TempDir;

const SERVER: &str = "target/tools/node_modules/yaml-language-server/bin/yaml-language-server";

/// How long it may think.
const PATIENCE: Duration = Duration::from_secs(20);

/// The rules about the structure of a file: what a schema can know.
const STRUCTURE: [&str; 7] =
    ["syntax", "duplicate-key", "unknown-key", "missing-key", "wrong-type", "bad-date", "bad-amount"];

/// The files whose verdict differs, and why no schema can do better.
const DIFFERENT: [&str; 9] = [
    // A schema sees a number, not how it is typed: `1.200` is 1.2 to it, and `12.0` is 12.
    "tests/rules/bad-amount/ambiguous-point/broken/les-tilleuls/sessions/2023-05-30.yaml",
    "tests/rules/bad-amount/in-a-grant/broken/landlord.yaml",
    "tests/rules/wrong-type/count-with-decimals/broken/les-tilleuls/sessions/2023-05-30.yaml",
    // The server holds no schema against a file in which nothing but comments stands.
    "tests/rules/missing-key/only-comments/broken/les-tilleuls/sessions/2023-05-30.yaml",
    // The server passes over a lone exclamation mark.
    "tests/rules/syntax/begins-with-exclamation-spaced/broken/les-tilleuls/sessions/2023-05-30.yaml",
    // Check tells the missing text as one that was cut, which is another rule.
    "tests/rules/text-cut/hash-at-start/broken/les-tilleuls/sessions/2023-05-30.yaml",
    // One schema is for all files of a folder, and knows nothing of their names.
    "tests/rules/unknown-key/answers-of-no-period/broken/les-tilleuls/surveys/reported.yaml",
    // Its council.yaml has another name: check does not look into a folder that is no council's yet.
    "tests/commands/fix-all/record/les-tilleuls/plan.yaml",
    "tests/commands/fix-all/record/les-tilleuls/sessions/2023-05-10.yaml",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A record as `init` leaves it, and a server that has it open.
struct Editor {
    home: TempDir,
    server: Child,
    input: ChildStdin,
    output: Receiver<Json>,
    asked: u64,
    told: BTreeMap<String, Vec<Json>>,
}

impl Editor {
    /// Starts the server on a new record, in French; nothing where it is not installed.
    fn open() -> Option<Self> {
        let program = root().join(SERVER);
        if !program.exists() || Command::new("node").arg("--version").output().is_err() {
            eprintln!("skipped: the YAML language server is not installed; .ci/run installs it");
            return None;
        }
        // The server looks into no hidden folder.
        let home = tempfile::Builder::new().prefix("council").tempdir().unwrap();
        let init = Command::new(env!("CARGO_BIN_EXE_council"))
            .current_dir(home.path())
            .args(["init", ".", "--lang", "fr"])
            .env_remove("COUNCIL_RECORD")
            .output()
            .unwrap();
        assert!(init.status.success(), "{init:?}");
        let mut server = Command::new("node")
            .arg(program)
            .arg("--stdio")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (input, spoken) = (server.stdin.take().unwrap(), BufReader::new(server.stdout.take().unwrap()));
        let (heard, output) = channel();
        std::thread::spawn(move || listen(spoken, &heard));
        let mut editor = Self { home, server, input, output, asked: 0, told: BTreeMap::new() };
        let folder = uri(editor.home.path());
        let documentation = json!({ "documentationFormat": ["markdown"], "snippetSupport": true });
        editor.ask(
            "initialize",
            &json!({
                "processId": null, "rootUri": folder, "workspaceFolders": [{ "uri": folder, "name": "registre" }],
                "locale": "fr",
                "capabilities": {
                    "workspace": { "configuration": true, "workspaceFolders": true },
                    "textDocument": { "completion": { "completionItem": documentation } },
                },
            }),
        );
        editor.tell("initialized", &json!({}));
        // It asks for the settings; before it has them it knows no schema.
        let is_ready = |number: usize| {
            std::thread::sleep(Duration::from_millis(50));
            !editor.show(&format!("probe/{number}/landlord.yaml"), "name: x\nnom: x\n").is_empty()
        };
        assert!((0..100).any(is_ready), "the server takes no settings");
        Some(editor)
    }

    fn send(&mut self, message: &Json) {
        let body = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        self.input.flush().unwrap();
    }

    fn tell(&mut self, method: &str, params: &Json) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn ask(&mut self, method: &str, params: &Json) -> Json {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.receive();
            if message["id"] == json!(id) && message.get("method").is_none() {
                assert!(message.get("error").is_none(), "{message}");
                return message["result"].clone();
            }
        }
    }

    /// Takes one message, and answers it where it is a question.
    fn receive(&mut self) -> Json {
        let message = self.output.recv_timeout(PATIENCE).expect("the server says nothing");
        match message["method"].as_str() {
            Some("workspace/configuration") => {
                let settings: Json = serde_json::from_str(scaffold::EDITOR_SETTINGS).unwrap();
                let sections = message["params"]["items"].as_array().unwrap().clone();
                let answers: Vec<Json> = sections.iter().map(|item| section(&settings, &item["section"])).collect();
                self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": answers }));
            }
            Some("textDocument/publishDiagnostics") => {
                let params = &message["params"];
                let told = params["diagnostics"].as_array().unwrap().clone();
                self.told.insert(params["uri"].as_str().unwrap().to_owned(), told);
            }
            Some(_) if message.get("id").is_some() => {
                self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": null }));
            }
            _ => {}
        }
        message
    }

    /// Opens a text as a file of the record.
    fn start(&mut self, path: &str, text: &str) {
        let document = json!({ "uri": self.uri(path), "languageId": "yaml", "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Waits for what is told of a file.
    fn told(&mut self, path: &str) -> Vec<Json> {
        let uri = self.uri(path);
        loop {
            if let Some(told) = self.told.remove(&uri) {
                return told;
            }
            self.receive();
        }
    }

    fn show(&mut self, path: &str, text: &str) -> Vec<Json> {
        self.start(path, text);
        self.told(path)
    }

    fn uri(&self, path: &str) -> String {
        uri(&self.home.path().join(path))
    }

    fn place(&self, path: &str, line: u32, character: u32) -> Json {
        json!({ "textDocument": { "uri": self.uri(path) }, "position": { "line": line, "character": character } })
    }

    /// What is offered at a place: each label with its documentation.
    fn offered(&mut self, path: &str, line: u32, character: u32) -> BTreeMap<String, String> {
        let place = self.place(path, line, character);
        let answer = self.ask("textDocument/completion", &place);
        let items = answer["items"].as_array().or(answer.as_array()).unwrap().clone();
        let text =
            |documentation: &Json| documentation["value"].as_str().or(documentation.as_str()).unwrap_or("").into();
        items.iter().map(|item| (item["label"].as_str().unwrap().to_owned(), text(&item["documentation"]))).collect()
    }

    fn hover(&mut self, path: &str, line: u32, character: u32) -> String {
        let place = self.place(path, line, character);
        self.ask("textDocument/hover", &place)["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Takes messages as long as there are any.
fn listen(mut output: BufReader<ChildStdout>, heard: &Sender<Json>) {
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            match output.read_line(&mut line) {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
            match line.trim().split_once(": ") {
                Some(("Content-Length", number)) => length = number.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        output.read_exact(&mut body).unwrap();
        if heard.send(serde_json::from_slice(&body).unwrap()).is_err() {
            return;
        }
    }
}

/// The settings of a section, as Visual Studio Code answers for them.
fn section(settings: &Json, name: &Json) -> Json {
    let head = format!("{}.", name.as_str().unwrap_or_default());
    let mut found = json!({});
    for (key, value) in settings.as_object().unwrap() {
        if let Some(rest) = key.strip_prefix(&head) {
            match rest.split_once('.') {
                Some((group, key)) => found[group][key] = value.clone(),
                None => found[rest] = value.clone(),
            }
        }
    }
    found
}

fn uri(place: &Path) -> String {
    let place = place.display().to_string().replace('\\', "/");
    let encoded = |letter: char| if letter == ' ' { "%20".to_owned() } else { letter.to_string() };
    format!(
        "file://{}{}",
        if place.starts_with('/') { "" } else { "/" },
        place.chars().map(encoded).collect::<String>()
    )
}

const SESSION: &str = "les-tilleuls/sessions/2023-05-10.yaml";

#[test]
fn an_editor_offers_keys_and_words_with_their_meaning_in_french() {
    let Some(mut editor) = Editor::open() else { return };
    editor.show(SESSION, "status: \nkind: d\npl\n");
    let words = editor.offered(SESSION, 0, 8);
    assert_eq!(words.get("held").map(String::as_str), Some("Tenue."), "{words:?}");
    assert!(["planned", "cancelled"].iter().all(|word| words.contains_key(*word)), "{words:?}");
    let words = editor.offered(SESSION, 1, 7);
    assert_eq!(words.get("diagnosis").map(String::as_str), Some("Un diagnostic partagé."), "{words:?}");
    assert!(!words.contains_key("null") && !words.contains_key("true"), "{words:?}");
    let keys = editor.offered(SESSION, 2, 2);
    assert_eq!(keys.get("place").map(String::as_str), Some("Le lieu."), "{keys:?}");
    let other = "les-tilleuls/sessions/2023-05-11.yaml";
    editor.show(other, "status: held\nattendance:\n  pr\n");
    let keys = editor.offered(other, 2, 4);
    assert_eq!(keys.get("present").map(String::as_str), Some("Les membres présents, par leur nom court."), "{keys:?}");
}

#[test]
fn an_editor_tells_a_key_and_a_word_in_french() {
    let Some(mut editor) = Editor::open() else { return };
    let text = "status: held\npurpose: x\ntopics:\n  - title: Square\n    outcomes:\n      - decision: x\n        votes:\n          for: 7\n";
    let told = editor.show(SESSION, text);
    assert!(told.is_empty(), "{told:?}");
    let purpose = editor.hover(SESSION, 1, 2);
    assert!(
        purpose.contains("Le but, comme il se lira après") && purpose.contains("réaliser un diagnostic"),
        "{purpose}"
    );
    let status = editor.hover(SESSION, 0, 9);
    assert!(status.contains("Tenue."), "{status}");
    let votes = editor.hover(SESSION, 7, 11);
    assert!(votes.contains("Les voix pour."), "{votes}");
    let told = editor
        .show("les-tilleuls/plan.yaml", "actions:\n  x:\n    title: x\n    decided: 2023-05-10\n    due: bientôt\n");
    let message = told[0]["message"].as_str().unwrap();
    assert!(message.contains("une période") && message.contains("2023-T4"), "{message}");
}

/// Every record that the project holds, with its files.
fn records() -> Vec<PathBuf> {
    fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
        if folder.join(Layout::LANDLORD).exists() {
            into.push(folder.to_owned());
            return;
        }
        let mut below: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        below.sort();
        below.iter().filter(|path| path.is_dir()).for_each(|folder| walk(folder, into));
    }
    let mut records = Vec::new();
    for folder in ["councils", "examples", "tests/rules", "tests/commands"] {
        walk(&root().join(folder), &mut records);
    }
    records
}

/// The files of a record that people write, from its root.
fn files(record: &Path) -> Vec<String> {
    fn walk(folder: &Path, above: &str, into: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = format!("{above}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{path}/"), into);
            } else if Layout::kind(&path).is_some() && !path.ends_with("md") {
                into.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(record, "", &mut files);
    files.sort();
    files
}

#[test]
fn an_editor_and_check_give_the_same_verdict_on_the_structure_of_every_record() {
    let Some(mut editor) = Editor::open() else { return };
    let (mut differences, mut faulty, mut sound, mut same_line) = (Vec::new(), 0, 0, 0);
    let different = BTreeSet::from(DIFFERENT);
    let mut seen = BTreeSet::new();
    let mut shown = Vec::new();
    for (number, record) in records().iter().enumerate() {
        for path in files(record) {
            // What is no text, no editor can show.
            let Ok(bytes) = std::fs::read(record.join(&path)) else { continue };
            let Ok(text) = decode(&bytes) else { continue };
            // All at once: the server waits a while before it looks at a file.
            editor.start(&format!("{number}/{path}"), text);
            shown.push((number, path));
        }
    }
    for (number, record) in records().iter().enumerate() {
        let found = check(&Record::open(Store::open(record.clone())), &Scope::Whole, "2023-06-01".parse().unwrap());
        for (_, path) in shown.iter().filter(|(of, _)| *of == number) {
            let name = format!("{}/{path}", record.strip_prefix(root()).unwrap().display()).replace('\\', "/");
            let told: BTreeMap<u64, String> = editor
                .told(&format!("{number}/{path}"))
                .iter()
                .map(|problem| {
                    (problem["range"]["start"]["line"].as_u64().unwrap() + 1, problem["message"].to_string())
                })
                .collect();
            let own = found.diagnostics.iter().filter(|one| one.path == *path && STRUCTURE.contains(&one.rule));
            let lines: BTreeSet<u64> = own.filter_map(|one| Some(one.place.as_ref()?.start.line as u64)).collect();
            if lines.is_empty() {
                sound += 1;
            } else {
                faulty += 1;
            }
            same_line += usize::from(lines.iter().any(|line| told.contains_key(line)));
            if lines.is_empty() != told.is_empty() {
                if different.contains(name.as_str()) {
                    seen.insert(name);
                } else {
                    differences.push(format!("{name}: check {lines:?}, editor {told:?}"));
                }
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert_eq!(seen.len(), different.len(), "some are no longer different");
    assert!(faulty > 20 && sound > 300, "{faulty} faulty, {sound} sound");
    eprintln!("{sound} sound files, {faulty} faulty ones, {same_line} of them told at the same line");
}

#[test]
fn the_settings_name_every_schema() {
    let settings: Json = serde_json::from_str(scaffold::EDITOR_SETTINGS).unwrap();
    let named: BTreeSet<String> = settings["yaml.schemas"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(named, WrittenFile::ALL.map(|file| format!("./{}", Layout::schema(file))).into());
}
