//! Who reads a key: each rule that finds something else, and each command that writes something else, once the key says
//! something else. Found out by trying it on the records of the tests, so that no page can claim more than the program
//! does.

use super::sent_keys;
use council::calendar::{calendar, events};
use council::check::{RULES, Rule, Scope, check};
use council::document::{
    Nameless, Questionnaire, Template, agenda, minutes, notice, questionnaire, report, sheet, tender,
};
use council::export::{TABLES, View};
use council::kit::pack;
use council::model::{Asked, Date, DocumentKind, Id, Language, WrittenFile};
use council::record::{CouncilRecord, Record};

use council::scaffold::{self, NewCouncil};
use council::schema::{Form, Group, form};
use council::site;
use council::store::{FileKind, Layout, Staged, Store};
use council::table::eligibility::EligibilityTable;
use council::table::{
    Look, Table, actions, attendance, budget, charter, coaching, diagnosis, planning, satisfaction, status,
};
use council::yaml::{Edit, Kind, Node, Tree, apply, decode, quoted};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The rules that look at a file or at a text as a whole, whatever its keys.
pub const OF_WHOLE_FILES: [&str; 7] = [
    "markdown-html",
    "minutes-out-of-date",
    "personal-data",
    "sensitive-comment",
    "text-cut",
    "unused-allow",
    "weekday-mismatch",
];

/// The rules that hold a file as a whole against what was approved: of keys, they read the approval alone.
const OF_APPROVALS: [&str; 2] = ["approved-minutes-changed", "approved-session-changed"];

/// The records that commands are tried on, each with a day.
const RECORDS: [(&str, &str); 5] = [
    ("tests/documents/papers/record", "2023-06-01"),
    ("tests/documents/minutes/record", "2023-06-01"),
    ("tests/tables/figures/record", "2024-03-15"),
    ("examples/habitat-exemple", "2024-03-15"),
    ("tests/tables/coaching-late/record", "2024-03-15"),
];

/// How often a key is tried, at most, for a rule and for the commands: a command may tell of it in few places only.
const MOST_TRIED: [usize; 2] = [3, 6];

/// How many other values are put in a key's place for the commands, which all write anew each time.
const OTHERS_TRIED: usize = 3;

/// In how many places a key is tried for a whole site, which is every document and table of a council; the first is in the
/// smallest record that has it.
const SITES_TRIED: usize = 1;

