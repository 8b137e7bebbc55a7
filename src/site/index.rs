//! The index of councils, on as many pages as they want, and the feed.

use super::SiteFile;
use super::council::Summary;
use super::feed::feed;
use super::layout::{Pages, parts};
use crate::document::one_line;
use crate::locale::site::SiteWord;
use crate::model::{Landlord, Language};
use crate::render::escaped;

/// The page that the site begins with.
pub const INDEX: &str = "index.html";

/// The index and the feed of these councils; `base` is where the site will stand, with `/` at its end, if that is known.
pub fn index(landlord: &Landlord, summaries: &[Summary], base: Option<&str>, language: Language) -> Vec<SiteFile> {
    let mut ordered: Vec<&Summary> = summaries.iter().collect();
    ordered.sort_by_key(|summary| (summary.has_ended, summary.name.to_lowercase()));
    let name = one_line(&landlord.name);
    let items: Vec<String> = ordered.iter().map(|summary| item(summary, language)).collect();
    let title = SiteWord::Councils.words(language);
    let pages = Pages { folder: "", name: "index", title, of: &name, ways: &[], language };
    let mut files = pages.of(&parts(&items), |title, items| {
        let (title, name, items) = (escaped(title), escaped(&name), items.concat());
        format!("<h1>{title}</h1>\n<p>{name}</p>\n<ul class=\"councils\">\n{items}</ul>\n")
    });
    files.push(feed(&name, summaries, base, language));
    files
}

fn item(summary: &Summary, language: Language) -> String {
    let said = match (summary.is_of_before, summary.has_ended) {
        (true, _) => language.not_up_to_date().to_owned(),
        (false, true) => language.has_ended().to_owned(),
        (false, false) => language.next_session_is(summary.next.as_deref()),
    };
    format!("<li><a href=\"{}/index.html\">{}</a><br>{}</li>\n", summary.id, escaped(&summary.name), escaped(&said))
}
