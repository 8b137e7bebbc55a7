//! What the project's own pages claim: each `console` block of README.md is run and its output compared; every local
//! link leads to something; French pages have the program's own typography.

use council::locale::no_break;
use council::model::{DocumentKind, Language};
use pulldown_cmark::{Event, Options, Parser, Tag};
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The pages written in French, but for README.md, which is held together with its blocks, and those of docs/templates.
const FRENCH_PAGES: [&str; 4] =
    ["docs/ci.md", "docs/templates.md", "examples/habitat-exemple/README.md", "examples/minimal/README.md"];

/// What every command of a block begins with: `council` is the program just built, however the page calls it.
const PRELUDE: &str = "exec 2>&1; council() { \"$COUNCIL\" \"$@\"; }; ";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(path: &str) -> String {
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.replace("\r\n", "\n")
}

/// Compares with the page as it lies on the disk; `SNAPSHOTS=overwrite` writes it anew instead.
#[track_caller]
fn assert_page(path: &str, fresh: String) {
    let expected = Data::read_from(&root().join(path), Some(DataFormat::Text));
    Assert::new().action_env("SNAPSHOTS").eq(fresh, expected.raw());
}

/// What a command line of the page prints when it is run at the project's root.
fn printed(line: &str) -> String {
    let line = line.replace("cargo run --quiet --", "council");
    let output = Command::new("sh")
        .args(["-c", &format!("{PRELUDE}{line}")])
        .current_dir(root())
        .env("COUNCIL", env!("CARGO_BIN_EXE_council"))
        .env_remove("COUNCIL_LANG")
        .env_remove("COUNCIL_RECORD")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The page with the output of every command of its `console` blocks as it is now, and how many there were.
fn refreshed(page: &str) -> (String, usize) {
    let mut fresh = String::with_capacity(page.len());
    let mut commands = 0;
    let mut in_block = false;
    for line in page.split_inclusive('\n') {
        match (in_block, line.strip_prefix("$ ")) {
            (true, Some(command)) => {
                commands += 1;
                fresh.push_str(line);
                fresh.push_str(&printed(command.trim_end()));
            }
            (true, None) if line == "```\n" => {
                in_block = false;
                fresh.push_str(line);
            }
            (true, None) => {}
            (false, _) => {
                in_block = line == "```console\n";
                fresh.push_str(line);
            }
        }
    }
    (fresh, commands)
}

#[test]
#[allow(clippy::print_stdout, reason = "a test that is skipped says so")]
fn every_command_of_the_readme_prints_what_it_shows() {
    let page = page("README.md");
    let fresh = if cfg!(windows) {
        println!("skipped: the README's blocks are run by `sh`, which Windows lacks");
        page
    } else {
        let (fresh, commands) = refreshed(&page);
        assert!(commands >= 5, "only {commands} commands were found in README.md");
        fresh
    };
    assert_page("README.md", no_break(&fresh, Language::French));
}

#[test]
fn french_pages_are_set_as_the_program_sets_documents() {
    let of_kinds = DocumentKind::ALL.iter().map(|kind| format!("docs/templates/{}.md", kind.name()));
    for path in FRENCH_PAGES.map(str::to_owned).into_iter().chain(of_kinds) {
        assert_page(&path, no_break(&page(&path), Language::French));
    }
}

#[test]
fn every_local_link_leads_to_something() {
    let mut pages: Vec<PathBuf> = ["README.md", "CHANGELOG.md", "tests/README.md"].map(|path| root().join(path)).into();
    pages_in(&root().join("docs"), &mut pages);
    pages_in(&root().join("examples"), &mut pages);
    for path in pages {
        let text = std::fs::read_to_string(&path).unwrap();
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else {
                continue;
            };
            let target = dest_url.split('#').next().unwrap_or_default();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            let leads = path.parent().is_some_and(|folder| folder.join(target).exists());
            assert!(leads, "{}: {dest_url} leads nowhere", path.display());
        }
    }
}

fn pages_in(folder: &Path, pages: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pages_in(&path, pages);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            pages.push(path);
        }
    }
}
