//! The feed of *relevés* (Atom, RFC 4287), for readers and for a town's own site. Its times are noon of the day on which
//! each was published, so that the same record gives the same bytes.

use super::SiteFile;
use super::council::Summary;
use super::minutes::Published;
use crate::locale::site::SiteWord;
use crate::model::{Id, Language};
use crate::render::escaped;
use std::fmt::Write as _;

/// Its name.
pub const FEED: &str = "feed.xml";

/// How many *relevés* it has, the latest.
const MOST: usize = 50;

pub(super) fn feed(landlord: &str, summaries: &[Summary], base: Option<&str>, language: Language) -> SiteFile {
    let all = summaries.iter().flat_map(|summary| summary.published.iter().map(move |one| (summary, one)));
    let mut all: Vec<(&Summary, &Published)> = all.collect();
    all.sort_by(|(of, one), (other_of, other)| {
        (other.day, other.session, &of.id).cmp(&(one.day, one.session, &other_of.id))
    });
    all.truncate(MOST);
    // A feed without entries has a time too.
    let latest = all.first().map_or_else(|| "1970-01-01".to_owned(), |(_, one)| one.day.to_string());
    let title = format!("{} – {landlord}", SiteWord::Site.words(language));
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = writeln!(xml, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", language.code());
    let _ = writeln!(xml, "<title>{}</title>", escaped(&title));
    let _ = writeln!(xml, "<id>{}</id>", escaped(&id(landlord, "councils")));
    let _ = writeln!(xml, "<updated>{latest}T12:00:00Z</updated>");
    let _ = writeln!(xml, "<author><name>{}</name></author>", escaped(landlord));
    if let Some(base) = base {
        let base = escaped(base);
        let _ = writeln!(xml, "<link rel=\"self\" href=\"{base}{FEED}\"/>\n<link href=\"{base}index.html\"/>");
    }
    for (summary, one) in all {
        let address = format!("{}{}/{}.html", base.unwrap_or_default(), summary.id, one.session);
        let title = format!("{} – {}", summary.name, one.title);
        xml.push_str("<entry>\n");
        let _ = writeln!(xml, "<title>{}</title>", escaped(&title));
        let _ = writeln!(xml, "<id>{}</id>", escaped(&id(landlord, &format!("{}/{}", summary.id, one.session))));
        let _ = writeln!(xml, "<updated>{}T12:00:00Z</updated>", one.day);
        let _ = writeln!(xml, "<link href=\"{}\"/>", escaped(&address));
        let purpose = one.purpose.as_deref().unwrap_or(&one.title);
        let _ = writeln!(xml, "<summary>{}</summary>\n</entry>", escaped(purpose));
    }
    xml.push_str("</feed>\n");
    SiteFile { path: FEED.to_owned(), text: xml }
}

/// A name that stays wherever the site moves (RFC 4151): of the landlord's own name and what it is the name of.
fn id(landlord: &str, of: &str) -> String {
    format!("tag:{}.invalid,2000:{of}", Id::suggestion(landlord))
}
