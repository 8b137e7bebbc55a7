//! The pages as a browser shows and prints them: Chromium with axe-core, light and dark, on a telephone and on A4
//! (`pages/look.mjs`); the Nu HTML checker; a feed reader. Skipped, and said so, where `.ci/run` has not installed them.

use super::example::{council, example, project};
use super::python::{assert_runs, with};
use council::locale::Language;
use council::model::DocumentKind;
use council::render::page;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Texts that would run something, call elsewhere or break a page, if they could.
const HOSTILE: &str = "# <script>alert(1)</script>\n\n##### Trop bas\n\n<img src=x onerror=alert(1)> et \
    [lien](javascript:alert(1)) [autre](data:text/html,<script>alert(1)</script>) ![image](https://ailleurs.example/p.png)\n\n\
    | A | |\n|---|---|\n| <b>x</b> | `<script>` |\n\n<style>body{display:none}</style>\n\n<iframe src=\"//ailleurs.example\"></iframe>\n\n\
    </main></body><script>alert(2)</script>\n\n[![i](https://ailleurs.example/i.png)](https://ici.example)\n\n\
    Unmottrèslongsansaucuneespaceunmottrèslongsansaucuneespaceunmottrèslongsansaucuneespace\u{7}\n";

fn written(record: &Path, args: &[&str]) {
    let output = council(record, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The pages of the example: every kind of document and the whole site; and hostile Markdown as a page.
fn pages(home: &Path) -> Vec<PathBuf> {
    let record = home.join("record");
    super::rules::copy_folder(&example(), &record);
    for document in [
        &["minutes", "les-tilleuls", "2023-03-14"][..],
        &["notice", "les-tilleuls"],
        &["notice", "le-parc"],
        &["agenda", "les-tilleuls"],
        &["report", "les-tilleuls", "--year", "2023"],
        &["sheet", "les-tilleuls"],
        &["questionnaire", "les-tilleuls"],
        &["tender"],
    ] {
        written(&record, &[document, &["--format", "html"]].concat());
    }
    written(&record, &["--lang", "en", "site", "--out", home.join("site-en").to_str().unwrap()]);
    written(&record, &["site", "--out", home.join("site").to_str().unwrap()]);
    for (name, kind) in [("hostile.html", DocumentKind::Minutes), ("hostile-notice.html", DocumentKind::Notice)] {
        std::fs::write(home.join(name), page(HOSTILE, Language::French, kind)).unwrap();
    }
    let mut pages = Vec::new();
    gather(home, &mut pages);
    assert!(pages.len() > 80, "{}", pages.len());
    pages
}

fn gather(folder: &Path, pages: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, pages);
        } else if path.extension().is_some_and(|extension| extension == "html") {
            pages.push(path);
        }
    }
    pages.sort();
}

/// What runs this command, where it is there.
fn found(programs: &[&'static str], args: &[&str]) -> Option<&'static str> {
    let runs = |program: &&&str| Command::new(program).args(args).output().is_ok_and(|output| output.status.success());
    programs.iter().find(runs).copied()
}

#[test]
fn chromium_shows_and_prints_every_kind_of_page_and_axe_finds_nothing() {
    let modules = project().join("target/tools/node_modules");
    let chromium = found(&["chromium", "chromium-browser", "google-chrome"], &["--version"]);
    let has = |module: &str| modules.join(module).join("package.json").is_file();
    let (Some(chromium), true) =
        (chromium, has("puppeteer-core") && has("axe-core") && found(&["node"], &["-v"]).is_some())
    else {
        eprintln!("skipped: no chromium, or no puppeteer-core and axe-core; .ci/run installs them");
        return;
    };
    let home = tempfile::tempdir().unwrap();
    // Pages of the same kind look alike: of the site, those of one council are looked at, and of its relevés one.
    let site = [home.path().join("site"), home.path().join("site-en")];
    let is_looked_at = |path: &Path| {
        let of_site = site.iter().find_map(|site| path.strip_prefix(site).ok());
        of_site.is_none_or(|path| {
            ["index.html", "les-tilleuls/index.html", "les-tilleuls/2023-03-14.html"]
                .iter()
                .any(|one| path == Path::new(one))
                || path.ends_with("actions.html")
        })
    };
    let pages = pages(home.path());
    let looked_at = pages.iter().filter(|path| is_looked_at(path));
    let path = |name: &str| Command::new("sh").args(["-c", &format!("command -v {name}")]).output().unwrap().stdout;
    let chromium = String::from_utf8(path(chromium)).unwrap();
    let output = Command::new("node")
        .arg(project().join("tests/pages/look.mjs"))
        .arg(&modules)
        .arg(chromium.trim())
        .args(looked_at)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&said));
}

