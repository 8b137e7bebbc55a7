//! docs/templates.md and the page of each kind of document in docs/templates: they name every variable that its template
//! is given and no other, and the examples give what they say.

use council::document::{Template, minutes, sample};
use council::model::{DocumentKind, Id, Language};
use council::record::Record;
use council::store::Store;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

const PAGE: &str = "docs/templates.md";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap().replace("\r\n", "\n")
}

/// The blocks of the page in this language, in order.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let fences = page.split(&fence).skip(1);
    fences.map(|rest| rest.split("```").next().unwrap_or_default().to_owned()).collect()
}

/// What the page calls an item of this list: the word in its `{% for word in list %}`.
fn item_of<'p>(list: &str, page: &'p str) -> &'p str {
    let ending = format!(" in {list} %}}");
    let before = page.split(&ending).next().filter(|before| before.len() < page.len());
    let before = before.unwrap_or_else(|| panic!("no loop over {list} is shown"));
    before.rsplit("{% for ").next().unwrap_or_default()
}

/// Every variable below this value, as a template writes it.
fn collect(value: &Value, name: &str, page: &str, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let name = if name.is_empty() { field.clone() } else { format!("{name}.{field}") };
                names.insert(name.clone());
                collect(value, &name, page, names);
            }
        }
        Value::Array(items) => {
            for item in items.iter().filter(|item| item.is_object()) {
                collect(item, item_of(name, page), page, names);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The first cells of the tables whose heading begins with this word.
fn first_cells(page: &str, heading: &str) -> BTreeSet<String> {
    let mut cells = BTreeSet::new();
    let mut inside = false;
    for line in page.lines() {
        let first = line.split('|').nth(1).unwrap_or_default().trim();
        inside = line.starts_with('|') && (inside || first == heading);
        if inside && first.starts_with('`') {
            cells.insert(first.trim_matches('`').to_owned());
        }
    }
    cells
}

#[test]
fn the_page_of_a_kind_names_every_variable_and_no_other() {
    for kind in DocumentKind::ALL.iter().copied() {
        let path = format!("docs/templates/{}.md", kind.name());
        let page = page(&path);
        let mut given = BTreeSet::new();
        collect(&sample(kind), "", &page, &mut given);
        assert!(given.len() > 10, "{given:?}");
        assert_eq!(first_cells(&page, "Variable"), given, "{path}");
    }
}

#[test]
fn every_kind_is_listed() {
    let shown = first_cells(&page(PAGE), "Votre modèle");
    let kinds = DocumentKind::ALL.iter().map(|kind| format!("templates/{}.md", kind.name()));
    assert_eq!(shown, kinds.collect());
}

#[test]
fn every_template_of_the_page_can_be_used() {
    let templates = blocks(&page(PAGE), "jinja");
    assert!(templates.len() > 3);
    for text in templates {
        if let Err(error) = Template::own(DocumentKind::Minutes, &text, Language::French).verify() {
            panic!("{error}\n{text}");
        }
    }
}

#[test]
fn the_worked_example_gives_what_the_page_shows() {
    let page = page(PAGE);
    let record = Record::open(Store::open(root().join("councils")));
    let files = record.council(&Id::new("gambetta").unwrap());
    let session = "2011-04-06".parse().unwrap();
    let text = blocks(&page, "jinja").pop().unwrap();
    let fresh =
        minutes(&record, &files, session, &Template::own(DocumentKind::Minutes, &text, Language::French)).unwrap();
    assert_eq!(fresh, blocks(&page, "markdown").pop().unwrap());
}

#[test]
fn every_filter_gives_what_the_page_shows() {
    let page = page(PAGE);
    let mut rows = 0;
    let filters = page.lines().filter(|line| line.starts_with("| `{{"));
    for row in filters {
        let cells: Vec<&str> = row.split("` | ").collect();
        let text = cells[0].trim_start_matches("| `");
        let shown = cells[1].trim_matches(['|', ' ', '`']);
        let fresh = Template::own(DocumentKind::Minutes, text, Language::French)
            .render(&sample(DocumentKind::Minutes))
            .unwrap();
        assert_eq!(fresh.trim_end(), shown, "{text}");
        rows += 1;
    }
    assert!(rows >= 6, "{rows} filters");
}