/// A key of a kind of file: `topics[].outcomes[].votes.for` of a session.
pub type KeyName = (&'static str, String);

/// Who reads each key.
#[derive(Debug, Default)]
pub struct Readers {
    pub rules: BTreeMap<KeyName, BTreeSet<&'static str>>,
    pub commands: BTreeMap<KeyName, BTreeSet<&'static str>>,
}

/// A key where it stands in a file, and what else could stand there.
pub(super) struct Place {
    pub key: String,
    pub path: String,
    pub others: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Tries every key.
pub fn readers() -> Readers {
    let forms: Vec<(WrittenFile, Group)> =
        WrittenFile::ALL.into_iter().map(|file| (file, form(file, Language::French))).collect();
    let mut readers = Readers { commands: of_commands(&forms), ..Readers::default() };
    for key in sent_keys::read_by_send(&forms) {
        readers.commands.entry(key).or_default().insert("send");
    }
    let rules = RULES.iter().filter(|rule| rule.may_be_allowed() && !OF_WHOLE_FILES.contains(&rule.name));
    let found: Vec<_> = rules.collect::<Vec<_>>().par_iter().map(|rule| (rule.name, of_rule(rule, &forms))).collect();
    for (rule, keys) in found {
        for key in keys {
            readers.rules.entry(key).or_default().insert(rule);
        }
    }
    readers
}

/// The keys that a rule reads, as its fixtures show.
fn of_rule(rule: &Rule, forms: &[(WrittenFile, Group)]) -> BTreeSet<KeyName> {
    let mut tried: BTreeMap<KeyName, usize> = BTreeMap::new();
    let mut read = BTreeSet::new();
    for case in folders(&root().join("tests/rules").join(rule.name)) {
        let today = std::fs::read_to_string(case.join("today")).unwrap_or_else(|_| "2023-06-01".to_owned());
        let today: Date = today.trim().parse().unwrap();
        for home in ["broken", "mended"].map(|name| case.join(name)) {
            let found = |record: &Record| -> BTreeSet<(String, String)> {
                let told = check(record, &Scope::Whole, today).diagnostics;
                told.into_iter()
                    .filter(|one| one.rule == rule.name)
                    .map(|one| (one.path, one.problem.words(Language::French).message))
                    .collect()
            };
            let before = found(&Record::open(Store::open(home.clone())));
            for (kind, place) in places(&home, forms) {
                let key = (kind, place.key.clone());
                let times = tried.entry(key.clone()).or_default();
                let is_of_whole = OF_APPROVALS.contains(&rule.name) && !place.key.starts_with("approves");
                if is_of_whole || read.contains(&key) || *times >= MOST_TRIED[0] {
                    continue;
                }
                *times += 1;
                let differs =
                    |text: &String| changed(&home, &place.path, text).is_some_and(|record| found(&record) != before);
                if place.others.iter().any(differs) {
                    read.insert(key);
                }
            }
        }
    }
    read
}

/// The commands that read each key.
fn of_commands(forms: &[(WrittenFile, Group)]) -> BTreeMap<KeyName, BTreeSet<&'static str>> {
    let mut chosen: BTreeMap<KeyName, Vec<(usize, Place)>> = BTreeMap::new();
    for (index, (home, _)) in RECORDS.iter().enumerate() {
        for (kind, place) in places(&root().join(home), forms) {
            let some = chosen.entry((kind, place.key.clone())).or_default();
            let of_file = some.iter().filter(|(other, known)| *other == index && known.path == place.path).count();
            if some.len() < MOST_TRIED[1] && of_file < 2 {
                some.push((index, place));
            }
        }
    }
    let before: Vec<Outputs> = RECORDS
        .par_iter()
        .map(|(home, today)| {
            outputs(&Record::open(Store::open(root().join(home))), None, today.parse().unwrap(), &Known::new())
        })
        .collect();
    let readers = chosen.into_par_iter().map(|(key, places)| {
        let mut commands = Known::new();
        for (time, (index, place)) in places.into_iter().enumerate() {
            let (home, today) = RECORDS[index];
            for (place_of_text, text) in place.others.iter().take(OTHERS_TRIED).enumerate() {
                let Some(record) = changed(&root().join(home), &place.path, text) else { continue };
                let council = place.path.split_once('/').map(|(council, _)| council);
                let mut known = commands.clone();
                if time >= SITES_TRIED || place_of_text > 1 {
                    known.insert("site");
                }
                for (name, text) in outputs(&record, council, today.parse().unwrap(), &known) {
                    if before[index].get(&name) != Some(&text) {
                        commands.insert(name.0);
                    }
                }
            }
        }
        (key, commands)
    });
    readers.collect()
}

/// The built-in templates, compiled once.
static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let languages = [Language::French, Language::English];
    let of_kind = |kind: &DocumentKind| languages.map(|language| Template::built_in(*kind, language));
    DocumentKind::ALL.iter().flat_map(of_kind).collect()
});

fn template(kind: DocumentKind, language: Language) -> &'static Template {
    TEMPLATES.iter().find(|template| template.kind == kind && template.language == language).unwrap()
}

/// What each command writes: its name, the council, what of it.
type Outputs = BTreeMap<(&'static str, String, String), String>;

/// The commands that are known to read a key.
type Known = BTreeSet<&'static str>;

/// What the commands write of a council, or of all.
///
/// Commands that are known to read the key are not run again.
fn outputs(record: &Record, council: Option<&str>, today: Date, known: &Known) -> Outputs {
    let mut outputs = Outputs::new();
    for id in record.root().councils.iter().filter(|id| council.is_none_or(|council| council == id.as_str())) {
        let files = record.council(id);
        let mut put = |command: &'static str, of: &str, text: &dyn Fn() -> String| {
            if !known.contains(command) {
                outputs.insert((command, id.to_string(), of.to_owned()), text());
            }
        };
        written(record, &files, today, &mut put);
        shown(record, &files, today, &mut put);
        shown_together(record, id, today, &mut put);
        let announced = scaffold::announced_date(&files).unwrap_or(today);
        put("new-session", "", &|| scaffold::session(record, &files, announced.to_string().parse().unwrap()));
        let new = NewCouncil { id, name: None, residences: &[], unit: None, reasons: &[] };
        put("new-council", "", &|| scaffold::council(record, &new));
        put("new-survey", "", &|| scaffold::survey(record, &files, today.to_string()[..7].parse().unwrap()));
    }
    of_all(record, council, today, known, &mut outputs);
    outputs
}

