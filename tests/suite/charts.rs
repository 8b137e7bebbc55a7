//! Satisfaction as a picture: golden files (`chart/`), which somebody has looked at; read back by Python's XML parser
//! (`chart/read.py`), which holds them against the table; and that no figure stands on another.

use super::example::{council, example, project};
use super::python;
use council::chart::{Panel, Setting, chart};
use council::model::{Id, Language};
use council::record::Record;
use council::satisfaction::series;
use council::store::Store;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn record() -> PathBuf {
    project().join("tests/chart/record")
}

fn drawn(record: &Path, id: &str, more: &[&str]) -> String {
    let home = TempDir::new().unwrap();
    let file = home.path().join("chart.svg");
    let output = council(record, &[&["satisfaction", id, "--chart", file.to_str().unwrap()], more].concat());
    assert!(output.status.success(), "{output:?}");
    std::fs::read_to_string(file).unwrap()
}

/// The figures of a picture, panel by panel: where each stands, and what it says.
fn figures(svg: &str) -> Vec<(f64, f64, String)> {
    let texts =
        svg.lines().filter(|line| line.starts_with("<text") && line.contains("middle") && line.contains("bold"));
    let value = |line: &str, key: &str| {
        let from = line.find(&format!(" {key}=\"")).unwrap() + key.len() + 3;
        line[from..].split('"').next().unwrap().parse().unwrap()
    };
    let said = |line: &str| line.split(['>', '<']).nth(2).unwrap().to_owned();
    texts.map(|line| (value(line, "x"), value(line, "y"), said(line))).collect()
}

#[test]
fn pictures_are_those_that_somebody_has_looked_at() {
    let assert = Assert::new().action_env("SNAPSHOTS");
    for (name, svg) in [
        ("les-tilleuls", drawn(&example(), "les-tilleuls", &[])),
        ("une", drawn(&record(), "une", &[])),
        ("douze", drawn(&record(), "douze", &[])),
        ("peu-en", drawn(&record(), "peu", &["--lang", "en"])),
    ] {
        let path = project().join(format!("tests/chart/{name}.svg"));
        assert.eq(svg, Data::read_from(&path, Some(DataFormat::Text)).raw());
    }
}

#[test]
fn python_reads_in_them_what_the_table_shows() {
    let Some(python) = python::with(&["xml.etree.ElementTree"]) else { return };
    for (record, councils) in
        [(example(), &["les-tilleuls", "le-parc", "jean-moulin"][..]), (record(), &["une", "douze", "peu"])]
    {
        let args = [&[record.to_str().unwrap(), "2024-03-15"], councils].concat();
        python::assert_agrees(&python, "chart/read.py", &args);
    }
}

#[test]
fn no_figure_stands_on_another_however_close_the_surveys() {
    let svg = drawn(&record(), "douze", &[]);
    let figures = figures(&svg);
    assert_eq!(figures.len(), 18);
    for pair in figures.windows(2).filter(|pair| (pair[0].1 - pair[1].1).abs() < 1.0) {
        assert!(pair[1].0 - pair[0].0 >= 50.9, "{pair:?}");
    }
    assert!(figures.iter().all(|(x, _, _)| (25.0..=615.0).contains(x)), "{figures:?}");
}

#[test]
fn fewer_than_five_opinions_give_no_figure() {
    let svg = drawn(&record(), "peu", &[]);
    let said: Vec<String> = figures(&svg).into_iter().map(|(_, _, said)| said).collect();
    assert_eq!(said, ["–", "50,0\u{a0}%", "–", "90,9\u{a0}%"]);
    assert!(!svg.contains("75,0") && !svg.contains("n=4"), "{svg}");
    assert_eq!(svg.matches("<circle").count(), 2);
}

#[test]
fn lines_join_only_what_may_be_compared() {
    let courses = |svg: &str| svg.matches("stroke-width=\"2\"/>").count();
    // Twelve surveys, of which the sixth was made in another way; of the second question every other one.
    assert_eq!(courses(&drawn(&record(), "douze", &[])), 10 + 4);
    assert_eq!(courses(&drawn(&record(), "une", &[])), 0);
    assert_eq!(courses(&drawn(&record(), "peu", &[])), 0);
}

#[test]
fn in_a_page_it_brings_neither_style_nor_id_and_lets_nothing_through() {
    let record = Record::open(Store::open(record()));
    let files = record.council(&Id::new("une").unwrap());
    let series = series(record.landlord.value().unwrap(), &files);
    let title = "<script>alert('1')</script> & \"]]>\u{1b}\u{ffff}";
    let panel = Panel { title, waves: &series[0].waves };
    let svg = chart(title, &[panel], Setting::Page, Language::French);
    for refused in ["<script", "<style", " id=", "href", "\u{1b}", "\u{ffff}", "]]>"] {
        assert!(!svg.contains(refused), "{refused} in {svg}");
    }
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    assert!(svg.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;]]&gt;"));
}

#[test]
fn without_surveys_nothing_is_drawn() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("chart.svg");
    let output = council(&record(), &["satisfaction", "aucune", "--chart", file.to_str().unwrap()]);
    assert!(output.status.success() && !file.exists(), "{output:?}");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "Rien à montrer.\n");
}

#[test]
fn a_picture_of_another_kind_is_not_promised() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("chart.png");
    let output = council(&record(), &["satisfaction", "douze", "--chart", file.to_str().unwrap()]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("qui finit par .svg") && !file.exists(), "{said}");
}
