//! A document as a page of its own: nothing but itself, light or dark, for a telephone and for A4.

use super::html::{escaped, fragment};
use super::plain::text;
use crate::model::{DocumentKind, Language};
use std::fmt::Write as _;

/// The look of every page.
pub const STYLE: &str = include_str!("style.css");

/// The largest and the smallest type of a notice, in points. From fourteen on it is read from a metre; the smallest is for
/// one that says as much as a notice may.
const NOTICE_POINTS: (u32, u32) = (26, 9);

/// The room on a sheet of A4 within margins of 12 mm, in points, and a little of it left free.
const SHEET: (f64, f64) = (186.0 * 72.0 / 25.4, 265.0 * 72.0 / 25.4);

/// The whole page of a document. Its title is the document's own.
pub fn page(markdown: &str, language: Language, kind: DocumentKind) -> String {
    let size = if kind == DocumentKind::Notice { notice_size(markdown) } else { String::new() };
    let title = title(markdown, language);
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
fn title(markdown: &str, language: Language) -> String {
    let headings = markdown.lines().filter_map(|line| line.strip_prefix("# ").or_else(|| line.strip_prefix("## ")));
    let dated = markdown.lines().find_map(|line| line.strip_prefix("**")?.strip_suffix("**"));
    let parts: Vec<String> =
        headings.take(2).chain(dated).map(|line| text(line, language).trim().replace('\n', " ")).collect();
    parts.join(" – ")
}

/// The largest type in which a notice stands on its page.
fn notice_size(markdown: &str) -> String {
    let (largest, smallest) = NOTICE_POINTS;
    let fits = |points: &u32| height(markdown, f64::from(*points)) <= SHEET.1;
    let points = (smallest..=largest).rev().find(fits).unwrap_or(smallest);
    format!(" style=\"--size: {points}pt\"")
}

/// How high a notice is in this type, in points; a sign is taken for as wide as those of the widest of usual types.
fn height(markdown: &str, points: f64) -> f64 {
    let of_line = |line: &str| {
        let scale = match line.split_whitespace().next().unwrap_or_default() {
            "" => return 0.0,
            "#" => 1.5,
            "##" => 1.25,
            _ => 1.0,
        };
        let signs = f64::from(u32::try_from(line.chars().count()).unwrap_or(u32::MAX));
        let of_line = SHEET.0 / (points * scale * 0.6) - 2.0;
        let lines = (signs / of_line).ceil();
        (lines * 1.3 + 0.5) * scale * points
    };
    markdown.lines().map(of_line).sum()
}
