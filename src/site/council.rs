//! A council's page and what it leads to: the next session, the diagnosis, the action plan by state, the planning,
//! satisfaction, and the *relevés*, a page each.

use super::SiteFile;
use super::layout::{Page, Pages, ROOM, parts, way_home};
use super::minutes::{self, Published};
use super::rows::Rows;
use crate::chart::{Panel, Setting, chart};
use crate::document::{DocumentError, Nameless, NextFacts, People, Template, one_line};
use crate::locale::capital;
use crate::locale::site::SiteWord;
use crate::model::{Id, Language, Status};
use crate::record::CouncilRecord;
use crate::render::escaped;
use crate::satisfaction::series_on;
use crate::table::{Look, Row, actions::Actions, diagnosis::Findings, planning::Planning, satisfaction::Satisfaction};

/// How many rows of a table, or how many *relevés*, stand on the council's own page at most; the others have theirs.
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
    /// A council whose pages stay as they are, these *relevés* among them.
    pub fn of_before(id: Id, name: String, published: Vec<Published>) -> Self {
        Self { id, name, next: None, has_ended: false, is_of_before: true, published }
    }
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
        next: next.map(|next| nameless.unnamed(&in_words(&next, language))),
        has_ended,
        is_of_before: false,
        published: minutes::published(files, day, language, &nameless),
    };
    let mut pages = Vec::new();
    for (place, one) in summary.published.iter().enumerate() {
        let text = minutes::text(look, files, one.session, template)?;
        pages.extend(minutes::pages(&summary, place, &nameless.unnamed(&text), language));
    }
    let (nameless, summary_of) = (&nameless, &summary);
    let mut writing = Writing { look, files, nameless, summary: summary_of, main: String::new(), room: ROOM, pages };
    writing.council();
    Ok((writing.pages, summary))
}

/// « mardi 9 avril 2024, 18 h 30, Salle commune du 11 (lieu à confirmer) ».
fn in_words(next: &NextFacts, language: Language) -> String {
    let parts = next.date.iter().chain(&next.time).chain(&next.place).chain(&next.council);
    language.coming(&parts.map(String::as_str).collect::<Vec<_>>(), &next.to_confirm)
}

struct Writing<'a> {
    look: &'a Look<'a>,
    files: &'a CouncilRecord,
    nameless: &'a Nameless,
    summary: &'a Summary,
    /// The council's own page.
    main: String,
    /// What else it has room for.
    room: usize,
    pages: Vec<SiteFile>,
}