#[test]
fn the_html_checker_finds_no_error() {
    let checker = project().join("target/tools/node_modules/vnu-jar/build/dist/vnu.jar");
    if !checker.is_file() || found(&["java"], &["-version"]).is_none() {
        eprintln!("skipped: no java, or no vnu-jar; .ci/run installs them");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let pages = pages(home.path());
    let output = Command::new("java").arg("-jar").arg(checker).arg("--errors-only").args(pages).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_feed_reader_reads_the_feed() {
    let Some(python) = with(&["feedparser"]) else { return };
    let home = tempfile::tempdir().unwrap();
    let out = home.path().to_str().unwrap();
    written(&example(), &["site", "--out", out, "--url", "https://organisme.example/conseils"]);
    assert_runs(&python, "pages/feed.py", &[out, "https://organisme.example/conseils/"]);
}

#[test]
fn nothing_hostile_reaches_a_page_or_a_text_and_all_of_it_is_read() {
    let html = page(HOSTILE, Language::French, DocumentKind::Minutes);
    let body = html.split_once("<main>").unwrap().1;
    for tag in ["<script", "<img", "<iframe", "<style", "<b>", "href=\"javascript", "href=\"data"] {
        assert!(!body.contains(tag), "{tag}: {body}");
    }
    assert_eq!(body.matches("</main>").count(), 1);
    for text in
        ["&lt;script&gt;alert(1)", "(javascript:alert(1))", "image (https://ailleurs.example/p.png)", "&lt;iframe"]
    {
        assert!(body.contains(text), "{text}: {body}");
    }
    let text = council::render::text(HOSTILE, Language::French);
    assert!(text.contains("lien (javascript:alert(1))") && !text.contains('\u{7}'), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 72 || !line.trim().contains(' ')), "{text}");
}

/// A stand-in for the browser that tells which page it was to show.
#[cfg(target_os = "linux")]
#[test]
fn open_shows_the_page_that_was_written_and_says_where_it_lies_without_a_browser() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let (record, programs) = (home.path().join("record"), home.path().join("programs"));
    super::rules::copy_folder(&example(), &record);
    std::fs::create_dir(&programs).unwrap();
    let open = |programs: &Path| {
        Command::new(env!("CARGO_BIN_EXE_council"))
            .arg("--record")
            .arg(&record)
            .args(["--today", "2024-03-15", "notice", "les-tilleuls", "--open"])
            .env("PATH", programs)
            .output()
            .unwrap()
    };
    let none = open(&programs);
    let page = record.join("out/les-tilleuls/notice-2024-03-15.html");
    assert_eq!(none.status.code(), Some(3), "{none:?}");
    assert!(String::from_utf8_lossy(&none.stderr).contains("aucun navigateur") && page.is_file(), "{none:?}");
    let shown = home.path().join("shown");
    let browser = programs.join("xdg-open");
    std::fs::write(&browser, format!("#!/bin/sh\necho \"$1\" > '{}'\n", shown.display())).unwrap();
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert!(open(&programs).status.success());
    let asked = (0..100).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        std::fs::read_to_string(&shown).ok().filter(|text| text.ends_with('\n'))
    });
    assert_eq!(asked.as_deref().map(str::trim), Some(page.to_str().unwrap()));
}
