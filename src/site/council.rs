//! A council's page and what it leads to: the next session, the diagnosis, the action plan by state, the planning,
//! satisfaction, and the *relevés*, a page each.

use super::SiteFile;
use super::layout::Page;
use super::rows::Rows;
use crate::chart::{Panel, Setting, chart};
use crate::document::{DocumentError, Nameless, NextFacts, People, Template, minutes, one_line};
use crate::locale::{date_with_weekday, words};
use crate::model::{Date, Id, Language, SessionId, Status};
use crate::record::CouncilRecord;
use crate::render::{escaped, fragment};
use crate::satisfaction::series_on;
use crate::table::{Look, Row, actions::Actions, diagnosis::Findings, planning::Planning, satisfaction::Satisfaction};
use std::fmt::Write as _;

/// How many rows of a table stand on the council's own page; the others have theirs.
const MOST_ROWS: usize = 20;

/// For how many days what is done is news.
const NEWS: i64 = 365;

/// The states of actions in the order of the page; late ones come before them all.
const STATES: [Status; 7] = [
    Status::InProgress,
    Status::Planned,
    Status::OnHold,
    Status::Proposed,
    Status::Done,
    Status::Declined,
    Status::Dropped,
];

/// What the index and the feed say of a council.
#[derive(Debug, Clone)]
pub struct Summary {
    /// The council.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its next session in words.
    pub next: Option<String>,
    /// Whether it has ended.
    pub has_ended: bool,
    /// Whether its pages are those of an earlier run.
    pub is_of_before: bool,
    /// Its *relevés*, the latest first.
    pub published: Vec<Published>,
}

impl Summary {
    /// A council whose pages stay as they are.
    pub fn of_before(id: Id, name: String) -> Self {
        Self { id, name, next: None, has_ended: false, is_of_before: true, published: Vec::new() }
    }
}

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

/// The pages of a council, and what the others say of it.
///
/// # Errors
/// When a file they are made of could not be read, approved minutes are gone, or the template is wrong.
pub fn council(
    look: &Look<'_>,
    files: &CouncilRecord,
    template: &Template,
) -> Result<(Vec<SiteFile>, Summary), DocumentError> {
    let (day, language) = (look.as_of, look.language);
    let people = People::of(look.record, files, day, language).ok_or(DocumentError::Unreadable)?;
    let body = files.council.value().ok_or(DocumentError::Unreadable)?;
    let nameless = Nameless::on_site(files, day, language);
    let has_ended = body.is_closed_on(day);
    let next = people.next_session().filter(|_| !has_ended);
    let summary = Summary {
        id: files.id.clone(),
        name: one_line(&body.name),
        next: next.map(|next| nameless.unnamed(&in_words(&next))),
        has_ended,
        is_of_before: false,
        published: published(files, day, language, &nameless),
    };
    let mut pages = Vec::new();
    for (place, one) in summary.published.iter().enumerate() {
        let text = text(look, files, one.session, template)?;
        pages.push(releve(&summary, place, &nameless.unnamed(&text), language));
    }
    let mut writing = Writing { look, files, nameless: &nameless, summary: &summary, main: String::new(), pages };
    writing.council();
    Ok((writing.pages, summary))
}