/// What the commands write that are about no single council; those of the pilot are tried where one of its files changed.
fn of_all(record: &Record, council: Option<&str>, today: Date, known: &Known, outputs: &mut Outputs) {
    let mut put = |command: &'static str, text: &dyn Fn() -> String| {
        if !known.contains(command) {
            outputs.insert((command, String::new(), String::new()), text());
        }
    };
    let look = Look { record, as_of: today, language: record.language(), one_council: false };
    let closing = |table: &dyn Table| {
        let rows = table.closing(&look, &record.root().councils);
        let rows = rows.into_iter().map(|row| format!("{:?} {} {:?}", row.cells, row.object, row.note));
        rows.collect::<Vec<_>>().join("\n")
    };
    put("eligibility", &|| closing(&EligibilityTable));
    let steering = coaching::steering(record).map(|files| files.id.to_string());
    if council.is_some_and(|council| steering.as_deref() != Some(council)) {
        put("tender", &|| tender(record, today, template(DocumentKind::Tender, record.language())).unwrap_or_default());
        return;
    }
    put("coaching", &|| coaching::TABLES.map(closing).join("\n"));
    put("kit", &|| {
        let files = pack(record, council::render::Form::Markdown).unwrap_or_default();
        let files = files.into_iter().map(|file| format!("{}\n{}", file.path, file.text));
        files.collect::<Vec<_>>().join("\n")
    });
    put("tender", &|| tender(record, today, template(DocumentKind::Tender, record.language())).unwrap_or_default());
}