impl Writing<'_> {
    fn words(&self, word: SiteWord) -> &'static str {
        word.words(self.look.language)
    }

    fn put(&mut self, html: &str) {
        self.main.push_str(html);
        self.room = self.room.saturating_sub(html.len());
    }

    fn heading(&mut self, level: usize, text: &str) {
        self.put(&format!("<h{level}>{}</h{level}>\n", escaped(text)));
    }

    fn council(&mut self) {
        let name = self.summary.name.clone();
        self.heading(1, &name);
        let state = escaped(&self.look.language.state_on(self.look.as_of));
        self.put(&format!("<p class=\"note\">{state}</p>\n"));
        self.next();
        self.diagnosis();
        self.actions();
        self.planning();
        self.satisfaction();
        self.minutes();
        let ways = [way_home(self.look.language)];
        let page = Page { title: &name, up: "../", ways: &ways, main: &self.main, language: self.look.language };
        let path = format!("{}/index.html", self.summary.id);
        self.pages.insert(0, SiteFile { path, text: page.html() });
    }

    fn next(&mut self) {
        self.heading(2, self.words(SiteWord::ComingSession));
        let text = match (&self.summary.next, self.summary.has_ended) {
            (Some(next), _) => next.clone(),
            (None, true) => self.words(SiteWord::Ended).to_owned(),
            (None, false) => self.words(SiteWord::NotSetYet).to_owned(),
        };
        self.put(&format!("<p class=\"next\">{}</p>\n", escaped(&capital(&text))));
    }

    /// How long the next part of the page may be, so that each of those behind it finds room as well.
    fn share(&self) -> usize {
        self.room / 3
    }

    /// The first rows of a table, and the way to all of them where there are more.
    fn some(&mut self, rows: &Rows<'_>, title: &str, file: &str) {
        let (html, is_all) = rows.first(title, MOST_ROWS, self.share());
        self.put(&html);
        if !is_all {
            let words = self.look.language.whole_of(title, rows.all.len());
            self.others(rows, title, file, &words);
        }
        self.put(&rows.notes());
    }

    /// A table on pages of its own, and the way there.
    fn others(&mut self, rows: &Rows<'_>, title: &str, file: &str, words: &str) {
        let pages = self.with_pages(title, file, |pages| rows.pages(pages));
        self.pages.extend(pages);
        self.put(&format!("<p><a href=\"{file}.html\">{}</a></p>\n", escaped(words)));
    }

    fn with_pages(&self, title: &str, name: &str, make: impl Fn(&Pages<'_>) -> Vec<SiteFile>) -> Vec<SiteFile> {
        let language = self.look.language;
        let ways = [way_home(language), ("index.html".to_owned(), self.summary.name.clone())];
        let folder = format!("{}/", self.summary.id);
        make(&Pages { folder: &folder, name, title, of: &self.summary.name, ways: &ways, language })
    }

    fn section(&mut self, rows: &Rows<'_>, word: SiteWord, file: &str) {
        if !rows.all.is_empty() {
            let title = self.words(word);
            self.heading(2, title);
            self.some(rows, title, file);
        }
    }

    fn diagnosis(&mut self) {
        // What was found, what became of it, and the axis that takes it up.
        let rows = Rows::of(&Findings, self.look, self.files, self.nameless).first_columns(3);
        self.section(&rows, SiteWord::Diagnosis, "diagnostic");
    }

    fn actions(&mut self) {
        let rows = Rows::of(&Actions::default(), self.look, self.files, self.nameless);
        if rows.all.is_empty() {
            return;
        }
        self.heading(2, self.words(SiteWord::ActionPlan));
        let since = self.look.as_of.plus_days(-NEWS).to_string();
        let is_late = |row: &Row| row.object["late"] == true;
        let ends = |row: &Row| matches!(row.object["status"].as_str(), Some("done" | "declined" | "dropped"));
        let is_old = |row: &Row| ends(row) && row.object["updated"].as_str().is_none_or(|day| day < since.as_str());
        let (old, shown): (Vec<Row>, Vec<Row>) = rows.all.iter().cloned().partition(is_old);
        let (late, others): (Vec<Row>, Vec<Row>) = shown.into_iter().partition(is_late);
        self.group(&rows.with(late), self.words(SiteWord::Late), "late");
        for status in STATES {
            let of_status = |row: &&Row| row.object["status"] == status.key();
            let some: Vec<Row> = others.iter().filter(of_status).cloned().collect();
            self.group(&rows.with(some), &self.look.language.actions_in(status), status.key());
        }
        if !old.is_empty() {
            let title = self.words(SiteWord::OlderActions);
            let words = format!("{title} ({})", old.len());
            self.others(&rows.with(old), title, "actions", &words);
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
        self.section(&rows, SiteWord::Planning, "planning");
    }

    fn satisfaction(&mut self) {
        let rows = Rows::of(&Satisfaction, self.look, self.files, self.nameless);
        self.section(&rows, SiteWord::Satisfaction, "satisfaction");
        self.charts();
    }

    /// The same in a picture, which says it in words as well; in several, on pages of their own, where one is too long.
    fn charts(&mut self) {
        let Some(landlord) = self.look.record.landlord.value() else { return };
        let series = series_on(landlord, self.files, self.look.as_of);
        let panels: Vec<Panel<'_>> = series.iter().map(|series| Panel::of(series, landlord)).collect();
        let figure = |panels: &[Panel<'_>]| {
            let picture = chart(&self.summary.name, panels, Setting::Page, self.look.language);
            format!("<figure>\n{picture}</figure>\n")
        };
        let all = if panels.is_empty() { String::new() } else { figure(&panels) };
        if all.len() <= self.share() {
            self.put(&all);
            return;
        }
        let title = self.words(SiteWord::Charts);
        let each: Vec<String> = panels.iter().map(|panel| figure(std::slice::from_ref(panel))).collect();
        let pages = self.with_pages(title, "satisfaction-images", |pages| {
            pages.of(&parts(&each), |title, some| format!("<h1>{}</h1>\n{}", escaped(title), some.concat()))
        });
        self.pages.extend(pages);
        self.put(&format!("<p><a href=\"satisfaction-images.html\">{}</a></p>\n", escaped(title)));
    }

    fn minutes(&mut self) {
        let published = &self.summary.published;
        if published.is_empty() {
            return;
        }
        let title = self.words(SiteWord::Minutes);
        self.heading(2, title);
        let item = |one: &Published| {
            let purpose = one.purpose.as_ref().map(|purpose| escaped(&format!(", {purpose}"))).unwrap_or_default();
            format!("<li><a href=\"{0}.html\">{1}</a>{purpose}</li>\n", one.session, escaped(&one.title))
        };
        let items: Vec<String> = published.iter().map(item).collect();
        let list = |items: &[String]| format!("<ul>\n{}</ul>\n", items.concat());
        let first = list(&items[..items.len().min(MOST_ROWS)]);
        let fits = first.len() <= self.room;
        if fits {
            self.put(&first);
        }
        if !fits || items.len() > MOST_ROWS {
            let pages = self.with_pages(title, "releves", |pages| {
                pages.of(&parts(&items), |title, some| format!("<h1>{}</h1>\n{}", escaped(title), list(some)))
            });
            self.pages.extend(pages);
            let words = escaped(&self.look.language.whole_of(title, items.len()));
            self.put(&format!("<p><a href=\"releves.html\">{words}</a></p>\n"));
        }
    }
}