/// The text of a session's minutes: as approved, to the letter, else as they are today.
fn text(
    look: &Look<'_>,
    files: &CouncilRecord,
    session: SessionId,
    template: &Template,
) -> Result<String, DocumentError> {
    if files.has_frozen(session) {
        let bytes = look.record.store.read(&files.paths.minutes(session)).map_err(|_| DocumentError::Unreadable)?;
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    minutes(look.record, files, session, template)
}

fn published(files: &CouncilRecord, day: Date, language: Language, nameless: &Nameless) -> Vec<Published> {
    let held = files.held().filter(|(id, _)| id.date <= day);
    let one = |(id, session): (SessionId, &crate::model::Session)| {
        let on = date_with_weekday(id.date, language);
        Published {
            session: id,
            title: match language {
                Language::French => format!("Séance du {on}"),
                Language::English => format!("Session of {on}"),
            },
            purpose: session.purpose.as_ref().map(|purpose| nameless.unnamed(&one_line(purpose))),
            day: session.published.map_or(id.date, crate::model::Period::last).min(day),
        }
    };
    let mut published: Vec<Published> = held.map(one).collect();
    published.reverse();
    published
}

/// The way from a council's pages to the index.
pub(super) fn way_home(language: Language) -> (String, String) {
    let words = match language {
        Language::French => "Tous les conseils",
        Language::English => "All councils",
    };
    ("../index.html".to_owned(), words.to_owned())
}

/// « mardi 9 avril 2024 à 18 h 30, Salle commune du 11 (lieu à confirmer) ».
fn in_words(next: &NextFacts) -> String {
    let mut words = next.date.clone().unwrap_or_default();
    if let Some(time) = &next.time {
        words = if words.is_empty() { time.clone() } else { format!("{words}, {time}") };
    }
    for part in next.place.iter().chain(&next.council) {
        words = if words.is_empty() { part.clone() } else { format!("{words}, {part}") };
    }
    if next.to_confirm.is_empty() { words } else { format!("{words} ({})", next.to_confirm.join(", ")) }
}

fn releve(summary: &Summary, place: usize, markdown: &str, language: Language) -> SiteFile {
    let one = &summary.published[place];
    let (previous, next) = match language {
        Language::French => ("Séance précédente", "Séance suivante"),
        Language::English => ("Previous session", "Next session"),
    };
    let mut ways = vec![way_home(language), ("index.html".to_owned(), summary.name.clone())];
    let way = |other: Option<&Published>, words: &str| Some((format!("{}.html", other?.session), words.to_owned()));
    ways.extend(way(summary.published.get(place + 1), previous));
    ways.extend(way(place.checked_sub(1).and_then(|place| summary.published.get(place)), next));
    let main = fragment(markdown, 1, language);
    let title = format!("{} – {}", one.title, summary.name);
    let page = Page { title: &title, up: "../", ways: &ways, main: &main, language };
    SiteFile { path: format!("{}/{}.html", summary.id, one.session), text: page.html() }
}

struct Writing<'a> {
    look: &'a Look<'a>,
    files: &'a CouncilRecord,
    nameless: &'a Nameless,
    summary: &'a Summary,
    main: String,
    pages: Vec<SiteFile>,
}

