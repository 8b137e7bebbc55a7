//! `datapackage.json`: what the tables are made of, as a Frictionless Data Package, so that programs can hold them
//! against it. <https://specs.frictionlessdata.io/tabular-data-package/>

use super::column::{Kind, Said};
use super::{Column, OWNERS, Reference, TABLES, Table};
use crate::locale::no_break;
use crate::model::{Date, Landlord, Language};
use serde_json::{Map, Value, json};

/// What the name of every description begins with.
pub const PACKAGE: &str = "council-";

/// Identifiers as they stand in the record, and those that stand for a member's.
const ID: &str = "[a-z0-9_-]+";

/// A year, a half, a quarter, a month, a week or a day.
const PERIOD: &str = r"\d{4}(-(S[12]|[QT][1-4]|W\d{2}|\d{2}(-\d{2})?))?";

/// A session's date, with a number for the second of a day.
const SESSION: &str = r"\d{4}-\d{2}-\d{2}(-\d+)?";

/// Describes the tables of a landlord's record, as of a day.
pub fn package(landlord: &Landlord, key: &str, day: Date, language: Language) -> String {
    let words = Words(language);
    let (title, about) = match language {
        Language::French => (
            format!("Conseils de Résidents : {}", landlord.name),
            format!(
                "Les tables du registre, dans leur état au {day}, sans le texte des discussions. Les personnes que le \
                 registre nomme y sont dites par leur rôle ; relisez les textes avant de les donner. Produit par council \
                 export."
            ),
        ),
        Language::English => (
            format!("Residents' councils: {}", landlord.name),
            format!(
                "The tables of the record, as of {day}, without the text of discussions. People whom the record names are \
                 called by their role; read the texts again before you hand them on. Made by council export."
            ),
        ),
    };
    let package = json!({
        "profile": "tabular-data-package",
        "name": format!("{PACKAGE}{key}"),
        "title": words.typeset(&title),
        "description": words.typeset(&about),
        "resources": TABLES.iter().map(|table| words.resource(table)).collect::<Vec<_>>(),
    });
    format!("{package:#}\n")
}

struct Words(Language);

impl Words {
    fn typeset(&self, text: &str) -> String {
        no_break(text, self.0)
    }

    /// A title and a sentence.
    fn said(&self, (french, english): Said) -> [String; 2] {
        match self.0 {
            Language::French => french,
            Language::English => english,
        }
        .map(|text| self.typeset(text))
    }

    fn resource(&self, table: &Table) -> Value {
        let [title, description] = self.said(table.said);
        let owners = OWNERS.iter().map(|owner| owner.name);
        let key: Vec<&str> = owners.chain(table.key.iter().copied()).collect();
        let of_council = Reference { columns: &[], table: "councils", there: &[] };
        let references = table.references.iter().filter(|reference| reference.table != of_council.table);
        let to_council = (table.name != of_council.table).then_some(&of_council);
        let references: Vec<Value> = to_council.into_iter().chain(references).map(reference).collect();
        let mut schema = json!({
            "fields": table.columns().map(|column| self.field(table, column)).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": key,
        });
        if !references.is_empty() {
            schema["foreignKeys"] = references.into();
        }
        json!({
            "profile": "tabular-data-resource",
            "name": table.name,
            "path": table.file(),
            "title": title,
            "description": description,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {
                "delimiter": ",",
                "lineTerminator": "\n",
                "quoteChar": "\"",
                "doubleQuote": true,
                "skipInitialSpace": false,
                "header": true,
            },
            "schema": schema,
        })
    }

    fn field(&self, table: &Table, column: &Column) -> Value {
        let [title, description] = self.said(column.said);
        let (kind, format, mut constraints) = kind(column.kind);
        if table.requires(column.name) {
            constraints.insert("required".to_owned(), true.into());
        }
        let mut field = json!({ "name": column.name, "type": kind });
        if let Some(format) = format {
            field["format"] = format.into();
        }
        field["title"] = title.into();
        field["description"] = description.into();
        if !constraints.is_empty() {
            field["constraints"] = constraints.into();
        }
        field
    }
}

fn reference(reference: &Reference) -> Value {
    let with_owners = |columns: &[&str]| -> Vec<String> {
        OWNERS.iter().map(|owner| owner.name).chain(columns.iter().copied()).map(str::to_owned).collect()
    };
    json!({
        "fields": with_owners(reference.columns),
        "reference": { "resource": reference.table, "fields": with_owners(reference.there) },
    })
}

/// A column's type, its format, and what holds of its values.
fn kind(kind: Kind) -> (&'static str, Option<&'static str>, Map<String, Value>) {
    let (name, format, constraints) = match kind {
        Kind::Text | Kind::Name => ("string", None, json!({})),
        Kind::Id => ("string", None, json!({ "pattern": ID })),
        Kind::Ids => ("string", None, json!({ "pattern": several(ID) })),
        Kind::Session => ("string", None, json!({ "pattern": SESSION })),
        Kind::Word(words) => ("string", None, json!({ "enum": words() })),
        Kind::Words(words) => ("string", None, json!({ "pattern": several(&format!("({})", words().join("|"))) })),
        Kind::Count => ("integer", None, json!({ "minimum": 0 })),
        Kind::Place => ("integer", None, json!({ "minimum": 1 })),
        Kind::Amount => ("number", None, json!({})),
        Kind::Percent => ("number", None, json!({ "minimum": 0, "maximum": 100 })),
        Kind::Boolean => ("boolean", None, json!({})),
        Kind::Date => ("date", Some("%Y-%m-%d"), json!({})),
        Kind::Period => ("string", None, json!({ "pattern": PERIOD })),
        Kind::Time => ("time", Some("%H:%M"), json!({})),
        Kind::Year => ("year", None, json!({})),
    };
    let Value::Object(constraints) = constraints else { return (name, format, Map::new()) };
    (name, format, constraints)
}

/// The pattern of several values, a space between them.
fn several(one: &str) -> String {
    format!("{one}( {one})*")
}
