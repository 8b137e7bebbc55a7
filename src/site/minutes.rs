//! The *relevés*: which there are, and the page of each, or its pages where it is long.

use super::SiteFile;
use super::council::Summary;
use super::layout::{Pages, ROOM, Way, way_home};
use crate::document::{DocumentError, Nameless, Template, minutes, one_line};
use crate::locale::site::SiteWord;
use crate::model::{Date, Language, Period, Session, SessionId};
use crate::record::CouncilRecord;
use crate::render::{escaped, fragment, pieces};
use crate::table::Look;

/// A *relevé* on the site.
#[derive(Debug, Clone)]
pub struct Published {
    /// The session.
    pub session: SessionId,
    /// « Séance du mardi 14 mars 2023 ».
    pub title: String,
    /// What it was for.
    pub purpose: Option<String>,
    /// The day it was published, else held.
    pub day: Date,
}

/// The *relevés* of a council, the latest first.
pub fn published(files: &CouncilRecord, day: Date, language: Language, nameless: &Nameless) -> Vec<Published> {
    let held = files.held().filter(|(id, _)| id.date <= day);
    let one = |(id, session): (SessionId, &Session)| Published {
        session: id,
        title: language.session_of(id.date),
        purpose: session.purpose.as_ref().map(|purpose| nameless.unnamed(&one_line(purpose))),
        // Of a month, its first day: a feed that is made again is the same.
        day: session.published.map_or(id.date, Period::first).max(id.date).min(day),
    };
    let mut published: Vec<Published> = held.map(one).collect();
    published.reverse();
    published
}

/// The text of a session's minutes: as approved, to the letter, else as they are today.
pub(super) fn text(
    look: &Look<'_>,
    files: &CouncilRecord,
    session: SessionId,
    template: &Template,
) -> Result<String, DocumentError> {
    if files.has_frozen(session) {
        let bytes = look.record.store.read(&files.paths.minutes(session)).map_err(|_| DocumentError::Unreadable)?;
        return Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"));
    }
    minutes(look.record, files, session, template)
}

/// The pages of the *relevé* at this place of the list.
pub(super) fn pages(summary: &Summary, place: usize, markdown: &str, language: Language) -> Vec<SiteFile> {
    let one = &summary.published[place];
    let mut ways = vec![way_home(language), ("index.html".to_owned(), summary.name.clone())];
    let way = |other: Option<&Published>, word: SiteWord| -> Option<Way> {
        Some((format!("{}.html", other?.session), word.words(language).to_owned()))
    };
    ways.extend(way(summary.published.get(place + 1), SiteWord::PreviousSession));
    ways.extend(way(place.checked_sub(1).and_then(|place| summary.published.get(place)), SiteWord::NextSession));
    let parts: Vec<(usize, String)> = pieces(markdown, ROOM, language).into_iter().enumerate().collect();
    let pages = Pages {
        folder: &format!("{}/", summary.id),
        name: &one.session.to_string(),
        title: &one.title,
        of: &summary.name,
        ways: &ways,
        language,
    };
    pages.of(&parts, |title, (place, piece)| match place {
        // It begins with a heading of its own.
        0 => fragment(piece, 1, language),
        _ => format!("<h1>{}</h1>\n{}", escaped(title), fragment(piece, 2, language)),
    })
}
