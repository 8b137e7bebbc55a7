//! What a text says, without where it says it: what is to be written into a file, and what is read back from it.

use super::quote::{is_null, is_unprintable, quoted, scalar};
use super::tree::{Kind, Node};

/// A value as it reads, and how it is written when it is new: one thing a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A text; an empty one where nothing is written.
    Text(String),
    /// A list.
    List(Vec<Content>),
    /// Keys with their values, in their order.
    Map(Vec<(String, Content)>),
}

impl Content {
    /// A text.
    pub fn text(text: &(impl ToString + ?Sized)) -> Self {
        Self::Text(text.to_string())
    }

    /// What a value of a file says.
    pub fn of(node: &Node) -> Self {
        match &node.kind {
            Kind::Scalar(_) if node.is_blank() => Self::Text(String::new()),
            Kind::Scalar(text) => Self::Text(text.clone()),
            Kind::List(items) => Self::List(items.iter().map(Self::of).collect()),
            Kind::Map(entries) => {
                Self::Map(entries.iter().map(|entry| (entry.key.clone(), Self::of(&entry.value))).collect())
            }
            Kind::Filler => Self::Text(String::new()),
        }
    }

    /// The value under a key.
    pub(super) fn entry(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => entries.iter().find(|(entry, _)| entry == key).map(|(_, value)| value),
            Self::Text(_) | Self::List(_) => None,
        }
    }

    /// Says whether nothing is written: no text, no item, no entry.
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Map(entries) => entries.is_empty(),
        }
    }

    /// The lines of an entry of a map, without their ends.
    pub(super) fn entry_lines(&self, key: &str, indent: usize) -> Vec<String> {
        let margin = " ".repeat(indent);
        let key = key_written(key);
        match self {
            Self::Text(text) if text.is_empty() => vec![format!("{margin}{key}:")],
            Self::Text(text) => match block(text, indent + 2) {
                Some(lines) => std::iter::once(format!("{margin}{key}: |-")).chain(lines).collect(),
                None => vec![format!("{margin}{key}: {}", scalar(text))],
            },
            Self::List(_) | Self::Map(_) => {
                std::iter::once(format!("{margin}{key}:")).chain(self.lines(indent + 2)).collect()
            }
        }
    }

    /// The lines of a collection, without their ends.
    pub(super) fn lines(&self, indent: usize) -> Vec<String> {
        match self {
            Self::Text(text) => vec![format!("{}{}", " ".repeat(indent), scalar(text))],
            Self::List(items) => items.iter().flat_map(|item| item.item_lines(indent)).collect(),
            Self::Map(entries) => entries.iter().flat_map(|(key, content)| content.entry_lines(key, indent)).collect(),
        }
    }

    /// The lines of an item of a list, without their ends.
    pub(super) fn item_lines(&self, indent: usize) -> Vec<String> {
        let mut lines = self.lines(indent + 2);
        if let Some(first) = lines.first_mut() {
            first.replace_range(indent..indent + 2, "- ");
        }
        lines
    }

    /// The value on one line, between brackets where it is a collection.
    pub(super) fn flow(&self) -> String {
        match self {
            Self::Text(text) if is_word(text) => text.clone(),
            Self::Text(text) => quoted(text),
            Self::List(items) => format!("[{}]", items.iter().map(Self::flow).collect::<Vec<_>>().join(", ")),
            Self::Map(entries) => {
                let entries = entries.iter().map(|(key, content)| format!("{}: {}", key_written(key), content.flow()));
                format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// A key as it is written: bare where that is sure to read as the same.
pub(super) fn key_written(key: &str) -> String {
    if is_word(key) { key.to_owned() } else { quoted(key) }
}

/// Says whether a text is one word of letters without accents, digits, `-`, `_`, `/` and `.`.
fn is_word(text: &str) -> bool {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '/' | '.');
    text.starts_with(|sign: char| sign.is_ascii_alphanumeric()) && text.chars().all(is_plain) && !is_null(text)
}

/// The lines of a text after `|-`, where it is of several lines and reads back as the same.
pub(super) fn block(text: &str, indent: usize) -> Option<Vec<String>> {
    let is_plain = |sign: char| sign == '\n' || !is_unprintable(sign);
    // The first line says how deep the text stands, and `|-` takes the line ends at the end away.
    let is_block = text.contains('\n')
        && !text.starts_with([' ', '\n', '\t'])
        && !text.ends_with(['\n', ' '])
        && text.chars().all(is_plain);
    let margin = " ".repeat(indent);
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{margin}{line}") };
    is_block.then(|| text.split('\n').map(line).collect())
}