impl Writing<'_> {
    fn words(&self, french: &'static str, english: &'static str) -> &'static str {
        match self.look.language {
            Language::French => french,
            Language::English => english,
        }
    }

    fn heading(&mut self, level: usize, text: &str) {
        let _ = writeln!(self.main, "<h{level}>{}</h{level}>", escaped(text));
    }

    fn council(&mut self) {
        let name = self.summary.name.clone();
        self.heading(1, &name);
        let on = crate::locale::date(self.look.as_of, self.look.language);
        let state = format!("{} {on}.", self.words("État au", "As of"));
        let _ = writeln!(self.main, "<p class=\"note\">{}</p>", escaped(&state));
        self.next();
        self.diagnosis();
        self.actions();
        self.planning();
        self.satisfaction();
        self.releves();
        let ways = [way_home(self.look.language)];
        let page = Page { title: &name, up: "../", ways: &ways, main: &self.main, language: self.look.language };
        let path = format!("{}/index.html", self.summary.id);
        self.pages.insert(0, SiteFile { path, text: page.html() });
    }

    fn next(&mut self) {
        let title = self.words("Prochaine séance", "Next session");
        self.heading(2, title);
        let text = match (&self.summary.next, self.summary.has_ended) {
            (Some(next), _) => next.clone(),
            (None, true) => self.words("Ce conseil a pris fin.", "This council has ended.").to_owned(),
            (None, false) => self.words("Pas encore fixée.", "Not set yet.").to_owned(),
        };
        let _ = writeln!(self.main, "<p class=\"next\">{}</p>", escaped(&capital(&text)));
    }

    /// The first rows of a table, and the way to all of them where there are more.
    fn some(&mut self, rows: &Rows<'_>, title: &str, file: &str) {
        self.main.push_str(&rows.html(title, MOST_ROWS));
        if rows.all.len() > MOST_ROWS {
            self.others(rows, title, file);
        }
        self.main.push_str(&rows.notes());
    }

    fn others(&mut self, rows: &Rows<'_>, title: &str, file: &str) {
        let folder = self.summary.id.as_str();
        self.pages.extend(rows.pages(folder, file, title, &self.summary.name));
        let count = rows.all.len();
        let words = match self.look.language {
            Language::French => format!("{title}\u{a0}: les {count}"),
            Language::English => format!("{title}: all {count}"),
        };
        let _ = writeln!(self.main, "<p><a href=\"{file}.html\">{}</a></p>", escaped(&words));
    }

    fn diagnosis(&mut self) {
        // What was found, what became of it, and the axis that takes it up.
        let rows = Rows::of(&Findings, self.look, self.files, self.nameless).first_columns(3);
        if !rows.all.is_empty() {
            let title = self.words("Le diagnostic", "The diagnosis");
            self.heading(2, title);
            self.some(&rows, title, self.words("diagnostic", "diagnosis"));
        }
    }

    fn actions(&mut self) {
        let rows = Rows::of(&Actions::default(), self.look, self.files, self.nameless);
        if rows.all.is_empty() {
            return;
        }
        let title = self.words("Le plan d'action", "The action plan");
        self.heading(2, title);
        let since = self.look.as_of.plus_days(-NEWS).to_string();
        let is_late = |row: &Row| row.object["late"] == true;
        let ends = |row: &Row| matches!(row.object["status"].as_str(), Some("done" | "declined" | "dropped"));
        let is_old = |row: &Row| ends(row) && row.object["updated"].as_str().is_none_or(|day| day < since.as_str());
        let (old, shown): (Vec<Row>, Vec<Row>) = rows.all.iter().cloned().partition(is_old);
        let (late, others): (Vec<Row>, Vec<Row>) = shown.into_iter().partition(is_late);
        let late_title = self.words("En retard", "Late");
        self.group(&rows.with(late), late_title, "late");
        for status in STATES {
            let of_status = |row: &&Row| row.object["status"] == status.key();
            let some: Vec<Row> = others.iter().filter(of_status).cloned().collect();
            let title = capital(&states(status, self.look.language));
            self.group(&rows.with(some), &title, status.key());
        }
        if !old.is_empty() {
            let title = self.words("Actions plus anciennes", "Older actions");
            self.others(&rows.with(old), title, "actions");
        }
    }

    fn group(&mut self, rows: &Rows<'_>, title: &str, file: &str) {
        if !rows.all.is_empty() {
            self.heading(3, title);
            self.some(rows, title, &format!("actions-{file}"));
        }
    }

    fn planning(&mut self) {
        let rows = Rows::of(&Planning, self.look, self.files, self.nameless);
        if !rows.all.is_empty() {
            let title = self.words("Le planning d'intervention", "The planning of works");
            self.heading(2, title);
            self.some(&rows, title, "planning");
        }
    }

    fn satisfaction(&mut self) {
        let rows = Rows::of(&Satisfaction, self.look, self.files, self.nameless);
        if !rows.all.is_empty() {
            let title = self.words("La satisfaction", "Satisfaction");
            self.heading(2, title);
            self.chart();
            self.some(&rows, title, "satisfaction");
        }
    }

    /// The same in a picture, which says it in words as well.
    fn chart(&mut self) {
        let Some(landlord) = self.look.record.landlord.value() else { return };
        let series = series_on(landlord, self.files, self.look.as_of);
        let panels: Vec<Panel<'_>> = series.iter().map(|series| Panel::of(series, landlord)).collect();
        if !panels.is_empty() {
            let picture = chart(&self.summary.name, &panels, Setting::Page, self.look.language);
            let _ = writeln!(self.main, "<figure>\n{picture}</figure>");
        }
    }

    fn releves(&mut self) {
        if self.summary.published.is_empty() {
            return;
        }
        let title = self.words("Les relevés de discussions", "The minutes");
        self.heading(2, title);
        self.main.push_str("<ul>\n");
        for one in &self.summary.published {
            let purpose = one.purpose.as_ref().map(|purpose| escaped(&format!(", {purpose}"))).unwrap_or_default();
            let _ =
                writeln!(self.main, "<li><a href=\"{0}.html\">{1}</a>{purpose}</li>", one.session, escaped(&one.title));
        }
        self.main.push_str("</ul>\n");
    }
}

/// « en cours », « prévues ».
fn states(status: Status, language: Language) -> String {
    let word = words::status(status, language);
    let is_agreed = language == Language::French && !word.starts_with("en ");
    format!("{word}{}", if is_agreed { "s" } else { "" })
}

fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}
