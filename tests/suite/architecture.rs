//! The picture of docs/architecture.md, held against the code: its paths are there, each module uses those it may, and
//! each crate has one owner.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const PAGE: &str = "docs/architecture.md";

/// Which modules of the library each one may use, lowest first: a module uses none below it in this list.
const MAY_USE: [(&str, &[&str]); 31] = [
    ("yaml", &[]),
    ("model", &[]),
    ("statistics", &[]),
    ("privacy", &[]),
    ("spreadsheet", &[]),
    ("store", &["yaml", "model"]),
    ("change", &["yaml", "model", "store"]),
    ("locale", &["yaml", "model", "statistics", "privacy", "store", "change"]),
    ("diagnostic", &["yaml", "model", "locale"]),
    ("schema", &["yaml", "model", "locale"]),
    ("record", &["yaml", "model", "store"]),
    ("satisfaction", &["model", "statistics", "record"]),
    ("commitments", &["model", "statistics", "record", "satisfaction"]),
    ("budget", &["model", "record"]),
    ("turnout", &["model"]),
    (
        "document",
        &[
            "yaml",
            "model",
            "statistics",
            "privacy",
            "store",
            "locale",
            "diagnostic",
            "record",
            "satisfaction",
            "commitments",
            "budget",
            "turnout",
        ],
    ),
    (
        "table",
        &["model", "statistics", "locale", "record", "satisfaction", "commitments", "budget", "turnout", "document"],
    ),
    ("calendar", &["model", "locale", "record", "document"]),
    ("render", &["model"]),
    ("chart", &["model", "statistics", "locale", "satisfaction", "document", "render"]),
    ("export", &["model", "statistics", "locale", "record", "satisfaction", "spreadsheet", "document"]),
    ("site", &["model", "locale", "record", "satisfaction", "chart", "document", "render", "table"]),
    ("scaffold", &["yaml", "model", "store", "locale", "record", "document"]),
    ("kit", &["model", "store", "locale", "record", "document", "render", "scaffold"]),
    ("fingerprint", &[]),
    ("edit", &["yaml", "model", "store", "record", "document", "fingerprint"]),
    ("import", &["model", "locale", "record", "edit", "spreadsheet"]),
    ("send", &["model", "store", "locale", "fingerprint", "spreadsheet"]),
    ("git", &[]),
    (
        "check",
        &[
            "yaml",
            "model",
            "statistics",
            "privacy",
            "store",
            "locale",
            "diagnostic",
            "record",
            "satisfaction",
            "commitments",
            "document",
            "fingerprint",
        ],
    ),
    ("mend", &["yaml", "model", "store", "locale", "diagnostic", "record", "check"]),
];

/// Each crate that has an owner, and the folder or file of that owner; for Markdown there are two.
const OWNERS: [(&str, &str); 24] = [
    ("aho_corasick", "src/check"),
    ("annotate_snippets", "src/diagnostic"),
    ("anyhow", "src/cli"),
    ("chrono_tz", "src/calendar"),
    ("clap", "src/cli"),
    ("clap_complete", "src/cli"),
    ("comfy_table", "src/cli"),
    ("csv", "src/spreadsheet.rs"),
    ("getrandom", "src/send"),
    ("granit_parser", "src/yaml"),
    ("icalendar", "src/calendar"),
    ("indexmap", "src/model"),
    ("lettre", "src/send"),
    ("minijinja", "src/document"),
    ("pulldown_cmark", "src/document, src/render"),
    ("rayon", "src/record.rs"),
    ("schemars", "src/model"),
    ("serde_yaml", "src/yaml"),
    ("sha2", "src/fingerprint.rs"),
    ("similar", "src/mend"),
    ("std::fs", "src/store"),
    ("tempfile", "src/store"),
    ("textwrap", "src/render"),
    ("unicode_width", "src/cli"),
];

/// Macros are exported at the crate's root; each belongs to a module all the same.
const MACROS: [(&str, &str); 1] = [("route", "yaml")];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page() -> String {
    std::fs::read_to_string(root().join(PAGE)).unwrap()
}

/// A source file: its path from the root with `/`, and its code without comments.
struct Code {
    path: String,
    text: String,
}

impl Code {
    fn read(path: &Path) -> Self {
        let parts = path.strip_prefix(root()).unwrap().iter().map(|part| part.to_string_lossy());
        let text = std::fs::read_to_string(path).unwrap();
        Self {
            path: parts.collect::<Vec<_>>().join("/"),
            text: text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n"),
        }
    }

    /// The module at the top of the crate that this file belongs to: `yaml`, `cli`, `main`.
    fn module(&self) -> &str {
        let below = self.path.trim_start_matches("src/");
        below.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// How many steps of `super` lead from this file to the crate's root.
    fn depth(&self) -> usize {
        let parts = self.path.split('/').count() - 1;
        if self.path.ends_with("/mod.rs") { parts - 1 } else { parts }
    }

    /// What stands behind `head::`: one name, or several where they are in braces.
    fn names_after(&self, head: &str) -> BTreeSet<&str> {
        let head = format!("{head}::");
        let mut names = BTreeSet::new();
        for (at, _) in self.text.match_indices(&head) {
            let is_longer = self.text[..at].ends_with(|sign: char| sign.is_alphanumeric() || matches!(sign, '_' | ':'));
            if !is_longer {
                names.extend(first_names(&self.text[at + head.len()..]));
            }
        }
        names
    }
}

/// The names at the start of a path, in braces or not: `a` of `a::b`; `a` and `c` of `{a::{b}, c}`.
fn first_names(text: &str) -> Vec<&str> {
    let Some(group) = text.strip_prefix('{') else { return vec![name_at_start(text)] };
    let mut names = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(name_at_start(group[start..at].trim_start()));
                start = at + 1;
                if sign == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

fn name_at_start(text: &str) -> &str {
    let end = text.find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(text.len());
    &text[..end]
}

fn sources() -> Vec<Code> {
    let mut sources = Vec::new();
    collect(&root().join("src"), &mut sources);
    assert!(sources.len() > 50, "{} source files", sources.len());
    sources
}

fn collect(folder: &Path, sources: &mut Vec<Code>) {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(Code::read(&path));
        }
    }
}