fn written(
    record: &Record,
    files: &CouncilRecord,
    today: Date,
    put: &mut impl FnMut(&'static str, &str, &dyn Fn() -> String),
) {
    let template = |kind| template(kind, record.language());
    for (id, session) in files.readable_sessions() {
        let name = id.to_string();
        if session.is_held() {
            put("minutes", &name, &|| minutes(record, files, id, template(DocumentKind::Minutes)).unwrap_or_default());
        } else {
            put("agenda", &name, &|| {
                agenda(record, files, id, today, template(DocumentKind::Agenda)).unwrap_or_default()
            });
        }
    }
    put("site", "", &|| {
        let look = Look { record, as_of: today, language: record.language(), one_council: true };
        let Ok((mut pages, summary)) = site::council(&look, files, template(DocumentKind::Minutes)) else {
            return String::new();
        };
        let landlord = record.landlord.value();
        pages.extend(
            landlord
                .into_iter()
                .flat_map(|landlord| site::index(landlord, std::slice::from_ref(&summary), None, look.language)),
        );
        pages.into_iter().map(|page| format!("{}\n{}", page.path, page.text)).collect::<Vec<_>>().join("\n")
    });
    put("calendar", "", &|| calendar(&events(record, files, today, record.language()), None, record.language()));
    if let Some((id, _)) = files.readable_sessions().last() {
        put("sheet", "", &|| sheet(record, files, id, template(DocumentKind::Sheet)).unwrap_or_default());
    }
    put("notice", "", &|| notice(record, files, today, template(DocumentKind::Notice)).unwrap_or_default());
    for year in [today.year() - 1, today.year()] {
        put("report", &year.to_string(), &|| {
            report(record, files, year, today, template(DocumentKind::Report)).unwrap_or_default()
        });
    }
    for (asked, word) in Asked::ALL {
        let waves = files.surveys.iter().map(|(name, _)| name.parse().ok());
        for wave in waves.chain([None]) {
            put("questionnaire", &format!("{word} {wave:?}"), &|| {
                let wanted = Questionnaire { asked, wave, day: today, moment: None };
                questionnaire(record, files, wanted, template(DocumentKind::Questionnaire)).unwrap_or_default()
            });
        }
    }
}

fn shown(
    record: &Record,
    files: &CouncilRecord,
    as_of: Date,
    put: &mut impl FnMut(&'static str, &str, &dyn Fn() -> String),
) {
    let next_survey = satisfaction::Planned { points: "5".parse().unwrap() };
    let sums = budget::Budget::default();
    let came = attendance::Attendance::default();
    let tables: [(&'static str, &dyn Table); 17] = [
        ("actions", &actions::Actions::default()),
        ("attendance", &attendance::Sessions(&came)),
        ("attendance", &attendance::StaffAndMembers(&came)),
        ("attendance", &attendance::Channels(&came)),
        ("attendance", &attendance::Seats(&came)),
        ("budget", &budget::Grants(&sums)),
        ("budget", &budget::Councils(&sums)),
        ("budget", &budget::Actions(&sums)),
        ("budget", &budget::Lines(&sums)),
        ("charter", &charter::ByCouncil::default()),
        ("diagnosis", &diagnosis::Findings),
        ("diagnosis", &diagnosis::Axes),
        ("planning", &planning::Planning),
        ("satisfaction", &satisfaction::Satisfaction),
        ("satisfaction", &satisfaction::BeforeAfter::default()),
        ("satisfaction", &next_survey),
        ("status", &status::StatusTable),
    ];
    let key = record.landlord.value().map(View::key_of).unwrap_or_default();
    let nameless = Nameless::of_council(files, record.language());
    if let Some(view) = View::of(record, &key, files, as_of, &nameless) {
        for table in TABLES {
            put("export", table.name, &|| table.lines(&view));
        }
    }
    let look = Look { record, as_of, language: record.language(), one_council: true };
    for (place, (command, table)) in tables.into_iter().enumerate() {
        put(command, &place.to_string(), &|| {
            let rows = (0..table.passes(&look)).flat_map(|pass| table.rows(&look, files, pass));
            let rows = rows.chain(table.closing(&look, std::slice::from_ref(&files.id)));
            let rows: Vec<_> = rows.map(|row| format!("{:?} {} {:?}", row.cells, row.object, row.note)).collect();
            rows.join("\n")
        });
    }
}

/// What the tables show of all councils together, made of one.
fn shown_together(
    record: &Record,
    council: &Id,
    as_of: Date,
    put: &mut impl FnMut(&'static str, &str, &dyn Fn() -> String),
) {
    let all = satisfaction::AllCouncils::default();
    let tables: [(&'static str, &dyn Table); 5] = [
        ("charter", &charter::Itself::default()),
        ("charter", &charter::PromiseList::default()),
        ("charter", &charter::TakingPart::default()),
        ("diagnosis", &diagnosis::Themes),
        ("satisfaction", &satisfaction::Themes(&all)),
    ];
    let look = Look { record, as_of, language: record.language(), one_council: false };
    for (place, (command, table)) in tables.into_iter().enumerate() {
        put(command, &format!("together {place}"), &|| {
            let rows = table.closing(&look, std::slice::from_ref(council));
            let rows: Vec<_> = rows.iter().map(|row| format!("{:?} {}", row.cells, row.object)).collect();
            rows.join("\n")
        });
    }
}

/// The record with another text in one of its files; nothing where that text has faults of its own.
pub(super) fn changed(home: &Path, path: &str, text: &str) -> Option<Record> {
    let before = Store::open(home.to_owned()).read(path).ok()?;
    let mut staged = Staged::default();
    staged.rewrite(path, before, text.to_owned());
    let record = Record::open(Store::with(home.to_owned(), staged));
    let is_sound = match Layout::kind(path)? {
        FileKind::Landlord => !record.landlord.is_faulty(),
        FileKind::Charter => record.charter().is_some_and(|file| !file.is_faulty()),
        FileKind::Coaching => record.coaching().is_some_and(|file| !file.is_faulty()),
        FileKind::Council | FileKind::Plan | FileKind::Session(_) | FileKind::Survey(_) => {
            let id = path.split_once('/')?.0;
            let council = record.council(&Id::new(id)?);
            council.files().iter().find(|file| file.path() == path).is_some_and(|file| file.faults().is_empty())
        }
        FileKind::Template(_) | FileKind::Minutes(_) => false,
    };
    is_sound.then_some(record)
}

/// Every key in the files of a record, with the name of the kind of its file.
pub(super) fn places(home: &Path, forms: &[(WrittenFile, Group)]) -> Vec<(&'static str, Place)> {
    let mut found = Vec::new();
    for file in files_below(home) {
        let path = file.strip_prefix(home).unwrap().to_string_lossy().replace('\\', "/");
        let kind = match Layout::kind(&path) {
            Some(FileKind::Landlord) => WrittenFile::Landlord,
            Some(FileKind::Charter) => WrittenFile::Charter,
            Some(FileKind::Coaching) => WrittenFile::Coaching,
            Some(FileKind::Council) => WrittenFile::Council,
            Some(FileKind::Plan) => WrittenFile::Plan,
            Some(FileKind::Session(_)) => WrittenFile::Session,
            Some(FileKind::Survey(_)) => WrittenFile::Survey,
            Some(FileKind::Template(_) | FileKind::Minutes(_)) | None => continue,
        };
        let bytes = std::fs::read(&file).unwrap();
        let Ok(text) = decode(&bytes) else { continue };
        let Ok(tree) = Tree::parse(text) else { continue };
        let (_, group) = forms.iter().find(|(file, _)| *file == kind).unwrap();
        let mut keys = Keys { text, path: &path, kind: kind.name(), found: &mut found };
        keys.of_group(&tree.top, group, "");
    }
    found
}

struct Keys<'a> {
    text: &'a str,
    path: &'a str,
    kind: &'static str,
    found: &'a mut Vec<(&'static str, Place)>,
}

impl Keys<'_> {
    fn of_group(&mut self, node: &Node, group: &Group, above: &str) {
        let Kind::Map(entries) = &node.kind else { return };
        for entry in entries {
            let Some(key) = group.keys.iter().find(|key| key.name == entry.key) else { continue };
            let name = if above.is_empty() { key.name.clone() } else { format!("{above}.{}", key.name) };
            if !entry.value.is_blank() {
                let range = entry.value.range.clone();
                let texts = std::iter::once(String::new()).chain(others(&entry.value, &key.form));
                let others = texts.map(|text| self.with(range.clone(), text)).collect();
                self.found.push((self.kind, Place { key: name.clone(), path: self.path.to_owned(), others }));
            }
            self.of_form(&entry.value, &key.form, &name);
        }
    }

    fn of_form(&mut self, node: &Node, form: &Form, path: &str) {
        match (form, &node.kind) {
            (Form::Group(group), Kind::Map(_)) => self.of_group(node, group, path),
            (Form::List(items), Kind::List(nodes)) => {
                for node in nodes {
                    self.of_form(node, items, &format!("{path}[]"));
                }
            }
            (Form::Named(named), Kind::Map(entries)) => {
                for entry in entries {
                    self.of_form(&entry.value, &named.of, &format!("{path}.*"));
                }
            }
            (Form::Either { forms, .. }, Kind::List(nodes)) => {
                for form in forms.iter().filter(|form| !matches!(form, Form::List(_))) {
                    for node in nodes {
                        self.of_form(node, form, path);
                    }
                }
            }
            (Form::Either { forms, .. }, Kind::Map(_)) => {
                for form in forms {
                    self.of_form(node, form, path);
                }
            }
            _ => {}
        }
    }

    fn with(&self, range: Range<usize>, replacement: String) -> String {
        apply(self.text, &[Edit { range, replacement }])
    }
}

/// What else could stand in a value's place.
fn others(node: &Node, form: &Form) -> Vec<String> {
    let Kind::Scalar(written) = &node.kind else { return Vec::new() };
    let mut others: Vec<String> = match form {
        Form::Words(words) => words.words.iter().map(|word| word.word.clone()).collect(),
        Form::Either { forms, .. } => forms.iter().flat_map(|form| others(node, form)).collect(),
        Form::Value(value) => {
            value.examples.iter().map(|example| example.as_str().map_or_else(|| example.to_string(), quoted)).collect()
        }
        Form::Group(_) | Form::List(_) | Form::Named(_) => Vec::new(),
    };
    others.push(match written.parse::<u32>() {
        Ok(number) => (number + 1).to_string(),
        Err(_) => quoted(&format!("{written} zzz")),
    });
    others.retain(|other| other != written);
    others
}

fn folders(of: &Path) -> Vec<PathBuf> {
    sorted(of).into_iter().filter(|path| path.is_dir()).collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let below = |path: PathBuf| if path.is_dir() { files_below(&path) } else { vec![path] };
    sorted(folder).into_iter().flat_map(below).collect()
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
