//! The index of councils, on as many pages as they want, and the feed.

use super::SiteFile;
use super::council::Summary;
use super::feed::feed;
use super::layout::Page;
use super::rows::{next, previous};
use crate::document::one_line;
use crate::model::{Landlord, Language};
use crate::render::escaped;

/// The page that the site begins with.
pub const INDEX: &str = "index.html";

/// How many councils a page holds, so that it stays below 100 KB.
const MOST: usize = 200;

/// The index and the feed of these councils; `base` is where the site will stand, with `/` at its end, if that is known.
pub fn index(landlord: &Landlord, summaries: &[Summary], base: Option<&str>, language: Language) -> Vec<SiteFile> {
    let mut ordered: Vec<&Summary> = summaries.iter().collect();
    ordered.sort_by_key(|summary| (summary.has_ended, summary.name.to_lowercase()));
    let name = one_line(&landlord.name);
    let parts: Vec<&[&Summary]> = if ordered.is_empty() { vec![&[]] } else { ordered.chunks(MOST).collect() };
    let file = |place: usize| if place == 0 { INDEX.to_owned() } else { format!("index-{}.html", place + 1) };
    let page = |(place, some): (usize, &&[&Summary])| {
        let title = match language {
            Language::French => "Les Conseils de Résidents",
            Language::English => "The residents' councils",
        };
        let mut ways = Vec::new();
        if place > 0 {
            ways.push((file(place - 1), previous(language).to_owned()));
        }
        if place + 1 < parts.len() {
            ways.push((file(place + 1), next(language).to_owned()));
        }
        let items: String = some.iter().map(|summary| item(summary, language)).collect();
        let main = format!("<h1>{title}</h1>\n<p>{}</p>\n<ul class=\"councils\">\n{items}</ul>\n", escaped(&name));
        let page = Page { title: &format!("{title} – {name}"), up: "", ways: &ways, main: &main, language };
        SiteFile { path: file(place), text: page.html() }
    };
    let mut files: Vec<SiteFile> = parts.iter().enumerate().map(page).collect();
    files.push(feed(&name, summaries, base, language));
    files
}

fn item(summary: &Summary, language: Language) -> String {
    let said = match (&summary.next, summary.has_ended, language) {
        (_, _, Language::French) if summary.is_of_before => "page pas encore mise à jour".to_owned(),
        (_, _, Language::English) if summary.is_of_before => "page not brought up to date yet".to_owned(),
        (_, true, Language::French) => "a pris fin".to_owned(),
        (_, true, Language::English) => "has ended".to_owned(),
        (Some(next), _, Language::French) => format!("prochaine séance\u{a0}: {next}"),
        (Some(next), _, Language::English) => format!("next session: {next}"),
        (None, _, Language::French) => "prochaine séance pas encore fixée".to_owned(),
        (None, _, Language::English) => "next session not set yet".to_owned(),
    };
    format!("<li><a href=\"{}/index.html\">{}</a><br>{}</li>\n", summary.id, escaped(&summary.name), escaped(&said))
}