/// What stands between backticks in a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The rows of the page's table under this heading: what is quoted in the first cell, and in the second.
fn table(heading: &str) -> BTreeMap<String, BTreeSet<String>> {
    let page = page();
    let below = page.split(&format!("\n## {heading}\n")).nth(1).unwrap_or_else(|| panic!("{PAGE} has no {heading}"));
    let section = below.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').collect();
        let key = quoted(cells[1]).next().unwrap_or_default().to_owned();
        (key, quoted(cells[2]).map(str::to_owned).collect())
    })
    .collect()
}

#[test]
fn every_path_that_the_page_names_exists() {
    let page = page();
    let prose: Vec<&str> = page.split("```").step_by(2).collect();
    let mut named = 0;
    for name in prose.iter().flat_map(|text| quoted(text)) {
        let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
        let is_path = name.contains('/') || matches!(extension, Some("rs" | "md" | "toml" | "yaml" | "yml" | "txt"));
        if is_path && !name.contains([' ', '<', '*', '{']) {
            assert!(root().join(name).exists(), "{PAGE} names {name}, which is not there");
            named += 1;
        }
    }
    assert!(named > 20, "{named} paths");
}

#[test]
fn the_page_has_a_line_for_every_module_and_says_what_each_may_use() {
    let held = MAY_USE.map(|(module, others)| (module.to_owned(), others.iter().map(|&other| other.into()).collect()));
    assert_eq!(table("Who may know whom"), BTreeMap::from(held));
    let modules: BTreeSet<String> = sources().iter().map(|code| code.module().to_owned()).collect();
    let known = MAY_USE.iter().map(|(module, _)| *module).chain(["cli", "lib", "main"]);
    assert_eq!(modules, known.map(str::to_owned).collect());
}

#[test]
fn the_page_says_which_crate_belongs_to_whom() {
    let held =
        OWNERS.map(|(name, owner)| (name.to_owned(), owner.split(", ").map(str::to_owned).collect::<BTreeSet<_>>()));
    assert_eq!(table("One crate, one owner"), BTreeMap::from(held));
}

#[test]
fn no_module_may_use_one_that_comes_after_it() {
    for (place, (module, others)) in MAY_USE.iter().enumerate() {
        for other in *others {
            let before = MAY_USE[..place].iter().any(|(name, _)| name == other);
            assert!(before, "{module} may use {other}, which does not come before it");
        }
    }
}

#[test]
fn every_module_uses_only_those_it_may() {
    let mut wrong = Vec::new();
    for code in sources() {
        let Some((module, others)) = MAY_USE.iter().find(|(module, _)| *module == code.module()) else { continue };
        for name in code.names_after("crate") {
            let other = MACROS.iter().find(|(known, _)| *known == name).map_or(name, |(_, owner)| owner);
            if other != *module && !others.contains(&other) {
                wrong.push(format!("{}: crate::{name}", code.path));
            }
        }
        let to_root = "super::".repeat(code.depth());
        if code.text.contains(&to_root) && !code.text.contains("super::*") {
            wrong.push(format!("{}: {to_root} reaches the crate's root; write crate::", code.path));
        }
    }
    assert!(wrong.is_empty(), "against the table of {PAGE}:\n{}", wrong.join("\n"));
}

#[test]
fn the_command_line_is_in_the_binary_alone() {
    for code in sources() {
        let declares = code.text.split(';').any(|item| item.trim_end().ends_with("mod cli"));
        assert_eq!(declares, code.path == "src/main.rs", "{}", code.path);
    }
}

#[test]
fn every_crate_that_has_an_owner_is_used_by_it_alone() {
    let sources = sources();
    let mut wrong = Vec::new();
    for (name, owner) in OWNERS {
        let users: Vec<&Code> = sources
            .iter()
            .filter(|code| match name.split_once("::") {
                Some((head, tail)) => code.names_after(head).contains(tail),
                None => !code.names_after(name).is_empty(),
            })
            .collect();
        assert!(!users.is_empty(), "nobody uses {name}");
        let is_of = |code: &&&Code, owner: &str| code.path == owner || code.path.starts_with(&format!("{owner}/"));
        let strangers = users.iter().filter(|code| !owner.split(", ").any(|owner| is_of(code, owner)));
        wrong.extend(strangers.map(|code| format!("{}: {name}, which belongs to {owner}", code.path)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_clock_is_read_by_the_command_line_alone() {
    for code in sources() {
        let reads = code.names_after("chrono").contains("Local") || code.names_after("chrono").contains("Utc");
        assert!(!reads || code.module() == "cli", "{} reads the clock", code.path);
    }
}
