//! `docs/record.md`: every key of every file, made from the model, with who reads it.

use super::readers::{OF_WHOLE_FILES, Readers, readers};
use council::locale::no_break;
use council::model::{Language, WrittenFile};
use council::schema::{Row, form, rows};
use serde_json::Value as Json;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

const FR: Language = Language::French;

/// The files of a kind, as the page calls them.
fn path(file: WrittenFile) -> &'static str {
    match file {
        WrittenFile::Landlord => "landlord.yaml",
        WrittenFile::Charter => "charter.yaml",
        WrittenFile::Coaching => "coaching.yaml",
        WrittenFile::Council => "<conseil>/council.yaml",
        WrittenFile::Plan => "<conseil>/plan.yaml",
        WrittenFile::Session => "<conseil>/sessions/<date>.yaml",
        WrittenFile::Survey => "<conseil>/surveys/<période>.yaml",
    }
}

/// What stands before the tables.
fn preface() -> String {
    let whole: Vec<String> = OF_WHOLE_FILES.iter().map(|rule| linked(rule)).collect();
    format!(
        "# Le registre, mot-clé par mot-clé\n\n<!-- Fait à partir du programme par un test ; ne se modifie pas à la main. -->\n\n\
         Chaque fichier du registre, avec tous les mots-clés qu'il peut contenir. L'éditeur dit la même chose au survol.\n\n\
         - Le chemin d'un mot-clé se lit de gauche à droite : `topics[].title` est le titre d'un des points de `topics`, \
         `members.*.role` le rôle d'un membre, dont le nom court est choisi par vous.\n\
         - Un mot-clé suivi d'une étoile (★) est obligatoire. Les autres peuvent manquer, ou rester sans valeur.\n\
         - « Lu par » : les commandes qui écrivent autre chose quand la valeur change, puis les règles de `council check` qui \
         trouvent autre chose. Ce n'est pas une déclaration : un test change chaque valeur, et regarde. Les règles qui lisent \
         un fichier ou un texte en entier n'y sont pas répétées : {}. `send` n'y est que pour ce qu'il lit de plus que le document \
         qu'il envoie.\n",
        whole.join(", ")
    )
}

fn linked(rule: &str) -> String {
    format!("[{rule}](rules.md#{rule})")
}

/// A text as a cell of a table holds it.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// How a value is written.
fn written(row: &Row) -> String {
    let mut parts = Vec::new();
    parts.extend(row.expected.map(|expected| FR.form_name(expected).to_owned()));
    let words = row.words.iter().map(|word| match word.meaning.trim_end_matches('.') {
        "" => format!("`{}`", word.word),
        meaning => format!("`{}` ({meaning})", word.word),
    });
    let words: Vec<String> = words.collect();
    if !words.is_empty() {
        parts.push(format!("un mot : {}", words.join(", ")));
    }
    let form = parts.join(", ou ");
    match (row.is_list, row.is_named) {
        (true, _) => format!("{form} ; plusieurs, un tiret chacun"),
        (_, true) => format!("{form} ; plusieurs, sous un nom court chacun"),
        (false, false) => form,
    }
}

/// An example, where it fits on a line: what has keys of its own is told by them.
fn example(row: &Row) -> String {
    let shown = |value: &Json| match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(_) | Json::Bool(_) => Some(value.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    };
    let text = match &row.example {
        Some(Json::Array(items)) => items.first().and_then(shown).map(|item| format!("- {item}")),
        Some(value) => shown(value),
        None => None,
    };
    text.map(|text| format!("`{text}`")).unwrap_or_default()
}

#[test]
fn every_key_is_read_and_the_page_says_by_whom() {
    let Readers { rules, commands } = readers();
    let mut page = preface();
    let mut unread = BTreeSet::new();
    for file in WrittenFile::ALL {
        let group = form(file, FR);
        let _ = write!(page, "\n## {}\n\n{}\n\n", path(file), group.meaning);
        page.push_str("| Mot-clé | Ce qu'il dit | Ce qu'on y écrit | Exemple | Lu par |\n|---|---|---|---|---|\n");
        for row in rows(&group) {
            let key = (file.name(), row.path.clone());
            let by_commands = commands.get(&key).into_iter().flatten().map(|name| format!("`{name}`"));
            let by_rules = rules.get(&key).into_iter().flatten().map(|rule| linked(rule));
            let readers: Vec<String> = by_commands.chain(by_rules).collect();
            let read_by = if readers.is_empty() {
                unread.insert(format!("{} {}", file.name(), row.path));
                "rien encore".to_owned()
            } else {
                readers.join(", ")
            };
            let star = if row.is_required { " ★" } else { "" };
            let cells = [&row.meaning, &written(&row), &example(&row), &read_by].map(|text| cell(text));
            let _ = writeln!(page, "| `{}`{star} | {} |", row.path, cells.join(" | "));
        }
    }
    assert_eq!(unread, BTreeSet::new(), "keys that nothing reads");
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/record.md");
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(no_break(&page, FR), Data::read_from(&place, Some(DataFormat::Text)).raw());
}
