//! A document as a page of its own: nothing but itself, light or dark, for a telephone and for A4.

use super::html::{escaped, fragment};
use super::plain::text;
use crate::model::{DocumentKind, Language};
use std::fmt::Write as _;

/// The look of every page.
pub const STYLE: &str = include_str!("style.css");

/// The sizes of type, in points, that a notice may be printed in, the largest first, each with how many lines of how many
/// signs a sheet of A4 then holds.
const NOTICE_SIZES: [(u32, usize, usize); 6] =
    [(26, 23, 38), (24, 25, 42), (22, 28, 46), (20, 31, 50), (18, 34, 56), (16, 39, 63)];

/// The whole page of a document. Its title is the document's own.
pub fn page(markdown: &str, language: Language, kind: DocumentKind) -> String {
    let size = if kind == DocumentKind::Notice { notice_size(markdown) } else { String::new() };
    let title = title(markdown);
    let body = fragment(markdown, 1, language);
    format!(
        "{}<body class=\"document {}\"{size}>\n<main>\n{body}</main>\n</body>\n</html>\n",
        head(&title, language, ""),
        kind.name()
    )
}

/// What a page begins with, up to its body; `more` is HTML that its head holds besides.
pub fn head(title: &str, language: Language, more: &str) -> String {
    let mut head = String::new();
    let _ = writeln!(head, "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">", language.code());
    head.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    head.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    // Should anything ever slip in, no browser runs or fetches it.
    head.push_str(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    let _ = writeln!(head, "<title>{}</title>\n{more}<style>\n{STYLE}</style>\n</head>", escaped(title));
    head
}

/// The first lines that are headings, as far as they make a title.
fn title(markdown: &str) -> String {
    let headings = markdown.lines().filter_map(|line| line.strip_prefix("# ").or_else(|| line.strip_prefix("## ")));
    let dated = markdown.lines().find_map(|line| line.strip_prefix("**")?.strip_suffix("**"));
    let parts: Vec<String> = headings.take(2).chain(dated).map(|line| text(line).trim().replace('\n', " ")).collect();
    parts.join(" – ")
}

/// The largest type in which a notice stands on its page.
fn notice_size(markdown: &str) -> String {
    let lines = |columns: usize| -> usize {
        let of_line = |line: &str| match line.trim() {
            "" => 0,
            line => line.chars().count().div_ceil(columns) + usize::from(line.starts_with('#')),
        };
        markdown.lines().map(of_line).sum()
    };
    let fits = NOTICE_SIZES.iter().find(|(_, room, columns)| lines(*columns) <= *room);
    let (points, _, _) = fits.or(NOTICE_SIZES.last()).copied().unwrap_or_default();
    format!(" style=\"--size: {points}pt\"")
}
